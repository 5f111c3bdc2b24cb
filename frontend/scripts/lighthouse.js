// Whether the pages people land on are accessible, keep to best practices and can be found by search
// engines, as Lighthouse sees it. It sees the same each time, so that once is enough; how fast they
// are is measured by scripts/speed.js.
import { complaints, look, PAGES, scoreOf, short } from './landing-pages.js';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
const AT_LEAST = 100;

/** @type {Record<string, object>} */
const rows = {};
for (const path of PAGES) {
  const result = await look(path, CATEGORIES, { disableFullPageScreenshot: true });
  const scores = CATEGORIES.map((name) => /** @type {const} */ ([name, scoreOf(result, name)]));
  const missed = scores.filter(([, score]) => score < AT_LEAST).map(([name]) => name);
  if (missed.length > 0) {
    console.error(
      [`${path}: ${missed.join(', ')} below the bar`, ...complaints(result)].join('\n')
    );
    process.exitCode = 1;
  }
  rows[short(path)] = Object.fromEntries(scores);
}
console.table(rows);
