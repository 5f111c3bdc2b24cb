import { expect, test } from 'vitest';
import { addressOf, readLooking, type Looking } from './staff.ts';

test.each<Looking>([
  { view: 'pending', q: '', chosen: null },
  { view: 'hidden', q: 'spejder & kor', chosen: 'hornbaek-spejderne' },
  { view: 'without_manager', q: '', chosen: null }
])('what staff look at survives the address: %o', (looking) => {
  expect(readLooking(new URLSearchParams(addressOf(looking)))).toEqual(looking);
});

test('what nobody could have chosen is not looked for', () => {
  const found = readLooking(new URLSearchParams({ vis: 'alle', valgt: '../log-ind' }));
  expect(found).toEqual({ view: 'pending', q: '', chosen: null });
});
