import assert from 'node:assert/strict';
import { test } from 'node:test';
import { texts as accountTexts } from '../src/features/account/signin/texts.ts';
import { texts as mailboxTexts } from '../src/features/account/mailbox/texts.ts';
import { texts as meTexts } from '../src/features/account/me/texts.ts';
import {
  begin,
  button,
  field,
  NAME,
  newAddress,
  PASSWORD,
  register,
  signIn,
  signOutEverywhere
} from './accounts.ts';
import { tabTo } from './keyboard.ts';
import { become, linkMailedTo, VOLUNTEER } from './people.ts';
import { cards, da, forgive, journeys, visit } from './support.ts';

const account = accountTexts.da;
const me = meTexts.da;
/** A wrong password and a spent link are answers, not faults. */
const REFUSED = /status of (401|404|422)/;

journeys('An account', () => {
  test('From registering over the mail to a profile, and out everywhere', () =>
    visit(async ({ page, context, faults }) => {
      const email = newAddress();
      await register(page, email);
      await page.getByRole('link', { name: 'postkasse' }).tap();
      await page.getByRole('link', { name: account.link.title.verify }).tap();
      const letter = page.frameLocator('iframe');
      await letter.getByRole('link').first().click();

      // Opening the link acts on nothing.
      await page.waitForURL(/\/bekraeft\//);
      await button(page, account.link.act.verify).waitFor();
      const cookies = async () => (await context.cookies()).map(({ name }) => name);
      assert.deepEqual(await cookies(), ['samspil_device']);
      const secret = page.url();
      await button(page, account.link.act.verify).tap();
      await page.getByRole('heading', { name: NAME }).waitFor();
      await page.getByRole('status').getByText(account.link.done.verify).first().waitFor();
      assert.equal(new URL(page.url()).pathname, '/mig');

      await page.getByRole('link', { name: me.home.profile }).tap();
      await button(page, me.profile.evenings).tap();
      await button(page, 'Natur og spejder').tap();
      await page.getByLabel(me.profile.skills, { exact: true }).first().fill('Førstehjælp');
      await page.keyboard.press('Enter');
      await button(page, me.profile.save).tap();
      await page.getByRole('status').getByText(me.profile.saved).waitFor();
      await page.reload();
      const friday = button(page, 'fredag aften');
      await friday.waitFor();
      assert.equal(await friday.getAttribute('aria-pressed'), 'true');
      assert.equal(await button(page, 'Natur og spejder').getAttribute('aria-pressed'), 'true');
      await button(page, me.profile.removeTag('Førstehjælp')).waitFor();

      // Another tab of the same browser knows at once.
      const other = await context.newPage();
      await other.goto('/mig/konto');
      await other.getByRole('heading', { name: me.account.sessionsTitle }).waitFor();
      await signOutEverywhere(page);
      await page.getByRole('status').getByText(me.account.everywhere.doneAll).waitFor();
      await page.waitForURL((url) => url.pathname === '/');
      await other.getByRole('link', { name: 'Log ind' }).first().waitFor();
      assert.deepEqual(await cookies(), ['samspil_device']);

      // The link has been used; the page says so and shows a way on.
      await page.goto(secret);
      await page.getByRole('heading', { name: account.link.goneTitle }).waitFor();
      await page.getByRole('link', { name: account.link.newLink }).waitFor();
      forgive(faults, REFUSED);
    }));

  test('A wrong password is said beside what was typed, and one is led back after the right one', () =>
    visit(async ({ page, faults }) => {
      await page.goto('/mig/data');
      await page.getByRole('link', { name: 'Log ind' }).first().tap();
      await page.waitForURL(/\/log-ind\?til=/);
      await button(page, account.signIn.submit).tap();
      const summary = page.getByRole('alert');
      await summary.getByText(account.missing.password).waitFor();
      assert.equal(await summary.evaluate((node) => node === document.activeElement), true);
      await summary.getByRole('link', { name: account.email }).tap();
      assert.equal(
        await field(page, account.email).evaluate((node) => node === document.activeElement),
        true
      );

      await signIn(page, VOLUNTEER, 'ikke den rigtige');
      await summary.getByText(account.signIn.wrong).waitFor();
      assert.equal(await field(page, account.email).inputValue(), VOLUNTEER);
      assert.equal(await field(page, account.password).inputValue(), 'ikke den rigtige');

      await button(page, 'Vis adgangskoden').tap();
      assert.equal(await field(page, account.password).getAttribute('type'), 'text');
      await signIn(page, VOLUNTEER, 'samspil-demo');
      await page.waitForURL((url) => url.pathname === '/mig/data');
      await page.getByRole('heading', { name: me.data.consents }).waitFor();
      forgive(faults, REFUSED);
    }));

  test('A forgotten password is replaced by way of a mail', () =>
    visit(async ({ page }) => {
      const email = newAddress();
      await begin(page, email);
      await page.context().clearCookies();

      await page.goto('/log-ind');
      await page.getByRole('link', { name: account.signIn.forgot }).tap();
      await page.getByRole('heading', { name: account.forgot.title }).waitFor();
      await field(page, account.email).fill(email);
      await button(page, account.forgot.submit).tap();
      await page.getByText(account.sent.forgot(email)).waitFor();
      await page.goto(`/demo/postkasse?to=${email}`);
      await page.locator('main li').nth(1).waitFor();
      await page.goto(await linkMailedTo(email));
      await page.getByRole('heading', { name: account.link.title.reset }).waitFor();
      await field(page, account.newPassword).fill('kort');
      await button(page, account.link.act.reset).tap();
      await page.getByRole('alert').getByText(account.missing.passwordShort).waitFor();
      await field(page, account.newPassword).fill('en helt anden sætning');
      await button(page, account.link.act.reset).tap();
      await page.getByRole('status').getByText(account.link.done.reset).first().waitFor();
      await page.getByRole('heading', { name: NAME }).waitFor();
    }));

  test('A link by mail signs in and leads back to where one was', () =>
    visit(async ({ page }) => {
      const email = newAddress();
      await begin(page, email);
      await page.context().clearCookies();

      await page.goto('/log-ind?til=%2Fmig%2Fprofil');
      await field(page, account.email).fill(email);
      await button(page, account.signIn.sendLink).tap();
      await page.getByText(account.sent.link(email)).waitFor();
      await page.goto(`/demo/postkasse?to=${email}`);
      await page.locator('main li').nth(1).waitFor();
      await page.goto(await linkMailedTo(email));
      await button(page, account.link.act['sign-in']).tap();
      await page.waitForURL((url) => url.pathname === '/mig/profil');
      await page.getByRole('grid').waitFor();
    }));

  test('Nobody is led to another site after signing in', () =>
    visit(async ({ page }) => {
      await page.goto('/log-ind?til=%2F%2Fevil.example%2F');
      await signIn(page, VOLUNTEER, 'samspil-demo');
      await page.waitForURL((url) => url.pathname === '/mig');
    }));

  test('Registering names what is wrong, asks the young for a guardian, and keeps what was typed', () =>
    visit(async ({ page }) => {
      await page.goto('/opret');
      await field(page, account.name).fill(NAME);
      await field(page, account.password).fill('kort');
      await page.getByText(account.register.under15, { exact: true }).tap();
      await button(page, account.register.submit).tap();
      const summary = page.getByRole('alert');
      for (const said of [
        account.missing.email,
        account.missing.passwordShort,
        account.missing.guardian
      ]) {
        await summary.getByText(said).waitFor();
      }
      // After a reload all but the password is still there.
      await page.reload();
      assert.equal(await field(page, account.name).inputValue(), NAME);
      await field(page, account.register.guardian).waitFor();
      assert.equal(await field(page, account.password).inputValue(), '');
    }));

  test('Everything can be done by keyboard', () =>
    visit(
      async ({ page }) => {
        await page.goto('/log-ind');
        await field(page, account.email).focus();
        await page.keyboard.type(VOLUNTEER);
        await page.keyboard.press('Tab');
        await page.keyboard.type('samspil-demo');
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname === '/mig');
        await tabTo(page, me.home.profile);
        await page.keyboard.press('Enter');
        await page.getByRole('grid').waitFor();
        await tabTo(page, 'mandag formiddag');
        const cell = page.getByRole('button', { name: 'tirsdag eftermiddag' });
        const before = await cell.getAttribute('aria-pressed');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Space');
        assert.notEqual(await cell.getAttribute('aria-pressed'), before);
        await page.keyboard.press('Space');
        assert.equal(await cell.getAttribute('aria-pressed'), before);
        // One stop for Tab, however many cells there are.
        await page.keyboard.press('Tab');
        assert.equal(
          await page.evaluate(() => document.activeElement?.closest('table') === null),
          true
        );
      },
      { viewport: { width: 1280, height: 800 }, hasTouch: false }
    ));

  test('A session that has run out is renewed unseen, also by two tabs at once', () =>
    visit(async ({ page, context, faults, requests }) => {
      await page.goto('/log-ind');
      await signIn(page, VOLUNTEER, 'samspil-demo');
      await page.waitForURL((url) => url.pathname === '/mig');
      const other = await context.newPage();
      await other.goto('/mere');
      const refreshes = () => requests.filter((url) => url.endsWith('/auth/refresh')).length;
      for (let turn = 1; turn <= 3; turn += 1) {
        await context.clearCookies({ name: 'samspil_access' });
        const before = refreshes();
        await Promise.all([page.goto('/mig/konto'), other.goto('/mig/data')]);
        await page.getByRole('heading', { name: me.account.sessionsTitle }).waitFor();
        await other.getByRole('heading', { name: me.data.consents }).waitFor();
        assert.equal(refreshes() - before, 1, 'one renewal for both');
      }
      forgive(faults, REFUSED);
    }));

  test('A profile begun and not saved survives a reload', () =>
    visit(async ({ page, context }) => {
      await become(context, VOLUNTEER);
      await page.goto('/mig/profil');
      const about = page.getByLabel(me.profile.about);
      const saved = await about.inputValue();
      await about.fill('Jeg er i gang med at skrive');
      await page.reload();
      assert.equal(await about.inputValue(), 'Jeg er i gang med at skrive');
      await page.getByText(me.profile.draft).waitFor();
      await button(page, me.profile.discard).tap();
      assert.equal(await about.inputValue(), saved);
      await page.reload();
      assert.equal(await about.inputValue(), saved);
    }));

  test('Consents are off, switched one by one, and told to the server', () =>
    visit(async ({ page }) => {
      const email = newAddress();
      await begin(page, email);
      await page.goto('/mig/data');
      const switches = page.getByRole('switch');
      await switches.first().waitFor();
      assert.equal(await switches.count(), 3);
      for (const one of await switches.all()) assert.equal(await one.isChecked(), false);
      await page.getByText(me.data.purposes.news_by_mail).tap();
      await page.getByRole('status').getByText(me.data.on).waitFor();
      await page.reload();
      const news = page.getByRole('switch', { name: me.data.purposes.news_by_mail });
      await news.waitFor();
      assert.equal(await news.isChecked(), true);
      assert.equal(await page.getByRole('switch', { checked: true }).count(), 1);
    }));

  test('One’s data are fetched as a file, and the account is erased by way of a mail', () =>
    visit(async ({ page, faults }) => {
      const email = newAddress();
      await begin(page, email);
      await page.goto('/mig/data');
      const fetched = page.waitForEvent('download');
      await button(page, me.data.export).tap();
      assert.match((await fetched).suggestedFilename(), /\.zip$/);

      await button(page, me.data.erase).tap();
      await page.getByRole('alert').getByText(me.data.passwordMissing).waitFor();
      await field(page, me.data.password).fill(PASSWORD);
      await button(page, me.data.erase).tap();
      await page.getByText(me.data.eraseSent(email)).waitFor();
      await page.goto(`/demo/postkasse?to=${email}`);
      await page.locator('main li').nth(1).waitFor();
      await page.goto(await linkMailedTo(email));
      await button(page, account.link.act.erase).tap();
      await page.getByRole('heading', { name: account.link.done.erase }).waitFor();
      assert.equal(new URL(page.url()).pathname, '/bekraeft/brugt');
      await page.goto('/log-ind');
      await signIn(page, email, PASSWORD);
      await page.getByRole('alert').getByText(account.signIn.wrong).waitFor();
      forgive(faults, REFUSED);
    }));

  test('One switches the language on the way without losing what was typed', () =>
    visit(async ({ page }) => {
      await page.goto('/opret');
      await field(page, account.name).fill(NAME);
      await button(page, 'English').tap();
      await page.getByRole('heading', { name: accountTexts.en.register.title }).waitFor();
      assert.equal(await field(page, accountTexts.en.name).inputValue(), NAME);
    }));

  test('Visitors cost no question about who they are', () =>
    visit(async ({ page, requests }) => {
      await page.goto('/');
      await cards(page).first().waitFor();
      await page.getByRole('link', { name: da.nav.me }).tap();
      await page.getByRole('link', { name: me.visitor.signIn }).waitFor();
      assert.deepEqual(
        requests.filter((url) => /\/api\/v1\/(me|auth)/.test(url)),
        []
      );
    }));

  test('Without a connection the form says so and keeps what was typed', () =>
    visit(async ({ page, context, faults }) => {
      await page.goto('/log-ind');
      await field(page, account.email).waitFor();
      await context.setOffline(true);
      await signIn(page, VOLUNTEER, 'samspil-demo');
      await page.getByRole('alert').getByText('Der er ikke forbindelse').waitFor();
      assert.equal(await field(page, account.email).inputValue(), VOLUNTEER);
      await context.setOffline(false);
      await button(page, account.signIn.submit).tap();
      await page.waitForURL((url) => url.pathname === '/mig');
      forgive(faults, /ERR_INTERNET_DISCONNECTED/);
    }));

  test('A letter in the mailbox runs nothing and leads out of its frame', () =>
    visit(async ({ page }) => {
      const email = newAddress();
      await register(page, email);
      await page.goto(`/demo/postkasse?to=${email}`);
      await page.getByText(mailboxTexts.da.to(email)).waitFor();
      await page.locator('main li a').first().tap();
      const frame = page.locator('iframe');
      await frame.waitFor();
      assert.doesNotMatch((await frame.getAttribute('sandbox')) ?? 'allow-scripts', /scripts/);
      assert.equal(
        await page.frameLocator('iframe').getByRole('link').first().getAttribute('target'),
        '_top'
      );
    }));
});
