import { get } from '#api/client.ts';
import { post } from '#api/send.ts';
import type {
  OwnSignup,
  OwnSignupHistory,
  SignupIn,
  SignupStatus,
  Standing
} from '#api/volunteering.ts';
import type { Language } from '#api/types.ts';
import { clockOf, dayOf, type Format } from '#lib/i18n/format.ts';
import type { SignupTexts } from './texts.ts';

/** As many as anybody has open at a time. */
const ALL = 100;

export async function readOpen(signal?: AbortSignal, need?: string): Promise<OwnSignup[]> {
  const query = { over: false, limit: ALL, ...(need !== undefined && { need }) };
  return (await get('/api/v1/me/signups', { query, ...(signal && { signal }) })).items;
}

export function readPast(
  query: { cursor?: string },
  signal: AbortSignal
): Promise<{ items: OwnSignup[]; next_cursor: string | null }> {
  return get('/api/v1/me/signups', { query: { over: true, ...query }, signal });
}

export function readOne(id: string, signal: AbortSignal): Promise<OwnSignupHistory> {
  return get('/api/v1/me/signups/{signup_id}', { path: { signup_id: id }, signal });
}

export interface SignupResult {
  id: string;
  status: SignupStatus;
  position_in_line: number | null;
  offered_until: string | null;
}

/** Signs up; sent again with the same `id` it makes no second one. */
export async function signUp(
  need: string,
  shift: string | null,
  body: SignupIn & { id: string }
): Promise<SignupResult> {
  return shift === null
    ? post('/api/v1/needs/{need_id}/signups', { path: { need_id: need }, body })
    : post('/api/v1/shifts/{shift_id}/signups', { path: { shift_id: shift }, body });
}

export function withdraw(id: string): Promise<SignupResult> {
  return post('/api/v1/signups/{signup_id}/withdraw', { path: { signup_id: id } });
}

export function take(id: string): Promise<SignupResult> {
  return post('/api/v1/signups/{signup_id}/take', { path: { signup_id: id } });
}

const ZONE = 'Europe/Copenhagen';
const HOUR_MS = 3_600_000;

/** A calendar's leaf: `tirs`, `1`, `dec`. */
export function leafOf(moment: string, language: Language): [string, string, string] {
  const at = new Date(moment);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: ZONE }).format(at).replace('.', '');
  return [part({ weekday: 'short' }), String(Number(dayOf(at).slice(8))), part({ month: 'short' })];
}

/** `tir. 1. dec. kl. 17.30`, `i dag kl. 17`. */
export function momentOf(moment: string, at: (clock: string) => string, format: Format): string {
  return `${format.shortDay(moment)} ${at(format.clock(clockOf(new Date(moment))))}`;
}

/** How long it is until then: `om 5 timer`, `om 40 minutter`. */
export function leftUntil(moment: string, language: Language, now = Date.now()): string {
  const left = Math.max(Date.parse(moment) - now, 0);
  const words = new Intl.RelativeTimeFormat(language);
  return left >= 2 * HOUR_MS
    ? words.format(Math.floor(left / HOUR_MS), 'hour')
    : words.format(Math.floor(left / 60_000), 'minute');
}

/** How long ago it was: `for 5 minutter siden`, `for 2 timer siden`, `for 3 dage siden`. */
export function since(moment: string, language: Language, now = Date.now()): string {
  const gone = Math.max(now - Date.parse(moment), 0);
  const words = new Intl.RelativeTimeFormat(language);
  if (gone < HOUR_MS) return words.format(-Math.floor(gone / 60_000), 'minute');
  if (gone < 24 * HOUR_MS) return words.format(-Math.floor(gone / HOUR_MS), 'hour');
  return words.format(-Math.floor(gone / (24 * HOUR_MS)), 'day');
}

/** Whether a place is held for this person, who has not said yes to it yet. */
export function isOffered(signup: Standing, now = Date.now()): boolean {
  return signup.offered_until !== null && Date.parse(signup.offered_until) > now;
}

