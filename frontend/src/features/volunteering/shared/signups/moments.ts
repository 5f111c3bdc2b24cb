import type { Language } from '#api/types.ts';
import { clockOf, dayOf, type Format } from '#lib/i18n/format.ts';

const ZONE = 'Europe/Copenhagen';
const HOUR_MS = 3_600_000;

/** A calendar's leaf: `tirs`, `1`, `dec`. */
export function leafOf(moment: string, language: Language): [string, string, string] {
  const at = new Date(moment);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: ZONE }).format(at).replace('.', '');
  return [part({ weekday: 'short' }), String(Number(dayOf(at).slice(8))), part({ month: 'short' })];
}

/** `tir. 1. dec. kl. 17.30`, `i dag kl. 17`. */
export function momentOf(moment: string, at: (clock: string) => string, format: Format): string {
  return `${format.shortDay(moment)} ${at(format.clock(clockOf(new Date(moment))))}`;
}

/** How long it is until then: `om 5 timer`, `om 40 minutter`. */
export function leftUntil(moment: string, language: Language, now = Date.now()): string {
  const left = Math.max(Date.parse(moment) - now, 0);
  const words = new Intl.RelativeTimeFormat(language);
  return left >= 2 * HOUR_MS
    ? words.format(Math.floor(left / HOUR_MS), 'hour')
    : words.format(Math.floor(left / 60_000), 'minute');
}

/** How long ago it was: `for 5 minutter siden`, `for 2 timer siden`, `for 3 dage siden`. */
export function since(moment: string, language: Language, now = Date.now()): string {
  const gone = Math.max(now - Date.parse(moment), 0);
  const words = new Intl.RelativeTimeFormat(language);
  if (gone < HOUR_MS) return words.format(-Math.floor(gone / 60_000), 'minute');
  if (gone < 24 * HOUR_MS) return words.format(-Math.floor(gone / HOUR_MS), 'hour');
  return words.format(-Math.floor(gone / (24 * HOUR_MS)), 'day');
}
