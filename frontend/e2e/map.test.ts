import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ElementHandle, Page } from 'playwright-core';
import { texts } from '../src/features/volunteering/map/texts.ts';
import { api, cards, da, DESK, forgive, TOWN, journeys, shift, visit } from './support.ts';

const t = texts.da;
const pins = (page: Page) => page.locator('.pin');
const chosenPin = (page: Page) => page.locator('.pin[aria-current=true]');
const chosenCard = (page: Page) => page.locator('.track [aria-current=true]');

async function openMap(page: Page, search = `?place=${TOWN}`): Promise<void> {
  await page.goto(`/${search}`);
  await cards(page).first().waitFor();
  await page.getByRole('button', { name: da.find.map, exact: true }).click();
  await chosenPin(page).waitFor();
  await chosenCard(page).waitFor();
}

/** A pin for one need that nothing covers, once the map has come to rest. */
async function pinInSight(page: Page): Promise<ElementHandle> {
  const found = await page.waitForFunction(() =>
    [...document.querySelectorAll('.pin:not(.group, [aria-current])')].find((pin) => {
      const { x, y, width, height } = pin.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === pin;
    })
  );
  const pin = found.asElement();
  assert(pin);
  return pin;
}

/** How many needs the sheet says lie in what is seen. */
async function countHere(page: Page): Promise<number> {
  const words = await page.locator('.needs-map [aria-live] b').innerText();
  return Number(/\d+/.exec(words)?.[0]);
}

/** In the page: whether what is seen holds fewer needs than before. */
function hasFewerThan(count: number): boolean {
  const words = document.querySelector('.needs-map [aria-live] b')?.textContent ?? '';
  return Number(/\d+/.exec(words)?.[0]) < count;
}

