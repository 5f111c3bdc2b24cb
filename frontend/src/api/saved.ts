// Short names for the shapes of what people keep to find again.
import type { Answer } from './client.ts';
import type { Body } from './send.ts';

export const FREQUENCIES = ['daily', 'weekly', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export type SavedSearch = Answer<'/api/v1/me/searches'>['items'][number];
export type SearchIn = Body<'/api/v1/me/searches', 'post'>;
export type SearchEdit = Body<'/api/v1/me/searches/{search_id}', 'patch'>;
export type Favourite = Answer<'/api/v1/me/favourites'>['items'][number];
