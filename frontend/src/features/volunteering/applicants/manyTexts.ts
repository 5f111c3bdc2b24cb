import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  table: 'Tilmeldinger',
  columns: {
    name: 'Navn',
    task: 'Opgave og dato',
    status: 'Status',
    said: 'Skriver',
    asked: 'Tilmeldt'
  },
  before: 'Hjulpet før',
  times: (count: number, said: string) => (count === 1 ? '1 gang' : `${said} gange`),
  first: 'Første gang',
  search: 'Søg i tilmeldinger',
  placeholder: 'Navn, besked eller opgave',
  sorts: {
    own: 'I tur',
    name: 'Navn',
    need: 'Opgave',
    day: 'Dato',
    newest: 'Nyeste først'
  },
  noMatch: (q: string) => `Ingen passer på »${q}«`,
  noMatchText: 'Prøv et andet ord, eller ryd søgningen.',
  rest: (count: string) => `Sig nej tak til alle ${count}`,
  acts: {
    accept: 'Sig ja',
    wait: 'Venteliste',
    decline: 'Nej tak',
    back: 'Tag pladsen tilbage'
  },
  remind: 'Mind dem om vagten',
  titles: {
    accept: (count: string) => `Sig ja til ${count}`,
    wait: (count: string) => `Sæt ${count} på ventelisten`,
    decline: (count: string) => `Sig nej tak til ${count}`
  },
  who: (first: string, others: string) => `${first} og ${others} andre`,
  message: 'Din besked til hver af dem',
  waiting: 'Din besked til dem, der kommer på ventelisten',
  messageHelp: 'Hver får den på mail og i jeres samtale, og ser ikke de andre.',
  suggestions: 'Forslag til tekst',
  fullNote:
    'Er der færre pladser, får de først tilmeldte en plads, og resten kommer på ventelisten.',
  send: {
    accept: (count: string) => `Send ja til ${count}`,
    wait: (count: string) => `Sæt ${count} på ventelisten`,
    decline: (count: string) => `Send nej tak til ${count}`
  },
  sending: (done: string, all: string) => `${done} af ${all} er klaret …`,
  cancel: 'Annuller',
  close: 'Luk',
  done: {
    accept: (count: string) => `${count} har fået svar.`,
    wait: (count: string) => `${count} står på ventelisten.`,
    decline: (count: string) => `${count} har fået et venligt nej.`
  },
  leftTitle: (count: number) =>
    count === 1 ? '1 kunne ikke få svar' : `${count} kunne ikke få svar`,
  leftText: 'Resten har fået svar. Disse er, som de var:',
  words: {
    accept: [
      {
        name: 'Velkommen',
        text: 'Hej. Tusind tak, vi vil meget gerne have din hjælp! Vi glæder os til at se dig. Skriv endelig her, hvis du har spørgsmål.'
      },
      { name: 'Kort', text: 'Hej. Ja tak! Vi ses.' }
    ],
    wait: [
      {
        name: 'Skriver, når der er plads',
        text: 'Hej. Tak, fordi du vil hjælpe. Alle pladser er taget lige nu, så vi har sat dig på ventelisten. Bliver en plads ledig, og er det din tur, får du besked.'
      },
      { name: 'Kort', text: 'Hej. Der er fuldt lige nu, så du står på ventelisten.' }
    ],
    decline: [
      {
        name: 'Der er nok',
        text: 'Hej. Tak, fordi du ville hjælpe. Vi er desværre nok denne gang, men vi håber, at du kigger forbi igen.'
      },
      {
        name: 'Aflyst',
        text: 'Hej. Tak, fordi du ville hjælpe. Det bliver desværre ikke til noget denne gang, så vi må sige nej tak.'
      }
    ]
  }
};

const en: Widened<typeof da> = {
  table: 'Sign-ups',
  columns: {
    name: 'Name',
    task: 'Task and date',
    status: 'Status',
    said: 'Writes',
    asked: 'Signed up'
  },
  before: 'Helped before',
  times: (count, said) => (count === 1 ? 'once' : `${said} times`),
  first: 'First time',
  search: 'Search sign-ups',
  placeholder: 'Name, message or task',
  sorts: { own: 'In turn', name: 'Name', need: 'Task', day: 'Date', newest: 'Newest first' },
  noMatch: (q) => `Nobody fits “${q}”`,
  noMatchText: 'Try another word, or clear the search.',
  rest: (count) => `Say no thank you to all ${count}`,
  acts: {
    accept: 'Say yes',
    wait: 'Waiting list',
    decline: 'No thank you',
    back: 'Take the place back'
  },
  remind: 'Remind them of the shift',
  titles: {
    accept: (count) => `Say yes to ${count}`,
    wait: (count) => `Put ${count} on the waiting list`,
    decline: (count) => `Say no thank you to ${count}`
  },
  who: (first, others) => `${first} and ${others} others`,
  message: 'Your message to each of them',
  waiting: 'Your message to those who go on the waiting list',
  messageHelp: 'Each gets it by email and in your conversation, and does not see the others.',
  suggestions: 'Suggested words',
  fullNote:
    'If there are fewer places, those who signed up first get one, and the rest go on the waiting list.',
  send: {
    accept: (count) => `Send yes to ${count}`,
    wait: (count) => `Put ${count} on the waiting list`,
    decline: (count) => `Send no thank you to ${count}`
  },
  sending: (done, all) => `${done} of ${all} done …`,
  cancel: 'Cancel',
  close: 'Close',
  done: {
    accept: (count) => `${count} have an answer.`,
    wait: (count) => `${count} are on the waiting list.`,
    decline: (count) => `${count} have a friendly no.`
  },
  leftTitle: (count) =>
    count === 1 ? '1 could not be answered' : `${count} could not be answered`,
  leftText: 'The others have an answer. These are as they were:',
  words: {
    accept: [
      {
        name: 'Welcome',
        text: 'Hello. Thank you very much, we would love to have your help! We look forward to seeing you. Do write here if you have any questions.'
      },
      { name: 'Short', text: 'Hello. Yes please! See you there.' }
    ],
    wait: [
      {
        name: 'We write when there is room',
        text: 'Hello. Thank you for offering to help. All places are taken just now, so we have put you on the waiting list. If one falls free and it is your turn, you will hear from us.'
      },
      { name: 'Short', text: 'Hello. We are full just now, so you are on the waiting list.' }
    ],
    decline: [
      {
        name: 'We are enough',
        text: 'Hello. Thank you for offering to help. We are enough this time, but we hope that you will look by again.'
      },
      {
        name: 'Called off',
        text: 'Hello. Thank you for offering to help. It will not happen this time, so we have to say no thank you.'
      }
    ]
  }
};

export const manyTexts: Record<Language, Widened<typeof da>> = { da, en };
