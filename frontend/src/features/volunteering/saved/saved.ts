import { ApiError, get, queryString } from '#api/client.ts';
import type { Favourite, SavedSearch, SearchEdit, SearchIn } from '#api/volunteering.ts';
import { del, patch, post, send } from '#api/send.ts';
import type { NeedQuery, PartOfDay, Weekday } from '#api/types.ts';
import type { Catalogue } from '#lib/i18n/da.ts';
import type { Format } from '#lib/i18n/format.ts';
import { USUAL_RADIUS, type Where } from '#lib/where/where.ts';
import type { SavedTexts } from './texts.ts';

export async function fetchSearches(signal: AbortSignal): Promise<SavedSearch[]> {
  return (await get('/api/v1/me/searches', { signal })).items;
}

export async function saveSearch(body: SearchIn): Promise<SavedSearch> {
  return post('/api/v1/me/searches', { body });
}

export async function changeSearch(id: string, body: SearchEdit): Promise<SavedSearch> {
  const path = { search_id: id };
  return (await patch('/api/v1/me/searches/{search_id}', { path, body })).value;
}

export async function deleteSearch(id: string): Promise<void> {
  await del('/api/v1/me/searches/{search_id}', { path: { search_id: id } });
}

export async function fetchFavourites(signal?: AbortSignal): Promise<Favourite[]> {
  return (await get('/api/v1/me/favourites', { ...(signal && { signal }) })).items;
}

/** What can be liked, as its address names it. */
export type Thing = { kind: 'need'; id: string } | { kind: 'association'; slug: string };

export async function setLiked(thing: Thing, liked: boolean): Promise<void> {
  const name = thing.kind === 'need' ? thing.id : thing.slug;
  const url = `/api/v1/me/favourites/${thing.kind}/${encodeURIComponent(name)}`;
  try {
    await send(liked ? 'PUT' : 'DELETE', url);
  } catch (error) {
    // Removed already, on another screen.
    const gone = error instanceof ApiError && error.reason === 'not-found';
    if (liked || !gone) throw error;
  }
}

/** What mail programs send as well (RFC 8058): it needs no session. */
export async function endMails(token: string): Promise<void> {
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  await send('POST', `/api/v1/unsubscribe/${encodeURIComponent(token)}`, { body });
}

type Filters = SavedSearch['filters'];

interface Words {
  t: Catalogue;
  own: SavedTexts;
  format: Format;
  /** The names of interests. */
  labels: ReadonlyMap<string, string>;
}

/** The part of the find page's address behind the path: it keeps a search under the API's names. */
export function addressOf(filters: Filters): string {
  const { lat, lon, remote, radius_m, ...rest } = filters;
  const around = lat !== undefined && lon !== undefined;
  const search = queryString({
    ...rest,
    // The page finds the reader again; a position never stands in an address.
    ...(around && { near: 'me' }),
    ...(radius_m !== USUAL_RADIUS && { radius_m }),
    ...(remote !== 'include' && { remote })
  });
  return search ? `?${search}` : '';
}

/** What a search looks for, in words: where, then what. */
export function describe(search: Pick<SavedSearch, 'filters' | 'place'>, words: Words): string {
  return [whereOf(search, words), ...whatOf(search.filters, words)].join(' · ');
}

function whereOf({ filters, place }: Pick<SavedSearch, 'filters' | 'place'>, words: Words): string {
  const { t, own, format } = words;
  const around =
    place?.name ?? filters.place ?? (filters.lat === undefined ? null : own.describe.mine);
  if (around === null) return own.describe.everywhere;
  if (filters.radius_m === undefined) return around;
  return `${around}, ${t.where.within(format.distance(filters.radius_m))}`;
}

function whatOf(filters: Filters, { t, own, labels }: Words): string[] {
  const { q, interest = [], weekday = [], part_of_day = [], commitment = [], remote } = filters;
  return [
    ...(q ? [own.describe.words(q)] : []),
    ...interest.map((slug) => labels.get(slug) ?? slug),
    ...weekday.map((day) => t.time.weekdays[day as Weekday]),
    ...part_of_day.map((part) => t.time.partsLower[part as PartOfDay]),
    ...commitment.map((kind) => t.find.commitments[kind]),
    ...(remote === 'only' ? [own.describe.onlyRemote] : []),
    ...(remote === 'exclude' ? [own.describe.notRemote] : []),
    ...(filters.step_free ? [own.describe.stepFree] : [])
  ];
}

/** A name that its maker may change: what is searched for, and near what. */
export function nameFor(
  query: NeedQuery,
  near: string | null,
  { own, format, labels }: Words
): string {
  const interests = (query.interest ?? []).map((slug) => labels.get(slug) ?? slug);
  const what = query.q ? format.capital(query.q) : format.list(interests) || own.save.tasks;
  return (near === null ? what : own.save.nameNear(what, near)).slice(0, 80);
}

/** Around what a search is kept: a town, the reader's rounded position, or nothing. */
export type Around = { place: string } | { lat: number; lon: number } | null;

export function filtersOf(query: NeedQuery, where: Where, around: Around): SearchIn['filters'] {
  return {
    ...(query as SearchIn['filters']),
    ...(around && { ...around, radius_m: where.radius })
  };
}
