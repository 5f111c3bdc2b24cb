import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Kalender',
  lead: 'Se dine vagter i den kalender, du plejer at bruge. Flyttes eller aflyses en vagt, følger kalenderen med.',

  none: {
    title: 'Få dine vagter i din egen kalender',
    text: 'Din kalender henter vagterne gennem et hemmeligt link, som kun er dit. Du kan altid slå det fra igen.',
    make: 'Opret kalenderlink'
  },

  fresh: {
    title: 'Her er dit kalenderlink',
    label: 'Kalenderlink',
    open: 'Åbn i min kalender',
    copy: 'Kopiér linket',
    copied: 'Linket er kopieret.',
    selected: 'Linket er markeret. Kopiér det selv.',
    once: 'Vi viser det kun nu. Del det ikke: Den, der har linket, kan se dine vagter.'
  },

  made: {
    title: 'Du har et kalenderlink',
    on: (day: string) => `Oprettet ${day}.`,
    fetched: (day: string) => `Sidst hentet ${day}.`,
    never: 'Ingen kalender har brugt det endnu.',
    text: 'Vi gemmer ikke linket, så vi kan ikke vise det igen. Skal du bruge det et sted mere, så opret et nyt.'
  },

  replace: {
    act: 'Opret et nyt link',
    title: 'Vil du oprette et nyt link?',
    text: 'Det gamle holder op med at virke med det samme. Kalendere, der bruger det, skal have det nye.',
    confirm: 'Opret et nyt'
  },
  revoke: {
    act: 'Slå linket fra',
    title: 'Vil du slå kalenderlinket fra?',
    text: 'Det holder op med at virke med det samme, og dine vagter kommer ikke længere i din kalender.',
    confirm: 'Slå fra',
    done: 'Kalenderlinket er slået fra.'
  },
  cancel: 'Annuller',

  how: {
    title: 'Sådan gør du',
    lead: 'Opret kalenderlinket ovenfor først. Du skal kun gøre det én gang.',
    ways: [
      {
        name: 'iPhone, iPad og Mac',
        steps: ['Tryk på »Åbn i min kalender« på telefonen.', 'Tryk på »Abonner«.']
      },
      {
        name: 'Google Kalender og Android',
        steps: [
          'Kopiér linket.',
          'Åbn calendar.google.com på en computer. Det kan ikke gøres i appen.',
          'Tryk på plus ved »Andre kalendere«, og vælg »Fra webadresse«.',
          'Sæt linket ind, og tryk på »Tilføj kalender«. Så er den også på telefonen.'
        ]
      },
      {
        name: 'Outlook',
        steps: [
          'Kopiér linket.',
          'Gå til kalenderen, og vælg »Tilføj kalender«.',
          'Vælg »Abonner fra internettet«, og sæt linket ind.'
        ]
      }
    ],
    delay: 'Din kalender bestemmer selv, hvor tit den ser efter. Hos Google kan det tage et døgn.'
  }
};

export type CalendarTexts = Widened<typeof da>;

const en: CalendarTexts = {
  title: 'Calendar',
  lead: 'See your shifts in the calendar you already use. If a shift is moved or cancelled, the calendar follows.',

  none: {
    title: 'Make an address for your calendar',
    text: 'Your phone fetches the shifts from a secret address that is yours alone. You can always turn it off again.',
    make: 'Make the address'
  },

  fresh: {
    title: 'Here is your address',
    label: 'The address',
    open: 'Open in my calendar',
    copy: 'Copy the address',
    copied: 'The address is copied.',
    selected: 'The address is selected. Copy it yourself.',
    once: 'We show it only now. Do not share it: whoever has the address can see your shifts.'
  },

  made: {
    title: 'Your calendar has an address',
    on: (day) => `Made on ${day}.`,
    fetched: (day) => `Last fetched on ${day}.`,
    never: 'No calendar has fetched it yet.',
    text: 'We do not keep the address, so we cannot show it again. If you need it in one more place, make a new one.'
  },

  replace: {
    act: 'Make a new address',
    title: 'Do you want to make a new address?',
    text: 'The old one stops working at once. Calendars that use it need the new one.',
    confirm: 'Make a new one'
  },
  revoke: {
    act: 'Turn the address off',
    title: 'Do you want to turn the address off?',
    text: 'It stops working at once, and your shifts no longer come to your calendar.',
    confirm: 'Turn off',
    done: 'The address is turned off.'
  },
  cancel: 'Cancel',

  how: {
    title: 'How to do it',
    lead: 'Make the address above first. You only need to do it once.',
    ways: [
      {
        name: 'iPhone, iPad and Mac',
        steps: ['Tap “Open in my calendar” on the phone.', 'Tap “Subscribe”.']
      },
      {
        name: 'Google Calendar and Android',
        steps: [
          'Copy the address.',
          'Open calendar.google.com on a computer. The app cannot do it.',
          'Press plus at “Other calendars”, and choose “From URL”.',
          'Paste the address, and press “Add calendar”. Then it is on the phone too.'
        ]
      },
      {
        name: 'Outlook (Microsoft)',
        steps: [
          'Copy the address.',
          'Go to the calendar, and choose “Add calendar”.',
          'Choose “Subscribe from web”, and paste the address.'
        ]
      }
    ],
    delay: 'Your calendar decides how often it looks. With Google it can take a day.'
  }
};

export const texts: Record<Language, CalendarTexts> = { da, en };
