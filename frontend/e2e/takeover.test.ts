// Somebody who had a way into another's account, and what is left of it once the owner has acted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { texts as accountTexts } from '../src/features/account/signin/texts.ts';
import { texts as calendarTexts } from '../src/features/volunteering/calendar/texts.ts';
import { texts as meTexts } from '../src/features/account/me/texts.ts';
import {
  askForAddress,
  begin,
  button,
  field,
  newAddress,
  PASSWORD,
  register,
  signIn,
  signOutEverywhere
} from './accounts.ts';
import { tabTo } from './keyboard.ts';
import { linkMailedTo } from './people.ts';
import { BASE, forgive, journeys, visit, type Visit } from './support.ts';

const account = accountTexts.da;
const me = meTexts.da;
const calendar = calendarTexts.da;
const NEXT = 'en helt anden sætning';
/** A session that has ended, a wrong password and a link that has ended are answers, not faults. */
const REFUSED = /status of (401|404|422)/;

/** Two browsers, of the owner and of somebody else, neither of whom sees a fault. */
function both(journey: (owner: Page, other: Page) => Promise<void>): Promise<void> {
  return visit(({ page: owner, faults: ones }: Visit) =>
    visit(async ({ page: other, faults }: Visit) => {
      await journey(owner, other);
      forgive(ones, REFUSED);
      forgive(faults, REFUSED);
    })
  );
}

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/log-ind');
  await signIn(page, email, password);
  await page.waitForURL((url) => url.pathname === '/mig');
}

async function assertSignedOut(page: Page): Promise<void> {
  await page.goto('/mig');
  await page.getByRole('heading', { name: me.visitor.heading }).waitFor();
}

async function assertRefused(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/log-ind');
  await signIn(page, email, password);
  await page.getByRole('alert').getByText(account.signIn.wrong).waitFor();
}

async function assertLinkGone(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { name: account.link.goneTitle }).waitFor();
}

/** Makes an address for the calendar, and gives it back. */
async function makeCalendar(page: Page): Promise<string> {
  await page.goto('/mig/kalender');
  await button(page, calendar.none.make).tap();
  const address = new URL(await field(page, calendar.fresh.label).inputValue());
  return BASE + address.pathname;
}

const answers = async (address: string) => (await fetch(address)).status;

