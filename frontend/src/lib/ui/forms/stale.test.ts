import { describe, expect, test } from 'vitest';
import { merge } from './stale.ts';

const CLUB = { name: 'Bålklubben', summary: 'Vi tænder bål.', towns: ['hornbaek'], cvr: '' };

describe('somebody else’s edit', () => {
  test('comes in where nothing was written here', () => {
    const merged = merge(CLUB, { ...CLUB, name: 'Bål & Co' }, { ...CLUB, cvr: '10150817' });
    expect(merged.values).toEqual({ ...CLUB, name: 'Bål & Co', cvr: '10150817' });
    expect(merged.disputed).toEqual([]);
  });

  test('never takes away what was written here; both are told apart', () => {
    const merged = merge(CLUB, { ...CLUB, summary: 'Mit' }, { ...CLUB, summary: 'Deres' });
    expect(merged.values.summary).toBe('Mit');
    expect(merged.disputed).toEqual(['summary']);
  });

  test('is no dispute where both wrote the same', () => {
    const both = { ...CLUB, towns: ['hornbaek', 'tikoeb'] };
    expect(merge(CLUB, both, both).disputed).toEqual([]);
  });
});
