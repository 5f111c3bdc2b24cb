import type { Box, LngLat } from '#lib/map/geometry.ts';
import type { Where } from '#lib/where/where.ts';

export type Start = { box: Box; maxZoom?: number } | { centre: LngLat; zoom: number };

const METRES_A_DEGREE = 111_195;

/** The box around a circle. */
export function boxOfRadius([lng, lat]: LngLat, metres: number): Box {
  const high = metres / METRES_A_DEGREE;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  return [lng - wide, lat - high, lng + wide, lat + high];
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
export function searchName(where: Where, filters: object): string {
  return JSON.stringify([where, filters]);
}
