import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// Beside the desk, so that only those who have one fetch its words.
const da = {
  desk: 'Foreningens skrivebord',
  menu: 'Foreningens skrivebord',
  back: 'Mig',
  tabs: {
    overview: 'Overblik',
    profile: 'Profil',
    pictures: 'Billeder',
    members: 'Medlemmer',
    history: 'Historik'
  },
  goneTitle: 'Her er ikke noget for dig',
  goneText:
    'Foreningen findes ikke, eller du er ikke med i den. Bed en af dem, der styrer den, om at invitere dig.',
  status: {
    pending: 'Venter på kommunen',
    public: 'Offentlig',
    hidden: 'Skjult',
    merged: 'Lagt sammen'
  },

  overview: {
    pendingTitle: 'Kommunen ser på jeres forening',
    pendingText:
      'Det tager som regel et par dage. I får en mail, når siden er offentlig. Indtil da er det kun jer, der kan se den, og I kan roligt gøre den færdig.',
    publicTitle: 'Jeres side er offentlig',
    publicText: 'Alle kan finde jer i søgningen og på kortet.',
    hiddenTitle: 'Kommunen har skjult jeres side',
    hiddenReason: (reason: string) => `Begrundelse: ${reason}`,
    hiddenText: 'Ret det, der skal rettes, og svar på mailen fra kommunen, så ser vi på det igen.',
    mergedTitle: 'Foreningen er lagt sammen med en anden',
    mergedText: 'Alt er flyttet til den anden, og adressen fører derhen.',
    seePage: 'Se jeres side',
    missingTitle: 'Det mangler',
    missingCount: (done: number, all: number) => `${done} af ${all} er på plads`,
    completeTitle: 'Siden er færdig',
    completeText: 'Der mangler ikke noget. Kig forbi en gang imellem, og se, om det stadig passer.',
    nothingToDo: 'Det er kun dem, der styrer foreningen, som kan rette siden.',
    missing: {
      contact: 'En mailadresse, man kan skrive til',
      purpose: 'Et par linjer mere om, hvad I laver',
      interests: 'Mindst én interesse, så folk kan finde jer',
      picture: 'Et billede, der viser jer i gang',
      access: 'Om man kan komme ind uden trin',
      managers: 'En mere, der kan styre siden',
      noManager: 'En, der styrer siden'
    },
    why: {
      contact: 'Uden den kan ingen tilbyde sin hjælp.',
      purpose: 'De fleste læser det, før de melder sig.',
      interests: 'Man søger på fx natur eller besøgsven.',
      picture: 'Sider med billeder bliver åbnet oftere.',
      access: 'Det afgør, om nogen tør komme.',
      managers: 'Hvis du bliver forhindret, kan den anden svare.',
      noManager: 'Kommunen hjælper med at finde en.'
    },
    numbers: 'I tal',
    members: (count: number) => (count === 1 ? '1 medlem' : `${count} medlemmer`),
    needs: (count: number) => (count === 1 ? '1 åben opgave' : `${count} åbne opgaver`),
    invitations: (count: number) =>
      count === 1 ? '1 invitation venter' : `${count} invitationer venter`,
    approval: 'Godkendelse',
    approvedUntil: (date: string) => `Folkeoplysende til og med ${date}`,
    notApproved: 'Ikke godkendt som folkeoplysende',
    lastChange: 'Sidst ændret',
    youAre: { manager: 'Du styrer foreningen', member: 'Du er medlem', staff: 'Du er medarbejder' }
  },

  form: {
    title: 'Rediger profilen',
    required: 'Skal udfyldes',
    optional: '(valgfrit)',
    saved: 'Ændringerne er gemt.',
    save: 'Gem ændringer',
    saving: 'Gemmer …',
    nothing: 'Ingen ændringer',
    discard: 'Fortryd ændringerne',
    unsaved: 'Du har ændringer, der ikke er gemt. Forlad siden alligevel?',
    fix: (count: number) => (count === 1 ? 'Ret 1 felt' : `Ret ${count} felter`),
    fixText: 'Resten af det, du skrev, er her stadig.',
    sections: {
      who: 'Hvem er I?',
      where: 'Hvor er I?',
      contact: 'Kontakt',
      more: 'Godt at vide'
    },
    kind: 'Hvad er I?',
    kinds: {
      association: 'Forening',
      network: 'Netværk',
      initiative: 'Initiativ'
    },
    kindHints: {
      association: 'Med vedtægter og bestyrelse',
      network: 'Flere, der holder sammen om noget',
      initiative: 'Nogle borgere, der gør noget sammen'
    },
    name: 'Navn',
    nameHint: 'Som I selv kalder jer.',
    slug: 'Brug også det nye navn i sidens adresse',
    slugHint: (address: string) => `${address}. Den gamle adresse fører videre.`,
    summary: 'Kort fortalt',
    summaryHint: 'Én sætning, som man ser i søgningen.',
    summaryExample: 'Fx »Vi tager 6–16-årige med i skoven hver tirsdag«',
    left: (count: number) => (count === 1 ? '1 tegn tilbage' : `${count} tegn tilbage`),
    over: (count: number) => (count === 1 ? '1 tegn for meget' : `${count} tegn for meget`),
    purpose: 'Hvad laver I?',
    purposeHint:
      'Skriv frit. En tom linje giver et nyt afsnit, og en linje med »- « giver et punkt.',
    lang: 'Hvilket sprog er teksten på?',
    langs: { da: 'Dansk', en: 'Engelsk' },
    interests: 'Hvad handler det om?',
    interestsHint: 'Vælg det, folk ville søge på. Gerne højst fem.',
    towns: 'Hvilke byer er I aktive i?',
    townsHint: 'Mindst én. Den første er jeres egen.',
    position: 'Hvor på kortet?',
    positions: {
      town: 'Ved byen',
      map: 'Et sted på kortet'
    },
    positionHints: {
      town: 'Vi viser jer ved den første by.',
      map: 'Peg på jeres klubhus eller mødested.'
    },
    noHome:
      'En privat adresse må ikke komme på kortet. Mødes I hjemme hos nogen, så vælg »Ved byen«.',
    mapLoading: 'Henter kortet …',
    address: 'Adresse, der må stå på siden',
    addressHint: 'Fx klubhuset. Ikke en privat adresse.',
    contactHint:
      'Det her kan alle læse. Brug helst en fælles adresse som bestyrelsen@… og ikke en privat.',
    contactName: 'Hvem svarer?',
    contactNameExample: 'Fx Formanden eller Frivilligkoordinatoren',
    contactEmail: 'Mail',
    contactPhone: 'Telefon',
    website: 'Hjemmeside',
    websiteExample: 'Fx https://www.foreningen.dk',
    languages: 'Hvilke sprog taler I?',
    stepFree: 'Kan man komme ind uden trin?',
    stepFreeOptions: { yes: 'Ja', no: 'Nej', unknown: 'Ved ikke' },
    cvr: 'CVR-nummer',
    cvrHint: 'Otte cifre, hvis I har et. Netværk og initiativer behøver ikke.'
  },

  check: {
    name: 'Skriv jeres navn.',
    nameLong: 'Navnet er for langt. Højst 120 tegn.',
    summary: 'Skriv én sætning om jer.',
    summaryLong: 'Højst 160 tegn.',
    purpose: 'Fortæl lidt om, hvad I laver.',
    interests: 'Vælg mindst én interesse.',
    towns: 'Vælg mindst én by.',
    position: 'Peg på stedet på kortet, eller vælg »Ved byen«.',
    email: 'Det ligner ikke en mailadresse.',
    contact: 'Skriv en mail eller et telefonnummer, så man kan nå jer.',
    website: 'Skriv hele adressen, fx https://www.foreningen.dk',
    cvr: 'Et CVR-nummer har otte cifre, og det her er ikke et rigtigt nummer.'
  },

  stale: {
    title: (name: string) => `${name} har ændret profilen, mens du skrev`,
    titleUnknown: 'Profilen er blevet ændret, mens du skrev'
  },

  fields: {
    name: 'Navn',
    slug: 'Adresse på siden',
    kind: 'Type',
    summary: 'Kort fortalt',
    purpose: 'Hvad I laver',
    lang: 'Tekstens sprog',
    cvr: 'CVR-nummer',
    interests: 'Interesser',
    towns: 'Byer',
    address: 'Adresse',
    position: 'Sted på kortet',
    contact: 'Kontakt',
    website: 'Hjemmeside',
    languages: 'Sprog',
    step_free: 'Uden trin',
    status: 'Tilstand',
    hidden_reason: 'Begrundelse',
    verified: 'Bekræftet af kommunen',
    approved_from: 'Folkeoplysende fra',
    approved_until: 'Folkeoplysende til',
    merged_into_id: 'Lagt sammen med',
    pictures: 'Billeder'
  },
  values: { yes: 'Ja', no: 'Nej', none: '(tomt)', onMap: 'valgt på kortet' },

  pictures: {
    title: 'Billeder',
    lead: 'Det første billede står øverst på jeres side.',
    rights: 'Vis kun folk, der har sagt ja til det. Sted og tidspunkt fjernes fra billedet.',
    add: 'Tilføj et billede',
    addTitle: 'Nyt billede',
    choose: 'Vælg et andet',
    alt: 'Hvad viser billedet?',
    altHint: 'Læses op for dem, der ikke kan se det. Fx »Tre børn tænder bål på en strand«.',
    altMissing: 'Beskriv billedet med få ord.',
    upload: 'Læg billedet op',
    uploading: (percent: string) => `Sender … ${percent}`,
    working: 'Gør billedet klar …',
    uploaded: 'Billedet er lagt op.',
    cancel: 'Annuller',
    tooLarge: (size: string) => `Billedet fylder for meget. Højst ${size}.`,
    wrongType: 'Det er ikke et billede, vi kan vise. Brug JPEG, PNG eller WebP.',
    first: 'Øverst på siden',
    number: (index: number, all: number) => `Billede ${index} af ${all}`,
    earlier: (alt: string) => `Flyt frem: ${alt}`,
    later: (alt: string) => `Flyt tilbage: ${alt}`,
    moved: (index: number) => `Billedet er nu nummer ${index}.`,
    editAlt: 'Ret beskrivelsen',
    altSaved: 'Beskrivelsen er gemt.',
    remove: 'Slet',
    removeTitle: 'Slet billedet?',
    removeText: 'Det forsvinder fra siden med det samme og kan ikke hentes tilbage.',
    removed: 'Billedet er slettet.',
    emptyTitle: 'Ingen billeder endnu',
    emptyText: 'Et billede af jer i gang siger mere end en lang tekst. Tag et med telefonen.',
    save: 'Gem',
    onlyManagers: 'Det er dem, der styrer foreningen, som vælger billeder.'
  },

  members: {
    title: 'Medlemmer',
    lead: 'De, der styrer foreningen, kan rette siden og invitere andre. Medlemmer kan følge med.',
    roles: { manager: 'Styrer foreningen', member: 'Medlem' },
    you: '(dig)',
    since: (date: string) => `siden ${date}`,
    change: (name: string) => `Ret for ${name}`,
    makeManager: 'Lad styre foreningen',
    makeMember: 'Gør til almindeligt medlem',
    remove: 'Fjern fra foreningen',
    removeTitle: (name: string) => `Fjern ${name}?`,
    removeText: 'Personen mister sin adgang med det samme. I kan invitere igen.',
    removed: (name: string) => `${name} er ikke længere med.`,
    leave: 'Forlad foreningen',
    leaveTitle: 'Forlad foreningen?',
    leaveText: 'Du mister din adgang. En anden kan invitere dig igen.',
    leaveLast:
      'Du er den sidste, der styrer foreningen. Går du, får kommunen besked og finder en ny sammen med jer. Siden bliver stående.',
    left: 'Du er ikke længere med i foreningen.',
    demoteSelf: 'Stop med at styre foreningen',
    demoteSelfTitle: 'Stop med at styre foreningen?',
    demoteSelfText: 'Du kan ikke selv fortryde det. En anden, der styrer den, kan.',
    roleSaved: (name: string, role: string) => `${name}: ${role.toLowerCase()}.`,
    emptyTitle: 'Ingen medlemmer',
    emptyText: 'Ingen styrer foreningen lige nu. Er det din, så skriv til kommunen.',
    invitations: 'Invitationer, der venter',
    noInvitations: 'Ingen invitationer venter på svar.',
    expires: (date: string) => `gælder til ${date}`,
    withdraw: 'Træk tilbage',
    withdrawFor: (email: string) => `Træk invitationen til ${email} tilbage`,
    withdrawTitle: 'Træk invitationen tilbage?',
    withdrawText: 'Linket i mailen holder op med at virke.',
    withdrawn: 'Invitationen er trukket tilbage.',
    invite: 'Inviter en',
    inviteTitle: 'Inviter til foreningen',
    inviteText: 'Vi sender en mail med et link, som virker i 14 dage.',
    email: 'Mailadresse',
    role: 'Hvad må personen?',
    send: 'Send invitation',
    sent: (email: string) => `Invitationen er sendt til ${email}.`,
    emailMissing: 'Skriv en mailadresse.',
    notYet: 'I kan invitere flere, når kommunen har gjort siden offentlig.'
  },

  history: {
    title: 'Historik',
    lead: 'Hvem har rettet hvad. Kun dem, der styrer foreningen, og kommunen kan se det.',
    unknown: 'Kommunen eller en, der ikke er her mere',
    before: 'Før',
    after: 'Nu',
    emptyTitle: 'Intet er ændret endnu',
    emptyText: 'Når nogen retter noget, står det her.',
    notYours: 'Historikken kan ses af dem, der styrer foreningen.'
  },

  register: {
    title: 'Opret en forening',
    lead: 'Det tager tre minutter. Kommunen ser på den, før den bliver offentlig.',
    step: (step: number, all: number) => `Trin ${step} af ${all}`,
    next: 'Videre',
    previous: 'Tilbage',
    submit: 'Opret',
    sending: 'Opretter …',
    kept: 'Det, du skrev før, er her stadig.',
    startOver: 'Start forfra',
    startOverTitle: 'Start forfra?',
    startOverText: 'Det, du har skrevet, bliver slettet.',
    alreadyTitle: 'Findes den i forvejen?',
    already: (name: string) => `Vi har allerede »${name}«. Er det jer?`,
    alreadyLink: 'Se siden',
    notVerifiedTitle: 'Bekræft først din mailadresse',
    notVerifiedText:
      'Vi har sendt dig en mail med et link. Når du har trykket på det, kan du oprette en forening. Det, du har skrevet, bliver her.',
    sendAgain: 'Send mailen igen',
    sentAgain: 'Mailen er sendt igen.',
    guardianTitle: 'Vi mangler et ja fra en forælder',
    guardianText: 'Når du er under 15, skal en voksen sige ja, før du kan oprette en forening.',
    done: 'Foreningen er oprettet. Kommunen ser på den.'
  },

  refused: 'Det må du ikke. Er der sket noget med din rolle? Hent siden igen.',
  conflict: 'Det kan ikke lade sig gøre, som det står nu. Hent siden igen.',
  cancel: 'Annuller'
};

