"""Who is told of what happens to a sign-up, in plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from sqlalchemy.orm import Session

from samspil.associations.telling import managers
from samspil.core import language
from samspil.core.language import Language
from samspil.core.mail import Letter, Link, send
from samspil.core.time import local, weekday_of
from samspil.people.models import Person
from samspil.signups.places import Places

MINE = Link("/mig/tilmeldinger")
Values = Callable[[], dict[str, str]]


def what(places: Places) -> str:
    """What one signs up for, in the language of the moment: the title, and a shift's time."""
    title = places.need.title
    if places.shift is None:
        return f"“{title}”"
    starts = local(places.shift.starts_at)
    day = language.text(f"weekday.{weekday_of(starts.date())}").lower()
    return f"“{title}”, {day} {starts:%d.%m.%Y %H:%M}"


def tell(
    session: Session,
    person: Person,
    kind: str,
    places: Places,
    page: Link | None = MINE,
    values: Values = dict,
) -> None:
    """Write to one person, if they can be reached.

    Args:
        session: the transaction.
        person: to whom.
        kind: the letter's, without the domain.
        places: what it is about.
        page: where its button leads.
        values: gives what else its wording leaves open, in the reader's language.
    """
    if person.email is None:
        return
    spoken = cast(Language, person.language)
    before = language.current.set(spoken)
    try:
        said = {"what": what(places), "association": places.need.association.name} | values()
    finally:
        language.current.reset(before)
    letter = Letter(
        person.email, spoken, f"volunteering.{kind}", said, action=page, person_id=person.id
    )
    send(session, letter)


def tell_managers(session: Session, kind: str, places: Places, values: Values) -> None:
    """Write to those who run the association."""
    page = Link(f"/forening/{places.need.association.slug}/tilmeldinger")
    for person in session.scalars(managers(places.need.association_id)).all():
        tell(session, person, kind, places, page, values)
