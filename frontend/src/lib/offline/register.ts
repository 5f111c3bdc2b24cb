import { sessionProof } from '#api/client.ts';
import { whenIdle } from '#lib/screen.svelte.ts';
import { asksFromPosition, type ToWorker } from './keeping.ts';

/** The visitor has looked around by then, and what they opened meanwhile has come. */
const REST_AFTER_MS = 10_000;

/** Puts the service worker to work. It must not cost the first visitor a moment. */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await loaded();
  const first = !navigator.serviceWorker.controller;
  try {
    await navigator.serviceWorker.register('/service-worker.js', { type: 'module' });
  } catch {
    // A browser may refuse (private mode): then everything works as long as there is a network.
    return;
  }
  if (first)
    await tell({ type: 'keep', urls: fetchedSoFar(), language: document.documentElement.lang });
  setTimeout(() => whenIdle(() => void fetchRest()), REST_AFTER_MS);
}

/** Lets the worker fetch what the person here may open and has not yet, unless they save data. */
export async function fetchRest(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // Chromium's own; nobody else says so.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  await tell({ type: 'fetch-rest', all: sessionProof() !== '' });
}

async function tell(message: ToWorker): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(message);
}

function fetchedSoFar(): string[] {
  const urls = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  return urls
    .filter(({ origin }) => origin === location.origin)
    .filter((url) => !asksFromPosition(url))
    .map(({ href }) => href);
}

function loaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    addEventListener('load', () => resolve(), { once: true });
  });
}
