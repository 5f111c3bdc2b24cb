import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NeedDesk } from '#api/volunteering.ts';
import {
  begunFrom,
  afterChange,
  changeOf,
  complaintsOf,
  expiresSoon,
  formOf,
  isPartOf,
  lastMoment,
  lines,
  LONGEST_SUMMARY,
  LONGEST_TITLE,
  refusedIn,
  sentOf,
  withoutRefused
} from './need.ts';
import { aNeed } from './example.ts';
import { TEMPLATES } from './templates.ts';

const FORM = formOf(aNeed());

describe('what is sent of a need', () => {
  test('is nothing while nothing has been said anew', () => {
    expect(changeOf(FORM, { ...FORM, title: ' Træner  for U8 ' })).toEqual({});
  });

  test('is what was changed alone', () => {
    const now = { ...FORM, wanted: '4', hoursPerWeek: '1,5', tasks: 'Led holdet\n- Ryd op\n\n' };
    expect(changeOf(FORM, now)).toEqual({
      wanted: 4,
      hours_per_week: 1.5,
      tasks: ['Led holdet', 'Ryd op']
    });
  });

  test('has no place for what is done from home, whatever was chosen before', () => {
    expect(changeOf(FORM, { ...FORM, place: 'home' })).toEqual({ remote: true, places: [] });
  });

  test('has no weekdays for what is not done every week', () => {
    const weekly = {
      ...FORM,
      commitment: 'recurring' as const,
      pattern: [{ weekday: 'tue' as const, starts: '17:00', ends: '18:30' }]
    };
    expect(sentOf(weekly).pattern).toHaveLength(1);
    expect(sentOf({ ...weekly, commitment: 'ongoing' }).pattern).toEqual([]);
  });

  test('leaves out what cannot be unsaid', () => {
    expect(sentOf({ ...FORM, commitment: '', wanted: '' })).not.toHaveProperty('commitment');
    expect(sentOf({ ...FORM, commitment: '', wanted: '' })).not.toHaveProperty('wanted');
  });

  test('names a contact only where it is not the association’s', () => {
    const own = { ...FORM, contactEmail: ' Holdleder@Demo.example', contact: 'own' as const };
    expect(sentOf(own).contact).toEqual({
      name: null,
      email: 'holdleder@demo.example',
      phone: null
    });
    expect(sentOf({ ...own, contact: 'association' }).contact).toBeNull();
  });
});

test('a draft without a place has not said that it is done from home', () => {
  expect(formOf(aNeed({ places: [] })).place).toBe('');
  expect(formOf(aNeed({ places: [], remote: true })).place).toBe('home');
});

test('lines are things, without dashes, each once', () => {
  expect(lines(' • Kaffe\n– Kage\nKaffe\n\n')).toEqual(['Kaffe', 'Kage']);
});

describe('what the server refuses', () => {
  const change = { title: '', wanted: 4, contact: { name: null, email: 'ingen', phone: null } };
  const errors = { title: ['Skriv en titel.'], 'contact.email': ['Ikke en mail.'] };

  test('is told at the fields of the form', () => {
    expect(complaintsOf({ ...errors, 'tasks.2': ['For lang.'], places: ['Vælg.'] })).toEqual({
      title: ['Skriv en titel.'],
      contactEmail: ['Ikke en mail.'],
      tasks: ['For lang.'],
      towns: ['Vælg.']
    });
  });

  test('is held back until it says something else; the rest goes on', () => {
    const refused = refusedIn(change, errors);
    expect(withoutRefused(change, refused)).toEqual({ wanted: 4 });
    expect(withoutRefused({ ...change, title: 'Træner' }, refused)).toEqual({
      title: 'Træner',
      wanted: 4
    });
    expect(isPartOf('contactEmail', refused)).toBe(true);
  });

  test('is still to be sent after the rest has been taken', () => {
    const now = { ...FORM, title: '', wanted: '4' };
    const base = afterChange(FORM, now, { wanted: 4 });
    expect(base.wanted).toBe('4');
    expect(changeOf(base, now)).toEqual({ title: '' });
  });
});

test('only what is public and ends by nothing else expires, and is worth prolonging', () => {
  const now = Date.parse('2026-12-01T12:00:00Z');
  const need = (status: NeedDesk['status'], open_until: string | null) => ({
    status,
    commitment: 'ongoing' as const,
    open_until
  });
  expect(expiresSoon(need('published', '2026-12-10T12:00:00Z'), now)).toBe(true);
  expect(expiresSoon(need('filled', '2026-12-14T12:00:00Z'), now)).toBe(true);
  expect(expiresSoon(need('published', '2026-12-16T12:00:00Z'), now)).toBe(false);
  expect(expiresSoon(need('closed', '2026-12-02T12:00:00Z'), now)).toBe(false);
  expect(expiresSoon(need('draft', null), now)).toBe(false);
  // An event is over when it is, and a deadline is a day's end in Denmark.
  const event = { ...need('published', '2026-12-10T12:00:00Z'), commitment: 'once' as const };
  expect(expiresSoon(event, now)).toBe(false);
  expect(expiresSoon(need('published', '2026-12-09T23:00:00Z'), now)).toBe(false);
  expect(lastMoment('2026-12-09T23:00:00Z')).toBe('2026-12-09T22:59:59.999Z');
});

describe('a template', () => {
  // The municipality's own list: a template must name nothing that is not on it.
  const file = new URL('../../../../../backend/samspil/people/interests.csv', import.meta.url);
  const known = readFileSync(file, 'utf8')
    .split('\n')
    .map((row) => row.split(',')[0]);

  for (const template of TEMPLATES) {
    test(`${template.name} keeps within what a need may say, in both languages`, () => {
      expect(template.interests.filter((slug) => !known.includes(slug))).toEqual([]);
      for (const lang of ['da', 'en'] as const) {
        const need = begunFrom(template, lang, '', ['hornbaek', 'tikoeb']);
        expect(need.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
        expect(need.summary?.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
        expect(need.requirements?.length).toBeLessThanOrEqual(3);
        expect(need.places).toEqual(['hornbaek']);
        expect(need.description).not.toMatch(/\bXX|…|\[/);
      }
    });
  }

  test('that there is none leaves all but the title, the language and the town to be said', () => {
    expect(begunFrom(null, 'da', 'Ny opgave', [])).toEqual({
      title: 'Ny opgave',
      lang: 'da',
      languages: ['da']
    });
  });
});
