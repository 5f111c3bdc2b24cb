import { test } from 'node:test';
import { assertAccessible } from './accessible.ts';
import { SCREENS } from './screens.ts';
import { DESK, forgive, journeys, settled, visit } from './support.ts';

journeys('Every screen at a desk', () => {
  for (const { name, open, forgiven } of SCREENS.filter(({ phoneOnly }) => !phoneOnly)) {
    test(`${name} is for everybody at a desk`, () =>
      visit(
        async ({ page, faults }) => {
          await open(page);
          await settled(page);
          await assertAccessible(page, name);
          if (forgiven) forgive(faults, forgiven);
        },
        { viewport: DESK, hasTouch: false }
      ));
  }
});
