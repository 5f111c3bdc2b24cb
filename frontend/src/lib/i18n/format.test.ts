import { describe, expect, test } from 'vitest';
import type { When } from '#api/types.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import { dayOf, Format, momentInDenmark, weekdayOf } from './format.ts';

const danish = new Format('da', da);
const english = new Format('en', en);
const NOW = new Date('2026-11-22T12:00:00+01:00');

const NEVER: When = {
  kind: 'ongoing',
  pattern: [],
  weekdays: [],
  parts_of_day: [],
  hours_per_week: null,
  from: null,
  until: null,
  dates: 0,
  next: null,
  free: null
};

function weekly(days: When['weekdays'], starts = '17:00', ends = '18:30'): When {
  const pattern = days.map((weekday) => ({ weekday, starts, ends }));
  return { ...NEVER, kind: 'recurring', pattern, weekdays: days };
}

function once(starts_at: string, ends_at: string): When {
  return { ...NEVER, kind: 'once', dates: 1, next: { starts_at, ends_at, places_left: 1 } };
}

const saturday = (day: number, places_left: number) => ({
  starts_at: `2026-12-${day}T10:00:00+01:00`,
  ends_at: `2026-12-${day}T12:00:00+01:00`,
  places_left
});
const SATURDAYS: When = { ...NEVER, kind: 'once', dates: 3, weekdays: ['sat'] };

describe('several dates are one line', () => {
  test('with the next of them', () => {
    const when = { ...SATURDAYS, next: saturday(12, 8) };
    expect(danish.when(when, NOW)).toBe('3 lørdage, næste 12. dec.');
    expect(english.when(when, NOW)).toBe('3 Saturdays, next 12 Dec');
    const mixed: When = { ...when, weekdays: ['tue', 'sat'] };
    expect(danish.when(mixed, NOW)).toBe('3 datoer, næste lør. 12. dec.');
  });

  test('or with the first that has a place left', () => {
    const when = { ...SATURDAYS, next: saturday(12, 0), free: saturday(19, 2) };
    expect(danish.when(when, NOW)).toBe('3 lørdage, ledigt 19. dec.');
  });
});

describe('distances come in the steps a person thinks in', () => {
  test.each([
    [0, 'under 100 m', 'under 100 m'],
    [99, 'under 100 m', 'under 100 m'],
    [100, '100 m', '100 m'],
    [812, '800 m', '800 m'],
    [974, '950 m', '950 m'],
    [980, '1 km', '1 km'],
    [1249, '1,2 km', '1.2 km'],
    [9949, '9,9 km', '9.9 km'],
    [9950, '10 km', '10 km'],
    [12_400, '12 km', '12 km']
  ])('%d metres', (metres, inDanish, inEnglish) => {
    expect(danish.distance(metres)).toBe(inDanish);
    expect(english.distance(metres)).toBe(inEnglish);
  });

  const places = [{ name: 'Hornbæk' }];

  test('says "about" where only the town is known', () => {
    const thing = { distance_m: 3400, position_accuracy: 'town' as const, places };
    expect(danish.away(thing)).toBe('ca. 3,4 km');
    expect(english.away(thing)).toBe('about 3.4 km');
  });

  test('names the town instead when searched from that very town, or from nowhere', () => {
    expect(danish.away({ distance_m: 0, position_accuracy: 'town', places })).toBe('Hornbæk');
    expect(danish.away({ distance_m: null, position_accuracy: 'exact', places })).toBe('Hornbæk');
    expect(danish.away({ distance_m: 40, position_accuracy: 'exact', places })).toBe('under 100 m');
  });
});

