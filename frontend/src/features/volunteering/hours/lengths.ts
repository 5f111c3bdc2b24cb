// How long something took, and on which days.

export const STEP = 15;
export const SHORTEST = 15;
export const LONGEST = 24 * 60;
/** What most people give at a time. */
export const USUAL = [30, 60, 90, 120, 180, 240] as const;

/** The next whole quarter of an hour in one direction, within a day. */
export function stepped(minutes: number, direction: 1 | -1): number {
  const steps = minutes / STEP;
  const next = direction === 1 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1;
  return Math.min(LONGEST, Math.max(SHORTEST, next * STEP));
}

/** A day earlier or later, as `2026-12-01`. */
export function moved(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** How tall each month's bar is, of the tallest; something given is never nothing to see. */
export function shares(minutes: readonly number[]): number[] {
  const most = Math.max(...minutes, 1);
  return minutes.map((one) => (one === 0 ? 0 : Math.max(0.04, one / most)));
}

const LOCALES = { da: 'da-DK', en: 'en-GB' } as const;
type Language = keyof typeof LOCALES;

/** January to December. */
export function monthNames(language: Language, month: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2026, index, 15)));
}

/** `2026-12-01` as `1. december 2026`: on a proof the year always stands. */
export function fullDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`)
  );
}

/** How long a shift lasts, as hours can be entered. */
export function minutesBetween(shift: { starts_at: string; ends_at: string }): number {
  const minutes = Math.round((Date.parse(shift.ends_at) - Date.parse(shift.starts_at)) / 60_000);
  return Math.min(LONGEST, Math.max(5, minutes));
}
