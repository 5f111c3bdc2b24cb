// A proxy in front of Samspil that writes down what a browser asks for: also what its service worker
// does, and nothing of what its cache answers. Run by itself with an address, it prints the requests
// of a first visit as JSON, one object a line, for whoever wants to make them again.
import { createServer, request as ask, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright-core';

/** A request as it reached the server. */
export interface Recorded {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** When, in milliseconds of `performance.now()`. */
  at: number;
  status: number;
}

export interface Recorder {
  /** Where a browser meets the proxy. */
  origin: string;
  requests: Recorded[];
  close: () => Promise<void>;
}

export async function record(base: string): Promise<Recorder> {
  const requests: Recorded[] = [];
  const server = createServer((asked, answer) => {
    const { method = 'GET', url: path = '/', headers } = asked;
    const noted = { method, path, headers, at: performance.now(), status: 0 };
    requests.push(noted);
    const onward = ask(new URL(path, base), { method, headers }, (answered) => {
      noted.status = answered.statusCode ?? 0;
      answer.writeHead(noted.status, answered.headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  };
}

/** How long nothing may be asked for until a visit counts as idle. */
const QUIET_MS = 3000;

/**
 * Waits until a first visit is idle, which is when the list is there, the service worker has what it
 * keeps from the beginning, and nothing has been asked for in three seconds. What the worker fetches
 * later on, in small steps, comes after that.
 */
export async function untilIdle(page: Page, { requests }: Recorder): Promise<void> {
  await page.locator('main ul.cards > li').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const ready = performance.now();
  for (;;) {
    const quiet = performance.now() - Math.max(ready, requests.at(-1)?.at ?? 0);
    if (quiet >= QUIET_MS && requests.every(({ status }) => status > 0)) return;
    await new Promise((later) => setTimeout(later, Math.max(100, QUIET_MS - quiet)));
  }
}

/** What a phone that was never here asks for when it opens `/`. */
export async function firstVisit(base: string): Promise<Recorded[]> {
  const recorder = await record(base);
  const browser = await chromium.launch({
    executablePath: process.env.SAMSPIL_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  });
  try {
    const page = await browser.newPage({
      baseURL: recorder.origin,
      viewport: { width: 390, height: 844 },
      locale: 'da-DK'
    });
    await page.goto('/');
    await untilIdle(page, recorder);
    return [...recorder.requests];
  } finally {
    await browser.close();
    await recorder.close();
  }
}

if (import.meta.main) {
  const [base] = process.argv.slice(2);
  if (!base) throw new Error('The address of a running Samspil is missing.');
  for (const one of await firstVisit(base)) console.log(JSON.stringify(one));
}
