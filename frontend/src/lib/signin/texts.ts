import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Log ind igen',
  text: 'Du har været logget ind længe, så du er logget ud igen. Det, du har skrevet, er her stadig, og bliver sendt, når du er inde.',
  email: 'Din e-mail',
  password: 'Adgangskode',
  submit: 'Log ind, og send',
  missing: { email: 'Skriv din e-mailadresse.', password: 'Skriv din adgangskode.' },
  wrong: 'E-mail og adgangskode passer ikke sammen. Prøv igen.',
  other: 'Få et link på mail, eller vælg en ny adgangskode',
  otherHelp: 'Det åbner i en ny fane. Når du er logget ind dér, går det videre her.'
};

const en: Widened<typeof da> = {
  title: 'Sign in again',
  text: 'You had been signed in for a long time, so you are signed out. What you have written is still here, and is sent once you are in.',
  email: 'Your email',
  password: 'Password',
  submit: 'Sign in and send',
  missing: { email: 'Write your email address.', password: 'Write your password.' },
  wrong: 'Email and password do not match. Try again.',
  other: 'Get a link by email, or choose a new password',
  otherHelp: 'It opens in a new tab. Once you are signed in there, this goes on.'
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
