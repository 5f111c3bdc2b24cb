import { describe, expect, test } from 'vitest';
import { ApiError } from '#api/client.ts';
import { Remote, RemoteEdited } from './remote.svelte.ts';

/** A request that the test answers by hand. */
function byHand() {
  const signals: AbortSignal[] = [];
  const answers: ((value: string) => void)[] = [];
  const failures: ((error: unknown) => void)[] = [];
  const fetch = (signal: AbortSignal) =>
    new Promise<string>((answer, fail) => {
      signals.push(signal);
      answers.push(answer);
      failures.push(fail);
    });
  return { fetch, signals, answers, failures };
}

describe('what is read from the server', () => {
  test('is loading, then ready, and keeps its value while it is read again', async () => {
    const { fetch, answers } = byHand();
    const found = new Remote<string>();
    const first = found.load(fetch);
    expect([found.value, found.loading]).toEqual([null, true]);
    answers[0]?.('one');
    await first;
    expect([found.value, found.loading]).toEqual(['one', false]);

    const again = found.reload();
    expect([found.value, found.loading]).toEqual(['one', true]);
    answers[1]?.('two');
    await again;
    expect(found.value).toBe('two');
  });

  test('is what the newest request brings; the one before is aborted', async () => {
    const { fetch, signals, answers } = byHand();
    const found = new Remote<string>();
    const old = found.load(fetch);
    const fresh = found.load(fetch);
    expect(signals[0]?.aborted).toBe(true);
    answers[1]?.('new');
    answers[0]?.('old');
    await Promise.all([old, fresh]);
    expect(found.value).toBe('new');
  });

  test('failed with a reason, and a second try mends it', async () => {
    const { fetch, answers, failures } = byHand();
    const found = new Remote<string>();
    const first = found.load(fetch);
    failures[0]?.(new ApiError('offline'));
    await first;
    expect([found.error?.reason, found.loading]).toEqual(['offline', false]);

    const again = found.reload();
    answers[1]?.('one');
    await again;
    expect([found.error, found.value]).toEqual([null, 'one']);
  });

  test('is not asked for where it is stopped during the pause', async () => {
    const { fetch, signals } = byHand();
    const found = new Remote<string>();
    const asked = found.load(fetch, 1);
    found.stop();
    await asked;
    expect(signals).toEqual([]);
    expect(found.loading).toBe(false);
  });
});

test('an edit that came meanwhile is newer than a second look', async () => {
  const { fetch, answers } = byHand();
  const thing = new RemoteEdited<string>('id', async (_, signal) => ({
    value: await fetch(signal),
    edition: '"1"'
  }));
  const first = thing.read();
  answers[0]?.('first');
  await first;
  expect([thing.value, thing.edition]).toEqual(['first', '"1"']);

  const look = thing.lookAgain(new AbortController().signal);
  thing.edited({ value: 'edited', edition: '"2"' });
  answers[1]?.('first');
  await look;
  expect([thing.value, thing.edition]).toEqual(['edited', '"2"']);
});
