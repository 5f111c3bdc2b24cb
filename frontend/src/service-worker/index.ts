import { assets, immutable } from '$app/manifest';
import { self } from '$app/service-worker';
import { version } from '$app/env';
import {
  asksFromPosition,
  filesOf,
  nameOf,
  withoutPosition,
  type FromWorker,
  type ToWorker
} from '#lib/offline/keeping.ts';

const SHELL = `samspil-shell-${version}`;
const LATER = `samspil-later-${version}`;
const KEPT = `samspil-kept-${version}`;

const MOST_KEPT = 150;
const KEPT_FOR_MS = 14 * 24 * 60 * 60 * 1000;
const KEPT_AT = 'X-Samspil-Kept-At';
/** A bus in a forest: after this, yesterday's answer is worth more than none. */
const PATIENCE_MS = 4000;

const start = new URL('/', self.location.href).pathname;
const files = immutable.map(({ path }) => `/${path}`);
/** The map is large and only for those who open it. It is kept once it was. */
const isLater = (path: string) => path.includes('/maplibre');
const cacheFor = (path: string) => caches.open(isLater(path) ? LATER : SHELL);
const staticFiles = assets
  .map(({ path }) => `/${path}`)
  .filter((path) => /\.(woff2|svg|png|webmanifest)$/.test(path));
/** Without these a page looks like another one; the other pictures are for the phone's own screen. */
const isNeededFirst = (path: string) => /\.(woff2|svg|webmanifest)$/.test(path);

/** So many files at a time are fetched that nobody has needed yet, with a pause in between. */
const STEP = 4;
const PAUSE_MS = 500;

let answersAreKept = false;

self.addEventListener('install', (event) => event.waitUntil(fillShell()));

/**
 * Keeps what a visitor needs to open the application again, with or without a network: the shell, the
 * front page and the page that says what is wrong. Nearly all of it the page has just fetched, so
 * that it comes from the browser's own cache.
 */
async function fillShell(): Promise<void> {
  const shell = await caches.open(SHELL);
  const isUpdate = self.registration.active !== null;
  const cache = isUpdate ? 'no-cache' : 'force-cache';
  const page = await fetch(new Request(start, { cache: 'no-cache' }));
  if (!page.ok) throw new Error(`The shell is answered with ${page.status}`);
  const { first } = filesOf(await page.clone().text());
  await shell.put(start, page);
  if (isUpdate) await takeAlong();
  const statics = staticFiles.filter(isNeededFirst).map((path) => new Request(path, { cache }));
  await shell.addAll([...(await missing(first)), ...statics]);
}

/** Takes over from the version before what has not changed since. */
async function takeAlong(): Promise<void> {
  for (const path of files) {
    const found = await caches.match(path, { ignoreVary: true });
    if (found) await (await cacheFor(path)).put(path, found);
  }
}

async function missing(paths: string[]): Promise<string[]> {
  const shell = await caches.open(SHELL);
  const kept = new Set((await shell.keys()).map(({ url }) => new URL(url).pathname));
  return paths.filter((path) => files.includes(path) && !isLater(path) && !kept.has(path));
}

let everything = false;
let rest: Promise<void> | null = null;

/**
 * Fetches the files that nobody here has needed yet, in small steps, for as long as a page is open:
 * those of all pages for who is signed in, else those of the pages that visitors can open. Where it
 * does not work, the next visit goes on.
 */
async function fetchRest(): Promise<void> {
  const shell = await caches.open(SHELL);
  const page = await shell.match(start);
  const { visitors } = filesOf((await page?.text()) ?? '');
  for (;;) {
    const next = (await missing(everything ? files : visitors)).slice(0, STEP);
    const isWatched = (await self.clients.matchAll({ type: 'window' })).length > 0;
    if (next.length === 0 || !isWatched) return;
    try {
      await shell.addAll(next);
    } catch {
      return;
    }
    await new Promise((later) => setTimeout(later, PAUSE_MS));
  }
}

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver(): Promise<void> {
  const current = [SHELL, LATER, KEPT];
  for (const name of await caches.keys()) {
    if (name.startsWith('samspil-') && !current.includes(name)) await caches.delete(name);
  }
  await self.registration.navigationPreload.enable();
  await self.clients.claim();
}

