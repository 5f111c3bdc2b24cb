import { address, get, type Query } from '#api/client.ts';
import type { Change } from '#api/associations.ts';
import type {
  NeedCopy,
  NeedDesk,
  NeedEdit,
  NeedIn,
  NeedRow,
  CopiedWeek,
  CopyWeekIn,
  DeskShift,
  ShiftEdit,
  ShiftIn,
  Week,
  Weekly,
  WeeklyIn
} from '#api/volunteering.ts';
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

const SHIFTS = '/api/v1/needs/{need_id}/shifts';
const SHIFT = '/api/v1/shifts/{shift_id}';

export async function readShifts(
  id: string,
  query: Query<typeof SHIFTS>,
  signal?: AbortSignal
): Promise<Page<DeskShift>> {
  return get(SHIFTS, { path: { need_id: id }, query, ...(signal && { signal }) });
}

export async function addShift(id: string, shift: ShiftIn): Promise<void> {
  await post(SHIFTS, { path: { need_id: id }, body: shift });
}

/** Makes a shift on each date of a weekly pattern; with `dry_run` only says which those are. */
export async function addWeekly(id: string, weekly: WeeklyIn): Promise<Weekly> {
  return post(`${SHIFTS}/weekly`, { path: { need_id: id }, body: weekly });
}

const WEEK = '/api/v1/associations/{slug}/desk/shifts';

/** The shifts of all an association's needs in the week that a day is in. */
export async function readWeek(
  slug: string,
  query: Query<typeof WEEK>,
  signal?: AbortSignal
): Promise<Week> {
  return get(WEEK, { path: { slug }, query, ...(signal && { signal }) });
}

/** Plans a week's shifts anew in another; with `dry_run` only says which those are. */
export async function copyWeek(slug: string, weeks: CopyWeekIn): Promise<CopiedWeek> {
  return post(`${WEEK}/copy`, { path: { slug }, body: weeks });
}

export async function editShift(
  { id, edition }: Pick<DeskShift, 'id' | 'edition'>,
  change: ShiftEdit
): Promise<void> {
  await patch(SHIFT, { path: { shift_id: id }, body: change, edition });
}

export async function cancelShift(id: string, message: string): Promise<void> {
  await post(`${SHIFT}/cancel`, { path: { shift_id: id }, body: { message } });
}

export async function removeShift(id: string): Promise<void> {
  await send('DELETE', address(SHIFT, { shift_id: id }, {}));
}
