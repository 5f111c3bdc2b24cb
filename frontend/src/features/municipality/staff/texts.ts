import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// Beside the staff's desk, so that only staff fetch its words.
const da = {
  title: 'Medarbejder',
  menu: 'Medarbejderens sider',
  tabs: {
    overview: 'Overblik',
    associations: 'Foreninger',
    reports: 'Anmeldelser',
    claims: 'Ønsker om adgang',
    people: 'Personer',
    matching: 'Det, der passer'
  },
  noEntryTitle: 'Kun for medarbejdere',
  noEntryText:
    'Din konto har ingen opgaver i kommunen. Bed den, der er administrator, om at give dig dem.',
  toFront: 'Til forsiden',
  matching: {
    heading: 'Sådan vælges det, der passer',
    lead: 'Når nogen har fortalt, hvad de kan lide, og hvornår de har tid, viser vi de opgaver først, der passer bedst. Her er det, der tæller, og hvor meget.',
    gates:
      'Først siges nej til det, der slet ikke går: for langt væk, for ung, et sprog man ikke taler, dage man er væk, eller et fuldt hold. Resten får point.',
    kind: 'Det, der tæller',
    weight: 'Vægt',
    share: 'Del af pointene',
    changed: 'Uden den',
    changedTo: (count: string, one: boolean) =>
      one ? 'ville 1 af de 10 første være en anden' : `ville ${count} af de 10 første være andre`,
    changedNothing: 'ingen forskel i dag',
    measured: (lists: string) =>
      `Målt lige nu på ${lists} lister til opdigtede frivillige rundt om i kommunen. Ingens egen profil er med.`,
    nothing: 'Der er ingen åbne opgaver at måle på lige nu. Vægtene gælder alligevel.',
    hints: {
      interest: 'Deler de interesser? Opgavens første interesse tæller mest.',
      availability: 'Ligger den, når de har tid? Er tiden fri, tæller det lidt mindre.',
      distance: 'Fuldt hjemme, intet ved den grænse, de selv har sat.',
      skill: 'Kan de det, der bliver bedt om?',
      commitment: 'En gang, fast eller frit, som de ønsker det.',
      step_free: 'Kun for dem, der har brug for det.',
      hands: 'Mangler der mange, og haster det?',
      fresh: 'Nye opgaver får et lille skub de første to måneder.',
      reply: 'Foreninger, der svarer hurtigt, kommer lidt før.'
    }
  },

  waiting: (count: number) => (count === 1 ? '1 venter' : `${count} venter`),

  overview: {
    heading: 'Hvad venter på os?',
    lead: 'Det ældste først. Tallene er lige nu.',
    cards: {
      pending: 'Nye foreninger',
      claims: 'Ønsker om adgang',
      reports: 'Anmeldelser',
      without_manager: 'Uden en ansvarlig',
      suggestions: 'Måske den samme'
    },
    hints: {
      pending: 'Se dem igennem, og gør dem offentlige.',
      claims: 'Nogen siger, at foreningen er deres.',
      reports: 'Nogen har peget på noget forkert.',
      without_manager: 'Ingen svarer for dem.',
      suggestions: 'To fra registrene, der ligner hinanden.'
    },
    nothing: 'Intet venter',
    allDone: 'Alt er klaret. Godt arbejde.'
  },

  associations: {
    heading: 'Foreninger',
    show: 'Vis',
    views: {
      pending: 'Nye',
      public: 'Offentlige',
      hidden: 'Skjulte',
      without_manager: 'Uden ansvarlig'
    },
    search: 'Søg i navne',
    placeholder: 'Fx spejder',
    count: (count: number) => (count === 1 ? '1 forening' : `${count} foreninger`),
    registered: (date: string) => `oprettet ${date}`,
    managers: (count: number) =>
      count === 0 ? 'ingen ansvarlig' : count === 1 ? '1 ansvarlig' : `${count} ansvarlige`,
    approvedUntil: (date: string) => `folkeoplysende til ${date}`,
    empty: {
      pending: 'Ingen nye foreninger venter',
      public: 'Ingen offentlige foreninger',
      hidden: 'Ingen er skjult',
      without_manager: 'Alle har en ansvarlig'
    },
    emptyText: {
      pending: 'Når nogen opretter en, står den her, og I får en mail.',
      public: 'Når en forening er bekræftet, står den her.',
      hidden: 'Det, I skjuler, kan I finde igen her.',
      without_manager: 'Går den sidste ansvarlige, står foreningen her.'
    },
    noMatch: (q: string) => `Ingen navne ligner »${q}«`,
    noMatchText: 'Prøv et kortere ord, eller se i de andre lister.',
    pick: 'Vælg en forening',
    pickText: 'Så står den her, med alt det, den skal ses efter på.',
    backToList: 'Listen',
    gone: 'Foreningen er her ikke længere',
    goneText: 'Måske har en kollega lagt den sammen med en anden.'
  },

  one: {
    status: {
      pending: 'Ny, ikke offentlig',
      public: 'Offentlig',
      hidden: 'Skjult',
      merged: 'Lagt sammen'
    },
    facts: 'Oplysninger',
    towns: 'Byer',
    interests: 'Interesser',
    contact: 'Kontakt',
    noContact: 'Ingen kontakt',
    address: 'Adresse',
    onMap: 'På kortet',
    atTown: 'ved byen',
    exact: 'et sted, foreningen selv har valgt',
    nowhere: 'ingen steder',
    cvr: 'CVR',
    noCvr: 'har ikke noget',
    website: 'Hjemmeside',
    approval: 'Godkendelse',
    approvedSpan: (from: string, until: string) => `folkeoplysende ${from} til ${until}`,
    approvedTo: (until: string) => `folkeoplysende til ${until}`,
    notApproved: 'ikke folkeoplysende',
    people: 'Ansvarlige og medlemmer',
    nobody: 'Ingen endnu',
    roles: { manager: 'styrer foreningen', member: 'medlem' },
    purpose: 'Om foreningen',
    pictures: 'Billeder',
    reason: 'Begrundelse',
    seePage: 'Se siden',
    editProfile: 'Rediger profilen',
    history: 'Se historik',
    checklist: 'Se efter',
    checks: {
      contact: 'Kan man skrive til den?',
      noContact: 'Den har ingen mailadresse',
      home: 'Ligger nålen ved et privat hjem?',
      twice: 'Står den her i forvejen?',
      alike: (name: string) => `Ligner »${name}«`,
      none: 'Ingen andre med et lignende navn'
    }
  },

  acts: {
    verify: 'Bekræft foreningen',
    verified: (name: string) => `${name} er bekræftet og offentlig.`,
    ask: 'Bed om flere oplysninger',
    askSubject: (name: string) => `Om jeres forening ${name}`,
    decline: 'Afvis med begrundelse',
    declineTitle: (name: string) => `Afvis ${name}?`,
    declineText: 'Den bliver ikke offentlig. De, der oprettede den, får begrundelsen på mail.',
    declined: (name: string) => `${name} er afvist.`,
    approve: 'Godkend som folkeoplysende',
    approveAgain: 'Ret perioden',
    approveTitle: 'Godkend som folkeoplysende',
    approveText: 'Så må foreningen låne kommunens lokaler i perioden.',
    from: 'Fra',
    until: 'Til og med',
    approved: (name: string) => `${name} er godkendt som folkeoplysende.`,
    end: 'Afslut godkendelsen nu',
    ended: (name: string) => `${name} er ikke længere godkendt som folkeoplysende.`,
    order: 'Slutdatoen skal ligge efter startdatoen.',
    dates: 'Vælg begge datoer.',
    hide: 'Skjul med begrundelse',
    hideTitle: (name: string) => `Skjul ${name}?`,
    hideText:
      'Siden er væk med det samme. De ansvarlige får begrundelsen på mail. I kan vise den igen.',
    hidden: (name: string) => `${name} er skjult.`,
    show: 'Vis igen',
    shown: (name: string) => `${name} er offentlig igen.`,
    merge: 'Læg sammen med en anden',
    reason: 'Begrundelse',
    reasonHint: 'Skriv den, som du ville sige den til dem.',
    reasonMissing: 'Skriv en begrundelse.',
    cancel: 'Annuller',
    changed: 'En kollega har ændret noget imens. Her er det, som det ser ud nu.'
  },

  merge: {
    title: 'Læg to foreninger sammen',
    text: (name: string) => `»${name}« står her to gange. Hvilken skal blive?`,
    search: 'Find den anden',
    none: 'Ingen andre med det navn',
    previewTitle: 'Det sker der',
    from: 'Forsvinder',
    into: 'Bliver',
    moves: {
      members: (count: number) =>
        count === 1 ? '1 medlem flytter med' : `${count} medlemmer flytter med`,
      needs: (count: number) =>
        count === 1 ? '1 opgave flytter med' : `${count} opgaver flytter med`,
      pictures: (count: number) =>
        count === 1 ? '1 billede flytter med' : `${count} billeder flytter med`,
      address: (slug: string) => `Adressen /foreninger/${slug} fører til den, der bliver`,
      texts: (name: string) => `Navn, tekster og kontakt er dem fra ${name}`
    },
    sideBySide: 'Side om side',
    rows: { kind: 'Slags', members: 'Med i den', needs: 'Åbne opgaver', summary: 'Kort om' },
    final:
      'Det kan fortrydes i 30 dage. Det, den der forsvinder siger om sig selv, er gemt så længe.',
    merged: 'Lagt sammen med denne',
    mergedBy: (day: string, name: string) => `${day} af ${name}`,
    mergedOn: (day: string) => day,
    undo: 'Fortryd sammenlægningen',
    undoUntil: (day: string) => `Det kan gøres til og med ${day}.`,
    undoTitle: (name: string) => `Skal ${name} være sin egen igen?`,
    undoText: (name: string, into: string) =>
      `Opgaver, billeder og medlemmer, der kom fra ${name}, går tilbage. Det, der siden er lavet i ${into}, bliver der. De ansvarlige får en mail.`,
    undone: (name: string) => `${name} er sin egen forening igen.`,
    swap: 'Byt om på de to',
    confirm: 'Læg sammen',
    done: (name: string) => `De er lagt sammen til ${name}.`,
    back: 'Vælg en anden'
  },

  reports: {
    heading: 'Anmeldelser',
    lead: 'Det, folk har peget på som forkert.',
    views: { open: 'Åbne', upheld: 'Skjulte', dismissed: 'Afviste' },
    kinds: {
      association: 'Forening',
      need: 'Opgave',
      premises: 'Sted',
      story: 'Historie',
      message: 'Besked',
      other: 'Andet'
    },
    said: 'Den anmeldte besked. Resten af samtalen er kun for de to.',
    by: (name: string) => `fra ${name}`,
    byVisitor: 'fra en besøgende',
    see: 'Se det anmeldte',
    uphold: 'Skjul med begrundelse',
    upholdTitle: (title: string) => `Skjul »${title}«?`,
    upholdText: 'Siden er væk med det samme. Den, der står bag, får begrundelsen på mail.',
    upheld: (title: string) => `»${title}« er skjult.`,
    dismiss: 'Lad det stå',
    dismissTitle: 'Lad det stå?',
    dismissText: 'Siden bliver, som den er. Skriv kort hvorfor, så en kollega kan se det.',
    dismissed: 'Anmeldelsen er afvist. Siden står der stadig.',
    outcome: { upheld: 'Skjult', dismissed: 'Ladet stå' },
    decidedBy: (day: string, name: string) => `Afgjort ${day} af ${name}`,
    decidedOn: (day: string) => `Afgjort ${day}`,
    reopen: 'Åbn sagen igen',
    reopenText: {
      upheld: 'Så kan det ses igen, og den, der står bag, får en mail om det.',
      dismissed: 'Så kan I afgøre den på ny.'
    },
    reopened: 'Sagen er åben igen.',
    decision: 'Begrundelse',
    decisionMissing: 'Skriv en begrundelse.',
    emptyTitle: {
      open: 'Ingen anmeldelser',
      upheld: 'Intet er skjult',
      dismissed: 'Intet er afvist'
    },
    emptyText: {
      open: 'Når nogen anmelder noget, står det her.',
      upheld: 'Det, I har skjult efter en anmeldelse, står her.',
      dismissed: 'Det, I har ladet stå, står her.'
    },
    pick: 'Vælg en anmeldelse',
    pickText: 'Så står den her med det, der er skrevet.',
    backToList: 'Listen'
  },

  claims: {
    heading: 'Ønsker om adgang',
    lead: 'Nogen siger, at de styrer en forening, og vil have adgang til at rette dens side.',
    says: (name: string) => `${name} skriver`,
    accept: 'Giv adgang',
    acceptTitle: (person: string, association: string) => `Lad ${person} styre ${association}?`,
    acceptText: (email: string) =>
      `${email} kan så rette siden, svare frivillige og invitere andre. Vær sikker på, at det er den rigtige.`,
    accepted: (person: string, association: string) => `${person} styrer nu ${association}.`,
    decline: 'Afvis med begrundelse',
    declineTitle: 'Afvis med begrundelse',
    declineText: 'Personen får begrundelsen på mail.',
    declined: 'Afvist.',
    write: (name: string) => `Skriv til ${name}`,
    subject: (association: string) => `Om ${association}`,
    emptyTitle: 'Ingen ønsker om adgang',
    emptyText: 'Når nogen trykker »Det er min forening«, står det her.'
  },

  people: {
    heading: 'Personer og områder',
    lead: 'Giv kolleger de områder, de arbejder med. Alle andre roller giver foreningerne selv.',
    search: 'Søg på navn eller mail',
    placeholder: 'Mindst tre tegn',
    short: 'Skriv mindst tre tegn.',
    areas: {
      associations: 'Foreninger',
      premises: 'Lokaler',
      volunteering: 'Frivillighed',
      recognition: 'Anerkendelse'
    },
    areasOf: (name: string) => `Områder for ${name}`,
    administrator: 'Administrator',
    saved: (name: string) => `Områderne for ${name} er gemt.`,
    none: 'ingen områder',
    sure: (name: string) => `Skift områder for ${name}?`,
    sureMore: (name: string) => `Giv ${name} nyt ansvar?`,
    sureText: (who: string, areas: string) => `${who} arbejder fra nu af med: ${areas}.`,
    means: {
      associations:
        'Foreninger: bekræfte, godkende, skjule og lægge dem sammen, og give adgang til at styre dem.',
      premises: 'Lokaler: alt, der har med kommunens lokaler at gøre.',
      volunteering: 'Frivillighed: skjule opgaver og beskeder, som nogen har anmeldt.',
      recognition: 'Anerkendelse: alt, der har med indstillinger og historier at gøre.'
    },
    signedOut: 'Personen bliver logget ud alle steder og skal logge ind igen.',
    signedOutAndTold:
      'Personen bliver logget ud alle steder og skal logge ind igen. Personen og de andre administratorer får en mail om det.',
    powers: {
      heading: 'Hvem har ansvar for hvad?',
      lead: 'Alle, der arbejder for kommunen her: med hvad, siden hvornår, og hvem der gav dem det.',
      since: (day: string) => `siden ${day}`,
      sinceBy: (day: string, name: string) => `siden ${day}, givet af ${name}`,
      before: 'fra begyndelsen',
      empty: 'Ingen endnu'
    },
    confirm: 'Skift områder',
    cancel: 'Annuller',
    noneTitle: 'Ingen med det navn',
    noneText: 'Personen skal selv oprette sig først.',
    onlyAdministrator: 'Kun administratoren kan give områder.'
  }
};

