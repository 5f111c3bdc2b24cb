import { expect, test } from 'vitest';
import { toSubscribe } from './calendar.ts';

test('a calendar is subscribed to by a scheme of its own, on the same host and path', () => {
  const path = '//samspil.example:8000/api/v1/calendars/http:.ics';
  expect(toSubscribe(`https:${path}`)).toBe(`webcal:${path}`);
  expect(toSubscribe(`http:${path}`)).toBe(`webcal:${path}`);
});
