import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Beskeder',
  empty: {
    volunteer: 'Har du et spørgsmål til foreningen, så skriv det her.',
    association: 'Skriv, hvis der er noget, I skal aftale.'
  },
  you: 'Dig',
  at: (clock: string) => `kl. ${clock}`,
  occasions: {
    'sign-up': 'skrev ved tilmeldingen',
    accept: 'sagde ja',
    wait: 'skrev om ventelisten',
    decline: 'sagde nej tak',
    remind: 'mindede om vagten'
  },
  hidden: 'Kommunen har skjult beskeden.',
  earlier: 'Vis tidligere beskeder',
  earlierFailed: 'De tidligere beskeder kunne ikke hentes.',
  news: (name: string, text: string) => `Ny besked fra ${name}: ${text}`,
  write: 'Skriv en besked',
  missing: 'Skriv noget først.',
  help: {
    volunteer: 'Foreningen får en mail om, at du har skrevet. Selve beskeden står kun her.',
    association: 'Den frivillige får en mail om, at I har skrevet. Selve beskeden står kun her.'
  },
  send: 'Send',
  sent: 'Din besked er sendt.',
  closed: 'Samtalen er lukket.',
  report: 'Anmeld',
  reportOf: (name: string) => `Anmeld beskeden fra ${name}`,
  reportTitle: 'Anmeld beskeden',
  reportText:
    'Kommunen ser den ene besked, ikke resten af samtalen. Den anden får ikke at vide, hvem der skrev.',
  reportReason: 'Hvad er der galt?',
  reportMissing: 'Skriv kort, hvad der er galt.',
  reportSend: 'Send til kommunen',
  reported: 'Tak. Kommunen ser på det.',
  cancel: 'Annuller'
};

const en: Widened<typeof da> = {
  title: 'Messages',
  empty: {
    volunteer: 'If you have a question for the association, write it here.',
    association: 'Write if there is anything to agree on.'
  },
  you: 'You',
  at: (clock) => `at ${clock}`,
  occasions: {
    'sign-up': 'wrote when signing up',
    accept: 'said yes',
    wait: 'wrote about the waiting list',
    decline: 'said no thank you',
    remind: 'reminded of the shift'
  },
  hidden: 'The municipality has hidden this message.',
  earlier: 'Show earlier messages',
  earlierFailed: 'The earlier messages could not be fetched.',
  news: (name, text) => `New message from ${name}: ${text}`,
  write: 'Write a message',
  missing: 'Write something first.',
  help: {
    volunteer:
      'The association gets an email that you have written. The message itself stands only here.',
    association:
      'The volunteer gets an email that you have written. The message itself stands only here.'
  },
  send: 'Send',
  sent: 'Your message is sent.',
  closed: 'The conversation is closed.',
  report: 'Report',
  reportOf: (name) => `Report the message from ${name}`,
  reportTitle: 'Report the message',
  reportText:
    'The municipality sees this one message, not the rest of the conversation. The other side is not told who wrote.',
  reportReason: 'What is wrong?',
  reportMissing: 'Write shortly what is wrong.',
  reportSend: 'Send to the municipality',
  reported: 'Thank you. The municipality looks at it.',
  cancel: 'Cancel'
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
