import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// A catalogue of its own, so that the first visit does not fetch it.
const da = {
  title: 'Foreninger og netværk',
  all: 'Foreninger',
  heading: 'Find en forening',
  searchLabel: 'Søg i foreninger',
  searchPlaceholder: 'Fx spejder, kor eller besøgsven',
  count: (count: string, one: boolean) => (one ? '1 forening' : `${count} foreninger`),
  openNeeds: (count: number) => (count === 1 ? '1 åben opgave' : `${count} åbne opgaver`),
  kind: 'Type',
  verified: 'Bekræftet af kommunen',
  approved: 'Folkeoplysende forening',
  emptyTitle: 'Ingen foreninger passer',
  emptyText: 'Prøv at søge længere væk eller med færre ord.',
  missing: 'Mangler jeres forening eller netværk?',
  register: 'Opret den her',
  needs: 'Her kan du hjælpe',
  noNeeds: 'Foreningen søger ikke frivillige lige nu.',
  about: 'Om foreningen',
  address: 'Adresse',
  contact: 'Kontakt',
  website: 'Hjemmeside',
  cvr: 'CVR',
  languages: 'Sprog',
  access: 'Adgang',
  reply: 'Svartid'
};

const en: Widened<typeof da> = {
  title: 'Associations and networks',
  all: 'Associations',
  heading: 'Find an association',
  searchLabel: 'Search associations',
  searchPlaceholder: 'E.g. scouts, choir or visiting friend',
  count: (count, one) => (one ? '1 association' : `${count} associations`),
  openNeeds: (count) => (count === 1 ? '1 open task' : `${count} open tasks`),
  kind: 'Type',
  verified: 'Confirmed by the municipality',
  approved: 'Approved for public adult education',
  emptyTitle: 'No associations match',
  emptyText: 'Try searching further away or with fewer words.',
  missing: 'Is your association or network not here?',
  register: 'Register it',
  needs: 'Where you can help',
  noNeeds: 'The association is not looking for volunteers right now.',
  about: 'About the association',
  address: 'Address',
  contact: 'Contact',
  website: 'Website',
  cvr: 'CVR number',
  languages: 'Languages',
  access: 'Access',
  reply: 'Reply time'
};

export const associationTexts: Record<Language, Widened<typeof da>> = { da, en };
