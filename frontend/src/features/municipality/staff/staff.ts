import { createContext } from 'svelte';
import type {
  StaffOverview,
  Claim,
  Desk,
  Employee,
  Report,
  ReportStatus,
  StaffAssociation,
  StaffPerson
} from '#api/associations.ts';
import type { Remote } from '#lib/remote.svelte.ts';
import { address, readFrom } from '#api/client.ts';
import { send } from '#api/send.ts';
import { searchable } from '#lib/ui/text.ts';
import type { Page } from '#lib/paged.svelte.ts';

/** How much waits for the staff: all their screens share it, and count anew after a decision. */
export const [useCounts, provideCounts] = createContext<Remote<StaffOverview>>();

// What staff ask and decide, call by call.
const STAFF = '/api/v1/staff';

async function read<Found>(
  url: string,
  query: Record<string, string | number | boolean | undefined>,
  signal?: AbortSignal
): Promise<Found> {
  return (await readFrom(address(url, {}, query), signal)) as Found;
}

export const readOverview = (signal?: AbortSignal): Promise<StaffOverview> =>
  read(`${STAFF}/overview`, {}, signal);

export type View = 'pending' | 'public' | 'hidden' | 'without_manager';
export const VIEWS: readonly View[] = ['pending', 'public', 'hidden', 'without_manager'];

export interface AssociationsAsked {
  view: View | null;
  q: string;
  cursor?: string;
}

export function readAssociations(
  { view, q, cursor }: AssociationsAsked,
  signal?: AbortSignal
): Promise<Page<StaffAssociation>> {
  const chosen =
    view === 'without_manager' ? { without_manager: true } : view ? { status: view } : {};
  return read(
    `${STAFF}/associations`,
    { ...chosen, ...(q && { q: searchable(q) }), ...(cursor && { cursor }) },
    signal
  );
}

export async function readDesk(slug: string, signal?: AbortSignal): Promise<Desk> {
  return read(address('/api/v1/associations/{slug}/desk', { slug }, {}), {}, signal);
}

const act = async (slug: string, verb: string, body: object = {}): Promise<void> => {
  await send('POST', address(`${STAFF}/associations/{slug}/${verb}`, { slug }, {}), { body });
};

export const verify = (slug: string) => act(slug, 'verify');
export const decline = (slug: string, reason: string) => act(slug, 'decline', { reason });
/** Without both days there is no approval any more. */
export const approve = (slug: string, from: string | null, until: string | null) =>
  act(slug, 'approve', { from, until });
export const hide = (slug: string, reason: string) => act(slug, 'hide', { reason });
export const show = (slug: string) => act(slug, 'show');
/** Gives back the desk of the one that stays. */
export async function merge(slug: string, into: string): Promise<Desk> {
  const url = address(`${STAFF}/associations/{slug}/merge`, { slug }, {});
  return (await send('POST', url, { body: { into } })).value as Desk;
}
/** Makes two of one again; gives back the desk of the one that is back. */
export async function undoMerge(id: string): Promise<Desk> {
  return (await send('POST', `${STAFF}/merges/${id}/undo`)).value as Desk;
}

export function readReports(
  { status, cursor }: { status: ReportStatus; cursor?: string },
  signal?: AbortSignal
): Promise<Page<Report>> {
  return read('/api/v1/staff/reports', { status, ...(cursor && { cursor }) }, signal);
}

export async function decideReport(
  id: string,
  verb: 'uphold' | 'dismiss',
  decision: string
): Promise<void> {
  await send('POST', `${STAFF}/reports/${id}/${verb}`, { body: { decision } });
}

/** Takes a decision back; what it hid is seen again. */
export async function reopenReport(id: string): Promise<void> {
  await send('POST', `${STAFF}/reports/${id}/reopen`);
}

export function readPowers(
  { cursor }: { cursor?: string },
  signal?: AbortSignal
): Promise<Page<Employee>> {
  return read(`${STAFF}/powers`, cursor ? { cursor } : {}, signal);
}

export function readClaims(
  { cursor }: { cursor?: string },
  signal?: AbortSignal
): Promise<Page<Claim>> {
  return read(`${STAFF}/claims`, cursor ? { cursor } : {}, signal);
}

export async function decideClaim(
  id: string,
  verb: 'accept' | 'decline',
  reason?: string
): Promise<void> {
  await send('POST', `${STAFF}/claims/${id}/${verb}`, { body: reason ? { reason } : {} });
}

export function readPeople(
  { q, cursor }: { q: string; cursor?: string },
  signal?: AbortSignal
): Promise<Page<StaffPerson>> {
  return read(`${STAFF}/people`, { q, ...(cursor && { cursor }) }, signal);
}

export async function setAreas(id: string, areas: readonly string[]): Promise<void> {
  await send('PUT', `${STAFF}/people/${id}/areas`, { body: { areas } });
}

/** Which associations staff look at, as the address keeps it. */
export interface Selection {
  view: View;
  q: string;
  chosen: string | null;
}

export function readSelection(parameters: Pick<URLSearchParams, 'get'>): Selection {
  const view = parameters.get('vis');
  const chosen = parameters.get('valgt');
  return {
    view: VIEWS.find((one) => one === view) ?? 'pending',
    q: (parameters.get('q') ?? '').trim().slice(0, 100),
    chosen: chosen && /^[a-z0-9-]{1,200}$/.test(chosen) ? chosen : null
  };
}

/** The query of an address; empty for the usual. */
export function addressOf({ view, q, chosen }: Selection): string {
  const parameters = new URLSearchParams();
  if (view !== 'pending') parameters.set('vis', view);
  if (q) parameters.set('q', q);
  if (chosen) parameters.set('valgt', chosen);
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** The query of an address that shows reports of a state, one of them chosen. */
export function reportsAddress(status: ReportStatus, chosen: string | null): string {
  const parameters = new URLSearchParams();
  if (status !== 'open') parameters.set('vis', status);
  if (chosen) parameters.set('valgt', chosen);
  return parameters.size > 0 ? `?${parameters}` : '';
}
