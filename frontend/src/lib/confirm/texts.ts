import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Bekræft din mailadresse først',
  sheet: 'Din mailadresse',
  text: (email: string) =>
    `Vi har sendt en mail til ${email}. Tryk på knappen i den, så er resten åbent for dig.`,
  again: 'Send mailen igen',
  sent: 'Mailen er sendt. Se også i uønsket post.',
  done: 'Jeg har bekræftet den',
  still: 'Din mailadresse er ikke bekræftet endnu.',
  confirmed: 'Tak, din mailadresse er bekræftet.',
  /** `next`: when there may be another, as in “om 5 minutter”. */
  mailed: (next: string) =>
    `Vi har sendt en mail for lidt siden, og linket i den virker stadig. Se i din mail, også i uønsket post. Du kan få en ny ${next}.`,
  soon: 'om lidt'
};

const en: Widened<typeof da> = {
  title: 'Confirm your email address first',
  sheet: 'Your email address',
  text: (email) =>
    `We have sent an email to ${email}. Press the button in it, and the rest is open to you.`,
  again: 'Send the email again',
  sent: 'The email has been sent. Look among unwanted mail as well.',
  done: 'I have confirmed it',
  still: 'Your email address is not confirmed yet.',
  confirmed: 'Thank you, your email address is confirmed.',
  mailed: (next) =>
    `We sent an email a short while ago, and the link in it still works. Look in your mail, and among unwanted mail as well. You can get another one ${next}.`,
  soon: 'in a little while'
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
