// Short names for the shapes of one's own sign-ups.
import type { Answer } from './client.ts';
import type { Body } from './send.ts';

export type OwnSignup = Answer<'/api/v1/me/signups'>['items'][number];
export type OwnSignupHistory = Answer<'/api/v1/me/signups/{signup_id}'>;
export type SignupStep = OwnSignupHistory['history'][number];
export type SignupStatus =
  'applied' | 'accepted' | 'waitlisted' | 'declined' | 'attended' | 'absent' | 'withdrawn';

/** What a sign-up is, and no more: as every answer about one tells it. */
export type Standing = Pick<OwnSignup, 'status' | 'position_in_line' | 'offered_until'> & {
  shift?: { ends_at: string; cancelled_at: string | null } | null;
};
export type SignupIn = Body<'/api/v1/needs/{need_id}/signups', 'post'>;
export type GuestSignupIn = Body<'/api/v1/needs/{need_id}/signups/guest', 'post'>;

/** Another shift at the same time, as the warning lists it. */
export interface Overlap {
  signup: string;
  id: string;
  starts_at: string;
  ends_at: string;
  need: { id: string; title: string };
}
