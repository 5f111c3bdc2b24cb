import type { Catalogue } from './da.ts';

export const en: Catalogue = {
  appName: 'Samspil',
  skip: 'Skip to content',
  loading: 'Loading …',
  close: 'Close',
  retry: 'Try again',
  clear: 'Clear',
  undo: 'Undo',
  undone: 'Undone.',
  all: 'All',
  share: 'Share',
  showMore: 'Show more',
  showingOf: (shown, total) => `Showing ${shown} of ${total}`,
  demo: 'Demonstration: invented associations and tasks',
  theMunicipality: 'the municipality',
  switchLanguage: 'Dansk',

  nav: {
    label: 'Main menu',
    find: 'Find',
    associations: 'Associations',
    premises: 'Premises',
    me: 'Me'
  },

  error: {
    title: 'That did not work',
    offline: 'There is no connection right now.',
    server: 'Something is wrong at our end. Please try again in a moment.',
    busy: 'There is a lot to do just now. Try again in a moment.',
    tooMany: 'Many people are searching right now. Wait a moment and try again.',
    validation: 'The search could not be understood. Try clearing the filters.',
    moreFailed: 'The rest could not be loaded.',
    notFoundTitle: 'Page not found',
    notFound: 'The link may be misspelt, or the page has been taken down.',
    toFront: 'Find a task'
  },

  where: {
    label: 'Where?',
    anywhere: 'The whole municipality',
    within: (distance) => `within ${distance}`,
    mine: 'Near me',
    done: 'Show'
  },

  time: {
    weekdays: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday'
    },
    weekdaysShort: {
      mon: 'Mon',
      tue: 'Tue',
      wed: 'Wed',
      thu: 'Thu',
      fri: 'Fri',
      sat: 'Sat',
      sun: 'Sun'
    },
    weekdaysEvery: {
      mon: 'Mondays',
      tue: 'Tuesdays',
      wed: 'Wednesdays',
      thu: 'Thursdays',
      fri: 'Fridays',
      sat: 'Saturdays',
      sun: 'Sundays'
    },
    parts: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
    partsLower: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
    at: (hours) => hours,
    everyDay: 'every day',
    workdays: 'weekdays',
    today: 'today',
    tomorrow: 'tomorrow',
    hoursAWeek: (hours, one) => (one ? '1 hour a week' : `${hours} hours a week`),
    whenItSuits: 'when it suits you',
    byAgreement: 'time to be agreed',
    dates: 'dates',
    nextOn: (dates, day) => `${dates}, next ${day}`,
    freeOn: (dates, day) => `${dates}, free ${day}`,
    from: (date) => `from ${date}`,
    until: (date) => `until ${date}`
  },

  distance: {
    about: (distance) => `about ${distance}`,
    under: (distance) => `under ${distance}`
  },

  find: {
    title: 'Volunteer near you',
    heading: 'What would you like to help with?',
    searchLabel: 'Search tasks',
    searchPlaceholder: 'E.g. homework help or coach',
    interests: 'Interests',
    soonLabel: 'When?',
    soon: { tonight: 'Tonight', weekend: 'At the weekend', week: 'This week' },
    filters: 'Filters',
    filtersCount: (count) => (count === 1 ? '1 filter chosen' : `${count} filters chosen`),
    list: 'List',
    map: 'Map',
    view: 'Show as',
    count: (count, one) => (one ? '1 task' : `${count} tasks`),
    orders: {
      nearest: 'nearest first',
      soonest: 'soonest first',
      name: 'by name',
      fit: 'best match first'
    },
    nearYou: 'near you',
    near: (place) => `near ${place}`,
    missing: (count) => `${count} needed`,
    places: (count) => (count === 1 ? '1 place' : `${count} places`),
    full: 'Full, waiting list',
    remote: 'From home',
    fits: 'Suits you',
    commitments: { once: 'Just once', recurring: 'Every week', ongoing: 'Ongoing' },
    clearAll: 'Clear all filters',
    showCount: (count, one) => (one ? 'Show 1 task' : `Show ${count} tasks`),
    showNone: 'No tasks match',
    emptyTitle: 'No tasks match right now',
    emptyText: 'Try searching further away or with fewer filters.',
    widen: (distance) => `Search within ${distance}`,
    everywhere: 'Search the whole municipality',
    dropFilters: 'Clear the filters',
    mapLabel: 'Tasks on a map'
  },

  footer: {
    accessibility: 'Accessibility',
    privacy: 'Privacy'
  }
};
