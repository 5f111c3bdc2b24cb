import { describe, expect, test } from 'vitest';
import { da } from '#lib/i18n/da.ts';
import {
  findAddress,
  anyChosen,
  countInSheet,
  NO_FILTERS,
  readFilters,
  reasons,
  toQuery,
  type NeedFilters
} from './filters.ts';

const NOWHERE = { place: null, mine: false, radius: 5000 };
const MANY: NeedFilters = {
  q: 'træner & hjælp',
  soon: 'weekend',
  interests: ['nature', 'sport'],
  weekdays: ['tue', 'thu'],
  parts: ['evening'],
  commitments: ['recurring'],
  remote: 'exclude',
  stepFree: true
};

describe('the address of a search', () => {
  test('is bare when nothing is chosen', () => {
    expect(findAddress({ where: NOWHERE, filters: NO_FILTERS, view: 'list' })).toBe('');
  });

  test.each([NO_FILTERS, MANY, { ...MANY, remote: 'only' as const, q: '' }])(
    'gives back what was chosen (%#)',
    (filters) => {
      const address = findAddress({ where: NOWHERE, filters, view: 'map' });
      const parameters = new URLSearchParams(address);
      expect(readFilters(parameters)).toEqual(filters);
      expect(parameters.get('view')).toBe('map');
    }
  );

  test('drops what nobody can mean', () => {
    const search =
      'weekday=tue&weekday=never&weekday=tue&part_of_day=night&commitment=x&remote=maybe&step_free=1&interest=%3Cb%3E&interest=sport&interest=sport';
    expect(readFilters(new URLSearchParams(search))).toEqual({
      ...NO_FILTERS,
      weekdays: ['tue'],
      interests: ['sport']
    });
  });

  test('cuts a text that would be too long to ask for', () => {
    expect(readFilters(new URLSearchParams({ q: 'a'.repeat(5000) })).q).toHaveLength(200);
  });
});

describe('the query for the API', () => {
  test('leaves out what is not chosen', () => {
    expect(toQuery(NO_FILTERS)).toEqual({});
  });

  test('names what is chosen as the API does', () => {
    expect(toQuery(MANY)).toEqual({
      q: 'træner & hjælp',
      interest: ['nature', 'sport'],
      soon: 'weekend',
      weekday: ['tue', 'thu'],
      part_of_day: ['evening'],
      commitment: ['recurring'],
      remote: 'exclude',
      step_free: true
    });
  });
});

test('counts what the sheet hides, not what stands beside it', () => {
  expect(countInSheet(NO_FILTERS)).toBe(0);
  expect(countInSheet({ ...NO_FILTERS, q: 'kor', interests: ['culture'] })).toBe(0);
  expect(countInSheet(MANY)).toBe(6);
  expect(anyChosen({ ...NO_FILTERS, q: 'kor' })).toBe(true);
  expect(anyChosen(NO_FILTERS)).toBe(false);
});

test('a need says which of the choices it meets, and nothing where none was made', () => {
  const need = {
    interests: ['nature'],
    when: {
      kind: 'recurring' as const,
      pattern: [],
      weekdays: ['tue' as const],
      parts_of_day: ['evening' as const],
      hours_per_week: null,
      from: null,
      until: null,
      dates: 0,
      next: null,
      free: null
    }
  };
  const labels = new Map([['nature', 'Natur og spejder']]);
  expect(reasons(need, MANY, da, labels)).toEqual(['tirsdag', 'aften', 'natur og spejder']);
  expect(reasons(need, NO_FILTERS, da, labels)).toEqual([]);
});
