// The shapes of /api/v1, in the form openapi-typescript writes them.

type Json<T> = { content: { 'application/json': T } };
type Get<Query, Path, Body> = {
  get: { parameters: { query?: Query; path?: Path }; responses: { 200: Json<Body> } };
};

type Point = { type: 'Point'; coordinates: [number, number] };
type MultiPoint = { type: 'MultiPoint'; coordinates: [number, number][] };
type Lang = 'da' | 'en';
type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
type PartOfDay = 'morning' | 'afternoon' | 'evening';
type Commitment = 'once' | 'recurring' | 'ongoing';
type AssociationKind = 'association' | 'network' | 'initiative';
type Accuracy = 'exact' | 'town';
type Feature =
  | 'step_free'
  | 'accessible_toilet'
  | 'hearing_loop'
  | 'lift'
  | 'accessible_parking'
  | 'low_vision';
type Activity =
  | 'ball_games'
  | 'badminton'
  | 'gymnastics'
  | 'dance'
  | 'yoga'
  | 'swimming'
  | 'meetings'
  | 'lectures'
  | 'workshops'
  | 'music'
  | 'theatre'
  | 'cooking'
  | 'exhibitions'
  | 'outdoor'
  | 'children'
  | 'dining';

type Page<T> = { items: T[]; next_cursor: string | null; total?: number };
type PlaceRef = { slug: string; name: string };
type Contact = { name: string; email: string | null; phone: string | null };

type Near = { lat?: number; lon?: number; place?: string; radius_m?: number };
type Paging = { limit?: number; cursor?: string; with_total?: boolean };

type Place = {
  slug: string;
  name: string;
  kind: 'town' | 'village' | 'hamlet' | 'district';
  postcode: string;
  position: Point;
  distance_m: number | null;
};

type Located = {
  positions: MultiPoint | null;
  position: Point | null;
  position_accuracy: Accuracy | null;
  distance_m: number | null;
  places: PlaceRef[];
};

type When = {
  kind: Commitment;
  pattern: { weekday: Weekday; starts: string; ends: string }[];
  weekdays: Weekday[];
  parts_of_day: PartOfDay[];
  hours_per_week: number | null;
  from: string | null;
  until: string | null;
  next: { starts_at: string; ends_at: string } | null;
};

type NeedItem = Located & {
  id: string;
  title: string;
  summary: string;
  lang: Lang;
  association: { slug: string; name: string; kind: AssociationKind };
  interests: string[];
  when: When;
  remote: boolean;
  wanted: number;
  missing: number;
  status: string;
  demo: boolean;
};

type AssociationItem = Located & {
  id: string;
  slug: string;
  name: string;
  kind: AssociationKind;
  summary: string;
  lang: Lang;
  interests: string[];
  open_needs: number;
  reply_days: number | null;
  verified: boolean;
  approved: boolean;
  demo: boolean;
};

type Need = Omit<NeedItem, 'association'> & {
  description_html: string;
  tasks: string[];
  benefits: string[];
  requirements: string[];
  skills: string[];
  languages: string[];
  minimum_age: number | null;
  helps: string | null;
  children_under_15: boolean;
  step_free: boolean | null;
  public_transport: string | null;
  address: string | null;
  intake: 'instant' | 'reviewed';
  takes_whole: boolean;
  deadline: string | null;
  contact: Contact;
  association: AssociationItem;
  shifts: {
    id: string;
    starts_at: string;
    ends_at: string;
    capacity: number;
    places_left: number;
    minimum_crew: number | null;
  }[];
  published_at: string;
  updated_at: string;
};

type Association = AssociationItem & {
  purpose_html: string;
  address: string | null;
  contact: Contact;
  website: string | null;
  languages: string[];
  cvr: string | null;
  step_free: boolean | null;
  approved_until: string | null;
  updated_at: string;
};

type Space = {
  id: string;
  name: string;
  capacity: number;
  area_m2: number | null;
  floor: string | null;
  activities: Activity[];
  features: Feature[];
};

type PremisesItem = Located & {
  id: string;
  slug: string;
  name: string;
  operator: string;
  summary: string;
  lang: Lang;
  address: string | null;
  features: Feature[];
  spaces: Space[];
  demo: boolean;
};

type Premises = Omit<PremisesItem, 'spaces'> & {
  description_html: string;
  contact: Contact;
  parking: string | null;
  transport: string | null;
  house_rules: string[];
  spaces: (Space & { parts: string[]; equipment: string[] })[];
  opening_hours: { weekday: Weekday; opens: string; closes: string }[];
  updated_at: string;
};

type NeedFilters = {
  q?: string;
  interest?: string[];
  weekday?: Weekday[];
  part_of_day?: PartOfDay[];
  commitment?: Commitment[];
  remote?: 'include' | 'only' | 'exclude';
  association?: string;
  step_free?: boolean;
};

type Count = { value: string; label: string; count: number };

export interface paths {
  '/api/v1/site': Get<
    never,
    never,
    {
      name: string;
      municipality: string;
      authority: string;
      demo: boolean;
      public_url: string;
      map_style_url: string | null;
      accessibility_statement_url: string | null;
      bounds: [number, number, number, number];
      centre: Point;
    }
  >;
  '/api/v1/interests': Get<never, never, Page<{ slug: string; label: string }>>;
  '/api/v1/places': Get<{ q?: string; lat?: number; lon?: number; limit?: number }, never, Page<Place>>;
  '/api/v1/places/{slug}': Get<never, { slug: string }, Place>;
  '/api/v1/needs': Get<Near & NeedFilters & Paging, never, Page<NeedItem>>;
  '/api/v1/needs/{id}': Get<never, { id: string }, Need>;
  '/api/v1/needs/facets': Get<
    Near & NeedFilters,
    never,
    Record<'interest' | 'weekday' | 'part_of_day' | 'commitment' | 'remote', Count[]>
  >;
  '/api/v1/associations': Get<
    Near & Paging & { q?: string; interest?: string[]; kind?: AssociationKind[] },
    never,
    Page<AssociationItem>
  >;
  '/api/v1/associations/{slug}': Get<never, { slug: string }, Association>;
  '/api/v1/premises': Get<
    Near &
      Paging & {
        q?: string;
        starts_at?: string;
        ends_at?: string;
        persons?: number;
        activity?: Activity[];
        feature?: Feature[];
      },
    never,
    Page<PremisesItem>
  >;
  '/api/v1/premises/{slug}': Get<never, { slug: string }, Premises>;
}