/** Whether its shift has been called off. */
export function isCancelled({ shift }: Standing): boolean {
  return typeof shift?.cancelled_at === 'string';
}

/** Whether its shift is over. */
export function isPast({ shift }: Standing, now = Date.now()): boolean {
  return shift ? Date.parse(shift.ends_at) <= now : false;
}

/** Whether it can still be taken back. */
export function isOpen({ status }: Pick<Standing, 'status'>): boolean {
  return status === 'applied' || status === 'accepted' || status === 'waitlisted';
}

/** How it stands, in a few words. */
export function statusText(signup: Standing, t: SignupTexts, format: Format): string {
  if (isCancelled(signup)) return t.standing.cancelled;
  // Nobody has said yet who came.
  if (signup.status === 'accepted' && isPast(signup)) return t.standing.past;
  if (isOffered(signup)) return t.standing.offered;
  if (signup.status === 'waitlisted' && signup.position_in_line !== null) {
    return t.inLine(format.number(signup.position_in_line));
  }
  return t.standing[signup.status];
}

export function toneOf(signup: Standing): 'good' | 'need' | 'plain' {
  if (isCancelled(signup)) return 'need';
  if (signup.status === 'accepted' && isPast(signup)) return 'plain';
  if (signup.status === 'accepted' || signup.status === 'attended') return 'good';
  return isOffered(signup) || signup.status === 'waitlisted' ? 'need' : 'plain';
}

/** What a new sign-up became. */
export function resultText(
  { status, position_in_line }: Pick<Standing, 'status' | 'position_in_line'>,
  t: SignupTexts,
  format: Format
): string {
  if (status === 'waitlisted' && position_in_line !== null) {
    return t.becameInLine(format.number(position_in_line));
  }
  return status === 'applied' || status === 'accepted' || status === 'waitlisted'
    ? t.became[status]
    : t.standing[status];
}

/** What happens next. */
export function nextText(
  signup: Pick<Standing, 'status'>,
  association: string,
  replyDays: number | null,
  t: SignupTexts
): string | null {
  if (signup.status === 'accepted') return t.then.accepted;
  if (signup.status === 'waitlisted') return t.then.waitlisted;
  if (signup.status !== 'applied') return null;
  return replyDays === null
    ? t.then.applied(association)
    : t.then.appliedDays(association, replyDays);
}

export interface Grouped {
  /** A place waits for a yes; the one that ends first stands first. */
  offers: OwnSignup[];
  /** A place is held; soonest first, those without a date last. */
  coming: OwnSignup[];
  /** Somebody else has to act; newest first. */
  waiting: OwnSignup[];
}

/** What is not over, in the order in which it matters. */
export function grouped(signups: readonly OwnSignup[], now = Date.now()): Grouped {
  const offers = signups.filter((one) => isOffered(one, now));
  const rest = signups.filter((one) => !isOffered(one, now) && isOpen(one));
  return {
    offers: offers.sort((one, other) => ends(one) - ends(other)),
    coming: rest
      .filter(({ status }) => status === 'accepted')
      // Two without a date are equal: their difference is no number.
      .sort((one, other) => starts(one) - starts(other) || 0),
    waiting: rest.filter(({ status }) => status !== 'accepted')
  };
}

const ends = ({ offered_until }: Standing) => Date.parse(offered_until ?? '');

const starts = ({ shift }: OwnSignup) => (shift ? Date.parse(shift.starts_at) : Infinity);

/** The address, or the towns; empty for what is done from home. */
export function placeOf({ address, places }: Pick<OwnSignup, 'address' | 'places'>): string {
  return address ?? places.map(({ name }) => name).join(', ');
}

/** A map's page with the way there, for a place that is known to the metre. */
export function routeTo(signup: Pick<OwnSignup, 'position' | 'position_accuracy'>): string | null {
  if (!signup.position || signup.position_accuracy !== 'exact') return null;
  const [lon, lat] = signup.position.coordinates;
  return `https://www.openstreetmap.org/directions?to=${lat}%2C${lon}`;
}
