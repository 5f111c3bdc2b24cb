import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// Beside the desk, so that only those who write needs fetch its words.
/** What was done to a need; of whom, on which shift, how many. */
type Acts = Record<string, (person: string, when: string, count: number) => string>;

const da = {
  list: {
    title: 'Opgaver',
    add: 'Ny opgave',
    show: 'Vis opgaver',
    all: 'Alle',
    count: (count: number) => (count === 1 ? '1 opgave' : `${count} opgaver`),
    places: (taken: number, wanted: number) => `${taken} af ${wanted} pladser taget`,
    taken: (taken: number) => (taken === 1 ? '1 er med' : `${taken} er med`),
    unanswered: (count: number) => (count === 1 ? '1 venter på svar' : `${count} venter på svar`),
    waiting: (count: number) => `${count} på venteliste`,
    next: (when: string) => `Næste vagt ${when}`,
    missing: (count: number) => (count === 1 ? 'Mangler 1 ting' : `Mangler ${count} ting`),
    ready: 'Klar til at blive offentlig',
    ends: (day: string) => `Lukker ${day}`,
    hidden: 'Skjult af kommunen',
    emptyTitle: 'Hvad mangler I hænder til?',
    emptyText: 'Vælg en skabelon, og ret den til. Det tager et par minutter.',
    noneTitle: 'Ingen opgaver her',
    noneText: 'Vælg noget andet ovenfor.',
    readOnly: 'Når nogen i foreningen skriver en opgave, står den her.',
    pick: 'Vælg en opgave',
    pickText: 'Så kan du læse og rette den her.',
    back: 'Opgaver'
  },
  status: {
    draft: 'Udkast',
    published: 'Offentlig',
    filled: 'Fyldt',
    paused: 'På pause',
    closed: 'Lukket'
  },
  views: {
    draft: 'Udkast',
    published: 'Offentlige',
    filled: 'Fyldte',
    paused: 'På pause',
    closed: 'Lukkede'
  },

  fresh: {
    title: 'Ny opgave',
    lead: 'Vælg det, der ligner mest. Alt kan rettes bagefter, og ingen ser opgaven, før I offentliggør den.',
    empty: 'Begynd på en tom side',
    emptyHint: 'Du skriver det hele selv.',
    emptyTitle: 'Ny opgave',
    templates: 'Skabeloner',
    failed: 'Opgaven kunne ikke oprettes. Prøv igen.',
    offline: 'Der er ikke forbindelse til nettet. Prøv igen, når der er.',
    notYours: 'Kun de, der styrer foreningen, kan skrive opgaver.'
  },

  one: {
    menu: 'Opgaven',
    tabs: {
      edit: 'Opgaven',
      shifts: 'Vagter',
      asking: 'Spørg frivillige',
      history: 'Historik'
    },
    goneTitle: 'Opgaven findes ikke',
    goneText: 'Måske er den slettet, eller den hører til en anden forening.'
  },

  /** What was done, as the history tells it below who did it. */
  history: {
    shiftOf: (when: string) => `Vagten ${when}`,
    somebody: 'en, der har slettet sin konto',
    acts: {
      duplicate: () => 'Kopierede opgaven fra en tidligere sæson',
      expire: () => 'Opgaven lukkede af sig selv',
      ask: (_: string, _when: string, count: number) =>
        count === 1 ? 'Spurgte 1 frivillig' : `Spurgte ${count} frivillige`,
      'add-shifts': (_: string, when: string, count: number) =>
        count === 1 ? `Lagde en vagt ind ${when}` : `Lagde ${count} vagter ind, den første ${when}`,
      'cancel-shift': (_: string, when: string) => `Aflyste vagten ${when}`,
      'delete-shift': (_: string, when: string) => `Slettede vagten ${when}`,
      'export-contacts': () => 'Hentede mailadresser på dem med en plads',
      accept: (person: string, when: string) => `Sagde ja til ${person}${when && ` ${when}`}`,
      decline: (person: string, when: string) => `Sagde nej til ${person}${when && ` ${when}`}`,
      reopen: (person: string, when: string) => `Fortrød et nej til ${person}${when && ` ${when}`}`,
      'put-in-line': (person: string, when: string) =>
        `Satte ${person} på ventelisten${when && ` ${when}`}`,
      attended: (person: string, when: string) =>
        `Noterede, at ${person} mødte op${when && ` ${when}`}`,
      absent: (person: string, when: string) =>
        `Noterede, at ${person} ikke mødte op${when && ` ${when}`}`,
      'sign-up': (_: string, when: string) => `Meldte sig${when && ` ${when}`}`,
      withdraw: (_: string, when: string) => `Meldte fra${when && ` ${when}`}`
    } satisfies Acts as Acts,
    fields: {
      starts_at: 'Begynder',
      ends_at: 'Slutter',
      capacity: 'Pladser',
      minimum_crew: 'Mindst'
    }
  },

  state: {
    missingTitle: 'Det mangler, før opgaven kan blive offentlig',
    readyTitle: 'Klar til at blive offentlig',
    readyText: 'Se, hvordan den ser ud, og offentliggør den.',
    publishedTitle: 'Opgaven er offentlig',
    filledTitle: 'Opgaven er offentlig, og holdet er fuldt',
    until: (day: string) => `Den lukker af sig selv ${day}.`,
    endsTitle: (day: string) => `Opgaven lukker ${day}`,
    endsText: 'Mangler I stadig hænder, så forlæng den.',
    pausedTitle: 'Opgaven er på pause',
    pausedText: 'Ingen nye kan melde sig. De, der er med, er det stadig.',
    closedTitle: 'Opgaven er lukket',
    closedText: 'Åbn den igen, eller kopiér den til næste sæson.',
    hiddenTitle: 'Kommunen har skjult opgaven',
    hiddenReason: (reason: string) => `Begrundelse: ${reason}`,
    hiddenText: 'Ret det, der skal rettes, og svar på mailen fra kommunen, så ser vi på det igen.',
    notYetTitle: 'Opgaven vises, når foreningen er offentlig',
    notYetText: 'Kommunen skal bekræfte foreningen først. I behøver ikke gøre mere.',
    see: 'Se opgaven',
    signups: 'Se tilmeldingerne'
  },

  acts: {
    title: 'Mere, du kan gøre',
    publish: 'Offentliggør',
    reopen: 'Åbn igen',
    renew: 'Forlæng',
    pause: 'Sæt på pause',
    close: 'Luk opgaven',
    duplicate: 'Kopiér til næste sæson',
    remove: 'Slet udkastet',
    preview: 'Se den, som andre ser den',
    previewShort: 'Vis',
    previewTitle: 'Sådan ser andre den',
    previewList: 'I søgningen',
    previewPage: 'På sin egen side',
    previewSaved: 'Du ser det, der er gemt.',
    save: 'Gem ændringer',
    cancel: 'Annuller',
    published: 'Opgaven er offentlig.',
    renewed: 'Opgaven er forlænget.',
    paused: 'Opgaven er på pause.',
    closed: 'Opgaven er lukket.',
    duplicated: 'Her er en kopi til næste sæson.',
    moved: 'Datoerne er flyttet til samme ugedage i den nye sæson.',
    emptied: 'Datoer, der ikke kunne flyttes, er fjernet.',
    removed: 'Udkastet er slettet.',
    closeTitle: 'Luk opgaven?',
    closeText:
      'Ingen nye kan melde sig, og de, der venter på svar eller står på venteliste, får besked. De, der er med, er det stadig.',
    pauseTitle: 'Sæt opgaven på pause?',
    pauseText: 'Den forsvinder fra søgningen, til I åbner den igen. De, der er med, er det stadig.',
    duplicateTitle: 'Kopiér til næste sæson?',
    duplicateText:
      'Du får et udkast, hvor det samme står. Datoer og vagter flyttes til samme ugedage i næste sæson. De frivillige følger ikke med, og denne opgave bliver, som den er.',
    duplicateNow: 'Kopiér',
    removeTitle: 'Slet udkastet?',
    removeText: 'Det kan ikke fortrydes.',
    refused: 'Kun de, der styrer foreningen, kan rette opgaver.',
    conflict: 'Opgavens status er ændret imens. Genindlæs siden, og prøv igen.'
  },

  saving: {
    saved: 'Gemt',
    waiting: 'Gemmer om lidt …',
    sending: 'Gemmer …',
    offline: 'Uden net. Det, du skriver, er på telefonen og bliver gemt, når nettet er tilbage.',
    refused: 'Noget skal rettes, før alt er gemt',
    failed: 'Ikke gemt',
    again: 'Prøv igen',
    unsaved: 'Ikke gemt endnu',
    unsavedKept: 'Dine ændringer er ikke gemt. De er her, når du kommer tilbage.',
    broughtBack: 'Det, du skrev sidst, er hentet frem igen.',
    discard: 'Fortryd ændringerne',
    done: 'Ændringerne er gemt.'
  },

  stale: {
    title: 'Opgaven er blevet ændret, mens du skrev'
  },

  form: {
    label: 'Opgaven',
    sections: {
      what: 'Opgaven',
      when: 'Tid',
      where: 'Sted',
      who: 'Frivillige',
      contact: 'Kontakt',
      more: 'Mere, hvis det er vigtigt'
    },
    moreHint: 'Krav, sprog, alder, adgang, frist …',
    title: 'Hvad hedder opgaven?',
    titleHint: 'Fx »Træner for U8-piger«',
    summary: 'Kort fortalt',
    summaryHint: 'Én sætning, som man ser i søgningen.',
    description: 'Fortæl om opgaven',
    descriptionHint: 'Skriv, som du ville sige det. En tom linje giver et nyt afsnit.',
    tasks: 'Det skal man',
    tasksHint: 'En ting på hver linje.',
    benefits: 'Det får man',
    benefitsHint: 'En ting på hver linje.',
    interests: 'Hvad handler det om?',
    interestsHint: 'Så dem, der vælger det, finder opgaven.',
    commitment: 'Hvornår skal man hjælpe?',
    commitments: {
      once: 'En enkelt gang',
      recurring: 'Fast hver uge',
      ongoing: 'Når det passer'
    },
    commitmentHints: {
      once: 'På en dato, eller på vagter, man vælger',
      recurring: 'På bestemte ugedage',
      ongoing: 'Uden faste dage, efter aftale'
    },
    pattern: 'Hvilke dage?',
    weekday: 'Ugedag',
    starts: 'Fra',
    ends: 'Til',
    addDay: 'Tilføj en dag',
    removeDay: (day: string) => `Fjern ${day}`,
    overnight: 'Slutter dagen efter',
    hoursPerWeek: 'Timer om ugen',
    hoursHint: 'Cirka. Fx 2 eller 1,5',
    fromDay: 'Første dag',
    date: 'Dato',
    untilDay: 'Sidste dag',
    daysHint: 'Har du flere datoer, så lav vagter i stedet.',
    withShifts: 'Datoerne følger af vagterne.',
    toShifts: 'Lav vagter',
    seeShifts: 'Se vagterne',
    place: 'Hvor skal man hjælpe?',
    places: { there: 'Et sted', home: 'Hjemmefra' },
    placeHints: { there: 'I en by eller på en adresse', home: 'Hvor man vil, fx på nettet' },
    towns: 'Hvilke byer?',
    townsHint: 'Flere, hvis man kan hjælpe flere steder.',
    positions: 'Nøjagtige steder',
    positionsHint: 'Peg på kortet, hvis man skal møde et bestemt sted.',
    addPoint: 'Peg på kortet',
    usePoint: 'Sæt nålen her',
    movePoint: 'Flyt kortet, så nålen står rigtigt.',
    point: (number: number) => `Sted ${number}`,
    near: (town: string) => `ved ${town}`,
    removePoint: (number: number) => `Fjern sted ${number}`,
    pointAdded: 'Nålen er sat',
    mapLoading: 'Henter kortet …',
    address: 'Adresse eller mødested',
    addressHint: 'Alle kan læse den. Skriv aldrig en privat adresse.',
    addressFound: (count: number) => (count === 1 ? '1 adresse' : `${count} adresser`),
    wanted: 'Hvor mange mangler I?',
    wantedByShifts: (count: number) =>
      count === 1
        ? 'Der er plads til 1 på vagterne.'
        : `Der er plads til ${count} i alt på vagterne.`,
    fewer: 'Færre',
    more: 'Flere',
    intake: 'Når nogen melder sig',
    intakes: { reviewed: 'Vi svarer først', instant: 'De er med med det samme' },
    intakeHints: {
      reviewed: 'I læser, hvad de skriver, og siger ja eller nej',
      instant: 'Godt til arrangementer, hvor alle er velkomne'
    },
    contact: 'Hvem kan man spørge?',
    contacts: { association: 'Foreningens kontakt', own: 'En anden' },
    contactNone: 'Foreningen har ingen mail eller telefon på sin side endnu.',
    contactName: 'Navn eller rolle',
    contactNameHint: 'Fx »Holdleder«. Alle kan læse det.',
    contactEmail: 'Mail',
    contactPhone: 'Telefon',
    requirements: 'Krav',
    requirementsHint: 'Højst tre, en på hver linje. Færre krav giver flere frivillige.',
    skills: 'Godt at kunne',
    skillsHint: 'En ting på hver linje.',
    languages: 'Sprog, man kan klare sig med',
    languagesHint: 'Vælg alle, der går an.',
    minimumAge: 'Mindste alder',
    children: 'Børn under 15',
    childrenHint:
      'Sæt kryds, hvis man fast har direkte kontakt med børn under 15 år. Så skal I indhente en børneattest, før man begynder.',
    helps: 'Til glæde for',
    helpsHint: 'Fx »Ældre, der er meget alene«',
    stepFree: 'Kan man komme ind uden trin?',
    stepFreeOptions: { yes: 'Ja', no: 'Nej', unknown: 'Ved ikke' },
    publicTransport: 'Bus og tog',
    publicTransportHint: 'Fx »Bus 340 til Hornbæk Havn«',
    takesWhole: 'Man kan melde sig til hele opgaven',
    takesWholeHint: 'Og ikke kun til de enkelte vagter.',
    deadline: 'Frist for at melde sig',
    lang: 'Hvilket sprog er teksten på?'
  },

  fields: {
    title: 'Titel',
    summary: 'Kort fortalt',
    description: 'Beskrivelse',
    lang: 'Tekstens sprog',
    tasks: 'Det skal man',
    benefits: 'Det får man',
    requirements: 'Krav',
    skills: 'Godt at kunne',
    languages: 'Sprog',
    interests: 'Interesser',
    helps: 'Til glæde for',
    commitment: 'Hvornår',
    pattern: 'Ugedage',
    hours_per_week: 'Timer om ugen',
    from_day: 'Første dag',
    until_day: 'Sidste dag',
    deadline: 'Frist',
    places: 'Byer',
    positions: 'Steder på kortet',
    address: 'Adresse',
    remote: 'Hjemmefra',
    wanted: 'Hvor mange',
    minimum_age: 'Mindste alder',
    children_under_15: 'Børn under 15',
    step_free: 'Uden trin',
    public_transport: 'Bus og tog',
    intake: 'Når nogen melder sig',
    takes_whole: 'Hele opgaven',
    contact: 'Kontakt',
    status: 'Status',
    open_until: 'Åben til',
    hidden_reason: 'Kommunens begrundelse'
  },
  values: {
    yes: 'Ja',
    no: 'Nej',
    none: '(tomt)',
    onMap: (count: number) => (count === 1 ? '1 sted på kortet' : `${count} steder på kortet`),
    association: 'Foreningens kontakt'
  }
};

