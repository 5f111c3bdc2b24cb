import { describe, expect, test } from 'vitest';
import type { DeskShift } from '#api/volunteering.ts';
import { aNeed } from '../example.ts';
import {
  complaintsOf,
  countOf,
  daysOf,
  hoursOf,
  lacking,
  overnight,
  shiftAmiss,
  shiftFormOf,
  shiftOf,
  weeklyAmiss,
  weeklyFormOf,
  weeksOf
} from './plan.ts';
import { rotaTexts } from './texts.ts';

const t = rotaTexts.da;

function shift(starts_at: string, but: Partial<DeskShift> = {}): DeskShift {
  const ends_at = new Date(Date.parse(starts_at) + 2 * 3_600_000).toISOString();
  return {
    id: starts_at,
    starts_at,
    ends_at,
    capacity: 4,
    taken: 0,
    waiting: 0,
    minimum_crew: null,
    cancelled_at: null,
    edition: '"1"',
    crew: [],
    ...but
  };
}

const EVENING = { day: '2026-12-01', starts: '19:00', ends: '21:00', capacity: '4', minimum: '' };

describe('a shift as it is typed', () => {
  test('is on Danish clocks, winter and summer', () => {
    expect(shiftOf(EVENING)).toEqual({
      starts_at: '2026-12-01T18:00:00.000Z',
      ends_at: '2026-12-01T20:00:00.000Z',
      capacity: 4,
      minimum_crew: null
    });
    expect(shiftOf({ ...EVENING, day: '2027-06-01' }).starts_at).toBe('2027-06-01T17:00:00.000Z');
  });

  test('goes over midnight, also on the night when the clocks are set back', () => {
    const night = { ...EVENING, day: '2027-10-30', starts: '22:00', ends: '06:00' };
    expect(overnight(night)).toBe(true);
    expect(hoursOf(night)).toBe(8);
    expect(shiftOf(night)).toMatchObject({
      starts_at: '2027-10-30T20:00:00.000Z',
      ends_at: '2027-10-31T05:00:00.000Z'
    });
  });

  test('reads back as it was', () => {
    const { starts_at, ends_at } = shiftOf(EVENING);
    expect(shiftFormOf(shift(starts_at, { ends_at }))).toEqual(EVENING);
  });

  test('is told what it lacks', () => {
    expect(shiftAmiss({ ...EVENING, day: '', capacity: '2', minimum: '3' }, t)).toEqual({
      day: [t.dayMissing],
      minimum: [t.crewTooBig]
    });
    expect(complaintsOf({ starts_at: ['Er gået.'], capacity: ['For få.'] })).toEqual({
      day: ['Er gået.'],
      capacity: ['For få.']
    });
  });
});

describe('a weekly pattern', () => {
  test('begins with the need’s own days, those at the same time', () => {
    const need = aNeed({
      from_day: '2027-01-05',
      until_day: '2029-01-01',
      pattern: [
        { weekday: 'tue', starts: '17:00', ends: '18:30' },
        { weekday: 'thu', starts: '17:00', ends: '18:30' },
        { weekday: 'sat', starts: '10:00', ends: '12:00' }
      ]
    });
    expect(weeklyFormOf(need, EVENING, '2026-12-01')).toMatchObject({
      weekdays: ['tue', 'thu'],
      starts: '17:00',
      ends: '18:30',
      from: '2027-01-05',
      until: '2028-01-06',
      capacity: '4'
    });
  });

  test('runs for a season where nothing says until when', () => {
    const form = weeklyFormOf(aNeed({ from_day: '2020-01-01' }), EVENING, '2026-12-01');
    expect(form).toMatchObject({
      weekdays: [],
      starts: '19:00',
      from: '2026-12-01',
      until: '2027-03-02'
    });
    expect(weeklyAmiss(form, t)).toEqual({ weekdays: [t.weekdaysMissing] });
  });
});

test('a rota goes by weeks as calendars number them, over New Year as well', () => {
  const weeks = weeksOf([
    shift('2026-12-29T17:00:00Z'),
    // Sunday night in New York, Monday morning in Copenhagen.
    shift('2027-01-03T23:30:00Z'),
    shift('2027-01-05T17:00:00Z')
  ]);
  expect(weeks.map(({ monday, number, shifts }) => [monday, number, shifts.length])).toEqual([
    ['2026-12-28', 53, 1],
    ['2027-01-04', 1, 2]
  ]);
});

test('a shift lacks hands only where it needs some at all', () => {
  expect(lacking(shift('2026-12-01T17:00:00Z', { minimum_crew: 3, taken: 1 }))).toBe(2);
  expect(lacking(shift('2026-12-01T17:00:00Z', { minimum_crew: 1, taken: 3 }))).toBe(0);
  expect(lacking(shift('2026-12-01T17:00:00Z'))).toBe(0);
});

describe('A week', () => {
  test('has seven days, and a shift stands under the one it begins on in Denmark', () => {
    const late = shift('2026-12-13T22:30:00Z');
    const monday = shift('2026-12-06T23:00:00Z');
    const days = daysOf('2026-12-07', [monday, late]);
    expect(days.map(({ day }) => day)).toHaveLength(7);
    expect(days[0]).toEqual({ day: '2026-12-07', shifts: [monday] });
    expect(days[6]).toEqual({ day: '2026-12-13', shifts: [late] });
  });

  test('has so many dates to plan on as are neither skipped nor planned', () => {
    const date = { skipped: false, exists: false };
    expect(countOf([date, { ...date, skipped: true }, { ...date, exists: true }])).toBe(1);
  });
});
