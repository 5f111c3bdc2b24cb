import type { HalfDay, Profile, ProfileIn } from '#api/people.ts';
import type { Position } from '#lib/where/position.svelte.ts';
import { HALF_DAYS } from './halfDays.ts';

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
