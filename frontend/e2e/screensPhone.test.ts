import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertAccessible,
  assertContrast,
  assertFitsWidth,
  assertThumbSized
} from './accessible.ts';
import { assertAlfa } from './alfa.ts';
import { SCREENS } from './screens.ts';
import { forgive, journeys, PHONE, settled, shift, visit } from './support.ts';

journeys('Every screen on a phone', () => {
  for (const { name, open, forgiven } of SCREENS) {
    test(`${name} is for everybody on a phone, light and dark, narrow and at 400 %`, () =>
      visit(
        async ({ page, faults }) => {
          await open(page);
          await settled(page);
          await assertAccessible(page, `${name}, light`);
          await assertThumbSized(page, name);
          const moved = await shift(page);
          assert(moved < 0.02, `${name} moved by ${moved}`);
          // Once a screen: the page is the same in other colours and at a desk.
          await assertAlfa(page, name);
          await page.emulateMedia({ colorScheme: 'dark' });
          await settled(page);
          // The same elements in other colours.
          await assertContrast(page, `${name}, dark`);
          await page.setViewportSize({ width: 320, height: 640 });
          await assertFitsWidth(page, name);
          // 1280 × 1024 at 400 % is a screen of 320 × 256, as WCAG 1.4.10 counts.
          await page.setViewportSize({ width: 320, height: 256 });
          await assertFitsWidth(page, `${name} at 400 %`);
          if (forgiven) forgive(faults, forgiven);
        },
        { viewport: PHONE, colorScheme: 'light' }
      ));
  }
});