journeys('The map', () => {
  test('Shows the list’s first need first, on its pin and on its card', () =>
    visit(async ({ page }) => {
      await page.goto(`/?place=${TOWN}`);
      const first = await cards(page).first().getByRole('link').innerText();
      await openMap(page);
      assert.equal(await chosenCard(page).getByRole('link').innerText(), first);
      const name = (await chosenPin(page).getAttribute('aria-label')) ?? '';
      assert(name.includes(first), `${name} stands for ${first}`);
    }));

  test('A pin counts, or is one task; no number is a rank', () =>
    visit(async ({ page }) => {
      await openMap(page);
      const shown = await pins(page).evaluateAll((all) =>
        all.map((pin) => ({ text: pin.textContent.trim(), name: pin.ariaLabel ?? '' }))
      );
      assert(shown.some(({ text }) => text === '') && shown.some(({ text }) => text !== ''));
      for (const { text, name } of shown) {
        const count = /^(\d+) opgaver tæt på hinanden/.exec(name)?.[1] ?? '';
        assert.equal(text, count, name);
        assert.notEqual(text, '1');
      }
      assert.doesNotMatch(await chosenCard(page).innerText(), /^\d+ ·/);
    }));

  test('Stands still as it comes on a phone with a slow processor', () =>
    visit(async ({ page, context }) => {
      const slow = await context.newCDPSession(page);
      await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(`/?view=map&place=${TOWN}`);
      await chosenCard(page).waitFor();
      const moved = await shift(page);
      assert(moved < 0.02, `the map moved by ${moved}`);
    }));

  test('Has a pin’s place for every need there is with one, and no pin in another’s way', () =>
    visit(async ({ page }) => {
      const { bounds } = await api<{ bounds: number[] }>('site');
      const all = await api<{ features: { properties: { id: string } }[] }>(
        `map?kind=need&bbox=${bounds.join(',')}`
      );
      await openMap(page, '');
      await page.waitForFunction(
        (needs) => document.querySelector('.needs-map [aria-live] b')?.textContent.includes(needs),
        String(new Set(all.features.map(({ properties }) => properties.id)).size)
      );
      const boxes = await pins(page).evaluateAll((all) =>
        all.map((pin) => {
          const { x, y, width, height } = pin.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2, width, height };
        })
      );
      assert(boxes.length > 5);
      for (const [index, one] of boxes.entries()) {
        assert(one.width >= 44 && one.height >= 44, 'a thumb hits it');
        for (const other of boxes.slice(index + 1)) {
          assert(Math.hypot(one.x - other.x, one.y - other.y) > 43, 'and only it');
        }
      }
    }));

  test('A pressed group opens', () =>
    visit(async ({ page }) => {
      await openMap(page, '');
      const before = await countHere(page);
      await page.locator('.pin.group').first().tap();
      await page.waitForFunction(hasFewerThan, before);
    }));

  test('A pressed pin shows its card', () =>
    visit(async ({ page }) => {
      const { interest } = await api<{ interest: { value: string; count: number }[] }>(
        'needs/facets?remote=exclude'
      );
      const rare = interest
        .filter(({ count }) => count >= 4)
        .reduce((one, other) => (one.count <= other.count ? one : other));
      await openMap(page, `?interest=${rare.value}`);
      const pin = await pinInSight(page);
      const name = (await pin.getAttribute('aria-label')) ?? '';
      await pin.tap();
      await page
        .locator(`.pin[aria-current=true][aria-label=${JSON.stringify(name)}]`)
        .first()
        .waitFor();
      const title = await chosenCard(page).getByRole('link').innerText();
      assert(name.includes(title), `${name} stands for ${title}`);
    }));

  test('A swipe goes from need to need, and the pin follows', () =>
    visit(async ({ page }) => {
      await openMap(page);
      const first = await chosenCard(page).getAttribute('data-need');
      const track = page.locator('.track');
      await track.evaluate((element) => {
        element.scrollBy({ left: element.clientWidth });
      });
      await page.waitForFunction(
        (before) =>
          document.querySelector('.track [aria-current=true]')?.getAttribute('data-need') !==
          before,
        first
      );
      const title = await chosenCard(page).getByRole('link').innerText();
      await page.waitForFunction(
        (words) => document.querySelector('.pin[aria-current=true]')?.ariaLabel?.includes(words),
        title
      );
    }));

  test('The arrow keys go from card to card on a desk', () =>
    visit(
      async ({ page }) => {
        await openMap(page);
        const first = await chosenCard(page).getAttribute('data-need');
        await page.getByRole('button', { name: t.next }).click();
        await page.waitForFunction(
          (before) =>
            document.querySelector('.track [aria-current=true]')?.getAttribute('data-need') !==
            before,
          first
        );
        await chosenCard(page).getByRole('link').focus();
        await page.keyboard.press('ArrowLeft');
        await page.waitForFunction(
          (before) => document.activeElement?.closest('li')?.dataset.need === before,
          first
        );
      },
      { viewport: DESK, hasTouch: false }
    ));

  test('Filters chosen on the map narrow what it shows', () =>
    visit(async ({ page }) => {
      await openMap(page, '');
      const all = await countHere(page);
      await page.getByRole('button', { name: da.find.filters }).tap();
      await page.getByRole('dialog').getByText(da.time.parts.evening).tap();
      await page.getByRole('dialog').getByRole('button', { name: /^Vis / }).tap();
      await page.waitForFunction(hasFewerThan, all);
      assert.match(page.url(), /part_of_day=evening.*view=map|view=map.*part_of_day=evening/);
    }));

  test('Going back from a need finds the map as it was left', () =>
    visit(async ({ page }) => {
      await openMap(page);
      const before = await countHere(page);
      await page.getByRole('button', { name: t.zoomIn, exact: true }).tap();
      await page.waitForFunction(hasFewerThan, before);
      const here = await countHere(page);
      const title = await chosenCard(page).getByRole('link').innerText();
      await chosenCard(page).getByRole('link').tap();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.goBack();
      await chosenCard(page).waitFor();
      assert.equal(await chosenCard(page).getByRole('link').innerText(), title);
      assert.equal(await countHere(page), here);
    }));

  test('Says so when its needs cannot be fetched, and fetches them when asked again', () =>
    visit(async ({ page, faults }) => {
      await page.route('**/api/v1/map?**', (route) => route.abort());
      await page.goto(`/?place=${TOWN}&view=map`);
      const alert = page.locator('.needs-map [role=alert]');
      await alert.waitFor();
      await page.unroute('**/api/v1/map?**');
      await page.locator('.needs-map').getByRole('button', { name: da.retry }).tap();
      await chosenPin(page).waitFor();
      forgive(faults, /ERR_FAILED/);
    }));

  test('MapLibre is fetched only for the map', () =>
    visit(async ({ page, requests }) => {
      await page.goto('/');
      await cards(page).first().waitFor();
      assert(!requests.some((url) => url.includes('maplibre')), 'not for the list');
      await page.getByRole('button', { name: da.find.map, exact: true }).tap();
      await chosenPin(page).waitFor();
      assert(requests.some((url) => url.includes('maplibre')));
    }));
});
