import { get } from '#api/client.ts';
import { post } from '#api/send.ts';
import type { Message, Side } from '#api/volunteering.ts';
import { Remote } from '#lib/remote.svelte.ts';
import { dayOf } from '#lib/i18n/format.ts';

/** Often enough for two who write at the same time; nobody waits with the screen dark. */
const AGAIN_MS = 20_000;

/** What is written about a sign-up: read, kept fresh while it is looked at, and added to. */
export class ThreadState {
  /** Oldest first. */
  items = $state.raw<Message[]>([]);
  /** The reader's, once it is known. */
  side = $state<Side | null>(null);
  closed = $state(false);
  /** What came last from the other side while one looked. */
  news = $state.raw<Message | null>(null);
  hasEarlier = $state(false);
  readonly signup: string;
  #cursor: string | null = null;
  #read: string | null = null;
  #attempt: Attempt | null = null;
  /** Reads the newest page. */
  readonly newest = new Remote<true>();
  readonly earlier = new Remote<unknown>();
  readonly #refreshing = new Remote<unknown>();

  constructor(signup: string) {
    this.signup = signup;
  }

  get #path() {
    return { signup_id: this.signup };
  }

  async load(): Promise<void> {
    await this.newest.load(async (signal) => {
      const page = await this.#page(signal);
      this.#cursor = page.next_cursor;
      this.hasEarlier = page.next_cursor !== null;
      this.items = joined([], page.items);
      this.side = page.side;
      this.closed = page.closed;
      void this.#noteRead();
      return true;
    });
  }

  async showEarlier(): Promise<void> {
    const cursor = this.#cursor;
    if (cursor === null || this.earlier.loading) return;
    await this.earlier.load(async (signal) => {
      const page = await this.#page(signal, { cursor });
      this.#cursor = page.next_cursor;
      this.hasEarlier = page.next_cursor !== null;
      this.items = joined(this.items, page.items);
    });
  }

  #page(signal: AbortSignal, query: { cursor?: string } = {}) {
    return get('/api/v1/signups/{signup_id}/messages', { path: this.#path, query, signal });
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
      for (const request of [this.newest, this.earlier, this.#refreshing]) request.stop();
    };
  }

  // What stands there is still true where this fails; the next look may find more.
  async #refresh(): Promise<void> {
    if (!this.newest.value) return;
    await this.#refreshing.load(async (signal) => {
      const page = await this.#page(signal);
      const isKnown = (one: Message) => this.items.some(({ id }) => id === one.id);
      const fresh = page.items.find((one) => one.side !== this.side && !isKnown(one));
      if (fresh) this.news = fresh;
      this.items = joined(this.items, page.items);
      this.closed = page.closed;
      await this.#noteRead();
    });
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

/** Messages that are known and those that came, each once, oldest first. */
export function joined(known: readonly Message[], came: readonly Message[]): Message[] {
  const isNewer = ({ id }: Message) => came.some((one) => one.id === id);
  return [...known.filter((one) => !isNewer(one)), ...came].sort(
    (one, other) => Date.parse(one.sent_at) - Date.parse(other.sent_at)
  );
}

/** The messages of each day, as a thread shows them. */
export function byDay(messages: readonly Message[]): { day: string; messages: Message[] }[] {
  const days: { day: string; messages: Message[] }[] = [];
  for (const message of messages) {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
    const day = dayOf(new Date(message.sent_at));
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}

/** A message on its way, under an id that stays the same when it is tried again. */
export interface Attempt {
  id: string;
  text: string;
}

/** The attempt to send these words; the one before, when nothing was changed since. */
export function attemptAt(text: string, before: Attempt | null): Attempt {
  return before?.text === text ? before : { id: crypto.randomUUID(), text };
}
