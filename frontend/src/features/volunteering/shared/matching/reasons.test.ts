import { expect, test } from 'vitest';
import { da } from '#lib/i18n/da.ts';
import { en } from '#lib/i18n/en.ts';
import { Format } from '#lib/i18n/format.ts';
import { worded, type Reason } from './reasons.ts';

const danish = { language: 'da', format: new Format('da', da), t: da } as const;
const english = { language: 'en', format: new Format('en', en), t: en } as const;

const ALL: Reason[] = [
  { kind: 'interest', slug: 'animals', label: 'Dyr' },
  { kind: 'availability', half_days: ['tue-evening'] },
  { kind: 'interest', slug: 'nature', label: 'Natur og spejder' },
  { kind: 'distance', metres: 1234 },
  { kind: 'skill', skill: 'regnskab' },
  { kind: 'commitment', commitment: 'recurring' },
  { kind: 'hands', missing: 3 },
  { kind: 'fresh', days: 0 },
  { kind: 'reply', days: 2 },
  { kind: 'step_free' },
  { kind: 'remote' },
  { kind: 'any_time' },
  { kind: 'language', language: 'en' }
];

test('every reason has its words, and what was chosen is told in one go', () => {
  expect(worded(ALL, danish)).toEqual([
    'du valgte dyr og natur og spejder',
    'tirsdag aften',
    '1,2 km',
    'du kan regnskab',
    'fast hver uge',
    'mangler 3',
    'ny i dag',
    'svarer inden for 2 dage',
    'niveaufri adgang',
    'hjemmefra',
    'når det passer dig',
    'på engelsk'
  ]);
  expect(worded(ALL, english)).toHaveLength(12);
});

test('of somebody else it is told as of them', () => {
  const theirs: Reason[] = [
    { kind: 'interest', slug: 'animals', label: 'Dyr' },
    { kind: 'skill' },
    { kind: 'any_time' }
  ];
  expect(worded(theirs, danish, 'volunteer')).toEqual([
    'kan lide dyr',
    'kan det, I beder om',
    'har tid, når det passer'
  ]);
});

test('of many times the first is named and the others are counted', () => {
  const times = (...half_days: NonNullable<Reason['half_days']>): Reason[] => [
    { kind: 'availability', half_days }
  ];
  expect(worded(times('tue-evening', 'sat-morning'), danish)).toEqual([
    'tirsdag aften og én tid mere'
  ]);
  expect(worded(times('tue-evening', 'sat-morning', 'sun-morning'), english)).toEqual([
    'Tuesday evening and 2 other times'
  ]);
});

test('a reason that is not known yet is left out', () => {
  expect(worded([{ kind: 'moon' as Reason['kind'] }], danish)).toEqual([]);
});
