// What every journey through the real application in a real browser needs. Each page watches itself:
// an error on the console, a policy broken or a request to a third party fails the test.
import assert from 'node:assert/strict';
import { after, before, suite } from 'node:test';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page
} from 'playwright-core';
import { da as first } from '../src/lib/i18n/da.ts';
import { filterTexts } from '../src/features/volunteering/needs/texts.ts';
import { needTexts } from '../src/features/volunteering/shared/needTexts.ts';
import { whereTexts } from '../src/lib/where/texts.ts';

/** The Danish texts that the journeys look for. */
export const da = {
  ...first,
  find: { ...first.find, ...filterTexts.da },
  where: { ...first.where, ...whereTexts.da },
  need: needTexts.da
};

const address = process.env.SAMSPIL_E2E_URL ?? process.env.SAMSPIL_URL;
if (!address) throw new Error('SAMSPIL_E2E_URL must name a running Samspil.');
export const BASE = new URL(address).origin;

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

let running: Browser | undefined;

/** Journeys that share one browser. Each gets a context of its own from `visit`. */
export function journeys(name: string, declare: () => void): void {
  suite(name, () => {
    before(async () => {
      running = await chromium.launch({
        executablePath: process.env.SAMSPIL_CHROMIUM ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync'
        ]
      });
    });
    after(async () => {
      await running?.close();
    });
    declare();
  });
}

declare global {
  interface Window {
    /** Layout shift since the page was opened, in the sense of the Core Web Vitals. */
    layoutShift: number;
  }
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Faults noted so far. A test that breaks the network on purpose takes its own out. */
  faults: string[];
  /** Every address asked for, in order. */
  requests: string[];
}

interface Wishes extends BrowserContextOptions {
  /** Whether the service worker may run; it hides the network from what a test wants to break. */
  offlineReady?: boolean;
}

/** Opens a phone's browser on a blank page, and closes it after the test, which fails on any fault. */
export async function visit(
  journey: (visit: Visit) => Promise<void>,
  { offlineReady = false, ...options }: Wishes = {}
): Promise<void> {
  assert(running, 'the browser runs before the tests do');
  const context = await running.newContext({
    baseURL: BASE,
    viewport: PHONE,
    hasTouch: true,
    isMobile: (options.viewport?.width ?? 0) < 600,
    locale: 'da-DK',
    serviceWorkers: offlineReady ? 'allow' : 'block',
    ...options
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(measureShift);
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  watch(page, faults);
  context.on('request', (request) => {
    requests.push(request.url());
    if (
      !request.url().startsWith(options.baseURL ?? BASE) &&
      !/^(data|blob):/.test(request.url())
    ) {
      faults.push(`third party: ${request.url()}`);
    }
  });
  try {
    await journey({ page, context, faults, requests });
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** What Chromium itself says of a machine without a graphics card, and Playwright of a blocked worker. */
const NO_FAULT = /GPU stall due to ReadPixels|Service Worker registration blocked by Playwright/;

function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !NO_FAULT.test(text)) {
      faults.push(`console ${message.type()}: ${text}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
}

function measureShift(): void {
  window.layoutShift = 0;
  // A violation that the console keeps to itself still counts.
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy broken: ${event.violatedDirective} ${event.blockedURI}`);
  });
  // Chromium's own entry, which TypeScript's library does not know.
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) window.layoutShift += entry.value;
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

export async function shift(page: Page): Promise<number> {
  return page.evaluate(() => window.layoutShift);
}

/** Lets what fades in or changes colour settle; what moves for as long as it waits never does. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished.catch(() => null))
    )
  );
}

/** Takes the faults a test has caused on purpose out of its list. */
export function forgive(faults: string[], expected: RegExp): void {
  const rest = faults.filter((fault) => !expected.test(fault));
  faults.splice(0, faults.length, ...rest);
}

/** Reads from the API as any program would: the tests know no demonstration data by heart. */
export async function api<Body>(path: string): Promise<Body> {
  const response = await fetch(new URL(`/api/v1/${path}`, BASE));
  assert.equal(response.status, 200, path);
  return (await response.json()) as Body;
}

export interface Listed {
  id: string;
  slug: string;
  title: string;
  name: string;
  lang: string;
  distance_m: number | null;
  position: { coordinates: [number, number] } | null;
  places: { slug: string; name: string }[];
}

export async function list(path: string): Promise<{ items: Listed[]; total: number }> {
  return api(`${path}${path.includes('?') ? '&' : '?'}with_total=true`);
}

/** What a list's cards are, in the page's own words. */
export const CARD = 'main ul.cards > li';

/** The cards of a list, once it has come. */
export function cards(page: Page) {
  return page.locator(CARD);
}

/** A town from which there is more than one page of needs, and one of the needs around it. */
export const TOWN = 'helsingoer';
