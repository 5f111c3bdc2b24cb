// What people do with an account of their own, through the screens.
import type { Page } from 'playwright-core';
import { texts as accountTexts } from '../src/features/account/signin/texts.ts';
import { texts as meTexts } from '../src/features/account/me/texts.ts';
import { linkMailedTo, stamp } from './people.ts';

const account = accountTexts.da;
const me = meTexts.da;

export const PASSWORD = 'en god lang sætning';
export const NAME = 'Karla Prøve';

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
export const newAddress = (who = 'karla') => `${who}-${stamp()}@demo.example`;

export async function register(page: Page, email: string, name = NAME): Promise<void> {
  await page.goto('/opret');
  await field(page, account.name).fill(name);
  await field(page, account.email).fill(email);
  await field(page, account.password).fill(PASSWORD);
  await button(page, account.register.submit).tap();
  await page.getByRole('heading', { name: account.sent.title }).waitFor();
}

/** Registers, and confirms the address in the same browser, which is then signed in. */
export async function begin(page: Page, email: string): Promise<void> {
  await register(page, email);
  await page.goto(await linkMailedTo(email));
  await button(page, account.link.act.verify).tap();
  await page.waitForURL((url) => url.pathname === '/mig');
}

/** On a page that asks for it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await field(page, account.email).fill(email);
  await field(page, account.password).fill(password);
  await button(page, account.signIn.submit).tap();
}

/** From the page of one's account, the address of one's calendar as well. */
export async function signOutEverywhere(page: Page): Promise<void> {
  const { act } = me.account.everywhere;
  await page.goto('/mig/konto');
  await button(page, act).tap();
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).tap();
}

/** Asks for another address for the account that is signed in. */
export async function askForAddress(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/mig/konto');
  await field(page, me.account.newEmail).fill(email);
  await field(page, me.account.password).fill(password);
  await page
    .getByRole('form', { name: me.account.emailTitle })
    .getByRole('button', { name: me.account.changeEmail })
    .tap();
}
