import { asksFromPosition, type ToWorker } from './keeping.ts';

/**
 * Puts the service worker to work once the page has nothing better to do: it must not cost the
 * first visitor a moment.
 */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await loaded();
  await idle();
  const first = !navigator.serviceWorker.controller;
  try {
    await navigator.serviceWorker.register('/service-worker.js', { type: 'module' });
    if (!first) return;
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({
      type: 'keep',
      urls: fetchedSoFar(),
      language: document.documentElement.lang
    } satisfies ToWorker);
  } catch {
    // A browser may refuse (private mode): then everything works as long as there is a network.
  }
}

function fetchedSoFar(): string[] {
  const urls = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  return urls
    .filter((url) => url.pathname.startsWith('/api/') && !asksFromPosition(url))
    .map(({ href }) => href);
}

function loaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    addEventListener('load', () => resolve(), { once: true });
  });
}

function idle(): Promise<void> {
  const LATEST_MS = 10_000;
  return new Promise((resolve) => {
    // Safari has no such call yet; a moment after loading does as well.
    if ('requestIdleCallback' in window) {
      requestIdleCallback(() => resolve(), { timeout: LATEST_MS });
    } else {
      setTimeout(resolve, 2000);
    }
  });
}
