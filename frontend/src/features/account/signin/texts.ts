import type { LinkPurpose } from '#api/people.ts';
import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  email: 'Din e-mail',
  password: 'Adgangskode',
  newPassword: 'Ny adgangskode',
  name: 'Dit navn',
  passwordHelp: 'Mindst 10 tegn. En sætning, du kan huske, er god.',
  or: 'eller',

  missing: {
    email: 'Skriv din e-mailadresse.',
    emailForm: 'Skriv hele adressen, fx navn@eksempel.dk.',
    password: 'Skriv din adgangskode.',
    newPassword: 'Find på en adgangskode.',
    passwordShort: 'Adgangskoden skal have mindst 10 tegn.',
    name: 'Skriv dit navn.',
    guardian: 'Skriv din forælders eller værges e-mailadresse.'
  },

  signIn: {
    title: 'Log ind',
    lead: 'Brug din adgangskode, eller få et link på mail. Begge dele er lige gode.',
    submit: 'Log ind',
    sendLink: 'Send mig et link',
    linkHelp: 'Så logger du ind ved at trykke på en knap i mailen.',
    forgot: 'Glemt adgangskode?',
    noAccount: 'Har du ingen konto?',
    register: 'Opret konto',
    wrong: 'E-mail og adgangskode passer ikke sammen. Prøv igen, eller få et link på mail.',
    tooMany: (next: string) =>
      `Adgangskoden er skrevet forkert for mange gange. Prøv igen ${next}, eller få et link på mail nu.`,
    done: (name: string) => `Velkommen, ${name}`,
    already: (name: string) => `Du er logget ind som ${name}.`,
    toMe: 'Gå til Mig'
  },

  demo: {
    title: 'Prøv demonstrationen',
    text: 'Log ind som en opdigtet person og se, hvad de kan.',
    volunteer: 'Som frivillig',
    association: 'Som forening',
    staff: 'Som kommune'
  },

  register: {
    title: 'Opret konto',
    lead: 'Det tager et minut. Vi spørger ikke om mere end det her.',
    nameHelp: 'Det navn, du vil kendes på. Fornavn er nok.',
    under15: 'Jeg er under 15 år',
    under15Help: 'Så skal en forælder eller værge sige ja.',
    guardian: 'Din forælders eller værges e-mail',
    guardianHelp: 'Vi skriver til dem og spørger om lov.',
    submit: 'Opret konto',
    privacy: 'Hvad vi gemmer, og hvor længe',
    haveAccount: 'Har du allerede en konto?'
  },

  forgot: {
    title: 'Glemt adgangskode',
    lead: 'Skriv din e-mail, så sender vi et link. Der vælger du en ny adgangskode.',
    submit: 'Send linket',
    back: 'Tilbage til log ind'
  },

  sent: {
    title: 'Se i din mail',
    registered: (email: string) =>
      `Vi har sendt en mail til ${email}. Tryk på knappen i den, så er din konto klar.`,
    link: (email: string) =>
      `Har ${email} en konto, ligger der nu en mail. Tryk på knappen i den, så er du logget ind.`,
    forgot: (email: string) =>
      `Har ${email} en konto, ligger der nu en mail. Tryk på knappen i den og vælg en ny adgangskode.`,
    wait: 'Det kan tage et par minutter. Se også i uønsket post.',
    again: 'Send igen',
    sentAgain: 'Mailen er sendt igen.',
    other: 'Skriv en anden adresse',
    before: (email: string, next: string) =>
      `Har ${email} en konto, har vi sendt en mail for lidt siden, og linket i den virker stadig. Se i din mail, også i uønsket post. Du kan få en ny ${next}.`
  },

  link: {
    title: {
      verify: 'Bekræft din e-mail',
      'sign-in': 'Log ind',
      reset: 'Vælg en ny adgangskode',
      'change-email': 'Bekræft din nye e-mail',
      guardian: 'Sig ja på dit barns vegne',
      invitation: 'Du er inviteret',
      erase: 'Slet din konto',
      administrator: 'Du er udpeget som administrator',
      'undo-email': 'Fortryd den nye e-mail',
      'guardian-withdraw': 'Træk dit ja tilbage',
      'guest-signup': 'Bekræft din tilmelding',
      offer: 'Der er en plads til dig'
    },
    text: {
      verify: (email: string) => `Du bekræfter, at ${email} er din, og bliver logget ind.`,
      'sign-in': (email: string) => `Du bliver logget ind med ${email}.`,
      reset: (email: string) =>
        `Den nye adgangskode gælder for ${email}. Du bliver logget ud alle andre steder.`,
      'change-email': (email: string) => `Fra nu af logger du ind med ${email} og får mails der.`,
      guardian: (email: string) =>
        `Dit barn har oprettet en konto på Samspil og skrevet, at ${email} er din. Siger du ja, kan barnet melde sig til opgaver. Du får en mail med et link, så du altid kan trække dit ja tilbage.`,
      invitation: (email: string) => `Invitationen er sendt til ${email}.`,
      erase: (email: string) =>
        `Kontoen for ${email} bliver slettet med det samme. Det kan ikke fortrydes.`,
      administrator: (email: string) =>
        `Kommunen har givet ${email} ansvaret for Samspil. Du kan se og rette alt, og du giver kolleger deres områder. Siger du ja, bliver du logget ud alle andre steder.`,
      'undo-email': (email: string, other: string) =>
        `Din mailadresse er ændret til ${other}. Var det ikke dig, så fortryd og vælg en ny adgangskode. Så gælder ${email} igen, og alle andre bliver logget ud.`,
      'guardian-withdraw': () =>
        'Du har sagt ja til, at dit barn bruger Samspil. Trækker du det tilbage, kan barnet ikke melde sig til noget, før en forælder eller værge siger ja igen. Kontoen bliver ikke slettet.',
      'guest-signup': (email: string) =>
        `Du tilmelder dig med ${email}. Foreningen får først adressen, når du har en plads.`,
      offer: (email: string) => `Pladsen holdes til dig, fordi ${email} står på ventelisten.`
    },
    child: (name: string) => `Barnets navn: ${name}.`,
    invited: (association: string) => `${association} vil gerne have dig med`,
    roles: {
      manager: 'Du bliver en af dem, der kan rette foreningens side og invitere andre.',
      member: 'Du bliver medlem og kan se foreningens skrivebord.'
    },
    newHere: 'Du har ingen konto endnu. Skriv dit navn og vælg en adgangskode, så får du en.',
    firstTime:
      'Adressen er ikke bekræftet før. Derfor spørger vi, hvad du hedder. Det, der er skrevet på kontoen før, bliver glemt.',
    firstPassword:
      'Skriv den adgangskode, du valgte, da du oprettede kontoen. Skriver du en anden, bliver den din nye – og det, der er skrevet før, bliver glemt.',
    act: {
      verify: 'Bekræft og log ind',
      'sign-in': 'Log ind',
      reset: 'Gem adgangskoden',
      'change-email': 'Brug den nye e-mail',
      guardian: 'Ja, det må barnet gerne',
      invitation: 'Sig ja tak',
      erase: 'Slet min konto for altid',
      administrator: 'Ja, jeg er administrator',
      'undo-email': 'Fortryd, og brug den gamle e-mail',
      'guardian-withdraw': 'Træk mit ja tilbage',
      'guest-signup': 'Tilmeld mig',
      offer: 'Tag pladsen'
    },
    done: {
      verify: 'Din e-mail er bekræftet.',
      'sign-in': 'Du er logget ind.',
      reset: 'Din nye adgangskode gælder nu.',
      'change-email': 'Din nye e-mail gælder nu.',
      guardian: 'Tak. Barnet kan nu være med.',
      invitation: 'Velkommen. Du er med nu.',
      erase: 'Din konto er slettet.',
      administrator: 'Du er administrator nu.',
      'undo-email': 'Din gamle e-mail gælder igen.',
      'guardian-withdraw': 'Dit ja er trukket tilbage.',
      'guest-signup': 'Du er tilmeldt.',
      offer: 'Pladsen er din.'
    },
    doneText: 'Du kan lukke siden, eller se, hvad der sker i kommunen.',
    doneTexts: {
      erase: 'Tak for den tid, du var her. Du er altid velkommen igen.',
      'undo-email':
        'Du er logget ind her. Alle andre er logget ud, og links og kalenderadresser fra før virker ikke mere.',
      'guardian-withdraw':
        'Barnet kan ikke melde sig til noget, før en forælder eller værge siger ja igen.'
    },
    not: 'Var det ikke dig? Så luk bare siden. Der sker ikke noget.',
    notFor: {
      'undo-email': 'Var det dig selv? Så luk bare siden. Den nye adresse gælder stadig.',
      'guardian-withdraw': 'Vil du ikke det? Så luk bare siden. Dit ja gælder stadig.'
    },
    goneTitle: 'Linket virker ikke længere',
    gone: 'Det er brugt, der er gået for lang tid, eller noget er ændret på kontoen siden. Du kan få et nyt.',
    newLink: 'Få et nyt link',
    toFront: 'Til forsiden',
    refuse: { 'guest-signup': 'Nej, det var ikke mig', offer: 'Nej tak, giv den videre' },
    toMe: 'Gå til Mig'
  }
};

