import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFitsWidth, assertThumbSized } from './accessible.ts';
import { SCREENS } from './screens.ts';
import { DESK, forgive, journeys, PHONE, shift, visit } from './support.ts';

journeys('Every screen', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const { name, open, forgiven } of SCREENS) {
      test(`${name} is for everybody, ${colorScheme}, on a phone`, () =>
        visit(
          async ({ page, faults }) => {
            await open(page);
            await assertAccessible(page, name);
            await assertThumbSized(page, name);
            const moved = await shift(page);
            assert(moved < 0.02, `${name} moved by ${moved}`);
            if (forgiven) forgive(faults, forgiven);
          },
          { viewport: PHONE, colorScheme }
        ));
    }
  }

  for (const { name, open, forgiven } of SCREENS.filter(({ phoneOnly }) => !phoneOnly)) {
    test(`${name} is for everybody at a desk`, () =>
      visit(
        async ({ page, faults }) => {
          await open(page);
          await assertAccessible(page, name);
          if (forgiven) forgive(faults, forgiven);
        },
        { viewport: DESK, hasTouch: false }
      ));
  }

  for (const { name, open, forgiven } of SCREENS) {
    // 1280 × 1024 at 400 % is a screen of 320 × 256, as WCAG 1.4.10 counts.
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 320, height: 256 }
    ]) {
      test(`${name} fits ${viewport.width} × ${viewport.height}`, () =>
        visit(
          async ({ page, faults }) => {
            await open(page);
            await assertFitsWidth(page, name);
            if (forgiven) forgive(faults, forgiven);
          },
          { viewport }
        ));
    }
  }
});
