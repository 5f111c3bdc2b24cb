import type { SignupStep } from '#api/volunteering.ts';
import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Mine tilmeldinger',
  back: 'Mig',
  all: 'Mine tilmeldinger',
  kept: (ago: string) => `Du er ikke på nettet. Det her blev hentet ${ago}.`,
  keptNever: 'Du er ikke på nettet. Dine tilmeldinger er ikke gemt på telefonen endnu.',
  queued: 'Ikke sendt endnu',
  offers: 'En plads til dig',
  coming: 'Du skal være med',
  waiting: 'Venter',
  past: 'Tidligere',
  showPast: 'Vis tidligere',
  noPast: 'Der er ingen tidligere tilmeldinger.',
  emptyTitle: 'Ingen tilmeldinger endnu',
  empty: 'Når du melder dig til noget, finder du det her: hvornår, hvor og hvem.',
  find: 'Find en opgave',
  noDate: 'Løbende',
  needAgain: 'Se opgaven',
  cancelled: 'Foreningen har aflyst vagten. Du skal ikke gøre noget.',

  gone: 'Tilmeldingen findes ikke',
  goneText: 'Måske hører den til en anden konto, eller den er slettet.',
  when: 'Hvornår',
  where: 'Hvor',
  remote: 'Hjemmefra',
  route: 'Vis vej',
  contact: 'Kontakt',
  message: 'Du skrev',
  write: 'Skriv til foreningen',
  history: 'Forløb',
  unread: (count: string, one: boolean) => (one ? '1 ny besked' : `${count} nye beskeder`),
  childCheck: 'Børneattest',
  childChecks: {
    none: 'Foreningen skal indhente den, før du begynder. Den skriver til dig om det.',
    asked: 'Foreningen har bedt om den. Svar i din digitale post.',
    in_order: 'I orden'
  },

  steps: {
    'sign-up': 'Du meldte dig',
    'put-in-line': 'Foreningen satte dig på ventelisten',
    accept: 'Foreningen sagde ja',
    decline: 'Foreningen kunne ikke tage imod denne gang',
    reopen: 'Foreningen fortrød sit nej',
    offer: 'En plads blev ledig, og du fik den tilbudt',
    take: 'Du tog pladsen',
    'expire-offer': 'Pladsen gik videre, fordi tiden løb ud',
    withdraw: 'Du meldte fra',
    attended: 'Foreningen noterede, at du mødte op',
    absent: 'Foreningen noterede, at du ikke mødte op'
  },
  becameThen: { accepted: 'og fik en plads', waitlisted: 'og kom på ventelisten' }
};

const en: Widened<typeof da> = {
  title: 'My sign-ups',
  back: 'Me',
  all: 'My sign-ups',
  kept: (ago) => `You are offline. This was fetched ${ago}.`,
  keptNever: 'You are offline. Your sign-ups have not been kept on this phone yet.',
  queued: 'Not sent yet',
  offers: 'A place for you',
  coming: 'You are going',
  waiting: 'Waiting',
  past: 'Earlier',
  showPast: 'Show earlier ones',
  noPast: 'There are no earlier sign-ups.',
  emptyTitle: 'No sign-ups yet',
  empty: 'When you sign up for something, you find it here: when, where and who.',
  find: 'Find a task',
  noDate: 'Ongoing',
  needAgain: 'See the task',
  cancelled: 'The association has cancelled the shift. You need do nothing.',

  gone: 'There is no such sign-up',
  goneText: 'It may belong to another account, or it has been deleted.',
  when: 'When',
  where: 'Where',
  remote: 'From home',
  route: 'Show the way',
  contact: 'Contact',
  message: 'You wrote',
  write: 'Write to the association',
  history: 'What has happened',
  unread: (count, one) => (one ? '1 new message' : `${count} new messages`),
  childCheck: 'Child protection certificate',
  childChecks: {
    none: 'The association has to obtain it before you start. It will write to you about it.',
    asked: 'The association has asked for it. Answer in your digital post.',
    in_order: 'In order'
  },

  steps: {
    'sign-up': 'You signed up',
    'put-in-line': 'The association put you on the waiting list',
    accept: 'The association said yes',
    decline: 'The association could not take you this time',
    reopen: 'The association took its no back',
    offer: 'A place fell free and was offered to you',
    take: 'You took the place',
    'expire-offer': 'The place went on because the time was up',
    withdraw: 'You withdrew',
    attended: 'The association noted that you were there',
    absent: 'The association noted that you did not come'
  },
  becameThen: { accepted: 'and got a place', waitlisted: 'and joined the waiting list' }
};

// Every step has its words.
interface Worded {
  steps: Record<SignupStep['what'], string>;
}
export const texts: Record<Language, Widened<typeof da> & Worded> = { da, en };
