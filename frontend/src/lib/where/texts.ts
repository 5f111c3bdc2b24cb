import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// A catalogue of its own, so that it comes with the sheet and not with the first visit.
const da = {
  search: 'By eller område',
  placeholder: 'Skriv en by',
  useMine: 'Brug min placering',
  mineNote: 'Din placering rundes af til cirka 100 meter og bliver ikke gemt.',
  locating: 'Finder dig …',
  denied:
    'Din telefon giver ikke lov til at bruge placeringen. Du kan give lov i telefonens indstillinger eller skrive en by.',
  unavailable: 'Vi kunne ikke finde din placering. Skriv en by i stedet.',
  radius: 'Hvor langt væk?',
  noPlace: (text: string) => `Vi kender ikke »${text}«. Prøv en anden by.`,
  matches: (count: number) => (count === 1 ? '1 forslag' : `${count} forslag`),
  towns: 'Byer',
  larger: 'Større byer',
  others: 'Alle andre',
  home: (town: string) => `Min by: ${town}`,
  kinds: { town: 'by', village: 'landsby', hamlet: 'mindre bebyggelse', district: 'bydel' }
};

const en: Widened<typeof da> = {
  search: 'Town or area',
  placeholder: 'Type a town',
  useMine: 'Use my location',
  mineNote: 'Your location is rounded to about 100 metres and is not kept.',
  locating: 'Finding you …',
  denied:
    'Your phone does not allow using your location. Allow it in the phone’s settings, or type a town.',
  unavailable: 'We could not find your location. Type a town instead.',
  radius: 'How far away?',
  noPlace: (text) => `We do not know “${text}”. Try another town.`,
  matches: (count) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
  towns: 'Towns',
  larger: 'Larger towns',
  others: 'All others',
  home: (town) => `My town: ${town}`,
  kinds: { town: 'town', village: 'village', hamlet: 'hamlet', district: 'district' }
};

export const whereTexts: Record<Language, Widened<typeof da>> = { da, en };

const daTowns = {
  add: 'Tilføj en by',
  remove: (name: string) => `Fjern ${name}`,
  added: (name: string) => `${name} er tilføjet`,
  removed: (name: string) => `${name} er fjernet`,
  none: (text: string) => `Vi kender ikke »${text}«. Prøv en anden by.`
};

const enTowns: Widened<typeof daTowns> = {
  add: 'Add a town',
  remove: (name) => `Remove ${name}`,
  added: (name) => `${name} was added`,
  removed: (name) => `${name} was removed`,
  none: (text) => `We do not know “${text}”. Try another town.`
};

export const townTexts: Record<Language, Widened<typeof daTowns>> = {
  da: daTowns,
  en: enTowns
};
