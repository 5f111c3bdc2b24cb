import type { Feature, MultiPolygon } from 'geojson';
import { get } from '#api/client.ts';
import type { Place } from '#api/types.ts';

export interface Base {
  outline: Feature<MultiPolygon> | null;
  places: readonly Place[];
}

let base: Promise<Base> | null = null;

/** The municipality's outline and its towns, fetched once. Without them the map is only plainer. */
export function quietBase(): Promise<Base> {
  base ??= Promise.all([
    get('/api/v1/outline'),
    get('/api/v1/places', { query: { limit: 100 } })
  ]).then(
    ([outline, places]) => ({
      // The interface says only that it is GeoJSON.
      outline: outline as unknown as Feature<MultiPolygon>,
      places: places.items
    }),
    () => {
      base = null;
      return { outline: null, places: [] };
    }
  );
  return base;
}
