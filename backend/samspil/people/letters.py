"""What people are mailed about their accounts."""

from __future__ import annotations

from typing import Final, cast

from sqlalchemy.orm import Session

from samspil.core.language import Language
from samspil.core.mail import Kind, Letter, Link, Wording, register, send
from samspil.people.models import Person

_WHY_ACCOUNT_DA: Final = "Du får mailen, fordi du har en konto i Samspil."
_WHY_ACCOUNT_EN: Final = "You get this mail because you have an account in Samspil."

register(
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
            closing="Linket virker i en halv time og kun én gang. Var det ikke dig, skal du ikke "
            "gøre noget.",
            why=_WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="You already have an account",
            paragraphs=(
                "Hello {name}.",
                "Somebody, probably you, wanted to make an account with this address. You "
                "already have one. Press the button to sign in.",
            ),
            button="Sign in",
            closing="The link works for half an hour, and only once. If it was not you, you need "
            "do nothing.",
            why=_WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.finish",
        da=Wording(
            subject="Gør din konto færdig",
            paragraphs=(
                "Hej.",
                "Der er begyndt på en konto med denne adresse, men adressen er aldrig bekræftet. "
                "Tryk på knappen og vælg en adgangskode, så er kontoen din.",
            ),
            button="Vælg adgangskode",
            closing="Linket virker i en halv time og kun én gang. Var det ikke dig, skal du ikke "
            "gøre noget.",
            why="Du får mailen, fordi adressen er brugt til at oprette en konto i Samspil.",
        ),
        en=Wording(
            subject="Finish your account",
            paragraphs=(
                "Hello.",
                "An account with this address was begun, but the address was never confirmed. "
                "Press the button and choose a password, and the account is yours.",
            ),
            button="Choose a password",
            closing="The link works for half an hour, and only once. If it was not you, you need "
            "do nothing.",
            why="You get this mail because the address was used to make an account in Samspil.",
        ),
    ),
    Kind(
        "people.sign-in",
        da=Wording(
            subject="Dit link til at logge ind",
            paragraphs=("Hej {name}.", "Tryk på knappen for at logge ind uden adgangskode."),
            button="Log ind",
            closing="Linket virker i en halv time og kun én gang. Har du ikke bedt om det, skal du "
            "ikke gøre noget.",
            why=_WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Your link to sign in",
            paragraphs=("Hello {name}.", "Press the button to sign in without a password."),
            button="Sign in",
            closing="The link works for half an hour, and only once. If you did not ask for it, "
            "you need do nothing.",
            why=_WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.reset",
        da=Wording(
            subject="Vælg en ny adgangskode",
            paragraphs=(
                "Hej {name}.",
                "Tryk på knappen for at vælge en ny adgangskode. Så logges du ud alle andre "
                "steder.",
            ),
            button="Vælg ny adgangskode",
            closing="Linket virker i en halv time og kun én gang. Har du ikke bedt om det, gælder "
            "din gamle adgangskode stadig.",
            why=_WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Choose a new password",
            paragraphs=(
                "Hello {name}.",
                "Press the button to choose a new password. You are then signed out "
                "everywhere else.",
            ),
            button="Choose a new password",
            closing="The link works for half an hour, and only once. If you did not ask for it, "
            "your old password still works.",
            why=_WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.password-changed",
        da=Wording(
            subject="Din adgangskode er skiftet",
            paragraphs=(
                "Hej {name}.",
                "Din adgangskode er lige blevet skiftet, og du er logget ud alle andre steder.",
                "Var det ikke dig, så vælg straks en ny.",
            ),
            button="Det var ikke mig",
            why=_WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Your password was changed",
            paragraphs=(
                "Hello {name}.",
                "Your password was just changed, and you were signed out everywhere else.",
                "If it was not you, choose a new one at once.",
            ),
            button="It was not me",
            why=_WHY_ACCOUNT_EN,
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
            why=_WHY_ACCOUNT_DA,
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
            why=_WHY_ACCOUNT_EN,
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
            why=_WHY_ACCOUNT_DA,
        ),
        en=Wording(
            subject="Your account is open",
            paragraphs=(
                "Hello {name}.",
                "Your parent or guardian has said yes. Now you are ready.",
            ),
            button="Find something to do",
            why=_WHY_ACCOUNT_EN,
        ),
    ),
    Kind(
        "people.administrator",
        da=Wording(
            subject="Du skal bestyre Samspil",
            paragraphs=(
                "Hej {name}.",
                "Du er blevet administrator i Samspil. Tryk på knappen og vælg en adgangskode, så "
                "er din konto klar.",
            ),
            button="Vælg adgangskode",
            closing="Linket virker i tre døgn og kun én gang.",
            why="Du får mailen, fordi de, der driver Samspil, har valgt dig.",
        ),
        en=Wording(
            subject="You are to run Samspil",
            paragraphs=(
                "Hello {name}.",
                "You have become an administrator of Samspil. Press the button and choose a "
                "password, and your account is ready.",
            ),
            button="Choose a password",
            closing="The link works for three days, and only once.",
            why="You get this mail because those who run Samspil have chosen you.",
        ),
    ),
)

register(
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
            why=_WHY_ACCOUNT_DA,
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
            why=_WHY_ACCOUNT_EN,
        ),
    )
)

FORGOT: Final = Link("/glemt")
FIND: Final = Link("/")


def language_of(person: Person) -> Language:
    """The language a person reads."""
    return cast(Language, person.language)


def write(
    session: Session,
    kind: str,
    person: Person,
    action: Link,
    *,
    to: str | None = None,
    **values: str,
) -> None:
    """Mail something about somebody's account, in their language.

    Args:
        session: the transaction.
        kind: the letter's, without the domain.
        person: whose account.
        action: where its button leads.
        to: another address than the account's.
        values: what the wording leaves open.
    """
    send(
        session,
        Letter(
            to=to or person.email or "",
            language=language_of(person),
            kind=f"people.{kind}",
            values=values,
            action=action,
            person_id=person.id,
        ),
    )
