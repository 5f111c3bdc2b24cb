import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  foundIn: (texts: string) => `Fundet i: ${texts}`,
  texts: {
    association: 'forening',
    address: 'adresse',
    interest: 'interesse',
    place: 'sted',
    space: 'lokale',
    summary: 'resumé',
    text: 'beskrivelse'
  }
};

const en: Widened<typeof da> = {
  foundIn: (texts) => `Found in: ${texts}`,
  texts: {
    association: 'association',
    address: 'address',
    interest: 'interest',
    place: 'place',
    space: 'room',
    summary: 'summary',
    text: 'description'
  }
};

export const foundTexts: Record<Language, Widened<typeof da>> = { da, en };
