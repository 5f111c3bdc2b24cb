import type { HalfDay } from '#api/people.ts';
import { PARTS_OF_DAY, WEEKDAYS, type PartOfDay, type Weekday } from '#api/types.ts';

const WORKDAYS = WEEKDAYS.slice(0, 5);
const WEEKEND = WEEKDAYS.slice(5);

/** Every half day there is, in the week's order. */
export const HALF_DAYS: readonly HalfDay[] = all(WEEKDAYS, PARTS_OF_DAY);

export const QUICK = {
  evenings: all(WORKDAYS, ['evening']),
  daytime: all(WORKDAYS, ['morning', 'afternoon']),
  weekend: all(WEEKEND, PARTS_OF_DAY)
} as const;
export type Quick = keyof typeof QUICK;

function all(days: readonly Weekday[], parts: readonly PartOfDay[]): HalfDay[] {
  return days.flatMap((day) => parts.map((part): HalfDay => `${day}-${part}`));
}

export function hasAll(chosen: readonly HalfDay[], wanted: readonly HalfDay[]): boolean {
  return wanted.every((half) => chosen.includes(half));
}

/** Takes all of them, or gives all of them back when they are taken; in the week's order. */
export function toggled(chosen: readonly HalfDay[], some: readonly HalfDay[]): HalfDay[] {
  const off = hasAll(chosen, some);
  return HALF_DAYS.filter((half) => (some.includes(half) ? !off : chosen.includes(half)));
}

export interface Cell {
  row: number;
  column: number;
}

/** Where a key leads in the grid; `null` for a key that leads nowhere. */
export function moved({ row, column }: Cell, key: string, whole: boolean): Cell | null {
  const lastRow = WEEKDAYS.length - 1;
  const lastColumn = PARTS_OF_DAY.length - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
