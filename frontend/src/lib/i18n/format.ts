import type { Language, Shift, Weekday, When } from '#api/types.ts';
import { WEEKDAYS } from '#api/types.ts';
import type { Catalogue } from './da.ts';

/** Nearer than this, a position rounded to 100 metres says nothing. */
const NEXT_DOOR = 100;
const ZONE = 'Europe/Copenhagen';
const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

// Making a formatter costs a phone a millisecond, and a list needs hundreds: each is made once.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, format);
  return format;
}

/** The calendar day in Denmark, as `2026-12-01`. */
export function dayOf(moment: Date): string {
  // The Swedish locale happens to write dates the ISO way.
  return dateFormat('sv-SE', { timeZone: ZONE }).format(moment);
}

/** The weekday in Denmark. */
export function weekdayOf(moment: Date): Weekday {
  const name = dateFormat('en-GB', { timeZone: ZONE, weekday: 'short' }).format(moment);
  return name.toLowerCase() as Weekday;
}

/** The wall clock in Denmark, as `17:30`. */
export function clockOf(moment: Date): string {
  return dateFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit'
  }).format(moment);
}

/** How far Denmark's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: Date): number {
  const wall = Date.parse(`${dayOf(moment)}T${clockOf(moment)}:00Z`);
  return wall - Math.floor(moment.getTime() / 60_000) * 60_000;
}

/**
 * The moment at which Danish clocks show `clock` on `day`, as RFC 3339.
 * @param day `2026-12-01`
 * @param clock `18:00`
 */
export function momentInDenmark(day: string, clock: string): string {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  // Asked twice, since the first guess may lie on the other side of a change of the clocks.
  const guess = wall - offsetAt(new Date(wall));
  return new Date(wall - offsetAt(new Date(guess))).toISOString();
}

function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

interface Period {
  starts_at: string;
  ends_at: string;
}

export interface Away {
  distance_m: number | null;
  position_accuracy: 'exact' | 'town' | null;
  places: readonly { name: string }[];
}

/** Words dates, times, numbers and distances in one language. */
export class Format {
  readonly #t: Catalogue;
  readonly #locale: string;
  readonly #danish: boolean;
  readonly #lists: Intl.ListFormat;

  constructor(language: Language, catalogue: Catalogue) {
    this.#t = catalogue;
    this.#locale = LOCALES[language];
    this.#danish = language === 'da';
    this.#lists = new Intl.ListFormat(this.#locale);
  }

