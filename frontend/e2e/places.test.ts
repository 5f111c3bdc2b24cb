// What is said of places: on a full date, and to somebody who gets none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { texts as applicantTexts } from '../src/features/volunteering/applicants/texts.ts';
import { texts as signupTexts } from '../src/features/volunteering/signup/texts.ts';
import { assertAccessible } from './accessible.ts';
import { inDays, makeNeed } from './needs.ts';
import { as, become, BOARD, STAFF, VOLUNTEER } from './people.ts';
import { forgive, journeys, visit } from './support.ts';

const desk = applicantTexts.da;
const t = signupTexts.da;

const date = (days: number) => ({
  starts_at: inDays(days, 9),
  ends_at: inDays(days, 11),
  capacity: 1
});

async function signUp(email: string, path: string): Promise<string> {
  const call = await as(email);
  const answer = await call('POST', `${path}/signups`, {});
  assert.equal(answer.status, 201, path);
  return ((await answer.json()) as { id: string }).id;
}

async function withdraw(email: string, id: string): Promise<void> {
  const call = await as(email);
  await call('POST', `signups/${id}/withdraw`);
}

journeys('Places', () => {
  test('A full date has a waiting list, and the bar leads to the next one with a place', async () => {
    const need = await makeNeed({}, [date(20), date(27), date(34)]);
    const taken = await signUp(STAFF, `shifts/${need.shifts[0] ?? ''}`);
    try {
      await visit(async ({ page, context }) => {
        await become(context, VOLUNTEER);
        await page.goto(need.path);
        const main = page.getByRole('main');
        await main.getByText(/^3 \S+, ledigt /).waitFor();
        await main.getByText(/^Ledige pladser /).waitFor();
        const rows = main.getByRole('listitem').filter({ hasText: /kl\. / });
        await rows.nth(0).getByText(t.wait).waitFor();
        await rows.nth(1).getByText(t.act, { exact: true }).waitFor();
        const bar = page.locator('.bar');
        await bar.getByText(/ · 1 plads$/).waitFor();
        await assertAccessible(page, 'a need with a full date');
        await bar.getByRole('button', { name: t.act, exact: true }).tap();
        const sheet = page.getByRole('dialog');
        assert(await sheet.getByRole('radio').nth(1).isChecked(), 'the date that the bar names');
        await sheet.getByRole('radio').nth(0).check();
        await sheet.getByRole('button', { name: t.submitWaiting }).waitFor();
      });
    } finally {
      await withdraw(STAFF, taken);
      await need.close();
    }
  });

  test('A yes that the last place has just escaped is not sent; the dialog turns to waiting', async () => {
    const need = await makeNeed({ wanted: 1, intake: 'reviewed' });
    const ids = [
      await signUp(VOLUNTEER, `needs/${need.id}`),
      await signUp(STAFF, `needs/${need.id}`)
    ];
    try {
      await visit(async ({ page, context, faults }) => {
        await become(context, BOARD);
        await page.goto('/mig');
        const call = await as(BOARD);
        const one = (await (await call('GET', `signups/${ids[0] ?? ''}/desk`)).json()) as {
          person: { name: string };
          need: { association: { slug: string } };
        };
        const { name } = one.person;
        await page.goto(`/forening/${one.need.association.slug}/tilmeldinger/${ids[0] ?? ''}`);
        await page.getByRole('button', { name: desk.titles.accept(name) }).tap();
        const dialog = page.getByRole('dialog');
        const words = dialog.getByRole('textbox');
        const first = name.split(' ')[0] ?? name;
        assert.equal(await words.inputValue(), desk.words.accept[0]?.text(first));
        // Somebody else gets the place meanwhile.
        assert.equal((await call('POST', `signups/${ids[1] ?? ''}/accept`, {})).status, 200);
        await dialog.getByRole('button', { name: desk.send.accept }).tap();
        await dialog.getByText(desk.becameOther.wait(first)).waitFor();
        assert.equal(await words.inputValue(), desk.words.wait[0]?.text(first));
        await assertAccessible(page, 'the dialog that turned to waiting');
        const thread = async () =>
          (await (await call('GET', `signups/${ids[0] ?? ''}/messages`)).json()) as {
            items: { occasion: string; text: string }[];
          };
        assert.deepEqual((await thread()).items, []);
        await dialog.getByRole('button', { name: desk.send.wait }).tap();
        await page.getByText(desk.answered.waitlisted(first)).waitFor();
        const { items } = await thread();
        assert.deepEqual(
          items.map(({ occasion, text }) => [occasion, text]),
          [['wait', desk.words.wait[0]?.text(first)]]
        );
        forgive(faults, /409/);
      });
    } finally {
      await withdraw(VOLUNTEER, ids[0] ?? '');
      await withdraw(STAFF, ids[1] ?? '');
      await need.close();
    }
  });
});
