import type { NeedItem } from '#api/types.ts';
import type { Catalogue } from '#lib/i18n/da.ts';

const SOON_MS = 7 * 86_400_000;

type Places = Pick<NeedItem, 'missing' | 'when'>;

/** How many places are left on the date that a card names; without dates, in all. */
export function placesLeft({ missing, when: { next, free } }: Places): number {
  return (free ?? next)?.places_left ?? missing;
}

/** Whether hands are missing for a date that is near: then it is said loudly. */
export function isUrgent({ when: { next } }: Places, now = Date.now()): boolean {
  return next !== null && next.places_left > 0 && Date.parse(next.starts_at) - now < SOON_MS;
}

/** What a card says calmly of its places; nothing where that is said loudly. */
export function placesText(need: Places, t: Catalogue['find']): string | null {
  if (isUrgent(need)) return null;
  const left = placesLeft(need);
  return left > 0 ? t.places(left) : t.full;
}
