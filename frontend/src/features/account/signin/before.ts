import type { ApiError } from '#api/client.ts';
import type { Language } from '#api/types.ts';
import { nextTry } from '#lib/confirm/mailed.ts';
import { texts } from './texts.ts';

/** Words for a mail that was refused because one is there already; `null` for all else. */
export function mailedBefore(error: ApiError, email: string, language: Language): string | null {
  if (error.reason !== 'too-many-requests') return null;
  return texts[language].sent.before(email.trim(), nextTry(error, language));
}
