// The screens on which an association writes its needs and plans their shifts.
import type { Page } from 'playwright-core';
import { texts } from '../src/features/volunteering/organising/texts.ts';
import { rotaTexts } from '../src/features/volunteering/organising/rota/texts.ts';
import { da as first } from '../src/lib/i18n/da.ts';
import { as, become, BOARD } from './people.ts';
import type { Screen } from './screens.ts';

const da = texts.da;
const rota = rotaTexts.da;

const call = await as(BOARD);
const me = (await (await call('GET', 'me')).json()) as {
  associations: { slug: string; status: string }[];
};
const slug = me.associations.find(({ status }) => status === 'public')?.slug;
if (!slug) throw new Error('The board runs nothing.');
const { items } = (await (await call('GET', `associations/${slug}/desk/needs`)).json()) as {
  items: { id: string; next_shift: { starts_at: string } | null }[];
};
const planned = items.find(({ next_shift }) => next_shift !== null);
if (!planned) throw new Error('The board plans no shifts.');
const NEEDS = `/forening/${slug}/opgaver`;

function at(path: string, ready: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await become(page.context(), BOARD);
    await page.goto(path);
    await ready(page);
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
  };
}

export const NEEDS_DESK_SCREENS: Screen[] = [
  {
    name: 'desk: needs',
    open: at(NEEDS, (page) => page.locator('main li a b').first().waitFor())
  },
  {
    name: 'desk: a need, refused',
    open: at(`${NEEDS}/${planned.id}`, async (page) => {
      await page.getByText(da.form.sections.more).click();
      await page.getByLabel(da.form.title).fill('');
      await page.getByRole('button', { name: da.acts.save }).click();
      await page.getByRole('alert').waitFor();
    }),
    forgiven: /422/
  },
  {
    name: 'desk: a week of all shifts, copied',
    open: at(
      `/forening/${slug}/kalender?day=${planned.next_shift?.starts_at.slice(0, 10)}`,
      async (page) => {
        await page.getByRole('button', { name: rota.copy }).click();
        const sheet = page.getByRole('dialog');
        await sheet.getByRole('button', { name: rota.look }).click();
        await sheet.getByRole('button', { name: rota.change }).waitFor();
      }
    )
  },
  {
    name: 'desk: shifts every week',
    open: at(`${NEEDS}/${planned.id}/vagter`, async (page) => {
      await page.getByRole('button', { name: rota.addWeekly }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('button', { name: first.time.weekdaysShort.thu }).click();
      await sheet.getByRole('button', { name: rota.look }).click();
      await sheet.getByRole('button', { name: rota.change }).waitFor();
    })
  }
];
