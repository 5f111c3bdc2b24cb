import { expect, test } from 'vitest';
import { ApiError } from '#api/client.ts';
import { da } from '#lib/i18n/da.ts';
import { nextTry, whyNoMail } from './mailed.ts';

const after = (seconds?: number) => new ApiError('too-many-requests', 429, {}, seconds);

test('when another mail may be asked for is said in whole minutes, never too soon', () => {
  expect(nextTry(after(1), 'da')).toBe('om 1 minut');
  expect(nextTry(after(61), 'da')).toBe('om 2 minutter');
  expect(nextTry(after(900), 'en')).toBe('in 15 minutes');
  expect(nextTry(after(3 * 3600), 'da')).toBe('om 3 timer');
  expect(nextTry(after(), 'da')).toBe('om lidt');
});

test('a mail that is refused because one was just sent tells to look for that one', () => {
  expect(whyNoMail(after(300), da, 'da')).toMatch(/linket i den virker stadig.*om 5 minutter/);
  expect(whyNoMail(new ApiError('offline'), da, 'da')).toBe(da.error.offline);
});
