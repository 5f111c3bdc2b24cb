import { address, get, type Query } from '#api/client.ts';
import type { Change } from '#api/desk.ts';
import type { NeedCopy, NeedDesk, NeedEdit, NeedIn, NeedRow } from '#api/needsdesk.ts';
import { getEdited, patch, post, send, type Edited } from '#api/send.ts';
import type { Page } from '#lib/paged.svelte.ts';

// Needs as those call for them who write them.
const NEED = '/api/v1/needs/{need_id}';

export type NeedsAsked = Query<'/api/v1/associations/{slug}/desk/needs'>;
export type NeedsPage = Page<NeedRow> & { counts: Record<string, number> };

export async function readNeeds(
  slug: string,
  query: NeedsAsked,
  signal?: AbortSignal
): Promise<NeedsPage> {
  return get('/api/v1/associations/{slug}/desk/needs', {
    path: { slug },
    query,
    ...(signal && { signal })
  });
}

export async function createNeed(slug: string, need: NeedIn): Promise<NeedDesk> {
  return post('/api/v1/associations/{slug}/needs', { path: { slug }, body: need });
}

export async function readNeed(id: string, signal?: AbortSignal): Promise<Edited<NeedDesk>> {
  return getEdited(`${NEED}/desk`, { path: { need_id: id }, ...(signal && { signal }) });
}

export async function editNeed(
  id: string,
  change: NeedEdit,
  edition: string | null
): Promise<Edited<NeedDesk>> {
  return patch(NEED, { path: { need_id: id }, body: change, edition });
}

export type Act = 'publish' | 'pause' | 'close';

/** Changes a need's state. */
export async function act(id: string, what: Act): Promise<Edited<NeedDesk>> {
  const url = address(`${NEED}/${what}`, { need_id: id }, {});
  return (await send('POST', url)) as Edited<NeedDesk>;
}

/** A new draft that says the same, for the next season. */
export async function duplicate(id: string, copy: string): Promise<NeedCopy> {
  return post(`${NEED}/duplicate`, { path: { need_id: id }, body: { id: copy } });
}

export async function removeNeed(id: string): Promise<void> {
  await send('DELETE', address(NEED, { need_id: id }, {}));
}

export async function readHistory(
  id: string,
  query: { cursor?: string },
  signal?: AbortSignal
): Promise<Page<Change>> {
  const path = { need_id: id };
  return get(`${NEED}/history`, { path, query, ...(signal && { signal }) });
}
