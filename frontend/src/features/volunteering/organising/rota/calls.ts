import { address, get, type Query } from '#api/client.ts';
import type { DeskShift, ShiftEdit, ShiftIn, Weekly, WeeklyIn } from '#api/needsdesk.ts';
import { patch, post, send } from '#api/send.ts';
import type { Page } from '#lib/paged.svelte.ts';

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
