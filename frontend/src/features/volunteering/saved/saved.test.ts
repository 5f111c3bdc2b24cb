import { describe as about, expect, test } from 'vitest';
import { da } from '#lib/i18n/da.ts';
import { Format } from '#lib/i18n/format.ts';
import { addressOf, describe, filtersOf, nameFor } from './saved.ts';
import { texts } from './texts.ts';

const words = {
  t: da,
  own: texts.da,
  format: new Format('da', da),
  labels: new Map([['dyr', 'Dyr']])
};
const HORNBAEK = { slug: 'hornbaek', name: 'Hornbæk' };

about('a saved search', () => {
  test('says where it looks and for what', () => {
    const filters = {
      place: 'hornbaek',
      radius_m: 10_000,
      interest: ['dyr'],
      weekday: ['tue' as const],
      part_of_day: ['evening' as const],
      commitment: ['once' as const],
      remote: 'exclude' as const,
      step_free: true
    };
    expect(describe({ filters, place: HORNBAEK }, words)).toBe(
      'Hornbæk, inden for 10 km · Dyr · tirsdag · aften · En enkelt gang · ikke hjemmefra · niveaufri adgang'
    );
    expect(describe({ filters: { q: 'hund' }, place: null }, words)).toBe('Hele kommunen · »hund«');
  });

  test('leads back to the page that shows it, without a position', () => {
    const position = { lat: 56.036, lon: 12.614, radius_m: 5000, remote: 'include' as const };
    expect(addressOf(position)).toBe('?near=me');
    expect(addressOf({ place: 'hornbaek', radius_m: 2000, interest: ['dyr', 'sport'] })).toBe(
      '?place=hornbaek&interest=dyr&interest=sport&radius_m=2000'
    );
    expect(addressOf({ remote: 'only' })).toBe('?remote=only');
    expect(addressOf({ remote: 'include' })).toBe('');
  });

  test('is named after what it looks for, and near what', () => {
    expect(nameFor({ q: 'hund' }, 'Hornbæk', words)).toBe('Hund nær Hornbæk');
    expect(nameFor({ interest: ['dyr'] }, null, words)).toBe('Dyr');
    expect(nameFor({}, 'mig', words)).toBe('Opgaver nær mig');
  });

  test('keeps the distance only with what it is from', () => {
    const where = { place: null, mine: true, radius: 2000 };
    expect(filtersOf({ q: 'hund' }, where, { place: 'hornbaek' })).toEqual({
      q: 'hund',
      place: 'hornbaek',
      radius_m: 2000
    });
    expect(filtersOf({ q: 'hund' }, where, null)).toEqual({ q: 'hund' });
  });
});
