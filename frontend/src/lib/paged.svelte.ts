import { Remote } from './remote.svelte.ts';

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
  total?: number | null;
  /** What settles the order of items. */
  order?: string;
}

/** What a list shows: its pages so far, as one. */
interface Shown<Item> {
  items: Item[];
  next: string | null;
  total: number | null;
  order: string | null;
}

const KEEP_MS = 5 * 60_000;
const KEEP_LISTS = 20;
// Read only when a list is asked for; nothing is drawn from it.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const kept = new Map<string, { at: number; shown: Shown<unknown> }>();

/**
 * A list that grows page by page. What was shown is kept for some minutes, so that going back finds
 * the list as long as it was and the browser can scroll to where it was left.
 */
export class PagedList<Item, Query extends object> {
  readonly #shown = new Remote<Shown<Item>>();
  readonly #more = new Remote<unknown>();
  #begun = $state(false);
  readonly #name: string;
  readonly #fetch: (query: Query & { cursor?: string }, signal: AbortSignal) => Promise<Page<Item>>;
  #query: Query | null = null;

  constructor(
    name: string,
    fetch: (query: Query & { cursor?: string }, signal: AbortSignal) => Promise<Page<Item>>
  ) {
    this.#name = name;
    this.#fetch = fetch;
  }

  get items(): Item[] {
    return this.#shown.value?.items ?? [];
  }

  set items(items: Item[]) {
    if (this.#shown.value) this.#shown.value = { ...this.#shown.value, items };
  }

  /** The items, once there is something to show. */
  get value(): Item[] | null {
    return this.loading === 'first' ? null : this.items;
  }

  get total(): number | null {
    return this.#shown.value?.total ?? null;
  }

  /** What settles the order of items, where the server says. */
  get order(): string | null {
    return this.#shown.value?.order ?? null;
  }

  get hasMore(): boolean {
    return (this.#shown.value?.next ?? null) !== null;
  }

  get error() {
    return this.#shown.error;
  }

  /** The last attempt to fetch more failed; what is shown still stands. */
  get moreFailed(): boolean {
    return this.#more.error !== null;
  }

  /** `first`: nothing to show yet. `again`: what is shown is about to be replaced. */
  get loading(): 'first' | 'again' | 'more' | null {
    if (this.#shown.loading) return this.items.length > 0 ? 'again' : 'first';
    if (this.#more.loading) return 'more';
    return this.#begun ? null : 'first';
  }

  get #key(): string {
    return this.#name + JSON.stringify(this.#query);
  }

  /** Shows what matches a query. The same query again changes nothing. */
  async show(query: Query): Promise<void> {
    if (this.#query && this.#key === this.#name + JSON.stringify(query)) return;
    this.#query = query;
    const before = kept.get(this.#key);
    if (before && Date.now() - before.at < KEEP_MS) {
      this.#begun = true;
      this.#more.take(null);
      this.#shown.take(before.shown as Shown<Item>);
    } else await this.reload();
  }

  async reload(): Promise<void> {
    const query = this.#query;
    if (!query) return;
    this.#begun = true;
    this.#more.take(null);
    await this.#shown.load(async (signal) => {
      const { items, next_cursor, total = null, order = null } = await this.#fetch(query, signal);
      return this.#keep({ items, next: next_cursor, total, order });
    });
  }

  async showMore(): Promise<void> {
    const before = this.#shown.value;
    const query = this.#query;
    const cursor = before?.next ?? null;
    if (!query || !before || cursor === null || this.loading) return;
    await this.#more.load(async (signal) => {
      const { items, next_cursor } = await this.#fetch({ ...query, cursor }, signal);
      const shown = { ...before, items: [...this.items, ...items], next: next_cursor };
      if (!signal.aborted) this.#shown.value = this.#keep(shown);
    });
  }

  #keep(shown: Shown<Item>): Shown<Item> {
    kept.delete(this.#key);
    kept.set(this.#key, { at: Date.now(), shown });
    const oldest = kept.keys().next();
    if (kept.size > KEEP_LISTS && !oldest.done) kept.delete(oldest.value);
    return shown;
  }
}