journeys('What opened an account', () => {
  test('The link to another address that a stranger asked for ends with the password they knew', () =>
    both(async (owner, stranger) => {
      const email = newAddress('ejer');
      const theirs = newAddress('fremmed');
      await begin(owner, email);
      const before = await linkMailedTo(email);
      await enter(stranger, email, PASSWORD);
      await askForAddress(stranger, theirs, PASSWORD);
      await stranger.getByText(me.account.emailSent(theirs, email)).waitFor();
      const link = await linkMailedTo(theirs);

      await owner.goto('/glemt');
      await field(owner, account.email).fill(email);
      await button(owner, account.forgot.submit).tap();
      await owner.getByText(account.sent.forgot(email)).waitFor();
      await owner.goto(await linkMailedTo(email, before));
      await field(owner, account.newPassword).fill(NEXT);
      await button(owner, account.link.act.reset).tap();
      await owner.waitForURL((url) => url.pathname === '/mig');
      await signOutEverywhere(owner);
      await owner.waitForURL((url) => url.pathname === '/');

      await assertLinkGone(stranger, link);
      await assertSignedOut(stranger);
      await assertRefused(stranger, email, PASSWORD);
      await enter(owner, email, NEXT);
      await owner.getByText(me.home.signedInAs(email)).waitFor();
    }));

  test('A stranger who registers a neighbour’s address keeps nothing once the neighbour proves it', () =>
    both(async (neighbour, stranger) => {
      const email = newAddress('nabo');
      await register(stranger, email, 'Falsk Navn');
      const before = await linkMailedTo(email);
      await enter(stranger, email, PASSWORD);
      await stranger.getByRole('heading', { name: 'Falsk Navn' }).waitFor();

      await neighbour.goto('/log-ind');
      await field(neighbour, account.email).fill(email);
      await button(neighbour, account.signIn.sendLink).tap();
      await neighbour.getByText(account.sent.link(email)).waitFor();
      await neighbour.goto(await linkMailedTo(email, before));
      await neighbour.getByText(account.link.firstTime).waitFor();
      assert.notEqual(await field(neighbour, account.name).inputValue(), 'Falsk Navn');
      await field(neighbour, account.name).fill('Nanna Nabo');
      await button(neighbour, account.link.act['sign-in']).tap();
      await neighbour.getByRole('heading', { name: 'Nanna Nabo' }).waitFor();

      await assertSignedOut(stranger);
      await assertRefused(stranger, email, PASSWORD);
      await assertLinkGone(stranger, before);
      await neighbour.reload();
      await neighbour.getByRole('heading', { name: 'Nanna Nabo' }).waitFor();
    }));

  test('Who confirms an address in another browser says anew who they are, and how they sign in', () =>
    both(async (neighbour, stranger) => {
      const email = newAddress('nabo');
      await register(stranger, email, 'Falsk Navn');
      await neighbour.goto(await linkMailedTo(email));
      await neighbour.getByText(account.link.firstPassword).waitFor();
      await field(neighbour, account.password).fill('kort');
      await button(neighbour, account.link.act.verify).tap();
      await neighbour.getByRole('alert').getByText(account.missing.passwordShort).waitFor();
      await field(neighbour, account.name).fill('Nanna Nabo');
      await field(neighbour, account.password).fill(NEXT);
      await button(neighbour, account.link.act.verify).tap();
      await neighbour.getByRole('heading', { name: 'Nanna Nabo' }).waitFor();
      await assertRefused(stranger, email, PASSWORD);
      await neighbour.context().clearCookies();
      await enter(neighbour, email, NEXT);
    }));

  test('The calendar’s address ends when one signs out everywhere, unless one says otherwise', () =>
    visit(async ({ page, faults }) => {
      const email = newAddress('kalender');
      await begin(page, email);
      const address = await makeCalendar(page);
      assert.equal(await answers(address), 200);

      // By keyboard, with the box off.
      await page.goto('/mig/konto');
      await page.getByRole('heading', { name: me.account.sessionsTitle }).waitFor();
      await tabTo(page, me.account.everywhere.act);
      await page.keyboard.press('Enter');
      const box = page.getByRole('dialog').getByRole('checkbox');
      await box.waitFor();
      const FEW = 10;
      for (let turn = 0; turn < FEW; turn += 1) {
        if (await box.evaluate((node) => node === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Space');
      assert.equal(await box.isChecked(), false);
      await tabTo(page, me.account.everywhere.act);
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText(me.account.everywhere.done).waitFor();
      assert.equal(await answers(address), 200);

      await enter(page, email, PASSWORD);
      await signOutEverywhere(page);
      await page.getByRole('status').getByText(me.account.everywhere.doneAll).waitFor();
      assert.equal(await answers(address), 404);

      // Another password ends it as well, and says where to make a new one.
      await enter(page, email, PASSWORD);
      const next = await makeCalendar(page);
      await page.goto('/mig/konto');
      await field(page, me.account.current).fill(PASSWORD);
      await field(page, me.account.new).fill(NEXT);
      await page
        .getByRole('form', { name: me.account.passwordTitle })
        .getByRole('button', { name: me.account.changePassword })
        .tap();
      await page.getByText(me.account.passwordChangedText).waitFor();
      assert.equal(await answers(next), 404);
      await page.getByRole('link', { name: me.account.newCalendar }).tap();
      await button(page, calendar.none.make).waitFor();
      forgive(faults, REFUSED);
    }));

  test('A changed address is taken back from the old one, and whoever changed it is out', () =>
    both(async (owner, stranger) => {
      const email = newAddress('ejer');
      const theirs = newAddress('fremmed');
      await begin(owner, email);
      const first = await linkMailedTo(email);
      await enter(stranger, email, PASSWORD);
      await askForAddress(stranger, theirs, PASSWORD);
      await stranger.getByText(me.account.emailSent(theirs, email)).waitFor();
      await stranger.goto(await linkMailedTo(theirs));
      await button(stranger, account.link.act['change-email']).tap();
      // On the page, and in a toast as soon as it goes on.
      await stranger
        .getByRole('status')
        .getByText(account.link.done['change-email'])
        .first()
        .waitFor();

      await owner.goto(await linkMailedTo(email, first));
      await owner.getByRole('heading', { name: account.link.title['undo-email'] }).waitFor();
      await owner.getByText(account.link.notFor['undo-email']).waitFor();
      await field(owner, account.newPassword).fill(NEXT);
      await button(owner, account.link.act['undo-email']).tap();
      await owner.getByRole('heading', { name: account.link.done['undo-email'] }).waitFor();
      await owner.getByRole('link', { name: account.link.toMe }).tap();
      await owner.getByText(me.home.signedInAs(email)).waitFor();

      await assertSignedOut(stranger);
      await assertRefused(stranger, theirs, PASSWORD);
      await assertRefused(stranger, email, PASSWORD);
    }));
});
