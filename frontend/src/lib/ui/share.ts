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
