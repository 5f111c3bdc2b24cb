"""Which sign-ups?"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, tuple_
from sqlalchemy.orm import aliased

from samspil.associations.models import Association
from samspil.core.db import AnySelect
from samspil.needs.models import Need, Shift
from samspil.people.models import Profile
from samspil.search.near import Page
from samspil.search.paging import read_id, read_moment
from samspil.signups.checks import queries as checks
from samspil.signups.checks.models import ChildCheck
from samspil.signups.models import OPEN_STATES, Signup
from samspil.signups.threads.models import VOLUNTEER
from samspil.signups.threads.queries import unread_by

WAITING: Final = and_(Signup.status == "waitlisted", Signup.offered_until.is_(None))


def at(need_id: uuid.UUID, shift_id: uuid.UUID | None) -> ColumnElement[bool]:
    """The sign-ups for a shift, or for a need as a whole."""
    return and_(Signup.need_id == need_id, Signup.shift_id.is_not_distinct_from(shift_id))


def has_shifts(need_id: uuid.UUID) -> Select[bool]:
    """Whether a need has any."""
    return select(exists().where(Shift.need_id == need_id))


def open_one(
    person_id: uuid.UUID, need_id: uuid.UUID, shift_id: uuid.UUID | None
) -> Select[uuid.UUID]:
    """The id of somebody's open sign-up here."""
    return select(Signup.id).where(
        Signup.person_id == person_id, at(need_id, shift_id), Signup.status.in_(OPEN_STATES)
    )


def open_ones(person_id: uuid.UUID) -> Select[uuid.UUID]:
    """The ids of somebody's open sign-ups, in the order in which turns at needs are taken."""
    return (
        select(Signup.id)
        .where(Signup.person_id == person_id, Signup.status.in_(OPEN_STATES))
        .order_by(Signup.need_id, Signup.id)
    )


def overlapping(person_id: uuid.UUID, shift: Shift) -> AnySelect:
    """(Signup.id, Shift, Need.id, Need.title) of somebody's open shifts at the time of another."""
    return (
        select(Signup.id, Shift, Need.id.label("need_id"), Need.title)
        .join(Shift, Shift.id == Signup.shift_id)
        .join(Need, Need.id == Signup.need_id)
        .where(
            Signup.person_id == person_id,
            Signup.status.in_(OPEN_STATES),
            Shift.cancelled_at.is_(None),
            Shift.starts_at < shift.ends_at,
            Shift.ends_at > shift.starts_at,
        )
        .order_by(Shift.starts_at, Signup.id)
    )


def coming_places(need_id: uuid.UUID, now: datetime) -> Select[int | None, int | None]:
    """(capacity, taken) of all coming shifts of a need together; None where there are none.

    Those that are cancelled want nobody.
    """
    return select(
        func.sum(Shift.capacity).label("capacity"), func.sum(Shift.taken).label("taken")
    ).where(Shift.need_id == need_id, Shift.cancelled_at.is_(None), Shift.ends_at > now)


def with_shifts_over(since: datetime, now: datetime) -> Select[uuid.UUID]:
    """The ids of needs that take people and have shifts which ended in this time."""
    return (
        select(Shift.need_id)
        .join(Need, Need.id == Shift.need_id)
        .where(Need.status.in_(("published", "filled", "paused")))
        .where(Shift.ends_at > since, Shift.ends_at <= now)
        .distinct()
    )


def next_number(need_id: uuid.UUID, shift_id: uuid.UUID | None) -> Select[int]:
    """The place in the order of arrival of the next who comes."""
    return select(func.coalesce(func.max(Signup.number), 0) + 1).where(at(need_id, shift_id))


def next_waiting(need_id: uuid.UUID, shift_id: uuid.UUID | None) -> Select[Signup]:
    """Who is first on the waiting list and has no offer yet."""
    return select(Signup).where(at(need_id, shift_id), WAITING).order_by(Signup.number).limit(1)


def birth_year(person_id: uuid.UUID) -> Select[int | None]:
    """When somebody was born, if they have said so."""
    return select(Profile.birth_year).where(Profile.person_id == person_id)


def position_in_line() -> ColumnElement[int | None]:
    """How many wait at the same place up to this sign-up, which waits; None for others."""
    before = aliased(Signup)
    ahead = (
        select(func.count())
        .where(
            before.need_id == Signup.need_id,
            before.shift_id.is_not_distinct_from(Signup.shift_id),
            before.status == "waitlisted",
            before.number <= Signup.number,
        )
        .correlate(Signup)
        .scalar_subquery()
    )
    return case((Signup.status == "waitlisted", ahead), else_=None)


def line(signup: Signup) -> Select[int]:
    """How many wait at the same place up to this sign-up."""
    return select(func.count()).where(
        at(signup.need_id, signup.shift_id),
        Signup.status == "waitlisted",
        Signup.number <= signup.number,
    )


def shown() -> AnySelect:
    """(Signup, Need, Shift, Association, position_in_line, …) of sign-ups."""
    return (
        select(
            Signup,
            Need.id.label("need_id"),
            Need.title.label("need_title"),
            Shift,
            Association.slug.label("association_slug"),
            Association.name.label("association_name"),
            position_in_line().label("position_in_line"),
            unread_by(VOLUNTEER).label("unread"),
            Need.children_under_15,
            Profile.birth_year,
            ChildCheck.status.label("check_status"),
            ChildCheck.day.label("check_day"),
        )
        .join(Need, Need.id == Signup.need_id)
        .join(Association, Association.id == Need.association_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .outerjoin(Profile, Profile.person_id == Signup.person_id)
        .outerjoin(ChildCheck, checks.for_signup())
    )


def paged(rows: AnySelect, page: Page) -> AnySelect:
    """A page of sign-ups and one more, newest first."""
    last = page.after(read_moment, read_id)
    if last is not None:
        rows = rows.where(tuple_(Signup.created_at, Signup.id) < tuple_(last[0], last[1]))
    return rows.order_by(Signup.created_at.desc(), Signup.id.desc()).limit(page.limit + 1)


def key(row: Any) -> tuple[str, str]:
    """The sort key of a row of a page."""
    return row.Signup.created_at.isoformat(), row.Signup.id.hex


def forgettable(before: datetime) -> ColumnElement[bool]:
    """What came to nothing, and was settled before a moment: by a no, or with its shift."""
    nothing = or_(Signup.status == "declined", Signup.status == "withdrawn")
    cancelled = select(Shift.id).where(Shift.cancelled_at < before)
    return or_(and_(nothing, Signup.changed_at < before), Signup.shift_id.in_(cancelled))
