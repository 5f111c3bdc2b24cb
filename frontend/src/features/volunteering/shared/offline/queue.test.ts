// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Me } from '#api/people.ts';
import type { Queued } from './queue.svelte.ts';

const KAREN = { id: 'karen', name: 'Karen', verified: true, under_15_waiting: false };
const WANTED: Omit<Queued, 'made_at' | 'refused'> = {
  id: 'a-sign-up',
  person: KAREN.id,
  need: { id: 'need', title: 'Kor', lang: 'da', association: 'Koret' },
  shift: null,
  body: { message: 'Jeg synger', accept_overlap: false, birth_year: null }
};

interface Call {
  url: string;
  id: string;
}
let posts: Call[] = [];
let answers: (() => Response)[] = [];

/** A page's ear for what happens to the session. */
class Channel {
  onmessage: ((event: { data: string }) => void) | null = null;
  readonly postMessage = () => undefined;
  readonly close = () => undefined;
}
let channels: Channel[] = [];

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' }
  });
const made = () => json(201, { id: 'a-sign-up', status: 'accepted', position_in_line: null });
const lost = () => {
  throw new TypeError('Failed to fetch');
};

beforeEach(() => {
  posts = [];
  channels = [];
  document.cookie = 'csrf_refresh_token=proof';
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Channel {
      constructor() {
        super();
        channels.push(this);
      }
    }
  );
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return Promise.resolve(json(200, { ...KAREN, associations: [] }));
    posts.push({ url, id: (JSON.parse(body as string) as { id: string }).id });
    return Promise.resolve().then(answers.shift() ?? lost);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  localStorage.clear();
});

/** A page of the phone, with modules of its own. */
async function page() {
  vi.resetModules();
  const { queue } = await import('./queue.svelte.ts');
  await queue.send();
  return queue;
}

test('is sent by a later page, once, with its own id', async () => {
  answers = [lost, made];
  (await page()).add(WANTED);
  await page();
  const last = await page();
  expect(posts.map(({ id }) => id)).toEqual(['a-sign-up', 'a-sign-up']);
  expect(last.mine).toEqual([]);
  await page();
  expect(posts).toHaveLength(2);
});

test('stays with its reason when it is refused, and is not sent again', async () => {
  answers = [() => json(409, { type: '/problems/need-closed', detail: 'Opgaven er lukket.' })];
  (await page()).add(WANTED);
  const queue = await page();
  expect(queue.mine.map(({ refused }) => refused)).toEqual(['Opgaven er lukket.']);
  await page();
  expect(posts).toHaveLength(1);
  queue.drop(WANTED.id);
  expect(queue.mine).toEqual([]);
});

test('is neither sent nor shown by another person’s session', async () => {
  (await page()).add({ ...WANTED, person: 'somebody-else' });
  const queue = await page();
  expect(posts).toEqual([]);
  expect(queue.mine).toEqual([]);
});

test('leaves the phone with who signs out, and what another has kept when somebody signs in', async () => {
  (await page()).add(WANTED);
  const { keepPerson, keptOwn } = await import('#lib/offline/own.ts');
  const { session } = await import('#lib/session.svelte.ts');
  keepPerson(KAREN as Me);
  expect(keptOwn()?.person.name).toBe('Karen');
  session.take({ ...KAREN, id: 'bo' } as Me);
  expect(keptOwn()).toBeNull();
  keepPerson(KAREN as Me);
  // The session's; those that only tell hear nothing.
  for (const { onmessage } of channels) onmessage?.({ data: 'signed-out' });
  expect(localStorage).toHaveLength(0);
});
