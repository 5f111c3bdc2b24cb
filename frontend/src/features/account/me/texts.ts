import type { ConsentPurpose } from '#api/people.ts';
import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Mig',
  back: 'Mig',

  visitor: {
    heading: 'Din side',
    text: 'Du kan søge i det hele uden konto. Med en konto kan du gemme, hvad du interesserer dig for, og hvornår du har tid. Så finder vi det, der passer.',
    signIn: 'Log ind',
    register: 'Opret konto'
  },

  home: {
    signedInAs: (email: string) => `Logget ind som ${email}`,
    associations: 'Mine foreninger',
    noAssociations: 'Du er ikke med i en forening her endnu.',
    registerAssociation: 'Opret en forening eller et netværk',
    roles: { manager: 'Ansvarlig', member: 'Medlem' },
    pending: 'Venter på kommunen',
    hidden: 'Skjult',
    staff: 'Kommunens skrivebord',
    staffText: 'Foreninger, der venter, og det, nogen har anmeldt',
    mine: 'Mit',
    signups: 'Tilmeldinger og vagter',
    signupsText: 'Det, du skal, og det, du venter svar på',
    hours: 'Timer og beviser',
    hoursText: 'Det, du har givet, og bevis for det',
    saved: 'Gemt',
    savedText: 'Søgninger, du får besked om, og favoritter',
    calendar: 'Kalender',
    calendarText: 'Dine vagter i din egen kalender',
    profile: 'Min profil',
    profileText: 'Interesser, tid og hvor langt du vil',
    data: 'Mine data',
    dataText: 'Se, hent og slet det, vi har om dig',
    account: 'Konto og sikkerhed',
    accountText: 'E-mail, adgangskode og enheder',
    settings: 'Sprog, udseende og om Samspil',
    mailbox: 'Demonstrationens postkasse',
    mailboxText: 'Mails, der ellers var sendt',
    signOut: 'Log ud',
    signedOut: 'Du er logget ud.'
  },

  guardian: {
    title: 'Vi venter på din forælder eller værge',
    text: 'De har fået en mail. Når de siger ja, kan du melde dig til opgaver. Du kan allerede nu søge og udfylde din profil.',
    change: 'Se eller skift, hvem vi har spurgt',
    heading: 'Din forælder eller værge',
    asked: (email: string) => `Vi har spurgt ${email} og venter på et ja.`,
    agreed: (email: string) =>
      `${email} har sagt ja. I deres mail er der et link, så de kan trække det tilbage.`,
    other: 'En anden forælders eller værges e-mail',
    otherHelp: 'Vi skriver til dem i stedet. Det første link holder op med at virke.',
    missing: 'Skriv hele adressen, fx navn@eksempel.dk.',
    ask: 'Spørg en anden',
    askedNow: 'Vi har skrevet til dem.',
    remove: 'Jeg er fyldt 15 år: fjern min værge',
    removed: 'Din værge er fjernet.',
    needed:
      'Er du under 15, skal en forælder eller værge være med. Er du fyldt 15 år, så skriv dit fødselsår i din profil først.',
    toProfile: 'Gå til min profil'
  },

  profile: {
    title: 'Min profil',
    lead: 'Alt er valgfrit. Jo mere du fortæller, jo bedre kan vi finde det, der passer til dig.',
    interests: 'Det kan jeg lide',
    availability: 'Hvornår har du tid?',
    availabilityHelp: 'Tryk på de tider, der plejer at passe.',
    gridKeys: 'Brug piletasterne til at flytte og mellemrum til at vælge.',
    quick: 'Hurtige valg',
    evenings: 'Hverdagsaftener',
    daytime: 'Hverdage om dagen',
    weekend: 'Weekend',
    clear: 'Ryd',
    cell: (day: string, part: string) => `${day} ${part}`,
    chosen: (count: number) =>
      count === 0 ? 'Ingen tider valgt' : count === 1 ? '1 tid valgt' : `${count} tider valgt`,
    period: 'Kun i en periode?',
    from: 'Fra',
    until: 'Til',
    periodOrder: 'Slutdatoen skal ligge efter startdatoen.',
    where: 'Hvor holder du til?',
    whereHelp:
      'En by er nok. Bruger du din placering, runder telefonen den af til cirka 100 meter.',
    nowhere: 'Vælg en by',
    myPosition: 'Min placering, rundet af',
    remove: 'Fjern',
    distance: 'Hvor langt vil du tage?',
    anyDistance: 'Hele kommunen',
    skills: 'Det kan jeg',
    skillsHelp: 'Fx kørekort, regnskab eller førstehjælp. Skriv én ad gangen, og tryk Tilføj.',
    add: 'Tilføj',
    removeTag: (tag: string) => `Fjern ${tag}`,
    added: (tag: string) => `${tag} er tilføjet`,
    removed: (tag: string) => `${tag} er fjernet`,
    languages: 'Sprog, jeg taler',
    about: 'Lidt om mig',
    aboutHelp: 'Foreninger ser det først, når du selv henvender dig.',
    birthYear: 'Fødselsår',
    birthYearHelp:
      'Til nogle opgaver skal du være fyldt 15 eller 18 år. Er du under 15, spørger vi en forælder eller værge.',
    birthYearForm: 'Skriv et årstal med fire cifre.',
    guardian: 'Din forælders eller værges e-mail',
    guardianHelp: 'Vi skriver til dem og spørger om lov.',
    save: 'Gem profilen',
    saved: 'Din profil er gemt.',
    draft: 'Du har ændringer, der ikke er gemt.',
    discard: 'Kassér ændringerne',
    stale:
      'Profilen er ændret et andet sted imens. Gem igen for at beholde det, du har skrevet her.'
  },

  data: {
    title: 'Mine data',
    lead: 'Det er dine oplysninger. Her bestemmer du over dem.',
    consents: 'Det siger jeg ja til',
    consentsHelp: 'Alt er slået fra, til du selv siger ja. Du kan skifte mening når som helst.',
    purposes: {
      asked_for_needs: 'Foreninger må spørge mig',
      news_by_mail: 'Send mig nyt på mail',
      shown_as_member: 'Vis mig som medlem'
    },
    purposesHelp: {
      asked_for_needs:
        'Passer en ny opgave til din profil, må foreningen spørge dig. De ser ikke, hvem du er, før du svarer.',
      news_by_mail: 'Højst en mail om ugen med opgaver, der passer til dig.',
      shown_as_member: 'Dit navn kan stå på dine foreningers sider.'
    },
    on: 'Du har sagt ja.',
    off: 'Du har sagt nej.',
    exportTitle: 'Hent mine data',
    exportText: 'En ZIP-fil med alt, hvad vi har om dig. Den kan læses af mennesker og maskiner.',
    export: 'Hent ZIP-fil',
    exporting: 'Samler dine data …',
    exported: 'Dine data er hentet.',
    privacy: 'Hvad vi gemmer, hvorfor og hvor længe',
    eraseTitle: 'Slet min konto',
    eraseText: 'Når du sletter din konto:',
    consequences: [
      'Dit navn, din e-mail og din profil forsvinder med det samme.',
      'Du er ikke længere med i dine foreninger her. Er du den sidste ansvarlige, får kommunen besked.',
      'Det, loven eller andre har brug for, bliver stående uden dit navn.',
      'Det kan ikke fortrydes.'
    ],
    eraseHow:
      'Vi sender dig en mail. Først når du trykker på knappen i den, bliver kontoen slettet.',
    erase: 'Send mig mailen',
    password: 'Din adgangskode',
    passwordMissing: 'Skriv din adgangskode.',
    eraseSentTitle: 'Se i din mail',
    eraseSent: (email: string) =>
      `Vi har sendt en mail til ${email}. Kontoen består, til du trykker på knappen i den.`
  },

  account: {
    title: 'Konto og sikkerhed',
    nameTitle: 'Navn og sprog',
    name: 'Dit navn',
    nameMissing: 'Skriv dit navn.',
    mailLanguage: 'Sprog i mails',
    languages: { da: 'Dansk', en: 'English' },
    save: 'Gem',
    saved: 'Det er gemt.',
    emailTitle: 'Skift e-mail',
    emailNow: (email: string) => `Nu bruger du ${email}.`,
    newEmail: 'Ny e-mail',
    emailMissing: 'Skriv den nye e-mailadresse.',
    password: 'Din adgangskode',
    passwordMissing: 'Skriv din adgangskode.',
    changeEmail: 'Skift e-mail',
    emailHelp:
      'Den nye adresse får en mail, som du bekræfter med. Den gamle får en mail, der kan fortryde skiftet i en uge.',
    emailSent: (email: string, old: string) =>
      `Vi har sendt en mail til ${email}. Tryk på knappen i den, så skifter adressen. Så får ${old} en mail, der kan fortryde skiftet i en uge.`,
    passwordTitle: 'Skift adgangskode',
    passwordNote:
      'Dine andre enheder bliver logget ud, og dit kalenderlink holder op med at virke.',
    newCalendar: 'Opret et nyt kalenderlink',
    current: 'Nuværende adgangskode',
    new: 'Ny adgangskode',
    newHelp: 'Mindst 10 tegn. En sætning, du kan huske, er god.',
    newShort: 'Adgangskoden skal have mindst 10 tegn.',
    changePassword: 'Skift adgangskode',
    passwordChanged: 'Din nye adgangskode gælder nu',
    passwordChangedText: 'Dine andre enheder er logget ud, og dit kalenderlink virker ikke mere.',
    resetSent: (email: string) => `Vi har sendt en mail til ${email}. Se også i uønsket post.`,
    forgotten: 'Har du glemt den?',
    noPassword: 'Du har ingen adgangskode. Du logger ind med links på mail.',
    emailNeedsPassword: 'Vælg en adgangskode først, så er det sikkert, at det er dig.',
    makePassword: 'Få et link på mail',
    sessionsTitle: 'Her er du logget ind',
    thisDevice: 'Denne enhed',
    now: 'Nu',
    otherDevice: 'En anden enhed',
    since: (date: string) => `Logget ind ${date}`,
    used: (date: string) => `sidst brugt ${date}`,
    signOut: 'Log ud her',
    more: (count: number) => `Vis ${count} mere`,
    signedOut: 'Du er logget ud.',
    everywhere: {
      act: 'Log ud alle steder',
      note: 'Har du mistet en telefon eller brugt en fælles computer, så log ud alle steder.',
      title: 'Log ud alle steder?',
      text: 'Alle enheder bliver logget ud, også denne. Links i mails, vi har sendt dig, holder op med at virke.',
      calendars: 'Slå også mit kalenderlink fra',
      calendarsHelp: 'Den, der har linket, kan se dine vagter. Du kan oprette et nyt bagefter.',
      cancel: 'Annuller',
      done: 'Du er logget ud alle steder. Dit kalenderlink virker stadig.',
      doneAll: 'Du er logget ud alle steder, og dit kalenderlink er slået fra.'
    }
  }
};

