// What an account shows on its way: not confirmed, changed, taken back, and a server that says later.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { texts as accountTexts } from '../src/features/account/signin/texts.ts';
import { texts as meTexts } from '../src/features/account/me/texts.ts';
import { texts as savedTexts } from '../src/features/volunteering/saved/texts.ts';
import { texts as staffTexts } from '../src/features/municipality/staff/texts.ts';
import { texts as confirmTexts } from '../src/lib/confirm/texts.ts';
import { NAME, PASSWORD } from './accounts.ts';
import { as, become, linkMailedTo, STAFF, stamp, VOLUNTEER } from './people.ts';
import type { Screen } from './screens.ts';
import { BASE, cards } from './support.ts';

const account = accountTexts.da;
const me = meTexts.da;
const confirm = confirmTexts.da;
const staff = staffTexts.da.people;

async function call(path: string, body: object): Promise<void> {
  const response = await fetch(new URL(`/api/v1/${path}`, BASE), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body)
  });
  assert(response.ok, `${path}: ${response.status}`);
}

const newcomer = (who: string) => `${who}-${stamp()}@demo.example`;
const register = (email: string, more: object = {}) =>
  call('auth/register', { email, name: NAME, password: PASSWORD, ...more });

/** Presses the button of a mailed link, as whoever registered with that password. */
async function use(link: string): Promise<void> {
  const token = link.split('/').at(-1);
  await call('links/use', { token, name: NAME, password: PASSWORD });
}

// Nobody confirms this one, and the links to it stay.
const unconfirmed = newcomer('ubekraeftet');
await register(unconfirmed);
const verify = await linkMailedTo(unconfirmed);
await call('auth/link', { email: unconfirmed });
const signInLink = await linkMailedTo(unconfirmed, verify);

// Somebody whose address was changed.
const [old, changed] = [newcomer('gammel'), newcomer('skiftet')];
await register(old);
const first = await linkMailedTo(old);
await use(first);
const owner = await as(old, PASSWORD);
await owner('POST', 'me/email', { email: changed, password: PASSWORD });
await use(await linkMailedTo(changed));
const undo = await linkMailedTo(old, first);

// A child whose guardian has said yes.
const [child, guardian] = [newcomer('barn'), newcomer('mor')];
await register(child, { guardian_email: guardian });
await use(await linkMailedTo(child));
const question = await linkMailedTo(guardian);
await use(question);
const withdraw = await linkMailedTo(guardian, question);

function link(name: string, path: string, act: string): Screen {
  return {
    name: `a mailed link: ${name}`,
    open: async (page) => {
      await page.goto(path);
      await page.getByRole('button', { name: act, exact: true }).waitFor();
    }
  };
}

/** As somebody whose address is not confirmed. */
function notYet(name: string, path: string): Screen {
  return {
    name: `${name}, not confirmed`,
    open: async (page) => {
      await become(page.context(), unconfirmed, PASSWORD);
      await page.goto(path);
      await page.getByRole('heading', { name: confirm.title }).first().waitFor();
    }
  };
}

/** Lets one answer of the server be another than it is. */
async function amend(page: Page, address: string, other: (answer: object) => object) {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: other((await response.json()) as object) });
  });
}

async function refuse(page: Page, address: string, status: number): Promise<void> {
  await page.route(address, (route) =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      headers: { 'Retry-After': '540' },
      body: JSON.stringify({ type: '/problems/x', title: 'x', status, detail: 'x' })
    })
  );
}

export const ACCOUNT_SCREENS: Screen[] = [
  link('signing in to an account never confirmed', signInLink, account.link.act['sign-in']),
  link('a changed address is taken back', undo, account.link.act['undo-email']),
  link('a guardian takes a yes back', withdraw, account.link.act['guardian-withdraw']),
  {
    // Only the command line appoints.
    name: 'a mailed link: an appointment',
    open: async (page) => {
      await amend(page, '**/links/look', (look) => ({ ...look, purpose: 'administrator' }));
      await page.goto(verify);
      await page.getByRole('heading', { name: account.link.title.administrator }).waitFor();
      await page.getByLabel(account.password, { exact: true }).waitFor();
    }
  },
  notYet('me', '/mig'),
  notYet('my profile', '/mig/profil'),
  notYet('my data', '/mig/data'),
  notYet('my account', '/mig/konto'),
  {
    name: 'a heart, not confirmed',
    open: async (page) => {
      await become(page.context(), unconfirmed, PASSWORD);
      await page.goto('/');
      await cards(page).first().getByRole('link').click();
      await page.getByRole('button', { name: savedTexts.da.favourites.one, exact: true }).click();
      await page.getByRole('dialog').getByRole('heading', { name: confirm.title }).waitFor();
    }
  },
  {
    name: 'sign out everywhere',
    open: async (page) => {
      await become(page.context(), VOLUNTEER);
      await page.goto('/mig/konto');
      await page.getByRole('button', { name: me.account.everywhere.act }).click();
      await page.getByRole('dialog').getByRole('checkbox').waitFor();
    }
  },
  {
    name: 'my account: another password',
    open: async (page) => {
      await become(page.context(), VOLUNTEER);
      // The demonstration's password stays.
      await page.route('**/me/password', (route) => route.fulfill({ status: 204 }));
      await page.goto('/mig/konto');
      await page.getByLabel(me.account.current, { exact: true }).fill(PASSWORD);
      await page.getByLabel(me.account.new, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByText(me.account.passwordChangedText).waitFor();
    }
  },
  {
    name: 'my account: a guardian who has not answered',
    open: async (page) => {
      await become(page.context(), child, PASSWORD);
      await amend(page, '**/api/v1/me', (answer) => ({
        ...answer,
        guardian: { email: 'm•••@demo.example', consented: false }
      }));
      await page.goto('/mig/konto');
      await page.getByLabel(me.guardian.other).waitFor();
    }
  },
  {
    name: 'staff: other areas',
    open: async (page) => {
      await become(page.context(), STAFF);
      await amend(page, '**/api/v1/me', (answer) => ({ ...answer, administrator: true }));
      await page.route('**/staff/people?**', (route) =>
        route.fulfill({
          json: {
            items: [
              { id: 'x', name: NAME, email: child, areas: ['premises'], administrator: false }
            ],
            next_cursor: null
          }
        })
      );
      await page.goto('/medarbejder/personer');
      await page.getByLabel(staff.search).fill('karla');
      await page.getByRole('button', { name: staff.areas.recognition }).click();
      await page.getByRole('dialog').getByText(staff.signedOut).waitFor();
    }
  },
  {
    name: 'sign in: busy',
    open: async (page) => {
      await refuse(page, '**/auth/login', 503);
      await page.goto('/log-ind');
      await page.getByLabel(account.email, { exact: true }).fill(VOLUNTEER);
      await page.getByLabel(account.password, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByRole('button').waitFor();
    },
    forgiven: /status of 503/
  },
  {
    name: 'sign in: a mail is there already',
    open: async (page) => {
      await refuse(page, '**/auth/link', 429);
      await page.goto('/log-ind');
      await page.getByLabel(account.email, { exact: true }).fill(VOLUNTEER);
      await page.getByRole('button', { name: account.signIn.sendLink }).click();
      await page.getByRole('alert').waitFor();
    },
    forgiven: /status of 429/
  }
];
