// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NeedDesk, NeedEdit } from '#api/volunteering.ts';
import { forgetDrafts } from '#lib/ui/forms/draft.ts';
import { Editing } from './editing.svelte.ts';
import { aNeed } from './example.ts';

/** A need on the other end of the line, with the rules that matter here. */
class Server {
  need: NeedDesk;
  edition = 1;
  online = true;
  sent: NeedEdit[] = [];

  constructor(need: NeedDesk) {
    this.need = need;
    vi.stubGlobal('fetch', (_: string, wishes: RequestInit) =>
      this.online ? this.#answer(wishes) : Promise.reject(new TypeError('no network'))
    );
  }

  get tag(): string {
    return `"${this.edition}"`;
  }

  change(change: Partial<NeedDesk>): void {
    this.need = { ...this.need, ...change };
    this.edition += 1;
  }

  #answer({ method, headers, body }: RequestInit): Promise<Response> {
    if (method === 'PATCH') {
      const change = JSON.parse(body as string) as NeedEdit & Partial<NeedDesk>;
      this.sent.push(change);
      if ((headers as Record<string, string>)['If-Match'] !== this.tag) return told(412, {});
      if (change.title === '') return told(422, { errors: { title: ['Skriv en titel.'] } });
      this.change(change);
    }
    return told(200, this.need, { ETag: this.tag });
  }
}

function told(status: number, body: object, headers: Record<string, string> = {}) {
  return Promise.resolve(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers }
    })
  );
}

function write(server: Server): Editing {
  return new Editing('karla', { value: server.need, edition: server.tag }, () => undefined);
}

/** As a keystroke does. */
function type(editing: Editing, values: Partial<Editing['form']['values']>): void {
  Object.assign(editing.form.values, values);
  editing.touched();
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a draft', () => {
  test('is saved by itself, once for many keystrokes', async () => {
    const server = new Server(aNeed());
    const editing = write(server);
    for (const title of ['T', 'Tr', 'Træner ']) type(editing, { title });
    expect(editing.saving).toBe('waiting');
    await vi.runAllTimersAsync();
    expect(server.sent).toEqual([{ title: 'Træner' }]);
    expect(editing.saving).toBe('saved');
    expect(editing.form.values.title).toBe('Træner ');
  });

  test('holds back what is refused and saves the rest', async () => {
    const server = new Server(aNeed());
    const editing = write(server);
    type(editing, { title: '', summary: 'Kort.' });
    await vi.runAllTimersAsync();
    expect(server.need.summary).toBe('Kort.');
    expect(editing.saving).toBe('refused');
    expect(editing.form.errors).toEqual({ title: ['Skriv en titel.'] });
    await expect(editing.sendAll()).rejects.toMatchObject({ reason: 'validation' });
    type(editing, { title: 'Træner' });
    await vi.runAllTimersAsync();
    expect(server.need.title).toBe('Træner');
    expect(editing.form.errors).toEqual({});
  });

  test('stays on the phone without a network, and is there again after a reload', async () => {
    const server = new Server(aNeed());
    const editing = write(server);
    server.online = false;
    type(editing, { title: 'Skrevet i toget' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(editing.saving).toBe('offline');
    editing.stop();
    await vi.advanceTimersByTimeAsync(100);
    const again = write(server);
    expect(again.broughtBack).toBe(true);
    expect(again.form.values.title).toBe('Skrevet i toget');
    server.online = true;
    again.touched();
    await vi.runAllTimersAsync();
    expect(server.need.title).toBe('Skrevet i toget');
    expect(write(server).broughtBack).toBe(false);
  });

  test('takes in what somebody else wrote meanwhile', async () => {
    const server = new Server(aNeed());
    const editing = write(server);
    server.change({ summary: 'Deres.' });
    type(editing, { title: 'Min' });
    await vi.runAllTimersAsync();
    expect(server.need).toMatchObject({ title: 'Min', summary: 'Deres.' });
    expect(editing.form.values.summary).toBe('Deres.');
    expect(editing.stale).toBeNull();
  });

  test('asks which words shall stand where both wrote, and sends neither before', async () => {
    const server = new Server(aNeed());
    const editing = write(server);
    server.change({ title: 'Deres' });
    type(editing, { title: 'Min' });
    await vi.runAllTimersAsync();
    expect(editing.stale?.disputed).toEqual(['title']);
    expect(server.need.title).toBe('Deres');
    editing.settle('title', 'mine');
    await vi.runAllTimersAsync();
    expect(server.need.title).toBe('Min');
  });
});

test('what the public sees changes only when somebody says so', async () => {
  const server = new Server(aNeed({ status: 'published' }));
  const editing = write(server);
  type(editing, { title: 'Halvt skrev' });
  await vi.runAllTimersAsync();
  expect(server.sent).toEqual([]);
  expect(write(server).form.values.title).toBe('Halvt skrev');
  await editing.sendAll();
  expect(server.need.title).toBe('Halvt skrev');
});

test('whoever signs out leaves no words behind', () => {
  const server = new Server(aNeed());
  type(write(server), { title: 'Min hemmelighed' });
  expect(localStorage.length).toBe(1);
  forgetDrafts();
  expect(localStorage.length).toBe(0);
});
