import { get } from '#api/client.ts';
import type { Mail, MailItem } from '#api/people.ts';

/** The newest mails, newest first; all, or those to one address. */
export async function readMails(to: string | null, signal: AbortSignal): Promise<MailItem[]> {
  const query = to === null ? {} : { to };
  return (await get('/api/v1/demo/mails', { query, signal })).items;
}

export async function readMail(mail_id: string, signal: AbortSignal): Promise<Mail> {
  return get('/api/v1/demo/mails/{mail_id}', { path: { mail_id }, signal });
}

/**
 * A mail's HTML, to be shown in a frame without scripts: its links open in the whole window, as they
 * would from a mail program, and nothing in it acts.
 */
export function shown(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(
    'script, base, meta[http-equiv], form, iframe, object'
  )) {
    element.remove();
  }
  // The page around it has its main part already.
  for (const main of page.querySelectorAll('main')) {
    const part = page.createElement('div');
    part.style.cssText = main.style.cssText;
    part.append(...main.childNodes);
    main.replaceWith(part);
  }
  for (const link of page.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_top');
    link.setAttribute('rel', 'noreferrer');
  }
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
