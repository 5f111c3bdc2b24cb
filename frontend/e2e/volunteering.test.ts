// The two journeys that the rest is for: somebody finds what suits them and has proof of it in the
// end, and a board finds its hands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { texts as accountTexts } from '../src/features/account/signin/texts.ts';
import { texts as applicantTexts } from '../src/features/volunteering/applicants/texts.ts';
import { texts as hoursTexts } from '../src/features/volunteering/hours/texts.ts';
import { texts as matchingTexts } from '../src/features/volunteering/matching/texts.ts';
import { rotaTexts } from '../src/features/volunteering/organising/rota/texts.ts';
import { TEMPLATES } from '../src/features/volunteering/organising/templates.ts';
import { texts as needsDeskTexts } from '../src/features/volunteering/organising/texts.ts';
import { texts as signupTexts } from '../src/features/volunteering/signup/texts.ts';
import { texts as standingTexts } from '../src/features/volunteering/shared/signups/texts.ts';
import { assertAccessible } from './accessible.ts';
import { as, become, BOARD, linkMailedTo, stamp, VOLUNTEER } from './people.ts';
import { api, da, journeys, TOWN, visit } from './support.ts';

const account = accountTexts.da;
const applicants = applicantTexts.da;
const hours = hoursTexts.da;
const matching = matchingTexts.da;
const rota = rotaTexts.da;
const needsDesk = needsDeskTexts.da;
const signup = signupTexts.da;
const standing = standingTexts.da;

/** An association that the board's account runs, and calls in its name. */
async function board() {
  const call = await as(BOARD);
  const { associations } = (await (await call('GET', 'me')).json()) as {
    associations: { slug: string; status: string }[];
  };
  const slug = associations.find(({ status }) => status === 'public')?.slug;
  assert(slug, 'the board runs something');
  return { call, slug };
}

/** Chooses a town in the sheet that asks where. */
async function chooseTown(page: Page) {
  // The list is another after each letter: one taps when it is the last.
  const answered = page.waitForResponse((answer) => answer.url().includes(`q=${TOWN}`));
  await page.getByRole('combobox').last().pressSequentially(TOWN);
  await answered;
  await page
    .getByRole('option', { name: /^Helsingør/ })
    .first()
    .tap();
}