self.addEventListener('message', (event) => {
  const message = event.data as ToWorker;
  if (message.type === 'take-over') {
    void self.skipWaiting();
  } else if (message.type === 'keep') {
    event.waitUntil(keepAll(message.urls, message.language));
  } else {
    everything ||= message.all;
    rest ??= fetchRest().finally(() => (rest = null));
    event.waitUntil(rest);
  }
});

/** What a page fetched before there was a worker, so that the first visit can be opened offline. */
async function keepAll(urls: string[], language: string): Promise<void> {
  const own = urls.map((url) => new URL(url).pathname);
  const shell = await caches.open(SHELL);
  // One by one: what one of them lacks is no reason to keep none.
  for (const path of await missing(own)) await shell.add(path).catch(() => undefined);
  for (const url of urls) {
    const request = new Request(url, { headers: { 'Accept-Language': language } });
    if (!nameOf(new URL(request.url), language)) continue;
    await fetch(request).then(
      (response) => keep(request, response),
      () => undefined
    );
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (url.pathname.startsWith('/api/')) return;
    event.respondWith(page(event));
  } else if (files.includes(url.pathname) || staticFiles.includes(url.pathname)) {
    event.respondWith(fromShell(request, url.pathname));
  } else if (nameOf(url, null) || asksFromPosition(url)) {
    event.respondWith(answer(event));
  }
});

/**
 * A page as the server sends it; without a network, or where the server is too busy to send it, the
 * shell, which draws every page itself.
 */
async function page(event: FetchEvent): Promise<Response> {
  await letNewVersionIn();
  const network = (async () => {
    const preloaded = (await event.preloadResponse) as Response | undefined;
    return preloaded ?? fetch(event.request);
  })();
  const sent = await inTime(network);
  if (sent && sent.status < 500 && sent.status !== 429) return sent;
  return (await caches.match(start, { cacheName: SHELL })) ?? sent ?? network;
}

/**
 * A page that is open needs the files of its own version. So a new version waits until the last
 * page is on its way out, which is when that page asks for the next one.
 */
async function letNewVersionIn(): Promise<void> {
  const { waiting } = self.registration;
  if (!waiting) return;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length > 1) return;
  waiting.postMessage({ type: 'take-over' } satisfies ToWorker);
}

async function fromShell(request: Request, path: string): Promise<Response> {
  const cache = await cacheFor(path);
  const found = await cache.match(request, { ignoreVary: true });
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The network's answer, or the last one like it when the network gives none. */
async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const network = fetch(request);
  const response = await inTime(network);
  if (response) {
    event.waitUntil(keep(request, response.clone()));
    if (answersAreKept) {
      answersAreKept = false;
      await tell({ type: 'fresh' });
    }
    return response;
  }
  const before = await lastAnswer(request);
  if (!before) return network;
  answersAreKept = true;
  await tell({ type: 'kept' });
  return before;
}

async function lastAnswer(request: Request): Promise<Response | undefined> {
  const url = new URL(request.url);
  const language = request.headers.get('Accept-Language');
  const name = nameOf(asksFromPosition(url) ? withoutPosition(url) : url, language);
  if (!name) return undefined;
  const kept = await caches.match(name, { cacheName: KEPT, ignoreVary: true });
  const at = Date.parse(kept?.headers.get(KEPT_AT) ?? '');
  return Date.now() - at < KEPT_FOR_MS ? kept : undefined;
}

async function keep(request: Request, response: Response): Promise<void> {
  const name = nameOf(new URL(request.url), request.headers.get('Accept-Language'));
  const rule = response.headers.get('Cache-Control') ?? '';
  if (!name || !response.ok || /no-store|private/.test(rule)) return;
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  const kept = await caches.open(KEPT);
  await kept.put(name, new Response(await response.blob(), { headers }));
  // The oldest stand first.
  const names = await kept.keys();
  for (const old of names.slice(0, -MOST_KEPT)) await kept.delete(old, { ignoreVary: true });
}

/** What comes of a fetch within a person's patience; `null` when it fails or takes longer. */
async function inTime(network: Promise<Response>): Promise<Response | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<null>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, null)));
  const response = network.catch(() => null);
  return Promise.race([response, patience]).finally(() => clearTimeout(timer));
}

async function tell(message: FromWorker): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(message);
}
