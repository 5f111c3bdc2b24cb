import type { HalfDay } from '#api/people.ts';
import type { Body } from '#api/send.ts';
import { PARTS_OF_DAY, WEEKDAYS, type PartOfDay, type Weekday } from '#api/types.ts';
import { rounded, type Position } from '#lib/where/position.svelte.ts';
import { USUAL_RADIUS } from '#lib/where/where.ts';
import { remember, remembered } from '#lib/memory.ts';
import { PROFILE_KEY } from '#features/volunteering/shared/matching/kept.ts';

export const TIMES = ['evenings', 'daytime', 'weekend'] as const;
export type Time = (typeof TIMES)[number];

/** What somebody without an account has told; kept on the phone and nowhere else. */
export interface PhoneProfile {
  interests: string[];
  times: Time[];
  /** The slug of a town. */
  place: string | null;
  /** Rounded to about 100 metres. */
  position: Position | null;
  /** Metres. */
  radius: number;
}

export const EMPTY: PhoneProfile = {
  interests: [],
  times: [],
  place: null,
  position: null,
  radius: USUAL_RADIUS
};

const WORKDAYS = WEEKDAYS.slice(0, 5);
const HALVES: Record<Time, readonly HalfDay[]> = {
  evenings: halves(WORKDAYS, ['evening']),
  daytime: halves(WORKDAYS, ['morning', 'afternoon']),
  weekend: halves(WEEKDAYS.slice(5), PARTS_OF_DAY)
};

function halves(days: readonly Weekday[], parts: readonly PartOfDay[]): HalfDay[] {
  return days.flatMap((day) => parts.map((part): HalfDay => `${day}-${part}`));
}

/** Whether it says anything that needs can be matched with. */
export function saysSomething({ interests, times, place, position }: PhoneProfile): boolean {
  return interests.length > 0 || times.length > 0 || place !== null || position !== null;
}

/** What was kept, as far as it can be understood; `null` where nothing is kept. */
export function readProfile(kept: string | null): PhoneProfile | null {
  if (kept === null) return null;
  let found: unknown;
  try {
    found = JSON.parse(kept);
  } catch {
    return null;
  }
  if (typeof found !== 'object' || found === null) return null;
  const { interests, times, place, position, radius } = found as Partial<PhoneProfile>;
  const profile = {
    interests: Array.isArray(interests)
      ? interests.filter((slug) => /^[a-z-]{1,40}$/.test(slug))
      : [],
    times: Array.isArray(times) ? TIMES.filter((time) => times.includes(time)) : [],
    place: typeof place === 'string' && /^[a-z0-9-]{1,80}$/.test(place) ? place : null,
    position: isPosition(position) ? rounded(position) : null,
    radius: typeof radius === 'number' && radius >= 500 && radius <= 50_000 ? radius : USUAL_RADIUS
  };
  return saysSomething(profile) ? profile : null;
}

function isPosition(value: unknown): value is Position {
  const { lat, lon } = (value ?? {}) as Partial<Position>;
  return typeof lat === 'number' && typeof lon === 'number';
}

/** The profile as the server takes it. It is not kept there. */
export function toBody(profile: PhoneProfile, limit: number): Body<'/api/v1/matches', 'post'> {
  const { interests, times, place, position, radius } = profile;
  const here = place !== null ? { place } : position !== null ? { ...position } : {};
  return {
    limit,
    max_distance_m: radius,
    step_free: false,
    ...here,
    ...(interests.length > 0 && { interests }),
    ...(times.length > 0 && { availability: times.flatMap((time) => [...HALVES[time]]) })
  };
}

/** The profile that this phone keeps. */
class Phone {
  #profile = $state.raw<PhoneProfile | null>(readProfile(remembered(PROFILE_KEY)));

  get profile(): PhoneProfile | null {
    return this.#profile;
  }

  keep(profile: PhoneProfile): void {
    this.#profile = profile;
    remember(PROFILE_KEY, JSON.stringify(profile));
  }

  forget(): void {
    this.#profile = null;
    remember(PROFILE_KEY, null);
  }
}

export const phone = new Phone();
