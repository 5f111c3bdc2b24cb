import type { NeedItem } from '#api/types.ts';
import { boxAround, type Box, type LngLat } from '#lib/map/geometry.ts';
import type { Where } from '#lib/where/where.ts';

export type Start = { box: Box; maxZoom?: number } | { centre: LngLat; zoom: number };

/** A need and the streets around it. */
export const CLOSE_ENOUGH = 14;
const METRES_A_DEGREE = 111_195;

/** The box around a circle. */
export function boxOfRadius([lng, lat]: LngLat, metres: number): Box {
  const high = metres / METRES_A_DEGREE;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  return [lng - wide, lat - high, lng + wide, lat + high];
}

/** GeoJSON's numbers, when there are two of them. */
export function lngLat(coordinates: readonly number[] | undefined): LngLat | null {
  const [lng, lat] = coordinates ?? [];
  return lng === undefined || lat === undefined ? null : [lng, lat];
}

/** Around the list's own first page where it was made from somewhere, else around the search. */
export function usualStart(
  origin: LngLat | null,
  radius: number,
  items: readonly Pick<NeedItem, 'position'>[],
  whole: Box
): Start {
  if (!origin) return { box: whole };
  const places = items
    .map(({ position }) => lngLat(position?.coordinates))
    .filter((place) => place !== null);
  const box = places.length > 0 ? boxAround([origin, ...places]) : null;
  return box ? { box, maxZoom: CLOSE_ENOUGH } : { box: boxOfRadius(origin, radius) };
}

interface Left {
  search: string;
  centre: LngLat;
  zoom: number;
  chosen: string | null;
}

// In memory only: the middle of the map may be where somebody stands.
let left: Left | null = null;

/** Remembers how the map was left, for the way back from a need. */
export function leaveMap(state: Left): void {
  left = state;
}

/** How the map was left, if it was left at this search. */
export function mapAsLeft(search: string): Left | null {
  return left?.search === search ? left : null;
}

/** Names a search, so that the way back finds it and another search does not. */
export function searchName(where: Where, filters: object, selected: string | null): string {
  return JSON.stringify([where, filters, selected]);
}
