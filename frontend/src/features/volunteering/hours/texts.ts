import type { HoursStatus } from '#api/volunteering.ts';
import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

function length(minutes: number, hour: string, minute: string): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return `${hours} ${hour}`;
  return hours === 0 ? `${rest} ${minute}` : `${hours} ${hour} ${rest} ${minute}`;
}

const da = {
  length: (minutes: number) => length(minutes, 't', 'min.'),
  cancel: 'Annuller',
  status: {
    waiting: 'Venter',
    confirmed: 'Bekræftet',
    declined: 'Afvist'
  } as Record<HoursStatus, string>,

  mine: {
    title: 'Mine timer',
    lead: 'Skriv dine timer ind, når du har hjulpet. Foreningen bekræfter dem, og så kan du få bevis på dem.',
    add: 'Skriv timer ind',
    year: 'År',
    confirmedIn: (year: number) => `bekræftet i ${year}`,
    waiting: (length: string) => `${length} venter på foreningen.`,
    months: 'Timer måned for måned',
    bar: (month: string, confirmed: string, waiting: string | null) =>
      waiting === null ? `${month}: ${confirmed}` : `${month}: ${confirmed}, og ${waiting} venter`,
    legendConfirmed: 'Bekræftet',
    legendWaiting: 'Venter',
    byAssociation: 'Hvor du har hjulpet',
    entries: 'Det, du har skrevet ind',
    emptyText:
      'Når en forening noterer, at du var på din vagt, kommer timerne selv. Du kan også skrive dem ind.',
    emptyYear: (year: number) => `Ingen timer i ${year}`,
    nowhereTitle: 'Du har ikke hjulpet nogen endnu',
    nowhereText: 'Når du har fået en plads på en opgave, kan du skrive dine timer ind her.',
    find: 'Find en opgave',
    declined: (reason: string) => `Foreningen skriver: ${reason}`,
    edit: 'Ret',
    editOf: (what: string) => `Ret ${what}`,
    removed: 'Timerne er slettet.',
    over: {
      title: (months: string) => `Mange timer i ${months}`,
      text: (hours: string) =>
        `Det er mere end ${hours} timer på en måned. Får du dagpenge, efterløn eller en anden ydelse, kan det have betydning. Tal med din a-kasse eller dit jobcenter: de kender reglerne for netop dig. Kun du kan se denne besked.`
    }
  },

  form: {
    title: 'Skriv timer ind',
    editTitle: 'Ret timerne',
    association: 'Hvem hjalp du?',
    need: 'Med hvad?',
    someNeed: 'Noget andet',
    day: 'Hvornår?',
    today: 'I dag',
    yesterday: 'I går',
    otherDay: 'En anden dag',
    date: 'Dato',
    length: 'Hvor længe?',
    shorter: 'Et kvarter kortere',
    longer: 'Et kvarter længere',
    note: 'Bemærkning',
    addNote: 'Skriv en bemærkning',
    noteHelp: 'Foreningen kan læse den.',
    save: 'Gem timer',
    saved: 'Timerne er gemt og venter på foreningen.',
    changed: 'Timerne er rettet.',
    remove: 'Slet timerne',
    noDay: 'Vælg en dag.'
  },

  desk: {
    title: 'Timer',
    lead: 'Bekræft de frivilliges timer, så de kan få bevis på dem.',
    enter: 'Skriv ind for en frivillig',
    show: 'Vis timer, der er',
    shown: { waiting: 'Venter', confirmed: 'Bekræftet', declined: 'Afvist' } as Record<
      HoursStatus,
      string
    >,
    sum: (year: number, length: string) => `${length} bekræftet i ${year}`,
    someone: 'En frivillig, der har slettet sin konto',
    own: 'Dine egne timer bekræftes af en anden, der står for foreningen, eller af kommunen.',
    confirm: 'Bekræft',
    confirmOf: (who: string, length: string) => `Bekræft ${length} for ${who}`,
    confirmAll: (count: number) => `Bekræft alle ${count}`,
    confirmedOne: (who: string) => `Timerne for ${who} er bekræftet.`,
    confirmedSome: (count: number) =>
      count === 1 ? 'Timerne er bekræftet.' : `${count} er bekræftet.`,
    left: 'Nogle var ændret i mellemtiden. Se dem igennem igen.',
    decline: 'Afvis',
    declineOf: (who: string) => `Afvis timer for ${who}`,
    editOf: (who: string) => `Ret timer for ${who}`,
    edit: 'Ret',
    declineTitle: (who: string) => `Afvis timer for ${who}?`,
    declineText: 'Den frivillige får en mail med din begrundelse. Du kan bekræfte timerne senere.',
    reason: 'Begrundelse',
    reasonMissing: 'Skriv, hvorfor timerne ikke kan bekræftes.',
    declinedOne: (who: string) => `Timerne for ${who} er afvist.`,
    because: (reason: string) => `Begrundelse: ${reason}`,
    emptyTitle: {
      waiting: 'Ingen timer venter',
      confirmed: 'Ingen bekræftede timer endnu',
      declined: 'Ingen afviste timer'
    } as Record<HoursStatus, string>,
    emptyText: {
      waiting: 'Når en frivillig skriver timer ind, kan du bekræfte dem her.',
      confirmed: 'Når du noterer, at nogen mødte op til deres vagt, bekræftes timerne af sig selv.',
      declined: 'Det er et godt tegn.'
    } as Record<HoursStatus, string>,
    entered: 'Timerne er skrevet ind.',
    who: 'Hvem?',
    choose: 'Vælg en frivillig',
    chooseMissing: 'Vælg, hvem der har givet timerne.',
    nobodyTitle: 'Ingen har haft en plads endnu',
    nobodyText: 'Timer skrives ind for dem, der har haft en plads på en af jeres opgaver.',
    save: 'Gem timer'
  },

  certificates: {
    title: 'Beviser',
    lead: 'Et bevis viser dine bekræftede timer på papir. Den, du viser det til, kan se på siden her, at det er ægte.',
    make: 'Lav et bevis',
    none: 'Du kan lave et bevis, når en forening har bekræftet dine timer.',
    makeTitle: 'Bevis for frivilligt arbejde',
    period: 'Periode',
    year: (year: number) => `Hele ${year}`,
    all: 'Alle mine timer',
    own: 'Vælg selv',
    from: 'Fra',
    until: 'Til',
    association: 'Forening',
    everyone: 'Alle foreninger',
    language: 'Sprog på beviset',
    languages: { da: 'Dansk', en: 'Engelsk' } as Record<Language, string>,
    made: 'Beviset er klar.',
    download: 'Hent som PDF',
    downloadOf: (what: string) => `Hent som PDF: beviset ${what}`,
    downloading: 'Henter …',
    copy: 'Kopiér link',
    copyOf: (what: string) => `Kopiér link til beviset ${what}`,
    copied: 'Linket er kopieret. Alle, der har det, kan se beviset.',
    copyFailed: 'Linket kunne ikke kopieres. Koden står på beviset.',
    withdraw: 'Træk tilbage',
    withdrawOf: (what: string) => `Træk tilbage: beviset ${what}`,
    withdrawTitle: 'Træk beviset tilbage?',
    withdrawText:
      'Koden holder op med at virke, og papiret kan ikke længere bekræftes. Dine timer bliver stående, og du kan lave et nyt bevis.',
    withdrawn: 'Beviset er trukket tilbage.',
    madeOn: (day: string) => `Lavet ${day}`,
    between: (from: string, until: string) => `${from} – ${until}`,
    noFrom: 'Vælg den første dag.',
    noUntil: 'Vælg den sidste dag.',
    wrongOrder: 'Den sidste dag skal være efter den første.'
  },

  paper: {
    title: 'Er beviset ægte?',
    genuine: 'Beviset er ægte',
    genuineText: 'Sammenlign med papiret: der skal stå det samme.',
    unknown: 'Beviset kendes ikke',
    unknownText:
      'Der er ikke noget bevis med den kode. Måske er den tastet forkert, eller beviset er trukket tilbage.',
    period: 'Periode',
    hours: 'Timer',
    total: 'I alt',
    association: 'Forening',
    issued: 'Udstedt',
    issuer: 'Udstedt af',
    code: 'Kode',
    enter: 'Skriv koden fra papiret. Store og små bogstaver er lige gode.',
    missing: 'Skriv koden fra papiret.',
    check: 'Se efter',
    meaning: 'Foreningerne har selv bekræftet timerne på Samspil.'
  }
};

