import {
  type Applicant,
  type ApplicantsPage,
  type CheckStatus,
  type Group,
  GROUPS
} from '#api/volunteering.ts';
import { ask, get } from '#api/client.ts';
import { post, put } from '#api/send.ts';
import type { Format } from '#lib/i18n/format.ts';
import type { texts } from './texts.ts';
import { createContext } from 'svelte';

// An association's sign-ups, call by call.

export interface Wanted {
  slug: string;
  group: Group;
  need: string | null;
  /** Words to look for. */
  q: string;
  /** `null`: as they are worked through. */
  sort: Sort | null;
}

/** Other orders than a group's own. */
export const SORTS = ['name', 'day', 'newest'] as const;
export type Sort = (typeof SORTS)[number];
/** So many that a table fills any screen. */
const PAGE = 100;

export function readApplicants(
  { slug, group, need, q, sort, cursor }: Wanted & { cursor?: string },
  signal: AbortSignal
): Promise<ApplicantsPage> {
  return get('/api/v1/associations/{slug}/signups', {
    path: { slug },
    query: {
      group,
      limit: PAGE,
      ...(need && { need }),
      ...(q && { q }),
      ...(sort && { sort }),
      ...(cursor && { cursor })
    },
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

export type Answering = 'accept' | 'wait' | 'decline';

/** Answers just so: refused where a yes would only be a place on the waiting list, or the reverse. */
export function answer(id: string, act: Answering, message: string): Promise<Applicant> {
  const path = { signup_id: id };
  if (act === 'accept') {
    const body = { message, waiting_message: '', may_wait: false };
    return post('/api/v1/signups/{signup_id}/accept', { path, body });
  }
  return act === 'wait'
    ? post('/api/v1/signups/{signup_id}/wait', { path, body: { message } })
    : post('/api/v1/signups/{signup_id}/decline', { path, body: { message } });
}

/** Takes a no back: the sign-up is what it was before, as far as there is room. */
export const reopen = (id: string): Promise<Applicant> =>
  post('/api/v1/signups/{signup_id}/reopen', { path: { signup_id: id } });

export type AttendanceStatus = 'attended' | 'absent';

/** @param withoutCheck a yes to a certificate that is not in order */
export function noteCame(
  id: string,
  came: AttendanceStatus,
  withoutCheck = false
): Promise<Applicant> {
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

/** Which sign-ups are looked at, as the address keeps it. */
export interface Selection {
  group: Group;
  /** Of one need alone. */
  need: string | null;
  /** The crew of one shift, instead of a group. */
  shift: string | null;
  q: string;
  sort: Sort | null;
}

const AN_ID = /^[0-9a-f-]{36}$/;

export function readSelection(parameters: Pick<URLSearchParams, 'get'>): Selection {
  const id = (name: string) => {
    const value = parameters.get(name);
    return value && AN_ID.test(value) ? value : null;
  };
  const group = parameters.get('vis');
  return {
    group: GROUPS.find((one) => one === group) ?? 'unanswered',
    need: id('need'),
    shift: id('shift'),
    q: parameters.get('q') ?? '',
    sort: SORTS.find((one) => one === parameters.get('sort')) ?? null
  };
}

/** The query of an address; empty for the usual. */
export function addressOf({ group, need, shift, q, sort }: Selection): string {
  const parameters = new URLSearchParams();
  if (group !== 'unanswered') parameters.set('vis', group);
  if (need) parameters.set('need', need);
  if (shift) parameters.set('shift', shift);
  if (q) parameters.set('q', q);
  if (sort) parameters.set('sort', sort);
  return parameters.size > 0 ? `?${parameters}` : '';
}

type Texts = (typeof texts)['da'];

/** Who it is; nobody by name, once their account is gone. */
export const nameOf = ({ person }: Applicant, t: Texts): string => person?.name ?? t.somebody;

/** As one speaks to somebody. */
export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;

/** `tirs. 1. dec. kl. 17–19`, or that it is about the whole. */
export function whenOf({ shift }: Applicant, t: Texts, format: Format): string {
  return shift === null ? t.wholeNeed : `${format.shortDay(shift.starts_at)} ${format.span(shift)}`;
}

/** Whether somebody can have been there. */
export const hasBegun = ({ shift }: Applicant, now = Date.now()): boolean =>
  shift === null || Date.parse(shift.starts_at) <= now;

export const hasAPlace = ({ status }: Applicant): boolean =>
  status === 'accepted' || status === 'attended' || status === 'absent';

/** Whether no place is left for them; one that is offered to them is theirs. */
export const isFull = ({ places_left, offered_until }: Applicant): boolean =>
  places_left <= 0 && offered_until === null;

export const checkIsMissing = ({ child_check: check }: Applicant): boolean =>
  check.needed && check.status !== 'in_order';

/** Tells the list that something of it has changed. */
export const [useChanges, provideChanges] = createContext<() => void>();
