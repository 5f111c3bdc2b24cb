import { WEEKDAYS, type OpeningHours, type Weekday } from '#api/types.ts';
import type { Catalogue } from '#lib/i18n/da.ts';
import type { Format } from '#lib/i18n/format.ts';

interface Day {
  weekday: Weekday;
  name: string;
  /** `null` where it is closed. */
  hours: string | null;
}

/** Opening hours for each day of the week, Monday first. */
export function weekOf(
  hours: readonly OpeningHours[],
  format: Format,
  names: Catalogue['time']['weekdays']
): Day[] {
  return WEEKDAYS.map((weekday) => {
    const spans = hours
      .filter((row) => row.weekday === weekday)
      .sort((one, other) => one.opens.localeCompare(other.opens))
      .map((row) => `${format.fullClock(row.opens)}–${format.fullClock(row.closes)}`);
    return {
      weekday,
      name: format.capital(names[weekday]),
      hours: spans.length > 0 ? spans.join(', ') : null
    };
  });
}
