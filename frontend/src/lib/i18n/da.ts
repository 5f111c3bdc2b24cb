/** Danish is the original: the shape of this object is what every other language must fill. */
export const da = {
  appName: 'Samspil',
  skip: 'Gå til indholdet',
  loading: 'Henter …',
  close: 'Luk',
  retry: 'Prøv igen',
  clear: 'Ryd',
  undo: 'Fortryd',
  undone: 'Fortrudt.',
  all: 'Alle',
  share: 'Del',
  showMore: 'Vis flere',
  showingOf: (shown: number, total: number) => `Viser ${shown} af ${total}`,
  demo: 'Demonstration: opdigtede foreninger og opgaver',
  theMunicipality: 'kommunen',
  switchLanguage: 'English',

  nav: {
    label: 'Hovedmenu',
    find: 'Find',
    associations: 'Foreninger',
    premises: 'Lokaler',
    me: 'Mig'
  },

  error: {
    title: 'Det gik ikke',
    offline: 'Der er ikke forbindelse til nettet lige nu.',
    server: 'Der er en fejl hos os. Prøv igen om lidt.',
    busy: 'Der er travlt lige nu. Prøv igen om lidt.',
    tooMany: 'Der er mange, der søger lige nu. Vent et øjeblik, og prøv igen.',
    validation: 'Søgningen kunne ikke forstås. Prøv at rydde filtrene.',
    moreFailed: 'Resten kunne ikke hentes.',
    notFoundTitle: 'Siden findes ikke',
    notFound: 'Måske er linket skrevet forkert, eller siden er taget ned.',
    toFront: 'Find en opgave'
  },

  where: {
    label: 'Hvor?',
    anywhere: 'Hele kommunen',
    within: (distance: string) => `inden for ${distance}`,
    mine: 'Tæt på mig',
    done: 'Vis'
  },

  time: {
    weekdays: {
      mon: 'mandag',
      tue: 'tirsdag',
      wed: 'onsdag',
      thu: 'torsdag',
      fri: 'fredag',
      sat: 'lørdag',
      sun: 'søndag'
    },
    weekdaysShort: {
      mon: 'man',
      tue: 'tir',
      wed: 'ons',
      thu: 'tor',
      fri: 'fre',
      sat: 'lør',
      sun: 'søn'
    },
    weekdaysEvery: {
      mon: 'mandage',
      tue: 'tirsdage',
      wed: 'onsdage',
      thu: 'torsdage',
      fri: 'fredage',
      sat: 'lørdage',
      sun: 'søndage'
    },
    parts: { morning: 'Formiddag', afternoon: 'Eftermiddag', evening: 'Aften' },
    partsLower: { morning: 'formiddag', afternoon: 'eftermiddag', evening: 'aften' },
    at: (hours: string) => `kl. ${hours}`,
    everyDay: 'hver dag',
    workdays: 'hverdage',
    today: 'i dag',
    tomorrow: 'i morgen',
    hoursAWeek: (hours: string, one: boolean) =>
      one ? '1 time om ugen' : `${hours} timer om ugen`,
    whenItSuits: 'når det passer dig',
    byAgreement: 'tidspunktet aftales',
    dates: 'datoer',
    nextOn: (dates: string, day: string) => `${dates}, næste ${day}`,
    freeOn: (dates: string, day: string) => `${dates}, ledigt ${day}`,
    from: (date: string) => `fra ${date}`,
    until: (date: string) => `til ${date}`
  },

  distance: {
    about: (distance: string) => `ca. ${distance}`,
    under: (distance: string) => `under ${distance}`
  },

  find: {
    title: 'Bliv frivillig nær dig',
    heading: 'Hvad vil du hjælpe med?',
    searchLabel: 'Søg i opgaver',
    searchPlaceholder: 'Fx lektiehjælp eller træner',
    interests: 'Interesser',
    soonLabel: 'Hvornår?',
    soon: { tonight: 'I aften', weekend: 'I weekenden', week: 'Denne uge' },
    filters: 'Filtre',
    filtersCount: (count: number) => (count === 1 ? '1 filter valgt' : `${count} filtre valgt`),
    list: 'Liste',
    map: 'Kort',
    view: 'Vis som',
    count: (count: string, one: boolean) => (one ? '1 opgave' : `${count} opgaver`),
    orders: {
      nearest: 'nærmest først',
      soonest: 'snarest først',
      name: 'efter navn',
      fit: 'passer bedst'
    },
    nearYou: 'nær dig',
    near: (place: string) => `nær ${place}`,
    missing: (count: number) => `Mangler ${count}`,
    places: (count: number) => (count === 1 ? '1 plads' : `${count} pladser`),
    full: 'Fuldt, venteliste',
    remote: 'Hjemmefra',
    fits: 'Passer',
    commitments: { once: 'En enkelt gang', recurring: 'Fast hver uge', ongoing: 'Løbende' },
    clearAll: 'Ryd alle filtre',
    showCount: (count: string, one: boolean) => (one ? 'Vis 1 opgave' : `Vis ${count} opgaver`),
    showNone: 'Ingen opgaver passer',
    emptyTitle: 'Ingen opgaver passer lige nu',
    emptyText: 'Prøv at søge længere væk eller med færre filtre.',
    widen: (distance: string) => `Søg inden for ${distance}`,
    everywhere: 'Søg i hele kommunen',
    dropFilters: 'Ryd filtrene',
    mapLabel: 'Opgaver på kort'
  },

  footer: {
    accessibility: 'Tilgængelighed',
    privacy: 'Privatliv'
  }
};

/** What another language must fill to say all that a Danish catalogue says. */
export type Widened<T> = T extends (...parameters: infer P) => string
  ? (...parameters: P) => string
  : T extends string
    ? string
    : { [K in keyof T]: Widened<T[K]> };

/** Every text a language must have. */
export type Catalogue = Widened<typeof da>;
