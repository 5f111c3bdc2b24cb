import type { Answer } from '#api/client.ts';
import type { NeedItem } from '#api/types.ts';
import { boxAround, metresBetween, type Box, type LngLat } from '#lib/map/geometry.ts';

export type MapFeature = Answer<'/api/v1/map'>['features'][number];

/** A need on the map: one card, a pin at each of its places. */
export interface MappedNeed {
  id: string;
  /** Its turn among the cards: the list's order first, then what is nearest. Never shown. */
  turn: number;
  title: string;
  association: string;
  lang: string;
  places: readonly LngLat[];
}

export interface Pin {
  /** One of the need's places. */
  at: LngLat;
  need: MappedNeed;
}

/** Many things the server has gathered into one. */
export interface Crowd {
  at: LngLat;
  count: number;
  box: Box;
}

function lngLat(feature: MapFeature): LngLat {
  const [lng = 0, lat = 0] = feature.geometry.coordinates;
  return [lng, lat];
}

/**
 * Gathers features into needs, in the order of their cards.
 * @param items the list, in its order
 * @param from where the search was made from
 */
export function mappedNeeds(
  features: readonly MapFeature[],
  items: readonly Pick<NeedItem, 'id'>[],
  from: LngLat
): MappedNeed[] {
  const needs = new Map<string, { feature: MapFeature; places: LngLat[] }>();
  for (const feature of features) {
    const { id } = feature.properties;
    if (!id) continue;
    const known = needs.get(id);
    if (known) known.places.push(lngLat(feature));
    else needs.set(id, { feature, places: [lngLat(feature)] });
  }
  const turns = new Map(items.map(({ id }, index) => [id, index]));
  return [...needs]
    .map(([id, { feature, places }]) => ({
      id,
      places,
      feature,
      turn: turns.get(id) ?? items.length,
      metres: Math.min(...places.map((place) => metresBetween(from, place)))
    }))
    .sort((one, other) => one.turn - other.turn || one.metres - other.metres)
    .map(({ id, places, feature }, index) => ({
      id,
      places,
      turn: index,
      title: feature.properties.title ?? '',
      association: feature.properties.subtitle ?? '',
      lang: feature.properties.lang ?? 'da'
    }));
}

export function crowds(features: readonly MapFeature[]): Crowd[] {
  return features.flatMap((feature) => {
    const { cluster, count, bbox } = feature.properties;
    if (!cluster || count === undefined) return [];
    const at = lngLat(feature);
    const [west = at[0], south = at[1], east = at[0], north = at[1]] = bbox ?? [];
    return [{ at, count, box: [west, south, east, north] as const }];
  });
}

/** A pin for each place of each need; the chosen need's first, so that it stands for its group. */
export function pins(needs: readonly MappedNeed[], chosen: string | null): Pin[] {
  const all = needs.flatMap((need) => need.places.map((at) => ({ at, need })));
  return [
    ...all.filter(({ need }) => need.id === chosen),
    ...all.filter(({ need }) => need.id !== chosen)
  ];
}

/** The box around a group's places, or `null` when no zoom can part them. */
export function partingBox(group: readonly Pin[]): Box | null {
  const box = boxAround(group.map(({ at }) => at));
  if (!box) return null;
  const across = metresBetween([box[0], box[1]], [box[2], box[3]]);
  const CLOSEST_METRES = 15;
  return across > CLOSEST_METRES ? box : null;
}