export type DeskTexts = Widened<typeof da>;

const en: DeskTexts = {
  desk: 'The association’s desk',
  menu: 'The association’s desk',
  back: 'Me',
  tabs: {
    overview: 'Overview',
    profile: 'Profile',
    pictures: 'Pictures',
    members: 'Members',
    history: 'History'
  },
  goneTitle: 'There is nothing here for you',
  goneText:
    'The association does not exist, or you are not part of it. Ask one of those who run it to invite you.',
  status: {
    pending: 'Waiting for the municipality',
    public: 'Public',
    hidden: 'Hidden',
    merged: 'Merged'
  },

  overview: {
    pendingTitle: 'The municipality is looking at your association',
    pendingText:
      'It usually takes a couple of days. You get an email when the page is public. Until then only you can see it, and you can finish it in peace.',
    publicTitle: 'Your page is public',
    publicText: 'Everybody can find you in the search and on the map.',
    hiddenTitle: 'The municipality has hidden your page',
    hiddenReason: (reason) => `Reason: ${reason}`,
    hiddenText:
      'Change what has to be changed and answer the municipality’s email; then we look again.',
    mergedTitle: 'The association has been merged with another',
    mergedText: 'Everything has moved to the other one, and the address leads there.',
    seePage: 'See your page',
    missingTitle: 'Still missing',
    missingCount: (done, all) => `${done} of ${all} done`,
    completeTitle: 'The page is complete',
    completeText: 'Nothing is missing. Look in now and then to see whether it still holds.',
    nothingToDo: 'Only those who run the association can change the page.',
    missing: {
      contact: 'An email address to write to',
      purpose: 'A few more lines about what you do',
      interests: 'At least one interest, so that people find you',
      picture: 'A picture that shows you at it',
      access: 'Whether one gets in without steps',
      managers: 'One more who can run the page',
      noManager: 'Somebody who runs the page'
    },
    why: {
      contact: 'Without it nobody can offer to help.',
      purpose: 'Most people read it before they sign up.',
      interests: 'People search for nature or visiting friend.',
      picture: 'Pages with pictures are opened more often.',
      access: 'It decides whether some dare to come.',
      managers: 'If you cannot, the other can answer.',
      noManager: 'The municipality helps to find one.'
    },
    numbers: 'In numbers',
    members: (count) => (count === 1 ? '1 member' : `${count} members`),
    needs: (count) => (count === 1 ? '1 open task' : `${count} open tasks`),
    invitations: (count) => (count === 1 ? '1 invitation waits' : `${count} invitations wait`),
    approval: 'Approval',
    approvedUntil: (date) => `Folkeoplysende until ${date}`,
    notApproved: 'Not approved under the act on adult education',
    lastChange: 'Last changed',
    youAre: {
      manager: 'You run the association',
      member: 'You are a member',
      staff: 'You are staff'
    }
  },

  form: {
    title: 'Edit the profile',
    required: 'Required',
    optional: '(optional)',
    saved: 'Your changes are saved.',
    save: 'Save changes',
    saving: 'Saving …',
    nothing: 'No changes',
    discard: 'Undo the changes',
    unsaved: 'You have changes that are not saved. Leave the page anyway?',
    fix: (count) => (count === 1 ? 'Correct 1 field' : `Correct ${count} fields`),
    fixText: 'Everything else you wrote is still here.',
    sections: {
      who: 'Who are you?',
      where: 'Where are you?',
      contact: 'Contact',
      more: 'Good to know'
    },
    kind: 'What are you?',
    kinds: {
      association: 'Association',
      network: 'Network',
      initiative: 'Initiative'
    },
    kindHints: {
      association: 'With statutes and a board',
      network: 'Several who stand together on something',
      initiative: 'Some citizens who do something together'
    },
    name: 'Name',
    nameHint: 'As you call yourselves.',
    slug: 'Use the new name in the page’s address as well',
    slugHint: (address) => `${address}. The old address leads on.`,
    summary: 'In short',
    summaryHint: 'One sentence, shown in the search.',
    summaryExample: 'E.g. “We take 6–16-year-olds to the woods every Tuesday”',
    left: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
    over: (count) => (count === 1 ? '1 character too many' : `${count} characters too many`),
    purpose: 'What do you do?',
    purposeHint:
      'Write freely. An empty line makes a new paragraph, a line with “- ” makes a bullet.',
    lang: 'Which language is the text in?',
    langs: { da: 'Danish', en: 'English' },
    interests: 'What is it about?',
    interestsHint: 'Choose what people would search for. Five at most is best.',
    towns: 'In which towns are you active?',
    townsHint: 'At least one. The first is your own.',
    position: 'Where on the map?',
    positions: {
      town: 'At the town',
      map: 'A place on the map'
    },
    positionHints: {
      town: 'We show you at the first town.',
      map: 'Point at your clubhouse or meeting place.'
    },
    noHome:
      'A private address must not be on the map. If you meet at somebody’s home, choose “At the town”.',
    mapLoading: 'Loading the map …',
    address: 'Address that may stand on the page',
    addressHint: 'Such as the clubhouse. Not a private address.',
    contactHint:
      'Everybody can read this. Rather use a shared address such as board@… than a private one.',
    contactName: 'Who answers?',
    contactNameExample: 'E.g. the chair or the coordinator of volunteers',
    contactEmail: 'Email',
    contactPhone: 'Phone',
    website: 'Website',
    websiteExample: 'E.g. https://www.association.dk',
    languages: 'Which languages do you speak?',
    stepFree: 'Can one get in without steps?',
    stepFreeOptions: { yes: 'Yes', no: 'No', unknown: 'Do not know' },
    cvr: 'CVR number',
    cvrHint: 'Eight digits, if you have one. Networks and initiatives need none.'
  },

  check: {
    name: 'Write your name.',
    nameLong: 'The name is too long. 120 characters at most.',
    summary: 'Write one sentence about you.',
    summaryLong: '160 characters at most.',
    purpose: 'Tell a little about what you do.',
    interests: 'Choose at least one interest.',
    towns: 'Choose at least one town.',
    position: 'Point at the place on the map, or choose “At the town”.',
    email: 'That does not look like an email address.',
    contact: 'Write an email address or a phone number, so that people can reach you.',
    website: 'Write the whole address, such as https://www.association.dk',
    cvr: 'A CVR number has eight digits, and this one is not a real number.'
  },

  stale: {
    title: (name) => `${name} changed the profile while you were writing`,
    titleUnknown: 'The profile was changed while you were writing'
  },

  fields: {
    name: 'Name',
    slug: 'Address of the page',
    kind: 'Kind',
    summary: 'In short',
    purpose: 'What you do',
    lang: 'Language of the text',
    cvr: 'CVR number',
    interests: 'Interests',
    towns: 'Towns',
    address: 'Address',
    position: 'Place on the map',
    contact: 'Contact',
    website: 'Website',
    languages: 'Languages',
    step_free: 'Without steps',
    status: 'State',
    hidden_reason: 'Reason',
    verified: 'Verified by the municipality',
    approved_from: 'Folkeoplysende from',
    approved_until: 'Folkeoplysende until',
    merged_into_id: 'Merged into',
    pictures: 'Pictures'
  },
  values: { yes: 'Yes', no: 'No', none: '(empty)', onMap: 'chosen on the map' },

  pictures: {
    title: 'Pictures',
    lead: 'The first picture stands at the top of your page.',
    rights:
      'Only show people who have said yes to it. Place and time are taken out of the picture.',
    add: 'Add a picture',
    addTitle: 'New picture',
    choose: 'Choose another',
    alt: 'What does the picture show?',
    altHint: 'Read out to those who cannot see it. E.g. “Three children light a fire on a beach”.',
    altMissing: 'Describe the picture in a few words.',
    upload: 'Put the picture up',
    uploading: (percent) => `Sending … ${percent}`,
    working: 'Preparing the picture …',
    uploaded: 'The picture is up.',
    cancel: 'Cancel',
    tooLarge: (size) => `The picture is too big. ${size} at most.`,
    wrongType: 'That is not a picture we can show. Use JPEG, PNG or WebP.',
    first: 'At the top of the page',
    number: (index, all) => `Picture ${index} of ${all}`,
    earlier: (alt) => `Move forward: ${alt}`,
    later: (alt) => `Move back: ${alt}`,
    moved: (index) => `The picture is now number ${index}.`,
    editAlt: 'Change the description',
    altSaved: 'The description is saved.',
    remove: 'Delete',
    removeTitle: 'Delete the picture?',
    removeText: 'It disappears from the page at once and cannot be brought back.',
    removed: 'The picture is deleted.',
    emptyTitle: 'No pictures yet',
    emptyText: 'A picture of you at it says more than a long text. Take one with your phone.',
    save: 'Save',
    onlyManagers: 'Those who run the association choose its pictures.'
  },

  members: {
    title: 'Members',
    lead: 'Those who run the association can change the page and invite others. Members can follow along.',
    roles: { manager: 'Runs the association', member: 'Member' },
    you: '(you)',
    since: (date) => `since ${date}`,
    change: (name) => `Change for ${name}`,
    makeManager: 'Let them run the association',
    makeMember: 'Make an ordinary member',
    remove: 'Remove from the association',
    removeTitle: (name) => `Remove ${name}?`,
    removeText: 'They lose their access at once. You can invite them again.',
    removed: (name) => `${name} is no longer part of it.`,
    leave: 'Leave the association',
    leaveTitle: 'Leave the association?',
    leaveText: 'You lose your access. Somebody else can invite you again.',
    leaveLast:
      'You are the last who runs the association. If you go, the municipality is told and finds somebody with you. The page stays.',
    left: 'You are no longer part of the association.',
    demoteSelf: 'Stop running the association',
    demoteSelfTitle: 'Stop running the association?',
    demoteSelfText: 'You cannot undo this yourself. Somebody else who runs it can.',
    roleSaved: (name, role) => `${name}: ${role.toLowerCase()}.`,
    emptyTitle: 'No members',
    emptyText: 'Nobody runs the association right now. If it is yours, write to the municipality.',
    invitations: 'Invitations that wait',
    noInvitations: 'No invitation waits for an answer.',
    expires: (date) => `valid until ${date}`,
    withdraw: 'Withdraw',
    withdrawFor: (email) => `Withdraw the invitation to ${email}`,
    withdrawTitle: 'Withdraw the invitation?',
    withdrawText: 'The link in the email stops working.',
    withdrawn: 'The invitation is withdrawn.',
    invite: 'Invite somebody',
    inviteTitle: 'Invite to the association',
    inviteText: 'We send an email with a link that works for 14 days.',
    email: 'Email address',
    role: 'What may they do?',
    send: 'Send the invitation',
    sent: (email) => `The invitation was sent to ${email}.`,
    emailMissing: 'Write an email address.',
    notYet: 'You can invite others once the municipality has made the page public.'
  },

  history: {
    title: 'History',
    lead: 'Who changed what. Only those who run the association and the municipality see it.',
    unknown: 'The municipality, or somebody who is no longer here',
    before: 'Before',
    after: 'Now',
    emptyTitle: 'Nothing has been changed yet',
    emptyText: 'When somebody changes something, it stands here.',
    notYours: 'The history is for those who run the association.'
  },

  register: {
    title: 'Register an association',
    lead: 'It takes three minutes. The municipality looks at it before it is public.',
    step: (step, all) => `Step ${step} of ${all}`,
    next: 'Next',
    previous: 'Back',
    submit: 'Register',
    sending: 'Registering …',
    kept: 'What you wrote before is still here.',
    startOver: 'Start over',
    startOverTitle: 'Start over?',
    startOverText: 'What you have written will be deleted.',
    alreadyTitle: 'Is it here already?',
    already: (name) => `We already have “${name}”. Is that you?`,
    alreadyLink: 'See the page',
    notVerifiedTitle: 'First confirm your email address',
    notVerifiedText:
      'We have sent you an email with a link. Once you have used it, you can register an association. What you have written stays here.',
    sendAgain: 'Send the email again',
    sentAgain: 'The email was sent again.',
    guardianTitle: 'We need a yes from a parent',
    guardianText: 'If you are under 15, an adult has to say yes before you can register one.',
    done: 'The association is registered. The municipality looks at it.'
  },

  refused: 'You may not do that. Has your role changed? Load the page again.',
  conflict: 'That is not possible as things stand. Load the page again.',
  cancel: 'Cancel'
};

export const texts: Record<Language, DeskTexts> = { da, en };
