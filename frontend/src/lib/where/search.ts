import { ownPosition } from './position.svelte.ts';
import type { Where } from './where.ts';

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
