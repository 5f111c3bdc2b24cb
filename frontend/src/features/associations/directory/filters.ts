import { ASSOCIATION_KINDS, type AssociationKind, type AssociationQuery } from '#api/types.ts';
import { writeWhere, type Where } from '#lib/where/where.ts';

export interface AssociationFilters {
  q: string;
  interests: string[];
  kinds: AssociationKind[];
}

export const NO_FILTERS: AssociationFilters = { q: '', interests: [], kinds: [] };

export function readFilters(
  parameters: Pick<URLSearchParams, 'get' | 'getAll'>
): AssociationFilters {
  const kinds = parameters.getAll('kind');
  return {
    q: (parameters.get('q') ?? '').trim().slice(0, 200),
    interests: [...new Set(parameters.getAll('interest'))].filter((slug) =>
      /^[a-z-]{1,40}$/.test(slug)
    ),
    kinds: ASSOCIATION_KINDS.filter((kind) => kinds.includes(kind))
  };
}

export function addressOf(where: Where, filters: AssociationFilters): string {
  const parameters = new URLSearchParams();
  writeWhere(where, parameters);
  if (filters.q) parameters.set('q', filters.q);
  for (const value of filters.interests) parameters.append('interest', value);
  for (const value of filters.kinds) parameters.append('kind', value);
  return parameters.size > 0 ? `?${parameters}` : '';
}

export function toQuery(filters: AssociationFilters): AssociationQuery {
  return {
    ...(filters.q && { q: filters.q }),
    ...(filters.interests.length > 0 && { interest: filters.interests }),
    ...(filters.kinds.length > 0 && { kind: filters.kinds })
  };
}

export function anyChosen(filters: AssociationFilters): boolean {
  return filters.q !== '' || filters.interests.length > 0 || filters.kinds.length > 0;
}
