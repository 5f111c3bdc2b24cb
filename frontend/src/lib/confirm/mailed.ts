import { ApiError } from '#api/client.ts';
import type { Catalogue } from '#lib/i18n/da.ts';
import type { Language } from '#api/types.ts';
import { wordsFor } from '#lib/problem.ts';
import { texts } from './texts.ts';

/** When something may be asked for again, as in “om 5 minutter”. */
export function nextTry({ retryAfter }: ApiError, language: Language): string {
  if (retryAfter === undefined) return texts[language].soon;
  const minutes = Math.max(1, Math.ceil(retryAfter / 60));
  const format = new Intl.RelativeTimeFormat(language);
  return minutes < 120
    ? format.format(minutes, 'minute')
    : format.format(Math.ceil(minutes / 60), 'hour');
}

/** Why no mail was sent, in words: mostly because one is there already. */
export function whyNoMail(caught: unknown, t: Catalogue, language: Language): string {
  const error = caught instanceof ApiError ? caught : new ApiError('server');
  return error.reason === 'too-many-requests'
    ? texts[language].mailed(nextTry(error, language))
    : wordsFor(error, t);
}
