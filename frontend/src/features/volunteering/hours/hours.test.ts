import { describe, expect, it } from 'vitest';
import { hasBegun, moved, shares, stepped } from './hours.ts';
import { texts } from './texts.ts';

describe('stepping by quarters of an hour', () => {
  it('goes to the next whole quarter, also from a length between two', () => {
    expect(stepped(60, 1)).toBe(75);
    expect(stepped(60, -1)).toBe(45);
    expect(stepped(50, 1)).toBe(60);
    expect(stepped(50, -1)).toBe(45);
  });

  it('stays between a quarter and a day', () => {
    expect(stepped(15, -1)).toBe(15);
    expect(stepped(24 * 60, 1)).toBe(24 * 60);
  });
});

describe('whom hours can be entered for', () => {
  it('is who has a place in what has begun', () => {
    const now = Date.parse('2026-12-01T12:00:00Z');
    const at = (starts_at: string) => ({
      shift: { id: 's', starts_at, ends_at: '2026-12-02T12:00:00Z', cancelled_at: null }
    });
    expect(hasBegun(at('2026-12-01T11:00:00Z'), now)).toBe(true);
    expect(hasBegun(at('2026-12-01T17:00:00Z'), now)).toBe(false);
    expect(hasBegun({ shift: null }, now)).toBe(true);
  });
});

describe('a length in words', () => {
  it.each([
    [5, '5 min.', '5 min'],
    [60, '1 t', '1 h'],
    [150, '2 t 30 min.', '2 h 30 min'],
    [0, '0 t', '0 h']
  ])('%i minutes', (minutes, da, en) => {
    expect(texts.da.length(minutes)).toBe(da);
    expect(texts.en.length(minutes)).toBe(en);
  });
});

describe('days', () => {
  it('moves over the ends of months, years and summer time', () => {
    expect(moved('2027-01-01', -1)).toBe('2026-12-31');
    expect(moved('2027-03-27', 1)).toBe('2027-03-28');
    expect(moved('2027-03-28', 1)).toBe('2027-03-29');
  });
});

describe('bars', () => {
  it('shows what little was given beside a lot', () => {
    expect(shares([0, 1, 1000])).toEqual([0, 0.04, 1]);
  });

  it('stands a year without hours', () => {
    expect(shares([0, 0])).toEqual([0, 0]);
  });
});
