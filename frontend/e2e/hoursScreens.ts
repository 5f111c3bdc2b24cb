// The screens of hours and of their certificates.
import type { Page } from 'playwright-core';
import { texts } from '../src/features/volunteering/hours/texts.ts';
import { as, become, BOARD, VOLUNTEER } from './people.ts';
import type { Screen } from './screens.ts';

const t = texts.da;

interface Entry {
  id: string;
  minutes: number;
  status: string;
}
interface Mine {
  associations: { slug: string }[];
  items: Entry[];
}
interface Certificates {
  items: { code: string }[];
}

// Somebody has given hours: some are confirmed and certified, some wait. Once is enough.
const volunteer = await as(VOLUNTEER);
const board = await as(BOARD);
const json = async <Value>(answer: Promise<Response>) => (await (await answer).json()) as Value;

const mine = await json<Mine>(volunteer('GET', 'me/hours'));
const run = await json<Mine>(board('GET', 'me'));
const slug = mine.associations.find((one) =>
  run.associations.some((other) => other.slug === one.slug)
)?.slug;
if (!slug) throw new Error('The volunteer has helped none of the board’s associations.');
const today = new Date().toISOString().slice(0, 10);

async function entry(status: 'waiting' | 'confirmed', minutes: number): Promise<void> {
  if (mine.items.some((one) => one.status === status)) return;
  const body = { association: slug, day: today, minutes };
  const made = await json<Entry>(volunteer('POST', 'me/hours', body));
  if (status === 'confirmed') await board('POST', `hours/${made.id}/confirm`, { minutes });
}
await entry('waiting', 45);
await entry('confirmed', 90);
const certificates = await json<Certificates>(volunteer('GET', 'me/certificates'));
const { code } =
  certificates.items[0] ??
  (await json<{ code: string }>(
    volunteer('POST', 'me/certificates', {
      from: `${Number(today.slice(0, 4)) - 1}-01-01`,
      until: today,
      language: 'da'
    })
  ));

function being(email: string, path: string, ready?: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await become(page.context(), email);
    await page.goto(path);
    await page.locator('main h1').waitFor();
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
    await ready?.(page);
  };
}

export const HOURS_SCREENS: Screen[] = [
  {
    name: 'hours: add',
    open: being(VOLUNTEER, '/mig/timer', async (page) => {
      await page.getByRole('button', { name: t.mine.add }).click();
      await page.getByRole('dialog').getByRole('button', { name: t.form.save }).waitFor();
    })
  },
  {
    name: 'hours: the desk',
    open: being(BOARD, `/forening/${slug}/timer`, (page) =>
      page.getByRole('button', { name: t.desk.confirm }).first().waitFor()
    )
  },
  {
    name: 'a certificate',
    open: async (page) => {
      await page.goto(`/bevis/${code}`);
      await page.getByText(t.paper.genuine).waitFor();
    }
  }
];
