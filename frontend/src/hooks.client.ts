import { i18n } from '#lib/i18n/index.svelte.ts';
import { site } from '#lib/site.svelte.ts';
import { themeChoice } from '#lib/theme.svelte.ts';

/** What every page needs before it can be drawn. */
export async function init(): Promise<void> {
  themeChoice.restore();
  await Promise.all([i18n.restore(), site.load()]);
}
