import { describe, expect, test } from 'vitest';
import type { Shift } from '#api/types.ts';
import { choicesOf, nameOf, suggestedOf, takesPeople, WHOLE, checkWanted } from './signup.ts';
import { texts } from './texts.ts';

const shift = (id: string, places_left: number): Shift => ({
  id,
  places_left,
  capacity: 3,
  minimum_crew: null,
  starts_at: '2030-06-08T10:00:00+02:00',
  ends_at: '2030-06-08T12:00:00+02:00'
});

describe('what one can sign up for', () => {
  test('is a shift where there are shifts, and the whole where that is taken too', () => {
    const shifts = [shift('a', 0), shift('b', 2)];
    const names = (takes_whole: boolean) =>
      choicesOf({ shifts, takes_whole, missing: 1 }, []).map(nameOf);
    expect(names(false)).toEqual(['a', 'b']);
    expect(names(true)).toEqual([WHOLE, 'a', 'b']);
    expect(choicesOf({ shifts: [], takes_whole: false, missing: 0 }, [])).toEqual([
      { shift: null, full: true }
    ]);
    expect(choicesOf({ shifts, takes_whole: false, missing: 1 }, [])[0]?.full).toBe(true);
  });

  test('is led to by the next date with a place; never past the whole', () => {
    const shifts = [shift('a', 0), shift('b', 2)];
    const suggested = (need: Parameters<typeof choicesOf>[0]) => {
      const found = suggestedOf(choicesOf(need, []));
      return found && nameOf(found);
    };
    expect(suggested({ shifts, takes_whole: false, missing: 2 })).toBe('b');
    expect(suggested({ shifts: [shift('a', 0)], takes_whole: false, missing: 0 })).toBe('a');
    expect(suggested({ shifts, takes_whole: true, missing: 2 })).toBeUndefined();
    expect(suggested({ shifts: [], takes_whole: true, missing: 2 })).toBe(WHOLE);
  });

  test('is nothing one has signed up for already', () => {
    const need = { shifts: [shift('a', 1)], takes_whole: true, missing: 1 };
    expect(choicesOf(need, [{ shift: { id: 'a' } }]).map(nameOf)).toEqual([WHOLE]);
    expect(choicesOf(need, [{ shift: null }]).map(nameOf)).toEqual(['a']);
  });

  test('is nothing while the need is paused or closed', () => {
    expect(
      ['published', 'filled', 'paused', 'closed'].map((status) => takesPeople({ status } as never))
    ).toEqual([true, true, false, false]);
  });

  test('has to be chosen, and a year of birth has four digits', () => {
    const choices = choicesOf({ shifts: [shift('a', 1)], takes_whole: true, missing: 1 }, []);
    const check = (choice: string, birth_year: string) =>
      checkWanted({ choice, birth_year, message: '' }, choices, true, texts.da.missing);
    expect(check('', '80')).toEqual({
      choice: [texts.da.missing.shift],
      birth_year: [texts.da.missing.birthYear]
    });
    expect(check('a', ' 1980 ')).toEqual({ choice: [], birth_year: [] });
  });
});
