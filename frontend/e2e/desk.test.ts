import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { texts as accountTexts } from '../src/features/account/signin/texts.ts';
import { texts as deskTexts } from '../src/features/associations/desk/texts.ts';
import { texts as reportTexts } from '../src/features/municipality/reports/texts.ts';
import { texts as staffTexts } from '../src/features/municipality/staff/texts.ts';
import { rotaTexts } from '../src/features/volunteering/organising/rota/texts.ts';
import { staleTexts } from '../src/lib/ui/forms/stale.ts';
import { townTexts } from '../src/lib/where/texts.ts';
import { assertAccessible } from './accessible.ts';
import { as, become, BOARD, linkMailedTo, STAFF, stamp, VOLUNTEER } from './people.ts';
import { da, DESK, forgive, journeys, PHONE, visit } from './support.ts';

const desk = deskTexts.da;
const staff = staffTexts.da;
const account = accountTexts.da;
const reports = reportTexts.da;
const rota = rotaTexts.da;

const DAY_MS = 86_400_000;

/** An association that the board's account runs. */
async function run(): Promise<{ slug: string; name: string }> {
  const call = await as(BOARD);
  const me = (await (await call('GET', 'me')).json()) as {
    associations: { slug: string; name: string; role: string; status: string }[];
  };
  const found = me.associations.find(
    ({ role, status }) => role === 'manager' && status === 'public'
  );
  assert(found, 'the board runs something');
  return found;
}

/** An association of its own that the board's account runs, and that everybody sees. */
async function makeAssociation(name: string): Promise<string> {
  const call = await as(BOARD);
  const made = await call('POST', 'associations', {
    kind: 'network',
    name,
    summary: 'Vi synger.',
    purpose: 'Sang for alle.',
    interests: ['culture'],
    towns: ['helsingoer'],
    contact: { email: 'koret@demo.example' },
    languages: ['da']
  });
  const { slug } = (await made.json()) as { slug: string };
  const decide = await as(STAFF);
  await decide('POST', `staff/associations/${slug}/verify`, {});
  return slug;
}

/** Somebody else's phone. */
async function onAnotherPhone(page: Page, journey: (page: Page) => Promise<void>): Promise<void> {
  const browser = page.context().browser();
  assert(browser);
  const context = await browser.newContext({
    baseURL: new URL(page.url()).origin,
    viewport: PHONE,
    locale: 'da-DK',
    serviceWorkers: 'block'
  });
  try {
    context.setDefaultTimeout(15_000);
    await journey(await context.newPage());
  } finally {
    await context.close();
  }
}

