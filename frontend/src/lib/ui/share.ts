import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { toasts } from './toasts.svelte.ts';

const da = {
  linkCopied: 'Linket er kopieret.',
  copyFailed: 'Linket kunne ikke kopieres. Kopiér det fra adresselinjen.'
};

const en: Widened<typeof da> = {
  linkCopied: 'Link copied.',
  copyFailed: 'The link could not be copied. Copy it from the address bar.'
};

export const shareTexts: Record<Language, Widened<typeof da>> = { da, en };

/** Hands the page on: the phone's own share sheet where there is one, the clipboard otherwise. */
export async function share(title: string): Promise<void> {
  const t = shareTexts[i18n.language];
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
