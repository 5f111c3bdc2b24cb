import { ApiError, readFrom, sessionProof } from '#api/client.ts';
import type { Me } from '#api/people.ts';
import { forgetSession, SESSION_CHANNEL, tell, type SessionNews } from '#api/renew.ts';
import { send } from '#api/send.ts';
import { forgetOthers, forgetOwn } from '#lib/offline/own.ts';
import { fetchRest } from '#lib/offline/register.ts';
import { forgetDrafts } from '#lib/ui/forms/draft.ts';

/**
 * Who is signed in. Nothing is asked before a screen wants to know, and nothing at all for visitors:
 * they have no proof of a session. All pages of one browser hear at once when that changes.
 */
class Session {
  #me = $state.raw<Me | null>(null);
  #known = $state(false);
  #lapsed = $state(false);
  // The same, for what must not be done anew because of it.
  #left = false;
  #error = $state.raw<ApiError | null>(null);
  #running: Promise<void> | null = null;

  constructor() {
    new BroadcastChannel(SESSION_CHANNEL).onmessage = ({ data }: MessageEvent<SessionNews>) => {
      if (data === 'signed-out') {
        forgetDrafts();
        forgetOwn();
      }
      if (data === 'signed-out') this.#settle(null);
      else if (data === 'expired') this.lapse();
      else if (this.#known) void this.reload();
    };
  }

  /** `null` for a visitor, and while it is not known. */
  get me(): Me | null {
    return this.#me;
  }

  /** As `me`, for what draws anything that is read from the server. */
  get value(): Me | null {
    return this.#me;
  }

  /** Whether it is known who is here. */
  get known(): boolean {
    return this.#known;
  }

  /** Why it could not be found out. */
  get error(): ApiError | null {
    return this.#error;
  }

  /** Whether it has run out while somebody was at a page: `me` is who they were. */
  get lapsed(): boolean {
    return this.#lapsed;
  }

  /** Says that the session has run out; the page stands, so that nothing written is lost. */
  lapse(): void {
    if (!this.#me) {
      this.#settle(null);
      return;
    }
    this.#lapsed = true;
    this.#left = true;
  }

  /** Works for the municipality. */
  get staff(): boolean {
    return this.#me !== null && (this.#me.administrator || this.#me.areas.length > 0);
  }

  /** Finds out who is here, unless that is known. */
  async load(): Promise<void> {
    // Whoever goes on to another page after it ran out is a visitor there.
    if (this.#left) this.#settle(null);
    if (!this.#known) await this.reload();
  }

  async reload(): Promise<void> {
    this.#running ??= this.#ask().finally(() => (this.#running = null));
    await this.#running;
  }

  /** After a sign-in: everything open here knows at once. */
  async signedIn(): Promise<void> {
    this.#left = false;
    this.#known = false;
    await this.reload();
    tell('signed-in');
    void fetchRest();
  }

  /** What the server answered to a change of one's own account. */
  take(me: Me): void {
    this.#settle(me);
    tell('changed');
  }

  /** Ends this session. Rejects with `ApiError` when the server could not be told. */
  signOut(): Promise<void> {
    return this.#end('logout');
  }

  /** As `signOut`, for every session, and for the calendar's address where that is wished. */
  signOutEverywhere(calendars: boolean): Promise<void> {
    return this.#end('logout-everywhere', { calendars });
  }

  async #end(path: string, body?: object): Promise<void> {
    try {
      await send('POST', `/api/v1/auth/${path}`, { body });
    } catch (error) {
      // It had ended already.
      if (!(error instanceof ApiError) || error.problem !== 'not-signed-in') throw error;
    }
    forgetSession('signed-out');
    this.#settle(null);
  }

  async #ask(): Promise<void> {
    this.#error = null;
    if (!sessionProof()) {
      this.#settle(null);
      return;
    }
    try {
      this.#settle((await readFrom('/api/v1/me')) as Me);
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError('server');
      if (known.problem === 'not-signed-in') this.#settle(null);
      else this.#error = known;
    }
  }

  #settle(me: Me | null): void {
    if (me) forgetOthers(me.id);
    this.#me = me;
    this.#lapsed = this.#left = false;
    this.#known = true;
    this.#error = null;
  }
}

export const session = new Session();
