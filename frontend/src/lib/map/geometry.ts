/** Degrees, as GeoJSON has them: east, north. */
export type LngLat = readonly [number, number];

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

/** A box as MapLibre takes it. */
export function corners([west, south, east, north]: Box): [number, number, number, number] {
  return [west, south, east, north];
}

const TILE = 512;
const EARTH_RADIUS = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Where a point lies on the whole world drawn at a zoom, in pixels. */
export function worldPixel([lng, lat]: LngLat, zoom: number): { x: number; y: number } {
  const size = TILE * 2 ** zoom;
  const mercator = Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));
  return { x: ((lng + 180) / 360) * size, y: (0.5 - mercator / (2 * Math.PI)) * size };
}

/** Metres between two points on a sphere: good enough to order what is near. */
export function metresBetween(one: LngLat, other: LngLat): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(one[1], other[1]) +
    Math.cos(radians(one[1])) * Math.cos(radians(other[1])) * half(one[0], other[0]);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord));
}

export function isInside([lng, lat]: LngLat, [west, south, east, north]: Box): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

export function contains(outer: Box, inner: Box): boolean {
  return isInside([inner[0], inner[1]], outer) && isInside([inner[2], inner[3]], outer);
}

/** The smallest box around some points; `null` around none. */
export function boxAround(points: readonly LngLat[]): Box | null {
  if (points.length === 0) return null;
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/**
 * A box grown on every side by a share of its own size, on a grid of about a kilometre: moving a
 * little asks for nothing new, and the middle of what is asked for is nobody's exact position.
 */
export function grown([west, south, east, north]: Box, share: number): Box {
  const wider = (east - west) * share;
  const higher = (north - south) * share;
  const out = (value: number, round: (value: number) => number) =>
    Number((round(value * 100) / 100).toFixed(2));
  return [
    Math.max(-180, out(west - wider, Math.floor)),
    Math.max(-90, out(south - higher, Math.floor)),
    Math.min(180, out(east + wider, Math.ceil)),
    Math.min(90, out(north + higher, Math.ceil))
  ];
}
