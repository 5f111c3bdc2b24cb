"""What of sign-ups waits for those who run an association."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, exists, func, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association, Membership
from samspil.core.auth import Actor
from samspil.core.db import AnySelect
from samspil.core.inbox import MOST_ENTRIES, Entry, InboxKind, Waiting, gathered
from samspil.core.time import local
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.signups.models import ShiftReminder, Signup
from samspil.signups.queries import GROUPS

UNANSWERED: Final = "signups.unanswered"
SHORT: Final = "shifts.short"
CREWS: Final = "shifts.remind"
# So early one can still find somebody, and so late that it is pressing.
SHORT_WITHIN: Final = timedelta(days=14)
REMIND_WITHIN: Final = timedelta(days=2)


def first_of_each(rows: AnySelect, by: SQLColumnExpression[Any]) -> AnySelect:
    """The first rows of each association in an order, with `waits`: how many it has in all."""
    numbered = rows.add_columns(
        func.count().over(partition_by=Association.id).label("waits"),
        func.row_number().over(partition_by=Association.id, order_by=by).label("place_in_order"),
    ).subquery()
    return (
        select(numbered)
        .where(numbered.c.place_in_order <= MOST_ENTRIES)
        .order_by(numbered.c.slug, numbered.c.place_in_order)
    )


def managed_by(actor: Actor) -> ColumnElement[bool]:
    """The associations that somebody runs."""
    return exists().where(
        Membership.association_id == Association.id,
        Membership.person_id == actor.id,
        Membership.role == "manager",
        Association.status != "merged",
    )


def unanswered(session: Session, actor: Actor, _now: datetime) -> Sequence[Waiting]:
    """Volunteers who have offered help and have no answer yet."""
    left = case(
        (Shift.id.is_not(None), Shift.capacity - Shift.taken), else_=Need.wanted - Need.taken
    )
    rows = (
        select(
            Association.slug,
            Association.name,
            Signup.id,
            Signup.created_at,
            Person.name.label("who"),
            Need.title,
            Shift.starts_at,
            left.label("places_left"),
        )
        .join(Need, Need.id == Signup.need_id)
        .join(Association, Association.id == Need.association_id)
        .join(Person, Person.id == Signup.person_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(managed_by(actor), GROUPS["unanswered"].holds)
    )
    return gathered(
        UNANSWERED,
        (
            (
                row.waits,
                row.created_at,
                (row.slug, row.name),
                Entry(
                    id=row.id,
                    title=row.who,
                    about=row.title,
                    at=row.starts_at and local(row.starts_at),
                    direct=row.places_left > 0,
                ),
            )
            for row in session.execute(first_of_each(rows, Signup.created_at))
        ),
    )


def short(session: Session, actor: Actor, now: datetime) -> Sequence[Waiting]:
    """Coming shifts that lack people: of their least crew, or where there is none, of all."""
    missing = func.coalesce(Shift.minimum_crew, Shift.capacity) - Shift.taken
    rows = _coming(actor, now, SHORT_WITHIN).add_columns(missing.label("number"))
    return _shifts(session, SHORT, rows.where(missing > 0))


def crews(session: Session, actor: Actor, now: datetime) -> Sequence[Waiting]:
    """Crews of the next days' shifts that nobody has reminded today."""
    today = exists().where(
        ShiftReminder.shift_id == Shift.id, ShiftReminder.day == local(now).date()
    )
    comes = exists().where(Signup.shift_id == Shift.id, Signup.status == "accepted")
    rows = _coming(actor, now, REMIND_WITHIN).add_columns(Shift.taken.label("number"))
    return _shifts(session, CREWS, rows.where(comes, ~today))


def _coming(actor: Actor, now: datetime, within: timedelta) -> AnySelect:
    return (
        select(Association.slug, Association.name, Shift.id, Shift.starts_at, Need.title)
        .join(Need, Need.id == Shift.need_id)
        .join(Association, Association.id == Need.association_id)
        .where(
            managed_by(actor),
            Need.status.in_(("published", "filled")),
            and_(Shift.cancelled_at.is_(None), Shift.starts_at > now),
            Shift.starts_at <= now + within,
        )
    )


def _shifts(session: Session, kind: str, rows: AnySelect) -> Sequence[Waiting]:
    return gathered(
        kind,
        (
            (
                row.waits,
                row.starts_at,
                (row.slug, row.name),
                Entry(id=row.id, title=row.title, at=local(row.starts_at), number=row.number),
            )
            for row in session.execute(first_of_each(rows, Shift.starts_at))
        ),
    )


INBOX: Final = (
    InboxKind(UNANSWERED, unanswered),
    InboxKind(SHORT, short),
    InboxKind(CREWS, crews),
)
