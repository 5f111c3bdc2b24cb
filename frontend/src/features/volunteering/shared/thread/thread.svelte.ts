import { ApiError, get, isSuperseded } from '#api/client.ts';
import { post } from '#api/send.ts';
import type { Message, Side } from '#api/threads.ts';
import { joined, type Attempt, attemptAt } from './messages.ts';

/** Often enough for two who write at the same time; nobody waits with the screen dark. */
const AGAIN_MS = 20_000;

/** What is written about a sign-up: read, kept fresh while it is looked at, and added to. */
export class ThreadOf {
  /** Oldest first. */
  items = $state.raw<Message[]>([]);
  /** The reader's, once it is known. */
  side = $state<Side | null>(null);
  closed = $state(false);
  loaded = $state(false);
  error = $state.raw<ApiError | null>(null);
  /** What came last from the other side while one looked. */
  news = $state.raw<Message | null>(null);
  hasEarlier = $state(false);
  loadingEarlier = $state(false);
  readonly signup: string;
  #cursor: string | null = null;
  #read: string | null = null;
  #attempt: Attempt | null = null;
  #running = new AbortController();

  constructor(signup: string) {
    this.signup = signup;
  }

  get #path() {
    return { signup_id: this.signup };
  }

  async load(): Promise<void> {
    this.error = null;
    try {
      const page = await get('/api/v1/signups/{signup_id}/messages', {
        path: this.#path,
        signal: this.#running.signal
      });
      this.#cursor = page.next_cursor;
      this.hasEarlier = page.next_cursor !== null;
      this.items = joined([], page.items);
      this.side = page.side;
      this.closed = page.closed;
      this.loaded = true;
      await this.#noteRead();
    } catch (error) {
      if (!isSuperseded(error)) this.error = asApiError(error);
    }
  }

  async earlier(): Promise<void> {
    if (this.#cursor === null || this.loadingEarlier) return;
    this.loadingEarlier = true;
    try {
      const page = await get('/api/v1/signups/{signup_id}/messages', {
        path: this.#path,
        query: { cursor: this.#cursor },
        signal: this.#running.signal
      });
      this.#cursor = page.next_cursor;
      this.hasEarlier = page.next_cursor !== null;
      this.items = joined(this.items, page.items);
    } finally {
      this.loadingEarlier = false;
    }
  }

  /** Sends once: what is tried again with the same words is the same message. */
  async write(text: string): Promise<void> {
    this.#attempt = attemptAt(text, this.#attempt);
    const written = await post('/api/v1/signups/{signup_id}/messages', {
      path: this.#path,
      body: this.#attempt
    });
    this.#attempt = null;
    this.items = joined(this.items, [written]);
  }

  async report(message: Message, reason: string): Promise<void> {
    await post('/api/v1/reports', { body: { kind: 'message', id: message.id, reason } });
  }

  /** Looks for news while the page is in sight; gives back what ends it. */
  watch(): () => void {
    const look = () => {
      if (document.visibilityState === 'visible') void this.#refresh();
    };
    const timer = setInterval(look, AGAIN_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      this.#running.abort();
    };
  }

  async #refresh(): Promise<void> {
    if (!this.loaded) return;
    try {
      const page = await get('/api/v1/signups/{signup_id}/messages', {
        path: this.#path,
        signal: this.#running.signal
      });
      const isKnown = (one: Message) => this.items.some(({ id }) => id === one.id);
      const fresh = page.items.find((one) => one.side !== this.side && !isKnown(one));
      if (fresh) this.news = fresh;
      this.items = joined(this.items, page.items);
      this.closed = page.closed;
      await this.#noteRead();
    } catch {
      // What stands there is still true; the next look may find more.
    }
  }

  async #noteRead(): Promise<void> {
    const last = this.items.findLast(({ side }) => side !== this.side)?.id ?? null;
    if (last === null || last === this.#read || document.visibilityState !== 'visible') return;
    this.#read = last;
    try {
      await post('/api/v1/signups/{signup_id}/messages/read', {
        path: this.#path,
        body: { last }
      });
    } catch {
      this.#read = null;
    }
  }
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('server');
}
