import { describe, expect, test } from 'vitest';
import { addressOf, NO_FILTERS, readFilters, toQuery, type PremisesFilters } from './filters.ts';

const NOWHERE = { place: null, mine: false, radius: 5000 };
const EVENING: PremisesFilters = {
  q: 'hal',
  date: '2026-12-01',
  from: '18:00',
  to: '20:00',
  persons: 25,
  activities: ['meetings'],
  features: ['step_free', 'hearing_loop']
};

describe('the search for a room', () => {
  test.each([NO_FILTERS, EVENING])('survives the address (%#)', (filters) => {
    expect(readFilters(new URLSearchParams(addressOf(NOWHERE, filters)))).toEqual(filters);
  });

  test('asks for the moment Danish clocks show', () => {
    expect(toQuery(EVENING)).toMatchObject({
      starts_at: '2026-12-01T17:00:00.000Z',
      ends_at: '2026-12-01T19:00:00.000Z',
      persons: 25,
      feature: ['step_free', 'hearing_loop']
    });
  });

  test('asks for no time that ends before it starts', () => {
    expect(toQuery({ ...EVENING, to: '17:00' })).not.toHaveProperty('starts_at');
  });

  test.each([
    'date=2026-13-45',
    'date=tomorrow',
    'from=25:00',
    'persons=-1',
    'persons=1.5',
    'persons=99999',
    'activity=war',
    'feature=x'
  ])('drops %s', (search) => {
    expect(readFilters(new URLSearchParams(search))).toEqual(NO_FILTERS);
  });
});
