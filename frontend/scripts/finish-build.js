// What the build tools leave undone.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const build = path.join(root, 'build');

copyDocsAssets();
preloadEachPage();

/** The API's reading page needs its own Swagger UI: no page of ours fetches from a third party. */
function copyDocsAssets() {
  const swagger = path.dirname(
    createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')
  );
  const docs = path.join(build, 'docs-assets');
  mkdirSync(docs, { recursive: true });
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) {
    copyFileSync(path.join(swagger, file), path.join(docs, file));
  }
}

/**
 * One shell serves every address, so it cannot name the files of the page that is asked for: the
 * router would find out only once it runs. A few lines in the head look at the address instead and
 * fetch them along with the rest.
 */
function preloadEachPage() {
  /** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk */
  /** @typedef {Record<string, Chunk>} Manifest */
  const output = path.join(root, '.svelte-kit/output/client/.vite/manifest.json');
  const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(output, 'utf8')));
  const shell = path.join(build, 'index.html');
  const html = readFileSync(shell, 'utf8');

  /**
   * @param {string} key
   * @param {Set<string>} files
   */
  function collect(key, files) {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return files;
    files.add(chunk.file);
    for (const sheet of chunk.css ?? []) files.add(sheet);
    for (const next of chunk.imports ?? []) collect(next, files);
    return files;
  }

  /**
   * What a page fetches once somebody uses it: sheets, fields, what is said of errors.
   * @param {string} key
   */
  function lazilyAskedFor(key) {
    /** @type {Set<string>} */
    const files = new Set();
    /** @type {Set<string>} */
    const looked = new Set();
    const waiting = [key];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (looked.has(next)) continue;
      looked.add(next);
      const { imports = [], dynamicImports = [] } = manifest[next] ?? {};
      for (const lazy of dynamicImports) collect(lazy, files);
      waiting.push(...imports, ...dynamicImports);
    }
    for (const file of collect(key, new Set())) files.delete(file);
    return files;
  }

  // Each file once; the pages name them by their place in this list.
  /** @type {string[]} */
  const names = [];
  const place = (/** @type {string} */ file) => {
    if (!names.includes(file)) names.push(file);
    return names.indexOf(file);
  };

  /** @type {[string, number[], number[]][]} */
  const pages = [];
  for (const key of Object.keys(manifest)) {
    if (!/nodes\/\d+\.js$/.test(key)) continue;
    const source = readFileSync(path.join(root, key), 'utf8');
    const route = /src\/routes(.*)\/\+(page|error)\.svelte/.exec(source);
    if (!route) continue;
    const files = [...collect(key, new Set())].filter((file) => !html.includes(file));
    const lazy = [...lazilyAskedFor(key)].filter((file) => !html.includes(file));
    const address = (route[1] || '/').replace(/\[\w+\]/g, '[^/]+');
    // The error page is fetched with every page.
    pages.push([route[2] === 'error' ? '' : `^${address}/?$`, files.map(place), lazy.map(place)]);
  }
  if (!pages.some(([address]) => address === '^//?$')) {
    throw new Error('The build has no front page to preload');
  }

  // The service worker reads the same list from the shell that it keeps.
  const list = JSON.stringify({ files: names, pages });
  const script = `const { files, pages } = JSON.parse(document.getElementById('samspil-files').textContent);
      for (const [address, first] of pages) {
        if (!new RegExp(address).test(location.pathname)) continue;
        for (const file of first.map((place) => files[place])) {
          const link = document.createElement('link');
          link.href = '/' + file;
          link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload';
          if (file.endsWith('.css')) link.as = 'style';
          // As Vite will ask for it, or it is fetched twice.
          link.crossOrigin = '';
          document.head.append(link);
        }
      }`;
  writeFileSync(
    shell,
    html.replace(
      '</head>',
      `  <script type="application/json" id="samspil-files">${list}</script>
    <script>{
      ${script}
    }</script>
  </head>`
    )
  );
  // Compressed before; the backend fills in the head and sends the shell itself.
  for (const ending of ['.br', '.gz']) rmSync(shell + ending, { force: true });
}