journeys('An association’s desk', () => {
  test('A week of shifts is copied to another week, where they stand without their crew', () =>
    visit(async ({ page, context }) => {
      const call = await as(BOARD);
      const slug = await makeAssociation(`Vagtkoret ${stamp()}`);
      const week = Date.now() + 7 * DAY_MS;
      for (const title of ['Kør scenen frem', 'Sælg billetter']) {
        const made = await call('POST', `associations/${slug}/needs`, { title });
        const { id } = (await made.json()) as { id: string };
        const times = [week, week + 3_600_000].map((moment) => new Date(moment).toISOString());
        const [starts_at, ends_at] = times;
        await call('POST', `needs/${id}/shifts`, { starts_at, ends_at, capacity: 2 });
      }
      const day = (weeks: number) => new Date(week + weeks * 7 * DAY_MS).toISOString().slice(0, 10);
      await become(context, BOARD);
      await page.goto(`/forening/${slug}/kalender?day=${day(0)}`);
      const rows = page.locator('.days .rows > li');
      await rows.first().waitFor();
      assert.equal(await rows.count(), 2);
      await page.getByRole('button', { name: rota.copy }).tap();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(rota.copyTo).fill(day(20));
      await sheet.getByLabel(rota.skipHolidays).uncheck();
      await sheet.getByRole('button', { name: rota.look }).tap();
      await sheet.getByRole('button', { name: rota.make(2) }).tap();
      await page.getByText(rota.weeklyMade(2)).waitFor();
      await page.waitForURL((url) => url.searchParams.get('day') !== day(0));
      await page.locator('.days:not(.stale)').getByText(rota.nobody).first().waitFor();
      assert.equal(await rows.count(), 2);
    }));

  test('A board member is invited and accepts on another phone', () =>
    visit(async ({ page, context }) => {
      const { slug, name } = await run();
      const email = `ny-${stamp()}@demo.example`;
      await become(context, BOARD);
      await page.goto(`/forening/${slug}/medlemmer`);
      await page.getByRole('button', { name: desk.members.invite }).tap();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(desk.members.email).fill(email);
      await sheet.getByRole('button', { name: desk.members.send }).tap();
      await page.getByText(desk.members.sent(email)).waitFor();
      await page.getByText(email, { exact: true }).waitFor();

      const link = await linkMailedTo(email);
      await onAnotherPhone(page, async (other) => {
        await other.goto(link);
        await other.getByRole('heading', { level: 1, name: account.link.invited(name) }).waitFor();
        await other.getByLabel(account.name, { exact: true }).fill('Nanna Ny');
        await other.getByLabel(account.password, { exact: true }).fill('hav og himmel 1801');
        await other.getByRole('button', { name: account.link.act.invitation }).click();
        await other.waitForURL(`**/forening/${slug}`);
        await other.getByRole('heading', { level: 1, name }).waitFor();
      });

      await page.reload();
      const row = page.locator('li', { hasText: email });
      await row.getByText('Nanna Ny').waitFor();
      // And goes again, so that the next test finds the association as it was.
      await row.getByRole('button', { name: desk.members.change('Nanna Ny') }).tap();
      await row.getByRole('button', { name: desk.members.remove }).tap();
      await page.getByRole('dialog').getByRole('button', { name: desk.members.remove }).tap();
      await page.getByText(desk.members.removed('Nanna Ny')).waitFor();
      await row.waitFor({ state: 'detached' });
    }));

  test('A picture taken with the phone is on the public page, with words for who cannot see it', () =>
    visit(async ({ page, context }) => {
      const { slug } = await run();
      const alt = `Tre børn tænder bål ${stamp()}`;
      await become(context, BOARD);
      await page.goto(`/forening/${slug}/billeder`);
      await page.getByRole('heading', { level: 1, name: desk.pictures.title }).waitFor();
      await page.locator('input[type=file]').setInputFiles({
        name: 'IMG_0001.png',
        mimeType: 'image/png',
        buffer: await aPicture(page)
      });
      const sheet = page.getByRole('dialog');
      // Without words it is not sent.
      await sheet.getByRole('button', { name: desk.pictures.upload }).tap();
      await sheet.getByText(desk.pictures.altMissing).first().waitFor();
      await assertAccessible(page, 'a new picture');
      await sheet.getByLabel(desk.pictures.alt).fill(alt);
      await sheet.getByRole('button', { name: desk.pictures.upload }).tap();
      await page.getByText(desk.pictures.uploaded).waitFor();
      // It comes by itself once the worker has prepared it, and that is said.
      await page.getByRole('img', { name: alt }).waitFor();
      await page
        .getByRole('status')
        .filter({ hasText: desk.pictures.ready(alt) })
        .waitFor();

      await page.goto(`/foreninger/${slug}`);
      const shown = page.getByRole('img', { name: alt });
      await shown.scrollIntoViewIfNeeded();
      await page.waitForFunction(
        (name) =>
          [...document.images].some(({ alt, naturalWidth }) => alt === name && naturalWidth > 0),
        alt
      );
      assert.match((await shown.getAttribute('srcset')) ?? '', /480w.*\d+w/);

      await page.goto(`/forening/${slug}/billeder`);
      await page.getByRole('button', { name: `${desk.pictures.remove}: ${alt}` }).tap();
      await page.getByRole('dialog').getByRole('button', { name: desk.pictures.remove }).tap();
      await page.getByText(desk.pictures.removed).waitFor();
      await page.getByRole('img', { name: alt }).waitFor({ state: 'detached' });
    }));

  test('A picture that turns out to be damaged is told with what to do, and can be deleted', () =>
    visit(async ({ page, context }) => {
      const { slug } = await run();
      const alt = `Et ødelagt billede ${stamp()}`;
      await become(context, BOARD);
      await page.goto(`/forening/${slug}/billeder`);
      await page.getByRole('heading', { level: 1, name: desk.pictures.title }).waitFor();
      const whole = await aPicture(page);
      const HALF = 0.5;
      await page.locator('input[type=file]').setInputFiles({
        name: 'IMG_0002.png',
        mimeType: 'image/png',
        buffer: whole.subarray(0, whole.length * HALF)
      });
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(desk.pictures.alt).fill(alt);
      await sheet.getByRole('button', { name: desk.pictures.upload }).tap();
      const item = page.locator('li', { hasText: alt });
      await item.getByText(desk.pictures.failedText).waitFor();
      await page
        .getByRole('status')
        .filter({ hasText: desk.pictures.failedSaid(alt) })
        .waitFor();
      await assertAccessible(page, 'a damaged picture');
      await item.getByRole('button', { name: desk.pictures.remove }).tap();
      await page.getByRole('dialog').getByRole('button', { name: desk.pictures.remove }).tap();
      await page.getByText(desk.pictures.removed).waitFor();
      await item.waitFor({ state: 'detached' });
    }));

  test('Who was slower keeps what they wrote, and hears who was quicker', () =>
    visit(async ({ page, context, faults }) => {
      const { slug } = await run();
      const quick = `Skrevet af den hurtige, ${stamp()}`;
      const slow = `Skrevet af den langsomme, ${stamp()}`;
      await become(context, BOARD);
      const other = await context.newPage();
      for (const one of [page, other]) {
        await one.goto(`/forening/${slug}/profil`);
        await one.getByRole('textbox', { name: desk.form.summary }).waitFor();
      }
      const before = await page.getByRole('textbox', { name: desk.form.summary }).inputValue();
      const phone = await page.getByRole('textbox', { name: desk.form.contactPhone }).inputValue();

      await other.getByRole('textbox', { name: desk.form.summary }).fill(quick);
      await other.getByRole('textbox', { name: desk.form.contactPhone }).fill('49 20 00 01');
      await other.getByRole('button', { name: desk.form.save }).click();
      await other.getByText(desk.form.saved).waitFor();
      await other.close();

      await page.getByRole('textbox', { name: desk.form.summary }).fill(slow);
      await page.getByRole('textbox', { name: desk.form.contactName }).fill('Bestyrelsen');
      await page.getByRole('button', { name: desk.form.save }).tap();
      const notice = page.locator('#stale');
      await notice.getByText(/har ændret profilen/).waitFor();
      await page.waitForFunction(() => document.activeElement?.id === 'stale');
      await notice.getByText(quick).waitFor();
      await assertAccessible(page, 'two who wrote at once');
      // What only the other changed is in; what was written here stands.
      assert.equal(
        await page.getByRole('textbox', { name: desk.form.contactPhone }).inputValue(),
        '49 20 00 01'
      );
      assert.equal(
        await page.getByRole('textbox', { name: desk.form.contactName }).inputValue(),
        'Bestyrelsen'
      );
      assert.equal(await page.getByRole('textbox', { name: desk.form.summary }).inputValue(), slow);
      await notice.getByRole('button', { name: staleTexts.da.keepMine }).tap();
      await page.getByRole('button', { name: desk.form.save }).tap();
      await page.getByText(desk.form.saved).waitFor();

      const call = await as(BOARD);
      const after = (await (await call('GET', `associations/${slug}/desk`)).json()) as {
        summary: string;
        contact: { name: string; email: string; phone: string };
      };
      assert.equal(after.summary, slow);
      assert.equal(after.contact.name, 'Bestyrelsen');
      assert.equal(after.contact.phone, '49 20 00 01');

      await page.goto(`/forening/${slug}/historik`);
      await page.getByText(slow).first().waitFor();
      await call('PATCH', `associations/${slug}`, {
        summary: before,
        contact: { ...after.contact, phone: phone || null }
      });
      forgive(faults, /412/);
    }));

  test('A new name can become the address, and the old one leads on', () =>
    visit(async ({ page, context }) => {
      const { slug, name } = await run();
      await become(context, BOARD);
      await page.goto(`/forening/${slug}/profil`);
      const renamed = `${name} ${stamp()}`;
      await page.getByLabel(desk.form.name, { exact: true }).fill(renamed);
      await page.getByLabel(desk.form.slug).check();
      await page.getByRole('button', { name: desk.form.save }).tap();
      await page.getByText(desk.form.saved).waitFor();
      await page.waitForURL((url) => !url.pathname.includes(`/${slug}/`));
      await page.goto(`/forening/${slug}/medlemmer`);
      await page.waitForURL((url) => !url.pathname.includes(`/${slug}/`));
      await page.getByRole('heading', { level: 1, name: desk.members.title }).waitFor();
      // In the list of one's associations at the top, of which one is shown.
      await page.locator('option', { hasText: renamed }).first().waitFor({ state: 'attached' });

      const present = new URL(page.url()).pathname.split('/')[2] ?? '';
      const call = await as(BOARD);
      const back = await call('PATCH', `associations/${present}`, { name, slug });
      assert.equal(back.status, 200, await back.text());
    }));

  test('Whoever leaves with unsaved changes is asked', () =>
    visit(async ({ page, context }) => {
      const { slug } = await run();
      await become(context, BOARD);
      await page.goto(`/forening/${slug}/profil`);
      await page.getByRole('textbox', { name: desk.form.summary }).fill('Noget nyt.');
      let asked = '';
      page.once('dialog', (dialog) => {
        asked = dialog.message();
        void dialog.dismiss();
      });
      await page.getByRole('link', { name: desk.tabs.pictures }).tap();
      await page.waitForFunction(() => document.title !== '');
      assert.equal(asked, desk.form.unsaved);
      assert.equal(
        await page.getByRole('textbox', { name: desk.form.summary }).inputValue(),
        'Noget nyt.'
      );
    }));

  test('A visitor at a desk signs in and comes back to it', () =>
    visit(async ({ page }) => {
      const { slug } = await run();
      await page.goto(`/forening/${slug}/medlemmer`);
      const signIn = page.getByRole('link', { name: 'Log ind' }).last();
      await signIn.waitFor();
      assert.match(
        decodeURIComponent((await signIn.getAttribute('href')) ?? ''),
        new RegExp(`til=/forening/${slug}/medlemmer`)
      );
    }));

  test('A stranger is told of nothing', () =>
    visit(async ({ page, context, faults }) => {
      const { slug } = await run();
      await become(context, VOLUNTEER);
      await page.goto(`/forening/${slug}`);
      await page.getByRole('heading', { level: 1, name: desk.goneTitle }).waitFor();
      forgive(faults, /404/);
    }));
});

