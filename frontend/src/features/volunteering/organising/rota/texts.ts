import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  lead: 'Hvem kommer hvornår, uge for uge.',
  show: 'Vis vagter',
  coming: 'Kommende',
  past: 'Tidligere',
  add: 'Ny vagt',
  addWeekly: 'Vagter hver uge',
  week: (number: number, day: string) => `Uge ${number}, fra ${day}`,
  crew: (taken: number, capacity: number) => `${taken} af ${capacity}`,
  crewOf: (taken: number, capacity: number) => `${taken} af ${capacity} pladser er taget`,
  waiting: (count: number) => `${count} på venteliste`,
  short: (count: number) => (count === 1 ? 'Mangler mindst 1' : `Mangler mindst ${count}`),
  cancelled: 'Aflyst',
  nobody: 'Ingen har meldt sig endnu',
  erased: 'En frivillig, der har slettet sin konto',
  status: {
    applied: 'Venter på svar',
    accepted: 'Er med',
    waitlisted: 'På venteliste',
    declined: 'Fik nej',
    withdrawn: 'Meldte fra',
    attended: 'Mødte op',
    absent: 'Mødte ikke op'
  },
  signups: 'Svar, skriv og hent kontakter',
  emptyTitle: 'Ingen vagter endnu',
  emptyText:
    'Med vagter kan folk vælge de gange, de kan. Lav dem én for én, eller alle tirsdage på én gang.',
  noPastTitle: 'Ingen tidligere vagter',
  noPastText: 'Når en vagt er forbi, står den her.',

  newTitle: 'Ny vagt',
  editTitle: 'Ret vagten',
  edit: 'Ret eller flyt',
  day: 'Dato',
  starts: 'Fra',
  ends: 'Til',
  overnight: (hours: string) => `Slutter dagen efter. Vagten varer ${hours} timer.`,
  capacity: 'Hvor mange er der plads til?',
  minimum: 'Hvor mange skal der mindst være?',
  minimumHint: 'Så siger vi til, når der mangler nogen.',
  tells: (count: number) =>
    count === 1
      ? 'Flytter du vagten, får den, der er med, en mail.'
      : `Flytter du vagten, får de ${count}, der er med, en mail.`,
  save: 'Gem vagten',
  saved: 'Vagten er gemt.',
  made: 'Vagten er lagt ind.',
  dayMissing: 'Vælg en dato.',
  clockMissing: 'Vælg et klokkeslæt.',
  capacityMissing: 'Skriv, hvor mange der er plads til.',
  crewTooBig: 'Kan ikke være flere, end der er plads til.',
  stale: 'Vagten er blevet ændret i mellemtiden. Se den igennem, og gem igen.',

  cancel: 'Aflys',
  cancelTitle: 'Aflys vagten?',
  cancelText: (count: number) =>
    count === 0
      ? 'Ingen har meldt sig. Vagten bliver stående som aflyst.'
      : 'De, der har meldt sig, får en mail med det samme. Det kan ikke fortrydes.',
  message: 'En hilsen til dem',
  messageHint: 'Fx hvorfor, og hvornår I ses i stedet.',
  wasCancelled: 'Vagten er aflyst.',
  cancelNow: 'Aflys vagten',
  remove: 'Slet',
  removeNow: 'Slet vagten',
  removeTitle: 'Slet vagten?',
  removeText: 'Ingen har meldt sig. Det kan ikke fortrydes.',
  removed: 'Vagten er slettet.',
  back: 'Behold vagten',

  weeks: 'Skift uge',
  before: 'Ugen før',
  after: 'Ugen efter',
  thisWeek: 'Denne uge',
  emptyWeekTitle: 'Ingen vagter i denne uge',
  emptyWeekText: 'Vagter lægges på den enkelte opgave. Her ser du alle opgavers vagter samlet.',
  copy: 'Kopiér ugen',
  copyTitle: (number: number) => `Kopiér uge ${number}`,
  copyLead:
    'Alle ugens vagter lægges på samme tidspunkter i en anden uge, uden dem, der har meldt sig.',
  copyTo: 'En dag i ugen, der kopieres til',

  weeklyTitle: 'Vagter hver uge',
  weekdays: 'Hvilke dage?',
  from: 'Fra og med',
  until: 'Til og med',
  skipHolidays: 'Spring helligdage over',
  look: 'Vis datoerne',
  found: (count: number) =>
    count === 1 ? 'Der bliver lavet 1 vagt' : `Der bliver lavet ${count} vagter`,
  none: 'Der er ingen datoer at lave vagter på.',
  skipped: 'springes over',
  exists: 'findes allerede',
  make: (count: number) => (count === 1 ? 'Lav 1 vagt' : `Lav ${count} vagter`),
  weeklyMade: (count: number) => (count === 1 ? '1 vagt er lavet.' : `${count} vagter er lavet.`),
  change: 'Ret noget',
  weekdaysMissing: 'Vælg mindst én dag.'
};

