// Short names for the shapes of sign-ups as an association sees them.
import type { Answer } from './client.ts';

export type ApplicantsPage = Answer<'/api/v1/associations/{slug}/signups'>;
export type Applicant = ApplicantsPage['items'][number];
export type Counts = ApplicantsPage['counts'];
export type Group = keyof Counts;
export type CheckStatus = Applicant['child_check']['status'];

/** In the order in which they are worked through. */
export const GROUPS = ['unanswered', 'coming', 'waiting', 'past'] as const;
export const CHECK_STATES = ['none', 'asked', 'in_order'] as const;
