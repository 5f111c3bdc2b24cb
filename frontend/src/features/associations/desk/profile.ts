import type { AssociationEdit, AssociationIn, Desk } from '#api/associations.ts';
import type { AssociationKind, Language } from '#api/types.ts';
import { same } from '#lib/ui/forms/stale.ts';
import type { FieldErrors } from '#lib/ui/forms/form.svelte.ts';
import type { DeskTexts } from './texts.ts';
import { languageNames } from '#lib/i18n/terms.ts';

/** Where the association stands on the map: at its first town or at a point. */
export type Spot = 'town' | 'map';

/** What the form holds, as it is typed. */
export interface Profile {
  kind: AssociationKind;
  name: string;
  /** Whether a new name also becomes the page's address. */
  slugToo: boolean;
  summary: string;
  purpose: string;
  lang: Language;
  interests: string[];
  towns: string[];
  spot: Spot;
  position: { lat: number; lon: number } | null;
  address: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  website: string;
  languages: string[];
  stepFree: 'yes' | 'no' | 'unknown';
  cvr: string;
}

export type ProfileField = keyof Profile;

export const LONGEST_NAME = 120;
export const LONGEST_SUMMARY = 160;

export const EMPTY: Profile = {
  kind: 'association',
  name: '',
  slugToo: false,
  summary: '',
  purpose: '',
  lang: 'da',
  interests: [],
  towns: [],
  spot: 'town',
  position: null,
  address: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  website: '',
  languages: ['da'],
  stepFree: 'unknown',
  cvr: ''
};

export function profileOf(desk: Desk): Profile {
  const [lon, lat] = desk.position?.coordinates ?? [];
  const exact = desk.position_accuracy === 'exact' && lat !== undefined && lon !== undefined;
  return {
    kind: desk.kind,
    name: desk.name,
    slugToo: false,
    summary: desk.summary,
    purpose: desk.purpose,
    lang: desk.lang,
    interests: [...desk.interests],
    towns: desk.places.map(({ slug }) => slug),
    spot: exact ? 'map' : 'town',
    position: exact ? { lat, lon } : null,
    address: desk.address ?? '',
    contactName: desk.contact.name ?? '',
    contactEmail: desk.contact.email ?? '',
    contactPhone: desk.contact.phone ?? '',
    website: desk.website ?? '',
    languages: [...desk.languages],
    stepFree: desk.step_free === null ? 'unknown' : desk.step_free ? 'yes' : 'no',
    cvr: desk.cvr ?? ''
  };
}

const orNull = (text: string): string | null => text.trim() || null;

/** The part of what is sent that each field of the form belongs to. */
const SENT: Record<ProfileField, keyof AssociationEdit> = {
  kind: 'kind',
  name: 'name',
  slugToo: 'slug',
  summary: 'summary',
  purpose: 'purpose',
  lang: 'lang',
  interests: 'interests',
  towns: 'towns',
  spot: 'position',
  position: 'position',
  address: 'address',
  contactName: 'contact',
  contactEmail: 'contact',
  contactPhone: 'contact',
  website: 'website',
  languages: 'languages',
  stepFree: 'step_free',
  cvr: 'cvr'
};

export function sentOf(profile: Profile): AssociationIn & AssociationEdit {
  return {
    kind: profile.kind,
    name: profile.name.trim(),
    summary: profile.summary.trim(),
    purpose: profile.purpose.trim(),
    lang: profile.lang,
    cvr: profile.cvr.replace(/\s/g, '') || null,
    interests: profile.interests,
    towns: profile.towns,
    address: orNull(profile.address),
    position: profile.spot === 'map' ? profile.position : null,
    contact: {
      name: orNull(profile.contactName),
      email: orNull(profile.contactEmail)?.toLowerCase() ?? null,
      phone: orNull(profile.contactPhone)
    },
    website: withScheme(profile.website),
    languages: profile.languages,
    step_free: profile.stepFree === 'unknown' ? null : profile.stepFree === 'yes',
    ...(profile.slugToo && { slug: slugOf(profile.name) })
  };
}

/** Nobody types the scheme on a phone. */
function withScheme(website: string): string | null {
  const typed = website.trim();
  return !typed || /^https?:\/\//i.test(typed) ? typed || null : `https://${typed}`;
}

