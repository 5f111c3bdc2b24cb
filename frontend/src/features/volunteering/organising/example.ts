import type { NeedDesk } from '#api/volunteering.ts';

/** A draft as the server tells it, for tests; `preview` is left out: nothing here reads it. */
export function aNeed(but: Partial<NeedDesk> = {}): NeedDesk {
  const need: Omit<NeedDesk, 'preview'> = {
    id: '01939c00-0000-7000-8000-000000000001',
    association: { slug: 'boldklubben', name: 'Boldklubben', kind: 'association' },
    title: 'Træner for U8',
    summary: 'Giv børn lyst til at bevæge sig.',
    description: 'Hver tirsdag.',
    lang: 'da',
    tasks: ['Led holdet'],
    benefits: [],
    requirements: [],
    skills: [],
    languages: ['da'],
    interests: ['sport'],
    helps: null,
    commitment: 'ongoing',
    pattern: [],
    hours_per_week: 2,
    from_day: null,
    until_day: null,
    deadline: null,
    places: [{ slug: 'hornbaek', name: 'Hornbæk' }],
    positions: [],
    position_accuracy: 'town',
    address: null,
    remote: false,
    wanted: 2,
    wanted_by_shifts: false,
    taken: 0,
    minimum_age: null,
    children_under_15: true,
    step_free: null,
    public_transport: null,
    intake: 'reviewed',
    takes_whole: true,
    contact: null,
    status: 'draft',
    shown: true,
    hidden_reason: null,
    published_at: null,
    open_until: null,
    updated_at: '2026-12-01T12:00:00+01:00',
    missing: [],
    may: {
      edit: true,
      publish: true,
      pause: false,
      close: false,
      duplicate: true,
      delete: true,
      see_history: true
    }
  };
  return { ...need, ...but } as NeedDesk;
}
