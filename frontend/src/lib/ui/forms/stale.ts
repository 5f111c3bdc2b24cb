import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

/** Whether two values of a field say the same. */
export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export interface Merged<Values extends object> {
  /** Theirs where I changed nothing, mine where I did. */
  values: Values;
  /** What both of us changed, and not to the same. */
  disputed: (keyof Values & string)[];
}

/** Brings an edit of somebody else's into one's own that is not saved yet. */
export function merge<Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values
): Merged<Values> {
  const fields = Object.keys(base) as (keyof Values & string)[];
  const iChanged = (field: keyof Values) => !same(base[field], mine[field]);
  const theyChanged = (field: keyof Values) => !same(base[field], theirs[field]);
  const values = Object.fromEntries(
    fields.map((field) => [field, iChanged(field) ? mine[field] : theirs[field]])
  ) as Values;
  const disputed = fields.filter(
    (field) => iChanged(field) && theyChanged(field) && !same(mine[field], theirs[field])
  );
  return { values, disputed };
}

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
