"""What stands in a person's calendar?"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from samspil.associations.models import Association
from samspil.core.db import AnySelect
from samspil.following.calendars.models import CalendarFeed
from samspil.needs.models import Need, NeedPlace, Shift
from samspil.needs.queries import published
from samspil.people.models import Person
from samspil.places.queries import place_refs
from samspil.signups.models import Signup

ENDED = ("declined", "withdrawn")
MOST_EVENTS = 1_000


def feed(secret: bytes) -> AnySelect:
    """(CalendarFeed, Person) of the feed under a secret's hash."""
    return (
        select(CalendarFeed, Person)
        .join(Person, Person.id == CalendarFeed.person_id)
        .where(CalendarFeed.secret == secret, Person.erased_at.is_(None))
    )


def dated(person_id: uuid.UUID, since: datetime) -> AnySelect:
    """(Signup, Shift, Need, association, places) of somebody's shifts that were not over by then.

    Who has signed up for a need as a whole has all its shifts. What has ended otherwise, by a no or
    by a cancellation, is there for as long.
    """
    theirs = and_(
        Shift.need_id == Signup.need_id,
        or_(Signup.shift_id.is_(None), Signup.shift_id == Shift.id),
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


def weekly(person_id: uuid.UUID, since: datetime) -> AnySelect:
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
