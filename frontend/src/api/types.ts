// Short names for the shapes in the generated schema.
import type { Answer, Query } from './client.ts';

export type Site = Answer<'/api/v1/site'>;
export type Place = Answer<'/api/v1/places/{slug}'>;
export type Interest = Answer<'/api/v1/interests'>['items'][number];

export type NeedQuery = Query<'/api/v1/needs'>;
export type NeedItem = Answer<'/api/v1/needs'>['items'][number];
export type Need = Answer<'/api/v1/needs/{need_id}'>;
export type Shift = Need['shifts'][number];
export type When = NeedItem['when'];
export type Facets = Answer<'/api/v1/needs/facets'>;

export type AssociationQuery = Query<'/api/v1/associations'>;
export type AssociationItem = Answer<'/api/v1/associations'>['items'][number];
export type Association = Answer<'/api/v1/associations/{slug}'>;

export type PremisesQuery = Query<'/api/v1/premises'>;
export type PremisesItem = Answer<'/api/v1/premises'>['items'][number];
export type Premises = Answer<'/api/v1/premises/{slug}'>;
export type OpeningHours = Premises['opening_hours'][number];

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening'] as const;
export const SOON = ['tonight', 'weekend', 'week'] as const;
export const COMMITMENTS = ['once', 'recurring', 'ongoing'] as const;
export const ASSOCIATION_KINDS = ['association', 'network', 'initiative'] as const;
export const FEATURES = [
  'step_free',
  'accessible_toilet',
  'hearing_loop',
  'lift',
  'accessible_parking',
  'low_vision'
] as const;
export const ACTIVITIES = [
  'meetings',
  'lectures',
  'workshops',
  'dining',
  'cooking',
  'children',
  'ball_games',
  'badminton',
  'gymnastics',
  'dance',
  'yoga',
  'swimming',
  'music',
  'theatre',
  'exhibitions',
  'outdoor'
] as const;

export type Weekday = (typeof WEEKDAYS)[number];
export type PartOfDay = (typeof PARTS_OF_DAY)[number];
export type Commitment = (typeof COMMITMENTS)[number];
export type AssociationKind = (typeof ASSOCIATION_KINDS)[number];
export type Feature = (typeof FEATURES)[number];
export type Activity = (typeof ACTIVITIES)[number];
export type Language = 'da' | 'en';
export type Soon = (typeof SOON)[number];
