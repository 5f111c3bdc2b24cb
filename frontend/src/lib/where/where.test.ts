import { describe, expect, test } from 'vitest';
import { rounded } from './position.svelte.ts';
import { readWhere, USUAL_RADIUS, widerThan, writeWhere, type Where } from './where.ts';

describe('around what is searched', () => {
  test.each<Where>([
    { place: null, mine: false, radius: USUAL_RADIUS },
    { place: 'hornbaek', mine: false, radius: USUAL_RADIUS },
    { place: 'lille-esboenderup', mine: false, radius: 20_000 },
    { place: null, mine: true, radius: 1000 }
  ])('survives the address: %o', (where) => {
    const parameters = new URLSearchParams();
    writeWhere(where, parameters);
    expect(readWhere(new URLSearchParams(parameters.toString()))).toEqual(where);
  });

  test.each([
    'radius_m=0',
    'radius_m=-5',
    'radius_m=1e9',
    'radius_m=NaN',
    'radius_m=2.5',
    'radius_m='
  ])('falls back to the usual radius for %s', (search) => {
    expect(readWhere(new URLSearchParams(search)).radius).toBe(USUAL_RADIUS);
  });

  test('ignores a town nobody could have named', () => {
    expect(readWhere(new URLSearchParams({ place: '<script>' })).place).toBeNull();
  });

  test('a town goes before one’s own position', () => {
    const where = readWhere(new URLSearchParams('place=tikoeb&near=me'));
    expect(where).toMatchObject({ place: 'tikoeb', mine: false });
  });

  test('never writes a position', () => {
    const parameters = new URLSearchParams();
    writeWhere({ place: null, mine: true, radius: 5000 }, parameters);
    expect(parameters.toString()).toBe('near=me');
  });

  test('widens step by step, up to the last', () => {
    expect(widerThan(5000)).toBe(10_000);
    expect(widerThan(20_000)).toBeNull();
  });
});

describe('a position is blurred on the phone', () => {
  test.each([
    [
      { lat: 56.091_234_5, lon: 12.457_891_2 },
      { lat: 56.091, lon: 12.458 }
    ],
    [
      { lat: 56.0915, lon: 12.4569 },
      { lat: 56.092, lon: 12.456 }
    ],
    [
      { lat: 55.999_96, lon: 12.0001 },
      { lat: 56, lon: 12 }
    ]
  ])('%o', (exact, blurred) => {
    expect(rounded(exact)).toEqual(blurred);
  });

  test('neighbours within some tens of metres cannot be told apart', () => {
    expect(rounded({ lat: 56.0911, lon: 12.4579 })).toEqual(
      rounded({ lat: 56.0914, lon: 12.4586 })
    );
  });
});
