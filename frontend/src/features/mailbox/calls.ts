import { readFrom, queryString } from '#api/client.ts';
import type { Mail, MailItem } from '#api/people.ts';

const PATH = '/api/v1/demo/mails';

/** The newest mails, newest first; all, or those to one address. */
export async function readMails(to: string | null, signal: AbortSignal): Promise<MailItem[]> {
  const page = (await readFrom(`${PATH}?${queryString({ to })}`, signal)) as { items: MailItem[] };
  return page.items;
}

export async function readMail(id: string, signal: AbortSignal): Promise<Mail> {
  return (await readFrom(`${PATH}/${encodeURIComponent(id)}`, signal)) as Mail;
}