journeys('From looking for something to do to a paper that proves it', () => {
  test('A visitor finds what suits, signs up by mail, comes, and has it certified', () =>
    visit(async ({ page }) => {
      const { call, slug } = await board();
      const title = `Luft hunde i Helsingør ${stamp()}`;
      const written = await call('POST', `associations/${slug}/needs`, {
        title,
        summary: 'Gå en tur med en hund, der gerne vil ud.',
        description: 'Vi går en time langs stranden.',
        commitment: 'recurring',
        pattern: [{ weekday: 'tue', starts: '19:00', ends: '20:30' }],
        interests: ['animals', 'crafts'],
        places: [TOWN],
        wanted: 2,
        intake: 'reviewed'
      });
      const { id } = (await written.json()) as { id: string };
      assert.equal((await call('POST', `needs/${id}/publish`)).status, 200);

      // What suits a visitor is worked out for the phone, and stays on it.
      await page.goto('/');
      await page.getByRole('button', { name: matching.inviteTitle }).tap();
      const sheet = page.getByRole('dialog').filter({ hasText: matching.interests });
      for (const name of ['Dyr', 'Håndværk og reparation', matching.time.evenings]) {
        await sheet.getByRole('button', { name, exact: true }).tap();
      }
      await sheet.getByRole('button', { name: matching.chooseWhere }).tap();
      await chooseTown(page);
      await sheet.getByRole('button', { name: matching.show }).tap();
      const found = page.getByRole('list', { name: matching.list });
      await found.getByRole('link', { name: title }).tap();
      await page.waitForURL(`**/opgaver/${id}`);

      const name = `Gerda Gæst ${stamp()}`;
      const email = `gaest-${stamp()}@demo.example`;
      await page.getByRole('button', { name: signup.act, exact: true }).tap();
      const form = page.getByRole('dialog');
      await form.getByLabel(signup.guest.name).fill(name);
      await form.getByLabel(signup.guest.email, { exact: true }).fill(email);
      await form.getByRole('button', { name: signup.guest.submit }).tap();
      await page.getByText(signup.guest.sentTitle).waitFor();
      const asked = await linkMailedTo(email);
      await page.goto(asked);
      await page.getByRole('button', { name: account.link.act['guest-signup'] }).tap();
      await page.getByRole('heading', { level: 1, name: standing.became.applied }).waitFor();

      // The board says yes on its own phone, and notes that she came.
      await visit(async ({ page: theirs, context }) => {
        await become(context, BOARD);
        await theirs.goto(`/forening/${slug}/tilmeldinger`);
        await theirs.getByRole('button', { name: applicants.titles.accept(name) }).tap();
        const answer = theirs.getByRole('dialog');
        await answer.getByRole('button', { name: applicants.send.accept }).tap();
        await theirs.getByText(applicants.answered.accepted('Gerda')).waitFor();
      });
      const { items } = (await (
        await call('GET', `associations/${slug}/signups?need=${id}`)
      ).json()) as { items: { id: string; status: string }[] };
      assert.equal(items[0]?.status, 'accepted');
      assert.equal((await call('POST', `signups/${items[0].id}/attended`)).status, 200);

      // Whoever registers with the guest's address is let in by its mail, to all that the guest had.
      const password = 'hav og himmel 1801';
      await page.goto('/opret');
      await page.getByLabel(account.name, { exact: true }).fill(name);
      await page.getByLabel(account.email, { exact: true }).fill(email);
      await page.getByLabel(account.password, { exact: true }).fill(password);
      await page.getByRole('button', { name: account.register.submit, exact: true }).tap();
      await page.goto(await linkMailedTo(email, asked));
      await page.getByRole('button', { name: account.link.act['sign-in'] }).tap();
      await page.waitForURL((url) => !url.pathname.startsWith('/bekraeft'));

      await page.goto('/mig/timer');
      await page.getByRole('button', { name: hours.mine.add }).first().tap();
      await page.getByRole('dialog').getByRole('button', { name: hours.form.save }).tap();
      await page.getByText(hours.form.saved).waitFor();
      const entered = (await (
        await call('GET', `associations/${slug}/hours?status=waiting`)
      ).json()) as {
        items: { id: string; person: { name: string } | null }[];
      };
      const hers = entered.items.find(({ person }) => person?.name === name);
      assert(hers, 'her hours wait');
      assert.equal((await call('POST', `hours/${hers.id}/confirm`)).status, 200);

      await page.reload();
      await page.getByRole('button', { name: hours.certificates.make }).tap();
      await page.getByRole('dialog').getByRole('button', { name: hours.certificates.make }).tap();
      await page.getByText(hours.certificates.made).waitFor();
      await assertAccessible(page, 'hours with a certificate');
      const certificate = await page.evaluate(async () => {
        const { items } = (await (await fetch('/api/v1/me/certificates')).json()) as {
          items: { id: string; code: string }[];
        };
        return items[0];
      });
      assert(certificate);
      const paper = await page.evaluate(async (id) => {
        const answer = await fetch(`/api/v1/me/certificates/${id}.pdf`);
        return {
          type: answer.headers.get('Content-Type'),
          begins: (await answer.text()).slice(0, 5)
        };
      }, certificate.id);
      assert.deepEqual(paper, { type: 'application/pdf', begins: '%PDF-' });

      // Whoever is shown the paper looks its code up, without an account.
      await visit(async ({ page: theirs }) => {
        await theirs.goto(`/bevis/${certificate.code}`);
        await theirs.getByText(hours.paper.genuine).waitFor();
        await theirs.getByText(name).first().waitFor();
        await assertAccessible(theirs, 'a certificate that is genuine');
      });
    }));
});

