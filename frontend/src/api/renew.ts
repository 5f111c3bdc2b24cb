import { ApiError, once, sessionProof } from './client.ts';

/** Where the open pages of one browser tell each other who is signed in. */
export const SESSION_CHANNEL = 'samspil:session';
/** `expired`: signed out by time, not by wish; what was being written is kept. */
export type SessionNews = 'signed-in' | 'signed-out' | 'expired' | 'changed';

const LOCK = 'samspil:renew';
let running: Promise<boolean> | null = null;

/**
 * Renews a session that has run out, and says whether there is one again.
 *
 * A refresh token may be used once: a second use is taken for a thief's and ends the session. So two
 * pages must never use the same one. Only one renews at a time, and who waited looks first whether
 * the proof has changed meanwhile.
 *
 * @param before the session's proof when the call was made that came back
 * @throws ApiError when the server could not be asked; the session stands then
 */
export function renew(before: string): Promise<boolean> {
  running ??= alone(() => renewUnlessDone(before)).finally(() => {
    running = null;
  });
  return running;
}

async function renewUnlessDone(before: string): Promise<boolean> {
  const proof = sessionProof();
  if (proof !== before) return proof !== '';
  try {
    await once('/api/v1/auth/refresh', {
      method: 'POST',
      headers: { 'X-CSRF-TOKEN': proof }
    });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== 'refused') throw error;
    forgetSession('expired');
    return false;
  }
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
