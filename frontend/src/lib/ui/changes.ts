import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Historik',
  lead: 'Hvem har gjort hvad, og hvornår. Kun de, der styrer foreningen, og kommunen kan se det.',
  unknown: 'Kommunen eller en, der ikke er her mere',
  before: 'Før',
  after: 'Nu',
  emptyTitle: 'Her er ikke sket noget endnu',
  emptyText: 'Når nogen retter eller gør noget, står det her.',
  notYours: 'Historikken kan ses af dem, der styrer foreningen.'
};

const en: Widened<typeof da> = {
  title: 'History',
  lead: 'Who did what, and when. Only those who run the association and the municipality see it.',
  unknown: 'The municipality, or somebody who is no longer here',
  before: 'Before',
  after: 'Now',
  emptyTitle: 'Nothing has happened yet',
  emptyText: 'When somebody changes or does something, it stands here.',
  notYours: 'The history is for those who run the association.'
};

export const changeTexts: Record<Language, Widened<typeof da>> = { da, en };
