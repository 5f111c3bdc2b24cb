import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Demonstrationens postkasse',
  lead: 'Her sendes ingen rigtige mails. Alle kan læse dem her, så du kan følge linkene.',
  to: (email: string) => `Kun mails til ${email}`,
  all: 'Vis alle mails',
  emptyTitle: 'Ingen mails endnu',
  emptyText: 'En mail er her som regel efter et par sekunder. Siden ser selv efter.',
  receiver: 'Til',
  sent: 'Sendt',
  back: 'Postkasse',
  goneTitle: 'Mailen er her ikke',
  gone: 'Den er måske ryddet op. De nyeste hundrede mails er her.',
  closedTitle: 'Her er ingen postkasse',
  closed: 'Den findes kun i demonstrationen.',
  letter: (subject: string) => `Mail: ${subject}`
};

const en: Widened<typeof da> = {
  title: 'The demonstration’s mailbox',
  lead: 'No real emails are sent here. Everybody can read them here, so that you can follow the links.',
  to: (email) => `Only emails to ${email}`,
  all: 'Show all emails',
  emptyTitle: 'No emails yet',
  emptyText: 'An email is usually here within a few seconds. The page looks by itself.',
  receiver: 'To',
  sent: 'Sent',
  back: 'Mailbox',
  goneTitle: 'The email is not here',
  gone: 'It may have been tidied away. The newest hundred emails are here.',
  closedTitle: 'There is no mailbox here',
  closed: 'It exists only in the demonstration.',
  letter: (subject) => `Email: ${subject}`
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
