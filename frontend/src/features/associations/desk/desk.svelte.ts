import { createContext } from 'svelte';
import { ApiError, isSuperseded } from '#api/client.ts';
import type { Desk } from '#api/desk.ts';
import type { Edited } from '#api/send.ts';
import { readDesk } from './calls.ts';

/** The association whose desk is open: all its screens share one reading of it. */
export class DeskOf {
  value = $state.raw<Desk | null>(null);
  error = $state.raw<ApiError | null>(null);
  /** Names what was read, so that somebody else's edit meanwhile is noticed. */
  edition: string | null = null;
  readonly slug: string;
  #running: AbortController | null = null;

  constructor(slug: string) {
    this.slug = slug;
  }

  async load(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.error = null;
    try {
      this.take(await readDesk(this.slug, running.signal));
    } catch (error) {
      if (isSuperseded(error) || running.signal.aborted) return;
      this.error = error instanceof ApiError ? error : new ApiError('server');
    }
  }

  /** Reads it once more, without a word when that does not work. */
  async lookAgain(signal: AbortSignal): Promise<void> {
    const before = this.value;
    const read = await readDesk(this.slug, signal).catch(() => null);
    // What was read or edited meanwhile is newer.
    if (read && this.value === before && !signal.aborted) this.take(read);
  }

  /** As it stands after an edit. */
  take({ value, edition }: Edited<Desk>): void {
    this.value = value;
    this.edition = edition;
    this.error = null;
  }

  stop(): void {
    this.#running?.abort();
  }
}

export const [useDesk, provideDesk] = createContext<() => DeskOf>();
