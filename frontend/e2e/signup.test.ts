import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { texts as accountTexts } from '../src/features/account/signin/texts.ts';
import { texts as signupTexts } from '../src/features/volunteering/signup/texts.ts';
import { texts as ownTexts } from '../src/features/volunteering/signups/texts.ts';
import { texts as sharedTexts } from '../src/features/volunteering/shared/signups/texts.ts';
import { inDays, makeNeed, type MadeNeed } from './needs.ts';
import { as, become, linkMailedTo, stamp, VOLUNTEER } from './people.ts';
import { forgive, journeys, visit } from './support.ts';

const link = accountTexts.da.link;
const t = signupTexts.da;
const own = ownTexts.da;
const words = sharedTexts.da;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sheet = (page: Page) => page.getByRole('dialog');

/** Makes needs for a test, and takes them and the volunteer's sign-ups away after it. */
async function withNeeds(
  makes: readonly Promise<MadeNeed>[],
  journey: (...needs: MadeNeed[]) => Promise<void>
): Promise<void> {
  const needs = await Promise.all(makes);
  try {
    await journey(...needs);
  } finally {
    const call = await as(VOLUNTEER);
    for (const need of needs) {
      for (const { id } of await openFor(need)) await call('POST', `signups/${id}/withdraw`);
      await need.close();
    }
  }
}

/** The volunteer's open sign-ups for a need, as the server has them. */
async function openFor(need: MadeNeed): Promise<{ id: string; status: string }[]> {
  const call = await as(VOLUNTEER);
  const answer = await call('GET', `me/signups?over=false&need=${need.id}`);
  return ((await answer.json()) as { items: { id: string; status: string }[] }).items;
}