  number(value: number): string {
    return numberFormat(this.#locale).format(value);
  }

  list(words: readonly string[]): string {
    return this.#lists.format(words);
  }

  /** Things told one after another: `Lederkursus, fællesskab, kørsel betalt`. */
  sentence(parts: readonly string[]): string {
    return this.capital(
      parts.map((part) => part.charAt(0).toLocaleLowerCase(this.#locale) + part.slice(1)).join(', ')
    );
  }

  capital(text: string): string {
    return text.charAt(0).toLocaleUpperCase(this.#locale) + text.slice(1);
  }

  /** Metres in the steps a person thinks in: `800 m`, `1,2 km`, `12 km`. */
  distance(metres: number): string {
    if (metres < NEXT_DOOR) return this.#t.distance.under(`${NEXT_DOOR} m`);
    const rounded = Math.round(metres / 50) * 50;
    if (rounded < 1000) return `${rounded} m`;
    const digits = metres < 9_950 ? 1 : 0;
    const kilometres = numberFormat(this.#locale, { maximumFractionDigits: digits });
    return `${kilometres.format(metres / 1000)} km`;
  }

  /**
   * How far away something lies, or its towns where that is not asked. Where only the town is known,
   * it says so; in that very town no distance would be true.
   */
  away(thing: Away): string {
    const metres = thing.distance_m;
    const vague = thing.position_accuracy === 'town';
    if (metres === null || (vague && metres < NEXT_DOOR)) {
      return thing.places.map((place) => place.name).join(', ');
    }
    return vague ? this.#t.distance.about(this.distance(metres)) : this.distance(metres);
  }

  /** `17:00` as `17`, `17:30` as `17.30`; in English as `17:00` and `17:30`. */
  clock(time: string): string {
    const [hour = '', minute = '00'] = time.split(':');
    if (!this.#danish) return `${hour}:${minute}`;
    return minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`;
  }

  /** `17:00` as `17.00`, for tables and lists. */
  fullClock(time: string): string {
    return this.#danish ? time.replace(':', '.') : time;
  }

  hours(from: string, to: string): string {
    return `${this.clock(from)}–${this.clock(to)}`;
  }

  /** `2026-12-01` as `1. december`, with the year when it is not this one. */
  day(day: string, now = new Date()): string {
    return this.#date(day, { day: 'numeric', month: 'long' }, now);
  }

  /** `tirsdag 1. december`, `i dag`, `i morgen`. */
  weekdayAndDay(moment: string, now = new Date()): string {
    const day = dayOf(new Date(moment));
    const date = this.#date(day, { weekday: 'long', day: 'numeric', month: 'long' }, now);
    return this.#danish ? date.replace(' den ', ' ') : date;
  }

  /** `lør. 28. nov.`, or `i dag`, `i morgen`; without the weekday `28. nov.` */
  shortDay(moment: string, now = new Date(), weekday = true): string {
    const day = dayOf(new Date(moment));
    const today = dayOf(now);
    if (day === today) return this.#t.time.today;
    if (day === addDays(today, 1)) return this.#t.time.tomorrow;
    const parts = { day: 'numeric', month: 'short' } as const;
    const date = this.#date(day, weekday ? { weekday: 'short', ...parts } : parts, now);
    return this.#danish ? date.replace(' den ', ' ') : date;
  }

  /** `kl. 17–18.30` */
  span(period: Period): string {
    const from = clockOf(new Date(period.starts_at));
    const to = clockOf(new Date(period.ends_at));
    return this.#t.time.at(this.hours(from, to));
  }

  /** `tirsdag 1. december` and `kl. 17–18.30`, kept apart for two lines. */
  shift(shift: Pick<Shift, 'starts_at' | 'ends_at'>, now = new Date()): [string, string] {
    return [this.capital(this.weekdayAndDay(shift.starts_at, now)), this.span(shift)];
  }

  /** One line: `tirsdage kl. 17–18.30`, `lør. 28. nov. kl. 10–12`, `1 time om ugen, når det passer dig`. */
  when(when: When, now = new Date()): string {
    const { time } = this.#t;
    if (when.kind === 'recurring' && when.pattern.length > 0) return this.#pattern(when.pattern);
    if (when.kind === 'once') {
      if (!when.next) return time.byAgreement;
      if (when.dates > 1) return this.#dates(when, when.next, now);
      return this.#joined(this.shortDay(when.next.starts_at, now), this.span(when.next));
    }
    return when.hours_per_week === null
      ? time.whenItSuits
      : `${this.#weekly(when.hours_per_week)}, ${time.whenItSuits}`;
  }

  /** `3 lørdage, næste 12. dec.`; where that one is full, `3 lørdage, ledigt 19. dec.` */
  #dates({ dates, free, weekdays }: When, next: Period, now: Date): string {
    const { time } = this.#t;
    const [weekday, ...others] = weekdays;
    const alike = weekday && others.length === 0;
    const day = this.shortDay((free ?? next).starts_at, now, !alike);
    const what = alike ? time.weekdaysEvery[weekday] : time.dates;
    return (free ? time.freeOn : time.nextOn)(`${this.number(dates)} ${what}`, day);
  }

  #weekly(hours: number): string {
    return this.#t.time.hoursAWeek(this.number(hours), hours === 1);
  }

  #joined(day: string, hours: string): string {
    return this.#danish ? `${day} ${hours}` : `${day}, ${hours}`;
  }

  #pattern(pattern: When['pattern']): string {
    const byHours = new Map<string, Weekday[]>();
    for (const { weekday, starts, ends } of pattern) {
      const hours = this.hours(starts, ends);
      byHours.set(hours, [...(byHours.get(hours) ?? []), weekday]);
    }
    const lines = [...byHours].map(([hours, days]) => {
      const separator = this.#danish ? ' ' : ', ';
      return `${this.#days(days)}${separator}${this.#t.time.at(hours)}`;
    });
    return lines.join(this.#danish ? ', ' : '; ');
  }

  /** `tirsdage og torsdage`; three or more in a row as `mandag–torsdag`, all of them as `hverdage`. */
  #days(days: readonly Weekday[]): string {
    const { time } = this.#t;
    const indices = days.map((day) => WEEKDAYS.indexOf(day)).sort((one, other) => one - other);
    const first = indices[0] ?? 0;
    const inARow = indices.every((index, step) => index === first + step);
    const last = WEEKDAYS[indices.at(-1) ?? 0];
    if (!inARow || days.length < 3 || !last) {
      return this.list(indices.map((index) => time.weekdaysEvery[WEEKDAYS[index] ?? 'mon']));
    }
    if (days.length === 7) return time.everyDay;
    if (days.length === 5 && first === 0) return time.workdays;
    return `${time.weekdays[WEEKDAYS[first] ?? 'mon']}–${time.weekdays[last]}`;
  }

  #date(day: string, options: Intl.DateTimeFormatOptions, now: Date): string {
    const sameYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
    // A December and a January beside each other need no year; a May does.
    const near = Math.abs(Date.parse(day) - now.getTime()) < 92 * 86_400_000;
    const year: Intl.DateTimeFormatOptions = sameYear || near ? {} : { year: 'numeric' };
    return dateFormat(this.#locale, { ...options, ...year, timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`)
    );
  }
}
