// Every screen and state there is, so that what holds for all of them is asked of all of them.
import type { Page } from 'playwright-core';
import { ACCOUNT_SCREENS } from './accountScreens.ts';
import { APPLICANTS_SCREENS } from './applicantsScreens.ts';
import { CALENDAR_SCREENS } from './calendarScreens.ts';
import { DESK_SCREENS } from './deskScreens.ts';
import { HOURS_SCREENS } from './hoursScreens.ts';
import { MATCH_SCREENS } from './matchScreens.ts';
import { NEEDS_DESK_SCREENS } from './needsDeskScreens.ts';
import { SAVED_SCREENS } from './savedScreens.ts';
import { SIGNUP_SCREENS } from './signupScreens.ts';
import { texts as account } from '../src/features/account/signin/texts.ts';
import { texts as me } from '../src/features/account/me/texts.ts';
import { become, linkMailedTo, stamp, VOLUNTEER } from './people.ts';
import { ASSOCIATION, NEED, PREMISES } from './shown.ts';
import { BASE, cards, da, TOWN } from './support.ts';

export interface Screen {
  name: string;
  /** Leads to the screen and waits until it stands. */
  open: (page: Page) => Promise<void>;
  /** What the browser says of a network that this screen breaks on purpose. */
  forgiven?: RegExp;
  /** At a desk this stands beside the list. */
  phoneOnly?: boolean;
}

function to(path: string, ready: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await page.goto(path);
    await ready(page);
  };
}

const aList = (page: Page) => cards(page).first().waitFor();
const aHeading = (page: Page) => page.locator('h1').waitFor();
const anOpened = async (page: Page) => {
  await aHeading(page);
  // What is fetched after the title.
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
};

/** As the demonstration's volunteer. */
function asVolunteer(path: string, ready: (page: Page) => Promise<unknown>) {
  return async (page: Page) => {
    await become(page.context(), VOLUNTEER);
    await page.goto(path);
    await ready(page);
  };
}

const aQuiet = async (page: Page) => {
  await page.locator('main h2').first().waitFor();
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
};

// A mail to look at, and a link in it that nobody uses: looking at it spends nothing.
const somebody = `skaerm-${stamp()}@demo.example`;
const registered = await fetch(new URL('/api/v1/auth/register', BASE), {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ email: somebody, name: 'Skærm', password: 'en god lang sætning' })
});
if (registered.status !== 202) throw new Error(`Nobody can register: ${registered.status}`);
const LINK = await linkMailedTo(somebody);

