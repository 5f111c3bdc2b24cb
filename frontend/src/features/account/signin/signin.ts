import { type AccountTexts, texts } from './texts.ts';
import type { ApiError } from '#api/client.ts';
import type { Language } from '#api/types.ts';
import { nextTry } from '#lib/confirm/mailed.ts';
import type { LinkPurpose } from '#api/people.ts';

// What can be told of what somebody wrote, without asking the server. It has the last word.
type Words = AccountTexts['missing'];

const SHORTEST = 10;

export function checkEmail(email: string, words: Words): string[] {
  const written = email.trim();
  if (!written) return [words.email];
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(written) ? [] : [words.emailForm];
}

export function checkNewPassword(password: string, words: Words): string[] {
  if (!password) return [words.newPassword];
  return password.length < SHORTEST ? [words.passwordShort] : [];
}

export function checkName(name: string, words: Words): string[] {
  return name.trim() ? [] : [words.name];
}

/** Only the fields with something wrong. */
export function faults(checked: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(checked).filter(([, said]) => said.length > 0));
}

/** Words for a mail that was refused because one is there already; `null` for all else. */
export function mailedBefore(error: ApiError, email: string, language: Language): string | null {
  if (error.reason !== 'too-many-requests') return null;
  return texts[language].sent.before(email.trim(), nextTry(error, language));
}

/** Whether a link asks for a yes to a sign-up, which a no answers as well. */
export function isAboutSignup(purpose: LinkPurpose): purpose is 'guest-signup' | 'offer' {
  return purpose === 'guest-signup' || purpose === 'offer';
}

/** Whether a child's guardian is asked. */
export function isGuardians(purpose: LinkPurpose): boolean {
  return purpose === 'guardian' || purpose === 'guardian-withdraw';
}

/** Whether a yes takes something away. */
export function isDire(purpose: LinkPurpose): boolean {
  return purpose === 'erase' || purpose === 'guardian-withdraw';
}
