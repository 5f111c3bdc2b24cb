import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  all: 'Vælg alle',
  chosen: (count: string) => `${count} valgt`,
  choose: (name: string) => `Vælg ${name}`,
  none: 'Vælg ingen',
  sort: 'Sortér'
};

const en: Widened<typeof da> = {
  all: 'Choose all',
  chosen: (count) => `${count} chosen`,
  choose: (name) => `Choose ${name}`,
  none: 'Choose none',
  sort: 'Sort'
};

export const workTexts: Record<Language, Widened<typeof da>> = { da, en };
