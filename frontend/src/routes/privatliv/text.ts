import type { Language } from '#api/types.ts';
import type { Text } from '#lib/ui/text.ts';

interface PrivacyText extends Text {
  table: {
    heading: string;
    lead: string;
    why: string;
    basis: string;
    until: string;
    controller: string;
    processor: string;
    mine: string;
  };
}

export const texts: Record<Language, (authority: string) => PrivacyText> = {
  da: (authority) => ({
    title: 'Privatliv',
    lead: 'Du kan søge i det hele uden at oprette dig og uden at fortælle, hvem du er.',
    table: {
      heading: 'Det, vi gemmer om dem, der opretter sig',
      lead: 'Alt, hvad vi gemmer om mennesker, står her. Sletningen følger den samme liste af sig selv.',
      why: 'Hvorfor',
      basis: 'Hjemmel',
      until: 'Hvor længe',
      controller: 'Dataansvarlig',
      processor: 'Databehandler',
      mine: 'Se, hent eller slet dine egne data'
    },
    sections: [
      {
        heading: 'Ingen sporing',
        paragraphs: [
          'Siden måler ikke på dig og henter intet fra andre virksomheder. Den sætter kun cookies, når du opretter en konto eller logger ind: en viser i tre dage, at det var dig, der oprettede den, og de andre holder dig logget ind. De bruges ikke til andet.'
        ]
      },
      {
        heading: 'Din placering',
        paragraphs: [
          'Vi spørger kun efter din placering, når du selv trykker på »Brug min placering«. Telefonen runder den af til cirka 100 meter, før den bliver brugt til at søge. Den bliver ikke gemt, og den står aldrig i sidens adresse.'
        ]
      },
      {
        heading: 'Det, der ligger på din telefon',
        paragraphs: [
          'Dit valg af sprog og udseende bliver gemt i din browser. Det samme gør selve siden og de lister og opgaver, du sidst har set, så de kan åbnes uden forbindelse. Er du logget ind, ligger dine egne tilmeldinger der også, og en tilmelding, du laver uden forbindelse, venter der, til den er sendt; begge dele forsvinder, når du logger ud. Begynder du på en formular, bliver det skrevne i fanen, til du sender det eller lukker den. Det bliver på telefonen, og du sletter det ved at rydde browserens data for siden.'
        ]
      },
      {
        heading: 'Når du skriver til en forening',
        paragraphs: [
          'Knappen »Skriv til foreningen« åbner en mail i dit eget mailprogram. Mailen går direkte til foreningen og ikke gennem os. Foreningen har selv ansvaret for det, du skriver til den.'
        ]
      },
      {
        heading: 'Oplysninger om foreninger',
        paragraphs: [
          'Siden viser foreningernes navne, adresser og kontaktoplysninger. Kontakten er en rolle, for eksempel »formanden«, og private hjem kommer ikke på kortet.'
        ]
      },
      {
        heading: 'Hvem har ansvaret?',
        paragraphs: [
          `${authority} er dataansvarlig for siden. Mener du, at noget bliver behandlet forkert, så skriv til kommunen. Du kan også klage til Datatilsynet.`
        ]
      }
    ]
  }),
  en: (authority) => ({
    title: 'Privacy',
    lead: 'You can search everything without an account and without saying who you are.',
    table: {
      heading: 'What we keep about people with an account',
      lead: 'Everything we keep about people stands here. What is deleted follows the same list by itself.',
      why: 'Why',
      basis: 'Legal basis',
      until: 'For how long',
      controller: 'Data controller',
      processor: 'Data processor',
      mine: 'See, fetch or delete your own data'
    },
    sections: [
      {
        heading: 'No tracking',
        paragraphs: [
          'This site does not measure you and fetches nothing from other companies. It sets cookies only when you create an account or sign in: one shows for three days that it was you who created it, and the others keep you signed in. They serve nothing else.'
        ]
      },
      {
        heading: 'Your location',
        paragraphs: [
          'We ask for your location only when you press “Use my location” yourself. Your phone rounds it to about 100 metres before it is used for a search. It is not kept, and it never stands in the page’s address.'
        ]
      },
      {
        heading: 'What is kept on your phone',
        paragraphs: [
          'Your choice of language and appearance is kept in your browser. So are the site itself and the lists and tasks you saw last, so that they open without a connection. While you are signed in, your own sign-ups are kept there too, and a sign-up made without a connection waits there until it is sent; both go when you sign out. If you begin a form, what you have written stays in the tab until you send it or close the tab. It all stays on the phone, and you delete it by clearing the browser’s data for this site.'
        ]
      },
      {
        heading: 'When you write to an association',
        paragraphs: [
          'The button “Write to the association” opens an email in your own email program. It goes straight to the association and not through us. The association is responsible for what you write to it.'
        ]
      },
      {
        heading: 'Facts about associations',
        paragraphs: [
          'The site shows the associations’ names, addresses and contact details. The contact is a role, such as “the chair”, and private homes are not put on the map.'
        ]
      },
      {
        heading: 'Who is responsible?',
        paragraphs: [
          `${authority} is the data controller of this site. If you think something is handled wrongly, write to the municipality. You can also complain to Datatilsynet, the Danish Data Protection Agency.`
        ]
      }
    ]
  })
};
