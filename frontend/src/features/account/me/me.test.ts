import { describe, expect, test } from 'vitest';
import type { Profile } from '#api/people.ts';
import {
  HALF_DAYS,
  hasAll,
  moved,
  QUICK,
  toggled,
  checkProfile,
  mayBeUnder15,
  profileOf,
  valuesOf,
  withTag
} from './profile.ts';

describe('when somebody has time', () => {
  test('a quick choice takes all of it, and gives it back when all of it is taken', () => {
    const some = toggled(['tue-evening'], QUICK.evenings);
    expect(some).toEqual([
      'mon-evening',
      'tue-evening',
      'wed-evening',
      'thu-evening',
      'fri-evening'
    ]);
    expect(hasAll(some, QUICK.evenings)).toBe(true);
    expect(toggled([...some, 'sat-morning'], QUICK.evenings)).toEqual(['sat-morning']);
  });

  test('stands in the week’s order, however it was chosen', () => {
    expect(toggled(toggled([], ['sun-evening']), ['mon-morning'])).toEqual([
      'mon-morning',
      'sun-evening'
    ]);
    expect(HALF_DAYS).toHaveLength(21);
  });

  test.each([
    ['ArrowDown', false, { row: 3, column: 1 }],
    ['ArrowUp', false, { row: 1, column: 1 }],
    ['ArrowLeft', false, { row: 2, column: 0 }],
    ['ArrowRight', false, { row: 2, column: 2 }],
    ['Home', false, { row: 2, column: 0 }],
    ['End', false, { row: 2, column: 2 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 6, column: 2 }],
    ['Enter', false, null]
  ])('%s (with Ctrl: %s) moves to %j', (key, whole, to) => {
    expect(moved({ row: 2, column: 1 }, key, whole)).toEqual(to);
  });

  test('the arrows stop at the edges', () => {
    expect(moved({ row: 0, column: 0 }, 'ArrowUp', false)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 6, column: 2 }, 'ArrowRight', false)).toEqual({ row: 6, column: 2 });
  });
});

const PROFILE: Profile = {
  about: 'Hej',
  availability: ['tue-evening', 'mon-evening'],
  available_from: '2027-03-01',
  available_until: null,
  birth_year: 1980,
  home: { place: { slug: 'hornbaek', name: 'Hornbæk' }, position: { coordinates: [12.4, 56] } },
  interests: ['nature'],
  languages: ['da'],
  max_distance_m: 5000,
  skills: ['førstehjælp']
};
const words = { periodOrder: 'order', birthYearForm: 'year' };

describe('a profile', () => {
  test('comes out of its form as it went in', () => {
    expect(profileOf(valuesOf(PROFILE))).toEqual({
      ...PROFILE,
      availability: ['mon-evening', 'tue-evening'],
      home: { place: 'hornbaek' },
      guardian_email: null
    });
  });

  test('keeps a position of one’s own where no town is named', () => {
    const own = { ...PROFILE, home: { place: null, position: { coordinates: [12.5, 56.1] } } };
    const values = valuesOf(own as Profile);
    expect(values).toMatchObject({ place: null, position: { lat: 56.1, lon: 12.5 } });
    expect(profileOf(values).home).toEqual({ lat: 56.1, lon: 12.5 });
  });

  test('may be empty', () => {
    const values = valuesOf({ ...PROFILE, home: null, birth_year: null, available_from: null });
    expect(checkProfile(values, words)).toEqual({});
    expect(profileOf(values)).toMatchObject({ home: null, birth_year: null, available_from: null });
  });

  test('names a period that ends before it begins, and a year that is none', () => {
    const values = { ...valuesOf(PROFILE), available_until: '2027-02-01', birth_year: '80' };
    expect(checkProfile(values, words)).toEqual({
      available_until: ['order'],
      birth_year: ['year']
    });
  });

  test('names a guardian only for who may be under 15', () => {
    const now = new Date('2027-03-01');
    expect(mayBeUnder15('2012', now)).toBe(true);
    expect(mayBeUnder15('2011', now)).toBe(false);
    expect(mayBeUnder15('', now)).toBe(false);
    const grown = { ...valuesOf(PROFILE), guardian_email: 'mor@demo.example' };
    expect(profileOf(grown).guardian_email).toBeNull();
  });
});

test('skills are taken several at once, none twice', () => {
  expect(withTag(['Regnskab'], ' førstehjælp,  kørekort B , regnskab,')).toEqual([
    'Regnskab',
    'førstehjælp',
    'kørekort B'
  ]);
  expect(withTag([], '  ')).toEqual([]);
});
