/** What the service worker tells the pages. */
export type FromWorker =
  /** An answer came from what was kept, because the network gave none. */
  | { type: 'kept' }
  /** The network answers again. */
  | { type: 'fresh' };

/** What a page tells the service worker. */
export type ToWorker =
  /** These were fetched before the worker was there. */
  | { type: 'keep'; urls: string[]; language: string }
  /** What this visit has not needed may be fetched now: all of it, or what visitors can open. */
  | { type: 'fetch-rest'; all: boolean }
  /** No other page is open: the new version may take over. */
  | { type: 'take-over' };

// What the service worker keeps of the API's answers, and under which name. Pure, so that the rule
// about positions can be tested by itself.

const API = '/api/v1/';
const KEPT = new Set([
  'associations',
  'interests',
  'map',
  'needs',
  'outline',
  'places',
  'premises',
  'site',
  'stories'
]);

/** Parameters that say where a person is. */
const POSITION = ['lat', 'lon'];

export function asksFromPosition(url: URL): boolean {
  return POSITION.some((name) => url.searchParams.has(name));
}

/**
 * The name an answer is kept under, or `null` for what is never kept.
 *
 * What was asked from somebody's position is not kept at all: distances would give the position
 * away as surely as the address does. A piece of the map is kept without saying which piece.
 */
export function nameOf(url: URL, language: string | null): string | null {
  if (!url.pathname.startsWith(API) || asksFromPosition(url)) return null;
  const [kind = ''] = url.pathname.slice(API.length).split('/');
  if (!KEPT.has(kind)) return null;
  const name = new URL(url);
  name.hash = '';
  name.searchParams.delete('bbox');
  name.searchParams.set('~language', language ?? 'da');
  return name.href;
}

/** The nearest question that does not say where a person is. */
export function withoutPosition(url: URL): URL {
  const question = new URL(url);
  for (const name of [...POSITION, 'radius_m']) question.searchParams.delete(name);
  return question;
}

/** The files that pages are made of, as the shell lists them: see scripts/finish-build.js. */
interface Listed {
  files: string[];
  /** An address, what its page cannot be drawn without, and what it may come to need. */
  pages: [address: string, first: number[], later: number[]][];
}

/** The pages of those who are signed in: nobody else gets far there. */
const OWN = /^\^\/(mig|forening|opret-forening|medarbejder|demo)\//;
const FRONT = '^//?$';

/** Which files of the application a shell names, by when they are needed. */
export function filesOf(shell: string): { first: string[]; visitors: string[] } {
  const listed = /<script type="application\/json" id="samspil-files">(.*?)<\/script>/.exec(shell);
  const { files, pages } = JSON.parse(listed?.[1] ?? '{"files":[],"pages":[]}') as Listed;
  const named = (places: number[]) => places.map((place) => `/${files[place] ?? ''}`);
  // What every page begins with stands in the shell as links and imports.
  const start = [...shell.matchAll(/"(\/_app\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  const of = (chosen: Listed['pages'], later: boolean) =>
    chosen.flatMap(([, first, more]) => named(later ? [...first, ...more] : first));
  const front = pages.filter(([address]) => address === FRONT || address === '');
  const open = pages.filter(([address]) => !OWN.test(address.replace(/\/\?\$$/, '/')));
  return {
    first: [...new Set([...start, ...of(front, false)])],
    visitors: [...new Set([...start, ...of(open, true)])]
  };
}
