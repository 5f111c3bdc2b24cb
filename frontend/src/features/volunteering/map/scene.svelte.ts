import type { NeedItem, NeedQuery } from '#api/types.ts';
import { cluster, type Cluster } from '#lib/map/cluster.ts';
import { grown, isInside, type Box, type LngLat } from '#lib/map/geometry.ts';
import type { View } from '#lib/map/view.ts';
import { Area, type MapFilters } from './area.svelte.ts';
import { CardFacts } from './facts.svelte.ts';
import { crowds, mappedNeeds, pins, type Crowd, type MappedNeed, type Pin } from './pins.ts';

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
      (one, other) => one.first.need.number - other.first.need.number
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
