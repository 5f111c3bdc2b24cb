import type { NeedDesk, NeedEdit, PatternLine, NeedIn } from '#api/volunteering.ts';
import type { Commitment, Language, Need } from '#api/types.ts';
import { same } from '#lib/ui/forms/stale.ts';
import { clockOf } from '#lib/i18n/format.ts';
import type { FieldErrors } from '#lib/ui/forms/form.svelte.ts';
import type { Template } from './templates.ts';
import { languageNames } from '#lib/i18n/terms.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { interests } from '#lib/interests.svelte.ts';
import { placeNames } from '#lib/where/places.svelte.ts';
import { texts } from './texts.ts';

export interface Point {
  lat: number;
  lon: number;
}

/** What the form holds, as it is typed. Lists of words are lines of one text. */
export interface NeedForm {
  title: string;
  summary: string;
  description: string;
  lang: Language;
  tasks: string;
  benefits: string;
  interests: string[];
  /** Empty while nobody has said. */
  commitment: Commitment | '';
  pattern: PatternLine[];
  hoursPerWeek: string;
  fromDay: string;
  untilDay: string;
  place: 'there' | 'home' | '';
  towns: string[];
  positions: Point[];
  address: string;
  wanted: string;
  intake: Need['intake'];
  minimumAge: string;
  children: boolean;
  contact: 'association' | 'own';
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  requirements: string;
  skills: string;
  languages: string[];
  helps: string;
  stepFree: 'yes' | 'no' | 'unknown';
  publicTransport: string;
  takesWhole: boolean;
  deadline: string;
}

export type NeedField = keyof NeedForm;

export const LONGEST_TITLE = 100;
export const LONGEST_SUMMARY = 160;
export const MOST_REQUIREMENTS = 3;

/** The part of what is sent that each field of the form belongs to. */
const SENT: Record<NeedField, keyof NeedEdit> = {
  title: 'title',
  summary: 'summary',
  description: 'description',
  lang: 'lang',
  tasks: 'tasks',
  benefits: 'benefits',
  interests: 'interests',
  commitment: 'commitment',
  pattern: 'pattern',
  hoursPerWeek: 'hours_per_week',
  fromDay: 'from_day',
  untilDay: 'until_day',
  place: 'remote',
  towns: 'places',
  positions: 'positions',
  address: 'address',
  wanted: 'wanted',
  intake: 'intake',
  minimumAge: 'minimum_age',
  children: 'children_under_15',
  contact: 'contact',
  contactName: 'contact',
  contactEmail: 'contact',
  contactPhone: 'contact',
  requirements: 'requirements',
  skills: 'skills',
  languages: 'languages',
  helps: 'helps',
  stepFree: 'step_free',
  publicTransport: 'public_transport',
  takesWhole: 'takes_whole',
  deadline: 'deadline'
};

/** The part of what is sent that a field of the form belongs to. */
export const partOf = (field: NeedField): keyof NeedEdit => SENT[field];

export function formOf(need: NeedDesk): NeedForm {
  return {
    title: need.title,
    summary: need.summary,
    description: need.description,
    lang: need.lang,
    tasks: need.tasks.join('\n'),
    benefits: need.benefits.join('\n'),
    interests: [...need.interests],
    commitment: need.commitment ?? '',
    pattern: need.pattern.map((line) => ({ ...line })),
    hoursPerWeek: typed(need.hours_per_week),
    fromDay: need.from_day ?? '',
    untilDay: need.until_day ?? '',
    place: need.remote ? 'home' : need.places.length + need.positions.length > 0 ? 'there' : '',
    towns: need.places.map(({ slug }) => slug),
    positions: need.positions.map(({ lat, lon }) => ({ lat, lon })),
    address: need.address ?? '',
    wanted: typed(need.wanted),
    intake: need.intake,
    minimumAge: typed(need.minimum_age),
    children: need.children_under_15,
    contact: need.contact === null ? 'association' : 'own',
    contactName: need.contact?.name ?? '',
    contactEmail: need.contact?.email ?? '',
    contactPhone: need.contact?.phone ?? '',
    requirements: need.requirements.join('\n'),
    skills: need.skills.join('\n'),
    languages: [...need.languages],
    helps: need.helps ?? '',
    stepFree: need.step_free === null ? 'unknown' : need.step_free ? 'yes' : 'no',
    publicTransport: need.public_transport ?? '',
    takesWhole: need.takes_whole,
    deadline: need.deadline ?? ''
  };
}

