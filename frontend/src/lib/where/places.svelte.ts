import { get } from '#api/client.ts';
import type { Place } from '#api/types.ts';

/** The towns met so far, so that a slug in the address gets its name back. */
class PlaceNames {
  #names = $state.raw<ReadonlyMap<string, Place>>(new Map());

  /** `undefined` until it has been looked up. */
  get(slug: string): Place | undefined {
    return this.#names.get(slug);
  }

  learn(places: readonly Place[]): void {
    this.#names = new Map([...this.#names, ...places.map((place) => [place.slug, place] as const)]);
  }

  async look(slug: string): Promise<void> {
    if (this.#names.has(slug)) return;
    const place = await get('/api/v1/places/{slug}', { path: { slug } }).catch(() => null);
    if (place) this.learn([place]);
  }
}

export const placeNames = new PlaceNames();
