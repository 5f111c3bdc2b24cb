import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  act: 'Meld dig',
  more: 'Tag en vagt mere',
  closed: 'Opgaven tager ikke imod tilmeldinger lige nu.',
  shiftAct: (when: string) => `Meld dig til ${when}`,
  wait: 'Venteliste',
  shiftWait: (when: string) => `Venteliste til ${when}`,
  full: 'Fuldt',

  title: 'Meld dig',
  choose: 'Hvad vil du hjælpe med?',
  chooseShift: 'Vælg en vagt',
  whole: 'Hele opgaven',
  wholeHint: 'Du aftaler med foreningen, hvornår du kommer.',
  placesLeft: (count: string, one: boolean) =>
    one ? '1 plads tilbage' : `${count} pladser tilbage`,
  waits: 'Fuldt. Du kommer på ventelisten.',
  mayWait: 'Fuldt. Foreningen kan sætte dig på ventelisten.',
  message: 'Besked til foreningen',
  messageHelp: 'Fx hvad du kan, eller hvornår du kan ringes op.',
  birthYear: 'Dit fødselsår',
  birthYearHelp: (age: number) => `Du skal være fyldt ${age} år. Vi gemmer ikke årstallet.`,
  submit: 'Tilmeld mig',
  submitWaiting: 'Skriv mig på ventelisten',
  submitReviewed: 'Send tilmelding',
  next: {
    instant: 'Du får pladsen med det samme og kan altid melde afbud.',
    waiting: 'Alle pladser er taget. Bliver en ledig, og er det din tur, får du en mail.',
    reviewed: 'Foreningen svarer dig på mail.',
    reviewedFull: 'Alle pladser er taget. Foreningen svarer, og du kan komme på ventelisten.',
    reviewedDays: (days: number) =>
      days === 1
        ? 'Foreningen svarer normalt inden for 1 dag.'
        : `Foreningen svarer normalt inden for ${days} dage.`,
    offline: 'Du er ikke på nettet. Tilmeldingen gemmes på telefonen og sendes, når du er det igen.'
  },
  overlap: {
    yes: 'Ja, tilmeld mig alligevel',
    no: 'Nej, lad være'
  },
  missing: {
    shift: 'Vælg, hvad du vil melde dig til.',
    birthYear: 'Skriv dit fødselsår med fire tal.',
    name: 'Skriv dit navn.',
    email: 'Skriv hele din e-mailadresse, fx navn@eksempel.dk.'
  },

  guest: {
    account: 'Har du en konto, går det hurtigere.',
    signIn: 'Log ind',
    name: 'Dit navn',
    email: 'Din e-mail',
    emailHelp: 'Foreningen får den først, når du har fået en plads.',
    submit: 'Send mig en mail',
    next: 'Vi sender en mail. Åbn linket i den, og bekræft på siden: Først da er du tilmeldt.',
    privacy: 'Hvad vi gemmer, og hvor længe',
    sentTitle: 'Se i din mail',
    sent: (email: string) =>
      `Vi har sendt en mail til ${email}. Åbn linket i den, og bekræft på siden, så er du tilmeldt. Linket virker i to døgn.`,
    wait: 'Det kan tage et par minutter. Se også i uønsket post.',
    other: 'Skriv en anden adresse'
  },

  notYet: {
    guardianTitle: 'Din forælder eller værge skal sige ja først',
    guardian: 'Vi har skrevet til dem. Når de har sagt ja, kan du melde dig.'
  },

  // After the link in a mail.
  link: {
    refused: {
      'guest-signup': 'Der blev ikke tilmeldt nogen.',
      offer: 'Tak for svaret. Pladsen går videre til den næste.'
    },
    register: 'Opret konto',
    registerText:
      'Med en konto finder du dine tilmeldinger samlet og melder dig med to tryk. Brug samme e-mail, så følger denne med.',
    mine: 'Mine tilmeldinger',
    toFront: 'Til forsiden'
  }
};

const en: Widened<typeof da> = {
  act: 'Sign up',
  more: 'Take another shift',
  closed: 'This task takes no sign-ups just now.',
  shiftAct: (when) => `Sign up for ${when}`,
  wait: 'Waiting list',
  shiftWait: (when) => `Waiting list for ${when}`,
  full: 'Full',

  title: 'Sign up',
  choose: 'What would you like to help with?',
  chooseShift: 'Choose a shift',
  whole: 'The whole task',
  wholeHint: 'You agree with the association when you come.',
  placesLeft: (count, one) => (one ? '1 place left' : `${count} places left`),
  waits: 'Full. You will be on the waiting list.',
  mayWait: 'Full. The association can put you on the waiting list.',
  message: 'Message to the association',
  messageHelp: 'Such as what you can do, or when to call you.',
  birthYear: 'Your year of birth',
  birthYearHelp: (age) => `You must be at least ${age}. We do not keep the year.`,
  submit: 'Sign me up',
  submitWaiting: 'Put me on the waiting list',
  submitReviewed: 'Send sign-up',
  next: {
    instant: 'You get the place at once and can always withdraw.',
    waiting: 'All places are taken. If one falls free and it is your turn, you will get an email.',
    reviewed: 'The association will answer you by email.',
    reviewedFull: 'All places are taken. The association answers, and you may wait for one.',
    reviewedDays: (days) =>
      days === 1
        ? 'The association usually answers within 1 day.'
        : `The association usually answers within ${days} days.`,
    offline: 'You are offline. The sign-up is kept on your phone and sent once you are back.'
  },
  overlap: {
    yes: 'Yes, sign me up all the same',
    no: 'No, leave it'
  },
  missing: {
    shift: 'Choose what to sign up for.',
    birthYear: 'Write your year of birth with four digits.',
    name: 'Write your name.',
    email: 'Write your whole email address, such as name@example.com.'
  },

  guest: {
    account: 'It is quicker if you have an account.',
    signIn: 'Sign in',
    name: 'Your name',
    email: 'Your email',
    emailHelp: 'The association gets it only once you have a place.',
    submit: 'Send me an email',
    next: 'We send an email. Open its link and confirm on the page: only then are you signed up.',
    privacy: 'What we keep, and for how long',
    sentTitle: 'Look in your email',
    sent: (email) =>
      `We have sent an email to ${email}. Open its link and confirm on the page, and you are signed up. The link works for two days.`,
    wait: 'It can take a few minutes. Look among unwanted mail as well.',
    other: 'Write another address'
  },

  notYet: {
    guardianTitle: 'Your parent or guardian has to say yes first',
    guardian: 'We have written to them. Once they have said yes, you can sign up.'
  },

  // After the link in a mail.
  link: {
    refused: {
      'guest-signup': 'Nobody was signed up.',
      offer: 'Thank you for answering. The place goes to the next person.'
    },
    register: 'Create an account',
    registerText:
      'With an account you find your sign-ups in one place and sign up with two taps. Use the same email, and this one is there.',
    mine: 'My sign-ups',
    toFront: 'To the front page'
  }
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
