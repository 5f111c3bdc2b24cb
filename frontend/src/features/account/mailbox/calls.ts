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