export type StaffTexts = Widened<typeof da>;

const en: StaffTexts = {
  title: 'Staff',
  menu: 'The staff’s pages',
  tabs: {
    overview: 'Overview',
    associations: 'Associations',
    reports: 'Reports',
    claims: 'Requests for access',
    people: 'People',
    matching: 'What suits'
  },
  noEntryTitle: 'For staff only',
  noEntryText:
    'Your account has no tasks at the municipality. Ask whoever is administrator to give you some.',
  toFront: 'To the front page',
  matching: {
    heading: 'How we choose what suits',
    lead: 'When somebody has told what they like and when they have time, we show the tasks that suit them best first. This is what counts, and how much.',
    gates:
      'First we leave out what cannot work: too far, too young, a language they do not speak, days they are away, or a full team. The rest get points.',
    kind: 'What counts',
    weight: 'Weight',
    share: 'Share of the points',
    changed: 'Without it',
    changedTo: (count, one) =>
      one ? '1 of the first 10 would be another' : `${count} of the first 10 would be others`,
    changedNothing: 'no difference today',
    measured: (lists) =>
      `Measured just now on ${lists} lists for invented volunteers around the municipality. Nobody’s own profile is used.`,
    nothing: 'There are no open tasks to measure on right now. The weights hold all the same.',
    hints: {
      interest: 'Do they share interests? The first interest of a task counts most.',
      availability: 'Is it when they have time? A free choice of time counts a little less.',
      distance: 'All of it at home, nothing at the limit they have set themselves.',
      skill: 'Can they do what is asked for?',
      commitment: 'Once, regularly or freely, as they wish.',
      step_free: 'Only for those who need it.',
      hands: 'Are many hands missing, and is it urgent?',
      fresh: 'New tasks get a small push for the first two months.',
      reply: 'Associations that answer soon come a little earlier.'
    }
  },

  waiting: (count) => (count === 1 ? '1 waits' : `${count} wait`),

  overview: {
    heading: 'What waits for us?',
    lead: 'The oldest first. The numbers are as of now.',
    cards: {
      pending: 'New associations',
      claims: 'Requests for access',
      reports: 'Reported',
      without_manager: 'Nobody in charge',
      suggestions: 'Perhaps the same'
    },
    hints: {
      pending: 'Look them through and make them public.',
      claims: 'Somebody says the association is theirs.',
      reports: 'Somebody has pointed at something wrong.',
      without_manager: 'Nobody answers for them.',
      suggestions: 'Two from the registers that are alike.'
    },
    nothing: 'Nothing waits',
    allDone: 'All is done. Good work.'
  },

  associations: {
    heading: 'Associations',
    show: 'Show',
    views: {
      pending: 'New',
      public: 'Public',
      hidden: 'Hidden',
      without_manager: 'Nobody in charge'
    },
    search: 'Search names',
    placeholder: 'E.g. scouts',
    count: (count) => (count === 1 ? '1 association' : `${count} associations`),
    registered: (date) => `registered ${date}`,
    managers: (count) =>
      count === 0 ? 'nobody in charge' : count === 1 ? '1 in charge' : `${count} in charge`,
    approvedUntil: (date) => `folkeoplysende until ${date}`,
    empty: {
      pending: 'No new association waits',
      public: 'No public associations',
      hidden: 'None is hidden',
      without_manager: 'All have somebody in charge'
    },
    emptyText: {
      pending: 'When somebody registers one, it stands here and you get an email.',
      public: 'Once an association is verified, it stands here.',
      hidden: 'What you hide can be found again here.',
      without_manager: 'When the last one in charge leaves, the association stands here.'
    },
    noMatch: (q) => `No name is like “${q}”`,
    noMatchText: 'Try a shorter word, or look in the other lists.',
    pick: 'Choose an association',
    pickText: 'It will stand here, with all there is to look at.',
    backToList: 'The list',
    gone: 'The association is no longer here',
    goneText: 'Perhaps a colleague has merged it with another.'
  },

  one: {
    status: {
      pending: 'New, not public',
      public: 'Public',
      hidden: 'Hidden',
      merged: 'Merged'
    },
    facts: 'Facts',
    towns: 'Towns',
    interests: 'Interests',
    contact: 'Contact',
    noContact: 'No contact',
    address: 'Address',
    onMap: 'On the map',
    atTown: 'at the town',
    exact: 'a place the association chose itself',
    nowhere: 'nowhere',
    cvr: 'CVR',
    noCvr: 'has none',
    website: 'Website',
    approval: 'Approval',
    approvedSpan: (from, until) => `folkeoplysende ${from} to ${until}`,
    approvedTo: (until) => `folkeoplysende until ${until}`,
    notApproved: 'not folkeoplysende',
    people: 'In charge, and members',
    nobody: 'Nobody yet',
    roles: { manager: 'runs the association', member: 'member' },
    purpose: 'About the association',
    pictures: 'Pictures',
    reason: 'Reason',
    seePage: 'See the page',
    editProfile: 'Edit the profile',
    history: 'See the history',
    checklist: 'Look for',
    checks: {
      contact: 'Can one write to it?',
      noContact: 'It has no email address',
      home: 'Is the pin at a private home?',
      twice: 'Is it here already?',
      alike: (name) => `Is like “${name}”`,
      none: 'No other with a similar name'
    }
  },

  acts: {
    verify: 'Verify the association',
    verified: (name) => `${name} is verified and public.`,
    ask: 'Ask for more',
    askSubject: (name) => `About your association ${name}`,
    decline: 'Decline with a reason',
    declineTitle: (name) => `Decline ${name}?`,
    declineText: 'It will not be public. Those who registered it get the reason by email.',
    declined: (name) => `${name} is declined.`,
    approve: 'Approve as folkeoplysende',
    approveAgain: 'Change the period',
    approveTitle: 'Approve as folkeoplysende',
    approveText: 'The association may then borrow municipal premises in the period.',
    from: 'From',
    until: 'Until and including',
    approved: (name) => `${name} is approved as folkeoplysende.`,
    end: 'End the approval now',
    ended: (name) => `${name} is no longer approved as folkeoplysende.`,
    order: 'The last day must come after the first.',
    dates: 'Choose both dates.',
    hide: 'Hide with a reason',
    hideTitle: (name) => `Hide ${name}?`,
    hideText:
      'The page is gone at once. Those in charge get the reason by email. You can show it again.',
    hidden: (name) => `${name} is hidden.`,
    show: 'Show again',
    shown: (name) => `${name} is public again.`,
    merge: 'Merge with another',
    reason: 'Reason',
    reasonHint: 'Write it as you would say it to them.',
    reasonMissing: 'Write a reason.',
    cancel: 'Cancel',
    changed: 'A colleague changed something meanwhile. This is how it stands now.'
  },

  merge: {
    title: 'Merge two associations',
    text: (name) => `“${name}” stands here twice. Which one shall stay?`,
    search: 'Find the other',
    none: 'No other of that name',
    previewTitle: 'This happens',
    from: 'Disappears',
    into: 'Stays',
    moves: {
      members: (count) => (count === 1 ? '1 member moves along' : `${count} members move along`),
      needs: (count) => (count === 1 ? '1 task moves along' : `${count} tasks move along`),
      pictures: (count) => (count === 1 ? '1 picture moves along' : `${count} pictures move along`),
      address: (slug) => `The address /foreninger/${slug} leads to the one that stays`,
      texts: (name) => `Name, texts and contact are those of ${name}`
    },
    sideBySide: 'Side by side',
    rows: { kind: 'Kind', members: 'Take part', needs: 'Open tasks', summary: 'In short' },
    final:
      'It can be undone for 30 days. What the one that disappears says of itself is kept as long.',
    merged: 'Merged into this one',
    mergedBy: (day, name) => `${day} by ${name}`,
    mergedOn: (day) => day,
    undo: 'Undo the merge',
    undoUntil: (day) => `It can be done until ${day}.`,
    undoTitle: (name) => `Let ${name} be its own again?`,
    undoText: (name, into) =>
      `Tasks, pictures and members that came from ${name} go back. What was made in ${into} since stays there. Those in charge get an email.`,
    undone: (name) => `${name} is its own association again.`,
    swap: 'Swap the two',
    confirm: 'Merge',
    done: (name) => `They are merged into ${name}.`,
    back: 'Choose another'
  },

  reports: {
    heading: 'Reports',
    lead: 'What people have pointed at as wrong.',
    views: { open: 'Open', upheld: 'Hidden', dismissed: 'Left' },
    kinds: {
      association: 'Association',
      need: 'Task',
      premises: 'Place',
      story: 'Story',
      message: 'Message',
      other: 'Other'
    },
    said: 'The reported message. The rest of the conversation is for the two alone.',
    by: (name) => `from ${name}`,
    byVisitor: 'from a visitor',
    see: 'See what was reported',
    uphold: 'Hide with a reason',
    upholdTitle: (title) => `Hide “${title}”?`,
    upholdText: 'The page is gone at once. Whoever stands behind it gets the reason by email.',
    upheld: (title) => `“${title}” is hidden.`,
    dismiss: 'Leave it',
    dismissTitle: 'Leave it?',
    dismissText: 'The page stays as it is. Say shortly why, so that a colleague can see it.',
    dismissed: 'The report is dismissed. The page still stands.',
    outcome: { upheld: 'Hidden', dismissed: 'Left as it was' },
    decidedBy: (day, name) => `Decided ${day} by ${name}`,
    decidedOn: (day) => `Decided ${day}`,
    reopen: 'Reopen the case',
    reopenText: {
      upheld: 'Then it can be seen again, and whoever stands behind it gets an email.',
      dismissed: 'Then you can decide it anew.'
    },
    reopened: 'The case is open again.',
    decision: 'Reason',
    decisionMissing: 'Write a reason.',
    emptyTitle: { open: 'No reports', upheld: 'Nothing is hidden', dismissed: 'Nothing was left' },
    emptyText: {
      open: 'When somebody reports something, it stands here.',
      upheld: 'What you have hidden after a report stands here.',
      dismissed: 'What you have left as it was stands here.'
    },
    pick: 'Choose a report',
    pickText: 'It will stand here, with what was written.',
    backToList: 'The list'
  },

  claims: {
    heading: 'Requests for access',
    lead: 'Somebody says they run an association that nobody runs here.',
    says: (name) => `${name} writes`,
    accept: 'Give access',
    acceptTitle: (person, association) => `Let ${person} run ${association}?`,
    acceptText: (email) =>
      `${email} can then change the page, answer volunteers and invite others. Be sure it is the right person.`,
    accepted: (person, association) => `${person} runs ${association} now.`,
    decline: 'Decline with a reason',
    declineTitle: 'Decline with a reason',
    declineText: 'They get the reason by email.',
    declined: 'Declined.',
    write: (name) => `Write to ${name}`,
    subject: (association) => `About ${association}`,
    emptyTitle: 'No requests for access',
    emptyText: 'When somebody presses “This is my association”, it stands here.'
  },

  people: {
    heading: 'People and areas',
    lead: 'Give colleagues the areas they work with. All other roles the associations give themselves.',
    search: 'Search by name or email',
    placeholder: 'At least three characters',
    short: 'Write at least three characters.',
    areas: {
      associations: 'Associations',
      premises: 'Premises',
      volunteering: 'Volunteering',
      recognition: 'Recognition'
    },
    areasOf: (name) => `Areas of ${name}`,
    administrator: 'Administrator',
    saved: (name) => `The areas of ${name} are saved.`,
    none: 'no areas',
    sure: (name) => `Change the areas of ${name}?`,
    sureMore: (name) => `Put ${name} in charge of more?`,
    sureText: (who, areas) => `From now on ${who} works with: ${areas}.`,
    means: {
      associations:
        'Associations: verify, approve, hide and merge them, and give access to run them.',
      premises: 'Premises: all that has to do with the municipality’s rooms.',
      volunteering: 'Volunteering: hide tasks and messages that somebody has reported.',
      recognition: 'Recognition: all that has to do with nominations and stories.'
    },
    signedOut: 'The person is signed out everywhere and has to sign in again.',
    signedOutAndTold:
      'The person is signed out everywhere and has to sign in again. The person and the other administrators get an email.',
    powers: {
      heading: 'Who is in charge of what?',
      lead: 'Everybody who works for the municipality here: with what, since when, and who gave it to them.',
      since: (day) => `since ${day}`,
      sinceBy: (day, name) => `since ${day}, given by ${name}`,
      before: 'from the beginning',
      empty: 'Nobody yet'
    },
    confirm: 'Change areas',
    cancel: 'Cancel',
    noneTitle: 'Nobody of that name',
    noneText: 'They have to create an account themselves first.',
    onlyAdministrator: 'Only the administrator can give areas.'
  }
};

export const texts: Record<Language, StaffTexts> = { da, en };
