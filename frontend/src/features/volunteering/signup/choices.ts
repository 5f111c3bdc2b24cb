import type { Need, Shift } from '#api/types.ts';

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

/** Whether it takes people at all. */
export function takesPeople({ status }: Pick<Need, 'status'>): boolean {
  return status === 'published' || status === 'filled';
}
