import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookAgain, WAITS_MS } from './desk.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('It looks with growing waits, and not for ever', async () => {
  const at: number[] = [];
  const began = Date.now();
  lookAgain(() => {
    at.push(Date.now() - began);
    return Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
  expect(at).toHaveLength(WAITS_MS.length);
  const waits = at.map((moment, index) => moment - (at[index - 1] ?? 0));
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(at.at(-1)).toBeLessThan(10 * 60 * 1000);
});

test('The next look waits until the last one is over', async () => {
  let looks = 0;
  lookAgain(() => {
    looks += 1;
    return new Promise(() => undefined);
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toBe(1);
});

test('When the page is left it ends, with the look under way', async () => {
  const signals: AbortSignal[] = [];
  const stop = lookAgain((signal) => {
    signals.push(signal);
    return Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(1500);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(signals).toHaveLength(1);
  expect(signals[0]?.aborted).toBe(true);
});
