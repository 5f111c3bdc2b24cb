import type { HalfDay, Profile, ProfileIn } from '#api/people.ts';
import type { Position } from '#lib/where/position.svelte.ts';
import { PARTS_OF_DAY, WEEKDAYS, type PartOfDay, type Weekday } from '#api/types.ts';

/** The profile as its form holds it: what is typed is text. */
export interface ProfileValues {
  interests: string[];
  availability: HalfDay[];
  available_from: string;
  available_until: string;
  /** The slug of the town that is home. */
  place: string | null;
  /** Or their own position, rounded. */
  position: Position | null;
  max_distance_m: number | null;
  skills: string[];
  languages: string[];
  about: string;
  birth_year: string;
  /** Asked for only from those who may be under 15. */
  guardian_email: string;
}

export function valuesOf(profile: Profile): ProfileValues {
  const { home } = profile;
  const [lon, lat] = home?.position?.coordinates ?? [];
  const own = !home?.place && lat !== undefined && lon !== undefined;
  return {
    interests: profile.interests,
    availability: HALF_DAYS.filter((half) => profile.availability.includes(half)),
    available_from: profile.available_from ?? '',
    available_until: profile.available_until ?? '',
    place: home?.place?.slug ?? null,
    position: own ? { lat, lon } : null,
    max_distance_m: profile.max_distance_m,
    skills: profile.skills,
    languages: profile.languages,
    about: profile.about,
    birth_year: profile.birth_year === null ? '' : String(profile.birth_year),
    guardian_email: ''
  };
}

export function profileOf({ place, position, ...values }: ProfileValues): ProfileIn {
  return {
    ...values,
    home: place !== null ? { place } : position,
    available_from: values.available_from || null,
    available_until: values.available_until || null,
    about: values.about.trim(),
    birth_year: values.birth_year.trim() ? Number(values.birth_year) : null,
    guardian_email: mayBeUnder15(values.birth_year) ? values.guardian_email.trim() || null : null
  };
}

/** Whether somebody born that year may not have turned 15 yet. */
export function mayBeUnder15(year: string, now = new Date()): boolean {
  return /^\d{4}$/.test(year.trim()) && now.getFullYear() - Number(year) <= 15;
}

interface Words {
  periodOrder: string;
  birthYearForm: string;
}

/** What can be told without asking the server. */
export function checkProfile(values: ProfileValues, words: Words): Record<string, string[]> {
  const { available_from: from, available_until: until, birth_year: year } = values;
  return {
    ...(from && until && until < from && { available_until: [words.periodOrder] }),
    ...(year.trim() && !/^\s*(19|20)\d\d\s*$/.test(year) && { birth_year: [words.birthYearForm] })
  };
}

const WORKDAYS = WEEKDAYS.slice(0, 5);
const WEEKEND = WEEKDAYS.slice(5);

/** Every half day there is, in the week's order. */
export const HALF_DAYS: readonly HalfDay[] = all(WEEKDAYS, PARTS_OF_DAY);

export const QUICK = {
  evenings: all(WORKDAYS, ['evening']),
  daytime: all(WORKDAYS, ['morning', 'afternoon']),
  weekend: all(WEEKEND, PARTS_OF_DAY)
} as const;
export type Quick = keyof typeof QUICK;

function all(days: readonly Weekday[], parts: readonly PartOfDay[]): HalfDay[] {
  return days.flatMap((day) => parts.map((part): HalfDay => `${day}-${part}`));
}

export function hasAll(chosen: readonly HalfDay[], wanted: readonly HalfDay[]): boolean {
  return wanted.every((half) => chosen.includes(half));
}

/** Takes all of them, or gives all of them back when they are taken; in the week's order. */
export function toggled(chosen: readonly HalfDay[], some: readonly HalfDay[]): HalfDay[] {
  const off = hasAll(chosen, some);
  return HALF_DAYS.filter((half) => (some.includes(half) ? !off : chosen.includes(half)));
}

export interface Cell {
  row: number;
  column: number;
}

/** Where a key leads in the grid; `null` for a key that leads nowhere. */
export function moved({ row, column }: Cell, key: string, whole: boolean): Cell | null {
  const lastRow = WEEKDAYS.length - 1;
  const lastColumn = PARTS_OF_DAY.length - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

/** The words with what was typed: several at once by commas, none twice, whatever its capitals. */
export function withTag(tags: readonly string[], typed: string): string[] {
  const result = [...tags];
  for (const part of typed.split(',')) {
    const tag = part.trim().replace(/\s+/g, ' ');
    const known = result.some((other) => other.toLocaleLowerCase() === tag.toLocaleLowerCase());
    if (tag && !known) result.push(tag);
  }
  return result;
}