export const SCREENS: Screen[] = [
  { name: 'find', open: to('/', aList) },
  { name: 'find near a town', open: to(`/?place=${TOWN}&part_of_day=evening`, aList) },
  {
    name: 'find: filters',
    open: to('/', async (page) => {
      await aList(page);
      await page.getByRole('button', { name: da.find.filters }).click();
      await page.getByRole('dialog').getByText(da.find.remoteTitle).waitFor();
    }),
    phoneOnly: true
  },
  {
    name: 'find: where',
    open: to('/', async (page) => {
      await aList(page);
      await page.getByRole('button', { name: da.where.label }).click();
      await page.getByRole('combobox').fill('hels');
      await page.getByRole('option').first().waitFor();
    })
  },
  {
    name: 'find: where, with all towns',
    open: to(`/?place=${TOWN}`, async (page) => {
      await aList(page);
      await page.getByRole('button', { name: da.where.label }).click();
      await page.getByRole('option').first().waitFor();
    })
  },
  {
    name: 'find: words at the weekend',
    open: to('/?q=hjælp&soon=weekend', aList)
  },
  {
    name: 'find: nothing fits',
    open: to(`/?q=xylofonkvartet&place=${TOWN}`, (page) =>
      page.getByText(da.find.emptyTitle).waitFor()
    )
  },
  {
    name: 'find: no answer',
    open: async (page) => {
      await page.route('**/api/v1/needs?**', (route) => route.abort());
      await page.goto('/');
      await page.getByRole('alert').waitFor();
    },
    forgiven: /ERR_FAILED/
  },
  {
    name: 'find: waiting',
    open: async (page) => {
      // Never answered while the screen is looked at.
      await page.route('**/api/v1/needs?**', () => undefined);
      await page.goto('/');
      await page.locator('.skeleton').first().waitFor();
    }
  },
  {
    name: 'map',
    open: to(`/?view=map&place=${TOWN}`, (page) =>
      page.locator('.track [aria-current=true]').waitFor()
    )
  },
  { name: 'need', open: to(NEED, anOpened) },
  {
    name: 'need: gone',
    open: to('/opgaver/00000000-0000-7000-8000-000000000000', (page) =>
      page.getByText(da.need.gone).waitFor()
    ),
    forgiven: /404/
  },
  { name: 'associations', open: to('/foreninger', aList) },
  { name: 'association', open: to(ASSOCIATION, anOpened) },
  { name: 'premises', open: to('/lokaler', aList) },
  { name: 'one of the premises', open: to(PREMISES, anOpened) },
  { name: 'more', open: to('/mere', aHeading) },
  { name: 'sign in', open: to('/log-ind', aHeading) },
  {
    name: 'sign in: something is wrong',
    open: to('/log-ind', async (page) => {
      await page.getByRole('button', { name: account.da.signIn.submit, exact: true }).click();
      await page.getByRole('alert').waitFor();
    })
  },
  {
    name: 'register',
    open: to('/opret', async (page) => {
      await page.getByText(account.da.register.under15, { exact: true }).click();
      await page.getByLabel(account.da.register.guardian).waitFor();
    })
  },
  { name: 'forgotten password', open: to('/glemt', aHeading) },
  {
    name: 'forgotten password: sent',
    open: to('/glemt', async (page) => {
      await page.getByLabel(account.da.email).fill(somebody);
      await page.getByRole('button', { name: account.da.forgot.submit }).click();
      await page.getByRole('heading', { name: account.da.sent.title }).waitFor();
    })
  },
  {
    name: 'a mailed link',
    open: to(LINK, (page) =>
      page.getByRole('button', { name: account.da.link.act.verify }).waitFor()
    )
  },
  {
    name: 'a mailed link that is spent',
    open: to('/bekraeft/brugt', (page) =>
      page.getByRole('heading', { name: account.da.link.goneTitle }).waitFor()
    ),
    forgiven: /404/
  },
  { name: 'me, as a visitor', open: to('/mig', aHeading) },
  {
    name: 'me, where one must sign in',
    open: to('/mig/profil', (page) => page.getByRole('link', { name: 'Opret konto' }).waitFor())
  },
  {
    name: 'me',
    open: asVolunteer('/mig', (page) =>
      page.getByRole('heading', { name: me.da.home.associations }).waitFor()
    )
  },
  { name: 'my profile', open: asVolunteer('/mig/profil', aQuiet) },
  { name: 'my data', open: asVolunteer('/mig/data', aQuiet) },
  { name: 'my account', open: asVolunteer('/mig/konto', aQuiet) },
  {
    name: 'the mailbox',
    open: to(`/demo/postkasse?to=${somebody}`, (page) => page.locator('main li').first().waitFor())
  },
  {
    name: 'a mail',
    open: to(`/demo/postkasse?to=${somebody}`, async (page) => {
      await page.locator('main li a').first().click();
      await page.frameLocator('iframe').getByRole('link').first().waitFor();
      // So that the letter itself is looked at too: in its cage nothing runs, not even axe.
      await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
        frame.removeAttribute('sandbox');
        frame.srcdoc += ' ';
      });
      await page.frameLocator('iframe').getByRole('link').first().waitFor();
    })
  },
  { name: 'accessibility', open: to('/tilgaengelighed', aHeading) },
  {
    name: 'privacy',
    open: to('/privatliv', (page) => page.locator('main li h3').first().waitFor())
  },
  { name: 'no such page', open: to('/findes-ikke', aHeading), forgiven: /404/ },
  ...ACCOUNT_SCREENS,
  ...DESK_SCREENS,
  ...MATCH_SCREENS,
  ...NEEDS_DESK_SCREENS,
  ...APPLICANTS_SCREENS,
  ...SIGNUP_SCREENS,
  ...HOURS_SCREENS,
  ...SAVED_SCREENS,
  ...CALENDAR_SCREENS
];
