/** Danish is the original: the shape of this object is what every other language must fill. */
export const da = {
  appName: 'Samspil',
  skip: 'Gå til indholdet',
  loading: 'Henter …',
  close: 'Luk',
  retry: 'Prøv igen',
  clear: 'Ryd',
  all: 'Alle',
  share: 'Del',
  linkCopied: 'Linket er kopieret.',
  copyFailed: 'Linket kunne ikke kopieres. Kopiér det fra adresselinjen.',
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
    tooMany: 'Der er mange, der søger lige nu. Vent et øjeblik, og prøv igen.',
    validation: 'Søgningen kunne ikke forstås. Prøv at rydde filtrene.',
    moreFailed: 'Resten kunne ikke hentes.',
    notFoundTitle: 'Siden findes ikke',
    notFound: 'Måske er linket skrevet forkert, eller siden er taget ned.',
    needGone: 'Opgaven findes ikke længere',
    needGoneText: 'Den er måske løst eller taget ned. Der er andre, der har brug for hjælp.',
    toFront: 'Find en opgave'
  },

  where: {
    label: 'Hvor?',
    anywhere: 'Hele kommunen',
    within: (distance: string) => `inden for ${distance}`,
    search: 'By eller område',
    placeholder: 'Skriv en by',
    useMine: 'Brug min placering',
    mine: 'Tæt på mig',
    mineNote: 'Din placering rundes af til cirka 100 meter og bliver ikke gemt.',
    locating: 'Finder dig …',
    denied:
      'Din telefon giver ikke lov til at bruge placeringen. Du kan give lov i telefonens indstillinger eller skrive en by.',
    unavailable: 'Vi kunne ikke finde din placering. Skriv en by i stedet.',
    radius: 'Hvor langt væk?',
    noPlace: (text: string) => `Vi kender ikke »${text}«. Prøv en anden by.`,
    matches: (count: number) => (count === 1 ? '1 forslag' : `${count} forslag`),
    towns: 'Byer',
    done: 'Vis',
    kinds: { town: 'by', village: 'landsby', hamlet: 'mindre bebyggelse', district: 'bydel' }
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
    filters: 'Filtre',
    filtersCount: (count: number) => (count === 1 ? '1 filter valgt' : `${count} filtre valgt`),
    list: 'Liste',
    map: 'Kort',
    view: 'Vis som',
    count: (count: string, one: boolean) => (one ? '1 opgave' : `${count} opgaver`),
    nearYou: 'nær dig',
    near: (place: string) => `nær ${place}`,
    missing: (count: number) => `Mangler ${count}`,
    full: 'Fuldt hold',
    remote: 'Hjemmefra',
    fits: 'Passer',
    whenTitle: 'Hvornår kan du?',
    days: 'Ugedage',
    parts: 'Tid på dagen',
    commitmentTitle: 'Hvor meget?',
    commitments: { once: 'En enkelt gang', recurring: 'Fast hver uge', ongoing: 'Løbende' },
    remoteTitle: 'Hjælp hjemmefra',
    remoteOptions: { include: 'Vis begge dele', only: 'Kun hjemmefra', exclude: 'Kun ude i byen' },
    accessTitle: 'Adgang',
    stepFree: 'Kun steder med niveaufri adgang',
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

  need: {
    all: 'Opgaver',
    when: 'Hvornår',
    where: 'Hvor',
    benefits: 'Du får',
    requirements: 'Kræver',
    helps: 'Til glæde for',
    reply: 'Svartid',
    deadline: 'Frist',
    languages: 'Sprog',
    skills: 'Godt at kunne',
    access: 'Adgang',
    transport: 'Transport',
    tasks: 'Det skal du',
    about: 'Sådan er det',
    showOnMap: 'vis på kort',
    age: (years: number) => `Fyldt ${years}`,
    childCheck: 'børneattest, som foreningen indhenter',
    replyDays: (days: number) =>
      days === 1 ? 'Svarer normalt inden for 1 dag' : `Svarer normalt inden for ${days} dage`,
    shiftsOnce: 'Datoer',
    shifts: 'De næste gange',
    placesLeft: (count: number) => (count === 1 ? '1 plads' : `${count} pladser`),
    noPlaces: 'Fuldt',
    moreShifts: (count: number) => `Vis ${count} mere`,
    stepFree: 'Niveaufri adgang',
    notStepFree: 'Ikke niveaufri adgang',
    remote: 'Hjemmefra, hvor du vil',
    approximate: 'Stedet aftales med foreningen',
    write: 'Skriv til foreningen',
    call: 'Ring',
    writeNote: 'Du skriver en mail til foreningen og aftaler resten med dem.',
    noContact: 'Foreningen har ikke oplyst en mailadresse.',
    mailSubject: (title: string) => `Jeg vil gerne hjælpe: ${title}`,
    missing: (missing: number, wanted: number) =>
      missing === wanted
        ? wanted === 1
          ? 'Mangler 1 frivillig'
          : `Mangler ${wanted} frivillige`
        : `Mangler ${missing} af ${wanted} frivillige`,
    full: 'Holdet er fuldt lige nu',
    association: 'Foreningen bag',
    openNeeds: (count: number) => (count === 1 ? '1 åben opgave' : `${count} åbne opgaver`)
  },

  associations: {
    title: 'Foreninger og netværk',
    all: 'Foreninger',
    heading: 'Find en forening',
    searchLabel: 'Søg i foreninger',
    searchPlaceholder: 'Fx spejder, kor eller besøgsven',
    count: (count: string, one: boolean) => (one ? '1 forening' : `${count} foreninger`),
    kinds: { association: 'Forening', network: 'Netværk', initiative: 'Initiativ' },
    kind: 'Type',
    verified: 'Bekræftet af kommunen',
    approved: 'Folkeoplysende forening',
    emptyTitle: 'Ingen foreninger passer',
    emptyText: 'Prøv at søge længere væk eller med færre ord.',
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
  },

  premises: {
    title: 'Lokaler',
    heading: 'Find et lokale',
    searchLabel: 'Søg i lokaler',
    searchPlaceholder: 'Fx hal, køkken eller mødelokale',
    count: (count: string, one: boolean) => (one ? '1 sted' : `${count} steder`),
    whenTitle: 'Hvornår skal I bruge det?',
    whenNote: 'Vi viser steder, der har åbent i hele tidsrummet.',
    date: 'Dato',
    from: 'Fra',
    to: 'Til',
    timeOrder: 'Sluttidspunktet skal ligge efter starttidspunktet.',
    persons: 'Hvor mange er I?',
    personsExample: 'Fx 25',
    activity: 'Hvad skal I lave?',
    featuresTitle: 'Tilgængelighed',
    features: {
      step_free: 'Niveaufri adgang',
      accessible_toilet: 'Handicaptoilet',
      hearing_loop: 'Teleslynge',
      lift: 'Elevator',
      accessible_parking: 'Handicapparkering',
      low_vision: 'Mærket op for svagsynede'
    },
    activities: {
      ball_games: 'Boldspil',
      badminton: 'Badminton',
      gymnastics: 'Gymnastik',
      dance: 'Dans',
      yoga: 'Yoga',
      swimming: 'Svømning',
      meetings: 'Møder',
      lectures: 'Foredrag',
      workshops: 'Værksted',
      music: 'Musik',
      theatre: 'Teater',
      cooking: 'Madlavning',
      exhibitions: 'Udstilling',
      outdoor: 'Udeliv',
      children: 'Børn',
      dining: 'Spisning'
    },
    emptyTitle: 'Ingen lokaler passer',
    emptyText: 'Prøv et andet tidspunkt, længere væk eller med færre krav.',
    spaces: 'Lokaler',
    spacesFit: (count: number) => (count === 1 ? '1 lokale passer' : `${count} lokaler passer`),
    spacesCount: (count: number) => (count === 1 ? '1 lokale' : `${count} lokaler`),
    upTo: (count: string) => `op til ${count} personer`,
    area: (area: string) => `${area} m²`,
    divisible: (parts: string) => `Kan deles: ${parts}`,
    equipment: 'Udstyr',
    suitedFor: 'Egner sig til',
    opening: 'Åbningstider',
    closed: 'Lukket',
    address: 'Adresse',
    operator: 'Drives af',
    parking: 'Parkering',
    transport: 'Transport',
    houseRules: 'Husregler',
    write: 'Skriv om lokalet',
    writeNote: 'Booking sker foreløbig ved at skrive til dem, der driver stedet.',
    mailSubject: (name: string) => `Spørgsmål om lån af ${name}`,
    approximate: 'Omtrentlig placering',
    about: 'Om stedet'
  },

  more: {
    title: 'Om Samspil',
    heading: 'Mere',
    language: 'Sprog',
    languages: { da: 'Dansk', en: 'English' },
    theme: 'Udseende',
    themes: { system: 'Som telefonen', light: 'Lyst', dark: 'Mørkt' },
    aboutTitle: 'Om Samspil',
    about: (authority: string) =>
      `Samspil er der, hvor folk, der vil hjælpe, foreninger, der mangler hænder og lokaler, og ${authority} mødes. Alle kan søge uden at oprette sig.`,
    source: 'Samspil er fri software under EUPL-1.2 og kan bruges af alle kommuner.',
    links: 'Om siden',
    accessibility: 'Tilgængelighed',
    privacy: 'Privatliv',
    api: 'Åbne data og API'
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
