import { GROUPS, type Group } from '#api/applicants.ts';

/** Which sign-ups are looked at, as the address keeps it. */
export interface Looking {
  group: Group;
  /** Of one need alone. */
  need: string | null;
  /** The crew of one shift, instead of a group. */
  shift: string | null;
}

const AN_ID = /^[0-9a-f-]{36}$/;

export function readLooking(parameters: Pick<URLSearchParams, 'get'>): Looking {
  const id = (name: string) => {
    const value = parameters.get(name);
    return value && AN_ID.test(value) ? value : null;
  };
  const group = parameters.get('vis');
  return {
    group: GROUPS.find((one) => one === group) ?? 'unanswered',
    need: id('need'),
    shift: id('shift')
  };
}

/** The query of an address; empty for the usual. */
export function addressOf({ group, need, shift }: Looking): string {
  const parameters = new URLSearchParams();
  if (group !== 'unanswered') parameters.set('vis', group);
  if (need) parameters.set('need', need);
  if (shift) parameters.set('shift', shift);
  return parameters.size > 0 ? `?${parameters}` : '';
}
