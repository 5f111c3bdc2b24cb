import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Vores frivillige',
  lead: 'Alle, der har hjulpet jer. Skriv kun til dem om det, de har hjulpet med, eller vil spørges om.',
  search: 'Søg i frivillige',
  placeholder: 'Navn eller mail',
  download: 'Hent som regneark',
  file: 'frivillige.csv',
  downloaded: 'Listen er hentet. Slet den igen, når I ikke længere skal bruge den.',
  times: (count: number, said: string) =>
    count === 1 ? 'Mødte op 1 gang' : `Mødte op ${said} gange`,
  last: (day: string) => `sidst ${day}`,
  hours: (count: number, said: string) =>
    count === 1 ? '1 bekræftet time' : `${said} bekræftede timer`,
  check: { asked: 'Børneattest bedt om', in_order: 'Børneattest i orden' },
  emptyTitle: 'Ingen endnu',
  emptyText: 'Når I har noteret, at nogen mødte op, står de her.',
  noMatch: (q: string) => `Ingen passer på »${q}«`,
  noMatchText: 'Prøv et andet ord, eller ryd søgningen.'
};

const en: Widened<typeof da> = {
  title: 'Our volunteers',
  lead: 'Everybody who has helped you. Write to them only about what they have helped with, or want to be asked for.',
  search: 'Search volunteers',
  placeholder: 'Name or email',
  download: 'Fetch as a spreadsheet',
  file: 'volunteers.csv',
  downloaded: 'The list has been fetched. Delete it again when you need it no longer.',
  times: (count, said) => (count === 1 ? 'Came once' : `Came ${said} times`),
  last: (day) => `last ${day}`,
  hours: (count, said) => (count === 1 ? '1 confirmed hour' : `${said} confirmed hours`),
  check: { asked: 'Certificate asked for', in_order: 'Certificate in order' },
  emptyTitle: 'Nobody yet',
  emptyText: 'Once you have noted that somebody came, they stand here.',
  noMatch: (q) => `Nobody fits “${q}”`,
  noMatchText: 'Try another word, or clear the search.'
};

export const volunteersTexts: Record<Language, Widened<typeof da>> = { da, en };
