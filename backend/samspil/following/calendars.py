"""A person's calendar: its secret address, and what stands in it."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import audit, language
from samspil.core.auth import Actor
from samspil.core.db import AnySelect
from samspil.core.errors import NotFound
from samspil.core.language import Language, text
from samspil.core.privacy import Ending, Occasion
from samspil.core.time import local
from samspil.following import ical
from samspil.following.ical import Site
from samspil.following.models import CalendarFeed
from samspil.needs.models import Need, NeedPlace, Shift
from samspil.needs.queries import published
from samspil.people.models import Person
from samspil.people.sessions import lock_actor
from samspil.places.queries import place_refs
from samspil.signups.models import Signup

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
    found = session.execute(feed_of(_hashed(secret))).one_or_none()
    if found is None:
        raise NotFound
    today = local(now).date()
    if found.CalendarFeed.fetched_on != today:
        found.CalendarFeed.fetched_on = today
    person: Person = found.Person
    return person


def calendar_of(session: Session, person: Person, site: Site, now: datetime) -> bytes:
    """Somebody's calendar in their language, as iCalendar."""
    since = now - ical.KEPT
    dated = session.execute(dated_signups(person.id, since)).all()
    weekly = session.execute(weekly_signups(person.id, since)).all()
    with language.speaking(cast(Language, person.language)):
        entries = [ical.of_signup(site, row, now) for row in dated]
        entries += [entry for row in weekly for entry in ical.every_week(site, row)]
        return ical.to_bytes([e for e in entries if e is not None], text("calendar.name"))


def calendar_of_shift(session: Session, shift_id: uuid.UUID, site: Site) -> bytes:
    """A shift that anybody may see, as iCalendar in the reader's language.

    Raises:
        NotFound: there is none.
    """
    row = session.execute(public_shift(shift_id)).one_or_none()
    if row is None:
        raise NotFound
    return ical.to_bytes([ical.of_shift(site, row)])


def _hashed(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


# What stands in a person's calendar?

ENDED = ("declined", "withdrawn")
MOST_EVENTS = 1_000


def feed_of(secret: bytes) -> AnySelect:
    """(CalendarFeed, Person) of the feed under a secret's hash."""
    return (
        select(CalendarFeed, Person)
        .join(Person, Person.id == CalendarFeed.person_id)
        .where(CalendarFeed.secret == secret, Person.erased_at.is_(None))
    )


def dated_signups(person_id: uuid.UUID, since: datetime) -> AnySelect:
    """(Signup, Shift, Need, association, places) of somebody's shifts that were not over by then.

    Who has signed up for a need as a whole has all its shifts. What has ended otherwise, by a no or
    by a cancellation, is there for as long.
    """
    theirs = and_(
        Shift.need_id == Signup.need_id, or_(Signup.shift_id.is_(None), Signup.shift_id == Shift.id)
    )
    return (
        select(Signup, Shift, *_need_columns())
        .join(Need, Need.id == Signup.need_id)
        .join(Association, Association.id == Need.association_id)
        .join(Shift, theirs)
        .where(
            *_not_long_gone(person_id, since),
            Shift.ends_at > since,
            or_(Shift.cancelled_at.is_(None), Shift.cancelled_at > since),
        )
        .order_by(Shift.starts_at.desc(), Signup.id)
        .limit(MOST_EVENTS)
    )


def weekly_signups(person_id: uuid.UUID, since: datetime) -> AnySelect:
    """(Signup, Need, association, places) of somebody's needs that are on every week."""
    return (
        select(Signup, *_need_columns())
        .join(Need, Need.id == Signup.need_id)
        .join(Association, Association.id == Need.association_id)
        .where(
            *_not_long_gone(person_id, since),
            Signup.shift_id.is_(None),
            func.jsonb_array_length(Need.pattern) > 0,
            or_(Need.until_day.is_(None), Need.until_day >= since.date()),
            ~exists().where(Shift.need_id == Need.id),
        )
        .order_by(Signup.id)
    )


def public_shift(shift_id: uuid.UUID) -> AnySelect:
    """(Shift, Need, association, places) of a shift that anybody may see."""
    return (
        select(Shift, *_need_columns())
        .join(Need, Need.id == Shift.need_id)
        .join(Association, Association.id == Need.association_id)
        .where(Shift.id == shift_id, *published())
    )


def _need_columns() -> list[Any]:
    places = place_refs(NeedPlace, NeedPlace.need_id == Need.id)
    return [Need, Association.name.label("association"), places.label("places")]


def _not_long_gone(person_id: uuid.UUID, since: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Signup.person_id == person_id,
        or_(Signup.status.not_in(ENDED), Signup.changed_at > since),
    )
