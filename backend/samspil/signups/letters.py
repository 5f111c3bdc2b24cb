"""The mails that sign-ups cause, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.mail import Kind, Wording

_MINE_DA: Final = "Se mine tilmeldinger"
_MINE_EN: Final = "See my sign-ups"
_DESK_DA: Final = "Se tilmeldingerne"
_DESK_EN: Final = "See the sign-ups"
_WHY_DA: Final = "Du får mailen, fordi du har tilmeldt dig på Samspil."
_WHY_EN: Final = "You get this mail because you have signed up on Samspil."
_WHY_DESK_DA: Final = "Du får mailen, fordi du står for {association} på Samspil."
_WHY_DESK_EN: Final = "You get this mail because you run {association} on Samspil."


def _to_volunteer(
    name: str,
    da: tuple[str, tuple[str, ...]],
    en: tuple[str, tuple[str, ...]],
    buttons: tuple[str, str] = (_MINE_DA, _MINE_EN),
    closings: tuple[str | None, str | None] = (None, None),
) -> Kind:
    return Kind(
        f"volunteering.{name}",
        da=Wording(da[0], da[1], _WHY_DA, button=buttons[0], closing=closings[0]),
        en=Wording(en[0], en[1], _WHY_EN, button=buttons[1], closing=closings[1]),
    )


def _to_managers(
    name: str, da: tuple[str, tuple[str, ...]], en: tuple[str, tuple[str, ...]]
) -> Kind:
    return Kind(
        f"volunteering.{name}",
        da=Wording(da[0], da[1], _WHY_DESK_DA, button=_DESK_DA),
        en=Wording(en[0], en[1], _WHY_DESK_EN, button=_DESK_EN),
    )


MAILS: Final = (
    _to_volunteer(
        "signup-applied",
        (
            "Din tilmelding er sendt til {association}",
            ("Tak, fordi du vil hjælpe med {what}.", "{association} svarer dig snart."),
        ),
        (
            "Your sign-up has been sent to {association}",
            ("Thank you for offering to help with {what}.", "{association} will answer you soon."),
        ),
    ),
    _to_volunteer(
        "signup-accepted",
        (
            "Du er med: {what}",
            (
                "Du har en plads til {what} hos {association}. Tak, fordi du hjælper.",
                "Kan du alligevel ikke, så meld fra, så en anden kan få pladsen.",
            ),
        ),
        (
            "You are in: {what}",
            (
                "You have a place at {what} with {association}. Thank you for helping.",
                "If you cannot come after all, withdraw, so that somebody else gets the place.",
            ),
        ),
    ),
    _to_volunteer(
        "signup-answered",
        (
            "{association} siger ja: {what}",
            (
                "Du har en plads til {what} hos {association}. Tak, fordi du hjælper.",
                "{association} skriver: {message}",
                "Kan du alligevel ikke, så meld fra, så en anden kan få pladsen.",
            ),
        ),
        (
            "{association} says yes: {what}",
            (
                "You have a place at {what} with {association}. Thank you for helping.",
                "{association} writes: {message}",
                "If you cannot come after all, withdraw, so that somebody else gets the place.",
            ),
        ),
    ),
    _to_volunteer(
        "signup-waitlisted",
        (
            "Du står på ventelisten: {what}",
            (
                "Alle pladser til {what} hos {association} er taget lige nu. Du er nummer "
                "{position} på ventelisten.",
                "Bliver en plads ledig, og er det din tur, skriver vi til dig.",
            ),
        ),
        (
            "You are on the waiting list: {what}",
            (
                "All places at {what} with {association} are taken just now. You are number "
                "{position} on the waiting list.",
                "When a place falls free and it is your turn, we write to you.",
            ),
        ),
    ),
    _to_volunteer(
        "signup-declined",
        (
            "{association} kan ikke tage imod denne gang",
            (
                "Tak, fordi du ville hjælpe med {what}. Det blev desværre ikke denne gang.",
                "{association} skriver: {message}",
                "Der er flere, der har brug for hjælp.",
            ),
        ),
        (
            "{association} cannot take you this time",
            (
                "Thank you for offering to help with {what}. It did not work out this time.",
                "{association} writes: {message}",
                "There are others who need help.",
            ),
        ),
    ),
    _to_volunteer(
        "signup-offered",
        (
            "Der er en plads til dig: {what}",
            (
                "En plads til {what} hos {association} er blevet ledig, og det er din tur.",
                "Sig ja senest {until}. Derefter går pladsen videre til den næste.",
            ),
        ),
        (
            "There is a place for you: {what}",
            (
                "A place at {what} with {association} has fallen free, and it is your turn.",
                "Say yes by {until}. After that it goes to the next person.",
            ),
        ),
        buttons=("Svar på tilbuddet", "Answer the offer"),
        closings=(
            "Vil du ikke have den, kan du melde fra under Mig.",
            "If you do not want it, you can withdraw under Me.",
        ),
    ),
    _to_volunteer(
        "signup-passed-on",
        (
            "Pladsen er givet videre: {what}",
            (
                "Vi hørte ikke fra dig i tide, så pladsen til {what} hos {association} er gået "
                "videre, og du står ikke længere på ventelisten.",
                "Vil du stadig gerne, så tilmeld dig igen.",
            ),
        ),
        (
            "The place has been passed on: {what}",
            (
                "We did not hear from you in time, so the place at {what} with {association} has "
                "gone on, and you are no longer on the waiting list.",
                "If you still want to come, sign up again.",
            ),
        ),
    ),
    Kind(
        "volunteering.signup-guest",
        da=Wording(
            "Bekræft din tilmelding: {what}",
            (
                "Hej {name}.",
                "Tryk på knappen for at tilmelde dig {what} hos {association}. Først da er du "
                "tilmeldt.",
            ),
            "Du får mailen, fordi adressen er skrevet i en tilmelding på Samspil.",
            button="Se og bekræft",
            closing="Linket virker i to døgn. Var det ikke dig, skal du ikke gøre noget.",
        ),
        en=Wording(
            "Confirm your sign-up: {what}",
            (
                "Hello {name}.",
                "Press the button to sign up for {what} with {association}. Only then are you "
                "signed up.",
            ),
            "You get this mail because the address was given in a sign-up on Samspil.",
            button="Look and confirm",
            closing="The link works for two days. If it was not you, you need do nothing.",
        ),
    ),
    _to_managers(
        "signup-new",
        (
            "{person} vil hjælpe med {what}",
            ("{person} har tilmeldt sig {what}.", "{person} skriver: {message}"),
        ),
        (
            "{person} wants to help with {what}",
            ("{person} has signed up for {what}.", "{person} writes: {message}"),
        ),
    ),
    _to_managers(
        "signup-withdrawn",
        (
            "{person} har meldt fra: {what}",
            ("{person} kan alligevel ikke hjælpe {association} med {what}.",),
        ),
        (
            "{person} has withdrawn: {what}",
            ("{person} cannot help {association} with {what} after all.",),
        ),
    ),
)