export type RotaTexts = Widened<typeof da>;

const en: RotaTexts = {
  lead: 'Who comes when, week by week.',
  show: 'Show shifts',
  coming: 'Coming',
  past: 'Past',
  add: 'New shift',
  addWeekly: 'Shifts every week',
  week: (number, day) => `Week ${number}, from ${day}`,
  crew: (taken, capacity) => `${taken} of ${capacity}`,
  crewOf: (taken, capacity) => `${taken} of ${capacity} places are taken`,
  waiting: (count) => `${count} on the waiting list`,
  short: (count) => `At least ${count} more needed`,
  cancelled: 'Cancelled',
  nobody: 'Nobody has signed up yet',
  erased: 'Somebody who is no longer here',
  status: {
    applied: 'Awaits an answer',
    accepted: 'Takes part',
    waitlisted: 'On the waiting list',
    declined: 'Declined',
    withdrawn: 'Withdrew',
    attended: 'Was there',
    absent: 'Did not come'
  },
  signups: 'Answer, write and fetch contacts',
  emptyTitle: 'No shifts yet',
  emptyText:
    'With shifts people choose the times they can. Make them one by one, or all Tuesdays at once.',
  noPastTitle: 'No past shifts',
  noPastText: 'Once a shift is over, it stands here.',

  newTitle: 'New shift',
  editTitle: 'Edit the shift',
  edit: 'Edit or move',
  day: 'Date',
  starts: 'From',
  ends: 'To',
  overnight: (hours) => `Ends the day after. The shift lasts ${hours} hours.`,
  capacity: 'How many is there room for?',
  minimum: 'How many must there be at least?',
  minimumHint: 'We then tell you when somebody is missing.',
  tells: (count) =>
    count === 1
      ? 'If you move the shift, whoever takes part gets an email.'
      : `If you move the shift, the ${count} who take part get an email.`,
  save: 'Save the shift',
  saved: 'The shift is saved.',
  made: 'The shift is made.',
  dayMissing: 'Choose a date.',
  clockMissing: 'Choose a time.',
  capacityMissing: 'Say how many there is room for.',
  crewTooBig: 'Cannot be more than there is room for.',
  stale: 'The shift was changed meanwhile. Look it through and save again.',

  cancel: 'Cancel it',
  cancelTitle: 'Cancel the shift?',
  cancelText: (count) =>
    count === 0
      ? 'Nobody has signed up. The shift remains, marked as cancelled.'
      : 'Those who have signed up get an email at once. This cannot be undone.',
  message: 'A word to them',
  messageHint: 'Such as why, and when you meet instead.',
  wasCancelled: 'The shift is cancelled.',
  cancelNow: 'Cancel the shift',
  remove: 'Delete',
  removeNow: 'Delete the shift',
  removeTitle: 'Delete the shift?',
  removeText: 'Nobody has signed up. This cannot be undone.',
  removed: 'The shift is deleted.',
  back: 'Keep the shift',

  weeks: 'Change week',
  before: 'The week before',
  after: 'The week after',
  thisWeek: 'This week',
  emptyWeekTitle: 'No shifts this week',
  emptyWeekText: 'Shifts belong to a task. Here you see the shifts of all tasks together.',
  copy: 'Copy the week',
  copyTitle: (number) => `Copy week ${number}`,
  copyLead:
    'All shifts of the week are planned at the same times in another week, without those who have signed up.',
  copyTo: 'A day in the week to copy to',

  weeklyTitle: 'Shifts every week',
  weekdays: 'Which days?',
  from: 'From',
  until: 'Until',
  skipHolidays: 'Skip public holidays',
  look: 'Show the dates',
  found: (count) => (count === 1 ? '1 shift will be made' : `${count} shifts will be made`),
  none: 'There are no dates to make shifts on.',
  skipped: 'skipped',
  exists: 'is there already',
  make: (count) => (count === 1 ? 'Make 1 shift' : `Make ${count} shifts`),
  weeklyMade: (count) => (count === 1 ? '1 shift was made.' : `${count} shifts were made.`),
  change: 'Change something',
  weekdaysMissing: 'Choose at least one day.'
};

export const rotaTexts: Record<Language, RotaTexts> = { da, en };