export type NeedsDeskTexts = Widened<typeof da>;

const en: NeedsDeskTexts = {
  list: {
    title: 'Tasks',
    add: 'New task',
    show: 'Show tasks',
    all: 'All',
    count: (count) => (count === 1 ? '1 task' : `${count} tasks`),
    places: (taken, wanted) => `${taken} of ${wanted} places taken`,
    taken: (taken) => (taken === 1 ? '1 takes part' : `${taken} take part`),
    unanswered: (count) => (count === 1 ? '1 awaits an answer' : `${count} await an answer`),
    waiting: (count) => `${count} on the waiting list`,
    next: (when) => `Next shift ${when}`,
    missing: (count) => (count === 1 ? '1 thing missing' : `${count} things missing`),
    ready: 'Ready to be published',
    ends: (day) => `Closes ${day}`,
    hidden: 'Hidden by the municipality',
    emptyTitle: 'What do you need hands for?',
    emptyText: 'Choose a template and adapt it. It takes a few minutes.',
    noneTitle: 'No tasks here',
    noneText: 'Choose something else above.',
    readOnly: 'When somebody in the association writes a task, it stands here.',
    pick: 'Choose a task',
    pickText: 'Then you can read and edit it here.',
    back: 'Tasks'
  },
  status: {
    draft: 'Draft',
    published: 'Public',
    filled: 'Full',
    paused: 'Paused',
    closed: 'Closed'
  },
  views: {
    draft: 'Drafts',
    published: 'Public',
    filled: 'Full',
    paused: 'Paused',
    closed: 'Closed'
  },

  fresh: {
    title: 'New task',
    lead: 'Choose what is most alike. Everything can be changed afterwards, and nobody sees the task before you publish it.',
    empty: 'Start with an empty page',
    emptyHint: 'You write all of it yourself.',
    emptyTitle: 'New task',
    templates: 'Templates',
    failed: 'The task could not be made. Try again.',
    offline: 'There is no connection. Try again when there is.',
    notYours: 'Only those who run the association can write tasks.'
  },

  one: {
    menu: 'The task',
    tabs: {
      edit: 'Task',
      shifts: 'Shifts',
      asking: 'Ask volunteers',
      history: 'History'
    },
    goneTitle: 'There is no such task',
    goneText: 'It may have been deleted, or it belongs to another association.'
  },

  history: {
    shiftOf: (when) => `The shift ${when}`,
    somebody: 'somebody who has deleted their account',
    acts: {
      duplicate: () => 'Copied the task from an earlier season',
      expire: () => 'The task closed by itself',
      ask: (_, _when, count) => (count === 1 ? 'Asked 1 volunteer' : `Asked ${count} volunteers`),
      'add-shifts': (_, when, count) =>
        count === 1 ? `Added a shift ${when}` : `Added ${count} shifts, the first ${when}`,
      'cancel-shift': (_, when) => `Cancelled the shift ${when}`,
      'delete-shift': (_, when) => `Deleted the shift ${when}`,
      'export-contacts': () => 'Fetched the email addresses of those with a place',
      accept: (person, when) => `Said yes to ${person}${when && ` ${when}`}`,
      decline: (person, when) => `Said no to ${person}${when && ` ${when}`}`,
      reopen: (person, when) => `Took back a no to ${person}${when && ` ${when}`}`,
      'put-in-line': (person, when) => `Put ${person} on the waiting list${when && ` ${when}`}`,
      attended: (person, when) => `Noted that ${person} came${when && ` ${when}`}`,
      absent: (person, when) => `Noted that ${person} did not come${when && ` ${when}`}`,
      'sign-up': (_, when) => `Signed up${when && ` ${when}`}`,
      withdraw: (_, when) => `Withdrew${when && ` ${when}`}`
    },
    fields: {
      starts_at: 'Begins',
      ends_at: 'Ends',
      capacity: 'Places',
      minimum_crew: 'At least'
    }
  },

  state: {
    missingTitle: 'Still missing before the task can be published',
    readyTitle: 'Ready to be published',
    readyText: 'See what it looks like and publish it.',
    publishedTitle: 'The task is public',
    filledTitle: 'The task is public and the team is full',
    until: (day) => `It closes by itself on ${day}.`,
    endsTitle: (day) => `The task closes on ${day}`,
    endsText: 'If you still need hands, prolong it.',
    pausedTitle: 'The task is paused',
    pausedText: 'Nobody new can sign up. Those who take part still do.',
    closedTitle: 'The task is closed',
    closedText: 'Open it again, or make a new one for next season.',
    hiddenTitle: 'The municipality has hidden the task',
    hiddenReason: (reason) => `Reason: ${reason}`,
    hiddenText:
      'Put right what needs it and answer the mail from the municipality; then we look at it again.',
    notYetTitle: 'The task is shown once the association is public',
    notYetText: 'The municipality approves the association first. There is nothing more to do.',
    see: 'See the task',
    signups: 'See the sign-ups'
  },

  acts: {
    title: 'More you can do',
    publish: 'Publish',
    reopen: 'Open again',
    renew: 'Prolong',
    pause: 'Pause',
    close: 'Close the task',
    duplicate: 'Copy to next season',
    remove: 'Delete the draft',
    preview: 'See it as others do',
    previewShort: 'View',
    previewTitle: 'As others see it',
    previewList: 'In the search',
    previewPage: 'On its own page',
    previewSaved: 'You see what is saved.',
    save: 'Save changes',
    cancel: 'Cancel',
    published: 'The task is public.',
    renewed: 'The task is prolonged.',
    paused: 'The task is paused.',
    closed: 'The task is closed.',
    duplicated: 'Here is a copy for next season.',
    moved: 'The dates have moved to the same weekdays of the new season.',
    emptied: 'Dates that could not be moved are gone.',
    removed: 'The draft is deleted.',
    closeTitle: 'Close the task?',
    closeText:
      'Nobody new can sign up, and those who await an answer or stand on a waiting list are told. Those who take part still do.',
    pauseTitle: 'Pause the task?',
    pauseText: 'It leaves the search until you open it again. Those who take part still do.',
    duplicateTitle: 'Copy to next season?',
    duplicateText:
      'You get a draft that says the same. Dates and shifts move to the same weekdays in the next season. The volunteers do not, and this task stays as it is.',
    duplicateNow: 'Copy',
    removeTitle: 'Delete the draft?',
    removeText: 'This cannot be undone.',
    refused: 'Only those who run the association can edit tasks.',
    conflict: 'The task is in another state now. Reload the page and try again.'
  },

  saving: {
    saved: 'Saved',
    waiting: 'Saving soon …',
    sending: 'Saving …',
    offline: 'No connection. What you write is on the phone and is saved when you are back online.',
    refused: 'Something needs putting right before all is saved',
    failed: 'Not saved',
    again: 'Try again',
    unsaved: 'Not saved yet',
    unsavedKept: 'Your changes are not saved. They are here when you come back.',
    broughtBack: 'What you wrote last time is here again.',
    discard: 'Undo the changes',
    done: 'Your changes are saved.'
  },

  stale: {
    title: 'The task was changed while you were writing'
  },

  form: {
    label: 'The task',
    sections: {
      what: 'The task',
      when: 'Time',
      where: 'Place',
      who: 'Volunteers',
      contact: 'How to ask',
      more: 'More, where it matters'
    },
    moreHint: 'Requirements, languages, age, access, deadline …',
    title: 'What is the task called?',
    titleHint: 'E.g. “Coach for girls under eight”',
    summary: 'In short',
    summaryHint: 'One sentence, shown in the search.',
    description: 'Tell about the task',
    descriptionHint: 'Write as you would say it. An empty line begins a new paragraph.',
    tasks: 'What volunteers do',
    tasksHint: 'One thing on each line.',
    benefits: 'What they get',
    benefitsHint: 'One thing on each line.',
    interests: 'What is it about?',
    interestsHint: 'So that those who choose it find the task.',
    commitment: 'When is help needed?',
    commitments: {
      once: 'Once',
      recurring: 'Every week',
      ongoing: 'Whenever it suits'
    },
    commitmentHints: {
      once: 'On a date, or on shifts to choose from',
      recurring: 'On certain weekdays',
      ongoing: 'Without fixed days, as agreed'
    },
    pattern: 'Which days?',
    weekday: 'Weekday',
    starts: 'From',
    ends: 'To',
    addDay: 'Add a day',
    removeDay: (day) => `Remove ${day}`,
    overnight: 'Ends the day after',
    hoursPerWeek: 'Hours a week',
    hoursHint: 'About. E.g. 2 or 1.5',
    fromDay: 'First day',
    date: 'Date',
    untilDay: 'Last day',
    daysHint: 'With several dates, make shifts instead.',
    withShifts: 'The dates follow from the shifts.',
    toShifts: 'Make shifts',
    seeShifts: 'See the shifts',
    place: 'Where is help needed?',
    places: { there: 'At a place', home: 'From home' },
    placeHints: { there: 'In a town or at an address', home: 'Anywhere, e.g. online' },
    towns: 'Which towns?',
    townsHint: 'Several, if help is needed in several.',
    positions: 'Exact places',
    positionsHint: 'Point at the map if you meet at a certain place.',
    addPoint: 'Point at the map',
    usePoint: 'Put the pin here',
    movePoint: 'Move the map until the pin is right.',
    point: (number) => `Place ${number}`,
    near: (town) => `near ${town}`,
    removePoint: (number) => `Remove place ${number}`,
    pointAdded: 'The pin is set',
    mapLoading: 'Loading the map …',
    address: 'Address or meeting place',
    addressHint: 'Everybody can read it. Never a private address.',
    addressFound: (count) => (count === 1 ? '1 address' : `${count} addresses`),
    wanted: 'How many do you need?',
    wantedByShifts: (count) =>
      count === 1
        ? 'There is room for 1 on the shifts.'
        : `There is room for ${count} in all on the shifts.`,
    fewer: 'Fewer',
    more: 'More',
    intake: 'When somebody signs up',
    intakes: { reviewed: 'We answer first', instant: 'They are in at once' },
    intakeHints: {
      reviewed: 'You read what they write and say yes or no',
      instant: 'Good for events where everybody is welcome'
    },
    contact: 'Who can people ask?',
    contacts: { association: 'The association’s contact', own: 'Somebody else' },
    contactNone: 'The association has no email or telephone on its page yet.',
    contactName: 'Name or role',
    contactNameHint: 'E.g. “Team leader”. Everybody can read it.',
    contactEmail: 'Email',
    contactPhone: 'Telephone',
    requirements: 'Requirements',
    requirementsHint: 'Three at most, one on each line. Fewer requirements bring more volunteers.',
    skills: 'Good to know',
    skillsHint: 'One thing on each line.',
    languages: 'Languages people can manage with',
    languagesHint: 'Choose all that will do.',
    minimumAge: 'Minimum age',
    children: 'Children under 15',
    childrenHint:
      'Tick this if the task means lasting, direct contact with children under 15. You must then obtain a child protection certificate (børneattest) before anybody begins.',
    helps: 'Helps',
    helpsHint: 'E.g. “Older people who are often alone”',
    stepFree: 'Is there a way in without steps?',
    stepFreeOptions: { yes: 'Yes', no: 'No', unknown: 'Not known' },
    publicTransport: 'Bus and train',
    publicTransportHint: 'E.g. “Bus 340 to Hornbæk Havn”',
    takesWhole: 'People can sign up for the whole task',
    takesWholeHint: 'And not only for single shifts.',
    deadline: 'Last day to sign up',
    lang: 'Which language is the text in?'
  },

  fields: {
    title: 'Title',
    summary: 'In short',
    description: 'Description',
    lang: 'Language of the text',
    tasks: 'What volunteers do',
    benefits: 'What they get',
    requirements: 'Requirements',
    skills: 'Good to know',
    languages: 'Languages',
    interests: 'Interests',
    helps: 'Helps',
    commitment: 'When',
    pattern: 'Weekdays',
    hours_per_week: 'Hours a week',
    from_day: 'First day',
    until_day: 'Last day',
    deadline: 'Deadline',
    places: 'Towns',
    positions: 'Places on the map',
    address: 'Address',
    remote: 'From home',
    wanted: 'How many',
    minimum_age: 'Minimum age',
    children_under_15: 'Children under 15',
    step_free: 'Without steps',
    public_transport: 'Bus and train',
    intake: 'When somebody signs up',
    takes_whole: 'The whole task',
    contact: 'Contact',
    status: 'State',
    open_until: 'Open until',
    hidden_reason: 'The municipality’s reason'
  },
  values: {
    yes: 'Yes',
    no: 'No',
    none: '(empty)',
    onMap: (count) => (count === 1 ? '1 place on the map' : `${count} places on the map`),
    association: 'The association’s contact'
  }
};

export const texts: Record<Language, NeedsDeskTexts> = { da, en };
