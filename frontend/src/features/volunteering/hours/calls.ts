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
} from '#api/hours.ts';
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

/** Those who have or had a place, newest first. */
export async function readPlaces(slug: string, signal: AbortSignal): Promise<Place[]> {
  const query = { status: ['accepted', 'attended'], limit: 100 };
  const url = address('/api/v1/associations/{slug}/signups', { slug }, query);
  return ((await readFrom(url, signal)) as { items: Place[] }).items;
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
