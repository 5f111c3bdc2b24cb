import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BASE, CARD, cards, journeys, visit } from './support.ts';

const JS_LIMIT = 60_000;
const CSS_LIMIT = 25_000;

journeys('What a first visit costs', () => {
  test('Before the first list is usable: at most 60 kB of scripts and 25 kB of styles over the wire', () =>
    visit(async ({ page }) => {
      // What comes after that moment is no longer waited for. A busy machine is not quiet before.
      await page.addInitScript((first) => {
        const quiet: (() => void)[] = [];
        const whenQuiet = window.requestIdleCallback.bind(window);
        window.requestIdleCallback = (call, options) => quiet.push(() => whenQuiet(call, options));
        new MutationObserver((_, watching) => {
          if (!document.querySelector(first)) return;
          performance.mark('first list');
          watching.disconnect();
          window.requestIdleCallback = whenQuiet;
          for (const wait of quiet) wait();
        }).observe(document, { childList: true, subtree: true });
      }, CARD);
      await page.goto('/');
      await cards(page).first().waitFor();
      const { scripts, styles } = await page.evaluate(() => {
        const usable = performance.getEntriesByName('first list')[0]?.startTime ?? Infinity;
        const fetched = (
          performance.getEntriesByType('resource') as PerformanceResourceTiming[]
        ).filter(({ startTime }) => startTime <= usable);
        // As they came, compressed.
        const weigh = (ending: RegExp) =>
          fetched
            .filter(({ name }) => ending.test(new URL(name).pathname))
            .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
        return { scripts: weigh(/\.m?js$/), styles: weigh(/\.css$/) };
      });
      console.log(
        `scripts ${(scripts / 1000).toFixed(1)} kB, styles ${(styles / 1000).toFixed(1)} kB`
      );
      assert(scripts > 10_000 && scripts <= JS_LIMIT, `scripts: ${scripts} bytes`);
      assert(styles > 1000 && styles <= CSS_LIMIT, `styles: ${styles} bytes`);
    }));

  test('A later visit fetches nothing of the application again', () =>
    visit(
      async ({ page, context }) => {
        await page.goto('/');
        await cards(page).first().waitFor();
        await page.evaluate(() => navigator.serviceWorker.ready);
        await page.reload();
        await cards(page).first().waitFor();
        const fetched = await page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .filter(({ name }) => name.includes('/_app/'))
            .filter((entry) => (entry as PerformanceResourceTiming).transferSize > 0)
            .map(({ name }) => name)
        );
        assert.deepEqual(fetched, []);
        assert.equal((await context.storageState()).origins.length <= 1, true);
      },
      { offlineReady: true }
    ));

  test('The application can be put on a phone’s home screen', async () => {
    const page = await (await fetch(BASE)).text();
    const link = /<link rel="manifest" href="([^"]+)"/.exec(page)?.[1];
    assert(link);
    const response = await fetch(new URL(link, BASE));
    assert.match(response.headers.get('Content-Type') ?? '', /application\/manifest\+json/);
    const manifest = (await response.json()) as {
      name: string;
      display: string;
      icons: { src: string; sizes: string; purpose?: string }[];
    };
    assert.equal(manifest.display, 'standalone');
    for (const size of ['192x192', '512x512']) {
      assert(
        manifest.icons.some(({ sizes }) => sizes === size),
        size
      );
    }
    assert(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
    for (const { src } of manifest.icons) {
      const icon = await fetch(new URL(src, BASE));
      assert.equal(icon.status, 200, src);
      assert.match(icon.headers.get('Content-Type') ?? '', /^image\//, src);
    }
  });
});
