import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// The development server passes on what the backend answers.
const backend = process.env.SAMSPIL_BACKEND ?? 'http://127.0.0.1:8000';

// Parts of Svelte that no first visit runs. Left to itself, all of Svelte that any page uses comes at
// once.
const RARE =
  /svelte\/src\/(reactivity\/(?!create-subscriber)|internal\/(shared\/clone|client\/dom\/(elements\/(actions|attachments|customizable-select|transitions|bindings\/(?!this|shared))|blocks\/(await|css-props|html|key|svelte-element))))/;
const SHARED = /node_modules\/(svelte|esm-env|clsx)\/|src\/lib\//;
// What the pages share where people sign in and write. Nobody who only looks fetches it.
const ACTING = /src\/(lib\/(ui\/forms\/|session)|api\/(send|renew))/;

/** The pages that everybody fetches on a first visit. */
const FIRST = ['+layout', '+error', '+page'].map((name) =>
  fileURLToPath(new URL(`src/routes/${name}.svelte`, import.meta.url))
);

interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

let first: Set<string> | null = null;

/** Whether the first visit needs a module. Sharing alone says nothing of that: rare pages share too. */
function isNeededFirst(id: string, modules: Modules): boolean {
  if (!first) {
    first = new Set(FIRST);
    for (const found of first) {
      for (const next of modules.getModuleInfo(found)?.importedIds ?? []) first.add(next);
    }
  }
  return first.has(id);
}

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({
        pages: 'build',
        assets: 'build',
        fallback: 'index.html',
        precompress: true
      }),
      compilerOptions: { runes: true },
      // It registers itself when the page has nothing better to do.
      serviceWorker: { register: false }
    }),
    svelteTesting()
  ],
  environments: {
    client: {
      build: {
        // The shell asks for the scripts of the page that it opens (see scripts/finish-build.js). Named
        // again at each way to each page, they would fill the router's table, which everybody fetches.
        modulePreload: { resolveDependencies: () => [] },
        rolldownOptions: {
          // They do nothing by being there: who does not use them need not wait for them.
          treeshake: { moduleSideEffects: [{ test: RARE, sideEffects: false }] },
          // Asked for by a group that leaves what it needs where it is.
          preserveEntrySignatures: 'allow-extension',
          output: {
            // Many small files compress badly and wait for each other: what several screens share is
            // one file. SvelteKit's own modules must stay out of it: they read the page's settings
            // as they are loaded, and would do so before the page has handed them over.
            codeSplitting: {
              groups: [
                { name: 'rare', test: RARE, priority: 1, includeDependenciesRecursively: false },
                {
                  name: (id, modules) =>
                    SHARED.test(id) && isNeededFirst(id, modules) ? 'base' : null,
                  minShareCount: 3
                },
                { name: 'acting', minShareCount: 2, test: (id) => ACTING.test(id) }
              ]
            }
          }
        }
      }
    }
  },
  // dkfds exports no partials by name; as a load path they are all there.
  css: {
    preprocessorOptions: {
      scss: { loadPaths: ['node_modules/dkfds/src/stylesheets'], quietDeps: true }
    }
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: backend } }
  },
  preview: {
    host: '127.0.0.1',
    proxy: { '/api': { target: backend } }
  },
  test: {
    include: ['src/**/*.test.ts', 'eslint-rules/*.test.ts'],
    // Copenhagen's clock must come out right wherever the reader's phone is set.
    env: { TZ: 'America/New_York' }
  }
});
