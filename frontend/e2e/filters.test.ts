import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../src/lib/i18n/en.ts';
import { foundTexts } from '../src/lib/ui/found.ts';
import { api, cards, da, forgive, journeys, list, TOWN, visit } from './support.ts';

journeys('Searching', () => {
  test('Filters chosen in the sheet stand in the address and outlive a reload', () =>
    visit(async ({ page }) => {
      await page.goto(`/?place=${TOWN}`);
      await cards(page).first().waitFor();
      await page.getByRole('button', { name: da.find.filters }).tap();
      const sheet = page.getByRole('dialog');
      await sheet.getByText(da.time.parts.evening).tap();
      await sheet.getByText(da.find.commitments.recurring).tap();
      await page.waitForURL(/part_of_day=evening/);
      await page.waitForURL(/commitment=recurring/);
      const wanted = await list(
        `needs?place=${TOWN}&radius_m=5000&part_of_day=evening&commitment=recurring&limit=20`
      );
      await sheet.getByRole('button', { name: new RegExp(`^Vis ${wanted.total} `) }).tap();

      const titles = wanted.items.map(({ title }) => title);
      const shown = () => cards(page).getByRole('link').allInnerTexts();
      await page.getByText(`${wanted.total} opgave`).first().waitFor();
      assert.deepEqual(await shown(), titles);
      await page.reload();
      await cards(page).first().waitFor();
      assert.deepEqual(await shown(), titles);
      await page.getByRole('button', { name: /Filtre.*2/ }).waitFor();
    }));

  test('The list is the server’s, nearest first, and says how far', () =>
    visit(async ({ page }) => {
      const { items } = await list(`needs?place=${TOWN}&radius_m=5000&remote=exclude`);
      const distances = items.map(({ distance_m }) => distance_m ?? Infinity);
      assert.deepEqual(
        distances,
        [...distances].sort((one, other) => one - other)
      );
      await page.goto(`/?place=${TOWN}&remote=exclude`);
      await cards(page).first().waitFor();
      assert.deepEqual(
        await cards(page).getByRole('link').allInnerTexts(),
        items.map(({ title }) => title)
      );
    }));

  for (const [typed, town] of [
    ['hornbaek', 'Hornbæk'],
    ['Alsgarde', 'Ålsgårde'],
    ['tikob', 'Tikøb'],
    ['espergærd', 'Espergærde'],
    ['snekersten', 'Snekkersten']
  ] as const) {
    test(`“${typed}” finds ${town}`, () =>
      visit(async ({ page }) => {
        await page.goto('/');
        await cards(page).first().waitFor();
        await page.getByRole('button', { name: da.where.label }).tap();
        await page.getByRole('combobox').pressSequentially(typed);
        const first = page.getByRole('option').first();
        await first.filter({ hasText: town }).waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL(/place=/);
        await page.getByRole('button', { name: town }).waitFor();
        await cards(page).first().waitFor();
      }));
  }

  test('Text finds needs as they are typed', () =>
    visit(async ({ page }) => {
      const { items } = await list('needs?limit=1');
      const word =
        items[0]?.title.split(' ').reduce((a, b) => (a.length >= b.length ? a : b)) ?? '';
      await page.goto('/');
      await cards(page).first().waitFor();
      await page.getByRole('searchbox').fill(word);
      await page.waitForURL(/q=/);
      await cards(page)
        .getByRole('link', { name: items[0]?.title ?? '' })
        .first()
        .waitFor();
    }));

  test('What fits best comes first, says how it is sorted and why it was found', () =>
    visit(async ({ page }) => {
      await page.goto(`/?place=${TOWN}&radius_m=20000`);
      await page.getByText(da.find.orders.nearest).waitFor();
      await page.getByRole('searchbox').fill('hunde');
      await page.getByText(da.find.orders.fit).waitFor();
      const { items } = await list(`needs?place=${TOWN}&radius_m=20000&q=hunde`);
      const first = cards(page).first();
      await first.getByRole('link', { name: items[0]?.title ?? '' }).waitFor();
      assert.match((await first.getByRole('link').innerText()).toLowerCase(), /hund/);
      await page.getByText(foundTexts.da.foundIn(foundTexts.da.texts.text)).first().waitFor();
      await page.goto('/');
      await page.getByText(da.find.orders.soonest).waitFor();
    }));

  test('The weekend is one press, stands in the address, and another time takes its place', () =>
    visit(async ({ page }) => {
      await page.goto('/');
      await page.getByRole('button', { name: da.find.soon.weekend }).tap();
      await page.waitForURL(/soon=weekend/);
      const { total } = await list('needs?soon=weekend');
      await page.getByText(`${total} opgave`).first().waitFor();
      await page.reload();
      const weekend = page.getByRole('button', { name: da.find.soon.weekend });
      await weekend.and(page.locator('[aria-pressed=true]')).waitFor();
      const week = page.getByRole('button', { name: da.find.soon.week });
      await week.tap();
      await page.waitForURL(/soon=week$/);
      await week.tap();
      await page.waitForURL((url) => !url.search.includes('soon'));
    }));

  test('“Hvor?” puts one’s own position first, then the larger towns; how far comes with a place', () =>
    visit(async ({ page }) => {
      await page.goto('/');
      await cards(page).first().waitFor();
      await page.getByRole('button', { name: da.where.label }).tap();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('option').first().waitFor();
      const { items } = await api<{ items: { name: string; kind: string }[] }>('places?limit=100');
      const towns = items.filter(({ kind }) => kind === 'town');
      const offered = await sheet.getByRole('option').allInnerTexts();
      assert.equal(offered.length, items.length);
      towns.forEach(({ name }, index) => assert(offered[index]?.startsWith(name), name));
      assert.equal(await sheet.getByRole('radio').count(), 0);
      await sheet.getByRole('combobox').fill('xyzzyx');
      await sheet.getByRole('listbox').waitFor({ state: 'detached' });
      await sheet.getByRole('combobox').fill('');
      await sheet.getByRole('option').first().tap();
      await page.waitForURL(/place=/);
      await page.getByRole('button', { name: da.where.label }).tap();
      await sheet.getByRole('radio').first().waitFor();
    }));

  test('An interest is one press, and pressed again it is gone', () =>
    visit(async ({ page }) => {
      const { items } = await api<{ items: { slug: string; label: string }[] }>('interests');
      const [interest] = items;
      assert(interest);
      await page.goto('/');
      const chip = page.getByRole('button', { name: interest.label, exact: true });
      await chip.tap();
      await page.waitForURL(new RegExp(`interest=${interest.slug}`));
      await chip.tap();
      await page.waitForURL((url) => !url.search.includes('interest'));
    }));

  test('English is one press away and stays', () =>
    visit(async ({ page }) => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: da.find.heading }).waitFor();
      await page.getByRole('button', { name: da.switchLanguage }).tap();
      await page.getByRole('heading', { level: 1, name: en.find.heading }).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
      await page.reload();
      await page.getByRole('heading', { level: 1, name: en.find.heading }).waitFor();
      // What people wrote keeps its own language.
      assert.equal(await cards(page).getByRole('heading').first().getAttribute('lang'), 'da');
      await page.getByRole('button', { name: en.switchLanguage }).tap();
      await page.getByRole('heading', { level: 1, name: da.find.heading }).waitFor();
    }));

  test('Where nothing fits, the way out is offered and leads somewhere', () =>
    visit(async ({ page }) => {
      await page.goto(`/?place=${TOWN}&q=xylofonkvartet`);
      await page.getByText(da.find.emptyTitle).waitFor();
      await page.getByRole('button', { name: da.find.dropFilters }).tap();
      await cards(page).first().waitFor();
    }));

  for (const [path, endpoint] of [
    ['/', 'needs'],
    ['/foreninger', 'associations'],
    ['/lokaler', 'premises']
  ] as const) {
    test(`${path} says what happened when the network fails, and tries again`, () =>
      visit(async ({ page, faults }) => {
        await page.route(`**/api/v1/${endpoint}?**`, (route) => route.abort());
        await page.goto(path);
        await page.getByRole('alert').getByText(da.error.offline).waitFor();
        await page.unroute(`**/api/v1/${endpoint}?**`);
        await page.getByRole('button', { name: da.retry }).tap();
        await cards(page).first().waitFor();
        forgive(faults, /ERR_FAILED/);
      }));
  }

  test('A page that fails under “Vis flere” keeps what is there and tries again', () =>
    visit(async ({ page, faults }) => {
      await page.goto('/');
      await cards(page).first().waitFor();
      const before = await cards(page).count();
      await page.route('**/api/v1/needs?**cursor=**', (route) => route.abort());
      await page.getByRole('button', { name: da.showMore }).tap();
      await page.getByRole('alert').getByText(da.error.moreFailed).waitFor();
      assert.equal(await cards(page).count(), before);
      await page.unroute('**/api/v1/needs?**cursor=**');
      await page.getByRole('button', { name: da.retry }).tap();
      await cards(page).nth(before).waitFor();
      forgive(faults, /ERR_FAILED/);
    }));
});
