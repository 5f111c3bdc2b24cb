import type { OwnSignup, Standing } from '#api/signups.ts';
import type { Format } from '#lib/i18n/format.ts';
import type { SignupTexts } from './texts.ts';

/** Whether a place is held for this person, who has not said yes to it yet. */
export function isOffered(signup: Standing, now = Date.now()): boolean {
  return signup.offered_until !== null && Date.parse(signup.offered_until) > now;
}

/** Whether its shift has been called off. */
export function isCancelled({ shift }: Standing): boolean {
  return typeof shift?.cancelled_at === 'string';
}

/** Whether its shift is over. */
export function isPast({ shift }: Standing, now = Date.now()): boolean {
  return shift ? Date.parse(shift.ends_at) <= now : false;
}

/** Whether it can still be taken back. */
export function isOpen({ status }: Pick<Standing, 'status'>): boolean {
  return status === 'applied' || status === 'accepted' || status === 'waitlisted';
}

/** How it stands, in a few words. */
export function standingOf(signup: Standing, t: SignupTexts, format: Format): string {
  if (isCancelled(signup)) return t.standing.cancelled;
  // Nobody has said yet who came.
  if (signup.status === 'accepted' && isPast(signup)) return t.standing.past;
  if (isOffered(signup)) return t.standing.offered;
  if (signup.status === 'waitlisted' && signup.position_in_line !== null) {
    return t.inLine(format.number(signup.position_in_line));
  }
  return t.standing[signup.status];
}

export function toneOf(signup: Standing): 'good' | 'need' | 'plain' {
  if (isCancelled(signup)) return 'need';
  if (signup.status === 'accepted' && isPast(signup)) return 'plain';
  if (signup.status === 'accepted' || signup.status === 'attended') return 'good';
  return isOffered(signup) || signup.status === 'waitlisted' ? 'need' : 'plain';
}

/** What a new sign-up became. */
export function becameOf(
  { status, position_in_line }: Pick<Standing, 'status' | 'position_in_line'>,
  t: SignupTexts,
  format: Format
): string {
  if (status === 'waitlisted' && position_in_line !== null) {
    return t.becameInLine(format.number(position_in_line));
  }
  return status === 'applied' || status === 'accepted' || status === 'waitlisted'
    ? t.became[status]
    : t.standing[status];
}

/** What happens next. */
export function thenOf(
  signup: Pick<Standing, 'status'>,
  association: string,
  replyDays: number | null,
  t: SignupTexts
): string | null {
  if (signup.status === 'accepted') return t.then.accepted;
  if (signup.status === 'waitlisted') return t.then.waitlisted;
  if (signup.status !== 'applied') return null;
  return replyDays === null
    ? t.then.applied(association)
    : t.then.appliedDays(association, replyDays);
}

export interface Grouped {
  /** A place waits for a yes; the one that ends first stands first. */
  offers: OwnSignup[];
  /** A place is held; soonest first, those without a date last. */
  coming: OwnSignup[];
  /** Somebody else has to act; newest first. */
  waiting: OwnSignup[];
}

/** What is not over, in the order in which it matters. */
export function grouped(signups: readonly OwnSignup[], now = Date.now()): Grouped {
  const offers = signups.filter((one) => isOffered(one, now));
  const rest = signups.filter((one) => !isOffered(one, now) && isOpen(one));
  return {
    offers: offers.sort((one, other) => ends(one) - ends(other)),
    coming: rest
      .filter(({ status }) => status === 'accepted')
      // Two without a date are equal: their difference is no number.
      .sort((one, other) => starts(one) - starts(other) || 0),
    waiting: rest.filter(({ status }) => status !== 'accepted')
  };
}

const ends = ({ offered_until }: Standing) => Date.parse(offered_until ?? '');

const starts = ({ shift }: OwnSignup) => (shift ? Date.parse(shift.starts_at) : Infinity);
