// An account whose address nobody has confirmed, one with a guardian, and a server that says "later".
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { texts as accountTexts } from '../src/features/account/signin/texts.ts';
import { texts as meTexts } from '../src/features/account/me/texts.ts';
import { texts as savedTexts } from '../src/features/volunteering/saved/texts.ts';
import { texts as confirmTexts } from '../src/lib/confirm/texts.ts';
import { texts as formTexts } from '../src/lib/ui/forms/texts.ts';
import { begin, button, field, NAME, newAddress, PASSWORD, register, signIn } from './accounts.ts';
import { tabTo } from './keyboard.ts';
import { become, linkMailedTo, VOLUNTEER } from './people.ts';
import { cards, da, forgive, journeys, visit } from './support.ts';

const account = accountTexts.da;
const me = meTexts.da;
const saved = savedTexts.da;
const confirm = confirmTexts.da;

const notice = (page: Page) => page.getByRole('heading', { name: confirm.title });

/** Answers the next calls of an address as a server would that is busy, or has just sent a mail. */
async function refuse(page: Page, address: string, status: 429 | 503, after: number) {
  const document = { type: '/problems/x', title: 'x', status, detail: 'Ikke lige nu.' };
  await page.route(address, (route) =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      headers: { 'Retry-After': String(after) },
      body: JSON.stringify(document)
    })
  );
}

journeys('An account that is not confirmed', () => {
  test('Every page says what is missing, asks the server for nothing else, and opens by itself', () =>
    visit(async ({ page, context }) => {
      const email = newAddress('ny');
      await register(page, email);
      await page.goto('/log-ind');
      await signIn(page, email, PASSWORD);
      await page.waitForURL((url) => url.pathname === '/mig');
      await notice(page).waitFor();

      for (const path of ['profil', 'gemt', 'kalender', 'timer', 'tilmeldinger', 'data', 'konto']) {
        await page.goto(`/mig/${path}`);
        await notice(page).waitFor();
      }
      // What is one's own to do: a name, and going away again.
      await field(page, me.account.name).fill('Karla Ny');
      await button(page, me.account.save).tap();
      await page.getByRole('status').getByText(me.account.saved).waitFor();
      await page.goto('/mig/data');
      await field(page, me.data.password).waitFor();

      await page.goto('/');
      await cards(page).first().getByRole('link').tap();
      await button(page, saved.favourites.one).tap();
      await page.getByRole('dialog').getByRole('heading', { name: confirm.title }).waitFor();
      await page.keyboard.press('Escape');
      await page.goto('/?interest=animals');
      await button(page, saved.save.button).tap();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('heading', { name: confirm.title }).waitFor();
      await sheet.getByRole('button', { name: confirm.done }).tap();
      await sheet.getByText(confirm.still).waitFor();

      // Confirmed in another tab, the form stands there at once.
      const other = await context.newPage();
      await other.goto(await linkMailedTo(email));
      await other.getByRole('button', { name: account.link.act.verify }).tap();
      await sheet.getByLabel(saved.save.name).waitFor();
      await page.goto('/mig/profil');
      await page.getByRole('grid').waitFor();
    }));

  test('The mail is sent again, and a mail that is there already is said to be', () =>
    visit(async ({ page, faults }) => {
      const email = newAddress('ny');
      await register(page, email);
      const first = await linkMailedTo(email);
      await page.goto('/log-ind');
      await signIn(page, email, PASSWORD);
      await notice(page).waitFor();
      await tabTo(page, confirm.again);
      await page.keyboard.press('Enter');
      await page.getByText(confirm.sent).waitFor();
      await linkMailedTo(email, first);

      await refuse(page, '**/me/verification', 429, 540);
      await button(page, confirm.again).tap();
      await page.getByText(confirm.mailed('om 9 minutter')).waitFor();
      forgive(faults, /status of 429/);
    }));

  test('What was typed stays when the server finds the address unconfirmed after all', () =>
    visit(async ({ page, context, faults }) => {
      await become(context, VOLUNTEER);
      await page.goto('/mig/profil');
      const about = page.getByLabel(me.profile.about);
      await about.fill('Jeg er i gang med at skrive');
      await page.route('**/me/profile', (route) =>
        route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: '/problems/email-not-verified', title: 'x', detail: 'x' })
        })
      );
      await button(page, me.profile.save).tap();
      await notice(page).waitFor();
      const alert = page.getByRole('alert').filter({ has: notice(page) });
      assert.equal(await alert.evaluate((node) => node === document.activeElement), true);
      assert.equal(await about.inputValue(), 'Jeg er i gang med at skrive');
      await button(page, confirm.done).tap();
      await page.getByRole('status').getByText(confirm.confirmed).waitFor();
      await notice(page).waitFor({ state: 'detached' });
      assert.equal(await about.inputValue(), 'Jeg er i gang med at skrive');
      await button(page, me.profile.discard).tap();
      forgive(faults, /status of 403/);
    }));
});

