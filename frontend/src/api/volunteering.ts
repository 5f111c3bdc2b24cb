// Short names for the shapes of volunteering: needs as their association sees them, sign-ups, hours, what is saved.
import type { Answer } from './client.ts';
import type { paths } from './schema';
import type { Body } from './send.ts';
import type { Commitment, Need, Weekday } from './types.ts';

type NeedDeskOut = Answer<'/api/v1/needs/{need_id}/desk'>;
type CopyOut = Extract<
  paths['/api/v1/needs/{need_id}/duplicate']['post']['responses'][201],
  object
>['content']['application/json'];
type NeedRowOut = Answer<'/api/v1/associations/{slug}/desk/needs'>['items'][number];

/** A weekday with times on a local clock. */
export interface PatternLine {
  weekday: Weekday;
  starts: string;
  ends: string;
}

export type NeedDesk = Omit<NeedDeskOut, 'commitment' | 'lang' | 'pattern' | 'preview'> & {
  commitment: Commitment | null;
  lang: Need['lang'];
  pattern: PatternLine[];
  preview: Need;
};
/** A new draft for another season, and what became of its days. */
export type NeedCopy = CopyOut;
export type NeedRow = Omit<NeedRowOut, 'commitment'> & { commitment: Commitment | null };
export type NeedStatus = NeedDesk['status'];
/** What an association says of a need; what is left out stays as it is. */
export type NeedEdit = Body<'/api/v1/needs/{need_id}', 'patch'>;
export type NeedIn = Body<'/api/v1/associations/{slug}/needs', 'post'>;

export type DeskShift = Answer<'/api/v1/needs/{need_id}/shifts'>['items'][number];
export type Crew = DeskShift['crew'][number];
export type ShiftIn = Body<'/api/v1/needs/{need_id}/shifts', 'post'>;
export type ShiftEdit = Body<'/api/v1/shifts/{shift_id}', 'patch'>;
export type WeeklyIn = Body<'/api/v1/needs/{need_id}/shifts/weekly', 'post'>;
/** The dates of a weekly pattern, as the server found them. */
export type Weekly =
  paths['/api/v1/needs/{need_id}/shifts/weekly']['post']['responses'][200]['content']['application/json'];

/** One week of all an association's shifts. */
export type Week = Answer<'/api/v1/associations/{slug}/desk/shifts'>;
export type WeekShift = Week['items'][number];
export type CopyWeekIn = Body<'/api/v1/associations/{slug}/desk/shifts/copy', 'post'>;
/** The week's shifts as they would be in the other week. */
export type CopiedWeek =
  paths['/api/v1/associations/{slug}/desk/shifts/copy']['post']['responses'][200]['content']['application/json'];

/** In the order in which a need lives. */
export const NEED_STATUSES = ['draft', 'published', 'filled', 'paused', 'closed'] as const;

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

export type ApplicantsPage = Answer<'/api/v1/associations/{slug}/signups'>;
export type Applicant = ApplicantsPage['items'][number];
export type Counts = ApplicantsPage['counts'];
export type Group = keyof Counts;
export type CheckStatus = Applicant['child_check']['status'];

/** In the order in which they are worked through. */
export const GROUPS = ['unanswered', 'coming', 'waiting', 'past'] as const;
export const CHECK_STATES = ['none', 'asked', 'in_order'] as const;

export type ThreadPage = Answer<'/api/v1/signups/{signup_id}/messages'>;
export type Message = ThreadPage['items'][number];
export type Side = ThreadPage['side'];

export type MyHours = Answer<'/api/v1/me/hours'>;
export type HoursEntry = MyHours['items'][number];
export type Helped = MyHours['associations'][number];
export type Month = MyHours['months'][number];
export type MyHoursIn = Body<'/api/v1/me/hours', 'post'>;

export type DeskHours = Answer<'/api/v1/associations/{slug}/hours'>;
export type DeskEntry = DeskHours['items'][number];
export type HoursStatus = HoursEntry['status'];
export type DeskHoursIn = Body<'/api/v1/associations/{slug}/hours', 'post'>;
/** Somebody's place, for which hours can be entered. */
export type Place = Answer<'/api/v1/associations/{slug}/signups'>['items'][number];

export type Certificate = Answer<'/api/v1/me/certificates'>['items'][number];
export type CertificateIn = Body<'/api/v1/me/certificates', 'post'>;
export type Paper = Answer<'/api/v1/certificates/{code}'>;

export const FREQUENCIES = ['daily', 'weekly', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export type SavedSearch = Answer<'/api/v1/me/searches'>['items'][number];
export type SearchIn = Body<'/api/v1/me/searches', 'post'>;
export type SearchEdit = Body<'/api/v1/me/searches/{search_id}', 'patch'>;
export type Favourite = Answer<'/api/v1/me/favourites'>['items'][number];

export type CalendarAddress = Answer<'/api/v1/me/calendar'>;
