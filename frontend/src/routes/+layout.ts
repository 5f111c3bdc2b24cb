import { i18n } from '#lib/i18n/index.svelte.ts';
import { site } from '#lib/site.svelte.ts';
import { themeChoice } from '#lib/theme.svelte.ts';

// Static files only: the browser draws every page, the backend fills in the head.
export const ssr = false;

/** What every page needs before it can be drawn. */
export async function load(): Promise<void> {
  themeChoice.restore();
  await Promise.all([i18n.restore(), site.load()]);
}
