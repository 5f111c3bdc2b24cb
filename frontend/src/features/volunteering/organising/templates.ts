import type { Commitment, Language } from '#api/types.ts';

// What the usual needs have in common, so that a board member changes words instead of finding them.
// Every sentence can stand as it is: where, when and how many only the association knows.

/** What a kind of need says, in one language. */
interface Words {
  /** What the list of templates calls it. */
  kind: string;
  title: string;
  summary: string;
  description: string;
  tasks: readonly string[];
  benefits: readonly string[];
  requirements?: readonly string[];
  helps?: string;
}

/** A kind of need: what holds in any language, and its words. */
export interface Template {
  name: string;
  interests: readonly string[];
  commitment: Commitment;
  hoursPerWeek?: number;
  wanted?: number;
  minimumAge?: number;
  /** Whether a place is taken at once or the association answers. */
  instant?: boolean;
  /** Lasting, direct contact with children: the law asks for a børneattest. */
  children?: boolean;
  languages?: readonly string[];
  words: Record<Language, Words>;
}

export const TEMPLATES: readonly Template[] = [
  {
    name: 'trainer',
    interests: ['sport'],
    commitment: 'recurring',
    hoursPerWeek: 2,
    minimumAge: 15,
    children: true,
    words: {
      da: {
        kind: 'Træner for børn',
        title: 'Træner for et børnehold',
        summary: 'Giv børn lyst til at bevæge sig, sammen med en anden træner.',
        description:
          'Du er med til en fast ugentlig træning. I er altid to voksne, og du behøver ikke selv have spillet på højt niveau: Det vigtigste er, at børnene glæder sig til at komme igen.',
        tasks: [
          'Planlæg og led træningen sammen med en anden',
          'Tag godt imod nye børn',
          'Hold kontakten til forældrene'
        ],
        benefits: ['Trænerkursus', 'Klubtøj', 'Et godt fællesskab med de andre trænere'],
        helps: 'Børn, der dyrker idræt i deres fritid'
      },
      en: {
        kind: 'Children’s coach',
        title: 'Coach for a children’s team',
        summary: 'Give children the joy of moving, together with another coach.',
        description:
          'You take part in a training every week. There are always two adults, and you need not have played at a high level yourself: what matters is that the children look forward to coming back.',
        tasks: [
          'Plan and lead the training together with another',
          'Welcome children who are new',
          'Keep in touch with the parents'
        ],
        benefits: ['Coaching course', 'Club clothes', 'Good company with the other coaches'],
        helps: 'Children who do sport in their free time'
      }
    }
  },
  {
    name: 'scouts',
    interests: ['nature'],
    commitment: 'recurring',
    hoursPerWeek: 3,
    minimumAge: 15,
    children: true,
    words: {
      da: {
        kind: 'Spejderleder',
        title: 'Leder hos spejderne',
        summary: 'Tag børn med ud i naturen en aften om ugen og på lejr et par gange om året.',
        description:
          'Vi er ude i al slags vejr: bål, knob, lege og en tur i ny og næ. Du kommer ind i et hold af ledere, der deler opgaverne, og du lærer det hele undervejs.',
        tasks: [
          'Led det ugentlige møde sammen med de andre ledere',
          'Tag med på ture og lejre, når du kan',
          'Vær en tryg voksen for børnene'
        ],
        benefits: ['Lederkurser', 'Friluftsliv', 'Et stærkt fællesskab'],
        helps: 'Børn og unge, der vil ud i naturen'
      },
      en: {
        kind: 'Scout leader',
        title: 'Leader with the scouts',
        summary: 'Take children into nature one evening a week and to camp a few times a year.',
        description:
          'We are out in all kinds of weather: fires, knots, games and a trip now and then. You join a team of leaders who share the work, and you learn as you go.',
        tasks: [
          'Lead the weekly meeting together with the other leaders',
          'Come along on trips and camps when you can',
          'Be an adult the children can rely on'
        ],
        benefits: ['Leadership courses', 'Life outdoors', 'Strong company'],
        helps: 'Children and young people who want to be in nature'
      }
    }
  },
  {
    name: 'visitor',
    interests: ['care'],
    commitment: 'ongoing',
    hoursPerWeek: 1,
    minimumAge: 18,
    words: {
      da: {
        kind: 'Besøgsven',
        title: 'Besøgsven for en ældre nabo',
        summary: 'En times snak om ugen gør en stor forskel for én, der er meget alene.',
        description:
          'Vi finder en, du passer sammen med, og er med første gang. I aftaler selv, om I drikker kaffe, går en tur eller spiller kort.',
        tasks: ['Besøg den samme person cirka en gang om ugen', 'Lyt, snak og vær til stede'],
        benefits: [
          'Introduktion og en fast kontaktperson',
          'Møder med andre besøgsvenner',
          'Et nyt bekendtskab'
        ],
        helps: 'Mennesker, der er meget alene'
      },
      en: {
        kind: 'Visiting friend',
        title: 'Visiting friend for an older neighbour',
        summary: 'An hour’s talk a week means a lot to somebody who is often alone.',
        description:
          'We find somebody who suits you and come along the first time. The two of you decide whether to have coffee, take a walk or play cards.',
        tasks: ['Visit the same person about once a week', 'Listen, talk and be there'],
        benefits: [
          'An introduction and somebody to ask',
          'Meetings with other visiting friends',
          'A new acquaintance'
        ],
        helps: 'People who are often alone'
      }
    }
  },
  {
    name: 'museum',
    interests: ['culture'],
    commitment: 'ongoing',
    hoursPerWeek: 3,
    languages: ['da', 'en'],
    words: {
      da: {
        kind: 'Guide på museum',
        title: 'Guide på museet',
        summary: 'Vis gæster rundt, og fortæl historien, så den bliver husket.',
        description:
          'Du får en grundig indføring i samlingen og går med en erfaren guide de første gange. Vagterne vælger du selv fra måned til måned.',
        tasks: [
          'Tag imod gæster og svar på spørgsmål',
          'Vis grupper rundt',
          'Hjælp til ved særlige arrangementer'
        ],
        benefits: ['Oplæring', 'Fri adgang til museet', 'Foredrag og ture for de frivillige'],
        helps: 'Museets gæster'
      },
      en: {
        kind: 'Museum guide',
        title: 'Guide at the museum',
        summary: 'Show visitors round, and tell the story so that it is remembered.',
        description:
          'You get a thorough introduction to the collection and walk with an experienced guide the first times. You choose your own turns from month to month.',
        tasks: [
          'Welcome visitors and answer questions',
          'Show groups round',
          'Help at special events'
        ],
        benefits: ['Training', 'Free entry to the museum', 'Talks and trips for volunteers'],
        helps: 'The museum’s visitors'
      }
    }
  },
  {
    name: 'school',
    interests: ['school', 'board'],
    commitment: 'ongoing',
    hoursPerWeek: 1,
    wanted: 2,
    words: {
      da: {
        kind: 'Skolebestyrelse',
        title: 'Medlem af skolebestyrelsen',
        summary: 'Vær med til at sætte retning for børnenes skole sammen med andre forældre.',
        description:
          'Bestyrelsen mødes en aften om måneden med skolens leder, medarbejdere og elever. Du behøver ikke kende reglerne på forhånd: Du bliver klædt på.',
        tasks: [
          'Deltag i cirka ti møder om året',
          'Læs dagsordenen, og sig, hvad du mener',
          'Vær forældrenes stemme'
        ],
        benefits: ['Indflydelse på skolens hverdag', 'Kursus for nye medlemmer'],
        helps: 'Skolens elever'
      },
      en: {
        kind: 'School board',
        title: 'Member of the school board',
        summary: 'Help to set the course of the children’s school together with other parents.',
        description:
          'The board meets one evening a month with the head, the staff and the pupils. You need not know the rules beforehand: you will be well prepared.',
        tasks: [
          'Take part in about ten meetings a year',
          'Read the agenda and say what you think',
          'Be the parents’ voice'
        ],
        benefits: ['A say in the life of the school', 'A course for new members'],
        helps: 'The school’s pupils'
      }
    }
  },
  {
    name: 'refugee',
    interests: ['refugees'],
    commitment: 'ongoing',
    hoursPerWeek: 2,
    minimumAge: 18,
    languages: ['da', 'en'],
    words: {
      da: {
        kind: 'Flygtningeven',
        title: 'Ven for en familie, der er ny i Danmark',
        summary: 'Hjælp en familie med at føle sig hjemme: sprog, hverdag og byens muligheder.',
        description:
          'I mødes, når det passer jer begge. Måske øver I dansk, læser breve fra kommunen eller tager børnene med til fodbold. Vi står bag dig hele vejen.',
        tasks: [
          'Mød familien cirka en gang om ugen',
          'Øv dansk i hverdagen',
          'Vis byen og foreningslivet frem'
        ],
        benefits: [
          'Introduktion og sparring',
          'Netværk med andre frivillige',
          'Nye venner og ny mad'
        ],
        helps: 'Familier, der er kommet til Danmark som flygtninge'
      },
      en: {
        kind: 'Friend of a refugee',
        title: 'Friend for a family new in Denmark',
        summary: 'Help a family to feel at home: language, daily life and what the town offers.',
        description:
          'You meet when it suits both of you. You might practise Danish, read letters from the municipality or take the children to football. We stand behind you all the way.',
        tasks: [
          'Meet the family about once a week',
          'Practise Danish in daily life',
          'Show the town and its associations'
        ],
        benefits: [
          'An introduction and somebody to ask',
          'A network of volunteers',
          'New friends and new food'
        ],
        helps: 'Families who came to Denmark as refugees'
      }
    }
  },
  {
    name: 'event',
    interests: ['events'],
    commitment: 'once',
    wanted: 8,
    instant: true,
    words: {
      da: {
        kind: 'Hjælper til et arrangement',
        title: 'Hjælper til vores arrangement',
        summary: 'Giv en hånd med et par timer, og vær med bag kulissen.',
        description:
          'Du får en opgave, der passer til dig, og en makker, der har prøvet det før. Vælg de vagter, du kan, så sørger vi for mad og god stemning.',
        tasks: ['Stil op, tag imod gæster eller stå i boden', 'Hjælp med at rydde op bagefter'],
        benefits: ['Fri adgang', 'Mad og drikke', 'Tak-fest bagefter']
      },
      en: {
        kind: 'Helper at an event',
        title: 'Helper at our event',
        summary: 'Lend a hand for a few hours and be part of it behind the scenes.',
        description:
          'You get a task that suits you, and a partner who has done it before. Choose the shifts you can take; we see to food and good spirits.',
        tasks: ['Set up, welcome guests or mind a stall', 'Help to clear up afterwards'],
        benefits: ['Free entry', 'Food and drink', 'A party to say thanks']
      }
    }
  },
  {
    name: 'neighbour',
    interests: ['neighbourhood', 'crafts'],
    commitment: 'ongoing',
    wanted: 4,
    words: {
      da: {
        kind: 'Nabohjælp',
        title: 'Praktisk hjælp i nabolaget',
        summary: 'Skift en pære, hæng en hylde op, eller gå med til lægen, når du har tid.',
        description:
          'Vi ringer, når nogen i nærheden mangler en hånd, og du siger ja, når det passer dig. Opgaverne er små og tager sjældent mere end en time.',
        tasks: ['Tag en lille opgave hos en nabo', 'Sig til, hvis der er brug for mere hjælp'],
        benefits: ['Frihed til at sige ja eller nej', 'Kendskab til dine naboer'],
        helps: 'Naboer, der ikke selv kan'
      },
      en: {
        kind: 'Help for neighbours',
        title: 'Practical help in the neighbourhood',
        summary: 'Change a bulb, put up a shelf or come along to the doctor when you have time.',
        description:
          'We call when somebody nearby needs a hand, and you say yes when it suits you. The tasks are small and seldom take more than an hour.',
        tasks: ['Do a small task at a neighbour’s', 'Tell us if more help is needed'],
        benefits: ['Free to say yes or no', 'You get to know your neighbours'],
        helps: 'Neighbours who cannot do it themselves'
      }
    }
  },
  {
    name: 'cafe',
    interests: ['food'],
    commitment: 'recurring',
    hoursPerWeek: 4,
    wanted: 3,
    words: {
      da: {
        kind: 'Mad og café',
        title: 'Vært i caféen',
        summary: 'Lav mad, server kaffe, og skab et sted, hvor alle kan være.',
        description:
          'Vi er et lille hold på hver vagt. Nogle laver mad, andre snakker med gæsterne, og alle tager opvasken. Du lærer, hvordan det gøres, den første gang.',
        tasks: ['Lav mad og kaffe sammen med holdet', 'Tag imod gæsterne', 'Ryd op og vask af'],
        benefits: ['Mad på vagten', 'Godt selskab', 'Kursus i fødevarehygiejne'],
        helps: 'Gæster, der savner selskab og et varmt måltid'
      },
      en: {
        kind: 'Food and café',
        title: 'Host in the café',
        summary: 'Cook, serve coffee and make a place where everybody can be.',
        description:
          'We are a small team on every shift. Some cook, others talk with the guests, and everybody does the dishes. You learn how it is done the first time.',
        tasks: [
          'Make food and coffee together with the team',
          'Welcome the guests',
          'Clear up and wash up'
        ],
        benefits: ['Food on your shift', 'Good company', 'A course in food hygiene'],
        helps: 'Guests who miss company and a warm meal'
      }
    }
  },
  {
    name: 'board',
    interests: ['board'],
    commitment: 'ongoing',
    hoursPerWeek: 1,
    words: {
      da: {
        kind: 'Bestyrelsesarbejde',
        title: 'Nyt medlem til bestyrelsen',
        summary: 'Brug det, du kan, på at få en lokal forening til at vokse.',
        description:
          'Vi mødes cirka en aften om måneden og deler opgaverne efter lyst og evner. Vi er en bestyrelse, der får ting til at ske, og vi lærer dig gerne op.',
        tasks: [
          'Deltag i bestyrelsens møder',
          'Tag ansvar for et område, fx økonomi, medlemmer eller kommunikation'
        ],
        benefits: ['Erfaring med ledelse', 'Indflydelse', 'Netværk i lokalområdet']
      },
      en: {
        kind: 'Board work',
        title: 'New member of the board',
        summary: 'Use what you can do to help a local association to grow.',
        description:
          'We meet about one evening a month and share the work by liking and skill. We are a board that makes things happen, and we are happy to teach you.',
        tasks: [
          'Take part in the board’s meetings',
          'Look after one area, such as money, members or communication'
        ],
        benefits: ['Experience in leading', 'A say', 'A local network']
      }
    }
  },
  {
    name: 'driver',
    interests: ['transport', 'care'],
    commitment: 'ongoing',
    hoursPerWeek: 2,
    minimumAge: 18,
    wanted: 2,
    words: {
      da: {
        kind: 'Chauffør',
        title: 'Chauffør for folk, der ikke selv kan køre',
        summary: 'Kør nogen til lægen, til et møde eller til fælles spisning.',
        description:
          'Du melder ind, hvornår du kan, og får turene i god tid. Snakken i bilen er tit lige så meget værd som selve turen.',
        tasks: ['Hent og bring efter aftale', 'Hjælp ind og ud af bilen'],
        benefits: ['Kørsel bliver betalt', 'Fleksible tider'],
        requirements: ['Kørekort til bil'],
        helps: 'Mennesker, der har svært ved at komme omkring'
      },
      en: {
        kind: 'Driver',
        title: 'Driver for people who cannot drive themselves',
        summary: 'Drive somebody to the doctor, to a meeting or to a meal with others.',
        description:
          'You tell us when you can and hear of the trips well ahead. The talk in the car is often worth as much as the trip.',
        tasks: ['Pick up and bring home as agreed', 'Help people in and out of the car'],
        benefits: ['Mileage is paid', 'Flexible hours'],
        requirements: ['Driving licence'],
        helps: 'People who find it hard to get about'
      }
    }
  },
  {
    name: 'digital',
    interests: ['digital'],
    commitment: 'recurring',
    hoursPerWeek: 2,
    wanted: 2,
    words: {
      da: {
        kind: 'Digital hjælp',
        title: 'Hjælper i it-caféen',
        summary: 'Hjælp med mobil, MitID og digital post, i roligt tempo.',
        description:
          'Folk kommer med deres egen telefon eller computer og det, de sidder fast i. Du behøver ikke kunne det hele: Tålmodighed er vigtigere, og I er altid flere hjælpere.',
        tasks: ['Hjælp én ad gangen', 'Lad den, du hjælper, selv holde musen'],
        benefits: ['Kaffe og fællesskab', 'Oplæring i de digitale løsninger'],
        helps: 'Borgere, der er usikre på det digitale'
      },
      en: {
        kind: 'Digital help',
        title: 'Helper in the IT café',
        summary: 'Help with phones, MitID and digital post, without haste.',
        description:
          'People bring their own phone or computer and what they are stuck with. You need not know everything: patience matters more, and there are always several helpers.',
        tasks: ['Help one person at a time', 'Let them hold the mouse themselves'],
        benefits: ['Coffee and company', 'Training in the digital services'],
        helps: 'People who are unsure of all things digital'
      }
    }
  },
  {
    name: 'nature',
    interests: ['climate', 'nature'],
    commitment: 'once',
    wanted: 10,
    instant: true,
    words: {
      da: {
        kind: 'Naturpleje',
        title: 'Naturpleje med le og rive',
        summary: 'Giv blomster og insekter plads en formiddag sammen med andre.',
        description:
          'Vi viser, hvad der skal gøres, og har redskaberne med. Tag tøj på efter vejret; alle kan være med i deres eget tempo.',
        tasks: ['Slå, riv eller ryd sammen med de andre', 'Hold øje med, hvad der spirer'],
        benefits: ['Frisk luft', 'Viden om naturen', 'Kaffe og kage'],
        helps: 'Naturen omkring os'
      },
      en: {
        kind: 'Care of nature',
        title: 'Caring for nature with scythe and rake',
        summary: 'Make room for flowers and insects one morning together with others.',
        description:
          'We show what is to be done and bring the tools. Dress for the weather; everybody can join in at their own pace.',
        tasks: ['Mow, rake or clear together with the others', 'Watch what comes up'],
        benefits: ['Fresh air', 'Knowledge of nature', 'Coffee and cake'],
        helps: 'The nature around us'
      }
    }
  }
];