const typed = (number: number | null): string =>
  number === null ? '' : String(number).replace('.', ',');

/** What is sent of a form: the whole of it, as the server takes it. */
export function sentOf(form: NeedForm): NeedEdit {
  const home = form.place === 'home';
  const wanted = numberIn(form.wanted);
  return {
    title: line(form.title),
    summary: line(form.summary),
    description: form.description.trim(),
    lang: form.lang,
    tasks: lines(form.tasks),
    benefits: lines(form.benefits),
    interests: form.interests,
    ...(form.commitment && { commitment: form.commitment }),
    pattern: form.commitment === 'recurring' ? form.pattern : [],
    hours_per_week: numberIn(form.hoursPerWeek),
    from_day: form.fromDay || null,
    until_day: form.untilDay || null,
    remote: home,
    places: home ? [] : form.towns,
    positions: home ? [] : form.positions,
    address: home ? null : orNull(form.address),
    ...(wanted !== null && { wanted }),
    intake: form.intake,
    minimum_age: numberIn(form.minimumAge),
    children_under_15: form.children,
    contact: contactOf(form),
    requirements: lines(form.requirements),
    skills: lines(form.skills),
    languages: form.languages,
    helps: orNull(form.helps),
    step_free: form.stepFree === 'unknown' ? null : form.stepFree === 'yes',
    public_transport: orNull(form.publicTransport),
    takes_whole: form.takesWhole,
    deadline: form.deadline || null
  };
}

const line = (text: string): string => text.trim().replace(/\s+/g, ' ');
const orNull = (text: string): string | null => line(text) || null;

/** Each line a thing of its own; the dashes that people put before them fall away. */
export function lines(text: string): string[] {
  const found = text.split('\n').map((one) => line(one.replace(/^\s*[-–•*]\s+/, '')));
  return [...new Set(found.filter(Boolean))];
}

/** A number as it is typed in Danish or in English; `null` for what is none. */
export function numberIn(text: string): number | null {
  const number = Number(text.trim().replace(',', '.') || NaN);
  return Number.isFinite(number) ? number : null;
}

function contactOf(form: NeedForm): NonNullable<NeedEdit['contact']> | null {
  if (form.contact === 'association') return null;
  return {
    name: orNull(form.contactName),
    email: orNull(form.contactEmail)?.toLowerCase() ?? null,
    phone: orNull(form.contactPhone)
  };
}

/** Only what was changed, so that an edit touches nothing else. */
export function changeOf(before: NeedForm, now: NeedForm): NeedEdit {
  const [old, fresh] = [sentOf(before), sentOf(now)];
  return Object.fromEntries(
    Object.entries(fresh).filter(([name, value]) => !same(value, old[name as keyof NeedEdit]))
  );
}

/** What the server has of a form once it has taken a change. */
export function afterChange(before: NeedForm, now: NeedForm, change: NeedEdit): NeedForm {
  const fields = Object.keys(before) as NeedField[];
  return Object.fromEntries(
    fields.map((field) => [field, SENT[field] in change ? now[field] : before[field]])
  ) as unknown as NeedForm;
}

/** Whether what a field of the form holds is sent with a change. */
export function isPartOf(name: string, change: NeedEdit): boolean {
  return ((SENT as Record<string, string>)[name] ?? name) in change;
}

/** Leaves out of a change what the server has refused before, as long as it says the same. */
export function withoutRefused(change: NeedEdit, refused: Readonly<NeedEdit>): NeedEdit {
  return Object.fromEntries(
    Object.entries(change).filter(
      ([name, value]) => !(name in refused) || !same(value, refused[name as keyof NeedEdit])
    )
  );
}

/** What of a change the server complains of. */
export function refusedIn(change: NeedEdit, errors: FieldErrors): NeedEdit {
  const wrong = new Set(Object.keys(errors).map((path) => path.split('.')[0]));
  return Object.fromEntries(Object.entries(change).filter(([name]) => wrong.has(name)));
}

/** The server's complaints by the fields of the form; `contact.email` names a part of a part. */
export function complaintsOf(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([path, said]) => [fieldOf(path) ?? path, said])
  );
}

/** The field of the form that something the server names is written in. */
export function fieldOf(path: string): NeedField | undefined {
  const [part = '', inner] = path.split('.');
  if (part === 'contact') {
    if (inner === 'name') return 'contactName';
    if (inner === 'phone') return 'contactPhone';
    return inner === 'email' ? 'contactEmail' : 'contact';
  }
  return (Object.keys(SENT) as NeedField[]).find((field) => SENT[field] === part);
}

