import { expect, test } from 'vitest';
import { EMPTY, readProfile, saysSomething, toBody, type PhoneProfile } from './profile.svelte.ts';

const TOLD: PhoneProfile = {
  interests: ['animals'],
  times: ['weekend'],
  place: 'tikoeb',
  position: null,
  radius: 10_000
};

test('what is kept is read again', () => {
  expect(readProfile(JSON.stringify(TOLD))).toEqual(TOLD);
});

test.each([
  [null],
  ['{'],
  ['3'],
  ['null'],
  [JSON.stringify(EMPTY)],
  [
    JSON.stringify({
      interests: 'animals',
      times: ['night'],
      place: '../x',
      position: { lat: 'a' }
    })
  ]
])('%s is no profile', (kept) => {
  expect(readProfile(kept)).toBeNull();
});

test('a position is rounded again, whoever wrote it down', () => {
  const kept = JSON.stringify({ ...TOLD, place: null, position: { lat: 56.03614, lon: 12.61311 } });
  expect(readProfile(kept)?.position).toEqual({ lat: 56.036, lon: 12.614 });
});

test('a profile that says nothing asks nothing', () => {
  expect(saysSomething(EMPTY)).toBe(false);
  expect(saysSomething({ ...EMPTY, times: ['evenings'] })).toBe(true);
});

test('the server gets half days and one home', () => {
  const body = toBody(TOLD, 5);
  expect(body).toMatchObject({ limit: 5, place: 'tikoeb', max_distance_m: 10_000 });
  expect(body.availability).toHaveLength(6);
  expect(body).not.toHaveProperty('lat');
  const near = toBody({ ...EMPTY, position: { lat: 56.036, lon: 12.614 } }, 5);
  expect(near).toEqual({
    limit: 5,
    max_distance_m: 5000,
    step_free: false,
    lat: 56.036,
    lon: 12.614
  });
});
