// @vitest-environment jsdom
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { locks } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

// A server of its own that ends a session when a refresh token is used again, as the real one does;
// only the last one it takes once more, as after an answer that got lost.
// Each "tab" is a copy of the modules of its own; cookies and locks are the browser's, and shared.
let server: Server;
let proof: string;
let refreshes: number;
let alive: boolean;
/** How many answers to a renewal still get lost. */
let losing: number;
/** What the server answers to a renewal instead. */
let refusing: number;
const used = new Map<string, number>();

function answer(request: IncomingMessage): [number, object] {
  const sent = String(request.headers['x-csrf-token'] ?? '');
  if (request.url === '/api/v1/auth/refresh') {
    refreshes += 1;
    if (refusing) return [refusing, { type: '/problems/unavailable' }];
    const uses = (used.get(sent) ?? 0) + 1;
    if (!alive || uses > 2 || (uses > 1 && proof !== heir(sent))) {
      return [401, { type: '/problems/not-signed-in' }];
    }
    used.set(sent, uses);
    proof = heir(sent);
    if (losing > 0) {
      losing -= 1;
      return [0, {}];
    }
    setCookies(proof);
    return [200, {}];
  }
  const accepted = request.method === 'GET' ? cookieNow() : sent;
  if (accepted !== proof || proof === 'old') return [401, { type: '/problems/not-signed-in' }];
  return [200, { fine: true }];
}

/** The proof that comes after one. */
const heir = (before: string) => `after-${before}`;

function setCookies(value: string): void {
  document.cookie = `csrf_access_token=${value}; path=/`;
  document.cookie = `csrf_refresh_token=${value}; path=/`;
}

function cookieNow(): string {
  return /csrf_refresh_token=([^;]*)/.exec(document.cookie)?.[1] ?? '';
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, body] = answer(request);
    if (status === 0) {
      request.socket.destroy();
      return;
    }
    const kind = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'Content-Type': kind }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetchFrom = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, wishes: RequestInit) =>
    fetchFrom(new URL(path, base), wishes)
  );
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
});

afterAll(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  proof = 'old';
  refreshes = 0;
  alive = true;
  losing = 0;
  refusing = 0;
  used.clear();
  setCookies('old');
});

afterEach(() => {
  vi.resetModules();
});

async function tab() {
  vi.resetModules();
  return { ...(await import('./client.ts')), ...(await import('./send.ts')) };
}

test('a session that has run out is renewed and the call made again, once for all calls', async () => {
  const { readFrom } = await tab();
  const answers = await Promise.all([1, 2, 3].map(() => readFrom('/api/v1/me')));
  expect(answers).toEqual([{ fine: true }, { fine: true }, { fine: true }]);
  expect(refreshes).toBe(1);
});

test('two tabs never use the same refresh token', async () => {
  const [one, other] = [await tab(), await tab()];
  const answers = await Promise.all([one.readFrom('/api/v1/me'), other.readFrom('/api/v1/me')]);
  expect(answers).toEqual([{ fine: true }, { fine: true }]);
  expect(refreshes).toBe(1);
});

test('what is written is sent again with the new proof', async () => {
  const { send } = await tab();
  const { value } = await send('PATCH', '/api/v1/me', { body: { name: 'K' } });
  expect(value).toEqual({ fine: true });
  expect(refreshes).toBe(1);
});

test('a session that cannot be renewed is over: its proofs go, and nobody asks again', async () => {
  alive = false;
  const { readFrom } = await tab();
  const heard: unknown[] = [];
  const channel = new BroadcastChannel('samspil:session');
  const told = new Promise((resolve) => {
    channel.onmessage = ({ data }) => {
      heard.push(data);
      resolve(data);
    };
  });
  await expect(readFrom('/api/v1/me')).rejects.toMatchObject({ problem: 'not-signed-in' });
  await told;
  channel.close();
  expect(heard).toEqual(['expired']);
  expect(cookieNow()).toBe('');
  await expect(readFrom('/api/v1/me')).rejects.toMatchObject({ problem: 'not-signed-in' });
  expect(refreshes).toBe(1);
});

test('an answer to a renewal that got lost is asked for again with the same token', async () => {
  losing = 1;
  const { readFrom } = await tab();
  await expect(readFrom('/api/v1/me')).resolves.toEqual({ fine: true });
  expect(refreshes).toBe(2);
  expect(cookieNow()).toBe('after-old');
});

test('it is asked for as soon as the phone is back on the network', async () => {
  losing = 1;
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const waiting = vi.spyOn(globalThis, 'addEventListener');
  const { readFrom } = await tab();
  const answered = readFrom('/api/v1/me');
  await vi.waitFor(() => {
    expect(waiting).toHaveBeenCalledWith('online', expect.anything());
  });
  expect(refreshes).toBe(1);
  onLine.mockReturnValue(true);
  dispatchEvent(new Event('online'));
  await expect(answered).resolves.toEqual({ fine: true });
  expect(refreshes).toBe(2);
  vi.restoreAllMocks();
});

test('two tabs share one renewal also when its answer got lost', async () => {
  losing = 1;
  const [one, other] = [await tab(), await tab()];
  const answers = await Promise.all([one.readFrom('/api/v1/me'), other.readFrom('/api/v1/me')]);
  expect(answers).toEqual([{ fine: true }, { fine: true }]);
  expect(refreshes).toBe(2);
});

test.each([500, 503, 429, 403])(
  'a renewal answered with %d does not end the session',
  async (status) => {
    refusing = status;
    const { readFrom } = await tab();
    await expect(readFrom('/api/v1/me')).rejects.toMatchObject({ status });
    expect(cookieNow()).toBe('old');
    expect(refreshes).toBe(1);
    refusing = 0;
    await expect(readFrom('/api/v1/me')).resolves.toEqual({ fine: true });
  }
);

test('a visitor’s call is not followed by a renewal', async () => {
  document.cookie = 'csrf_refresh_token=; path=/; max-age=0';
  document.cookie = 'csrf_access_token=; path=/; max-age=0';
  const { readFrom } = await tab();
  await expect(readFrom('/api/v1/me')).rejects.toMatchObject({ status: 401 });
  expect(refreshes).toBe(0);
});
