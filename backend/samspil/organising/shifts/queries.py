"""Which shifts?"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, exists, func, select, tuple_

from samspil.core.db import AnySelect
from samspil.needs.models import NeedPlace, Shift
from samspil.people.models import Person
from samspil.places.models import Place
from samspil.search.near import Page
from samspil.search.paging import read_id, read_moment
from samspil.signups.models import Signup

# Who counts as crew: everybody but those who have left or were told no.
LEFT: Final = ("declined", "withdrawn")


def rota(need_id: uuid.UUID, past: bool, page: Page, now: datetime) -> AnySelect:
    """A page of (Shift, waiting) of a need and one more.

    Those to come soonest first, also while they last; those that are past latest first.
    """
    waiting = (
        select(func.count())
        .where(Signup.shift_id == Shift.id, Signup.status == "waitlisted")
        .scalar_subquery()
    )
    rows = select(Shift, waiting.label("waiting")).where(Shift.need_id == need_id)
    last = page.after(read_moment, read_id)
    key = tuple_(Shift.starts_at, Shift.id)
    if past:
        rows = rows.where(Shift.ends_at <= now).order_by(Shift.starts_at.desc(), Shift.id.desc())
        rows = rows if last is None else rows.where(key < tuple_(*last))
    else:
        rows = rows.where(Shift.ends_at > now).order_by(Shift.starts_at, Shift.id)
        rows = rows if last is None else rows.where(key > tuple_(*last))
    return rows.limit(page.limit + 1)


def rota_key(row: Any) -> tuple[str, str]:
    """The sort key of a row of the rota."""
    return row.Shift.starts_at.isoformat(), row.Shift.id.hex


def one(shift_id: uuid.UUID) -> AnySelect:
    """(Shift, waiting) of one."""
    waiting = select(func.count()).where(Signup.shift_id == shift_id, Signup.status == "waitlisted")
    return select(Shift, waiting.scalar_subquery().label("waiting")).where(Shift.id == shift_id)


def crew(shift_ids: Sequence[uuid.UUID]) -> AnySelect:
    """(shift_id, id, status, name) of who has signed up for shifts, in the order of arrival."""
    return (
        select(Signup.shift_id, Signup.id, Signup.status, Person.name)
        .outerjoin(Person, Person.id == Signup.person_id)
        .where(Signup.shift_id.in_(shift_ids), Signup.status.not_in(LEFT))
        .order_by(Signup.number)
    )


def coming(need_id: uuid.UUID, now: datetime) -> AnySelect:
    """(starts_at, ends_at) of a need's shifts that have not begun and are not cancelled."""
    return select(Shift.starts_at, Shift.ends_at).where(*planned(need_id), Shift.starts_at > now)


def periods(need_id: uuid.UUID) -> AnySelect:
    """(starts_at, ends_at) of all of a need's shifts that are not cancelled."""
    return select(Shift.starts_at, Shift.ends_at).where(*planned(need_id))


def planned(need_id: uuid.UUID) -> tuple[Any, Any]:
    """A need's shifts, but for those that are cancelled."""
    return Shift.need_id == need_id, Shift.cancelled_at.is_(None)


def has_signups(shift_id: uuid.UUID) -> Select[bool]:
    """Whether anybody has ever signed up for a shift."""
    return select(exists().where(Signup.shift_id == shift_id))


def of_shift(shift_id: uuid.UUID, states: Sequence[str]) -> AnySelect:
    """(Signup, Person) of a shift in these states, in the order of arrival."""
    return (
        select(Signup, Person)
        .join(Person, Person.id == Signup.person_id)
        .where(Signup.shift_id == shift_id, Signup.status.in_(states))
        .order_by(Signup.number)
        .execution_options(populate_existing=True)
    )


def soon(now: datetime, ahead: timedelta) -> Select[uuid.UUID, uuid.UUID]:
    """(id, need_id) of shifts that begin soon, and of which nobody has been reminded."""
    return (
        select(Shift.id, Shift.need_id)
        .where(
            Shift.cancelled_at.is_(None),
            Shift.starts_at > now,
            Shift.starts_at <= now + ahead,
            Shift.reminded_for.is_distinct_from(Shift.starts_at),
        )
        .order_by(Shift.starts_at, Shift.id)
    )


def towns(need_id: uuid.UUID) -> Select[str]:
    """The names of a need's towns, the main one first."""
    return (
        select(Place.name)
        .join(NeedPlace, NeedPlace.place_id == Place.id)
        .where(NeedPlace.need_id == need_id)
        .order_by(NeedPlace.rank)
    )
