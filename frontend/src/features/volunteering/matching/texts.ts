import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// Comes with what it words, after the first list.
const da = {
  title: 'Passer til dig',
  change: 'Ret',
  tellMore: 'Fortæl mere om dig, så passer det bedre.',
  none: 'Lige nu er der intet, der passer. Prøv at gå længere, eller vælg flere interesser.',
  failed: 'Vi kunne ikke finde, hvad der passer, lige nu.',
  list: 'Opgaver, der passer til dig',

  inviteTitle: 'Find det, der passer til dig',
  inviteText: 'Et par tryk. Det bliver på din telefon.',

  interests: 'Hvad kan du lide?',
  times: 'Hvornår har du tid?',
  time: { evenings: 'Hverdagsaftener', daytime: 'Hverdage om dagen', weekend: 'Weekend' },
  where: 'Hvor?',
  chooseWhere: 'Vælg by eller din placering',
  within: (place: string, distance: string) => `${place}, inden for ${distance}`,
  myPosition: 'Tæt på mig',
  positionNote:
    'Din placering rundes af til cirka 100 meter. Den gemmes kun på din telefon, sammen med resten.',
  privacy: 'Det, du vælger, ligger kun på din telefon. Vi gemmer det ikke.',
  forget: 'Glem det igen',
  show: 'Vis, hvad der passer'
};

const en: Widened<typeof da> = {
  title: 'Suits you',
  change: 'Change',
  tellMore: 'Tell us more about you, and this will suit you better.',
  none: 'Nothing suits you right now. Try going further, or choose more interests.',
  failed: 'We could not find what suits you right now.',
  list: 'Tasks that suit you',

  inviteTitle: 'Find what suits you',
  inviteText: 'A few taps. It stays on your phone.',

  interests: 'What do you like?',
  times: 'When do you have time?',
  time: { evenings: 'Weekday evenings', daytime: 'Weekday daytime', weekend: 'Weekends' },
  where: 'Where?',
  chooseWhere: 'Choose a town or your location',
  within: (place, distance) => `${place}, within ${distance}`,
  myPosition: 'Near me',
  positionNote:
    'Your location is rounded to about 100 metres. It is kept only on your phone, with the rest.',
  privacy: 'What you choose stays on your phone. We do not keep it.',
  forget: 'Forget it again',
  show: 'Show what suits me'
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
