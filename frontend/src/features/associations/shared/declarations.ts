import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// The yearly word that an association obtains child protection certificates: at its own desk and at
// the municipality's.
const da = {
  term: 'Børneattester',
  made: (day: string) => `Erklæring afgivet ${day}`,
  madeBy: (day: string, name: string) => `Erklæring afgivet ${day} af ${name}`,
  missing: (year: string) => `Erklæring for ${year} mangler`,
  title: (year: string) => `Erklæring om børneattester for ${year}`,
  text: 'Én gang om året skal I erklære, at I indhenter børneattest på dem, der skal have en. Uden erklæringen må kommunen ikke låne jer lokaler.',
  act: 'Afgiv erklæringen',
  confirmTitle: 'Afgiv foreningens erklæring',
  confirmText: (name: string, year: string) =>
    `Du erklærer på vegne af ${name}, at I i ${year} indhenter børneattest på alle over 15 år, der fast skal have direkte kontakt med børn under 15 år, før de begynder. Har I ingen, gælder erklæringen også.`,
  confirm: 'Ja, det erklærer jeg',
  cancel: 'Annuller',
  done: 'Tak. Erklæringen er afgivet.'
};

const en: Widened<typeof da> = {
  term: 'Child protection certificates',
  made: (day) => `Declared ${day}`,
  madeBy: (day, name) => `Declared ${day} by ${name}`,
  missing: (year) => `The declaration for ${year} is missing`,
  title: (year) => `Declaration on child protection certificates for ${year}`,
  text: 'Once a year you must declare that you obtain child protection certificates for those who need one. Without it the municipality may not lend you premises.',
  act: 'Make the declaration',
  confirmTitle: 'Make the association’s declaration',
  confirmText: (name, year) =>
    `On behalf of ${name} you declare that in ${year} you obtain a child protection certificate for everybody over 15 who is to have lasting direct contact with children under 15, before they begin. If there is nobody, the declaration holds as well.`,
  confirm: 'Yes, I declare it',
  cancel: 'Cancel',
  done: 'Thank you. The declaration is made.'
};

export const declarationTexts: Record<Language, Widened<typeof da>> = { da, en };
