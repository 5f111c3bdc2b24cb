import { ApiError, get } from '#api/client.ts';
import type { Favourite, SavedSearch, SearchEdit, SearchIn } from '#api/saved.ts';
import { del, patch, post, send } from '#api/send.ts';

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
