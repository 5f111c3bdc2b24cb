import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  heading: 'Tilmeldinger',
  pageTitle: (name: string) => `${name} · Tilmeldinger`,
  show: 'Vis',
  groups: {
    unanswered: 'Mangler svar',
    coming: 'Kommer',
    waiting: 'Venteliste',
    past: 'Tidligere'
  },
  need: 'Opgave',
  allNeeds: 'Alle opgaver',
  emptyTitle: {
    unanswered: 'Alle har fået svar',
    coming: 'Ingen kommer endnu',
    waiting: 'Ingen på venteliste',
    past: 'Ikke noget her endnu'
  },
  emptyText: {
    unanswered: 'Når nogen tilmelder sig noget, I selv svarer på, står de her.',
    coming: 'Her står de, der har fået en plads.',
    waiting: 'Her står de, der venter på en ledig plads.',
    past: 'Her står de, der har været med, og de, det ikke blev til noget med.'
  },
  pick: 'Vælg en tilmelding',
  pickText: 'Så ser du, hvad der er skrevet, og kan svare.',
  backToList: 'Alle tilmeldinger',
  somebody: 'En frivillig, der har slettet sin konto',
  unread: (count: number) => (count === 1 ? '1 ny besked' : `${count} nye beskeder`),
  checkMissing: 'Børneattest mangler',
  inLine: (position: string) => `Nr. ${position} i køen`,
  offeredUntil: (moment: string) => `Har fået tilbudt en plads, svarfrist ${moment}`,
  asked: (day: string) => `Tilmeldt ${day}`,
  seeCrew: 'Se holdet',
  wholeNeed: 'Hele opgaven',

  status: {
    applied: 'Mangler svar',
    accepted: 'Har en plads',
    waitlisted: 'På venteliste',
    declined: 'Fik nej',
    attended: 'Mødte op',
    absent: 'Mødte ikke op',
    withdrawn: 'Har meldt fra'
  },
  facts: { what: 'Opgave', when: 'Vagt', mail: 'Mail', asked: 'Tilmeldt', how: 'Plads' },
  mailLater: 'Vises, når I har sagt ja',

  acts: { accept: 'Sig ja', wait: 'Sæt på venteliste', decline: 'Nej tak' },
  declineAfter: 'Tag pladsen tilbage',
  titles: {
    accept: (name: string) => `Sig ja til ${name}`,
    wait: (name: string) => `Sæt på venteliste: ${name}`,
    decline: (name: string) => `Sig nej tak til ${name}`
  },
  declineAfterFor: (name: string) => `Tag pladsen tilbage fra ${name}`,
  message: 'Din besked',
  messageHelp: 'Sendes på mail og står i jeres samtale.',
  suggestions: 'Forslag til tekst',
  reopen: 'Fortryd jeres nej',
  reopenText: 'Var det en fejl? Så gælder tilmeldingen igen, og den frivillige får en mail om det.',
  reopened: (name: string) => `Jeres nej til ${name} er fortrudt.`,
  send: { accept: 'Send ja', wait: 'Sæt på venteliste', decline: 'Send nej tak' },
  cancel: 'Annuller',
  fullNote: (name: string) =>
    `Alle pladser er taget. ${name} kommer på ventelisten og får besked, hvis en plads bliver ledig.`,
  /** What the dialog has become, since the places were others. */
  becameOther: {
    wait: (name: string) =>
      `Den sidste plads blev taget imens, så der er ikke sendt noget til ${name}. Se beskeden igennem, og sæt ${name} på ventelisten.`,
    accept: (name: string) =>
      `En plads blev ledig imens, så der er ikke sendt noget til ${name}. Se beskeden igennem, og sig ja.`,
    decline: (name: string) => `Der er ikke sendt noget til ${name}.`
  },
  checkNote:
    'Opgaven er med børn under 15 år. I kan sige ja nu, men loven kræver, at børneattesten er i orden, før den frivillige begynder.',
  answered: {
    accepted: (name: string) => `${name} har fået jeres ja.`,
    waitlisted: (name: string) => `${name} står på ventelisten.`,
    declined: (name: string) => `${name} har fået et venligt nej.`
  },
  /** Each begins as a person would say it; the first one is filled in. */
  words: {
    accept: [
      {
        name: 'Velkommen',
        text: (name: string) =>
          `Hej ${name}. Tusind tak, vi vil meget gerne have din hjælp! Vi glæder os til at se dig. Skriv endelig her, hvis du har spørgsmål.`
      },
      {
        name: 'Lær os at kende',
        text: (name: string) =>
          `Hej ${name}. Hvor er det dejligt, at du vil hjælpe. Kom gerne ti minutter før, så viser vi dig rundt og hilser på.`
      },
      { name: 'Kort', text: (name: string) => `Hej ${name}. Ja tak! Vi ses.` }
    ],
    wait: [
      {
        name: 'Skriver, når der er plads',
        text: (name: string) =>
          `Hej ${name}. Tak, fordi du vil hjælpe. Alle pladser er taget lige nu, så vi har sat dig på ventelisten. Bliver en plads ledig, og er det din tur, får du besked.`
      },
      {
        name: 'Se også de andre',
        text: (name: string) =>
          `Hej ${name}. Tak, fordi du vil hjælpe. Her er fuldt lige nu, så du står på ventelisten. Se gerne, om en af vores andre opgaver passer dig imens.`
      },
      {
        name: 'Kort',
        text: (name: string) => `Hej ${name}. Der er fuldt lige nu, så du står på ventelisten.`
      }
    ],
    decline: [
      {
        name: 'Der er nok',
        text: (name: string) =>
          `Hej ${name}. Tak, fordi du ville hjælpe. Vi er desværre nok denne gang, men vi håber, at du kigger forbi igen.`
      },
      {
        name: 'Passer ikke',
        text: (name: string) =>
          `Hej ${name}. Mange tak for dit tilbud. Denne opgave passer desværre ikke helt, men vi har flere andre. Skriv gerne her, så finder vi en sammen.`
      },
      {
        name: 'Aflyst',
        text: (name: string) =>
          `Hej ${name}. Tak, fordi du ville hjælpe. Det bliver desværre ikke til noget denne gang, så vi må sige nej tak.`
      }
    ]
  },

  attendance: 'Mødte de op?',
  came: 'Mødte op',
  cameNot: 'Mødte ikke op',
  cameOf: (name: string) => `Mødte ${name} op?`,
  noted: {
    attended: (name: string) => `${name} mødte op.`,
    absent: (name: string) => `${name} mødte ikke op.`
  },
  notBegun: 'Når vagten er begyndt, kan I med ét tryk notere, hvem der mødte op.',
  withoutCheckTitle: 'Børneattesten er ikke i orden',
  withoutCheckText: (name: string) =>
    `Loven kræver attesten, før man begynder. Var ${name} der alligevel, kan I notere det. Det bliver husket, at attesten manglede.`,
  withoutCheck: 'Notér, at de mødte op',

  check: {
    title: 'Børneattest',
    text: 'Loven kræver, at attesten er i orden, før den frivillige begynder. Her noteres kun, hvor langt I er, aldrig selve attesten.',
    label: 'Hvor langt er I?',
    states: { none: 'Ikke bedt om', asked: 'Bedt om', in_order: 'I orden' },
    since: (day: string) => `Noteret ${day}`,
    sinceBy: (day: string, name: string) => `Noteret ${day} af ${name}`,
    all: 'Det gælder for alle jeres opgaver med børn.',
    saved: 'Noteret.'
  },

  crew: {
    title: 'Holdet på vagten',
    count: (count: number) => (count === 1 ? '1 har en plads' : `${count} har en plads`),
    emptyTitle: 'Ingen har en plads endnu',
    emptyText: 'Når nogen får en plads, står de her.',
    unanswered: (count: number) => (count === 1 ? '1 mangler svar' : `${count} mangler svar`),
    waiting: (count: number) =>
      count === 1 ? '1 står på venteliste' : `${count} står på venteliste`,
    remind: 'Mind dem om vagten',
    contacts: 'Hent mailadresser',
    contactsName: 'kontakter.csv',
    contactsDone: 'Listen er hentet. Slet den igen, når vagten er slut.'
  },
  remind: {
    title: 'Mind holdet om vagten',
    text: 'Alle med en plads får en mail nu. Det kan gøres én gang om dagen.',
    message: 'Vil I skrive noget med?',
    send: 'Send påmindelse',
    sent: (count: number) => (count === 1 ? '1 har fået en mail.' : `${count} har fået en mail.`)
  }
};

