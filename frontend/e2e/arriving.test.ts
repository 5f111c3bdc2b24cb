// A first visit: what it asks for, and what it says when that does not come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, assertThumbSized } from './accessible.ts';
import { record, untilIdle } from './recorded.ts';
import { BASE, cards, da, forgive, journeys, settled, visit } from './support.ts';

/** Before a first visit is idle; see `untilIdle`. */
const MOST_REQUESTS = 60;

const BROKEN = /Failed to load resource|net::ERR|dynamically imported module|preload|exception: /;

/** The words stand in the shell, since nothing else may have come. */
const again = (page: Page, name = da.retry) => page.getByRole('button', { name, exact: true });

/** Two files of each kind that the front page is drawn with, in the order it asks for them. */
async function filesOfFrontPage(): Promise<string[]> {
  const kinds = new Map<string, Set<string>>();
  await visit(async ({ page, requests }) => {
    await page.goto('/');
    await cards(page).first().waitFor();
    for (const url of requests) {
      const { pathname } = new URL(url);
      const kind = /^\/_app\/immutable\/(\w+)\/.*\.(js|css)$/.exec(pathname)?.[1];
      if (kind) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(pathname));
    }
  });
  return [...kinds.values()].flatMap((files) => [...files].slice(0, 2));
}

journeys('Arriving', () => {
  test('A first visit asks for at most 60 things before it is idle, the worker and all', async () => {
    const recorder = await record(BASE);
    try {
      await visit(
        async ({ page }) => {
          await page.goto('/');
          await untilIdle(page, recorder);
        },
        { offlineReady: true, baseURL: recorder.origin }
      );
    } finally {
      await recorder.close();
    }
    const asked = recorder.requests.map(({ path }) => path);
    console.log(`${asked.length} requests`);
    // Whatever counts nothing would pass.
    for (const path of ['/', '/service-worker.js', '/manifest.webmanifest']) {
      assert(asked.includes(path), path);
    }
    assert(asked.length <= MOST_REQUESTS, asked.join('\n'));
  });

  test('What a visit has not needed comes later, in small steps, for visitors and for members', async () => {
    const recorder = await record(BASE);
    try {
      await visit(
        async ({ page }) => {
          await page.goto('/');
          await untilIdle(page, recorder);
          const first = recorder.requests.length;
          const fetchRest = (all: boolean) =>
            page.evaluate(async (all) => {
              const { active } = await navigator.serviceWorker.ready;
              active?.postMessage({ type: 'fetch-rest', all });
            }, all);
          await fetchRest(false);
          await untilIdle(page, recorder);
          const visitors = recorder.requests.length;
          await fetchRest(true);
          await page.waitForFunction(
            async (before) =>
              (
                await Promise.all(
                  (await caches.keys()).map(async (n) => (await caches.open(n)).keys())
                )
              )
                .flat()
                .filter(({ url }) => url.includes('/_app/')).length > before,
            visitors
          );
          console.log(`${first} requests at first, ${visitors} with what visitors may open`);
          assert(first + 20 < visitors);
          const files = recorder.requests.slice(first).map(({ path }) => path);
          assert.deepEqual(files, [...new Set(files)], 'nothing twice');
          assert(!files.some((path) => path.includes('/maplibre')), 'the map only with the map');
          const most = Math.max(
            ...recorder.requests
              .slice(first)
              .map(({ at }, i, rest) => rest.filter((o) => Math.abs(o.at - at) < 200).length)
          );
          assert(most <= 8, `${most} at a time`);
        },
        { offlineReady: true, baseURL: recorder.origin }
      );
    } finally {
      await recorder.close();
    }
  });

  test('Whichever file does not come, a sentence says so and a button tries again', async () => {
    const files = await filesOfFrontPage();
    assert(files.length >= 8);
    for (const file of files) {
      await visit(async ({ page, faults }) => {
        await page.route(`**${file}`, (route) =>
          route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{}' })
        );
        await page.goto('/');
        const list = cards(page).first();
        await again(page).or(list).first().waitFor({ timeout: 10_000 });
        if (!(await list.isVisible())) {
          await page.unroute(`**${file}`);
          await again(page).tap();
          await list.waitFor();
        }
        forgive(faults, BROKEN);
      });
    }
  });

  for (const language of ['da', 'en'] as const) {
    for (const how of ['busy', 'offline', 'broken'] as const) {
      test(`Where the application cannot start, it says so (${language}, ${how})`, () =>
        visit(async ({ page, faults }) => {
          await page.addInitScript(
            (tag) => localStorage.setItem('samspil:language', tag),
            language
          );
          await page.route('**/_app/immutable/entry/app.*.js', (route) =>
            how === 'offline'
              ? route.abort('internetdisconnected')
              : route.fulfill({ status: how === 'busy' ? 429 : 500, body: '' })
          );
          await page.goto('/');
          const name = { da: da.retry, en: 'Try again' }[language];
          const title = { da: 'Samspil kunne ikke hentes', en: 'Samspil could not be fetched' };
          await page.getByRole('heading', { level: 1, name: title[language] }).waitFor();
          assert.equal(await page.locator('html').getAttribute('lang'), language);
          await settled(page);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await assertAccessible(page, `cannot start, ${colorScheme}`);
          }
          await assertThumbSized(page, 'cannot start');
          await page.setViewportSize({ width: 320, height: 256 });
          await assertFitsWidth(page, 'cannot start');
          await page.unroute('**/_app/immutable/entry/app.*.js');
          await again(page, name).tap();
          await cards(page).first().waitFor();
          forgive(faults, BROKEN);
        }));
    }
  }

  test('A page whose files do not come says so, without a network too', () =>
    visit(async ({ page, context, faults }) => {
      await page.goto('/');
      await cards(page).first().waitFor();
      await context.setOffline(true);
      await page.getByRole('link', { name: da.nav.premises, exact: true }).tap();
      await page.getByText(da.error.offline).waitFor();
      await context.setOffline(false);
      await again(page).tap();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await cards(page).first().waitFor();
      assert.equal(new URL(page.url()).pathname, '/lokaler');
      forgive(faults, BROKEN);
    }));

  test('A returning visitor whom the server is too busy for gets the application all the same', () =>
    visit(
      async ({ page, context, faults }) => {
        await page.goto('/');
        await cards(page).first().waitFor();
        await page.evaluate(() => navigator.serviceWorker.ready);
        await context.route('**/foreninger', (route) =>
          route.fulfill({ status: 503, contentType: 'text/html', body: 'busy' })
        );
        await page.goto('/foreninger');
        await cards(page).first().waitFor();
        forgive(faults, BROKEN);
      },
      { offlineReady: true }
    ));
});
