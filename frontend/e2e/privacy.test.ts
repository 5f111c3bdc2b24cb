import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { cards, da, journeys, visit } from './support.ts';

const HERE = { latitude: 56.036127, longitude: 12.613683 };
/** Any writing of the position, rounded as it may be. */
const POSITION = /56[.,]03|12[.,]61/;

async function searchFromHere(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(da.where.label.replace('?', '\\?')) }).tap();
  await page.getByRole('dialog').getByRole('button', { name: da.where.useMine }).tap();
  await page.waitForURL(/near=me/);
  await cards(page).first().waitFor();
}

/** All that the browser would still know tomorrow. */
async function storage(page: Page, context: BrowserContext): Promise<string> {
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const answers = await Promise.all(
      names
        .filter((name) => name.includes('kept'))
        .map(async (name) => {
          const cache = await caches.open(name);
          return (await cache.keys()).map(({ url }) => url);
        })
    );
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      answers,
      await indexedDB.databases(),
      history.state
    ]);
  });
  return kept + JSON.stringify(await context.cookies());
}

journeys('One’s own position', () => {
  test('One’s own position is asked with, blurred, but stands in no address and is kept nowhere', () =>
    visit(
      async ({ page, context, requests }) => {
        await page.goto('/');
        await cards(page).first().waitFor();
        await page.evaluate(() => navigator.serviceWorker.ready);
        await searchFromHere(page);
        assert.doesNotMatch(page.url(), POSITION);

        const asked = requests.filter((url) => url.includes('lat='));
        assert(asked.length > 0, 'the list was asked for from there');
        for (const url of asked) {
          const { searchParams } = new URL(url);
          assert.notEqual(searchParams.get('lat'), String(HERE.latitude));
          assert((searchParams.get('lat') ?? '').length <= 6, 'to about 100 metres');
          assert((searchParams.get('lon') ?? '').length <= 6, 'to about 100 metres');
        }

        await page.getByRole('button', { name: da.find.map, exact: true }).tap();
        await page.locator('.pin[aria-current=true]').waitFor();
        await page.getByRole('img', { name: 'Her søger du fra' }).waitFor();
        assert.doesNotMatch(page.url(), POSITION);

        await cards(page).first().waitFor({ state: 'detached' });
        await page.getByRole('button', { name: da.find.list, exact: true }).tap();
        await cards(page).first().getByRole('link').tap();
        await page.waitForURL(/opgaver/);
        assert.doesNotMatch(page.url(), POSITION);
        assert.doesNotMatch(await storage(page, context), POSITION);
      },
      { offlineReady: true, geolocation: HERE, permissions: ['geolocation'] }
    ));

  test('Who says no to the position is told what to do instead', () =>
    visit(async ({ page, context }) => {
      await context.clearPermissions();
      await page.goto('/');
      await cards(page).first().waitFor();
      await page
        .getByRole('button', { name: new RegExp(da.where.label.replace('?', '\\?')) })
        .tap();
      await page.getByRole('dialog').getByRole('button', { name: da.where.useMine }).tap();
      await page
        .getByText(da.where.denied)
        .or(page.getByText(da.where.unavailable))
        .first()
        .waitFor();
    }));
});
