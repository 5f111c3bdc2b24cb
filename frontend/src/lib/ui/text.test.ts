import { expect, test } from 'vitest';
import { searchable } from './text.ts';

test('what is searched for ends with a whole word, and is never longer than a search takes', () => {
  expect(searchable('Klubben')).toBe('Klubben');
  const long = `${'Foreningen af venner af '.repeat(5)}Hornbæk`;
  expect(long.length).toBeGreaterThan(100);
  expect(searchable(long).length).toBeLessThanOrEqual(100);
  expect(long.startsWith(`${searchable(long)} `)).toBe(true);
  expect(searchable('a'.repeat(120))).toBe('a'.repeat(100));
  expect(searchable(`${'a'.repeat(100)} b`)).toBe('a'.repeat(100));
});
