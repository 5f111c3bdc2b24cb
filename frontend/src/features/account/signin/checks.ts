import type { AccountTexts } from './texts.ts';

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