journeys('From registration to the public page, and off it again', () => {
  test('Registered on a phone, verified by staff, reported, hidden', () =>
    visit(async ({ page, context, faults }) => {
      const name = `Bålklubben ${stamp()}`;
      await become(context, BOARD);
      await page.goto('/opret-forening');
      await page.getByLabel(desk.form.name, { exact: true }).fill(name);
      await page
        .getByRole('textbox', { name: desk.form.summary })
        .fill('Vi tænder bål på stranden hver fredag.');
      await page.getByRole('button', { name: desk.register.next }).tap();
      // Interests are missing: it says so and stays.
      await page.getByRole('alert').getByText(desk.check.interests).waitFor();
      await page.getByRole('button', { name: 'Natur og spejder' }).tap();
      // What is typed outlives a reload.
      await page.reload();
      assert.equal(await page.getByLabel(desk.form.name, { exact: true }).inputValue(), name);
      await page.getByRole('button', { name: desk.register.next }).tap();
      await page.waitForURL(/trin=2/);
      await page.getByText(desk.form.noHome).waitFor();
      await page.getByRole('combobox').pressSequentially('hornbaek');
      await page.getByRole('option', { name: /Hornbæk/ }).tap();
      await page.getByRole('button', { name: desk.register.next }).tap();
      await page.waitForURL(/trin=3/);
      // The phone's own way back is the step before.
      await page.goBack();
      await page.waitForURL(/trin=2/);
      await page.getByRole('button', { name: townTexts.da.remove('Hornbæk') }).waitFor();
      await page.goForward();
      await page.getByLabel(desk.form.contactEmail).fill('baal@demo.example');
      await page.getByLabel(desk.form.purpose).fill('Bål, snobrød og sange for alle.');
      await page.getByRole('button', { name: desk.register.submit, exact: true }).tap();
      await page.waitForURL(/\/forening\/[^/]+$/);
      const slug = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await page.getByText(desk.overview.pendingTitle).waitFor();

      // Nobody else sees it yet.
      assert.equal((await context.request.get(`/api/v1/associations/${slug}`)).status(), 404);

      await visit(
        async ({ page: office, context }) => {
          await become(context, STAFF);
          await office.goto('/medarbejder');
          await office.getByRole('link', { name: staff.overview.cards.pending }).click();
          await office.getByRole('link', { name }).click();
          await office.getByRole('heading', { level: 2, name }).waitFor();
          await assertAccessible(office, 'an association to verify');
          await office.getByRole('button', { name: staff.acts.verify, exact: true }).click();
          await office.getByText(staff.acts.verified(name)).waitFor();
          await office.getByRole('link', { name }).waitFor({ state: 'detached' });
        },
        { viewport: DESK, hasTouch: false }
      );

      await page.goto(`/foreninger/${slug}`);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('button', { name: 'Anmeld noget forkert' }).tap();
      const reason = `Klubben findes ikke, ${name}`;
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(reports.report.reason).fill(reason);
      await sheet.getByRole('button', { name: reports.report.send }).tap();
      await page.getByText(reports.report.sent).waitFor();

      await visit(async ({ page: office, context }) => {
        // Staff have phones too.
        await become(context, STAFF);
        await office.goto('/medarbejder/anmeldelser');
        await office.getByRole('link', { name }).tap();
        await office.getByRole('heading', { level: 1, name }).waitFor();
        await office.getByText(reason).waitFor();
        await assertAccessible(office, 'a report');
        await office.getByRole('button', { name: staff.reports.uphold }).tap();
        const ask = office.getByRole('dialog');
        await ask.getByRole('button', { name: staff.reports.uphold }).tap();
        await ask.getByText(staff.reports.decisionMissing).first().waitFor();
        await ask.getByLabel(staff.reports.decision).fill('Vi kan ikke finde klubben.');
        await ask.getByRole('button', { name: staff.reports.uphold }).tap();
        await office.getByText(staff.reports.upheld(name)).waitFor();
        // What was decided stands there, with the way back.
        await office.goto('/medarbejder/anmeldelser?vis=upheld');
        await office.getByRole('link', { name }).first().tap();
        await office.getByText('Vi kan ikke finde klubben.').waitFor();
        await assertAccessible(office, 'a report that was decided');
        await office.getByRole('button', { name: staff.reports.reopen }).tap();
        await office.getByText(staff.reports.reopened).waitFor();
        await office.getByRole('button', { name: staff.reports.uphold }).tap();
        await ask.getByLabel(staff.reports.decision).fill('Vi kan ikke finde klubben.');
        await ask.getByRole('button', { name: staff.reports.uphold }).tap();
        await office.getByText(staff.reports.upheld(name)).waitFor();
      });

      await onAnotherPhone(page, async (other) => {
        await other.goto(`/foreninger/${slug}`);
        await other.getByRole('heading', { name: da.error.notFoundTitle }).waitFor();
      });
      await page.goto(`/forening/${slug}`);
      await page.getByText(desk.overview.hiddenTitle).waitFor();
      await page.getByText(/Vi kan ikke finde klubben\./).waitFor();
      forgive(faults, /404/);
    }));
});

