import { ApiError, once, sessionProof } from './client.ts';

/** Where the open pages of one browser tell each other who is signed in. */
export const SESSION_CHANNEL = 'samspil:session';
/** `expired`: signed out by time, not by wish; what was being written is kept. */
export type SessionNews = 'signed-in' | 'signed-out' | 'expired' | 'changed';

const LOCK = 'samspil:renew';
/** The server takes the last refresh token once more for 20 s, for an answer that got lost. */
const AGAIN_WITHIN_MS = 15_000;
const PAUSE_MS = 1000;
let running: Promise<boolean> | null = null;

/**
 * Renews a session that has run out, and says whether there is one again.
 *
 * A refresh token may be used once: a second use is taken for a thief's and ends the session. So two
 * pages must never use the same one. Only one renews at a time, and who waited looks first whether
 * the proof has changed meanwhile. An answer that got lost is asked for again with the same token,
 * which the server allows once, for some seconds.
 *
 * @param before the session's proof when the call was made that came back
 * @throws ApiError when the server could not be asked; the session stands then
 */
export function renew(before: string): Promise<boolean> {
  running ??= alone(() => renewUnlessDone(before)).finally(() => (running = null));
  return running;
}

async function renewUnlessDone(before: string): Promise<boolean> {
  const until = Date.now() + AGAIN_WITHIN_MS;
  for (;;) {
    const proof = sessionProof();
    if (proof !== before) return proof !== '';
    try {
      await once('/api/v1/auth/refresh', {
        method: 'POST',
        headers: { 'X-CSRF-TOKEN': proof }
      });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Only this says that the session is over, and takes away the cookies that scripts cannot. A
      // network that died, a server that is busy do not.
      if (error.status === 401) {
        forgetSession('expired');
        return false;
      }
      if (error.reason !== 'offline' || Date.now() + PAUSE_MS > until) throw error;
    }
    await networkIsBack(until - Date.now());
  }
}

/** Waits a little, or for as long as the device says that it has no network. */
function networkIsBack(mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, navigator.onLine ? PAUSE_MS : mostMs);
    addEventListener('online', done);

    function done(): void {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
  });
}

/** Takes the proofs away, so that nothing more is asked for, and lets every open page know. */
export function forgetSession(news: 'signed-out' | 'expired'): void {
  for (const name of ['csrf_access_token', 'csrf_refresh_token']) {
    document.cookie = `${name}=; path=/; max-age=0; samesite=strict`;
  }
  tell(news);
}

/** Tells every open page, this one as well. */
export function tell(news: SessionNews): void {
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  channel.postMessage(news);
  channel.close();
}

function alone<Result>(act: () => Promise<Result>): Promise<Result> {
  // An address without https has no locks; two pages at once are then on their own.
  return 'locks' in navigator ? navigator.locks.request(LOCK, act) : act();
}
