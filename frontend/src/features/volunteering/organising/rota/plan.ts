import type { DeskShift, NeedDesk, ShiftIn, WeeklyIn } from '#api/volunteering.ts';
import type { Weekday } from '#api/types.ts';
import { clockOf, dayOf, momentInDenmark } from '#lib/i18n/format.ts';
import type { FieldErrors } from '#lib/ui/forms/form.svelte.ts';
import { numberIn } from '../need.ts';
import type { RotaTexts } from './texts.ts';

// Shifts as they are typed: a day and two times of a Danish clock.

interface Times {
  starts: string;
  ends: string;
  capacity: string;
  minimum: string;
}

export interface ShiftForm extends Times {
  day: string;
}

export interface WeeklyForm extends Times {
  weekdays: Weekday[];
  from: string;
  until: string;
  skipHolidays: boolean;
}

const DAY_MS = 86_400_000;

export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether something that ends then has gone over midnight. */
export const overnight = ({ starts, ends }: Pick<Times, 'starts' | 'ends'>): boolean =>
  starts !== '' && ends !== '' && ends <= starts;

/** How long something that ends the day after lasts by the clock. */
export function hoursOf({ starts, ends }: Pick<Times, 'starts' | 'ends'>): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return 24 + (minutes(ends) - minutes(starts)) / 60;
}

export function shiftFormOf(shift: DeskShift): ShiftForm {
  return {
    day: dayOf(new Date(shift.starts_at)),
    starts: clockOf(new Date(shift.starts_at)),
    ends: clockOf(new Date(shift.ends_at)),
    capacity: String(shift.capacity),
    minimum: shift.minimum_crew === null ? '' : String(shift.minimum_crew)
  };
}

/** What is sent of a shift, whose form has nothing to complain of. */
export function shiftOf(form: ShiftForm): Omit<ShiftIn, 'id'> {
  const lastDay = overnight(form) ? later(form.day, 1) : form.day;
  return {
    starts_at: momentInDenmark(form.day, form.starts),
    ends_at: momentInDenmark(lastDay, form.ends),
    capacity: numberIn(form.capacity) ?? 1,
    minimum_crew: numberIn(form.minimum)
  };
}

export function weeklyOf(form: WeeklyForm, dryRun: boolean): WeeklyIn {
  return {
    weekdays: form.weekdays,
    starts: form.starts,
    ends: form.ends,
    from: form.from,
    until: form.until,
    skip_holidays: form.skipHolidays,
    capacity: numberIn(form.capacity) ?? 1,
    minimum_crew: numberIn(form.minimum),
    dry_run: dryRun
  };
}

/**
 * A weekly pattern to begin with: the need's own days and times, from now on for a season.
 *
 * @param like what a single shift would begin with
 */
export function weeklyFormOf(need: NeedDesk, like: ShiftForm, today: string): WeeklyForm {
  const SEASON_DAYS = 91;
  const [first] = need.pattern;
  const from = need.from_day !== null && need.from_day > today ? need.from_day : today;
  const alike = need.pattern.filter(
    ({ starts, ends }) => starts === first?.starts && ends === first.ends
  );
  const until = need.until_day !== null && need.until_day >= from ? need.until_day : null;
  const longest = later(from, 366);
  return {
    weekdays: alike.map(({ weekday }) => weekday),
    starts: first?.starts ?? like.starts,
    ends: first?.ends ?? like.ends,
    from,
    until: until === null ? later(from, SEASON_DAYS) : until > longest ? longest : until,
    skipHolidays: true,
    capacity: like.capacity,
    minimum: like.minimum
  };
}

function timesAmiss(form: Times, t: RotaTexts): FieldErrors {
  const capacity = numberIn(form.capacity);
  const minimum = numberIn(form.minimum);
  return {
    ...(!form.starts && { starts: [t.clockMissing] }),
    ...(!form.ends && { ends: [t.clockMissing] }),
    ...(!capacity && { capacity: [t.capacityMissing] }),
    ...(capacity && minimum !== null && minimum > capacity && { minimum: [t.crewTooBig] })
  };
}

/** What can be told before the server is asked; the server has the last word. */
export function shiftAmiss(form: ShiftForm, t: RotaTexts): FieldErrors {
  return { ...(!form.day && { day: [t.dayMissing] }), ...timesAmiss(form, t) };
}

export function weeklyAmiss(form: WeeklyForm, t: RotaTexts): FieldErrors {
  return {
    ...(form.weekdays.length === 0 && { weekdays: [t.weekdaysMissing] }),
    ...(!form.from && { from: [t.dayMissing] }),
    ...(!form.until && { until: [t.dayMissing] }),
    ...timesAmiss(form, t)
  };
}

const SENT: Partial<Record<string, string>> = {
  starts_at: 'day',
  ends_at: 'ends',
  minimum_crew: 'minimum',
  skip_holidays: 'skipHolidays'
};

/** How many of these dates a shift is to be made on. */
export const countOf = (dates: readonly { skipped: boolean; exists: boolean }[]): number =>
  dates.filter(({ skipped, exists }) => !skipped && !exists).length;

/** The server's complaints by the fields of these forms. */
export function complaintsOf(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, said]) => [SENT[name] ?? name, said])
  );
}

/** How many hands a shift still lacks to be held at all. */
export const lacking = ({ minimum_crew, taken }: DeskShift): number =>
  Math.max((minimum_crew ?? 0) - taken, 0);

export interface Week {
  /** Its Monday. */
  monday: string;
  /** As calendars number it (ISO 8601). */
  number: number;
  shifts: DeskShift[];
}

export interface Day<Of> {
  /** `2026-12-01` */
  day: string;
  shifts: Of[];
}

/** The seven days of a week, each with the shifts that begin on it. */
export function daysOf<Of extends { starts_at: string }>(
  monday: string,
  shifts: readonly Of[]
): Day<Of>[] {
  return Array.from({ length: 7 }, (_, turn) => {
    const day = later(monday, turn);
    return { day, shifts: shifts.filter((shift) => dayOf(new Date(shift.starts_at)) === day) };
  });
}

/** Shifts by the week they begin in, in the order in which they come. */
export function weeksOf(shifts: readonly DeskShift[]): Week[] {
  const weeks = new Map<string, Week>();
  for (const shift of shifts) {
    const monday = mondayOf(dayOf(new Date(shift.starts_at)));
    const week = weeks.get(monday) ?? { monday, number: numberOf(monday), shifts: [] };
    week.shifts.push(shift);
    weeks.set(monday, week);
  }
  return [...weeks.values()];
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return later(day, -((weekday + 6) % 7));
}

/** A week's number, as calendars count; it belongs to the year of its Thursday. */
export function numberOf(monday: string): number {
  const thursday = later(monday, 3);
  const newYear = Date.parse(`${thursday.slice(0, 4)}-01-01T12:00:00Z`);
  return Math.floor((Date.parse(`${thursday}T12:00:00Z`) - newYear) / DAY_MS / 7) + 1;
}
