import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// The development server passes on what the backend answers.
const backend = process.env.SAMSPIL_BACKEND ?? 'http://127.0.0.1:8000';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ pages: 'build', assets: 'build', fallback: 'index.html' }),
      compilerOptions: { runes: true }
    }),
    svelteTesting()
  ],
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
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    // Copenhagen's clock must come out right wherever the reader's phone is set.
    env: { TZ: 'America/New_York' }
  }
});
