import type { NeedItem, NeedQuery } from '#api/types.ts';
import { cluster, type Cluster } from '#lib/map/cluster.ts';
import { grown, isInside, type Box, type LngLat, contains } from '#lib/map/geometry.ts';
import type { View } from '#lib/map/context.ts';
import {
  crowds,
  mappedNeeds,
  pins,
  type Crowd,
  type MappedNeed,
  type Pin,
  type MapFeature
} from './pins.ts';
import { get, type Query } from '#api/client.ts';
import { Remote } from '#lib/remote.svelte.ts';
import { untrack } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

interface Search {
  filters: NeedQuery;
  /** The list as far as it is known, in its order. */
  items: readonly NeedItem[];
  /** What is nearest is counted from here. */
  from: LngLat;
}

/** Pixels between two pins: a thumb must hit each. */
const APART = 52;

/** What lies on the map one looks at, in which order, and which of it is chosen. */
export class Scene {
  readonly area = new Area();
  readonly facts = new CardFacts();
  view = $state.raw<View | null>(null);
  #chosen = $state<string | null>(null);
  readonly #search: () => Search;

  constructor(search: () => Search) {
    this.#search = search;
  }

  /** The list holds only what is done from home: there is nothing to show. */
  readonly nowhere = $derived.by(() => this.#search().filters.remote === 'only');

  readonly needs = $derived.by<readonly MappedNeed[]>(() => {
    const { items, from } = this.#search();
    return this.nowhere ? [] : mappedNeeds(this.area.features, items, from);
  });

  readonly inView = $derived.by(() => {
    const box = this.view?.box;
    if (!box) return [];
    return this.needs.filter(({ places }) => places.some((place) => isInside(place, box)));
  });

  /** The chosen need's turn among those in view; the first's when it is not among them. */
  readonly current = $derived.by(() => {
    const turn = this.inView.findIndex(({ id }) => id === this.#chosen);
    return Math.max(0, turn);
  });

  readonly shown = $derived(this.inView[this.current]?.id ?? null);

  readonly groups = $derived.by<Cluster<Pin>[]>(() => {
    if (!this.view) return [];
    const near = grown(this.view.box, 0.3);
    const all = pins(this.needs, this.shown).filter(({ at }) => isInside(at, near));
    return cluster(all, Math.round(this.view.zoom * 4) / 4, APART).sort(
      (one, other) => one.first.need.turn - other.first.need.turn
    );
  });

  readonly crowds = $derived.by<Crowd[]>(() => (this.nowhere ? [] : crowds(this.area.features)));

  readonly count = $derived.by(() => (this.area.clustered ? this.area.total : this.inView.length));

  choose(id: string | null): void {
    this.#chosen = id;
  }

  /** Asks for what lies in a piece of the map, unless it is known. */
  async look(box: Box, filters: MapFilters): Promise<void> {
    if (!this.nowhere) await this.area.look(box, filters);
  }

  /** Fetches what the cards beside the current one will say. */
  lookBeside(): void {
    const beside = this.inView.slice(Math.max(0, this.current - 1), this.current + 2);
    for (const need of beside) void this.facts.look(need.id);
  }
}

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

/** What a card says beyond the map's own answer. Taken from the list, else fetched when it is shown. */
export class CardFacts {
  readonly #facts = new SvelteMap<string, NeedItem>();
  readonly #asked = new SvelteSet<string>();

  get(id: string): NeedItem | undefined {
    return this.#facts.get(id);
  }

  learn(items: readonly NeedItem[]): void {
    for (const item of items) this.#facts.set(item.id, item);
  }

  async look(id: string): Promise<void> {
    if (untrack(() => this.#asked.has(id) || this.#facts.has(id))) return;
    this.#asked.add(id);
    // A card without them still has its title; the next visit tries again.
    const need = await get('/api/v1/needs/{need_id}', { path: { need_id: id } }).catch(() => null);
    if (need) this.learn([need]);
    else this.#asked.delete(id);
  }
}
