import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  add: 'Tilføj en by',
  remove: (name: string) => `Fjern ${name}`,
  added: (name: string) => `${name} er tilføjet`,
  removed: (name: string) => `${name} er fjernet`,
  none: (text: string) => `Vi kender ikke »${text}«. Prøv en anden by.`
};

const en: Widened<typeof da> = {
  add: 'Add a town',
  remove: (name) => `Remove ${name}`,
  added: (name) => `${name} was added`,
  removed: (name) => `${name} was removed`,
  none: (text) => `We do not know “${text}”. Try another town.`
};

export const townTexts: Record<Language, Widened<typeof da>> = { da, en };
