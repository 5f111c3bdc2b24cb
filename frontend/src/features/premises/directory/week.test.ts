import { expect, test } from 'vitest';
import { da } from '#lib/i18n/da.ts';
import { Format } from '#lib/i18n/format.ts';
import { weekOf } from './week.ts';

test('a week of opening hours starts on Monday and says where it is closed', () => {
  const week = weekOf(
    [
      { weekday: 'sat', opens: '09:00', closes: '12:30' },
      { weekday: 'mon', opens: '16:00', closes: '22:00' },
      { weekday: 'mon', opens: '08:00', closes: '12:00' }
    ],
    new Format('da', da),
    da.time.weekdays
  );
  expect(week.map((day) => day.hours)).toEqual([
    '08.00–12.00, 16.00–22.00',
    null,
    null,
    null,
    null,
    '09.00–12.30',
    null
  ]);
  expect(week[0]?.name).toBe('Mandag');
});
