import { get, type Query } from '#api/client.ts';
import type { NeedQuery } from '#api/types.ts';
import { Remote } from '#lib/remote.svelte.ts';
import { contains, grown, type Box } from '#lib/map/geometry.ts';
import type { MapFeature } from './pins.ts';

export type MapFilters = Omit<NonNullable<Query<'/api/v1/map'>>, 'bbox' | 'kind'>;

/** The list's filters, without those that mean nothing on a map. */
export function mapFilters(filters: NeedQuery): MapFilters {
  const { q, interest, weekday, part_of_day, commitment, step_free } = filters;
  return {
    ...(q && { q }),
    ...(interest && { interest }),
    ...(weekday && { weekday }),
    ...(part_of_day && { part_of_day }),
    ...(commitment && { commitment }),
    ...(step_free && { step_free })
  };
}

/**
 * What lies in the piece of the map one looks at. A piece that is known is not asked for again;
 * a new question ends the one before.
 */
export class Area {
  features = $state.raw<readonly MapFeature[]>([]);
  total = $state(0);
  /** There was too much to name: the features are crowds. */
  clustered = $state(false);
  readonly #request = new Remote<true>();
  #known: { box: Box; filters: string } | null = null;

  get error() {
    return this.#request.error;
  }

  get status(): 'asking' | 'known' | 'failed' {
    if (this.#request.error) return 'failed';
    return this.#request.loading || !this.#request.value ? 'asking' : 'known';
  }

  async look(box: Box, filters: MapFilters): Promise<void> {
    if (this.#knows(box, filters)) return;
    const wider = grown(box, 0.5);
    await this.#request.load(async (signal) => {
      const query = { ...filters, kind: ['need' as const], bbox: wider.join(',') };
      const found = await get('/api/v1/map', { query, signal });
      if (signal.aborted) return true;
      this.features = found.features;
      this.total = found.total;
      this.clustered = found.clustered;
      this.#known = { box: wider, filters: JSON.stringify(filters) };
      return true;
    });
  }

  async reload(): Promise<void> {
    await this.#request.reload();
  }

  stop(): void {
    this.#request.stop();
  }

  #knows(box: Box, filters: MapFilters): boolean {
    return (
      this.#known !== null &&
      this.#known.filters === JSON.stringify(filters) &&
      contains(this.#known.box, box) &&
      // Crowds come apart only when asked for closer by.
      !this.clustered
    );
  }
}