journeys('Whose an association is', () => {
  test('Claimed by somebody, given by staff, and left again', () =>
    visit(async ({ page, context }) => {
      const decide = await as(STAFF);
      const read = async <Item>(path: string) =>
        ((await (await decide('GET', path)).json()) as { items: Item[] }).items;
      const claimed = await read<{ association: { slug: string } }>('staff/claims?limit=100');
      const unmanaged = await read<{ slug: string }>('staff/associations?without_manager=true');
      const slug = unmanaged.find(
        (one) => !claimed.some(({ association }) => association.slug === one.slug)
      )?.slug;
      assert(slug, 'nobody’s association');
      const message = `Jeg er kasserer, ${stamp()}`;

      await become(context, VOLUNTEER);
      await page.goto(`/foreninger/${slug}`);
      await page.getByRole('button', { name: 'Det er min forening' }).tap();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(reports.claim.reason).fill(message);
      await sheet.getByRole('button', { name: reports.claim.send }).tap();
      await page.getByText(reports.claim.sent).waitFor();

      await visit(
        async ({ page: office, context }) => {
          await become(context, STAFF);
          await office.goto('/medarbejder/overtagelser');
          const claim = office.locator('li', { hasText: message });
          await claim.getByRole('button', { name: staff.claims.accept }).click();
          await office
            .getByRole('dialog')
            .getByRole('button', { name: staff.claims.accept })
            .click();
          await claim.waitFor({ state: 'detached' });
        },
        { viewport: DESK, hasTouch: false }
      );

      await page.goto(`/forening/${slug}/medlemmer`);
      const row = page.locator('main li', { hasText: VOLUNTEER });
      await row.getByRole('button', { expanded: false }).tap();
      await row.getByRole('button', { name: desk.members.leave }).tap();
      const ask = page.getByRole('dialog');
      await ask.getByText(desk.members.leaveLast).waitFor();
      await ask.getByRole('button', { name: desk.members.leave }).tap();
      await page.waitForURL('**/mig');
      await page.getByText(desk.members.left).waitFor();
    }));

  test('Two that are the same become one, and staff see before what moves', () =>
    visit(
      async ({ page, context }) => {
        const decide = await as(STAFF);
        const name = `Dobbeltkoret ${stamp()}`;
        const [first, second] = await Promise.all([name, `${name} II`].map(makeAssociation));
        await become(context, STAFF);
        await page.goto(`/medarbejder/foreninger?vis=public&valgt=${second ?? ''}`);
        await page.getByRole('button', { name: staff.acts.merge }).click();
        const sheet = page.getByRole('dialog');
        await sheet.getByRole('searchbox').fill(name);
        await sheet.getByRole('button', { name: new RegExp(`^${name} (?!II)`) }).click();
        await sheet.getByText(staff.merge.moves.members(1)).waitFor();
        await assertAccessible(page, 'what merging moves');
        await sheet.getByText(staff.merge.moves.address(second ?? '')).waitFor();
        await sheet.getByRole('button', { name: staff.merge.confirm, exact: true }).click();
        await page.getByText(staff.merge.done(name)).waitFor();

        await onAnotherPhone(page, async (other) => {
          await other.goto(`/foreninger/${second ?? ''}`);
          await other.getByRole('heading', { level: 1, name, exact: true }).waitFor();
        });
        // A slip is taken back at once, and later from the page of the one that stayed.
        await page.getByRole('button', { name: da.undo, exact: true }).click();
        await page.getByText(da.undone).waitFor();
        await onAnotherPhone(page, async (other) => {
          await other.goto(`/foreninger/${second ?? ''}`);
          await other.getByRole('heading', { level: 1, name: `${name} II` }).waitFor();
        });
        await decide('POST', `staff/associations/${second ?? ''}/merge`, { into: first });
        await page.goto(`/medarbejder/foreninger?vis=public&valgt=${first ?? ''}`);
        await page.getByRole('button', { name: staff.merge.undo }).click();
        await assertAccessible(page, 'undoing a merge');
        await sheet.getByRole('button', { name: staff.merge.undo }).click();
        await page.getByText(staff.merge.undone(`${name} II`)).waitFor();
        for (const slug of [first, second]) {
          const reason = { reason: 'Kun en prøve.' };
          await decide('POST', `staff/associations/${slug ?? ''}/hide`, reason);
        }
      },
      { viewport: DESK, hasTouch: false }
    ));
});

/** A picture as a phone would make it, drawn by the browser. */
async function aPicture(page: Page): Promise<Buffer> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1200;
    canvas.height = 800;
    const drawing = canvas.getContext('2d');
    if (!drawing) return '';
    drawing.fillStyle = '#0d5257';
    drawing.fillRect(0, 0, 1200, 800);
    drawing.fillStyle = '#f2c07d';
    drawing.beginPath();
    drawing.arc(600, 500, 180, 0, 7);
    drawing.fill();
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(data, 'base64');
}
