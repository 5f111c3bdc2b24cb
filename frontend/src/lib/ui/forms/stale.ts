import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  merged: 'Det, du har skrevet, er her stadig. Det andet er hentet ind.',
  choose: 'I har begge rettet det samme. Vælg, hvad der skal stå:',
  theirs: 'Deres',
  yours: 'Dit',
  useTheirs: 'Brug deres',
  keepMine: 'Behold mit',
  ready: 'Se det igennem, og gem igen.',
  empty: '(tomt)'
};

const en: Widened<typeof da> = {
  merged: 'What you wrote is still here. The rest has been brought in.',
  choose: 'You have both changed the same. Choose what shall stand:',
  theirs: 'Theirs',
  yours: 'Yours',
  useTheirs: 'Use theirs',
  keepMine: 'Keep mine',
  ready: 'Look it through and save again.',
  empty: '(empty)'
};

export const staleTexts: Record<Language, Widened<typeof da>> = { da, en };
