import { ApiError, isSuperseded } from '#api/client.ts';

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
  total?: number | null;
}

interface Kept {
  at: number;
  items: unknown[];
  next: string | null;
  total: number | null;
}

const KEEP_MS = 5 * 60_000;
const KEEP_LISTS = 20;
// Read only when a list is asked for; nothing is drawn from it.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const kept = new Map<string, Kept>();

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('server');
}

/**
 * A list that grows page by page. What was shown is kept for some minutes, so that going back finds
 * the list as long as it was and the browser can scroll to where it was left.
 */
export class PagedList<Item, Query extends object> {
  items = $state.raw<Item[]>([]);
  total = $state<number | null>(null);
  /** `first`: nothing to show yet. `again`: what is shown is about to be replaced. */
  loading = $state<'first' | 'again' | 'more' | null>('first');
  error = $state.raw<ApiError | null>(null);
  /** The last attempt to fetch more failed; what is shown still stands. */
  moreFailed = $state(false);
  #next = $state<string | null>(null);

  readonly #name: string;
  readonly #fetch: (query: Query & { cursor?: string }, signal: AbortSignal) => Promise<Page<Item>>;
  #query: Query | null = null;
  #running: AbortController | null = null;

  constructor(
    name: string,
    fetch: (query: Query & { cursor?: string }, signal: AbortSignal) => Promise<Page<Item>>
  ) {
    this.#name = name;
    this.#fetch = fetch;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  get #key(): string {
    return this.#name + JSON.stringify(this.#query);
  }

  /** Shows what matches a query. The same query again changes nothing. */
  async show(query: Query): Promise<void> {
    if (this.#query && this.#key === this.#name + JSON.stringify(query)) return;
    this.#query = query;
    this.#running?.abort();
    const before = kept.get(this.#key);
    if (before && Date.now() - before.at < KEEP_MS) {
      this.items = before.items as Item[];
      this.total = before.total;
      this.#next = before.next;
      this.#settle();
      return;
    }
    await this.#fetchFirst();
  }

  async retry(): Promise<void> {
    if (this.#query) await this.#fetchFirst();
  }

  async #fetchFirst(): Promise<void> {
    this.loading = this.items.length > 0 && !this.error ? 'again' : 'first';
    this.error = null;
    await this.#run(undefined, (page) => {
      this.items = page.items;
      this.total = page.total ?? null;
    });
  }

  async showMore(): Promise<void> {
    if (this.#next === null || this.loading) return;
    this.loading = 'more';
    await this.#run(this.#next, (page) => {
      this.items = [...this.items, ...page.items];
    });
  }

  async #run(cursor: string | undefined, take: (page: Page<Item>) => void): Promise<void> {
    if (!this.#query) return;
    const running = new AbortController();
    this.#running = running;
    try {
      const page = await this.#fetch(
        { ...this.#query, ...(cursor !== undefined && { cursor }) },
        running.signal
      );
      take(page);
      this.#next = page.next_cursor;
      this.#keep();
      this.#settle();
    } catch (error) {
      if (isSuperseded(error) || running.signal.aborted) return;
      this.loading = null;
      if (cursor === undefined) {
        this.items = [];
        this.total = null;
        this.#next = null;
        this.error = asApiError(error);
      } else {
        this.moreFailed = true;
      }
    }
  }

  #settle(): void {
    this.loading = null;
    this.error = null;
    this.moreFailed = false;
  }

  #keep(): void {
    kept.delete(this.#key);
    kept.set(this.#key, {
      at: Date.now(),
      items: this.items,
      next: this.#next,
      total: this.total
    });
    const oldest = kept.keys().next();
    if (kept.size > KEEP_LISTS && !oldest.done) kept.delete(oldest.value);
  }
}

/** A single thing that is fetched, with what a screen needs to draw every state of it. */
export class Fetched<Value> {
  value = $state.raw<Value | null>(null);
  error = $state.raw<ApiError | null>(null);
  #again: (() => Promise<void>) | null = null;
  #running: AbortController | null = null;

  async load(fetch: (signal: AbortSignal) => Promise<Value>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#again = () => this.load(fetch);
    this.error = null;
    try {
      this.value = await fetch(running.signal);
    } catch (error) {
      if (!isSuperseded(error) && !running.signal.aborted) {
        this.value = null;
        this.error = asApiError(error);
      }
    }
  }

  async retry(): Promise<void> {
    await this.#again?.();
  }
}
