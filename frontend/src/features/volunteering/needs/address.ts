import type { NeedItem } from '#api/types.ts';
import { USUAL_RADIUS, writeWhere, type Where } from '#lib/where/where.ts';
import { NO_FILTERS, writeFilters, type NeedFilters } from './filters.ts';

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
