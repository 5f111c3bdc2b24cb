import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// Fetched only by who opens one of the two sheets.
const da = {
  cancel: 'Annuller',
  report: {
    title: (what: string) => `Anmeld »${what}«`,
    text: 'Er noget forkert, stødende eller ulovligt? Kommunen ser på det. Foreningen får ikke at vide, hvem der skrev.',
    reason: 'Hvad er der galt?',
    missing: 'Skriv kort, hvad der er galt.',
    send: 'Send til kommunen',
    sent: 'Tak. Kommunen ser på det.'
  },
  claim: {
    title: 'Er det din forening?',
    text: (name: string) =>
      `Styrer du ${name}, så skriv det til kommunen. Når de har set på det, kan du rette siden.`,
    reason: 'Hvordan kan vi se det?',
    help: 'Fx »Jeg er formand, se foreningens hjemmeside«.',
    missing: 'Skriv, hvad du er i foreningen.',
    send: 'Send til kommunen',
    sent: 'Tak. Du får svar på mail.',
    signIn: 'Log ind, så ved vi, hvem der spørger.',
    toSignIn: 'Log ind',
    already: 'Du er allerede med i foreningen.',
    toDesk: 'Til foreningens skrivebord'
  }
};

const en: Widened<typeof da> = {
  cancel: 'Cancel',
  report: {
    title: (what) => `Report “${what}”`,
    text: 'Is something wrong, offensive or unlawful? The municipality looks at it. The association is not told who wrote.',
    reason: 'What is wrong?',
    missing: 'Write shortly what is wrong.',
    send: 'Send to the municipality',
    sent: 'Thank you. The municipality looks at it.'
  },
  claim: {
    title: 'Is it your association?',
    text: (name) =>
      `If you run ${name}, tell the municipality. Once they have looked at it, you can change the page.`,
    reason: 'How can we see that?',
    help: 'E.g. “I am the chair, see the association’s website”.',
    missing: 'Write what you are in the association.',
    send: 'Send to the municipality',
    sent: 'Thank you. You get an answer by email.',
    signIn: 'Sign in, so that we know who asks.',
    toSignIn: 'Sign in',
    already: 'You are part of the association already.',
    toDesk: 'To the association’s desk'
  }
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
