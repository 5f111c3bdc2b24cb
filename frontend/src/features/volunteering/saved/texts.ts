import type { Frequency } from '#api/volunteering.ts';
import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Gemt',
  lead: 'Dine søgninger og favoritter.',

  save: {
    button: 'Gem søgningen',
    title: 'Gem søgningen',
    name: 'Navn',
    nameHelp: 'Så du kan kende den igen.',
    nameMissing: 'Giv søgningen et navn.',
    frequency: 'Skriv til mig, når der er nyt',
    frequencyHelp: 'Højst én mail om dagen, og ingen, når der ikke er nyt.',
    around: 'Søg omkring',
    aroundTown: (town: string) => town,
    aroundMe: 'Mit sted, gemt på 100 meter nær',
    send: 'Gem',
    saved: 'Søgningen er gemt',
    see: 'Se dine søgninger',
    signIn:
      'Log ind for at gemme søgningen. Så kan du finde den igen og få en mail, når der er nyt.',
    toSignIn: 'Log ind',
    toRegister: 'Opret konto',
    tasks: 'Opgaver',
    nameNear: (what: string, where: string) => `${what} nær ${where}`,
    me: 'mig'
  },

  searches: {
    title: 'Søgninger',
    open: 'Se opgaverne',
    frequency: (name: string) => `Mails om ${name}`,
    delete: 'Slet',
    deleteNamed: (name: string) => `Slet ${name}`,
    deleted: (name: string) => `»${name}« er slettet.`,
    emptyTitle: 'Du har ingen gemte søgninger',
    empty: 'Søg efter opgaver, og tryk på »Gem søgningen« under listen.',
    find: 'Find opgaver',
    on: {
      daily: 'Vi skriver om morgenen, når der er nyt.',
      weekly: 'Vi skriver mandag morgen, når der er nyt.',
      never: 'Vi skriver ikke.'
    }
  },

  favourites: {
    title: 'Favoritter',
    remove: 'Fjern',
    removeNamed: (name: string) => `Fjern ${name} fra favoritter`,
    removed: (name: string) => `»${name}« er fjernet.`,
    emptyTitle: 'Du har ingen favoritter',
    empty: 'Tryk på hjertet ved en opgave eller en forening, så finder du den her.',
    one: 'Favorit',
    added: 'Gemt som favorit.',
    gone: 'Ikke længere en favorit.',
    signIn: 'Log ind for at gemme favoritter.',
    states: {
      paused: 'Holder pause',
      filled: 'Holdet er fuldt',
      closed: 'Lukket'
    },
    openNeeds: (count: number) =>
      count === 0 ? 'Ingen åbne opgaver' : count === 1 ? '1 åben opgave' : `${count} åbne opgaver`
  },

  undo: 'Fortryd',
  undone: 'Den er tilbage.',

  frequencies: { daily: 'Hver dag', weekly: 'Hver uge', never: 'Aldrig' },

  describe: {
    words: (q: string) => `»${q}«`,
    everywhere: 'Hele kommunen',
    mine: 'Omkring dit sted',
    onlyRemote: 'kun hjemmefra',
    notRemote: 'ikke hjemmefra',
    stepFree: 'niveaufri adgang'
  },

  unsubscribe: {
    title: 'Slip for mails',
    heading: 'Vil du slippe for flere mails som den, du kom fra?',
    text: 'Det, du har gemt, bliver liggende. Du kan altid få mails igen under Mig.',
    act: 'Ja, stop mailene',
    doneTitle: 'Du får ikke flere af dem',
    done: 'Det, du har gemt, er der stadig. Under Mig kan du sige ja til mails igen.',
    toSaved: 'Se dine søgninger',
    toFront: 'Find opgaver'
  }
};

const en: Widened<typeof da> = {
  title: 'Saved',
  lead: 'Your searches and favourites.',

  save: {
    button: 'Save the search',
    title: 'Save the search',
    name: 'Name',
    nameHelp: 'So that you know it again.',
    nameMissing: 'Give the search a name.',
    frequency: 'Write to me when there is news',
    frequencyHelp: 'At most one email a day, and none when there is no news.',
    around: 'Search around',
    aroundTown: (town) => town,
    aroundMe: 'Where I am, kept to within 100 metres',
    send: 'Save',
    saved: 'The search is saved',
    see: 'See your searches',
    signIn:
      'Sign in to save the search. Then you can find it again and get an email when there is news.',
    toSignIn: 'Sign in',
    toRegister: 'Create an account',
    tasks: 'Tasks',
    nameNear: (what, where) => `${what} near ${where}`,
    me: 'me'
  },

  searches: {
    title: 'Searches',
    open: 'See the tasks',
    frequency: (name) => `Emails about ${name}`,
    delete: 'Delete',
    deleteNamed: (name) => `Delete ${name}`,
    deleted: (name) => `“${name}” is deleted.`,
    emptyTitle: 'You have no saved searches',
    empty: 'Search for tasks and press “Save the search” below the list.',
    find: 'Find tasks',
    on: {
      daily: 'We write in the morning when there is news.',
      weekly: 'We write on Monday mornings when there is news.',
      never: 'We do not write.'
    }
  },

  favourites: {
    title: 'Favourites',
    remove: 'Remove',
    removeNamed: (name) => `Remove ${name} from favourites`,
    removed: (name) => `“${name}” is removed.`,
    emptyTitle: 'You have no favourites',
    empty: 'Press the heart at a task or an association to find it here.',
    one: 'Favourite',
    added: 'Saved as a favourite.',
    gone: 'No longer a favourite.',
    signIn: 'Sign in to save favourites.',
    states: {
      paused: 'Paused',
      filled: 'The team is full',
      closed: 'Closed'
    },
    openNeeds: (count) =>
      count === 0 ? 'No open tasks' : count === 1 ? '1 open task' : `${count} open tasks`
  },

  undo: 'Undo',
  undone: 'It is back.',

  frequencies: { daily: 'Daily', weekly: 'Weekly', never: 'Never' },

  describe: {
    words: (q) => `“${q}”`,
    everywhere: 'The whole municipality',
    mine: 'Around where you are',
    onlyRemote: 'only from home',
    notRemote: 'not from home',
    stepFree: 'step-free access'
  },

  unsubscribe: {
    title: 'Stop the emails',
    heading: 'Do you want no more emails like the one you came from?',
    text: 'What you have saved stays. You can always get emails again under Me.',
    act: 'Yes, stop the emails',
    doneTitle: 'You get no more of them',
    done: 'What you have saved is still there. Under Me you can agree to emails again.',
    toSaved: 'See your searches',
    toFront: 'Find tasks'
  }
};

export type SavedTexts = Widened<typeof da>;

// Every frequency has its words.
export const texts: Record<Language, SavedTexts & { frequencies: Record<Frequency, string> }> = {
  da,
  en
};
