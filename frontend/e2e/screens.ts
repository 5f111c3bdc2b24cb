// Every screen and state there is, so that what holds for all of them is asked of all of them.
import type { Page } from 'playwright-core';
import { cards, da, list, TOWN } from './support.ts';

export interface Screen {
  name: string;
  /** Leads to the screen and waits until it stands. */
  open: (page: Page) => Promise<void>;
  /** What the browser says of a network that this screen breaks on purpose. */
  forgiven?: RegExp;
  /** At a desk this stands beside the list. */
  phoneOnly?: boolean;
}

const [need, association, premises] = await Promise.all([
  list('needs?limit=1'),
  list('associations?limit=1'),
  list('premises?limit=1')
]).then((lists) => lists.map(({ items }) => items[0]));
if (!need || !association || !premises) throw new Error('Samspil has nothing to show yet.');

export const NEED = `/opgaver/${need.id}`;
export const ASSOCIATION = `/foreninger/${association.slug}`;
export const PREMISES = `/lokaler/${premises.slug}`;

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
      page.getByText(da.error.needGone).waitFor()
    ),
    forgiven: /404/
  },
  { name: 'associations', open: to('/foreninger', aList) },
  { name: 'association', open: to(ASSOCIATION, anOpened) },
  { name: 'premises', open: to('/lokaler', aList) },
  { name: 'one of the premises', open: to(PREMISES, anOpened) },
  { name: 'more', open: to('/mere', aHeading) },
  { name: 'accessibility', open: to('/tilgaengelighed', aHeading) },
  { name: 'privacy', open: to('/privatliv', aHeading) },
  { name: 'no such page', open: to('/findes-ikke', aHeading), forgiven: /404/ }
];