const en: Widened<typeof da> = {
  heading: 'Sign-ups',
  pageTitle: (name) => `${name} · Sign-ups`,
  show: 'Show',
  groups: {
    unanswered: 'To be answered',
    coming: 'Coming',
    waiting: 'Waiting list',
    past: 'Past'
  },
  need: 'Task',
  allNeeds: 'All tasks',
  emptyTitle: {
    unanswered: 'Everybody has an answer',
    coming: 'Nobody is coming yet',
    waiting: 'Nobody is waiting',
    past: 'Nothing here yet'
  },
  emptyText: {
    unanswered: 'When somebody signs up for something that you answer yourselves, they stand here.',
    coming: 'Those who have a place stand here.',
    waiting: 'Those who wait for a free place stand here.',
    past: 'Those who have been there stand here, and those it came to nothing with.'
  },
  pick: 'Choose a sign-up',
  pickText: 'Then you see what has been written, and can answer.',
  backToList: 'All sign-ups',
  somebody: 'A volunteer who has deleted their account',
  unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  checkMissing: 'Certificate missing',
  inLine: (position) => `Number ${position} in line`,
  offeredUntil: (moment) => `Is offered a place until ${moment}`,
  asked: (day) => `Signed up ${day}`,
  seeCrew: 'See the crew',
  wholeNeed: 'The whole task',

  status: {
    applied: 'To be answered',
    accepted: 'Has a place',
    waitlisted: 'On the waiting list',
    declined: 'Was declined',
    attended: 'Came',
    absent: 'Did not come',
    withdrawn: 'Has withdrawn'
  },
  facts: { what: 'Task', when: 'Shift', mail: 'Email', asked: 'Signed up', how: 'Place' },
  mailLater: 'Shown once you have said yes',

  acts: { accept: 'Say yes', wait: 'Put on waiting list', decline: 'No thank you' },
  declineAfter: 'Take the place back',
  titles: {
    accept: (name) => `Say yes to ${name}`,
    wait: (name) => `Put on waiting list: ${name}`,
    decline: (name) => `Say no thank you to ${name}`
  },
  declineAfterFor: (name) => `Take the place back from ${name}`,
  message: 'Your message',
  messageHelp: 'It goes by email and stands in your conversation.',
  suggestions: 'Suggested words',
  reopen: 'Take your no back',
  reopenText: 'Was it a mistake? Then the sign-up stands again, and the volunteer gets an email.',
  reopened: (name) => `Your no to ${name} is taken back.`,
  send: { accept: 'Send yes', wait: 'Put on waiting list', decline: 'Send no thank you' },
  cancel: 'Cancel',
  fullNote: (name) =>
    `All places are taken. ${name} goes on the waiting list and is told if a place falls free.`,
  becameOther: {
    wait: (name) =>
      `The last place was taken meanwhile, so nothing has been sent to ${name}. Look the message through, and put ${name} on the waiting list.`,
    accept: (name) =>
      `A place fell free meanwhile, so nothing has been sent to ${name}. Look the message through, and say yes.`,
    decline: (name) => `Nothing has been sent to ${name}.`
  },
  checkNote:
    'The task is with children under 15. You can say yes now, but the law requires that the child protection certificate is in order before the volunteer begins.',
  answered: {
    accepted: (name) => `${name} has your yes.`,
    waitlisted: (name) => `${name} is on the waiting list.`,
    declined: (name) => `${name} has a friendly no.`
  },
  words: {
    accept: [
      {
        name: 'Welcome',
        text: (name) =>
          `Hello ${name}. Thank you very much, we would love to have your help! We look forward to seeing you. Do write here if you have any questions.`
      },
      {
        name: 'Get to know us',
        text: (name) =>
          `Hello ${name}. How lovely that you want to help. Please come ten minutes early, then we show you around.`
      },
      { name: 'Short', text: (name) => `Hello ${name}. Yes please! See you there.` }
    ],
    wait: [
      {
        name: 'We write when there is room',
        text: (name) =>
          `Hello ${name}. Thank you for offering to help. All places are taken just now, so we have put you on the waiting list. If one falls free and it is your turn, you will hear from us.`
      },
      {
        name: 'Look at the others',
        text: (name) =>
          `Hello ${name}. Thank you for offering to help. We are full just now, so you are on the waiting list. Do see whether another of our tasks suits you meanwhile.`
      },
      {
        name: 'Short',
        text: (name) => `Hello ${name}. We are full just now, so you are on the waiting list.`
      }
    ],
    decline: [
      {
        name: 'We are enough',
        text: (name) =>
          `Hello ${name}. Thank you for offering to help. We are enough this time, but we hope that you will look by again.`
      },
      {
        name: 'Does not fit',
        text: (name) =>
          `Hello ${name}. Many thanks for your offer. This task does not quite fit, but we have others. Do write here, and we will find one together.`
      },
      {
        name: 'Called off',
        text: (name) =>
          `Hello ${name}. Thank you for offering to help. It will not happen this time, so we have to say no thank you.`
      }
    ]
  },

  attendance: 'Did they come?',
  came: 'Came',
  cameNot: 'Did not come',
  cameOf: (name) => `Did ${name} come?`,
  noted: { attended: (name) => `${name} came.`, absent: (name) => `${name} did not come.` },
  notBegun: 'Once the shift has begun, one tap notes who came.',
  withoutCheckTitle: 'The certificate is not in order',
  withoutCheckText: (name) =>
    `The law requires the certificate before one begins. If ${name} was there all the same, you can note it. It is remembered that the certificate was missing.`,
  withoutCheck: 'Note that they came',

  check: {
    title: 'Child protection certificate',
    text: 'The law requires that the certificate is in order before the volunteer begins. Only how far you are is noted here, never the certificate itself.',
    label: 'How far are you?',
    states: { none: 'Not asked for', asked: 'Asked for', in_order: 'In order' },
    since: (day) => `Noted ${day}`,
    sinceBy: (day, name) => `Noted ${day} by ${name}`,
    all: 'It holds for all your tasks with children.',
    saved: 'Noted.'
  },

  crew: {
    title: 'The crew of the shift',
    count: (count) => (count === 1 ? '1 has a place' : `${count} have a place`),
    emptyTitle: 'Nobody has a place yet',
    emptyText: 'As soon as somebody has, they stand here.',
    unanswered: (count) => (count === 1 ? '1 to be answered' : `${count} to be answered`),
    waiting: (count) => (count === 1 ? '1 on the waiting list' : `${count} on the waiting list`),
    remind: 'Remind them of the shift',
    contacts: 'Fetch email addresses',
    contactsName: 'contacts.csv',
    contactsDone: 'The list has been fetched. Delete it again when the shift is over.'
  },
  remind: {
    title: 'Remind the crew of the shift',
    text: 'Everybody with a place gets an email now. It can be done once a day.',
    message: 'Do you want to add a few words?',
    send: 'Send reminder',
    sent: (count) => (count === 1 ? '1 has got an email.' : `${count} have got an email.`)
  }
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