async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  const given = Date.now() + 15_000;
  while (!(await done())) {
    assert(Date.now() < given, what);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const evening = (days: number, from = 17, to = 19) => ({
  starts_at: inDays(days, from),
  ends_at: inDays(days, to),
  capacity: 3
});

journeys('Signing up', () => {
  test('Two taps sign up; a shift at the same time is warned of; all of it is found under Mig', () =>
    withNeeds(
      [makeNeed({}, [evening(6)]), makeNeed({}, [evening(6, 18, 20), evening(8)])],
      (first, second) =>
        visit(async ({ page, context, faults }) => {
          await become(context, VOLUNTEER);
          await page.goto(first.path);
          await button(page, t.act).tap();
          await button(page, t.submit).tap();
          await page.getByRole('heading', { name: words.became.accepted }).waitFor();
          await button(page, words.close).last().tap();
          // The places are right at once, whatever the browser had kept.
          await page.getByText('2 pladser').waitFor();
          await page.locator('.aside').getByText(words.standing.accepted).waitFor();

          // At a shift of its own; a reload loses nothing of what was typed.
          await page.goto(second.path);
          await page
            .getByRole('button', { name: /^Meld dig til/ })
            .first()
            .tap();
          await sheet(page).getByLabel(t.message).fill('Jeg tager kage med');
          await page.reload();
          await page
            .getByRole('button', { name: /^Meld dig til/ })
            .first()
            .tap();
          assert.equal(await sheet(page).getByLabel(t.message).inputValue(), 'Jeg tager kage med');
          await button(page, t.submit).tap();
          const warning = sheet(page).getByRole('alert');
          await warning.getByText(first.title).waitFor();
          await button(page, t.overlap.no).tap();
          assert.equal((await openFor(second)).length, 0);
          await button(page, t.submit).tap();
          await button(page, t.overlap.yes).tap();
          await page.getByRole('heading', { name: words.became.accepted }).waitFor();
          await page.getByRole('link', { name: words.see }).last().tap();

          await page.getByRole('heading', { level: 1, name: second.title }).waitFor();
          await page.getByText('Jeg tager kage med').first().waitFor();
          await page.getByText(`${own.steps['sign-up']} ${own.becameThen.accepted}`).waitFor();
          await page.getByRole('link', { name: own.all }).tap();
          const rows = page.locator('main li');
          await rows.filter({ hasText: first.title }).waitFor();
          await rows.filter({ hasText: second.title }).waitFor();
          forgive(faults, /status of 409/);
        })
    ));

  test('A guest signs up by mail, waits in line, and takes the place that falls free', () =>
    withNeeds([makeNeed({ wanted: 1, minimum_age: 18 })], (need) =>
      visit(async ({ page, context }) => {
        const holder = await as(VOLUNTEER);
        const held = await holder('POST', `needs/${need.id}/signups`, { birth_year: 1980 });
        const { id } = (await held.json()) as { id: string };
        const email = `gaest-${stamp()}@demo.example`;

        await page.goto(need.path);
        await button(page, t.wait).tap();
        await button(page, t.guest.submit).tap();
        await sheet(page).getByRole('alert').getByText(t.missing.birthYear).waitFor();
        await page.getByLabel(t.guest.name).fill('Gudrun Gæst');
        await page.getByLabel(t.guest.email).fill(email);
        await page.getByLabel(t.birthYear).fill('1990');
        assert.equal(await page.getByLabel(t.guest.email).getAttribute('autocomplete'), 'email');
        await button(page, t.guest.submit).tap();
        await page.getByRole('heading', { name: t.guest.sentTitle }).waitFor();
        await page.getByText(t.guest.sent(email)).waitFor();

        const asked = await linkMailedTo(email);
        await page.goto(asked);
        await page.getByRole('heading', { name: need.title }).waitFor();
        await button(page, link.act['guest-signup']).tap();
        await page.getByRole('heading', { name: words.becameInLine('1') }).waitFor();
        await page.getByRole('link', { name: signupTexts.da.link.register }).waitFor();

        assert.equal((await holder('POST', `signups/${id}/withdraw`)).status, 200);
        await page.goto(await linkMailedTo(email, asked));
        await page.getByText(/^Udløber om 23 timer/).waitFor();
        await button(page, link.act.offer).tap();
        await page.getByRole('heading', { name: words.became.accepted }).waitFor();
        assert.deepEqual(await context.cookies(), []);
      })
    ));

  test('Who cannot come withdraws, and it says so', () =>
    withNeeds([makeNeed({ intake: 'reviewed' })], (need) =>
      visit(async ({ page, context }) => {
        await become(context, VOLUNTEER);
        await page.goto(need.path);
        await button(page, t.act).tap();
        await button(page, t.submitReviewed).tap();
        await page.getByRole('heading', { name: words.became.applied }).waitFor();
        await button(page, words.close).last().tap();
        await button(page, words.withdraw.act(false)).tap();
        await button(page, words.withdraw.confirm(false)).tap();
        await page.getByRole('status').getByText(words.withdraw.done(false)).waitFor();
        await button(page, t.act).waitFor();
        assert.deepEqual(await openFor(need), []);
      })
    ));

  test('A sign-up made without a network is sent once when there is one again', () =>
    withNeeds([makeNeed({}, [evening(9)])], (need) =>
      visit(
        async ({ page, context, faults }) => {
          await become(context, VOLUNTEER);
          await page.goto('/mig/tilmeldinger');
          await button(page, own.showPast).waitFor();
          await page.goto(need.path);
          await untilKept(page, need);
          await button(page, t.act).waitFor();

          await context.setOffline(true);
          await button(page, t.act).tap();
          await button(page, t.submit).tap();
          await page.getByRole('heading', { name: words.queued.title }).waitFor();
          for (let turn = 0; turn < 2; turn += 1) {
            await page.reload();
            await page.locator('.aside').getByText(words.queued.short).waitFor();
          }
          await page.goto('/mig/tilmeldinger');
          await page.getByRole('heading', { name: own.queued }).waitFor();
          await page.getByText(/Det her blev hentet/).waitFor();
          // A second page of the same phone does not send it too.
          const other = await context.newPage();
          await other.goto(need.path);
          await other.locator('.aside').getByText(words.queued.short).waitFor();
          assert.deepEqual(await openFor(need), []);
          const answers = answersTo(context, `/shifts/${need.shifts[0] ?? ''}/signups`);

          await context.setOffline(false);
          await until('it is sent', async () => (await openFor(need)).length === 1);
          await page.locator('main li').filter({ hasText: need.title }).waitFor();
          await page.getByRole('heading', { name: own.queued }).waitFor({ state: 'detached' });
          await other.locator('.aside').getByText(words.standing.accepted).waitFor();
          assert.deepEqual(answers, [201]);
          forgive(faults, /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|net::/);
        },
        { offlineReady: true }
      )
    ));
});

/** Until the need can be opened without a network. */
async function untilKept(page: Page, need: MadeNeed): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(
    async (path) => Boolean(await caches.match(`${path}?~language=da`)),
    `/api/v1/needs/${need.id}`
  );
}

/** The statuses of what is answered from now on, as far as the network carries it. */
function answersTo(context: BrowserContext, path: string): number[] {
  const answers: number[] = [];
  context.on('response', (response) => {
    if (response.url().endsWith(path)) answers.push(response.status());
  });
  return answers;
}
