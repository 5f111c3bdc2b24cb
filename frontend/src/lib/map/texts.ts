import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  label: 'Kort, hvor I kan pege på stedet',
  help: 'Træk kortet, til nålen står det rigtige sted. Med tastatur: piletasterne flytter kortet, plus og minus zoomer.',
  failed: 'Kortet kan ikke vises her. Vælg byen i stedet.',
  here: (lat: string, lon: string) => `Nålen står på ${lat} nord, ${lon} øst`,
  zoomIn: 'Zoom ind',
  zoomOut: 'Zoom ud'
};

const en: Widened<typeof da> = {
  label: 'Map on which to point at the place',
  help: 'Drag the map until the pin is in the right place. By keyboard: the arrow keys move the map, plus and minus zoom.',
  failed: 'The map cannot be shown here. Choose the town instead.',
  here: (lat, lon) => `The pin is at ${lat} north, ${lon} east`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out'
};

export const pickerTexts: Record<Language, Widened<typeof da>> = { da, en };
