import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './support.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Every rule axe has for WCAG 2.2 A and AA, and its best practices; none is switched off. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  await assertKeeps(page, { type: 'tag', values: [...WCAG, 'best-practice'] }, what);
}

/** Whether it can be read in other colours too, when the rest has been looked at in the first ones. */
export async function assertContrast(page: Page, what: string): Promise<void> {
  await assertKeeps(page, { type: 'rule', values: ['color-contrast'] }, what);
}

async function assertKeeps(page: Page, rules: axe.RunOnly, what: string): Promise<void> {
  // What is still fading in has not the colours that it will be read in.
  await settled(page);
  // Each frame looks at itself and answers the one that holds it.
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => 'axe' in window)) continue;
    await frame.evaluate(
      `${axe.source}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`
    );
  }
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help} ${target.join(' ')} ${failureSummary}`
      )
    );
  }, rules);
  assert.deepEqual(found, [], what);
}

/**
 * What a thumb is too big for. Links within a sentence are excepted, as WCAG 2.5.8 does, but not an
 * address or a number alone on its line.
 */
export async function assertThumbSized(page: Page, what: string): Promise<void> {
  const small = await page.evaluate(() => {
    const MIN = 44;
    const ALONE = 24;
    const isContact = (element: HTMLElement) =>
      element.matches(':is(dd, li) a:is([href^="mailto:"], [href^="tel:"])');
    const least = (element: HTMLElement) => (isContact(element) ? ALONE : MIN) - 0.5;
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=button], [role=option]'
    );
    const within = (element: HTMLElement) => {
      // A control's own box, or that of what is drawn or pressed in its place.
      const whole = element.closest('label') ?? element;
      const after = getComputedStyle(element, '::after');
      const card =
        after.position === 'absolute' && after.inset === '0px' ? element.offsetParent : null;
      return (card ?? whole).getBoundingClientRect();
    };
    return [...controls]
      .filter((element) => {
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          return false;
        const inSentence = element.closest('p, dd, .prose') && !isContact(element);
        if (inSentence && getComputedStyle(element).display === 'inline') return false;
        if (element.matches('.skip, .sr-only, .sr-only *')) return false;
        const { width, height } = within(element);
        return width > 0 && Math.min(width, height) < least(element);
      })
      .map((element) => {
        const { width, height } = within(element);
        const name = element.ariaLabel ?? element.textContent.trim();
        return `${element.tagName.toLowerCase()} “${name}” ${Math.round(width)} × ${Math.round(height)}`;
      });
  });
  assert.deepEqual(small, [], what);
}

/** Whether everything fits the width: nobody should have to scroll to both sides to read a line. */
export async function assertFitsWidth(page: Page, what: string): Promise<void> {
  const { content, screen, wide } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const widest = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return (
          width > 0 &&
          right > clientWidth + 1 &&
          !element.closest('[class*=scroll], .track, .map, .overlay')
        );
      })
      .slice(0, 5)
      .map((element) => `${element.tagName}.${element.className}`);
    return { content: scrollWidth, screen: clientWidth, wide: widest };
  });
  assert(content <= screen, `${what}: ${content} px wide on ${screen} px: ${wide.join(', ')}`);
}
