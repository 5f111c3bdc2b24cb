import { describe, expect, test } from 'vitest';
import {
  changeOf,
  complaints,
  complaintsOf,
  EMPTY,
  isCvr,
  sentOf,
  slugOf,
  type Profile
} from './profile.ts';
import { texts } from './texts.ts';

const check = texts.da.check;
const CLUB: Profile = {
  ...EMPTY,
  name: 'Bålklubben',
  summary: 'Vi tænder bål.',
  purpose: 'Bål og sange.',
  interests: ['nature'],
  towns: ['hornbaek'],
  contactEmail: 'baal@demo.example'
};

describe('what is sent', () => {
  test('is only what was changed', () => {
    expect(changeOf(CLUB, { ...CLUB, address: ' Havnen 1 ' })).toEqual({ address: 'Havnen 1' });
    expect(changeOf(CLUB, { ...CLUB, name: ' Bålklubben ' })).toEqual({});
  });

  test('has no position of its own at the town, whatever was pointed at before', () => {
    const pointed = { ...CLUB, position: { lat: 56.09, lon: 12.46 } };
    expect(sentOf(pointed).position).toBeNull();
    expect(sentOf({ ...pointed, spot: 'map' }).position).toEqual({ lat: 56.09, lon: 12.46 });
  });

  test('has the scheme of a website that nobody types', () => {
    expect(sentOf({ ...CLUB, website: 'www.baal.dk' }).website).toBe('https://www.baal.dk');
    expect(sentOf({ ...CLUB, website: ' ' }).website).toBeNull();
  });

  test('has a new address only when asked for', () => {
    expect(sentOf(CLUB)).not.toHaveProperty('slug');
    expect(sentOf({ ...CLUB, slugToo: true }).slug).toBe('baalklubben');
  });
});

test.each([
  ['Bålklubben i Ålsgårde', 'baalklubben-i-aalsgaarde'],
  ['Ærø & Øen – 2', 'aeroe-oeen-2'],
  ['Café Élite!', 'cafe-elite']
])('%s stands in an address as %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

describe('before the server is asked', () => {
  test('a whole profile is right', () => {
    expect(complaints(CLUB, check)).toEqual({});
  });

  test.each<[Partial<Profile>, keyof Profile, string]>([
    [{ name: ' ' }, 'name', check.name],
    [{ summary: 'x'.repeat(161) }, 'summary', check.summaryLong],
    [{ interests: [] }, 'interests', check.interests],
    [{ towns: [] }, 'towns', check.towns],
    [{ spot: 'map' }, 'position', check.position],
    [{ contactEmail: 'baal@' }, 'contactEmail', check.email],
    [{ contactEmail: '' }, 'contactEmail', check.contact],
    [{ website: 'ingen' }, 'website', check.website],
    [{ cvr: '12345678' }, 'cvr', check.cvr]
  ])('%o is told at its field', (change, field, text) => {
    expect(complaints({ ...CLUB, ...change }, check)).toEqual({ [field]: [text] });
  });

  test.each(['10150817', '29189730'])('%s is a CVR number', (number) => {
    expect(isCvr(number)).toBe(true);
  });
});

test('what the server says stands at the field of the form', () => {
  expect(
    complaintsOf({
      'contact.email': ['Ukendt'],
      step_free: ['Nej'],
      towns: ['Findes ikke'],
      'position.lat': ['Udenfor'],
      other: ['Andet']
    })
  ).toEqual({
    contactEmail: ['Ukendt'],
    stepFree: ['Nej'],
    towns: ['Findes ikke'],
    position: ['Udenfor'],
    other: ['Andet']
  });
});