journeys('A guardian', () => {
  test('Says yes and takes it back by mail; until then another can be named', () =>
    visit(async ({ page, context, faults }) => {
      const email = newAddress('barn');
      const first = newAddress('tante');
      const guardian = newAddress('mor');
      await page.goto('/opret');
      await field(page, account.name).fill(NAME);
      await field(page, account.email).fill(email);
      await field(page, account.password).fill(PASSWORD);
      await page.getByText(account.register.under15, { exact: true }).tap();
      await field(page, account.register.guardian).fill(first);
      await button(page, account.register.submit).tap();
      await page.goto(await linkMailedTo(email));
      await button(page, account.link.act.verify).tap();
      await page.getByRole('heading', { name: me.guardian.title }).waitFor();
      const asked = await linkMailedTo(first);

      await page.getByRole('link', { name: me.guardian.change }).tap();
      await field(page, me.guardian.other).fill(guardian);
      await button(page, me.guardian.ask).tap();
      await page.getByRole('status').getByText(me.guardian.askedNow).waitFor();
      // Without a year of birth nobody knows that a guardian is not needed.
      await button(page, me.guardian.remove).tap();
      await page.getByRole('alert').getByText(me.guardian.needed).waitFor();

      const other = await context.newPage();
      await other.goto(asked);
      await other.getByRole('heading', { name: account.link.goneTitle }).waitFor();
      const question = await linkMailedTo(guardian);
      await other.goto(question);
      await button(other, account.link.act.guardian).tap();
      await other.getByRole('heading', { name: account.link.done.guardian }).waitFor();
      await page.goto('/mig/konto');
      await page.getByText('har sagt ja').waitFor();

      await other.goto(await linkMailedTo(guardian, question));
      await other.getByRole('heading', { name: account.link.title['guardian-withdraw'] }).waitFor();
      await other.getByText(account.link.child(NAME)).waitFor();
      await button(other, account.link.act['guardian-withdraw']).tap();
      await other.getByRole('heading', { name: account.link.done['guardian-withdraw'] }).waitFor();
      await page.goto('/mig');
      await page.getByRole('heading', { name: me.guardian.title }).waitFor();

      // Of age after all.
      await page.goto('/mig/profil');
      await page.getByLabel(me.profile.birthYear).fill('1990');
      await button(page, me.profile.save).tap();
      await page.getByRole('status').getByText(me.profile.saved).waitFor();
      await page.goto('/mig/konto');
      await button(page, me.guardian.remove).tap();
      await page.getByRole('status').getByText(me.guardian.removed).waitFor();
      await page.getByRole('heading', { name: me.guardian.heading }).waitFor({ state: 'detached' });
      forgive(faults, /status of (404|409)/);
    }));
});

journeys('A server that says later', () => {
  test('A busy server is asked again with what was typed', () =>
    visit(async ({ page, faults }) => {
      await refuse(page, '**/auth/login', 503, 2);
      await page.goto('/log-ind');
      await signIn(page, VOLUNTEER, 'samspil-demo');
      const summary = page.getByRole('alert');
      await summary.getByText(formTexts.da.busy).waitFor();
      await page.unroute('**/auth/login');
      await summary.getByRole('button', { name: da.retry }).tap();
      await page.waitForURL((url) => url.pathname === '/mig');
      forgive(faults, /status of 503/);
    }));

  test('A busy list says so, and comes when it is asked for again', () =>
    visit(async ({ page, faults }) => {
      await refuse(page, '**/api/v1/needs?**', 503, 2);
      await page.goto('/');
      await page.getByRole('alert').getByText(da.error.busy).waitFor();
      await page.unroute('**/api/v1/needs?**');
      await button(page, da.retry).tap();
      await cards(page).first().waitFor();
      forgive(faults, /status of 503/);
    }));

  test('Who asks for one link too many is told that the last one still works, and when to ask again', () =>
    visit(async ({ page, faults }) => {
      await page.goto('/log-ind');
      await field(page, account.email).fill(VOLUNTEER);
      await refuse(page, '**/auth/link', 429, 1500);
      await button(page, account.signIn.sendLink).tap();
      await page
        .getByRole('alert')
        .getByText(account.sent.before(VOLUNTEER, 'om 25 minutter'))
        .waitFor();
      assert.equal(await field(page, account.email).inputValue(), VOLUNTEER);
      await page.goto('/glemt');
      await field(page, account.email).fill(VOLUNTEER);
      await refuse(page, '**/auth/forgot', 429, 60);
      await button(page, account.forgot.submit).tap();
      await page
        .getByRole('alert')
        .getByText(account.sent.before(VOLUNTEER, 'om 1 minut'))
        .waitFor();
      forgive(faults, /status of 429/);
    }));

  test('A renewal whose answer got lost on the way signs nobody out', () =>
    visit(async ({ page, context, faults, requests }) => {
      await begin(page, newAddress('bus'));
      await context.clearCookies({ name: 'samspil_access' });
      let lost = 0;
      await page.route('**/auth/refresh', async (route) => {
        if (lost > 0) return route.continue();
        lost += 1;
        // The server has answered; the phone never hears of it, and keeps its old cookies.
        const cookies = await context.cookies();
        await route.fetch();
        await context.clearCookies();
        await context.addCookies(cookies);
        return route.abort();
      });
      await page.goto('/mig/konto');
      await page.getByRole('heading', { name: me.account.sessionsTitle }).waitFor();
      assert.equal(lost, 1);
      assert.equal(requests.filter((url) => url.endsWith('/auth/refresh')).length, 2);
      forgive(faults, /ERR_FAILED|status of 401/);
    }));
});
