import type { OwnSignup } from '#api/volunteering.ts';

/** The address, or the towns; empty for what is done from home. */
export function placeOf({ address, places }: Pick<OwnSignup, 'address' | 'places'>): string {
  return address ?? places.map(({ name }) => name).join(', ');
}

/** A map's page with the way there, for a place that is known to the metre. */
export function routeTo(signup: Pick<OwnSignup, 'position' | 'position_accuracy'>): string | null {
  if (!signup.position || signup.position_accuracy !== 'exact') return null;
  const [lon, lat] = signup.position.coordinates;
  return `https://www.openstreetmap.org/directions?to=${lat}%2C${lon}`;
}
