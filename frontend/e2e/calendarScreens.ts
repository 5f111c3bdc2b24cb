// The calendar of one's own, before and after its address is made.
import type { Page } from 'playwright-core';
import { texts } from '../src/features/volunteering/calendar/texts.ts';
import { become, VOLUNTEER } from './people.ts';
import type { Screen } from './screens.ts';

const t = texts.da;

async function open(page: Page): Promise<void> {
  await become(page.context(), VOLUNTEER);
  await page.goto('/mig/kalender');
  await page.locator('main h2').first().waitFor();
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
}

export const CALENDAR_SCREENS: Screen[] = [
  {
    name: 'calendar: a new address',
    open: async (page) => {
      await open(page);
      const make = page.getByRole('button', { name: t.none.make });
      const again = page.getByRole('button', { name: t.replace.act });
      await make.or(again).first().click();
      const sure = page.getByRole('button', { name: t.replace.confirm, exact: true });
      const fresh = page.getByLabel(t.fresh.label);
      await sure.or(fresh).first().waitFor();
      if (await sure.isVisible()) await sure.click();
      await fresh.waitFor();
    }
  }
];
