// Fails when a phone has to fetch more than this before the first list is usable.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const JS_LIMIT = 60_000;
const CSS_LIMIT = 25_000;
const FRONT_PAGE = 'src/routes/+page.svelte';

const root = path.resolve(import.meta.dirname, '..');
const build = path.join(root, 'build');

/** @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest */

const manifest = /** @type {Manifest} */ (
  JSON.parse(readFileSync(path.join(root, '.svelte-kit/output/client/.vite/manifest.json'), 'utf8'))
);

/** @type {Set<string>} */
const needed = new Set();

/** @param {string} key */
function walk(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build's manifest has no ${key}`);
  if (needed.has(chunk.file)) return;
  needed.add(chunk.file);
  for (const sheet of chunk.css ?? []) needed.add(sheet);
  for (const next of chunk.imports ?? []) walk(next);
}

// What the page itself asks for, before any script has run …
const page = readFileSync(path.join(build, 'index.html'), 'utf8');
for (const [, file = ''] of page.matchAll(/"\/(_app\/[^"]+\.(?:js|css))"/g)) needed.add(file);

// … and what SvelteKit then fetches for `/`: the error page (always) and the page's own node.
for (const key of Object.keys(manifest)) {
  const node = /nodes\/(\d+)\.js$/.exec(key)?.[1];
  if (node === '1') walk(key);
  else if (node && readFileSync(path.join(root, key), 'utf8').includes(FRONT_PAGE)) walk(key);
}

/** @param {string} ending */
function weigh(ending) {
  let bytes = 0;
  for (const file of needed) {
    if (file.endsWith(ending)) bytes += gzipSync(readFileSync(path.join(build, file))).length;
  }
  return bytes;
}

const js = weigh('.js');
const css = weigh('.css');
console.log(`JavaScript before the first list: ${(js / 1000).toFixed(1)} kB of ${JS_LIMIT / 1000}`);
console.log(
  `CSS before the first list:        ${(css / 1000).toFixed(1)} kB of ${CSS_LIMIT / 1000}`
);
if (js > JS_LIMIT || css > CSS_LIMIT) {
  console.error('Over budget.');
  process.exitCode = 1;
}
