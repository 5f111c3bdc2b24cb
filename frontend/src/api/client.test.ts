import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, ApiError, askIn, isSuperseded, queryString, readFrom } from './client.ts';

// A real server on a real socket: what is tested is how answers of every kind come through.
let server: Server;
let base: string;
let heard: { url: string | undefined; language: string | undefined };

beforeAll(async () => {
  server = createServer((request, response) => {
    heard = { url: request.url, language: request.headers['accept-language'] };
    const status = Number(/status=(\d+)/.exec(request.url ?? '')?.[1] ?? 200);
    const after = /after=([^&]+)/.exec(request.url ?? '')?.[1];
    if (after) response.setHeader('Retry-After', decodeURIComponent(after));
    if (request.url?.includes('never')) return;
    if (request.url?.includes('html')) {
      response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return;
    }
    const problem = { type: '/problems/x', title: 'T', detail: 'D', errors: { q: ['for lang'] } };
    response
      .writeHead(status, {
        'Content-Type': status < 400 ? 'application/json' : 'application/problem+json'
      })
      .end(JSON.stringify(status < 400 ? { fine: true } : problem));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function failure(url: string, signal?: AbortSignal): Promise<unknown> {
  return readFrom(url, signal).then(
    () => null,
    (error: unknown) => error
  );
}

describe('an address', () => {
  test('repeats a parameter for several values and leaves out what is not set', () => {
    const query = { q: '', interest: ['sport', 'nature'], lat: 0, place: undefined, more: null };
    expect(queryString(query)).toBe('interest=sport&interest=nature&lat=0');
  });

  test('escapes what stands in the path', () => {
    expect(address('/api/v1/places/{slug}', { slug: 'a/b ø' }, {})).toBe(
      '/api/v1/places/a%2Fb%20%C3%B8'
    );
  });
});

describe('an answer', () => {
  test('is asked for in the reader’s language', async () => {
    askIn('en');
    await expect(readFrom(`${base}/x`)).resolves.toEqual({ fine: true });
    expect(heard.language).toBe('en');
    askIn('da');
  });

  test.each([
    [404, 'not-found'],
    [422, 'validation'],
    [429, 'too-many-requests'],
    [500, 'server'],
    [503, 'server']
  ])('with status %d says why: %s', async (status, reason) => {
    const error = await failure(`${base}/?status=${status}`);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ reason, status, detail: 'D', errors: { q: ['for lang'] } });
  });

  test('that says when to ask again is told apart from one that does not', async () => {
    const busy = await failure(`${base}/?status=503&after=7`);
    expect(busy).toMatchObject({ reason: 'busy', retryAfter: 7 });
    const mailed = await failure(`${base}/?status=429&after=900`);
    expect(mailed).toMatchObject({ reason: 'too-many-requests', retryAfter: 900 });
    // A proxy may name a moment instead; one is then not told a number.
    const day = encodeURIComponent('Fri, 01 Jan 2100 00:00:00 GMT');
    expect(await failure(`${base}/?status=503&after=${day}`)).toMatchObject({
      reason: 'server',
      retryAfter: undefined
    });
  });

  test('from a proxy that speaks HTML is still an error one can word', async () => {
    expect(await failure(`${base}/html?status=502`)).toMatchObject({
      reason: 'server',
      status: 502
    });
  });

  test('that never comes for want of a network is "offline"', async () => {
    expect(await failure('http://127.0.0.1:1/')).toMatchObject({ reason: 'offline' });
  });

  test('that a newer call made superfluous is no error of the API', async () => {
    const running = new AbortController();
    const waiting = failure(`${base}/never`, running.signal);
    running.abort();
    const error = await waiting;
    expect(isSuperseded(error)).toBe(true);
    expect(error).not.toBeInstanceOf(ApiError);
  });
});
