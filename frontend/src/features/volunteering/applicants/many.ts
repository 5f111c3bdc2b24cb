import { ApiError, get, type Answer } from '#api/client.ts';
import { post } from '#api/send.ts';
import type { Applicant } from '#api/volunteering.ts';
import type { Answering, Wanted } from './applicants.ts';

/** What can be done with many at once. */
export type ManyAct = Answering;

/** One answer to many, as it is about to be sent. */
export interface Many {
  act: ManyAct;
  applicants: readonly Applicant[];
}

export interface Left {
  applicant: Applicant;
  why: string;
}

/** As many as the server takes at once. */
export const BATCH = 25;
const PAGE = 100;

type SignupsPage = Answer<'/api/v1/associations/{slug}/signups'>;

/** All that a list would show, and not its first pages alone. */
export async function readAll(
  { slug, group, need, q }: Wanted,
  signal?: AbortSignal
): Promise<Applicant[]> {
  const found: Applicant[] = [];
  let cursor: string | null | undefined;
  do {
    const page: SignupsPage = await get('/api/v1/associations/{slug}/signups', {
      path: { slug },
      query: {
        group,
        limit: PAGE,
        ...(need && { need }),
        ...(q && { q }),
        ...(cursor && { cursor })
      },
      ...(signal && { signal })
    });
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return found;
}

/** Takes a no to many back, batch by batch; rejects where that could be done for none of them. */
export async function reopenMany(slug: string, applicants: readonly Applicant[]): Promise<void> {
  let reopened = 0;
  let problem: string | undefined;
  for (let from = 0; from < applicants.length; from += BATCH) {
    const signups = applicants.slice(from, from + BATCH).map(({ id }) => id);
    const { outcomes } = await post('/api/v1/associations/{slug}/signups/answers', {
      path: { slug },
      body: { act: 'reopen', message: '', waiting_message: '', signups }
    });
    reopened += outcomes.filter((one) => one.problem === null).length;
    problem ??= outcomes.find((one) => one.problem !== null)?.problem?.title;
  }
  if (reopened === 0) throw new ApiError('refused', 409, problem ? { detail: problem } : {});
}

/**
 * Gives many one answer, batch by batch; those that nothing was done for, and why. Sent again after
 * it failed half way, it answers nobody twice.
 * @param said to each; those who are put on the waiting list get `waiting`
 * @param ondone how many have been gone through
 */
export async function answerMany(
  slug: string,
  { act, applicants }: Many,
  said: { message: string; waiting: string },
  ondone: (count: number) => void
): Promise<Left[]> {
  const left: Left[] = [];
  for (let from = 0; from < applicants.length; from += BATCH) {
    const batch = applicants.slice(from, from + BATCH);
    const { outcomes } = await post('/api/v1/associations/{slug}/signups/answers', {
      path: { slug },
      body: {
        act,
        message: said.message,
        waiting_message: said.waiting,
        signups: batch.map(({ id }) => id)
      }
    });
    for (const [at, { problem }] of outcomes.entries()) {
      const applicant = batch[at];
      if (problem && applicant) left.push({ applicant, why: problem.title });
    }
    ondone(from + batch.length);
  }
  return left;
}
