// The shapes of what is one's own.
import type { Answer } from './client.ts';
import type { Body } from './send.ts';
import type { Overlap, SignupStatus } from './volunteering.ts';
import type { Language, PartOfDay, Weekday } from './types.ts';

export const CONSENTS = ['asked_for_needs', 'news_by_mail', 'shown_as_member'] as const;
export type ConsentPurpose = (typeof CONSENTS)[number];

export type HalfDay = `${Weekday}-${PartOfDay}`;

type MeOut = Answer<'/api/v1/me'>;
type ProfileOut = Answer<'/api/v1/me/profile'>;

export type LoginSession = MeOut['sessions'][number];

export interface Membership {
  slug: string;
  name: string;
  role: 'manager' | 'member';
  status: 'pending' | 'public' | 'hidden' | 'merged';
}

export type Me = Omit<MeOut, 'associations' | 'language'> & {
  associations: Membership[];
  language: Language;
};

export type Profile = Omit<ProfileOut, 'availability' | 'home'> & {
  availability: HalfDay[];
  home: {
    place: { slug: string; name: string } | null;
    position: { coordinates: [number, number] } | null;
  } | null;
};

/** As the server takes it. */
export type ProfileIn = Body<'/api/v1/me/profile', 'put'>;

export type LinkPurpose =
  | 'verify'
  | 'sign-in'
  | 'reset'
  | 'change-email'
  | 'guardian'
  | 'invitation'
  | 'erase'
  | 'administrator'
  | 'undo-email'
  | 'guardian-withdraw'
  | 'guest-signup'
  | 'offer';

/** What a link is about that a sign-up hangs on. */
interface LinkedSignup {
  need?: { id: string; title: string };
  shift?: { id: string; starts_at: string; ends_at: string } | null;
}

/** What a mailed link would do. */
export interface LinkLook extends LinkedSignup {
  purpose: LinkPurpose;
  /** Masked. */
  email: string;
  /** What the press of the button must bring. */
  needs: ('name' | 'password')[];
  /** Whom it is about; what to begin with, where a name is needed. */
  name?: string | null;
  /** Masked; the address that the account has now, where it can be undone. */
  new_email?: string;
  association?: { slug: string; name: string } | null;
  role?: 'manager' | 'member' | null;
  /** Other shifts at the same time; using the link says yes to it. */
  overlaps?: Overlap[];
  /** Until when an offer stands. */
  until?: string;
}

export interface LinkUsed extends LinkedSignup {
  purpose: LinkPurpose;
  signed_in?: boolean;
  association?: { slug: string; name: string } | null;
  /** What became of it; absent after a no that undid nothing. */
  signup?: { id: string; status: SignupStatus; position_in_line: number | null };
}

export type PrivacyTable = Answer<'/api/v1/privacy'>;

export type MailItem = Answer<'/api/v1/demo/mails'>['items'][number];
export type Mail = Answer<'/api/v1/demo/mails/{mail_id}'>;
