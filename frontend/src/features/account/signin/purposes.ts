import type { LinkPurpose } from '#api/people.ts';

/** Whether a link asks for a yes to a sign-up, which a no answers as well. */
export function isAboutSignup(purpose: LinkPurpose): purpose is 'guest-signup' | 'offer' {
  return purpose === 'guest-signup' || purpose === 'offer';
}

/** Whether a child's guardian is asked. */
export function isGuardians(purpose: LinkPurpose): boolean {
  return purpose === 'guardian' || purpose === 'guardian-withdraw';
}

/** Whether a yes takes something away. */
export function isDire(purpose: LinkPurpose): boolean {
  return purpose === 'erase' || purpose === 'guardian-withdraw';
}
