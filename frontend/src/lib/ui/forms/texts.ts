import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  summary: (count: number) =>
    count === 1 ? 'Der er én ting, du skal rette' : `Der er ${count} ting, du skal rette`,
  failed: 'Det gik ikke',
  offline: 'Der er ikke forbindelse til nettet. Det, du har skrevet, er her stadig.',
  back: 'Du er på nettet igen, og det, du har skrevet, er her stadig',
  sendNow: 'Send nu',
  busy: 'Der er travlt lige nu. Det, du har skrevet, er her stadig. Prøv igen om lidt.',
  signedOut: 'Du er ikke logget ind længere. Det, du har skrevet, er her stadig.',
  signIn: 'Log ind, og send',
  tooMany: (next: string) => `For mange forsøg. Prøv igen ${next}.`,
  optional: 'valgfrit',
  show: 'Vis',
  hide: 'Skjul',
  showPassword: 'Vis adgangskoden',
  sending: 'Sender …',
  characters: (used: string, most: string) => `${used} af ${most} tegn`
};

const en: Widened<typeof da> = {
  summary: (count) =>
    count === 1 ? 'There is one thing to put right' : `There are ${count} things to put right`,
  failed: 'That did not work',
  offline: 'There is no connection. What you have written is still here.',
  back: 'You are online again, and what you have written is still here',
  sendNow: 'Send now',
  busy: 'There is a lot to do just now. What you have written is still here. Try again in a moment.',
  signedOut: 'You are no longer signed in. What you have written is still here.',
  signIn: 'Sign in and send',
  tooMany: (next) => `Too many tries. Try again ${next}.`,
  optional: 'optional',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show the password',
  sending: 'Sending …',
  characters: (used, most) => `${used} of ${most} characters`
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
