import { address, ask } from '#api/client.ts';
import type { Need, Shift } from '#api/types.ts';
import type { texts } from './texts.ts';

/** The need as it is now, past what the browser keeps of it; `null` when it cannot be asked for. */
export async function readAnew(id: string): Promise<Need | null> {
  const url = address('/api/v1/needs/{need_id}', { need_id: id }, {});
  try {
    const response = await ask(url, () => ({ cache: 'no-cache' }));
    return (await response.json()) as Need;
  } catch {
    return null;
  }
}

/** What one can sign up for: a shift, or the need as a whole. */
export interface Choice {
  shift: Shift | null;
  /** Nobody gets in before somebody leaves. */
  full: boolean;
}

/** How a form names the need as a whole. */
export const WHOLE = 'whole';

export function nameOf({ shift }: Pick<Choice, 'shift'>): string {
  return shift?.id ?? WHOLE;
}

/**
 * What is left to sign up for, the whole first.
 * @param taken what the reader has signed up for already
 */
export function choicesOf(
  need: Pick<Need, 'shifts' | 'takes_whole' | 'missing'>,
  taken: readonly { shift: { id: string } | null }[]
): Choice[] {
  const names = new Set(taken.map(({ shift }) => shift?.id ?? WHOLE));
  const whole: Choice = { shift: null, full: need.missing <= 0 };
  const shifts = need.shifts.map((shift): Choice => ({ shift, full: shift.places_left <= 0 }));
  const all = need.takes_whole || shifts.length === 0 ? [whole, ...shifts] : shifts;
  return all.filter((choice) => !names.has(nameOf(choice)));
}

/** The date that one is led to first: the next with a free place. None where one asks for more. */
export function suggestedOf(choices: readonly Choice[]): Choice | undefined {
  if (choices.length > 1 && choices.some(({ shift }) => shift === null)) return undefined;
  return choices.find(({ full }) => !full) ?? choices[0];
}

/** Whether it takes people at all. */
export function takesPeople({ status }: Pick<Need, 'status'>): boolean {
  return status === 'published' || status === 'filled';
}

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
    const answered = days === null ? t.next.reviewed : t.next.reviewedDays(days);
    return { act: t.submitReviewed, next: choice?.full ? t.next.reviewedFull : answered };
  }
  return choice?.full
    ? { act: t.submitWaiting, next: t.next.waiting }
    : { act: t.submit, next: t.next.instant };
}

/** Under which name a draft of either form is kept: what a visitor typed is there after signing in. */
export const draftOf = (need: string) => `signup:${need}`;
