// The screens on which an association answers volunteers.
import type { Page } from 'playwright-core';
import { texts } from '../src/features/volunteering/applicants/texts.ts';
import { texts as threadTexts } from '../src/features/volunteering/shared/thread/texts.ts';
import { as, become, BOARD } from './people.ts';
import type { Screen } from './screens.ts';

const t = texts.da;

interface Applicant {
  id: string;
  shift: { id: string } | null;
}

const call = await as(BOARD);
async function read<Value>(path: string): Promise<Value> {
  return (await (await call('GET', path)).json()) as Value;
}
const { associations } = await read<{ associations: { slug: string; status: string }[] }>('me');
const slug = associations.find(({ status }) => status === 'public')?.slug;
const { items } = await read<{ items: Applicant[] }>(
  `associations/${slug}/signups?group=coming&limit=100`
);
const placed = items.find(({ shift }) => shift !== null);
if (!placed?.shift) throw new Error('Nobody has a place in a shift of the board.');
const DESK = `/forening/${slug}/tilmeldinger`;
const CREW = `${DESK}?shift=${placed.shift.id}`;

function being(path: string, ready: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await become(page.context(), BOARD);
    await page.goto(path);
    await ready(page);
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
  };
}

export const APPLICANTS_SCREENS: Screen[] = [
  {
    name: 'applicants',
    open: being(`${DESK}?vis=coming`, (page) =>
      page.getByRole('heading', { name: t.heading }).waitFor()
    )
  },
  {
    name: 'an applicant and what has been written',
    open: being(`${DESK}/${placed.id}`, (page) =>
      page.getByRole('textbox', { name: threadTexts.da.write }).waitFor()
    )
  },
  {
    name: 'the crew of a shift',
    open: being(CREW, (page) => page.getByRole('heading', { name: t.crew.title }).waitFor())
  }
];
