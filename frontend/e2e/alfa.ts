// The second accessibility engine beside axe: Siteimprove's Alfa, whose family of tools Danish
// municipalities are checked with. It is a program of its own that gets the page as data.
import assert from 'node:assert/strict';
import { Audit, Outcome } from '@siteimprove/alfa-act';
import { Playwright } from '@siteimprove/alfa-playwright';
import { Rules, type Flattened } from '@siteimprove/alfa-rules';
import { Conformance, Criterion } from '@siteimprove/alfa-wcag';
import type { Page } from 'playwright-core';
import { settled } from './support.ts';

/** Its rules for WCAG 2.2 A and AA; none is left out. */
const RULES = [...(Rules.values() as Iterable<Flattened.Rule>)].filter((rule) =>
  rule.hasRequirement((asked) => Criterion.isCriterion(asked) && Conformance.isAA('2.2')(asked))
);

/** What it finds wrong by A and AA, one line each: the rule, the element, why. */
export async function alfaFailures(page: Page): Promise<string[]> {
  const looked = await Playwright.toPage(await page.evaluateHandle(() => document));
  const found: string[] = [];
  for (const outcome of await Audit.of(looked, RULES).evaluate()) {
    if (!Outcome.isFailed(outcome)) continue;
    const why = [...outcome.expectations]
      .filter(([, expectation]) => expectation.isErr())
      .map(([, expectation]) => expectation.getErrUnsafe().message);
    const rule = outcome.rule.uri.split('/').at(-1) ?? '';
    const { target: element } = outcome as { target: { toString: () => string } };
    const target = element.toString().replace(/\s+/g, ' ').slice(0, 200);
    found.push(`${rule}: ${why.join(' ')} ${target}`);
  }
  return found;
}

/** As high as any page or sheet. */
const MOST_PX = 8000;

/**
 * No rule of Alfa's for A or AA fails. What it cannot decide without a person is no failure.
 *
 * What something lies over it takes for a target too small to hit. A person scrolls it out from under
 * a bar, so that it is shown a screen on which all of the page lies open. And it does not know that a
 * dialog lies over everything else, which nobody can press then: it is told so in a way it knows.
 */
export async function assertAlfa(page: Page, what: string): Promise<void> {
  const size = page.viewportSize();
  assert(size);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.min(MOST_PX, height + size.height) });
  await settled(page);
  const modal = page.locator('dialog:modal');
  const isCovered = (await modal.count()) > 0;
  if (isCovered) {
    await page.locator('body').evaluate((body) => (body.style.pointerEvents = 'none'));
    await modal.last().evaluate((dialog) => (dialog.style.pointerEvents = 'auto'));
  }
  assert.deepEqual(await alfaFailures(page), [], `${what}, by Alfa`);
  if (isCovered) {
    await page.locator('body').evaluate((body) => body.style.removeProperty('pointer-events'));
    await modal.last().evaluate((dialog) => dialog.style.removeProperty('pointer-events'));
  }
  await page.setViewportSize(size);
}
