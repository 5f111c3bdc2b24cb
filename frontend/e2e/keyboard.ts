import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** The name a screen reader would say for what has the focus. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** Presses Tab until something of this name has the focus, which must be visible there. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const MOST = 120;
  const passed: string[] = [];
  for (let turn = 0; turn < MOST; turn += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    passed.push(focused);
    if (!focused.startsWith(name)) continue;
    assert(await hasVisibleFocus(page), `${name}: the focus cannot be seen`);
    return;
  }
  assert.fail(`Tab never reached “${name}”; it passed ${passed.join(' · ')}`);
}

/** Whether what has the focus lies within the screen and shows a ring, itself or around its card. */
function hasVisibleFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return false;
    const { top, bottom, left, right } = focused.getBoundingClientRect();
    const onScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const rings = [undefined, '::before', '::after'].map((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(focused, part);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    return onScreen && rings.some(Boolean);
  });
}