const en: Widened<typeof da> = {
  length: (minutes) => length(minutes, 'h', 'min'),
  cancel: 'Cancel',
  status: { waiting: 'Waiting', confirmed: 'Confirmed', declined: 'Declined' },

  mine: {
    title: 'My hours',
    lead: 'Write down your hours when you have helped. The association confirms them, and you can get a certificate.',
    add: 'Add hours',
    year: 'Year',
    confirmedIn: (year) => `confirmed in ${year}`,
    waiting: (length) => `${length} waiting for the association.`,
    months: 'Hours month by month',
    bar: (month, confirmed, waiting) =>
      waiting === null
        ? `${month}: ${confirmed}`
        : `${month}: ${confirmed}, and ${waiting} waiting`,
    legendConfirmed: 'Confirmed',
    legendWaiting: 'Waiting',
    byAssociation: 'Where you have helped',
    entries: 'What you have written down',
    emptyText:
      'When an association notes that you came to your shift, the hours come by themselves. You can also write them down.',
    emptyYear: (year) => `No hours in ${year}`,
    nowhereTitle: 'You have not helped anybody yet',
    nowhereText: 'Once you have had a place at a task, you can write down your hours here.',
    find: 'Find a task',
    declined: (reason) => `The association writes: ${reason}`,
    edit: 'Change',
    editOf: (what) => `Change ${what}`,
    removed: 'The hours have been deleted.',
    over: {
      title: (months) => `Many hours in ${months}`,
      text: (hours) =>
        `That is more than ${hours} hours in a month. If you get unemployment benefit, early retirement pay or another benefit, it may matter. Talk to your unemployment fund (a-kasse) or job centre: they know the rules for you. Only you can see this message.`
    }
  },

  form: {
    title: 'Add hours',
    editTitle: 'Change the hours',
    association: 'Whom did you help?',
    need: 'With what?',
    someNeed: 'Something else',
    day: 'When?',
    today: 'Today',
    yesterday: 'Yesterday',
    otherDay: 'Another day',
    date: 'Date',
    length: 'How long?',
    shorter: 'A quarter of an hour less',
    longer: 'A quarter of an hour more',
    note: 'Note',
    addNote: 'Add a note',
    noteHelp: 'The association can read it.',
    save: 'Save hours',
    saved: 'The hours are saved and wait for the association.',
    changed: 'The hours have been changed.',
    remove: 'Delete the hours',
    noDay: 'Choose a day.'
  },

  desk: {
    title: 'Hours',
    lead: 'Confirm the volunteers’ hours, so that they can get a certificate.',
    enter: 'Add for a volunteer',
    show: 'Show hours that are',
    shown: { waiting: 'Waiting', confirmed: 'Confirmed', declined: 'Declined' },
    sum: (year, length) => `${length} confirmed in ${year}`,
    someone: 'A volunteer who has deleted their account',
    own: 'Your own hours are confirmed by somebody else who runs the association, or by the municipality.',
    confirm: 'Confirm',
    confirmOf: (who, length) => `Confirm ${length} for ${who}`,
    confirmAll: (count) => `Confirm all ${count}`,
    confirmedOne: (who) => `The hours of ${who} are confirmed.`,
    confirmedSome: (count) =>
      count === 1 ? 'The hours are confirmed.' : `${count} are confirmed.`,
    left: 'Some had changed meanwhile. Look through them again.',
    decline: 'Decline',
    declineOf: (who) => `Decline the hours of ${who}`,
    editOf: (who) => `Change the hours of ${who}`,
    edit: 'Change',
    declineTitle: (who) => `Decline the hours of ${who}?`,
    declineText: 'The volunteer gets a mail with your reason. You can confirm the hours later.',
    reason: 'Reason',
    reasonMissing: 'Write why the hours cannot be confirmed.',
    declinedOne: (who) => `The hours of ${who} are declined.`,
    because: (reason) => `Reason: ${reason}`,
    emptyTitle: {
      waiting: 'No hours are waiting',
      confirmed: 'No confirmed hours yet',
      declined: 'No declined hours'
    },
    emptyText: {
      waiting: 'When a volunteer writes down hours, you can confirm them here.',
      confirmed:
        'When you note that somebody came to their shift, the hours are confirmed at once.',
      declined: 'That is a good sign.'
    },
    entered: 'The hours have been added.',
    who: 'Who?',
    choose: 'Choose a volunteer',
    chooseMissing: 'Choose who has given the hours.',
    nobodyTitle: 'Nobody has had a place yet',
    nobodyText: 'Hours are added for those who have had a place at one of your tasks.',
    save: 'Save hours'
  },

  certificates: {
    title: 'Certificates',
    lead: 'A certificate shows your confirmed hours on paper. Whoever you show it to can see on this site that it is genuine.',
    make: 'Make a certificate',
    none: 'You can make a certificate once an association has confirmed your hours.',
    makeTitle: 'Certificate of voluntary work',
    period: 'Period',
    year: (year) => `All of ${year}`,
    all: 'All my hours',
    own: 'Choose yourself',
    from: 'From',
    until: 'To',
    association: 'Association',
    everyone: 'All associations',
    language: 'Language of the certificate',
    languages: { da: 'Danish', en: 'English' },
    made: 'The certificate is ready.',
    download: 'Download as PDF',
    downloadOf: (what) => `Download as PDF: the certificate ${what}`,
    downloading: 'Downloading …',
    copy: 'Copy link',
    copyOf: (what) => `Copy link to the certificate ${what}`,
    copied: 'The link is copied. Everybody who has it can see the certificate.',
    copyFailed: 'The link could not be copied. The code stands on the certificate.',
    withdraw: 'Withdraw',
    withdrawOf: (what) => `Withdraw the certificate ${what}`,
    withdrawTitle: 'Withdraw the certificate?',
    withdrawText:
      'Its code stops working, and the paper can no longer be verified. Your hours stay, and you can make a new certificate.',
    withdrawn: 'The certificate has been withdrawn.',
    madeOn: (day) => `Made ${day}`,
    between: (from, until) => `${from} – ${until}`,
    noFrom: 'Choose the first day.',
    noUntil: 'Choose the last day.',
    wrongOrder: 'The last day must be after the first.'
  },

  paper: {
    title: 'Is the certificate genuine?',
    genuine: 'The certificate is genuine',
    genuineText: 'Compare it with the paper: it must say the same.',
    unknown: 'The certificate is not known',
    unknownText:
      'There is no certificate with that code. Perhaps it was mistyped, or the certificate has been withdrawn.',
    period: 'Period',
    hours: 'Hours',
    total: 'Total',
    association: 'Association',
    issued: 'Issued on',
    issuer: 'Issued by',
    code: 'Code',
    enter: 'Type the code from the paper. Capital and small letters are the same.',
    missing: 'Type the code from the paper.',
    check: 'Check',
    meaning: 'The associations themselves have confirmed the hours on Samspil.'
  }
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
