// The list in which an association works through who offers help: by thumb, and by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { manyTexts } from '../src/features/volunteering/applicants/manyTexts.ts';
import { texts } from '../src/features/volunteering/applicants/texts.ts';
import { workTexts } from '../src/lib/ui/work/texts.ts';
import { assertAccessible, assertThumbSized } from './accessible.ts';
import { inDays, makeNeed } from './needs.ts';
import { as, become, BOARD, stamp, VOLUNTEER } from './people.ts';
import { api, DESK, journeys, settled, visit } from './support.ts';

const t = texts.da;
const many = manyTexts.da;
const work = workTexts.da;
const SHIFTS = 4;

interface Crowd {
  path: string;
  close: () => Promise<void>;
  /** How many sign-ups stand how. */
  states: () => Promise<Record<string, number>>;
}

/** A need whose shifts the same volunteer offers to take, each. */
async function crowd(capacity = 3): Promise<Crowd> {
  const shifts = Array.from({ length: SHIFTS }, (_, at) => ({
    starts_at: inDays(20 + at, 9),
    ends_at: inDays(20 + at, 11),
    capacity
  }));
  const made = await makeNeed({ title: `Mange ${stamp()}`, intake: 'reviewed' }, shifts);
  const volunteer = await as(VOLUNTEER);
  for (const [at, shift] of made.shifts.entries()) {
    const words = { message: `Det er nummer ${at}`, accept_overlap: true };
    const answer = await volunteer('POST', `shifts/${shift}/signups`, words);
    assert.equal(answer.status, 201);
  }
  const { association } = await api<{ association: { slug: string } }>(`needs/${made.id}`);
  const board = await as(BOARD);
  const states = async () => {
    const answer = await board(
      'GET',
      `associations/${association.slug}/signups?need=${made.id}&limit=100`
    );
    const { items } = (await answer.json()) as { items: { status: string }[] };
    const found: Record<string, number> = {};
    for (const { status } of items) found[status] = (found[status] ?? 0) + 1;
    return found;
  };
  const path = `/forening/${association.slug}/tilmeldinger?need=${made.id}`;
  return { path, states, close: made.close };
}

const links = (page: Page) => page.locator('a[data-row]');
const openOne = (page: Page) => new URL(page.url()).pathname.split('/').at(-1);

journeys('A list to work in', () => {
  test('All who wait are declined with one text, by two taps', () =>
    visit(async ({ page, context }) => {
      const { path, states, close } = await crowd();
      await become(context, BOARD);
      await page.goto(path);
      await page.getByRole('button', { name: many.rest(String(SHIFTS)) }).tap();
      const sheet = page.getByRole('dialog', { name: many.titles.decline(String(SHIFTS)) });
      await sheet.getByRole('button', { name: many.send.decline(String(SHIFTS)) }).waitFor();
      await settled(page);
      await assertAccessible(page, 'an answer to many');
      await assertThumbSized(page, 'an answer to many');
      await sheet.getByRole('button', { name: many.send.decline(String(SHIFTS)) }).tap();
      await page.getByText(many.done.decline(String(SHIFTS))).waitFor();
      await page.getByText(t.emptyTitle.unanswered).waitFor();
      assert.deepEqual(await states(), { declined: SHIFTS });
      await close();
    }));

  test('Several are chosen on a phone and get a yes together', () =>
    visit(async ({ page, context }) => {
      const { path, states, close } = await crowd();
      await become(context, BOARD);
      await page.goto(path);
      const boxes = page.getByRole('checkbox', { name: /^Vælg (?!alle)/ });
      await boxes.first().waitFor();
      await boxes.nth(0).tap();
      await boxes.nth(2).tap();
      await page.getByText(work.chosen('2')).waitFor();
      await settled(page);
      await assertAccessible(page, 'some are chosen');
      await assertThumbSized(page, 'some are chosen');
      await page.getByRole('button', { name: many.acts.accept, exact: true }).first().tap();
      await page.getByRole('button', { name: many.send.accept('2') }).tap();
      await page.getByText(many.done.accept('2')).waitFor();
      assert.deepEqual(await states(), { accepted: 2, applied: SHIFTS - 2 });
      await close();
    }));

  test('At a desk the first is open, and the keyboard does the rest', () =>
    visit(
      async ({ page, context }) => {
        const { path, states, close } = await crowd();
        await become(context, BOARD);
        await page.goto(path);
        await page.waitForURL(/tilmeldinger\/[0-9a-f-]{36}/);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        assert.equal(await links(page).first().getAttribute('data-row'), openOne(page));
        await settled(page);
        await assertAccessible(page, 'a table to work in');

        await links(page).first().focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        const third = await links(page).nth(2).getAttribute('data-row');
        await page.waitForURL(`**/${third}?**`);
        assert.equal(await focused(page), third, 'the focus stays in the list');
        await page.keyboard.press(' ');
        await page.getByText(work.chosen('1')).waitFor();

        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
        await page.keyboard.press('Escape');
        assert.equal(await focused(page), third, 'and back');

        // The words that are looked for choose among them, and the order is another one.
        await page.getByRole('searchbox').fill('nummer 3');
        await page.waitForFunction(() => document.querySelectorAll('a[data-row]').length === 1);
        await page.getByRole('searchbox').fill('');
        await links(page)
          .nth(SHIFTS - 1)
          .waitFor();
        await page.getByRole('button', { name: many.columns.task }).click();
        await page.waitForURL(/sort=day/);

        await page.getByRole('checkbox', { name: work.all }).click();
        await page.getByText(work.chosen(String(SHIFTS))).waitFor();
        await page.getByRole('button', { name: many.acts.decline, exact: true }).first().click();
        await page.getByRole('button', { name: many.send.decline(String(SHIFTS)) }).click();
        await page.getByText(many.done.decline(String(SHIFTS))).waitFor();
        assert.deepEqual(await states(), { declined: SHIFTS });
        await close();
      },
      { viewport: DESK, hasTouch: false }
    ));
});

const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.row);
