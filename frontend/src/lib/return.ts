import { remember, remembered } from './memory.ts';

/** The query's name for the page to go back to after signing in. */
const NAME = 'til';
/** Where nobody wants to be led back to. */
const ENTRANCES = /^\/(log-ind|opret|glemt|bekraeft|api)(\/|$)/;

/**
 * A page of ours to return to, or `null`. What stands in an address may come from anybody: another
 * site's page, or one that only looks like ours, is never followed.
 */
export function returnPath(parameters: Pick<URLSearchParams, 'get'>): string | null {
  const wanted = parameters.get(NAME);
  if (!wanted || !/^\/(?![/\\])/.test(wanted)) return null;
  const origin = 'https://samspil.invalid';
  let url: URL;
  try {
    url = new URL(wanted, origin);
  } catch {
    return null;
  }
  if (url.origin !== origin || ENTRANCES.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

/** The query that leads back to a page. */
export function returnTo(url: Pick<URL, 'pathname' | 'search'>): string {
  return `?${NAME}=${encodeURIComponent(url.pathname + url.search)}`;
}

const KEY = 'samspil:afterwards';
const KEEP_MS = 60 * 60_000;

/** Keeps where to go once a mailed link has been followed, in this browser and for an hour. */
export function goThereAfterwards(path: string | null): void {
  remember(KEY, path && JSON.stringify({ path, at: Date.now() }));
}

/** Where to go now, asked once. The caller makes sure that it is a page of ours. */
export function whereAfterwards(): string | null {
  const kept = remembered(KEY);
  remember(KEY, null);
  try {
    const { path, at } = JSON.parse(kept ?? '{}') as { path?: unknown; at?: unknown };
    const fresh = typeof at === 'number' && Date.now() - at < KEEP_MS;
    return fresh && typeof path === 'string' ? path : null;
  } catch {
    return null;
  }
}
