// The shapes of what is one's own.
import type { Language, PartOfDay, Weekday } from './types.ts';

export const CONSENTS = ['asked_for_needs', 'news_by_mail', 'shown_as_member'] as const;
export type ConsentPurpose = (typeof CONSENTS)[number];

export type HalfDay = `${Weekday}-${PartOfDay}`;

export interface LoginSession {
  id: string;
  created_at: string;
  used_at: string;
  current: boolean;
}

export interface Membership {
  slug: string;
  name: string;
  role: 'manager' | 'member';
  status: 'pending' | 'public' | 'hidden' | 'merged';
}

export interface Me {
  id: string;
  name: string;
  email: string;
  verified: boolean;
  language: Language;
  administrator: boolean;
  areas: string[];
  under_15_waiting: boolean;
  associations: Membership[];
  consents: { purpose: ConsentPurpose; given_at: string }[];
  sessions: LoginSession[];
  demo: boolean;
}

export interface Profile {
  home: {
    place: { slug: string; name: string } | null;
    position: { type: 'Point'; coordinates: [number, number] } | null;
  } | null;
  about: string;
  interests: string[];
  skills: string[];
  languages: string[];
  availability: HalfDay[];
  available_from: string | null;
  available_until: string | null;
  max_distance_m: number | null;
  birth_year: number | null;
}

/** As the server takes it. */
export type ProfileIn = Omit<Profile, 'home'> & {
  home: { place: string } | { lat: number; lon: number } | null;
};

export type LinkPurpose =
  'verify' | 'sign-in' | 'reset' | 'change-email' | 'guardian' | 'invitation' | 'erase';

/** What a mailed link would do. */
export interface LinkLook {
  purpose: LinkPurpose;
  /** Masked. */
  email: string;
  name?: string | null;
  association?: { slug: string; name: string } | null;
  role?: 'manager' | 'member' | null;
}

export interface LinkUsed {
  purpose: LinkPurpose;
  signed_in?: boolean;
  association?: { slug: string; name: string } | null;
}

export interface PrivacyTable {
  controller: { name: string };
  processor: string;
  rows: { what: string; why: string; basis: string; until: string }[];
}

export interface MailItem {
  id: string;
  to: string;
  subject: string;
  sent_at: string;
}

export interface Mail extends MailItem {
  text: string;
  html: string;
}
