import type { Language } from '#api/types.ts';

// Beside the map, so that only those who open it fetch its words.
const da = {
  label: 'Kort',
  loading: 'Henter kortet …',
  here: (count: string, one: boolean) => (one ? '1 opgave her' : `${count} opgaver her`),
  pins: 'Opgaver på kortet. Brug piletasterne.',
  pin: (title: string, association: string) => `${title}, ${association}`,
  cluster: (count: string) => `${count} opgaver tæt på hinanden. Zoom ind`,
  sameSpot: (count: string) => `${count} opgaver samme sted`,
  previous: 'Forrige opgave',
  next: 'Næste opgave',
  zoomIn: 'Zoom ind',
  zoomOut: 'Zoom ud',
  wholeArea: 'Vis hele området',
  you: 'Her søger du fra',
  none: 'Ingen opgaver i dette udsnit',
  showAll: 'Zoom ud til opgaverne',
  onlyRemote: 'Opgaver hjemmefra har intet sted på kortet.',
  tooMany: 'Zoom ind for at se de enkelte opgaver.',
  failed: 'Kortet kan ikke vises her. Listen viser de samme opgaver.',
  source: 'Kort: Klimadatastyrelsen (CC BY 4.0), GeoNames (CC BY)'
};

type Texts = {
  [Key in keyof typeof da]: (typeof da)[Key] extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : string;
};

const en: Texts = {
  label: 'Map',
  loading: 'Loading the map …',
  here: (count, one) => (one ? '1 task here' : `${count} tasks here`),
  pins: 'Tasks on the map. Use the arrow keys.',
  pin: (title, association) => `${title}, ${association}`,
  cluster: (count) => `${count} tasks close together. Zoom in`,
  sameSpot: (count) => `${count} tasks in the same place`,
  previous: 'Previous task',
  next: 'Next task',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeArea: 'Show the whole area',
  you: 'You are searching from here',
  none: 'No tasks in this part of the map',
  showAll: 'Zoom out to the tasks',
  onlyRemote: 'Tasks done from home have no place on the map.',
  tooMany: 'Zoom in to see single tasks.',
  failed: 'The map cannot be shown here. The list has the same tasks.',
  source: 'Map: Klimadatastyrelsen (CC BY 4.0), GeoNames (CC BY)'
};

export const texts: Record<Language, Texts> = { da, en };
