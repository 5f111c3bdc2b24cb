import assert from 'node:assert/strict';
import { test } from 'node:test';
import { texts } from '../src/features/volunteering/map/texts.ts';
import { focusedName, tabTo } from './keyboard.ts';
import { cards, da, list, shift, TOWN, journeys, visit } from './support.ts';

const map = texts.da;

journeys('Finding a need', () => {
  test('A thumb finds a need, opens it, sees it on the map and comes back to the list as it was', () =>
    visit(async ({ page }) => {
      await page.goto(`/?place=${TOWN}`);
      await page.getByRole('button', { name: da.showMore }).tap();
      await cards(page).nth(30).waitFor();
      const count = await cards(page).count();

      const card = cards(page).nth(27).getByRole('link');
      await card.scrollIntoViewIfNeeded();
      const title = await card.innerText();
      const scrolled = await page.evaluate(() => scrollY);
      assert(scrolled > 1500, 'the card lies far down');
      await card.tap();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.waitForURL(/\/opgaver\/[0-9a-f-]+$/);

      const shownOnMap = page.getByRole('link', { name: da.need.showOnMap });
      await shownOnMap.tap();
      await page.locator('.pin[aria-current=true]').waitFor();
      const chosen = page.locator('.track [aria-current=true]');
      assert.equal(await chosen.getByRole('link').innerText(), title);

      await page.goBack();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.goBack();
      await card.waitFor();
      assert.equal(await cards(page).count(), count);
      await page.waitForFunction((before) => Math.abs(scrollY - before) < 3, scrolled);
      assert.equal(await card.innerText(), title);
    }));

  test('The way back at the top of a need leads to the list where it was', () =>
    visit(async ({ page }) => {
      await page.goto(`/?place=${TOWN}`);
      const card = cards(page).nth(12).getByRole('link');
      await card.scrollIntoViewIfNeeded();
      const scrolled = await page.evaluate(() => scrollY);
      await card.tap();
      await page.getByRole('link', { name: da.need.all, exact: true }).tap();
      await card.waitFor();
      await page.waitForFunction((before) => Math.abs(scrollY - before) < 3, scrolled);
    }));

  test('The keyboard alone finds a need, opens it, sees it on the map and comes back', () =>
    visit(async ({ page }) => {
      await page.goto(`/?place=${TOWN}`);
      const first = cards(page).first().getByRole('link');
      await first.waitFor();
      const title = await first.innerText();

      await page.keyboard.press('Tab');
      assert.equal(await focusedName(page), da.skip);
      await page.keyboard.press('Enter');
      await tabTo(page, title);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: title }).waitFor();

      await tabTo(page, da.need.showOnMap);
      await page.keyboard.press('Enter');
      const pin = page.locator('.pin[aria-current=true]');
      await pin.waitFor();

      // Into the map, over its pins, and out again: it holds nobody.
      await tabTo(page, (await pin.getAttribute('aria-label')) ?? '');
      await page.keyboard.press('ArrowRight');
      const other = await focusedName(page);
      assert.notEqual(other, await pin.getAttribute('aria-label'));
      await page.keyboard.press('Home');
      await tabTo(page, map.zoomIn);
      await page.keyboard.press('Enter');
      await tabTo(page, da.find.list);

      // The browser's own key for it, which a browser without a window does not know.
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await tabTo(page, da.need.all);
      await page.keyboard.press('Enter');
      await first.waitFor();
      assert.equal(await first.innerText(), title);
    }));

  test('“Vis flere” adds the next page until all are there, each once', () =>
    visit(async ({ page }) => {
      const near = await list(`needs?place=${TOWN}&radius_m=2000`);
      await page.goto(`/?place=${TOWN}&radius_m=2000`);
      await cards(page).first().waitFor();
      const more = page.getByRole('button', { name: da.showMore });
      for (;;) {
        const shown = await cards(page).count();
        if (shown >= near.total) break;
        await more.tap();
        await cards(page).nth(shown).waitFor();
      }
      await more.waitFor({ state: 'detached' });
      const links = await cards(page)
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      assert.equal(links.length, near.total);
      assert.equal(new Set(links).size, near.total);
    }));

  test('Nothing moves while the list, a need and its town come', () =>
    visit(async ({ page }) => {
      await page.goto('/');
      await cards(page).nth(5).waitFor();
      await page.evaluate(() => document.fonts.ready);
      assert((await shift(page)) < 0.02, `the list: ${await shift(page)}`);
      const href = await cards(page).first().getByRole('link').getAttribute('href');
      await page.goto(href ?? '');
      await page.getByRole('heading', { name: da.need.about }).waitFor();
      assert((await shift(page)) < 0.02, `a need: ${await shift(page)}`);
    }));
});
