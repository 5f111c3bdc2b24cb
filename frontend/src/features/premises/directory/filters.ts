import {
  ACTIVITIES,
  FEATURES,
  type Activity,
  type Feature,
  type PremisesQuery
} from '#api/types.ts';
import { momentInDenmark } from '#lib/i18n/format.ts';
import { writeWhere, type Where } from '#lib/where/where.ts';

/** What a board member asks of a room. Times are Danish clock times on one day. */
export interface PremisesFilters {
  q: string;
  date: string;
  from: string;
  to: string;
  persons: number | null;
  activities: Activity[];
  features: Feature[];
}

export const NO_FILTERS: PremisesFilters = {
  q: '',
  date: '',
  from: '18:00',
  to: '20:00',
  persons: null,
  activities: [],
  features: []
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
export const MOST_PERSONS = 10_000;

export function readFilters(parameters: Pick<URLSearchParams, 'get' | 'getAll'>): PremisesFilters {
  const matching = (name: string, pattern: RegExp, otherwise: string) => {
    const value = parameters.get(name) ?? '';
    return pattern.test(value) ? value : otherwise;
  };
  const date = matching('date', DATE, '');
  const persons = Number(parameters.get('persons'));
  const activities = parameters.getAll('activity');
  const features = parameters.getAll('feature');
  return {
    q: (parameters.get('q') ?? '').trim().slice(0, 200),
    date: Number.isNaN(Date.parse(date)) ? '' : date,
    from: matching('from', CLOCK, NO_FILTERS.from),
    to: matching('to', CLOCK, NO_FILTERS.to),
    persons: Number.isInteger(persons) && persons > 0 && persons <= MOST_PERSONS ? persons : null,
    activities: ACTIVITIES.filter((value) => activities.includes(value)),
    features: FEATURES.filter((value) => features.includes(value))
  };
}

export function addressOf(where: Where, filters: PremisesFilters): string {
  const parameters = new URLSearchParams();
  writeWhere(where, parameters);
  if (filters.q) parameters.set('q', filters.q);
  if (filters.date) {
    parameters.set('date', filters.date);
    parameters.set('from', filters.from);
    parameters.set('to', filters.to);
  }
  if (filters.persons) parameters.set('persons', String(filters.persons));
  for (const value of filters.activities) parameters.append('activity', value);
  for (const value of filters.features) parameters.append('feature', value);
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** A time that ends before it starts is not asked for: the panel says so instead. */
export function inOrder(filters: Pick<PremisesFilters, 'from' | 'to'>): boolean {
  return filters.from < filters.to;
}

export function toQuery(filters: PremisesFilters): PremisesQuery {
  return {
    ...(filters.q && { q: filters.q }),
    ...(filters.date &&
      inOrder(filters) && {
        starts_at: momentInDenmark(filters.date, filters.from),
        ends_at: momentInDenmark(filters.date, filters.to)
      }),
    ...(filters.persons && { persons: filters.persons }),
    ...(filters.activities.length > 0 && { activity: filters.activities }),
    ...(filters.features.length > 0 && { feature: filters.features })
  };
}

export function countInPanel(filters: PremisesFilters): number {
  return (
    (filters.date ? 1 : 0) +
    (filters.persons ? 1 : 0) +
    filters.activities.length +
    filters.features.length
  );
}
