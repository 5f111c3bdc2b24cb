import { SvelteSet } from 'svelte/reactivity';

/** What is chosen of a list, by ids, to do one thing with all of it. */
export class Picked {
  readonly #ids = new SvelteSet<string>();

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
  }

  /** Chooses these and no others. */
  set(ids: Iterable<string>): void {
    this.#ids.clear();
    for (const id of ids) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
  }
}
