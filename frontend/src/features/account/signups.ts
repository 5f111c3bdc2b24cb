import type { LinkPurpose } from '#api/people.ts';

/** Whether a link asks for a yes to a sign-up, which a no answers as well. */
export function isAboutSignup(purpose: LinkPurpose): purpose is 'guest-signup' | 'offer' {
  return purpose === 'guest-signup' || purpose === 'offer';
}
