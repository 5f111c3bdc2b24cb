import type { Applicant } from '#api/applicants.ts';
import type { Format } from '#lib/i18n/format.ts';
import type { texts } from './texts.ts';

type Texts = (typeof texts)['da'];

/** Who it is; nobody by name, once their account is gone. */
export const nameOf = ({ person }: Applicant, t: Texts): string => person?.name ?? t.somebody;

/** As one speaks to somebody. */
export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;

/** `tirs. 1. dec. kl. 17–19`, or that it is about the whole. */
export function whenOf({ shift }: Applicant, t: Texts, format: Format): string {
  return shift === null ? t.wholeNeed : `${format.shortDay(shift.starts_at)} ${format.span(shift)}`;
}

/** Whether somebody can have been there. */
export const hasBegun = ({ shift }: Applicant, now = Date.now()): boolean =>
  shift === null || Date.parse(shift.starts_at) <= now;

export const hasAPlace = ({ status }: Applicant): boolean =>
  status === 'accepted' || status === 'attended' || status === 'absent';

export const checkIsMissing = ({ child_check: check }: Applicant): boolean =>
  check.needed && check.status !== 'in_order';