/** How the state of a need looks. */
export const TONES = {
  draft: 'plain',
  published: 'good',
  filled: 'good',
  paused: 'need',
  closed: 'plain'
} as const;

const SOON_MS = 14 * 86_400_000;

/**
 * Whether something public closes so soon that somebody should say whether it goes on. What its own
 * dates end is over then; saying so again would not prolong it.
 */
export function expiresSoon(
  need: Pick<NeedDesk, 'status' | 'commitment' | 'open_until'>,
  now: number = Date.now()
): boolean {
  if (!need.open_until || (need.status !== 'published' && need.status !== 'filled')) return false;
  // A last day, or a last day to sign up, ends at midnight; what expires does so at any time of day.
  const byDates = need.commitment === 'once' || clockOf(new Date(need.open_until)) === '00:00';
  return !byDates && Date.parse(need.open_until) - now < SOON_MS;
}

/** The last moment at which it is open: midnight belongs to the day that ends. */
export const lastMoment = (open_until: string): string =>
  new Date(Date.parse(open_until) - 1).toISOString();

/**
 * What a new need says at first.
 *
 * @param title what it is called while it follows no template
 * @param towns the association's own; the first is where most needs are
 */
export function begunFrom(
  template: Template | null,
  lang: Language,
  title: string,
  towns: readonly string[]
): NeedIn {
  const where = towns[0] === undefined ? {} : { places: [towns[0]] };
  if (!template) return { title, lang, languages: ['da'], ...where };
  const words = template.words[lang];
  return {
    title: words.title,
    summary: words.summary,
    description: words.description,
    lang,
    tasks: [...words.tasks],
    benefits: [...words.benefits],
    requirements: [...(words.requirements ?? [])],
    ...(words.helps && { helps: words.helps }),
    interests: [...template.interests],
    languages: [...(template.languages ?? ['da'])],
    commitment: template.commitment,
    intake: template.instant ? 'instant' : 'reviewed',
    children_under_15: template.children ?? false,
    ...(template.hoursPerWeek !== undefined && { hours_per_week: template.hoursPerWeek }),
    ...(template.minimumAge !== undefined && { minimum_age: template.minimumAge }),
    ...(template.wanted !== undefined && { wanted: template.wanted }),
    ...where
  };
}

/** A value of a need as the API has it, as one would say it. */
export function wordsOf(part: string, value: unknown): string {
  const t = texts[i18n.language];
  if (part === 'contact' && value === null) return t.values.association;
  if (value === null || value === undefined || value === '') return t.values.none;
  if (typeof value === 'boolean') return value ? t.values.yes : t.values.no;
  if (typeof value === 'number') return i18n.format.number(value);
  if (Array.isArray(value)) return listed(part, value);
  if (typeof value === 'object') {
    return Object.values(value).filter(Boolean).map(String).join(' · ') || t.values.none;
  }
  const name = typeof value === 'string' ? value : '';
  if (part === 'lang') return languageNames([name], i18n.language).join('');
  const names: Partial<Record<string, Record<string, string>>> = {
    commitment: t.form.commitments,
    intake: t.form.intakes,
    status: t.status
  };
  if (part === 'open_until') return i18n.format.weekdayAndDay(name);
  return names[part]?.[name] ?? name;
}

function listed(part: string, values: unknown[]): string {
  const t = texts[i18n.language];
  if (values.length === 0) return t.values.none;
  if (part === 'positions') return t.values.onMap(values.length);
  if (part === 'pattern') return (values as PatternLine[]).map(daily).join('\n');
  const names = values.map(String);
  if (part === 'languages') return languageNames(names, i18n.language).join(', ');
  if (part === 'interests')
    return names.map((slug) => interests.labels.get(slug) ?? slug).join(', ');
  if (part === 'places') return names.map((slug) => placeNames.get(slug)?.name ?? slug).join(', ');
  return names.join('\n');
}

const daily = ({ weekday, starts, ends }: PatternLine): string =>
  `${i18n.t.time.weekdays[weekday]} ${i18n.format.hours(starts, ends)}`;

/** What a part of a need is called; what has no word is shown by its own name. */
export function nameOf(part: string): string {
  return (texts[i18n.language].fields as Record<string, string>)[part] ?? part;
}
