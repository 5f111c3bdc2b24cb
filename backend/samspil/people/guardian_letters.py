"""What guardians are mailed, and what is mailed about them."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording
from samspil.people.letters import WHY_ACCOUNT_DA, WHY_ACCOUNT_EN

ASK: Final = "guardian"
SAID_YES: Final = "guardian-said-yes"
RECEIPT: Final = "guardian-receipt"
TOOK_BACK: Final = "guardian-took-back"

GUARDIAN_MAILS: Final = (
    Kind(
        f"people.{ASK}",
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
        f"people.{SAID_YES}",
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
        f"people.{RECEIPT}",
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
        f"people.{TOOK_BACK}",
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
