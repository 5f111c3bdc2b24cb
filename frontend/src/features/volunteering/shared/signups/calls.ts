import { get } from '#api/client.ts';
import { post } from '#api/send.ts';
import type { OwnSignup, OwnSignupHistory, SignupIn, SignupStatus } from '#api/signups.ts';

/** As many as anybody has open at a time. */
const ALL = 100;

export async function readOpen(signal?: AbortSignal, need?: string): Promise<OwnSignup[]> {
  const query = { over: false, limit: ALL, ...(need !== undefined && { need }) };
  return (await get('/api/v1/me/signups', { query, ...(signal && { signal }) })).items;
}

export function readPast(
  query: { cursor?: string },
  signal: AbortSignal
): Promise<{ items: OwnSignup[]; next_cursor: string | null }> {
  return get('/api/v1/me/signups', { query: { over: true, ...query }, signal });
}

export function readOne(id: string, signal: AbortSignal): Promise<OwnSignupHistory> {
  return get('/api/v1/me/signups/{signup_id}', { path: { signup_id: id }, signal });
}

export interface Made {
  id: string;
  status: SignupStatus;
  position_in_line: number | null;
  offered_until: string | null;
}

/** Signs up; sent again with the same `id` it makes no second one. */
export async function signUp(
  need: string,
  shift: string | null,
  body: SignupIn & { id: string }
): Promise<Made> {
  const key = body.id;
  return shift === null
    ? post('/api/v1/needs/{need_id}/signups', { path: { need_id: need }, body, key })
    : post('/api/v1/shifts/{shift_id}/signups', { path: { shift_id: shift }, body, key });
}

export function withdraw(id: string): Promise<Made> {
  return post('/api/v1/signups/{signup_id}/withdraw', { path: { signup_id: id } });
}

export function take(id: string): Promise<Made> {
  return post('/api/v1/signups/{signup_id}/take', { path: { signup_id: id } });
}
