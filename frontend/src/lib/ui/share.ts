import type { Catalogue } from '#lib/i18n/da.ts';
import { toasts } from './toasts.svelte.ts';

/** Hands the page on: the phone's own share sheet where there is one, the clipboard otherwise. */
export async function share(title: string, t: Catalogue): Promise<void> {
  const url = new URL(location.pathname, location.origin).href;
  if ('share' in navigator) {
    // Closing the sheet rejects; nothing went wrong then.
    await navigator.share({ title, url }).catch(() => undefined);
    return;
  }
  try {
    await (navigator as Navigator).clipboard.writeText(url);
    toasts.say(t.linkCopied);
  } catch {
    toasts.say(t.copyFailed);
  }
}

/** A mail already begun: the subject filled in, the page's address at the foot. */
export function mailTo(email: string, subject: string, page: string): string {
  // Not URLSearchParams: mail programs read its plus signs as plus signs.
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`\n\n${page}\n`)}`;
}
