import { ApiError, isSuperseded } from '#api/client.ts';
import type { Edited } from '#api/send.ts';

type Fetch<Value> = (signal: AbortSignal) => Promise<Value>;

/** What failed, as a screen can word it. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('server');
}

/**
 * Something that is read from the server, with what a screen needs to draw every state of it:
 * loading (no value, no error), ready (a value) or failed (an error). The value stays while it is
 * read again; a newer request ends the one before.
 */
export class Remote<Value> {
  value = $state.raw<Value | null>(null);
  error = $state.raw<ApiError | null>(null);
  loading = $state(false);
  #fetch: Fetch<Value> | null = null;
  #running: AbortController | null = null;

  /** Reads it; with a pause in milliseconds for what changes with every key that is pressed. */
  async load(fetch: Fetch<Value>, pause = 0): Promise<void> {
    this.stop();
    const { signal } = (this.#running = new AbortController());
    const isEnded = () => signal.aborted;
    this.#fetch = fetch;
    this.error = null;
    this.loading = true;
    try {
      if (pause > 0) await new Promise((resume) => setTimeout(resume, pause));
      if (isEnded()) return;
      const value = await fetch(signal);
      if (!isEnded()) this.take(value);
    } catch (error) {
      if (isSuperseded(error) || isEnded()) return;
      this.value = null;
      this.error = asApiError(error);
      this.loading = false;
    }
  }

  /** Reads it once more. */
  async reload(): Promise<void> {
    if (this.#fetch) await this.load(this.#fetch);
  }

  /** Puts a value in its place that is known to be newer, such as the answer to a change. */
  take(value: Value | null): void {
    this.stop();
    this.value = value;
    this.error = null;
  }

  /** Ends what is being read. */
  stop(): void {
    this.#running?.abort();
    this.loading = false;
  }
}

/**
 * What a component reads as it is opened, and anew whenever something changes that `fetch` looks at
 * before it waits for anything.
 */
export function remote<Value>(fetch: Fetch<Value>): Remote<Value> {
  const found = new Remote<Value>();
  $effect(() => {
    void found.load(fetch);
    return () => found.stop();
  });
  return found;
}

/** Something that several people edit, read with the edition that a change of it must name. */
export class RemoteEdited<Value> extends Remote<Value> {
  edition: string | null = null;
  readonly id: string;
  readonly #read: (id: string, signal: AbortSignal) => Promise<Edited<Value>>;

  constructor(id: string, read: (id: string, signal: AbortSignal) => Promise<Edited<Value>>) {
    super();
    this.id = id;
    this.#read = read;
  }

  read(): Promise<void> {
    return this.load(async (signal) => {
      const { value, edition } = await this.#read(this.id, signal);
      this.edition = edition;
      return value;
    });
  }

  /** Reads it once more, without a word when that does not work. */
  async lookAgain(signal: AbortSignal): Promise<void> {
    const before = this.value;
    const read = await this.#read(this.id, signal).catch(() => null);
    // What was read or edited meanwhile is newer.
    if (read && this.value === before && !signal.aborted) this.edited(read);
  }

  /** As it stands after an edit. */
  edited({ value, edition }: Edited<Value>): void {
    this.take(value);
    this.edition = edition;
  }
}
