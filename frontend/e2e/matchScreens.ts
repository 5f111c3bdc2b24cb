// What suits whom: on the first page, for those who may ask, and for staff.
import type { Page } from 'playwright-core';
import { texts as asking } from '../src/features/volunteering/asking/texts.ts';
import { texts as matching } from '../src/features/volunteering/matching/texts.ts';
import { PROFILE_KEY } from '../src/features/volunteering/shared/matching/kept.ts';
import { as, become, BOARD, STAFF } from './people.ts';
import type { Screen } from './screens.ts';

const board = await as(BOARD);
const me = (await (await board('GET', 'me')).json()) as { associations: { slug: string }[] };

/** A need of theirs that everybody can find. */
async function openNeed(): Promise<string> {
  for (const { slug } of me.associations) {
    const answer = await board('GET', `associations/${slug}/desk/needs?status=published`);
    if (!answer.ok) continue;
    const { items } = (await answer.json()) as { items: { id: string }[] };
    if (items[0]) return `/forening/${slug}/opgaver/${items[0].id}/spoerg`;
  }
  throw new Error('The board has no open need.');
}

const PROFILE = {
  interests: ['animals', 'nature'],
  times: ['evenings', 'weekend'],
  place: 'hornbaek',
  position: null,
  radius: 10_000
};

const known = async (page: Page) => {
  await page.addInitScript(
    ([key, profile]) => {
      localStorage.setItem(key, profile);
    },
    [PROFILE_KEY, JSON.stringify(PROFILE)] as const
  );
  await page.goto('/');
  await page.getByRole('list', { name: matching.da.list }).waitFor();
};

export const MATCH_SCREENS: Screen[] = [
  { name: 'what suits', open: known },
  {
    name: 'ask volunteers',
    open: async (page) => {
      await become(page.context(), BOARD);
      await page.goto(await openNeed());
      await page.getByRole('group', { name: asking.da.who }).waitFor();
    }
  },
  {
    name: 'staff: what weighs',
    open: async (page) => {
      await become(page.context(), STAFF);
      await page.goto('/medarbejder/matchning');
      await page.getByRole('table').waitFor();
    }
  }
];
