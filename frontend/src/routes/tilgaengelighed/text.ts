import type { Language } from '#api/types.ts';
import type { Text } from '#lib/ui/text.ts';

interface AccessibilityText extends Text {
  /** Where the statement itself stands. */
  statement: string;
  noStatement: (authority: string) => string;
}

export const texts: Record<Language, (authority: string) => AccessibilityText> = {
  da: (authority) => ({
    title: 'Tilgængelighed',
    lead: 'Alle skal kunne finde en opgave, en forening eller et lokale her, også uden mus, med skærmlæser og med stor skrift.',
    statement: 'Læs tilgængelighedserklæringen',
    noStatement: (name) =>
      `${name} har endnu ikke angivet en adresse på den tilgængelighedserklæring, loven kræver.`,
    sections: [
      {
        heading: 'Sådan er siden bygget',
        paragraphs: [
          'Vi bygger efter retningslinjerne i WCAG 2.2 på niveau AA. Hver skærm bliver prøvet automatisk i lyst og mørkt udseende, hver gang noget ændres. Automatiske prøver finder ikke alt, så sig endelig til, hvis noget driller.',
          'Alt kan betjenes med tastaturet alene, og teksten kan forstørres til 400 %. Har du bedt din telefon eller computer om mindre bevægelse, retter siden sig efter det.',
          'Kortet er en ekstra måde at se opgaverne på. Listen viser det samme og kan altid bruges i stedet.'
        ]
      },
      {
        heading: 'Tekster fra foreningerne',
        paragraphs: [
          'Opgaver, foreninger og steder er beskrevet af dem, der kender dem, som regel kun på dansk. Oplysninger om adgang viser vi kun, hvor de er givet.'
        ]
      },
      {
        heading: 'Er der noget, du ikke kan bruge?',
        paragraphs: [
          `Skriv eller ring til ${authority}, og fortæl hvilken side det gælder, og hvad du ville gøre. Så kan du få oplysningerne på en anden måde.`,
          'Får du ikke svar, eller er du ikke tilfreds med svaret, kan du klage til Digitaliseringsstyrelsen, der fører tilsyn med loven om webtilgængelighed.'
        ]
      }
    ]
  }),
  en: (authority) => ({
    title: 'Accessibility',
    lead: 'Everyone should be able to find a task, an association or a room here, also without a mouse, with a screen reader and with large type.',
    statement: 'Read the accessibility statement',
    noStatement: (name) =>
      `${name} has not yet given the address of the accessibility statement the law requires.`,
    sections: [
      {
        heading: 'How the site is built',
        paragraphs: [
          'We follow the WCAG 2.2 guidelines at level AA. Every screen is tested automatically in its light and dark appearance whenever something changes. Automatic tests do not find everything, so please tell us when something gets in your way.',
          'Everything works with the keyboard alone, and text can be enlarged to 400%. If you have asked your phone or computer for less motion, the site follows.',
          'The map is one more way of seeing the tasks. The list shows the same and can always be used instead.'
        ]
      },
      {
        heading: 'Texts by the associations',
        paragraphs: [
          'Tasks, associations and places are described by those who know them, mostly in Danish only. We show facts on access only where they have been given.'
        ]
      },
      {
        heading: 'Is there something you cannot use?',
        paragraphs: [
          `Write to or call ${authority} and say which page it is about and what you wanted to do. You can then get the information in another way.`,
          'If you get no answer, or are not content with it, you can complain to Digitaliseringsstyrelsen (the Danish Agency for Digital Government), which supervises the law on web accessibility.'
        ]
      }
    ]
  })
};
