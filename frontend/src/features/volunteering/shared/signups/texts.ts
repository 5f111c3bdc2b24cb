import type { SignupStatus } from '#api/volunteering.ts';
import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  /** How a sign-up stands, in a word or two. */
  standing: {
    applied: 'Venter på svar',
    accepted: 'Du er med',
    waitlisted: 'På ventelisten',
    declined: 'Ikke denne gang',
    attended: 'Du mødte op',
    absent: 'Du mødte ikke op',
    withdrawn: 'Du har meldt fra',
    offered: 'En plads til dig',
    cancelled: 'Aflyst',
    past: 'Du havde en plads'
  },
  inLine: (position: string) => `Nr. ${position} på ventelisten`,
  /** What a new sign-up became. */
  became: {
    applied: 'Din tilmelding er sendt',
    accepted: 'Du er med',
    waitlisted: 'Du står på ventelisten'
  },
  becameInLine: (position: string) => `Du er nr. ${position} på ventelisten`,
  then: {
    applied: (association: string) => `${association} svarer dig på mail.`,
    appliedDays: (association: string, days: number) =>
      days === 1
        ? `${association} svarer normalt inden for 1 dag. Du får en mail.`
        : `${association} svarer normalt inden for ${days} dage. Du får en mail.`,
    accepted: 'Pladsen er din. Vi har sendt dig en mail om den.',
    waitlisted: 'Bliver en plads ledig, og er det din tur, får du en mail.'
  },
  offer: {
    until: (moment: string) => `Sig ja senest ${moment}. Derefter går pladsen videre.`,
    left: (time: string) => `Udløber ${time}`,
    take: 'Tag pladsen',
    refuse: 'Nej tak',
    taken: 'Pladsen er din.',
    refused: 'Pladsen går videre til den næste.'
  },
  overlap: {
    title: 'Du har noget andet på samme tid',
    text: 'Du kan godt tilmelde dig alligevel, hvis du kan nå begge dele.'
  },
  withdraw: {
    /** With a place, and without one. */
    act: (place: boolean) => (place ? 'Meld afbud' : 'Træk tilmeldingen tilbage'),
    title: (place: boolean) =>
      place ? 'Vil du melde afbud?' : 'Vil du trække din tilmelding tilbage?',
    place: 'Din plads går videre til en anden. Foreningen får besked.',
    line: 'Du mister din plads i køen.',
    applied: 'Foreningen får besked om, at du alligevel ikke kan.',
    confirm: (place: boolean) => (place ? 'Ja, meld afbud' : 'Ja, træk den tilbage'),
    cancel: 'Annuller',
    done: (place: boolean) => (place ? 'Du har meldt afbud.' : 'Din tilmelding er trukket tilbage.')
  },
  calendar: 'Læg i kalender',
  see: 'Se tilmelding',
  close: 'Luk',
  queued: {
    title: 'Gemt på telefonen',
    text: 'Din tilmelding bliver sendt, så snart du er på nettet. Du holder ingen plads før da.',
    short: 'Sendes, når du er på nettet',
    drop: 'Send den ikke',
    dropped: 'Tilmeldingen bliver ikke sendt.',
    refused: 'Tilmeldingen kunne ikke sendes',
    remove: 'Fjern',
    sent: (title: string, became: string) => `Sendt: ${title}. ${became}.`
  }
};

const en: Widened<typeof da> = {
  standing: {
    applied: 'Waiting for an answer',
    accepted: 'You are in',
    waitlisted: 'On the waiting list',
    declined: 'Not this time',
    attended: 'You were there',
    absent: 'You did not come',
    withdrawn: 'You withdrew',
    offered: 'A place for you',
    cancelled: 'Cancelled',
    past: 'You had a place'
  },
  inLine: (position) => `Number ${position} on the waiting list`,
  became: {
    applied: 'Your sign-up has been sent',
    accepted: 'You are in',
    waitlisted: 'You are on the waiting list'
  },
  becameInLine: (position) => `You are number ${position} on the waiting list`,
  then: {
    applied: (association) => `${association} will answer you by email.`,
    appliedDays: (association, days) =>
      days === 1
        ? `${association} usually answers within 1 day. You will get an email.`
        : `${association} usually answers within ${days} days. You will get an email.`,
    accepted: 'The place is yours. We have sent you an email about it.',
    waitlisted: 'If a place falls free and it is your turn, you will get an email.'
  },
  offer: {
    until: (moment) => `Say yes by ${moment}. After that the place goes on.`,
    left: (time) => `Ends ${time}`,
    take: 'Take the place',
    refuse: 'No, thank you',
    taken: 'The place is yours.',
    refused: 'The place goes to the next person.'
  },
  overlap: {
    title: 'You have something else at the same time',
    text: 'You can still sign up if you can manage both.'
  },
  withdraw: {
    act: (place) => (place ? 'I cannot come' : 'Withdraw the sign-up'),
    title: (place) => (place ? 'Can you not come?' : 'Do you want to withdraw your sign-up?'),
    place: 'Your place goes to somebody else. The association is told.',
    line: 'You lose your place in the line.',
    applied: 'The association is told that you cannot come after all.',
    confirm: (place) => (place ? 'I cannot come' : 'Yes, withdraw it'),
    cancel: 'Cancel',
    done: (place) => (place ? 'You have said that you cannot come.' : 'Your sign-up is withdrawn.')
  },
  calendar: 'Add to calendar',
  see: 'See sign-up',
  close: 'Close',
  queued: {
    title: 'Kept on your phone',
    text: 'Your sign-up will be sent as soon as you are online. Until then you hold no place.',
    short: 'Will be sent when you are online',
    drop: 'Do not send it',
    dropped: 'The sign-up will not be sent.',
    refused: 'The sign-up could not be sent',
    remove: 'Remove',
    sent: (title, became) => `Sent: ${title}. ${became}.`
  }
};

export type SignupTexts = Widened<typeof da>;
// Every state has its word.
interface Worded {
  standing: Record<SignupStatus, string>;
}
export const texts: Record<Language, SignupTexts & Worded> = { da, en };
