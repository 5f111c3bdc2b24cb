import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// A catalogue of its own, so that the first visit does not fetch it.
const da = {
  gone: 'Opgaven findes ikke længere',
  goneText: 'Den er måske løst eller taget ned. Der er andre, der har brug for hjælp.',
  all: 'Opgaver',
  when: 'Hvornår',
  where: 'Hvor',
  benefits: 'Du får',
  requirements: 'Kræver',
  helps: 'Til glæde for',
  reply: 'Svartid',
  deadline: 'Frist',
  languages: 'Sprog',
  skills: 'Godt at kunne',
  access: 'Adgang',
  transport: 'Transport',
  tasks: 'Det skal du',
  about: 'Sådan er det',
  showOnMap: 'vis på kort',
  age: (years: number) => `Du skal være fyldt ${years} år`,
  childCheck: 'børneattest, som foreningen indhenter',
  replyDays: (days: number) =>
    days === 1 ? 'Svarer normalt inden for 1 dag' : `Svarer normalt inden for ${days} dage`,
  shiftsOnce: 'Datoer',
  shifts: 'De næste gange',
  placesLeft: (count: number) => (count === 1 ? '1 plads' : `${count} pladser`),
  noPlaces: 'Fuldt',
  freeOn: (days: string, more: number) =>
    more === 0
      ? `Ledige pladser ${days}.`
      : `Ledige pladser ${days} og ${more === 1 ? '1 dato' : `${more} datoer`} mere.`,
  allFull: 'Alle datoer er fulde. På ventelisten får du besked, hvis en plads bliver ledig.',
  moreShifts: (count: number) => `Vis ${count} mere`,
  stepFree: 'Niveaufri adgang',
  notStepFree: 'Ikke niveaufri adgang',
  remote: 'Hjemmefra, hvor du vil',
  approximate: 'Stedet aftales med foreningen',
  write: 'Skriv til foreningen',
  writeNote: 'Du skriver en mail til foreningen og aftaler resten med dem.',
  noContact: 'Foreningen har ikke oplyst en mailadresse.',
  mailSubject: (title: string) => `Jeg vil gerne hjælpe: ${title}`,
  missing: (count: number, day: string) =>
    count === 1 ? `Mangler 1 frivillig ${day}` : `Mangler ${count} frivillige ${day}`,
  full: 'Fuldt lige nu, men der er venteliste',
  association: 'Foreningen bag'
};

const en: Widened<typeof da> = {
  gone: 'This task is no longer here',
  goneText: 'It may have been solved or taken down. Others still need a hand.',
  all: 'Tasks',
  when: 'When',
  where: 'Where',
  benefits: 'You get',
  requirements: 'Required',
  helps: 'Helps',
  reply: 'Reply time',
  deadline: 'Deadline',
  languages: 'Languages',
  skills: 'Good to know',
  access: 'Access',
  transport: 'Transport',
  tasks: 'What you do',
  about: 'What it is like',
  showOnMap: 'show on map',
  age: (years) => `Aged ${years} or over`,
  childCheck: 'child protection certificate, which the association obtains',
  replyDays: (days) =>
    days === 1 ? 'Usually replies within 1 day' : `Usually replies within ${days} days`,
  shiftsOnce: 'Dates',
  shifts: 'Coming up',
  placesLeft: (count) => (count === 1 ? '1 place' : `${count} places`),
  noPlaces: 'Full',
  freeOn: (days, more) =>
    more === 0
      ? `Free places ${days}.`
      : `Free places ${days} and ${more === 1 ? '1 more date' : `${more} more dates`}.`,
  allFull: 'All dates are full. On the waiting list you are told if a place falls free.',
  moreShifts: (count) => `Show ${count} more`,
  stepFree: 'Step-free access',
  notStepFree: 'No step-free access',
  remote: 'From home, wherever you are',
  approximate: 'The place is agreed with the association',
  write: 'Write to the association',
  writeNote: 'You write an email to the association and agree on the rest with them.',
  noContact: 'The association has not given an email address.',
  mailSubject: (title) => `I would like to help: ${title}`,
  missing: (count, day) =>
    count === 1 ? `1 volunteer needed ${day}` : `${count} volunteers needed ${day}`,
  full: 'Full right now, with a waiting list',
  association: 'Who is behind it'
};

export const needTexts: Record<Language, Widened<typeof da>> = { da, en };
