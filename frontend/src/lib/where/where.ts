import { ownPosition } from './position.svelte.ts';

/** Around what a search is made, as the address keeps it. */
export interface Where {
  /** The slug of a town. */
  place: string | null;
  /** Around the reader. The position itself never stands in the address. */
  mine: boolean;
  /** Metres. */
  radius: number;
}

export const RADII = [1000, 2000, 5000, 10_000, 20_000] as const;
export const USUAL_RADIUS = 5000;
const FURTHEST = 50_000;

export function readWhere(parameters: Pick<URLSearchParams, 'get'>): Where {
  const place = parameters.get('place');
  const radius = Number(parameters.get('radius_m') ?? USUAL_RADIUS);
  return {
    place: place && /^[a-z0-9-]{1,80}$/.test(place) ? place : null,
    mine: !place && parameters.get('near') === 'me',
    radius: Number.isInteger(radius) && radius > 0 && radius <= FURTHEST ? radius : USUAL_RADIUS
  };
}

export function writeWhere(where: Where, parameters: URLSearchParams): void {
  if (where.place) parameters.set('place', where.place);
  else if (where.mine) parameters.set('near', 'me');
  else return;
  if (where.radius !== USUAL_RADIUS) parameters.set('radius_m', String(where.radius));
}

/** The next step outwards; `null` where there is none. */
export function widerThan(radius: number): number | null {
  return RADII.find((step) => step > radius) ?? null;
}

interface Near {
  place?: string;
  lat?: number;
  lon?: number;
  radius_m?: number;
}

/**
 * What the API is asked for. `null` while the reader's own position is wanted but not known:
 * there is nothing to ask yet.
 */
export function near(where: Where): Near | null {
  if (where.place) return { place: where.place, radius_m: where.radius };
  if (!where.mine) return {};
  const position = ownPosition.value;
  return position && { lat: position.lat, lon: position.lon, radius_m: where.radius };
}
