// Needs of the demonstration's board, made for one test.
import assert from 'node:assert/strict';
import { as, BOARD, stamp } from './people.ts';

export interface MadeNeed {
  id: string;
  title: string;
  path: string;
  /** Ids, soonest first. */
  shifts: string[];
  /** Takes it out of everybody's lists again. */
  close: () => Promise<void>;
}

/** A moment in so many days, at an hour by UTC. */
export function inDays(days: number, hour: number): string {
  const moment = new Date(Date.now() + days * 86_400_000);
  moment.setUTCHours(hour, 0, 0, 0);
  return moment.toISOString();
}

/** A published need of an association that the board runs. */
export async function makeNeed(
  values: object = {},
  shifts: readonly { starts_at: string; ends_at: string; capacity: number }[] = []
): Promise<MadeNeed> {
  const call = await as(BOARD);
  const answer = async (method: string, path: string, body?: object) => {
    const response = await call(method, path, body);
    const text = await response.text();
    assert(response.ok, `${method} ${path}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  };
  const me = await answer('GET', 'me');
  const runs = me.associations as { slug: string; role: string; status: string }[];
  const slug = runs.find(({ role, status }) => role === 'manager' && status === 'public')?.slug;
  assert(slug, 'the board runs something');
  const title = `Prøve ${stamp()}`;
  const { id } = (await answer('POST', `associations/${slug}/needs`, {
    title,
    summary: 'En opgave til en prøve.',
    description: 'Vi prøver, om man kan melde sig.',
    interests: ['nature'],
    commitment: shifts.length > 0 ? 'once' : 'ongoing',
    places: ['helsingoer'],
    wanted: 5,
    children_under_15: false,
    intake: 'instant',
    takes_whole: shifts.length === 0,
    ...values
  })) as { id: string };
  const made: string[] = [];
  for (const shift of shifts) {
    made.push((await answer('POST', `needs/${id}/shifts`, shift)).id as string);
  }
  await answer('POST', `needs/${id}/publish`);
  return {
    id,
    title,
    path: `/opgaver/${id}`,
    shifts: made,
    close: async () => {
      await answer('POST', `needs/${id}/close`);
    }
  };
}
