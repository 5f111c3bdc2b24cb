import type { Need } from '#api/types.ts';
import { nameOf, WHOLE, type Choice } from './choices.ts';
import type { texts } from './texts.ts';

type Texts = (typeof texts)['da'];

/** What both forms ask for. */
export interface Wanted {
  /** A shift's id, or `WHOLE`. */
  choice: string;
  message: string;
  birth_year: string;
}

export function shiftOf({ choice }: Wanted): string | null {
  return choice === WHOLE ? null : choice;
}

export function yearOf({ birth_year }: Wanted): number | null {
  const year = birth_year.trim();
  return year ? Number(year) : null;
}

/** What is wrong with it, as far as can be told here. */
export function checkWanted(
  { choice, birth_year }: Wanted,
  choices: readonly Choice[],
  asksYear: boolean,
  words: Texts['missing']
): { choice: string[]; birth_year: string[] } {
  const known = choices.some((one) => nameOf(one) === choice);
  const year = /^\s*(19|20)\d\d\s*$/.test(birth_year);
  return {
    choice: known ? [] : [words.shift],
    birth_year: asksYear && !year ? [words.birthYear] : []
  };
}

/** Only the fields with something wrong. */
export function faults(checked: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(checked).filter(([, said]) => said.length > 0));
}

/** What the button says and what comes then, for what is chosen. */
export function outlook(need: Need, choice: Choice | undefined, t: Texts) {
  const days = need.association.reply_days;
  if (need.intake === 'reviewed') {
    return {
      act: t.submitReviewed,
      next: days === null ? t.next.reviewed : t.next.reviewedDays(days)
    };
  }
  return choice?.full
    ? { act: t.submitWaiting, next: t.next.waiting }
    : { act: t.submit, next: t.next.instant };
}

/** Under which name a draft of either form is kept: what a visitor typed is there after signing in. */
export const draftOf = (need: string) => `signup:${need}`;
