"""The mails about accounts, worded in both languages; the last ones are to and about guardians."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, cast

from sqlalchemy.orm import Session

from samspil.core import language
from samspil.core.language import Language
from samspil.core.mail import Kind, Link, NewMail, Wording, send
from samspil.people.models import Person

WHY_ACCOUNT_DA: Final = "Du får mailen, fordi du har en konto i Samspil."
WHY_ACCOUNT_EN: Final = "You get this mail because you have an account in Samspil."

MAILS: Final = (
    Kind(
        "people.verify",
        da=Wording(
            subject="Bekræft din e-mail",
            paragraphs=(
                "Hej {name}.",
                "Velkommen til Samspil. Tryk på knappen for at bekræfte din e-mail, "
                "så er din konto klar.",
            ),
            button="Bekræft min e-mail",
            closing="Linket virker i tre døgn. Er det ikke dig, der har oprettet kontoen, så tryk "
            "ikke: uden dit tryk kan ingen bruge din adresse.",
            why="Du får mailen, fordi adressen er brugt til at oprette en konto i Samspil.",
        ),
        en=Wording(
            subject="Confirm your e-mail address",
            paragraphs=(
                "Hello {name}.",
                "Welcome to Samspil. Press the button to confirm your e-mail address, "
                "and your account is ready.",
            ),
            button="Confirm my e-mail address",
            closing="The link works for three days. If it was not you who made the account, do not "
            "press: without it nobody can use your address.",
            why="You get this mail because the address was used to make an account in Samspil.",
        ),
    ),
    Kind(
        "people.already",
        da=Wording(
            subject="Du har allerede en konto",
            paragraphs=(
                "Hej {name}.",
                "Nogen, nok dig selv, ville oprette en konto med denne adresse. Den har du "
                "allerede. Tryk på knappen for at logge ind.",
            ),
            button="Log ind",
            closing="Linket virker i en time og kun én gang. Var det ikke dig, skal du ikke "
            "gøre noget.",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="You already have an account",
            paragraphs=(
                "Hello {name}.",
                "Somebody, probably you, wanted to make an account with this address. You "
                "already have one. Press the button to sign in.",
            ),
            button="Sign in",
            closing="The link works for an hour, and only once. If it was not you, you need "
            "do nothing.",
            why=WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.sign-in",
        da=Wording(
            subject="Dit link til at logge ind",
            paragraphs=("Hej {name}.", "Tryk på knappen for at logge ind uden adgangskode."),
            button="Log ind",
            closing="Linket virker i en time og kun én gang. Har du ikke bedt om det, skal du "
            "ikke gøre noget.",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Your link to sign in",
            paragraphs=("Hello {name}.", "Press the button to sign in without a password."),
            button="Sign in",
            closing="The link works for an hour, and only once. If you did not ask for it, "
            "you need do nothing.",
            why=WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.reset",
        da=Wording(
            subject="Vælg en ny adgangskode",
            paragraphs=(
                "Hej {name}.",
                "Tryk på knappen for at vælge en ny adgangskode. Så logges du ud alle andre "
                "steder, og dit kalenderlink virker ikke mere.",
            ),
            button="Vælg ny adgangskode",
            closing="Linket virker i en time og kun én gang. Har du ikke bedt om det, gælder "
            "din gamle adgangskode stadig.",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Choose a new password",
            paragraphs=(
                "Hello {name}.",
                "Press the button to choose a new password. You are then signed out "
                "everywhere else, and your calendar's address ends.",
            ),
            button="Choose a new password",
            closing="The link works for an hour, and only once. If you did not ask for it, "
            "your old password still works.",
            why=WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.password-changed",
        da=Wording(
            subject="Din adgangskode er skiftet",
            paragraphs=(
                "Hej {name}.",
                "Din adgangskode er lige blevet skiftet. Du er logget ud alle andre steder, og "
                "dit kalenderlink virker ikke mere.",
                "Var det ikke dig, så vælg straks en ny.",
            ),
            button="Det var ikke mig",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Your password was changed",
            paragraphs=(
                "Hello {name}.",
                "Your password was just changed. You were signed out everywhere else, and the "
                "address of your calendar no longer works.",
                "If it was not you, choose a new one at once.",
            ),
            button="It was not me",
            why=WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.change-email",
        da=Wording(
            subject="Bekræft din nye e-mail",
            paragraphs=(
                "Hej {name}.",
                "Tryk på knappen, så bruger din konto i Samspil denne adresse fra nu af.",
            ),
            button="Brug denne adresse",
            closing="Linket virker i et døgn og kun én gang. Er det ikke din konto, så tryk ikke.",
            why="Du får mailen, fordi nogen vil bruge adressen til sin konto i Samspil.",
        ),
        en=Wording(
            subject="Confirm your new e-mail address",
            paragraphs=(
                "Hello {name}.",
                "Press the button, and your account in Samspil uses this address from now on.",
            ),
            button="Use this address",
            closing="The link works for a day, and only once. If it is not your account, do not "
            "press.",
            why="You get this mail because somebody wants to use the address for their account "
            "in Samspil.",
        ),
    ),
    Kind(
        "people.email-wanted",
        da=Wording(
            subject="Din konto skal have en ny adresse",
            paragraphs=(
                "Hej {name}.",
                "Nogen, nok dig selv, har bedt om at skifte adressen på din konto til "
                "{new_email}. Det sker, når der trykkes på linket, som er sendt dertil.",
                "Var det ikke dig, så vælg straks en ny adgangskode.",
            ),
            button="Det var ikke mig",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Your account is to get a new address",
            paragraphs=(
                "Hello {name}.",
                "Somebody, probably you, has asked to change the address of your account to "
                "{new_email}. It happens when the link that was sent there is pressed.",
                "If it was not you, choose a new password at once.",
            ),
            button="It was not me",
            why=WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.email-changed",
        da=Wording(
            subject="Din konto har en ny adresse",
            paragraphs=(
                "Hej {name}.",
                "Din konto i Samspil bruger nu {new_email} i stedet for denne adresse.",
                "Var det ikke dig, så tryk på knappen: så får du kontoen tilbage, og alle andre "
                "bliver logget ud.",
            ),
            button="Fortryd, det var ikke mig",
            closing="Linket virker i syv dage og kun én gang.",
            why="Du får mailen, fordi adressen hørte til din konto i Samspil.",
        ),
        en=Wording(
            subject="Your account has a new address",
            paragraphs=(
                "Hello {name}.",
                "Your account in Samspil now uses {new_email} instead of this address.",
                "If it was not you, press the button: you get the account back, and everybody "
                "else is signed out.",
            ),
            button="Undo, it was not me",
            closing="The link works for seven days, and only once.",
            why="You get this mail because the address belonged to your account in Samspil.",
        ),
    ),
    Kind(
        "people.administrator",
        da=Wording(
            subject="Du skal bestyre Samspil",
            paragraphs=(
                "Hej {name}.",
                "De, der driver Samspil, vil gøre dig til administrator. Tryk på knappen for at "
                "sige ja; har du ingen konto, vælger du navn og adgangskode på siden.",
            ),
            button="Læs og sig ja",
            closing="Linket virker i tre døgn og kun én gang.",
            why="Du får mailen, fordi de, der driver Samspil, har valgt dig.",
        ),
        en=Wording(
            subject="You are to run Samspil",
            paragraphs=(
                "Hello {name}.",
                "Those who run Samspil want to make you an administrator. Press the button to say "
                "yes; if you have no account, you choose a name and a password on the page.",
            ),
            button="Read and say yes",
            closing="The link works for three days, and only once.",
            why="You get this mail because those who run Samspil have chosen you.",
        ),
    ),
    Kind(
        "people.powers",
        da=Wording(
            subject="Det, du må i Samspil, er ændret",
            paragraphs=(
                "Hej {name}.",
                "{by} har ændret, hvad du må som ansat i kommunen. Nu har du ansvar for: {powers}.",
                "Derfor er du logget ud alle steder, og dit kalenderlink virker ikke mere.",
            ),
            button="Log ind igen",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="What you may do in Samspil has changed",
            paragraphs=(
                "Hello {name}.",
                "{by} has changed what you may do for the municipality, which is now: {powers}.",
                "So you are signed out everywhere, and your calendar link no longer works.",
            ),
            button="Sign in again",
            why=WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.powers-given",
        da=Wording(
            subject="{name} har fået nyt ansvar i Samspil",
            paragraphs=(
                "{by} har givet {name} ({email}) ansvar. Nu har {name} ansvar for: {powers}.",
                "Er det en fejl, kan du tage det tilbage på siden.",
            ),
            button="Se, hvem der har ansvar for hvad",
            why="Du får mailen, fordi du er administrator i Samspil.",
        ),
        en=Wording(
            subject="{name} is in charge of more in Samspil",
            paragraphs=(
                "{by} has put {name} ({email}) in charge of more. {name} is now in charge of: "
                "{powers}.",
                "If that is a mistake, you can take it back on the page.",
            ),
            button="See who is in charge of what",
            why="You get this mail because you are an administrator of Samspil.",
        ),
    ),
    Kind(
        "people.erase",
        da=Wording(
            subject="Slet din konto",
            paragraphs=(
                "Hej {name}.",
                "Du har bedt om at få din konto slettet. Tryk på knappen, og læs på siden, hvad "
                "der sker. Først når du trykker dér, bliver den slettet.",
            ),
            button="Slet min konto",
            closing="Linket virker i en time. Har du ikke bedt om det, så skift din adgangskode.",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Delete your account",
            paragraphs=(
                "Hello {name}.",
                "You have asked to have your account deleted. Press the button, and read on the "
                "page what happens. Only when you press there is it deleted.",
            ),
            button="Delete my account",
            closing="The link works for an hour. If you have not asked for it, change your "
            "password.",
            why=WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.guardian",
        da=Wording(
            subject="{name} vil være med i Samspil",
            paragraphs=(
                "Hej.",
                "{name} har oprettet en konto i Samspil, hvor man finder frivillige opgaver, og "
                "har skrevet, at du er forælder eller værge.",
                "Under 15 år skal du sige ja, før kontoen kan bruges. Tryk på knappen for at læse, "
                "hvad der gemmes, og for at svare.",
            ),
            button="Læs og svar",
            closing="Linket virker i 14 døgn. Gør du ikke noget, bliver kontoen ikke åbnet.",
            why="Du får mailen, fordi adressen er skrevet som forælder eller værge.",
        ),
        en=Wording(
            subject="{name} wants to join Samspil",
            paragraphs=(
                "Hello.",
                "{name} has made an account in Samspil, where people find volunteer tasks, and "
                "has named you as parent or guardian.",
                "Below the age of 15 you must say yes before the account can be used. Press the "
                "button to read what is kept, and to answer.",
            ),
            button="Read and answer",
            closing="The link works for 14 days. If you do nothing, the account is not opened.",
            why="You get this mail because the address was given as a parent's or guardian's.",
        ),
    ),
    Kind(
        "people.guardian-said-yes",
        da=Wording(
            subject="Din konto er åbnet",
            paragraphs=("Hej {name}.", "Din forælder eller værge har sagt ja. Nu er du klar."),
            button="Find noget at lave",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Your account is open",
            paragraphs=(
                "Hello {name}.",
                "Your parent or guardian has said yes. Now you are ready.",
            ),
            button="Find something to do",
            why=WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.guardian-receipt",
        da=Wording(
            subject="Du har sagt ja til {name} i Samspil",
            paragraphs=(
                "Hej.",
                "Du har sagt ja til, at {name} må bruge Samspil. Fortryder du en dag, så tryk på "
                "knappen: så kan kontoen ikke bruges, før en forælder eller værge siger ja igen.",
            ),
            button="Træk mit ja tilbage",
            closing="Gem mailen. Linket virker, indtil barnet er fyldt 15.",
            why="Du får mailen, fordi du har sagt ja som forælder eller værge.",
        ),
        en=Wording(
            subject="You have said yes to {name} in Samspil",
            paragraphs=(
                "Hello.",
                "You have said yes to {name} using Samspil. If you change your mind one day, press "
                "the button: the account cannot be used until a parent or guardian says yes again.",
            ),
            button="Take my yes back",
            closing="Keep this mail. The link works until the child is 15.",
            why="You get this mail because you have said yes as a parent or guardian.",
        ),
    ),
    Kind(
        "people.guardian-took-back",
        da=Wording(
            subject="Din konto er lukket for nu",
            paragraphs=(
                "Hej {name}.",
                "Din forælder eller værge har trukket sit ja tilbage. Du kan stadig logge ind og "
                "se, hvad der er dit, men du kan ikke melde dig til noget, før de siger ja igen.",
            ),
            button="Se min konto",
            why=WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Your account is closed for now",
            paragraphs=(
                "Hello {name}.",
                "Your parent or guardian has taken their yes back. You can still sign in and see "
                "what is yours, but cannot sign up for anything until they say yes again.",
            ),
            button="See my account",
            why=WHY_ACCOUNT_EN,
        ),
    ),
)


# Notifying people by mail: the one way in which something that happens reaches them.

# Where who did not do what a mail speaks of chooses another password.
FORGOT_PAGE: Final = Link("/glemt")

Values = Mapping[str, str] | Callable[[], Mapping[str, str]]


def language_of(person: Person) -> Language:
    """The language a person reads."""
    return cast(Language, person.language)


def notify(
    session: Session,
    people: Person | Iterable[Person],
    kind: str,
    page: Link | None,
    values: Values,
    *,
    to: str | None = None,
) -> None:
    """Mail people, each in their language; who has no address is passed over.

    `page` is where the button leads, None for a kind without one; `values` what the kind's wording
    leaves open, or a function that words it in the reader's language; `to` another address than the
    account's. The mails stand or fall with the transaction.
    """
    for person in [people] if isinstance(people, Person) else people:
        email = to or person.email
        if email is None:
            continue
        spoken = language_of(person)
        with language.speaking(spoken):
            said = values() if callable(values) else values
        send(session, NewMail(email, spoken, kind, said, action=page, person_id=person.id))
