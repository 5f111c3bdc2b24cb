import { expect, test } from 'vitest';
import { addressOf, readSelection, type Selection } from './staff.ts';

test.each<Selection>([
  { view: 'pending', q: '', chosen: null },
  { view: 'hidden', q: 'spejder & kor', chosen: 'hornbaek-spejderne' },
  { view: 'without_manager', q: '', chosen: null }
])('what staff look at survives the address: %o', (selection) => {
  expect(readSelection(new URLSearchParams(addressOf(selection)))).toEqual(selection);
});

test('what nobody could have chosen is not looked for', () => {
  const found = readSelection(new URLSearchParams({ vis: 'alle', valgt: '../log-ind' }));
  expect(found).toEqual({ view: 'pending', q: '', chosen: null });
});
