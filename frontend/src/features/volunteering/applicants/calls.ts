import type { Applicant, ApplicantsPage, CheckStatus, Group } from '#api/applicants.ts';
import { ask, get } from '#api/client.ts';
import { post, put } from '#api/send.ts';

// An association's sign-ups, call by call.

export interface Wanted {
  slug: string;
  group: Group;
  need: string | null;
}

export function readApplicants(
  { slug, group, need, cursor }: Wanted & { cursor?: string },
  signal: AbortSignal
): Promise<ApplicantsPage> {
  return get('/api/v1/associations/{slug}/signups', {
    path: { slug },
    query: { group, ...(need && { need }), ...(cursor && { cursor }) },
    signal
  });
}

/** Who has a place in a shift, and how many still ask for one. */
export function readCrew(
  slug: string,
  shift: string,
  signal: AbortSignal
): Promise<ApplicantsPage> {
  return get('/api/v1/associations/{slug}/signups', {
    path: { slug },
    query: { shift, status: ['accepted', 'attended', 'absent'], limit: 100 },
    signal
  });
}

/** The association's needs, to look at one of them alone. */
export async function readNeeds(
  slug: string,
  signal: AbortSignal
): Promise<{ id: string; title: string }[]> {
  const { items } = await get('/api/v1/associations/{slug}/desk/needs', {
    path: { slug },
    query: { limit: 100 },
    signal
  });
  return items;
}

export function readOne(id: string, signal: AbortSignal): Promise<Applicant> {
  return get('/api/v1/signups/{signup_id}/desk', { path: { signup_id: id }, signal });
}

export type Answering = 'accept' | 'decline';

export function answer(id: string, act: Answering, message: string): Promise<Applicant> {
  const wishes = { path: { signup_id: id }, body: { message } };
  return act === 'accept'
    ? post('/api/v1/signups/{signup_id}/accept', wishes)
    : post('/api/v1/signups/{signup_id}/decline', wishes);
}

export type Came = 'attended' | 'absent';

/** @param withoutCheck a yes to a certificate that is not in order */
export function noteCame(id: string, came: Came, withoutCheck = false): Promise<Applicant> {
  const path = { signup_id: id };
  return came === 'absent'
    ? post('/api/v1/signups/{signup_id}/absent', { path })
    : post('/api/v1/signups/{signup_id}/attended', {
        path,
        body: { without_check: withoutCheck }
      });
}

export async function noteCheck(id: string, status: CheckStatus): Promise<Applicant> {
  const wishes = { path: { signup_id: id }, body: { status } };
  return (await put('/api/v1/signups/{signup_id}/child-check', wishes)).value;
}

export async function remind(shift: string, message: string): Promise<number> {
  const wishes = { path: { shift_id: shift }, body: { message } };
  return (await post('/api/v1/shifts/{shift_id}/remind', wishes)).reminded;
}

/** Not a plain link: a session that has run out is renewed first, and an error is said here. */
export async function fetchContacts(shift: string): Promise<Blob> {
  const url = `/api/v1/shifts/${encodeURIComponent(shift)}/contacts.csv`;
  const response = await ask(url, () => ({ headers: { Accept: '*/*' } }));
  return response.blob();
}
