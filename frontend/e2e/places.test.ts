// What is said of places: on a full date, and to somebody who gets none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { texts as applicantTexts } from '../src/features/volunteering/applicants/texts.ts';
import { texts as threadTexts } from '../src/features/volunteering/shared/thread/texts.ts';
import { texts as signupTexts } from '../src/features/volunteering/signup/texts.ts';
import { texts as againTexts } from '../src/lib/signin/texts.ts';
import { texts as formTexts } from '../src/lib/ui/forms/texts.ts';
import { assertAccessible } from './accessible.ts';
import { inDays, makeNeed } from './needs.ts';
import { as, become, BOARD, STAFF, stamp, VOLUNTEER } from './people.ts';
import { forgive, journeys, visit } from './support.ts';

const again = againTexts.da;
const desk = applicantTexts.da;
const forms = formTexts.da;
const thread = threadTexts.da;
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

  test('Signed out while writing, one signs in over it, and what was written is sent', async () => {
    const need = await makeNeed();
    const id = await signUp(VOLUNTEER, `needs/${need.id}`);
    try {
      await visit(async ({ page, context, faults }) => {
        const login = { email: VOLUNTEER, password: 'samspil-demo' };
        await context.request.post('/api/v1/auth/login', { data: login });
        await page.goto(`/mig/tilmeldinger/${id}`);
        const written = `Jeg tager kage med ${need.title}`;
        await page.getByRole('textbox', { name: thread.write }).fill(written);
        // The session runs out: its tokens are worth nothing any more.
        await context.clearCookies({ name: /^samspil_/ });
        await page.getByRole('button', { name: thread.send, exact: true }).tap();
        await page.getByText(forms.signedOut).waitFor();
        await page.getByRole('button', { name: forms.signIn }).tap();
        const sheet = page.getByRole('dialog', { name: again.title });
        assert.equal(await sheet.getByLabel(again.email).inputValue(), VOLUNTEER);
        await assertAccessible(page, 'signing in over a form');
        await sheet.getByLabel(again.password, { exact: true }).fill('samspil-demo');
        await sheet.getByRole('button', { name: again.submit }).tap();
        await sheet.waitFor({ state: 'detached' });
        await page.getByRole('listitem').filter({ hasText: written }).waitFor();
        assert.equal(await page.getByRole('textbox', { name: thread.write }).inputValue(), '');
        forgive(faults, /401/);
      });
    } finally {
      await withdraw(VOLUNTEER, id);
      await need.close();
    }
  });

  test('What a guest wrote without a network is offered to be sent once there is one', async () => {
    const need = await makeNeed();
    try {
      await visit(async ({ page, context, faults }) => {
        await page.goto(need.path);
        await page.getByRole('button', { name: t.act, exact: true }).tap();
        const sheet = page.getByRole('dialog');
        await sheet.getByLabel(t.guest.name).fill('Gudrun Gæst');
        await sheet.getByLabel(t.guest.email).fill(`gaest-${stamp()}@demo.example`);
        await context.setOffline(true);
        await sheet.getByRole('button', { name: t.guest.submit }).tap();
        await sheet.getByText(forms.offline).waitFor();
        await context.setOffline(false);
        await sheet.getByText(forms.back).waitFor();
        assert.equal(await sheet.getByText(forms.offline).count(), 0);
        await sheet.getByRole('button', { name: forms.sendNow }).tap();
        await page.getByRole('heading', { name: t.guest.sentTitle }).waitFor();
        forgive(faults, /ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/);
      });
    } finally {
      await need.close();
    }
  });
});
