// Short names for the shapes of hours given and of their certificates.
import type { Answer } from './client.ts';
import type { Body } from './send.ts';

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
