// The screens of what people keep to find again.
import type { Page } from 'playwright-core';
import { texts as saved } from '../src/features/volunteering/saved/texts.ts';
import { as, become, VOLUNTEER } from './people.ts';
import type { Screen } from './screens.ts';
import { list } from './support.ts';

const t = saved.da;

// The same each time: a search with every kind of words, and a favourite of each kind.
const call = await as(VOLUNTEER);
const [need, association] = await Promise.all([
  list('needs?limit=1'),
  list('associations?limit=1')
]);
await Promise.all([
  call('POST', 'me/searches', {
    id: '01890a5d-ac96-774b-bcce-5a7ed5ea4c11',
    name: 'Tirsdag aften nær Hornbæk',
    filters: {
      place: 'hornbaek',
      radius_m: 10_000,
      interest: ['animals'],
      weekday: ['tue'],
      part_of_day: ['evening'],
      step_free: true
    },
    frequency: 'weekly'
  }),
  call('PUT', `me/favourites/need/${need.items[0]?.id}`),
  call('PUT', `me/favourites/association/${association.items[0]?.slug}`)
]);

async function open(page: Page, path: string): Promise<void> {
  await become(page.context(), VOLUNTEER);
  await page.goto(path);
}

export const SAVED_SCREENS: Screen[] = [
  {
    name: 'saved',
    open: async (page) => {
      await open(page, '/mig/gemt');
      await page.getByRole('heading', { name: t.favourites.title }).waitFor();
    }
  },
  {
    name: 'save a search',
    open: async (page) => {
      await open(page, '/?place=hornbaek&interest=animals');
      await page.getByRole('button', { name: t.save.button }).click();
      await page.getByRole('dialog').getByLabel(t.save.name).waitFor();
    }
  },
  {
    name: 'stop the mails',
    open: async (page) => {
      await page.goto('/afmeld/a-secret');
      await page.getByRole('button', { name: t.unsubscribe.act }).click();
      await page.getByRole('heading', { name: t.unsubscribe.doneTitle }).waitFor();
    }
  }
];
