import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { cards, da, forgive, TOWN, journeys, visit } from './support.ts';

const NOTE = 'Du er offline – viser det seneste.';

/** Until the service worker has the shell and what was fetched before it came. */
async function untilReady(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('samspil-kept-'));
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().some(({ url }) => url.includes('/api/v1/needs'));
  });
}

/** Until the service worker has also what this visit has not needed, as it has after a while. */
async function untilAllIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: 'fetch-rest', all: false });
    const count = async () => {
      const [shell = ''] = (await caches.keys()).filter((name) =>
        name.startsWith('samspil-shell-')
      );
      return (await (await caches.open(shell)).keys()).length;
    };
    for (let before = -1, now = 0; before !== now;) {
      before = now;
      await new Promise((later) => setTimeout(later, 2000));
      now = await count();
    }
  });
}

journeys('Without a network', () => {
  test('Without a network the shell, the last list and an opened need are still there', () =>
    visit(
      async ({ page, context, faults }) => {
        await page.goto(`/?place=${TOWN}`);
        const link = cards(page).first().getByRole('link');
        const title = await link.innerText();
        await untilReady(page);
        await link.tap();
        await page.getByRole('heading', { name: da.need.about }).waitFor();
        const need = page.url();
        await page.waitForFunction(
          async (path) => Boolean(await caches.match(`${path}?~language=da`)),
          `/api/v1/needs/${need.split('/').at(-1) ?? ''}`
        );

        await untilAllIsKept(page);

        await context.setOffline(true);
        await page.goto('/?place=' + TOWN);
        await link.waitFor();
        assert.equal(await link.innerText(), title);
        await page.getByText(NOTE).waitFor();
        await page.goto(need);
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await page.getByRole('heading', { name: da.need.about }).waitFor();

        // A page never opened has no answer, but says so, and finds it when asked again.
        await page.goto('/foreninger?q=kor');
        await page.getByRole('alert').waitFor();
        await context.setOffline(false);
        await page.getByRole('button', { name: da.retry }).tap();
        await cards(page).first().waitFor();
        await page.getByText(NOTE).waitFor({ state: 'detached' });
        forgive(faults, /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|net::/);
      },
      { offlineReady: true }
    ));

  test('The map opens without a network once it has been opened with one', () =>
    visit(
      async ({ page, context, faults }) => {
        await page.goto('/');
        await cards(page).first().waitFor();
        await untilReady(page);
        await page.getByRole('button', { name: da.find.map, exact: true }).tap();
        await page.locator('.pin[aria-current=true]').waitFor();
        await page.waitForFunction(
          async () =>
            (
              await Promise.all(
                (await caches.keys()).map(async (name) => (await caches.open(name)).keys())
              )
            )
              .flat()
              .filter(({ url }) => url.includes('/maplibre') || url.includes('/api/v1/map'))
              .length >= 3
        );
        await context.setOffline(true);
        await page.reload();
        await page.locator('.pin[aria-current=true]').waitFor();
        forgive(faults, /ERR_INTERNET_DISCONNECTED|ERR_FAILED|net::/);
      },
      { offlineReady: true }
    ));
});
