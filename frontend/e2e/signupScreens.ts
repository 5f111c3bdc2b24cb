// The screens of signing up and of one's own sign-ups.
import type { Page } from 'playwright-core';
import { texts as signupTexts } from '../src/features/volunteering/signup/texts.ts';
import { texts as ownTexts } from '../src/features/volunteering/signups/texts.ts';
import { as, become, VOLUNTEER } from './people.ts';
import type { Screen } from './screens.ts';
import { api } from './support.ts';

const t = signupTexts.da;
const own = ownTexts.da;

interface Found {
  id: string;
  intake: string;
  shifts: unknown[];
}

/** The first need of a kind that fits. */
async function find(kind: string, fits: (need: Found) => boolean): Promise<Found | undefined> {
  const { items } = await api<{ items: Found[] }>(`needs?limit=30&commitment=${kind}`);
  const found = await Promise.all(items.map(({ id }) => api<Found>(`needs/${id}`)));
  return found.find(fits);
}

const rota = await find('once', ({ shifts }) => shifts.length > 1);
const asking = await find('ongoing', ({ intake }) => intake === 'reviewed');
if (!rota || !asking) throw new Error('The demonstration has nothing to sign up for.');

// The volunteer has at least this one; a second time it is there already.
const call = await as(VOLUNTEER);
await call('POST', `needs/${asking.id}/signups`, { birth_year: 1980 });
const mine = (await (await call('GET', `me/signups?over=false&need=${asking.id}`)).json()) as {
  items: { id: string }[];
};
const signup = mine.items[0]?.id;
if (!signup) throw new Error('The volunteer cannot sign up.');

async function asVolunteer(page: Page, path: string): Promise<void> {
  await become(page.context(), VOLUNTEER);
  await page.goto(path);
}

async function untilDrawn(page: Page): Promise<void> {
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
}

export const SIGNUP_SCREENS: Screen[] = [
  {
    name: 'sign up as a guest',
    open: async (page) => {
      await page.goto(`/opgaver/${rota.id}`);
      await page.getByRole('button', { name: t.act, exact: true }).first().click();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('button', { name: t.guest.submit }).click();
      await sheet.getByRole('alert').waitFor();
    }
  },
  {
    name: 'my sign-ups',
    open: async (page) => {
      await asVolunteer(page, '/mig/tilmeldinger');
      await page.getByRole('button', { name: own.showPast }).click();
      await page.getByRole('heading', { name: own.past }).waitFor();
      await untilDrawn(page);
    }
  },
  {
    name: 'one of my sign-ups',
    open: async (page) => {
      await asVolunteer(page, `/mig/tilmeldinger/${signup}`);
      await page.getByRole('heading', { name: own.history }).waitFor();
      await page.getByRole('heading', { name: 'Beskeder' }).waitFor();
      await untilDrawn(page);
    }
  }
];
