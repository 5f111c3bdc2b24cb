import { ApiError, get, isSuperseded, type Query } from '#api/client.ts';
import type { NeedQuery } from '#api/types.ts';
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
  status = $state<'asking' | 'known' | 'failed'>('asking');
  error = $state.raw<ApiError | null>(null);

  #known: { box: Box; filters: string } | null = null;
  #asked: { box: Box; filters: MapFilters } | null = null;
  #running: AbortController | null = null;

  async look(box: Box, filters: MapFilters): Promise<void> {
    if (this.#knows(box, filters)) return;
    await this.#ask(grown(box, 0.5), filters);
  }

  async retry(): Promise<void> {
    if (this.#asked) await this.#ask(this.#asked.box, this.#asked.filters);
  }

  stop(): void {
    this.#running?.abort();
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

  async #ask(box: Box, filters: MapFilters): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#asked = { box, filters };
    this.status = 'asking';
    try {
      const found = await get('/api/v1/map', {
        query: { ...filters, kind: ['need'], bbox: box.join(',') },
        signal: running.signal
      });
      this.features = found.features;
      this.total = found.total;
      this.clustered = found.clustered;
      this.#known = { box, filters: JSON.stringify(filters) };
      this.error = null;
      this.status = 'known';
    } catch (error) {
      if (isSuperseded(error) || running.signal.aborted) return;
      this.error = error instanceof ApiError ? error : new ApiError('server');
      this.status = 'failed';
    }
  }
}
