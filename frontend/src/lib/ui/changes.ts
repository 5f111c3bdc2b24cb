import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Historik',
  lead: 'Hvem har rettet hvad. Kun dem, der styrer foreningen, og kommunen kan se det.',
  unknown: 'Kommunen eller en, der ikke er her mere',
  before: 'Før',
  after: 'Nu',
  emptyTitle: 'Intet er ændret endnu',
  emptyText: 'Når nogen retter noget, står det her.',
  notYours: 'Historikken kan ses af dem, der styrer foreningen.'
};

const en: Widened<typeof da> = {
  title: 'History',
  lead: 'Who changed what. Only those who run the association and the municipality see it.',
  unknown: 'The municipality, or somebody who is no longer here',
  before: 'Before',
  after: 'Now',
  emptyTitle: 'Nothing has been changed yet',
  emptyText: 'When somebody changes something, it stands here.',
  notYours: 'The history is for those who run the association.'
};

export const changeTexts: Record<Language, Widened<typeof da>> = { da, en };