export type MeTexts = Widened<typeof da>;

const en: MeTexts = {
  title: 'Me',
  back: 'Me',

  visitor: {
    heading: 'Your page',
    text: 'You can search everything without an account. With one you can keep what you are interested in and when you have time. Then we find what suits you.',
    signIn: 'Sign in',
    register: 'Create an account'
  },

  home: {
    signedInAs: (email) => `Signed in as ${email}`,
    associations: 'My associations',
    noAssociations: 'You are not in an association here yet.',
    registerAssociation: 'Register an association or a network',
    roles: { manager: 'Manager', member: 'Member' },
    pending: 'Waiting for the municipality',
    hidden: 'Hidden',
    staff: 'The municipality’s desk',
    staffText: 'Associations that wait, and what was reported',
    mine: 'Mine',
    signups: 'Sign-ups and shifts',
    signupsText: 'What is coming, and what you await an answer to',
    hours: 'Hours and certificates',
    hoursText: 'What you have given, and proof of it',
    saved: 'Saved',
    savedText: 'Searches that we write to you about, and favourites',
    calendar: 'Calendar',
    calendarText: 'Your shifts in your own calendar',
    profile: 'My profile',
    profileText: 'Interests, time and how far you will go',
    data: 'My data',
    dataText: 'See, fetch and delete what we have about you',
    account: 'Account and security',
    accountText: 'Email, password and devices',
    settings: 'Language, appearance and about Samspil',
    mailbox: 'The demonstration’s mailbox',
    mailboxText: 'Emails that would have been sent',
    signOut: 'Sign out',
    signedOut: 'You are signed out.'
  },

  guardian: {
    title: 'We are waiting for your parent or guardian',
    text: 'They have got an email. Once they say yes, you can sign up for tasks. You can search and fill in your profile already.',
    change: 'See or change whom we have asked',
    heading: 'Your parent or guardian',
    asked: (email) => `We have asked ${email} and are waiting for a yes.`,
    agreed: (email) =>
      `${email} has said yes. In their email there is a link with which they can take it back.`,
    other: 'Email of another parent or guardian',
    otherHelp: 'We write to them instead. The first link stops working.',
    missing: 'Write the whole address, such as name@example.com.',
    ask: 'Ask somebody else',
    askedNow: 'We have written to them.',
    remove: 'I am 15 or older: remove my guardian',
    removed: 'Your guardian is removed.',
    needed:
      'If you are under 15, a parent or guardian has to be there. If you are 15 or older, write your year of birth in your profile first.',
    toProfile: 'Go to my profile'
  },

  profile: {
    title: 'My profile',
    lead: 'All of it is optional. The more you tell, the better we can find what suits you.',
    interests: 'What I like',
    availability: 'When do you have time?',
    availabilityHelp: 'Press the times that usually suit you.',
    gridKeys: 'Use the arrow keys to move and space to choose.',
    quick: 'Quick choices',
    evenings: 'Weekday evenings',
    daytime: 'Weekday daytime',
    weekend: 'Weekend',
    clear: 'Clear',
    cell: (day, part) => `${day} ${part}`,
    chosen: (count) =>
      count === 0 ? 'No times chosen' : count === 1 ? '1 time chosen' : `${count} times chosen`,
    period: 'Only for a while?',
    from: 'From',
    until: 'Until',
    periodOrder: 'Until must come after from.',
    where: 'Where are you?',
    whereHelp:
      'A town is enough. If you use your location, the phone rounds it to about 100 metres.',
    nowhere: 'Choose a town',
    myPosition: 'My location, rounded',
    remove: 'Remove',
    distance: 'How far will you go?',
    anyDistance: 'The whole municipality',
    skills: 'What I can do',
    skillsHelp: 'Such as a driving licence, accounting or first aid. Press Enter after each.',
    add: 'Add',
    removeTag: (tag) => `Remove ${tag}`,
    added: (tag) => `${tag} has been added`,
    removed: (tag) => `${tag} has been removed`,
    languages: 'Languages I speak',
    about: 'A little about me',
    aboutHelp: 'Associations see it only once you write to them yourself.',
    birthYear: 'Year of birth',
    birthYearHelp:
      'Some tasks ask that one is at least 15 or 18. If you are under 15, we ask a parent or guardian.',
    birthYearForm: 'Write a year with four digits.',
    guardian: 'Email of your parent or guardian',
    guardianHelp: 'We write to them and ask.',
    save: 'Save the profile',
    saved: 'Your profile is saved.',
    draft: 'You have changes that are not saved.',
    discard: 'Discard the changes',
    stale:
      'The profile was changed elsewhere meanwhile. Save again to keep what you have written here.'
  },

  data: {
    title: 'My data',
    lead: 'They are your data. Here you decide about them.',
    consents: 'What I say yes to',
    consentsHelp: 'All of it is off until you say yes. You can change your mind at any time.',
    purposes: {
      asked_for_needs: 'Associations may ask me',
      news_by_mail: 'Send me news by email',
      shown_as_member: 'Show me as a member'
    },
    purposesHelp: {
      asked_for_needs:
        'If a new task suits your profile, the association may ask you. They do not see who you are before you answer.',
      news_by_mail: 'At most one email a week with tasks that suit you.',
      shown_as_member: 'Your name may stand on your associations’ pages.'
    },
    on: 'You have said yes.',
    off: 'You have said no.',
    exportTitle: 'Fetch my data',
    exportText: 'A ZIP file with all we have about you. People and machines can read it.',
    export: 'Fetch the ZIP file',
    exporting: 'Gathering your data …',
    exported: 'Your data have been fetched.',
    privacy: 'What we keep, why and for how long',
    eraseTitle: 'Delete my account',
    eraseText: 'When you delete your account:',
    consequences: [
      'Your name, your email and your profile are gone at once.',
      'You are no longer in your associations here. If you are the last manager, the municipality is told.',
      'What the law or others need stays, without your name.',
      'It cannot be undone.'
    ],
    eraseHow: 'We send you an email. The account is deleted only when you press the button in it.',
    erase: 'Send me the email',
    password: 'Your password',
    passwordMissing: 'Write your password.',
    eraseSentTitle: 'Look in your email',
    eraseSent: (email) =>
      `We have sent an email to ${email}. The account stands until you press the button in it.`
  },

  account: {
    title: 'Account and security',
    nameTitle: 'Name and language',
    name: 'Your name',
    nameMissing: 'Write your name.',
    mailLanguage: 'Language of emails',
    languages: { da: 'Dansk', en: 'English' },
    save: 'Save',
    saved: 'It is saved.',
    emailTitle: 'Change email',
    emailNow: (email) => `You use ${email} now.`,
    newEmail: 'New email',
    emailMissing: 'Write the new email address.',
    password: 'Your password',
    passwordMissing: 'Write your password.',
    changeEmail: 'Change email',
    emailHelp:
      'The new address gets an email that you confirm with. The old one gets an email that can undo the change for a week.',
    emailSent: (email, old) =>
      `We have sent an email to ${email}. Press the button in it, and the address changes. Then ${old} gets an email that can undo the change for a week.`,
    passwordTitle: 'Change password',
    passwordNote:
      'Your other devices are signed out, and the address of your calendar stops working.',
    newCalendar: 'Make a new address for the calendar',
    current: 'Current password',
    new: 'New password',
    newHelp: 'At least 10 characters. A sentence you can remember is good.',
    newShort: 'The password must have at least 10 characters.',
    changePassword: 'Change password',
    passwordChanged: 'Your new password counts from now on',
    passwordChangedText:
      'Your other devices are signed out, and the address of your calendar no longer works.',
    resetSent: (email) => `We have sent an email to ${email}. Look among unwanted mail as well.`,
    forgotten: 'Have you forgotten it?',
    noPassword: 'You have no password. You sign in with links by email.',
    emailNeedsPassword: 'Choose a password first, so that it is surely you.',
    makePassword: 'Get a link by email',
    sessionsTitle: 'Where you are signed in',
    thisDevice: 'This device',
    now: 'Now',
    otherDevice: 'Another device',
    since: (date) => `Signed in ${date}`,
    used: (date) => `last used ${date}`,
    signOut: 'Sign out here',
    more: (count) => `Show ${count} more`,
    signedOut: 'You are signed out.',
    everywhere: {
      act: 'Sign out everywhere',
      note: 'If you have lost a phone or used a shared computer, sign out everywhere.',
      title: 'Sign out everywhere?',
      text: 'Every device is signed out, this one as well. Links in emails that we have sent you stop working.',
      calendars: 'Stop the address of my calendar as well',
      calendarsHelp:
        'Whoever knows the address can see your shifts. You can make a new one afterwards.',
      cancel: 'Cancel',
      done: 'You are signed out everywhere. The address of your calendar still works.',
      doneAll: 'You are signed out everywhere, and the address of your calendar is stopped.'
    }
  }
};

// Every consent has its words.
export const texts: Record<
  Language,
  MeTexts & { data: { purposes: Record<ConsentPurpose, string> } }
> = { da, en };
