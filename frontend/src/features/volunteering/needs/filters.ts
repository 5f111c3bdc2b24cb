import {
  COMMITMENTS,
  PARTS_OF_DAY,
  SOON,
  WEEKDAYS,
  type Commitment,
  type NeedItem,
  type NeedQuery,
  type PartOfDay,
  type Soon,
  type Weekday
} from '#api/types.ts';
import type { Catalogue } from '#lib/i18n/da.ts';
import { USUAL_RADIUS, writeWhere, type Where } from '#lib/where/where.ts';

/** What a person asks for, besides where. The page's address keeps it under the API's own names. */
export interface NeedFilters {
  q: string;
  interests: string[];
  /** One of the plain choices of time, or none. */
  soon: Soon | null;
  weekdays: Weekday[];
  parts: PartOfDay[];
  commitments: Commitment[];
  remote: 'include' | 'only' | 'exclude';
  stepFree: boolean;
}

export const NO_FILTERS: NeedFilters = {
  q: '',
  interests: [],
  soon: null,
  weekdays: [],
  parts: [],
  commitments: [],
  remote: 'include',
  stepFree: false
};

const MANY = 20;

/** The known values among those given, in their usual order and each once. */
function among<Value extends string>(known: readonly Value[], given: string[]): Value[] {
  return known.filter((value) => given.includes(value));
}

/** Reads what an address asks for and quietly drops what nobody can mean. */
export function readFilters(parameters: Pick<URLSearchParams, 'get' | 'getAll'>): NeedFilters {
  const remote = parameters.get('remote');
  const interests = parameters.getAll('interest').filter((slug) => /^[a-z-]{1,40}$/.test(slug));
  return {
    q: (parameters.get('q') ?? '').trim().slice(0, 200),
    interests: [...new Set(interests)].slice(0, MANY),
    soon: among(SOON, parameters.getAll('soon'))[0] ?? null,
    weekdays: among(WEEKDAYS, parameters.getAll('weekday')),
    parts: among(PARTS_OF_DAY, parameters.getAll('part_of_day')),
    commitments: among(COMMITMENTS, parameters.getAll('commitment')),
    remote: remote === 'only' || remote === 'exclude' ? remote : 'include',
    stepFree: parameters.get('step_free') === 'true'
  };
}

export function writeFilters(filters: NeedFilters, parameters: URLSearchParams): void {
  if (filters.q) parameters.set('q', filters.q);
  for (const value of filters.interests) parameters.append('interest', value);
  if (filters.soon) parameters.set('soon', filters.soon);
  for (const value of filters.weekdays) parameters.append('weekday', value);
  for (const value of filters.parts) parameters.append('part_of_day', value);
  for (const value of filters.commitments) parameters.append('commitment', value);
  if (filters.remote !== 'include') parameters.set('remote', filters.remote);
  if (filters.stepFree) parameters.set('step_free', 'true');
}

/** The filters as the API takes them. */
export function toQuery(filters: NeedFilters): NeedQuery {
  return {
    ...(filters.q && { q: filters.q }),
    ...(filters.interests.length > 0 && { interest: filters.interests }),
    ...(filters.soon && { soon: filters.soon }),
    ...(filters.weekdays.length > 0 && { weekday: filters.weekdays }),
    ...(filters.parts.length > 0 && { part_of_day: filters.parts }),
    ...(filters.commitments.length > 0 && { commitment: filters.commitments }),
    ...(filters.remote !== 'include' && { remote: filters.remote }),
    ...(filters.stepFree && { step_free: true })
  };
}

/** How many choices the filter sheet holds; interests, text and when stand beside it. */
export function countInSheet(filters: NeedFilters): number {
  return (
    filters.weekdays.length +
    filters.parts.length +
    filters.commitments.length +
    (filters.remote === 'include' ? 0 : 1) +
    (filters.stepFree ? 1 : 0)
  );
}

export function anyChosen(filters: NeedFilters): boolean {
  return (
    countInSheet(filters) > 0 ||
    filters.interests.length > 0 ||
    filters.soon !== null ||
    filters.q !== ''
  );
}

/** Which of the person's choices a need meets, in words. Nothing where nothing was chosen. */
export function reasons(
  need: Pick<NeedItem, 'interests' | 'when'>,
  filters: NeedFilters,
  t: Catalogue,
  labels: ReadonlyMap<string, string>
): string[] {
  const met: string[] = [];
  const days = filters.weekdays.filter((day) => need.when.weekdays.includes(day));
  const parts = filters.parts.filter((part) => need.when.parts_of_day.includes(part));
  for (const day of days) met.push(t.time.weekdays[day]);
  for (const part of parts) met.push(t.time.partsLower[part]);
  for (const slug of filters.interests) {
    const label = labels.get(slug);
    if (label && need.interests.includes(slug)) met.push(label.toLocaleLowerCase());
  }
  return met;
}

export interface FindState {
  where: Where;
  filters: NeedFilters;
  view: 'list' | 'map';
}

/** The part of the find page's address behind the path, with its `?`; empty when all is as usual. */
export function findAddress({ where, filters, view }: FindState): string {
  const parameters = new URLSearchParams();
  writeWhere(where, parameters);
  writeFilters(filters, parameters);
  if (view === 'map') parameters.set('view', 'map');
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** The map around a need's town, with the need picked out. */
export function mapAddress(need: Pick<NeedItem, 'id' | 'places'>): string {
  const where = { place: need.places[0]?.slug ?? null, mine: false, radius: USUAL_RADIUS };
  return `${findAddress({ where, filters: NO_FILTERS, view: 'map' })}&need=${need.id}`;
}

/** Needs met in lists, so that a need's page opens with its title while the rest is on its way. */
class RecentNeeds {
  readonly #needs = new Map<string, NeedItem>();

  remember(needs: readonly NeedItem[]): void {
    for (const need of needs) this.#needs.set(need.id, need);
  }

  get(id: string): NeedItem | null {
    return this.#needs.get(id) ?? null;
  }
}

export const recentNeeds = new RecentNeeds();
