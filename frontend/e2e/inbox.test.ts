// What waits for those who run an association, and how few taps the most frequent of it takes from `/`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { inboxTexts } from '../src/features/account/inbox/texts.ts';
import { texts as applicantTexts } from '../src/features/volunteering/applicants/texts.ts';
import { assertAccessible, assertThumbSized } from './accessible.ts';
import { inDays, makeNeed, type MadeNeed } from './needs.ts';
import { as, become, BOARD, stamp, VOLUNTEER } from './people.ts';
import { api, journeys, settled, shift, visit } from './support.ts';

const t = inboxTexts.da;
const remind = applicantTexts.da.remind;
const HOUR_MS = 3_600_000;

/** From `/`, as the board's account: its page, and what counts each tap. */
async function atTheStart(
  page: Page
): Promise<{ tap: (it: Locator) => Promise<void>; taps: () => number }> {
  await become(page.context(), BOARD);
  await page.goto('/');
  const me = page.getByRole('link', { name: /^Mig \d+$/ });
  await me.waitFor();
  let count = 0;
  const tap = async (it: Locator) => {
    count += 1;
    await it.tap();
  };
  await tap(me);
  await page.getByRole('heading', { name: t.title }).waitFor();
  return { tap, taps: () => count };
}

async function signUp(path: string): Promise<string> {
  const volunteer = await as(VOLUNTEER);
  const answer = await volunteer('POST', path, { accept_overlap: true, message: 'Jeg vil gerne.' });
  assert.equal(answer.status, 201);
  return ((await answer.json()) as { id: string }).id;
}

async function associationOf(need: MadeNeed): Promise<string> {
  const { association } = await api<{ association: { slug: string } }>(`needs/${need.id}`);
  return association.slug;
}

journeys('What waits for those who run something', () => {
  test('A yes takes two taps, and says it', () =>
    visit(async ({ page }) => {
      const made = await makeNeed({ title: `Svar ${stamp()}`, intake: 'reviewed' });
      await signUp(`needs/${made.id}/signups`);
      const { tap, taps } = await atTheStart(page);
      await settled(page);
      assert((await shift(page)) < 0.02, 'it stands still');
      await assertAccessible(page, 'what waits');
      await assertThumbSized(page, 'what waits');
      const yes = page.getByRole('button', { name: /^Sig ja til / }).first();
      const name = ((await yes.getAttribute('aria-label')) ?? '').replace('Sig ja til ', '');
      await tap(yes);
      await page.getByText(t.said(name)).waitFor();
      assert.equal(taps(), 2);
      await made.close();
    }));

  test('Hours are confirmed by two taps', () =>
    visit(async ({ page }) => {
      const made = await makeNeed({ title: `Timer ${stamp()}` });
      await signUp(`needs/${made.id}/signups`);
      const volunteer = await as(VOLUNTEER);
      const association = await associationOf(made);
      const day = inDays(0, 9).slice(0, 10);
      const answer = await volunteer('POST', 'me/hours', {
        association,
        need: made.id,
        day,
        minutes: 5
      });
      assert.equal(answer.status, 201);
      const { tap, taps } = await atTheStart(page);
      const confirm = page.getByRole('button', { name: /^Bekræft timer for / }).first();
      const name = ((await confirm.getAttribute('aria-label')) ?? '').replace(
        'Bekræft timer for ',
        ''
      );
      await tap(confirm);
      await page.getByText(t.confirmed(name)).waitFor();
      assert.equal(taps(), 2);
      await made.close();
    }));

  test('A crew is reminded by three taps', () =>
    visit(async ({ page }) => {
      // Before any other shift, so that it stands first.
      const starts = new Date(Date.now() + HOUR_MS);
      const made = await makeNeed({}, [
        {
          starts_at: starts.toISOString(),
          ends_at: new Date(starts.getTime() + HOUR_MS).toISOString(),
          capacity: 2
        }
      ]);
      await signUp(`shifts/${made.shifts[0]}/signups`);
      const { tap, taps } = await atTheStart(page);
      await tap(page.getByRole('link', { name: t.remindOf(made.title) }));
      await tap(page.getByRole('dialog').getByRole('button', { name: remind.send }));
      await page.getByText(remind.sent(1)).waitFor();
      assert.equal(taps(), 3);
      await made.close();
    }));
});