describe('when a need takes place', () => {
  test.each([
    [weekly(['tue']), 'tirsdage kl. 17–18.30', 'Tuesdays, 17:00–18:30'],
    [
      weekly(['thu', 'tue']),
      'tirsdage og torsdage kl. 17–18.30',
      'Tuesdays and Thursdays, 17:00–18:30'
    ],
    [
      weekly(['mon', 'tue', 'wed'], '08:00', '09:15'),
      'mandag–onsdag kl. 8–9.15',
      'Monday–Wednesday, 08:00–09:15'
    ],
    [weekly(['mon', 'tue', 'wed', 'thu', 'fri']), 'hverdage kl. 17–18.30', 'weekdays, 17:00–18:30'],
    [
      weekly(['mon', 'wed', 'fri']),
      'mandage, onsdage og fredage kl. 17–18.30',
      'Mondays, Wednesdays and Fridays, 17:00–18:30'
    ],
    [NEVER, 'når det passer dig', 'when it suits you'],
    [
      { ...NEVER, hours_per_week: 1 },
      '1 time om ugen, når det passer dig',
      '1 hour a week, when it suits you'
    ],
    [
      { ...NEVER, hours_per_week: 2.5 },
      '2,5 timer om ugen, når det passer dig',
      '2.5 hours a week, when it suits you'
    ],
    [{ ...NEVER, kind: 'once' }, 'tidspunktet aftales', 'time to be agreed']
  ] satisfies [When, string, string][])('%#', (when, inDanish, inEnglish) => {
    expect(danish.when(when, NOW)).toBe(inDanish);
    expect(english.when(when, NOW)).toBe(inEnglish);
  });

  test('on one day: the date, or today and tomorrow', () => {
    const saturday = once('2026-11-28T10:00:00+01:00', '2026-11-28T12:00:00+01:00');
    expect(danish.when(saturday, NOW)).toBe('lør. 28. nov. kl. 10–12');
    expect(english.when(saturday, NOW)).toBe('Sat 28 Nov, 10:00–12:00');
    expect(danish.when(once('2026-11-22T18:00:00+01:00', '2026-11-22T20:30:00+01:00'), NOW)).toBe(
      'i dag kl. 18–20.30'
    );
    expect(danish.when(once('2026-11-23T09:00:00+01:00', '2026-11-23T10:00:00+01:00'), NOW)).toBe(
      'i morgen kl. 9–10'
    );
  });

  test('a shift in January needs no year in November, one next autumn does', () => {
    expect(
      danish.shift(
        { starts_at: '2027-01-05T17:00:00+01:00', ends_at: '2027-01-05T19:00:00+01:00' },
        NOW
      )
    ).toEqual(['Tirsdag 5. januar', 'kl. 17–19']);
    expect(english.weekdayAndDay('2027-10-05T17:00:00+02:00', NOW)).toContain('2027');
    expect(danish.weekdayAndDay('2027-05-24T17:00:00+02:00', NOW)).toBe('mandag 24. maj 2027');
  });
});

describe("Denmark's clock, wherever the phone is", () => {
  test('an evening in Denmark belongs to its Danish day', () => {
    const late = new Date('2026-12-01T23:30:00+01:00');
    expect(dayOf(late)).toBe('2026-12-01');
    expect(weekdayOf(late)).toBe('tue');
  });

  test('18 o’clock stays 18 o’clock over the change of the clocks', () => {
    const summer = { starts_at: '2026-10-20T18:00:00+02:00', ends_at: '2026-10-20T20:00:00+02:00' };
    const winter = { starts_at: '2026-10-27T18:00:00+01:00', ends_at: '2026-10-27T20:00:00+01:00' };
    expect(danish.span(summer)).toBe('kl. 18–20');
    expect(danish.span(winter)).toBe('kl. 18–20');
  });

  test.each([
    ['2026-12-01', '18:00', '2026-12-01T17:00:00.000Z'],
    ['2026-07-01', '18:00', '2026-07-01T16:00:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '12:00', '2026-10-25T11:00:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z']
  ])('%s at %s is one moment', (day, clock, moment) => {
    expect(momentInDenmark(day, clock)).toBe(moment);
  });
});

test('things told one after another read as one sentence', () => {
  expect(danish.sentence(['Lederkursus', 'Fællesskab', 'kørsel betalt'])).toBe(
    'Lederkursus, fællesskab, kørsel betalt'
  );
});
