// Short names for the shapes in which an association writes its needs and plans their shifts.
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

/** In the order in which a need lives. */
export const NEED_STATUSES = ['draft', 'published', 'filled', 'paused', 'closed'] as const;
