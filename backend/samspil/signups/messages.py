"""The mails and texts of sign-ups, crews and threads, in both languages.

No mail about a message holds what was written in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.access import managers
from samspil.core import language
from samspil.core.mail import Kind, Link, Wording
from samspil.core.time import local, weekday_of
from samspil.people.messages import notify
from samspil.people.models import Person
from samspil.signups.models import Seats

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
    name: str,
    da: tuple[str, tuple[str, ...]],
    en: tuple[str, tuple[str, ...]],
    buttons: tuple[str, str] = (_DESK_DA, _DESK_EN),
    closings: tuple[str | None, str | None] = (None, None),
) -> Kind:
    return Kind(
        f"volunteering.{name}",
        da=Wording(da[0], da[1], _WHY_DESK_DA, button=buttons[0], closing=closings[0]),
        en=Wording(en[0], en[1], _WHY_DESK_EN, button=buttons[1], closing=closings[1]),
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
                "Kan du alligevel ikke, så meld afbud, så en anden kan få pladsen.",
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
                "Kan du alligevel ikke, så meld afbud, så en anden kan få pladsen.",
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
        "signup-put-in-line",
        (
            "{association} har sat dig på ventelisten: {what}",
            (
                "Alle pladser til {what} hos {association} er taget lige nu. Du er nummer "
                "{position} på ventelisten.",
                "{association} skriver: {message}",
                "Bliver en plads ledig, og er det din tur, skriver vi til dig.",
            ),
        ),
        (
            "{association} has put you on the waiting list: {what}",
            (
                "All places at {what} with {association} are taken just now. You are number "
                "{position} on the waiting list.",
                "{association} writes: {message}",
                "When a place falls free and it is your turn, we write to you.",
            ),
        ),
    ),
    _to_volunteer(
        "signup-reopened",
        (
            "{association} har fortrudt sit nej: {what}",
            (
                "Du har fået et nej til {what}, men {association} har trukket det tilbage.",
                "Din tilmelding gælder igen, og du får svar, når de har set på den. Kan du "
                "alligevel ikke, så meld fra.",
            ),
        ),
        (
            "{association} takes its no back: {what}",
            (
                "You were told no to {what}, but {association} has taken that back.",
                "Your sign-up stands again, and you get an answer once they have looked at it. "
                "If you cannot come after all, withdraw.",
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
                "Åbn siden med knappen, og bekræft der, at du vil hjælpe med {what} hos "
                "{association}. Først da er du tilmeldt.",
            ),
            "Du får mailen, fordi adressen er skrevet i en tilmelding på Samspil.",
            button="Se og bekræft",
            closing="Linket virker i to døgn. Var det ikke dig, skal du ikke gøre noget.",
        ),
        en=Wording(
            "Confirm your sign-up: {what}",
            (
                "Hello {name}.",
                "Open the page with the button, and confirm there that you will help with {what} "
                "with {association}. Only then are you signed up.",
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
    Kind(
        "volunteering.shift-remind",
        da=Wording(
            "Husk {what}",
            (
                "{association} minder dig om {what}.",
                "{association} skriver: {message}",
                "Kan du alligevel ikke, så meld afbud, så en anden kan få pladsen.",
            ),
            "Du får mailen, fordi du har en plads på vagten.",
            button="Se vagten",
        ),
        en=Wording(
            "Remember {what}",
            (
                "{association} reminds you of {what}.",
                "{association} writes: {message}",
                "If you cannot come after all, withdraw, so that somebody else gets the place.",
            ),
            "You get this mail because you have a place in the shift.",
            button="See the shift",
        ),
    ),
    _to_volunteer(
        "message-to-volunteer",
        ("{association} har skrevet til dig", ("Der er en ny besked til dig om {what}.",)),
        ("{association} has written to you", ("There is a new message for you about {what}.",)),
        buttons=("Læs og svar", "Read and answer"),
        closings=(
            "Vi skriver ikke igen, før du har læst den.",
            "We do not write again before you have read it.",
        ),
    ),
    _to_managers(
        "message-to-managers",
        (
            "{person} har skrevet til {association}",
            ("Der er en ny besked fra {person} om {what}.",),
        ),
        (
            "{person} has written to {association}",
            ("There is a new message from {person} about {what}.",),
        ),
        buttons=("Læs og svar", "Read and answer"),
        closings=(
            "Vi skriver ikke igen, før en af jer har læst den.",
            "We do not write again before one of you has read it.",
        ),
    ),
    Kind(
        "volunteering.message-hidden",
        da=Wording(
            "En besked, du har skrevet, er skjult",
            (
                "Kommunen har skjult en besked, du har skrevet om {what} hos {association}.",
                "Begrundelsen er: {reason}",
            ),
            "Du får mailen, fordi du har skrevet en besked på Samspil.",
            closing="Skriv til kommunen, hvis du er uenig.",
        ),
        en=Wording(
            "A message that you wrote is hidden",
            (
                "The municipality has hidden a message that you wrote about {what} with"
                " {association}.",
                "The reason is: {reason}",
            ),
            "You get this mail because you have written a message on Samspil.",
            closing="Write to the municipality if you disagree.",
        ),
    ),
    Kind(
        "volunteering.message-shown",
        da=Wording(
            "Din besked kan ses igen",
            (
                "Kommunen har taget sin afgørelse tilbage: Den besked, du har skrevet om {what}"
                " hos {association}, kan ses igen.",
            ),
            "Du får mailen, fordi du har skrevet en besked på Samspil.",
        ),
        en=Wording(
            "Your message can be read again",
            (
                "The municipality has taken its decision back: the message that you wrote about"
                " {what} with {association} can be read again.",
            ),
            "You get this mail because you have written a message on Samspil.",
        ),
    ),
)


MINE = Link("/mig/tilmeldinger")
Values = Callable[[], dict[str, str]]


def what(seats: Seats) -> str:
    """What one signs up for, in the language of the moment: the title, and a shift's time."""
    title = seats.need.title
    if seats.shift is None:
        return language.quoted(title)
    starts = local(seats.shift.starts_at)
    day = language.text(f"weekday.{weekday_of(starts.date())}").lower()
    return f"{language.quoted(title)}, {day} {starts:%d.%m.%Y %H:%M}"


def notify_person(
    session: Session,
    person: Person,
    kind: str,
    seats: Seats,
    page: Link | None = MINE,
    values: Values = dict,
) -> None:
    """Mail one person about a sign-up; `values` words what else the mail leaves open."""

    def all_values() -> dict[str, str]:
        return {"what": what(seats), "association": seats.need.association.name} | values()

    notify(session, person, f"volunteering.{kind}", page, all_values)


def notify_managers(session: Session, kind: str, seats: Seats, values: Values) -> None:
    """Mail those who run the association about a sign-up."""
    page = Link(f"/forening/{seats.need.association.slug}/tilmeldinger")
    for person in session.scalars(managers(seats.need.association_id)).all():
        notify_person(session, person, kind, seats, page, values)
