// The pages people land on, looked at by Lighthouse as on a phone, in the Samspil named in
// SAMSPIL_E2E_URL.
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';

/** @typedef {import('lighthouse').Result} Result */
/** @typedef {import('lighthouse').Flags} Flags */

const address = process.env.SAMSPIL_E2E_URL ?? process.env.SAMSPIL_URL;
if (!address) throw new Error('SAMSPIL_E2E_URL must name a running Samspil.');
const BASE = new URL(address).origin;

/** @param {string} path */
async function firstOf(path) {
  const response = await fetch(new URL(`/api/v1/${path}?limit=1`, BASE));
  const { items } = /** @type {{ items: { id: string, slug: string }[] }} */ (
    await response.json()
  );
  if (!items[0]) throw new Error(`There are no ${path} to measure.`);
  return items[0];
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const found = server.address();
      server.close(() => {
        if (found && typeof found === 'object') resolve(found.port);
        else reject(new Error('No port is free.'));
      });
    });
  });
}

const [need, premises, association] = await Promise.all(
  ['needs', 'premises', 'associations'].map(firstOf)
);
export const PAGES = [
  '/',
  `/opgaver/${need?.id}`,
  `/lokaler/${premises?.slug}`,
  `/foreninger/${association?.slug}`
];

/**
 * Gives what Lighthouse finds of a page, in a browser of its own: nothing is warm.
 * @param {string} path
 * @param {readonly string[]} categories
 * @param {Partial<Flags>} more
 * @returns {Promise<Result>}
 */
export async function look(path, categories, more = {}) {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.SAMSPIL_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      `--remote-debugging-port=${port}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  });
  try {
    const run = await lighthouse(new URL(path, BASE).href, {
      port,
      logLevel: 'error',
      output: 'json',
      onlyCategories: [...categories],
      ...more
    });
    if (!run) throw new Error(`Lighthouse had no result for ${path}`);
    if (run.lhr.runtimeError) throw new Error(run.lhr.runtimeError.message);
    return run.lhr;
  } finally {
    await browser.close();
  }
}

/** Of a hundred. @param {Result} result @param {string} category */
export function scoreOf(result, category) {
  return Math.round((result.categories[category]?.score ?? 0) * 100);
}

/** What cost a page its points. @param {Result} result */
export function complaints(result) {
  return Object.values(result.categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => result.audits[id])
    .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
    .map((audit) => `    ${audit?.id}: ${audit?.title} ${audit?.displayValue ?? ''}`);
}

/** A page's address as a table shows it. @param {string} path */
export const short = (path) => path.replace(/[0-9a-f-]{36}/, '…');
