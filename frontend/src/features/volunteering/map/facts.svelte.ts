import { untrack } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { get } from '#api/client.ts';
import type { NeedItem } from '#api/types.ts';

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
