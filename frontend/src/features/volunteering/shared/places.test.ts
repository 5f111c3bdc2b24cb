import { describe, expect, test } from 'vitest';
import type { When } from '#api/types.ts';
import { da } from '#lib/i18n/da.ts';
import { isUrgent, placesLeft, placesText } from './places.ts';

const DAY_MS = 86_400_000;

function need(
  missing: number,
  next: [number, number] | null,
  free: [number, number] | null = null
) {
  const date = (one: [number, number] | null): When['next'] =>
    one && {
      starts_at: new Date(Date.now() + one[0] * DAY_MS).toISOString(),
      ends_at: new Date(Date.now() + (one[0] + 0.1) * DAY_MS).toISOString(),
      places_left: one[1]
    };
  return { missing, when: { next: date(next), free: date(free) } as When };
}

describe('the places that a card names', () => {
  test('are those of its date, not of all dates together', () => {
    expect(placesLeft(need(24, [12, 8]))).toBe(8);
    expect(placesLeft(need(4, [12, 0], [19, 4]))).toBe(4);
    expect(placesLeft(need(5, null))).toBe(5);
  });

  test('are said calmly, and loudly only for a date that is near', () => {
    expect(placesText(need(24, [12, 8]), da.find)).toBe('8 pladser');
    expect(placesText(need(1, null), da.find)).toBe('1 plads');
    expect(placesText(need(0, [12, 0]), da.find)).toBe('Fuldt, venteliste');
    expect(isUrgent(need(24, [3, 8]))).toBe(true);
    expect(placesText(need(24, [3, 8]), da.find)).toBeNull();
    // What is full needs nobody, however near.
    expect(isUrgent(need(4, [3, 0], [19, 4]))).toBe(false);
  });
});
