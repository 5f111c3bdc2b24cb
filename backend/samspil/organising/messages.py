"""Texts and mails about needs and shifts as their associations write them, in both languages."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from samspil.core import language
from samspil.core.language import Texts
from samspil.core.mail import Kind, Link, Wording
from samspil.core.time import local, weekday_of
from samspil.needs.models import Shift
from samspil.organising import queries
from samspil.people.models import Person
from samspil.signups import messages
from samspil.signups.models import OPEN_STATES, Seats

MAILS: Final = (
    Kind(
        "volunteering.need-closed",
        da=Wording(
            subject="Opgaven er lukket: {what}",
            paragraphs=(
                "Tak, fordi du ville hjælpe med {what}. {association} har lukket opgaven, så din "
                "tilmelding er faldet bort.",
                "Der er flere, der har brug for hjælp.",
            ),
            button="Se mine tilmeldinger",
            why="Du får mailen, fordi du har tilmeldt dig på Samspil.",
        ),
        en=Wording(
            subject="The task is closed: {what}",
            paragraphs=(
                "Thank you for offering to help with {what}. {association} has closed the task, "
                "so your sign-up has ended.",
                "There are others who need help.",
            ),
            button="See my sign-ups",
            why="You get this mail because you have signed up on Samspil.",
        ),
    ),
)


# Mails about needs, to those who run their association.

NEED_MAILS: Final = (
    Kind(
        "volunteering.need-hidden",
        da=Wording(
            subject="Opgaven »{need}« er skjult",
            paragraphs=(
                "Kommunen har skjult opgaven »{need}« fra {association} for andre.",
                "Begrundelsen er: {reason}",
            ),
            button="Se opgaven",
            closing="Skriv til kommunen, hvis du er uenig.",
            why="Du får mailen, fordi du står for {association} på Samspil.",
        ),
        en=Wording(
            subject="The task “{need}” is hidden",
            paragraphs=(
                "The municipality has hidden {association}'s task “{need}” from others.",
                "The reason is: {reason}",
            ),
            button="See the task",
            closing="Write to the municipality if you disagree.",
            why="You get this mail because you run {association} on Samspil.",
        ),
    ),
    Kind(
        "volunteering.need-shown",
        da=Wording(
            subject="Opgaven »{need}« kan ses igen",
            paragraphs=("Kommunen viser opgaven »{need}« fra {association} for alle igen.",),
            button="Se opgaven",
            why="Du får mailen, fordi du står for {association} på Samspil.",
        ),
        en=Wording(
            subject="The task “{need}” can be seen again",
            paragraphs=(
                "The municipality shows {association}'s task “{need}” to everybody again.",
            ),
            button="See the task",
            why="You get this mail because you run {association} on Samspil.",
        ),
    ),
    Kind(
        "volunteering.need-expires",
        da=Wording(
            subject="Mangler I stadig hænder til »{need}«?",
            paragraphs=(
                "Opgaven »{need}« har været vist længe og lukker af sig selv den {day}.",
                "Er den stadig aktuel, så forny den med et tryk på dens side.",
            ),
            button="Se opgaven",
            closing="Er den ikke, skal I ikke gøre noget.",
            why="Du får mailen, fordi du står for {association} på Samspil.",
        ),
        en=Wording(
            subject="Do you still need hands for “{need}”?",
            paragraphs=(
                "The task “{need}” has been shown for long and closes by itself on {day}.",
                "If you still need people, renew it with one press on its page.",
            ),
            button="See the task",
            closing="If you do not, you need do nothing.",
            why="You get this mail because you run {association} on Samspil.",
        ),
    ),
)


# Texts about needs.

TEXTS: Final[Texts] = {
    # What a need still lacks to be published, by field
    "need.missing.summary": {
        "da": "Skriv kort, hvad man hjælper med.",
        "en": "Say briefly what one helps with.",
    },
    "need.missing.description": {
        "da": "Beskriv opgaven, så man ved, hvad man siger ja til.",
        "en": "Describe the task, so that people know what they say yes to.",
    },
    "need.missing.places": {
        "da": "Vælg, hvor opgaven er, eller at den kan løses hjemmefra.",
        "en": "Choose where the task is, or that it can be done from home.",
    },
    "need.missing.commitment": {
        "da": "Vælg, hvornår man hjælper: en enkelt gang, fast eller når det passer.",
        "en": "Choose when one helps: once, regularly or whenever it suits.",
    },
    "need.missing.pattern": {
        "da": "Vælg mindst én ugedag med tider, eller lav en vagt.",
        "en": "Choose at least one weekday with times, or make a shift.",
    },
    "need.missing.from_day": {
        "da": "Skriv en dato, der ikke er gået, eller lav en vagt, der ikke er begyndt.",
        "en": "Give a date that has not passed, or make a shift that has not begun.",
    },
    "need.missing.until_day": {
        "da": "Den sidste dag er gået. Skriv en ny, eller fjern den.",
        "en": "The last day has passed. Give another one, or take it out.",
    },
    "need.missing.deadline": {
        "da": "Fristen for at tilmelde sig er gået. Skriv en ny, eller fjern den.",
        "en": "The deadline for signing up has passed. Give another one, or take it out.",
    },
    "need.missing.wanted": {
        "da": "Skriv, hvor mange I mangler.",
        "en": "Say how many people you need.",
    },
    "need.missing.contact": {
        "da": "Skriv en mailadresse eller et telefonnummer, man kan spørge på.",
        "en": "Give a mail address or a telephone number where people can ask.",
    },
    # What is wrong with a field
    "field.need.title": {
        "da": "Skriv opgavens navn uden adresser som forening.dk og tegn som < > @.",
        "en": "Write the task's name without addresses such as forening.dk or < > @.",
    },
    "field.need.clock-same": {
        "da": "Skal være et andet klokkeslæt end begyndelsen.",
        "en": "Must be another time than the beginning.",
    },
    "field.need.pattern": {
        "da": "Ugedage hører til opgaver, der er faste.",
        "en": "Weekdays belong to tasks that are done regularly.",
    },
    "field.need.remote": {
        "da": "En opgave hjemmefra har intet sted.",
        "en": "A task that is done from home has no place.",
    },
    "field.need.days": {
        "da": "Skal være samme dag som den første eller senere.",
        "en": "Must be the first day or later.",
    },
    "field.need.wanted-taken": {
        "da": "{taken} har allerede en plads. Meld nogen fra, før I gør plads til færre.",
        "en": "{taken} have a place already. Decline some before you make room for fewer.",
    },
    "field.need.wanted-shifts": {
        "da": "Følger af vagterne: ret, hvor mange der er plads til på hver af dem.",
        "en": "Follows from the shifts: change how many there is room for in each.",
    },
    "field.need.takes-whole": {
        "da": "{taken} har en plads til det hele. Meld dem fra først.",
        "en": "{taken} have a place for all of it. Decline them first.",
    },
}


# Mails about shifts, to those who have signed up.

_WHY_DA = "Du får mailen, fordi du har tilmeldt dig vagten på Samspil."
_WHY_EN = "You get this mail because you have signed up for the shift on Samspil."

SHIFT_MAILS: Final = (
    Kind(
        "volunteering.shift-reminder",
        da=Wording(
            "Husk din vagt: {what}",
            (
                "{association} regner med dig.",
                "Hvornår: {when}",
                "Hvor: {where}",
                "Kan du alligevel ikke, så meld afbud med det samme, så en anden kan nå at få"
                " pladsen.",
            ),
            _WHY_DA,
            button="Se vagten, eller meld afbud",
        ),
        en=Wording(
            "Remember your shift: {what}",
            (
                "{association} counts on you.",
                "When: {when}",
                "Where: {where}",
                "If you cannot come after all, withdraw at once, so that somebody else has time to"
                " take the place.",
            ),
            _WHY_EN,
            button="See the shift, or withdraw",
        ),
    ),
    Kind(
        "volunteering.shift-moved",
        da=Wording(
            "Vagten er flyttet: {what}",
            (
                "{association} har flyttet vagten, som du har tilmeldt dig.",
                "Før: {before}",
                "Nu: {now}",
                "Kan du ikke på det nye tidspunkt, så meld afbud, så en anden kan få pladsen.",
            ),
            _WHY_DA,
            button="Se min tilmelding",
        ),
        en=Wording(
            "The shift has been moved: {what}",
            (
                "{association} has moved the shift that you have signed up for.",
                "Before: {before}",
                "Now: {now}",
                "If you cannot come at the new time, withdraw, so that somebody else gets the"
                " place.",
            ),
            _WHY_EN,
            button="See my sign-up",
        ),
    ),
    Kind(
        "volunteering.shift-cancelled",
        da=Wording(
            "Vagten er aflyst: {what}",
            (
                "{association} har aflyst {what}. Du skal ikke komme, og du skal ikke melde fra.",
                "{association} skriver: {message}",
                "Tak, fordi du ville hjælpe.",
            ),
            _WHY_DA,
            button="Se min tilmelding",
        ),
        en=Wording(
            "The shift is cancelled: {what}",
            (
                "{association} has cancelled {what}. Do not come; you need not withdraw.",
                "{association} writes: {message}",
                "Thank you for offering to help.",
            ),
            _WHY_EN,
            button="See my sign-up",
        ),
    ),
)


# Texts about shifts.

SHIFT_TEXTS: Final[Texts] = {
    "field.shift.past": {"da": "Skal ligge i fremtiden.", "en": "Must be in the future."},
    "field.shift.length": {
        "da": "Vagten må højst vare {days} dage.",
        "en": "The shift must last at most {days} days.",
    },
    "field.shift.crew": {
        "da": "Der er kun plads til {most}.",
        "en": "There is room for {most} only.",
    },
    "field.shift.taken": {
        "da": "{taken} pladser er taget. Afslå først nogen, eller behold pladserne.",
        "en": "{taken} places are taken. Decline somebody first, or keep the places.",
    },
    "field.shift.no-weekday": {
        "da": "Vælg mindst en ugedag.",
        "en": "Choose at least one weekday.",
    },
    "field.shift.same-week": {
        "da": "Vælg en anden uge end den, der kopieres fra.",
        "en": "Choose another week than the one that is copied.",
    },
    "field.shift.week-span": {
        "da": "Højst {days} dage fra den uge, der kopieres fra.",
        "en": "At most {days} days from the week that is copied.",
    },
    "field.shift.span": {
        "da": "Skal være fra {first} til højst {days} dage senere.",
        "en": "Must be from {first} to at most {days} days later.",
    },
    "rule.shift-begun": {
        "da": "Vagten er begyndt og kan ikke ændres.",
        "en": "The shift has begun and cannot be changed.",
    },
    "rule.shift-cancelled": {"da": "Vagten er aflyst.", "en": "The shift is cancelled."},
    "rule.shift-has-signups": {
        "da": "Nogen har tilmeldt sig vagten. Aflys den, så får de besked.",
        "en": "Somebody has signed up for the shift. Cancel it, and they are told.",
    },
    "rule.too-many-to-copy": {
        "da": "Ugen har mere end {most} vagter. Planlæg opgave for opgave.",
        "en": "The week has more than {most} shifts. Plan need by need.",
    },
    "rule.too-many-shifts": {
        "da": "En opgave kan højst have {most} kommende vagter.",
        "en": "A task can have at most {most} shifts to come.",
    },
}


# Mail who has signed up for a shift.


def when(starts_at: datetime, ends_at: datetime) -> str:
    """A period on a Danish clock, in the language of the moment."""
    starts, ends = local(starts_at), local(ends_at)
    begins = f"{_day(starts)} {starts:%H:%M}"
    if starts.date() == ends.date():
        return f"{begins}–{ends:%H:%M}"
    return f"{begins} – {_day(ends)} {ends:%H:%M}"


def _day(moment: datetime) -> str:
    return f"{language.text(f'weekday.{weekday_of(moment.date())}')} {moment:%d.%m.%Y}"


def notify_of_move(
    session: Session, at: Seats, shift: Shift, before: tuple[datetime, datetime]
) -> None:
    """Mail all who have signed up when the shift was to be, and when it is."""

    def values() -> dict[str, str]:
        return {"before": when(*before), "now": when(shift.starts_at, shift.ends_at)}

    _notify(session, at, shift.id, "shift-moved", values)


def notify_of_cancellation(session: Session, at: Seats, shift: Shift, message: str) -> None:
    """Mail all who have signed up that the shift will not be."""

    def values() -> dict[str, str]:
        return {"message": message or language.text("signup.no-message")}

    _notify(session, at, shift.id, "shift-cancelled", values)


def remind(
    session: Session,
    at: Seats,
    shift: Shift,
    signup_id: uuid.UUID,
    person: Person,
    where: Callable[[], str],
) -> None:
    """Remind somebody of their shift, with time and place and how to say no."""

    def values() -> dict[str, str]:
        return {"when": when(shift.starts_at, shift.ends_at), "where": where()}

    messages.notify_person(session, person, "shift-reminder", at, page_of(signup_id), values)


def page_of(signup_id: uuid.UUID) -> Link:
    """Where a person sees one of their sign-ups."""
    return Link(f"{messages.MINE.path}/{signup_id}")


def _notify(
    session: Session, at: Seats, shift_id: uuid.UUID, kind: str, values: messages.Values
) -> None:
    for signup, person in session.execute(queries.of_shift(shift_id, OPEN_STATES)):
        messages.notify_person(session, person, kind, at, page_of(signup.id), values)
