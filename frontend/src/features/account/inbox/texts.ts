import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const counted = (one: string, many: (count: string) => string) => (count: number, said: string) =>
  count === 1 ? one : many(said);

const da = {
  title: 'Venter på dig',
  nothing: 'Intet venter på dig lige nu.',
  kinds: {
    'signups.unanswered': counted('1 venter på svar', (n) => `${n} venter på svar`),
    'hours.waiting': counted('1 timeregistrering', (n) => `${n} timeregistreringer`),
    'shifts.short': counted('1 vagt mangler folk', (n) => `${n} vagter mangler folk`),
    'shifts.remind': counted(
      '1 hold kan mindes om vagten',
      (n) => `${n} hold kan mindes om vagten`
    ),
    'associations.pending': counted(
      '1 forening skal bekræftes',
      (n) => `${n} foreninger skal bekræftes`
    ),
    'associations.claims': counted('1 ønske om adgang', (n) => `${n} ønsker om adgang`),
    'associations.ending': counted(
      '1 godkendelse udløber snart',
      (n) => `${n} godkendelser udløber snart`
    ),
    'reports.open': counted('1 anmeldelse', (n) => `${n} anmeldelser`)
  },
  all: 'Se alle',
  wants: (what: string) => `Vil hjælpe med ${what}`,
  hours: (hours: string, what: string) => (what ? `${hours} · ${what}` : hours),
  length: (hours: number, minutes: number) =>
    [hours > 0 ? `${hours} t` : '', minutes > 0 ? `${minutes} min.` : ''].filter(Boolean).join(' '),
  lacks: (count: string) => `mangler ${count}`,
  comes: (count: string) => `${count} kommer`,
  yes: 'Sig ja',
  yesTo: (name: string) => `Sig ja til ${name}`,
  yesText: (name: string) =>
    `Hej ${name}. Tusind tak, vi vil meget gerne have din hjælp! Vi glæder os til at se dig. Skriv endelig her, hvis du har spørgsmål.`,
  said: (name: string) => `${name} har fået jeres ja.`,
  confirm: 'Bekræft',
  confirmOf: (name: string) => `Bekræft timer for ${name}`,
  confirmed: (name: string) => `Timerne for ${name} er bekræftet.`,
  remind: 'Mind dem',
  remindOf: (what: string) => `Mind dem om ${what}`,
  see: 'Se'
};

const en: Widened<typeof da> = {
  title: 'Waiting for you',
  nothing: 'Nothing is waiting for you just now.',
  kinds: {
    'signups.unanswered': counted('1 to be answered', (n) => `${n} to be answered`),
    'hours.waiting': counted('1 entry of hours', (n) => `${n} entries of hours`),
    'shifts.short': counted('1 shift lacks people', (n) => `${n} shifts lack people`),
    'shifts.remind': counted('1 crew can be reminded', (n) => `${n} crews can be reminded`),
    'associations.pending': counted(
      '1 association to verify',
      (n) => `${n} associations to verify`
    ),
    'associations.claims': counted('1 wish for access', (n) => `${n} wishes for access`),
    'associations.ending': counted('1 approval ends soon', (n) => `${n} approvals end soon`),
    'reports.open': counted('1 report', (n) => `${n} reports`)
  },
  all: 'See all',
  wants: (what) => `Wants to help with ${what}`,
  hours: (hours, what) => (what ? `${hours} · ${what}` : hours),
  length: (hours, minutes) =>
    [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''].filter(Boolean).join(' '),
  lacks: (count) => `lacks ${count}`,
  comes: (count) => `${count} coming`,
  yes: 'Say yes',
  yesTo: (name) => `Say yes to ${name}`,
  yesText: (name) =>
    `Hello ${name}. Thank you very much, we would love to have your help! We look forward to seeing you. Do write here if you have any questions.`,
  said: (name) => `${name} has your yes.`,
  confirm: 'Confirm',
  confirmOf: (name) => `Confirm the hours of ${name}`,
  confirmed: (name) => `The hours of ${name} are confirmed.`,
  remind: 'Remind them',
  remindOf: (what) => `Remind them of ${what}`,
  see: 'See'
};

export const inboxTexts: Record<Language, Widened<typeof da>> = { da, en };