/** A name as an address has it. */
export function slugOf(name: string): string {
  return name
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

/** Only what was changed, so that an edit touches nothing else. */
export function changeOf(before: Profile, now: Profile): AssociationEdit {
  const [old, fresh] = [sentOf(before), sentOf(now)];
  return Object.fromEntries(
    Object.entries(fresh).filter(([name, value]) => !same(value, old[name as keyof typeof old]))
  );
}

/** What can be told before the server is asked; the server has the last word. */
export function complaints(profile: Profile, t: DeskTexts['check']): FieldErrors {
  const found: FieldErrors = {};
  const complain = (field: ProfileField, text: string) => (found[field] ??= [text]);
  const name = profile.name.trim();
  const summary = profile.summary.trim();
  const email = profile.contactEmail.trim();
  const cvr = profile.cvr.replace(/\s/g, '');
  if (!name) complain('name', t.name);
  if (name.length > LONGEST_NAME) complain('name', t.nameLong);
  if (!summary) complain('summary', t.summary);
  if (summary.length > LONGEST_SUMMARY) complain('summary', t.summaryLong);
  if (profile.interests.length === 0) complain('interests', t.interests);
  if (profile.towns.length === 0) complain('towns', t.towns);
  if (profile.spot === 'map' && !profile.position) complain('position', t.position);
  if (!profile.purpose.trim()) complain('purpose', t.purpose);
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) complain('contactEmail', t.email);
  if (!email && !profile.contactPhone.trim()) complain('contactEmail', t.contact);
  if (!isWebsite(withScheme(profile.website))) complain('website', t.website);
  if (cvr && !isCvr(cvr)) complain('cvr', t.cvr);
  return found;
}

function isWebsite(website: string | null): boolean {
  return website === null || (URL.canParse(website) && new URL(website).hostname.includes('.'));
}

/** Eight digits of which the weighted sum is divisible by eleven. */
export function isCvr(digits: string): boolean {
  const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];
  if (!/^[1-9]\d{7}$/.test(digits)) return false;
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;
}

/** The server's complaints by the fields of the form; `contact.email` names a part of a part. */
export function complaintsOf(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([path, said]) => {
      const [part = '', inner] = path.split('.');
      return [fieldOf(part, inner) ?? path, said];
    })
  );
}

function fieldOf(part: string, inner: string | undefined): ProfileField | undefined {
  if (part === 'contact') {
    if (inner === 'name') return 'contactName';
    return inner === 'phone' ? 'contactPhone' : 'contactEmail';
  }
  if (part === 'position') return 'position';
  return (Object.keys(SENT) as ProfileField[]).find((field) => SENT[field] === part);
}

export type Gap =
  'contact' | 'purpose' | 'interests' | 'picture' | 'access' | 'managers' | 'noManager';

/** What a page wants that people shall use, and where it is put right. */
export function gaps(
  desk: Desk
): { gap: Gap; missing: boolean; page: 'profil' | 'billeder' | 'medlemmer' }[] {
  const managers = desk.members.filter(({ role }) => role === 'manager').length;
  const ENOUGH_WORDS = 120;
  return [
    { gap: 'contact', missing: !desk.contact.email, page: 'profil' },
    { gap: 'purpose', missing: desk.purpose.trim().length < ENOUGH_WORDS, page: 'profil' },
    { gap: 'interests', missing: desk.interests.length === 0, page: 'profil' },
    {
      gap: 'picture',
      missing: desk.pictures.every(({ status }) => status === 'failed'),
      page: 'billeder'
    },
    { gap: 'access', missing: desk.step_free === null, page: 'profil' },
    { gap: managers === 0 ? 'noManager' : 'managers', missing: managers < 2, page: 'medlemmer' }
  ];
}

/** A value of a field, as one would say it. Names of towns and interests are the screen's to know. */
export function wordsOf(field: string, value: unknown, t: DeskTexts, language: Language): string {
  if (value === null || value === undefined || value === '') return t.values.none;
  if (typeof value === 'boolean') return value ? t.values.yes : t.values.no;
  if (field === 'languages' && Array.isArray(value)) {
    return languageNames(value as string[], language).join(', ') || t.values.none;
  }
  if (field === 'position' || field === 'positions') return t.values.onMap;
  if (field === 'kind') return named(t.form.kinds, value);
  if (field === 'status') return named(t.status, value);
  if (field === 'lang') return named(t.form.langs, value);
  if (Array.isArray(value)) return value.map(String).join(', ') || t.values.none;
  if (typeof value === 'object') {
    const parts = Object.values(value).filter((part) => part !== null && part !== '');
    return parts.map(String).join(' · ') || t.values.none;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : t.values.none;
}

function named(names: Record<string, string>, value: unknown): string {
  return typeof value === 'string' ? (names[value] ?? value) : '';
}

/** What a field is called; what the desk has no word for is shown by its own name. */
export function nameOf(field: string, t: DeskTexts): string {
  return (t.fields as Record<string, string>)[field] ?? field;
}