journeys('A board that needs hands', () => {
  test('A task is posted from a template in a few taps, and its rota fills', () =>
    visit(
      async ({ page, context }) => {
        const { slug } = await board();
        const title = `Stævnehjælp ${stamp()}`;
        const kind = TEMPLATES.find(({ name }) => name === 'event') ?? TEMPLATES[0];
        assert(kind);
        await become(context, BOARD);
        await page.goto(`/forening/${slug}/opgaver`);
        await page.getByRole('link', { name: needsDesk.list.add }).first().tap();
        await page.getByRole('button', { name: kind.words.da.kind }).tap();
        await page.getByLabel(needsDesk.form.title).fill(title);
        await page.getByText(needsDesk.form.intakes.instant, { exact: true }).tap();
        await page.getByText(needsDesk.saving.saved, { exact: true }).waitFor();

        // Every Tuesday at seven for nearly a year, so over both changes of the clock.
        await page.getByRole('link', { name: needsDesk.one.tabs.shifts, exact: true }).tap();
        await page.getByRole('button', { name: rota.addWeekly }).first().tap();
        const form = page.getByRole('dialog');
        await form.getByRole('button', { name: 'tir', exact: false }).first().tap();
        await form.getByLabel(rota.starts, { exact: true }).fill('19:00');
        await form.getByLabel(rota.ends, { exact: true }).fill('21:00');
        await form.getByLabel(rota.until, { exact: true }).fill(inDays(360));
        await form.getByText(rota.skipHolidays, { exact: true }).tap();
        await form.getByRole('button', { name: rota.look }).tap();
        await form.getByRole('button', { name: /^Lav \d+ vagter$/ }).tap();
        await page.getByText(/^\d+ vagter er lavet\.$/).waitFor();

        await page.getByRole('link', { name: needsDesk.one.tabs.edit, exact: true }).tap();
        await page.getByRole('button', { name: needsDesk.acts.publish, exact: true }).tap();
        await page.getByText(needsDesk.acts.published).waitFor();

        const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        const need = await api<{ shifts: { id: string; starts_at: string }[] }>(`needs/${id}`);
        const offsets = new Set(need.shifts.map(({ starts_at: at }) => at.slice(-6)));
        assert.deepEqual([...offsets].sort(), ['+01:00', '+02:00'], 'winter and summer');
        for (const { starts_at: at } of need.shifts) assert.match(at, /T19:00:00\+/);

        // A volunteer takes the first on the page, which says seven wherever one looks from.
        await visit(
          async ({ page: theirs, context }) => {
            await become(context, VOLUNTEER);
            await theirs.goto(`/opgaver/${id}`);
            await theirs
              .getByRole('button', { name: da.need.moreShifts(need.shifts.length - 3) })
              .tap();
            const times = await theirs.locator('main li .hours').allInnerTexts();
            assert.equal(times.length, need.shifts.length);
            for (const time of times) assert.match(time, /^kl\. 19–21\b/);
            await theirs.getByRole('button', { name: signup.act, exact: true }).tap();
            const choice = theirs.getByRole('dialog');
            await choice.getByRole('radio').first().check();
            await choice.getByRole('button', { name: signup.submit }).tap();
            await theirs.getByText(standing.became.accepted).first().waitFor();
          },
          { timezoneId: 'America/New_York' }
        );

        await page.goto(`/forening/${slug}/opgaver/${id}/vagter`);
        await page.getByText('Signe Frivillig').waitFor();
        await assertAccessible(page, 'a rota with crew');
        const { call } = await board();
        assert.equal((await call('POST', `needs/${id}/close`)).status, 200);
      },
      { timezoneId: 'America/New_York' }
    ));
});

/** A day from now, as a field for dates takes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

journeys('A no that was a slip', () => {
  test('is taken back from the note that says it, and later from the page', () =>
    visit(async ({ page, context }) => {
      const { call, slug } = await board();
      const title = `Luft en kat i Helsingør ${stamp()}`;
      const written = await call('POST', `associations/${slug}/needs`, {
        title,
        summary: 'Gå en tur med en kat.',
        description: 'Vi går en time langs stranden.',
        commitment: 'ongoing',
        interests: ['animals'],
        places: [TOWN],
        wanted: 2,
        intake: 'reviewed'
      });
      const { id } = (await written.json()) as { id: string };
      assert.equal((await call('POST', `needs/${id}/publish`)).status, 200);
      const volunteer = await as(VOLUNTEER);
      const made = await volunteer('POST', `needs/${id}/signups`, {});
      const { id: signedUp } = (await made.json()) as { id: string };

      await become(context, BOARD);
      await page.goto(`/forening/${slug}/tilmeldinger/${signedUp}`);
      const main = page.locator('main');
      const decline = async () => {
        await main.getByRole('button', { name: /^Sig nej tak til / }).tap();
        const sheet = page.getByRole('dialog');
        await sheet.getByRole('button', { name: applicants.send.decline }).tap();
        await main.getByText(applicants.status.declined, { exact: true }).first().waitFor();
      };
      await decline();
      await page.getByRole('button', { name: da.undo, exact: true }).tap();
      await page.getByText(da.undone).waitFor();
      await main.getByText(applicants.status.applied, { exact: true }).first().waitFor();
      await decline();
      await assertAccessible(page, 'a no with its way back');
      await main.getByRole('button', { name: applicants.reopen }).tap();
      await main.getByText(applicants.status.applied, { exact: true }).first().waitFor();
      await call('POST', `needs/${id}/close`);
    }));
});
