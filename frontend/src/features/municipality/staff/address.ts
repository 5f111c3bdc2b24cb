import type { ReportStatus } from '#api/desk.ts';
import { VIEWS, type View } from './calls.ts';

/** Which associations staff look at, as the address keeps it. */
export interface Looking {
  view: View;
  q: string;
  chosen: string | null;
}

export function readLooking(parameters: Pick<URLSearchParams, 'get'>): Looking {
  const view = parameters.get('vis');
  const chosen = parameters.get('valgt');
  return {
    view: VIEWS.find((one) => one === view) ?? 'pending',
    q: (parameters.get('q') ?? '').trim().slice(0, 100),
    chosen: chosen && /^[a-z0-9-]{1,200}$/.test(chosen) ? chosen : null
  };
}

/** The query of an address; empty for the usual. */
export function addressOf({ view, q, chosen }: Looking): string {
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