export type AccountTexts = Widened<typeof da>;

const en: AccountTexts = {
  email: 'Your email',
  password: 'Password',
  newPassword: 'New password',
  name: 'Your name',
  passwordHelp: 'At least 10 characters. A sentence you can remember is good.',
  or: 'or',

  missing: {
    email: 'Write your email address.',
    emailForm: 'Write the whole address, such as name@example.com.',
    password: 'Write your password.',
    newPassword: 'Think of a password.',
    passwordShort: 'The password must have at least 10 characters.',
    name: 'Write your name.',
    guardian: 'Write the email address of your parent or guardian.'
  },

  signIn: {
    title: 'Sign in',
    lead: 'Use your password, or get a link by email. Either is fine.',
    submit: 'Sign in',
    sendLink: 'Send me a link',
    linkHelp: 'You then sign in with a button in the email.',
    forgot: 'Forgot your password?',
    noAccount: 'No account yet?',
    register: 'Create an account',
    wrong: 'Email and password do not go together. Try again, or get a link by email.',
    tooMany: (next) =>
      `The password was wrong too many times. Try again ${next}, or get a link by email now.`,
    done: (name) => `Welcome, ${name}`,
    already: (name) => `You are signed in as ${name}.`,
    toMe: 'Go to Me'
  },

  demo: {
    title: 'Try the demonstration',
    text: 'Sign in as somebody invented and see what they can do.',
    volunteer: 'As a volunteer',
    association: 'As an association',
    staff: 'As the municipality'
  },

  register: {
    title: 'Create an account',
    lead: 'It takes a minute. We ask for nothing more than this.',
    nameHelp: 'The name you want to be known by. A first name is enough.',
    under15: 'I am under 15',
    under15Help: 'Then a parent or guardian has to say yes.',
    guardian: 'Email of your parent or guardian',
    guardianHelp: 'We write to them and ask.',
    submit: 'Create an account',
    privacy: 'What we keep, and for how long',
    haveAccount: 'Do you have an account already?'
  },

  forgot: {
    title: 'Forgotten password',
    lead: 'Write your email and we send a link. There you choose a new password.',
    submit: 'Send the link',
    back: 'Back to sign in'
  },

  sent: {
    title: 'Look in your email',
    registered: (email) =>
      `We have sent an email to ${email}. Press the button in it, and your account is ready.`,
    link: (email) =>
      `If ${email} has an account, an email is there now. Press the button in it, and you are signed in.`,
    forgot: (email) =>
      `If ${email} has an account, an email is there now. Press the button in it and choose a new password.`,
    wait: 'It can take a few minutes. Look among unwanted mail as well.',
    again: 'Send again',
    sentAgain: 'The email has been sent again.',
    other: 'Write another address',
    before: (email, next) =>
      `If ${email} has an account, we sent an email a short while ago, and the link in it still works. Look in your mail, and among unwanted mail as well. You can get another one ${next}.`
  },

  link: {
    title: {
      verify: 'Confirm your email',
      'sign-in': 'Sign in',
      reset: 'Choose a new password',
      'change-email': 'Confirm your new email',
      guardian: 'Say yes on behalf of your child',
      invitation: 'You are invited',
      erase: 'Delete your account',
      administrator: 'You are appointed administrator',
      'undo-email': 'Undo the new email',
      'guardian-withdraw': 'Take your yes back',
      'guest-signup': 'Confirm your sign-up',
      offer: 'There is a place for you'
    },
    text: {
      verify: (email) => `You confirm that ${email} is yours, and are signed in.`,
      'sign-in': (email) => `You will be signed in with ${email}.`,
      reset: (email) => `The new password is for ${email}. You will be signed out everywhere else.`,
      'change-email': (email) => `From now on you sign in with ${email} and get your mail there.`,
      guardian: (email) =>
        `Your child has created an account on Samspil and written that ${email} is yours. If you say yes, the child can sign up for tasks. You get an email with a link, so you can always take your yes back.`,
      invitation: (email) => `The invitation was sent to ${email}.`,
      erase: (email) => `The account of ${email} will be deleted at once. It cannot be undone.`,
      administrator: (email) =>
        `The municipality has put ${email} in charge of Samspil. You can see and edit everything, and you give colleagues their areas. If you say yes, you are signed out everywhere else.`,
      'undo-email': (email, other) =>
        `Your email address was changed to ${other}. If it was not you, undo it and choose a new password. Then ${email} counts again, and everybody else is signed out.`,
      'guardian-withdraw': () =>
        'You have said yes to your child using Samspil. If you take it back, the child cannot sign up for anything until a parent or guardian says yes again. The account is not deleted.',
      'guest-signup': (email) =>
        `You sign up with ${email}. The association gets the address only once you have a place.`,
      offer: (email) => `The place is held for you because ${email} is on the waiting list.`
    },
    child: (name) => `The child’s name: ${name}.`,
    invited: (association) => `${association} would like to have you along`,
    roles: {
      manager: 'You become one of those who can edit the association’s page and invite others.',
      member: 'You become a member and can see the association’s desk.'
    },
    newHere: 'You have no account yet. Write your name and choose a password to get one.',
    firstTime:
      'The address has not been confirmed before. So we ask what you are called. What was written on the account before is forgotten.',
    firstPassword:
      'Write the password you chose when you created the account. If you write another, it becomes your new one – and what was written before is forgotten.',
    act: {
      verify: 'Confirm and sign in',
      'sign-in': 'Sign in',
      reset: 'Save the password',
      'change-email': 'Use the new email',
      guardian: 'Yes, that is fine with me',
      invitation: 'Say yes',
      erase: 'Delete my account for ever',
      administrator: 'Yes, I am the administrator',
      'undo-email': 'Undo, and use the old email',
      'guardian-withdraw': 'Take my yes back',
      'guest-signup': 'Sign me up',
      offer: 'Take the place'
    },
    done: {
      verify: 'Your email is confirmed.',
      'sign-in': 'You are signed in.',
      reset: 'Your new password counts from now on.',
      'change-email': 'Your new email counts from now on.',
      guardian: 'Thank you. The child can take part now.',
      invitation: 'Welcome. You are in.',
      erase: 'Your account is deleted.',
      administrator: 'You are the administrator now.',
      'undo-email': 'Your old email counts again.',
      'guardian-withdraw': 'Your yes is taken back.',
      'guest-signup': 'You are signed up.',
      offer: 'The place is yours.'
    },
    doneText: 'You can close this page, or see what goes on in the municipality.',
    doneTexts: {
      erase: 'Thank you for the time you were here. You are always welcome again.',
      'undo-email':
        'You are signed in here. Everybody else is signed out, and links and calendar addresses from before no longer work.',
      'guardian-withdraw':
        'The child cannot sign up for anything until a parent or guardian says yes again.'
    },
    not: 'Was it not you? Then just close the page. Nothing will happen.',
    notFor: {
      'undo-email': 'Was it you? Then just close the page. The new address still counts.',
      'guardian-withdraw': 'Not what you want? Then just close the page. Your yes still stands.'
    },
    goneTitle: 'The link no longer works',
    gone: 'It has been used, too much time has passed, or something on the account has changed since. You can get a new one.',
    newLink: 'Get a new link',
    toFront: 'To the front page',
    refuse: { 'guest-signup': 'No, it was not me', offer: 'No, thank you, pass it on' },
    toMe: 'Go to Me'
  }
};

// Every purpose has its words, and some have more of them.
type Worded = Record<LinkPurpose, unknown>;
type More = Partial<Record<LinkPurpose, string>>;
export const texts: Record<
  Language,
  AccountTexts & {
    link: {
      title: Worded;
      /** Of both addresses, masked: the link's, and the one that it undoes. */
      text: Record<LinkPurpose, (email: string, other: string) => string>;
      act: Worded;
      done: Worded;
      doneTexts: More;
      notFor: More;
    };
  }
> = { da, en };
