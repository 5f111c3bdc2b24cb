import { createContext } from 'svelte';
import { ApiError, isSuperseded } from '#api/client.ts';
import type { NeedDesk } from '#api/needsdesk.ts';
import type { Edited } from '#api/send.ts';
import { readNeed } from './calls.ts';

/** The need that is open: all its screens share one reading of it. */
export class OneNeed {
  value = $state.raw<NeedDesk | null>(null);
  error = $state.raw<ApiError | null>(null);
  /** Names what was read, so that somebody else's edit meanwhile is noticed. */
  edition: string | null = null;
  readonly id: string;
  #running: AbortController | null = null;

  constructor(id: string) {
    this.id = id;
  }

  async load(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.error = null;
    try {
      this.take(await readNeed(this.id, running.signal));
    } catch (error) {
      if (isSuperseded(error) || running.signal.aborted) return;
      this.error = error instanceof ApiError ? error : new ApiError('server');
    }
  }

  /** As it stands after an edit. */
  take({ value, edition }: Edited<NeedDesk>): void {
    this.value = value;
    this.edition = edition;
    this.error = null;
  }

  stop(): void {
    this.#running?.abort();
  }
}

export const [useNeed, provideNeed] = createContext<() => OneNeed>();
