import { remember, remembered } from '#lib/memory.ts';

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
