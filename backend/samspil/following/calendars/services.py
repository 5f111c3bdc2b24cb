"""A person's calendar: its secret address, and what stands in it."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import datetime
from typing import Final, cast

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit, language
from samspil.core.auth import Actor
from samspil.core.errors import NotFound
from samspil.core.language import Language, text
from samspil.core.privacy import Ending, Occasion
from samspil.core.time import local
from samspil.following.calendars import events, ical, queries
from samspil.following.calendars.events import Site
from samspil.following.calendars.models import CalendarFeed
from samspil.people.models import Person
from samspil.people.sessions import lock_actor

KIND: Final = "calendar"
SECRET_BYTES: Final = 32


def make(session: Session, actor: Actor, now: datetime) -> str:
    """Give somebody an address for their calendar, in place of the one before; returns its secret.

    Only the secret's hash is kept: it is shown this once.
    """
    person_id = lock_actor(session, actor).id
    secret = secrets.token_urlsafe(SECRET_BYTES)
    values = {"secret": _hashed(secret), "made_at": now, "fetched_on": None}
    session.execute(
        insert(CalendarFeed)
        .values(person_id=person_id, **values)
        .on_conflict_do_update(index_elements=["person_id"], set_=values)
    )
    audit.record(session, person_id, "make", KIND, person_id)
    return secret


def revoke(session: Session, person_id: uuid.UUID) -> None:
    """Let the address lead nowhere from now on; without one nothing changes."""
    gone = session.execute(
        delete(CalendarFeed)
        .where(CalendarFeed.person_id == person_id)
        .returning(CalendarFeed.person_id)
    )
    if gone.first() is not None:
        audit.record(session, person_id, "revoke", KIND, person_id)


def end_feed(session: Session, ending: Ending) -> None:
    """End a calendar's address with what else opens something; another mail address ends none."""
    if ending.occasion is not Occasion.ADDRESS:
        session.execute(delete(CalendarFeed).where(CalendarFeed.person_id == ending.person_id))


def fetch(session: Session, secret: str, now: datetime) -> Person:
    """Whose calendar is under a secret; the day it was asked for is remembered.

    Raises:
        NotFound: nobody's; whether it ever was one is not told, nor by the time it takes.
    """
    found = session.execute(queries.feed(_hashed(secret))).one_or_none()
    if found is None:
        raise NotFound
    today = local(now).date()
    if found.CalendarFeed.fetched_on != today:
        found.CalendarFeed.fetched_on = today
    person: Person = found.Person
    return person


def calendar_of(session: Session, person: Person, site: Site, now: datetime) -> bytes:
    """Somebody's calendar in their language, as iCalendar."""
    since = now - events.KEPT
    dated = session.execute(queries.dated(person.id, since)).all()
    weekly = session.execute(queries.weekly(person.id, since)).all()
    before = language.current.set(cast(Language, person.language))
    try:
        entries = [events.of_signup(site, row, now) for row in dated]
        entries += [entry for row in weekly for entry in events.every_week(site, row)]
        return ical.written([e for e in entries if e is not None], text("calendar.name"))
    finally:
        language.current.reset(before)


def calendar_of_shift(session: Session, shift_id: uuid.UUID, site: Site) -> bytes:
    """A shift that anybody may see, as iCalendar in the reader's language.

    Raises:
        NotFound: there is none.
    """
    row = session.execute(queries.public_shift(shift_id)).one_or_none()
    if row is None:
        raise NotFound
    return ical.written([events.of_shift(site, row)])


def _hashed(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
