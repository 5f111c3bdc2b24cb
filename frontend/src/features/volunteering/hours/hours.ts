import { address, ask, get, readFrom } from '#api/client.ts';
import type {
  Certificate,
  CertificateIn,
  DeskHours,
  DeskHoursIn,
  HoursStatus,
  MyHours,
  MyHoursIn,
  Paper,
  Place
} from '#api/volunteering.ts';
import { del, patch, post } from '#api/send.ts';

export async function readMine(year: number | null, signal: AbortSignal): Promise<MyHours> {
  return get('/api/v1/me/hours', { query: year === null ? {} : { year }, signal });
}

/** The same id twice makes one. */
export async function enterMine(entry: MyHoursIn): Promise<void> {
  await post('/api/v1/me/hours', { body: entry });
}

export async function change(
  id: string,
  changed: { day?: string; minutes: number; note?: string }
): Promise<void> {
  await patch('/api/v1/hours/{entry_id}', { path: { entry_id: id }, body: changed });
}

export async function remove(id: string): Promise<void> {
  await del('/api/v1/hours/{entry_id}', { path: { entry_id: id } });
}

export async function readDesk(
  slug: string,
  query: { status: HoursStatus; cursor?: string },
  signal?: AbortSignal
): Promise<DeskHours> {
  const url = address('/api/v1/associations/{slug}/hours', { slug }, query);
  return (await readFrom(url, signal)) as DeskHours;
}

/** Whether hours can have been given: what has not begun yet is not offered. */
export const hasBegun = ({ shift }: Pick<Place, 'shift'>, now = Date.now()): boolean =>
  shift === null || Date.parse(shift.starts_at) <= now;

/** Those who have or had a place in what has begun, newest first. */
export async function readPlaces(slug: string, signal: AbortSignal): Promise<Place[]> {
  const query = { status: ['accepted', 'attended'], limit: 100 };
  const url = address('/api/v1/associations/{slug}/signups', { slug }, query);
  return ((await readFrom(url, signal)) as { items: Place[] }).items.filter((place) =>
    hasBegun(place)
  );
}

export async function enterFor(slug: string, entry: DeskHoursIn): Promise<void> {
  await post('/api/v1/associations/{slug}/hours', { path: { slug }, body: entry });
}

/** Confirms what was seen, and gives back how many were: what has been changed since is left. */
export async function confirm(
  slug: string,
  entries: readonly { id: string; minutes: number }[]
): Promise<number> {
  const { confirmed } = await post('/api/v1/associations/{slug}/hours/confirm', {
    path: { slug },
    body: { entries: entries.map(({ id, minutes }) => ({ id, minutes })) }
  });
  return confirmed.length;
}

/** Confirms one, also after a no. */
export async function confirmOne(id: string, minutes: number): Promise<void> {
  await post('/api/v1/hours/{entry_id}/confirm', { path: { entry_id: id }, body: { minutes } });
}

export async function decline(id: string, reason: string): Promise<void> {
  await post('/api/v1/hours/{entry_id}/decline', { path: { entry_id: id }, body: { reason } });
}

export async function readCertificates(signal: AbortSignal): Promise<Certificate[]> {
  return (await get('/api/v1/me/certificates', { signal })).items;
}

export async function makeCertificate(wanted: CertificateIn): Promise<Certificate> {
  return post('/api/v1/me/certificates', { body: wanted });
}

export async function withdraw(id: string): Promise<void> {
  await del('/api/v1/me/certificates/{certificate_id}', { path: { certificate_id: id } });
}

/** The paper, and the name of its file. */
export async function fetchPaper(id: string): Promise<{ file: Blob; name: string }> {
  const url = address('/api/v1/me/certificates/{certificate_id}.pdf', { certificate_id: id }, {});
  const response = await ask(url, () => ({ headers: { Accept: '*/*' } }));
  const named = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '');
  return { file: await response.blob(), name: named?.[1] ?? 'bevis.pdf' };
}

export async function check(code: string, signal: AbortSignal): Promise<Paper> {
  return get('/api/v1/certificates/{code}', { path: { code }, signal });
}

// How long something took, and on which days.

export const STEP = 15;
export const SHORTEST = 15;
export const LONGEST = 24 * 60;
/** What most people give at a time. */
export const USUAL = [30, 60, 90, 120, 180, 240] as const;

/** The next whole quarter of an hour in one direction, within a day. */
export function stepped(minutes: number, direction: 1 | -1): number {
  const steps = minutes / STEP;
  const next = direction === 1 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1;
  return Math.min(LONGEST, Math.max(SHORTEST, next * STEP));
}

/** A day earlier or later, as `2026-12-01`. */
export function moved(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** How tall each month's bar is, of the tallest; something given is never nothing to see. */
export function shares(minutes: readonly number[]): number[] {
  const most = Math.max(...minutes, 1);
  return minutes.map((one) => (one === 0 ? 0 : Math.max(0.04, one / most)));
}

const LOCALES = { da: 'da-DK', en: 'en-GB' } as const;
type Language = keyof typeof LOCALES;

/** January to December. */
export function monthNames(language: Language, month: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2026, index, 15)));
}

/** `2026-12-01` as `1. december 2026`: on a proof the year always stands. */
export function fullDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`)
  );
}

/** How long a shift lasts, as hours can be entered. */
export function minutesBetween(shift: { starts_at: string; ends_at: string }): number {
  const minutes = Math.round((Date.parse(shift.ends_at) - Date.parse(shift.starts_at)) / 60_000);
  return Math.min(LONGEST, Math.max(5, minutes));
}
