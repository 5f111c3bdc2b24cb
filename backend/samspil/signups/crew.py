"""What an association does with those who have a place: remind them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations import queries as associations
from samspil.associations.rules import MANAGER, Standing, may_see_desk
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import AnySelect
from samspil.core.errors import NotFound, RuleBroken, must
from samspil.core.language import text
from samspil.core.mail import Link
from samspil.core.time import local
from samspil.needs.models import Need, Shift
from samspil.people.locks import lock_person
from samspil.people.models import Person
from samspil.registers import tables
from samspil.search import near
from samspil.signups import messages, services
from samspil.signups.models import ShiftReminder, Signup
from samspil.signups.rules import HOLDING


def remind(session: Session, actor: Actor, shift_id: uuid.UUID, message: str, now: datetime) -> int:
    """Write to all who are to come to a shift, once a day; returns how many there are.

    Args:
        session: the transaction.
        actor: who manages the association.
        shift_id: which.
        message: their words, which then stand in each one's thread, too.
        now: the moment of it.

    Raises:
        NotFound, Forbidden: it is not for this person to do.
        RuleBroken: it has begun or is cancelled, nobody is to come, or they were reminded today.
    """
    found = session.execute(shift_of(shift_id)).one_or_none()
    need, shift = must_manage(session, actor, found)
    lock_person(session, actor.id)
    at = services.lock_seats(session, need.id, shift_id)
    if shift.cancelled_at is not None or shift.starts_at <= now:
        raise RuleBroken("remind-too-late")
    crew = session.execute(to_remind(shift_id)).all()
    if not crew:
        raise RuleBroken("remind-nobody")
    first = session.execute(
        insert(ShiftReminder)
        .values(shift_id=shift_id, day=local(now).date())
        .on_conflict_do_nothing()
        .returning(ShiftReminder.shift_id)
    )
    if first.first() is None:
        raise RuleBroken("reminded-today")
    audit.record(session, actor.id, "remind", "shift", shift_id)
    for signup, person in crew:
        services.keep_message(session, signup.id, actor.id, "remind", message, now)
        page = Link(f"/mig/tilmeldinger/{signup.id}")
        messages.notify_person(
            session,
            person,
            "shift-remind",
            at,
            page,
            lambda: {"message": message or text("signup.no-message")},
        )
    return len(crew)


# Who has a place?


def shift_of(shift_id: uuid.UUID) -> AnySelect:
    """(Need, Shift) of a shift."""
    return select(Need, Shift).join(Need, Need.id == Shift.need_id).where(Shift.id == shift_id)


def need_of(need_id: uuid.UUID) -> Select[Need]:
    """A need."""
    return select(Need).where(Need.id == need_id)


def to_remind(shift_id: uuid.UUID) -> AnySelect:
    """(Signup, Person) of those who are to come to a shift, in the order they signed up."""
    return (
        select(Signup, Person)
        .join(Person, Person.id == Signup.person_id)
        .where(Signup.shift_id == shift_id, Signup.status == "accepted")
        .order_by(Signup.number)
    )


def crew(need_id: uuid.UUID, shift_id: uuid.UUID | None) -> AnySelect:
    """(name, email, Shift) of those with a place at a need, or at one of its shifts alone."""
    rows = (
        select(Person.name, Person.email, Shift)
        .select_from(Signup)
        .join(Person, Person.id == Signup.person_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(Signup.need_id == need_id, Signup.status.in_(HOLDING))
        .order_by(Shift.starts_at.nulls_first(), Person.name.collate(near.DANISH), Signup.id)
    )
    return rows if shift_id is None else rows.where(Signup.shift_id == shift_id)


# For whom a crew's names and addresses are.


def must_manage(session: Session, actor: Actor, found: Any) -> Any:
    """The row of a need that somebody manages; its first column is the need.

    Staff help an association with much, but need nobody's addresses for it.

    Raises:
        NotFound: there is none, or the association's desk is not this person's.
        Forbidden: the person does not manage the association.
    """
    if found is None:
        raise NotFound
    role = session.scalar(associations.role_of(actor.id, found.Need.association_id))
    if not may_see_desk(Standing.of(actor, role)):
        raise NotFound
    must(role == MANAGER)
    return found


# Whom an association can call on the day: its crew as a table for a spreadsheet.

TAKEN: Final = "export-contacts"


def of_shift(session: Session, actor: Actor, shift_id: uuid.UUID) -> str:
    """Those with a place in a shift, as a table; that it was taken is noted.

    Raises:
        NotFound, Forbidden: the person does not manage the association.
    """
    need, _ = must_manage(session, actor, session.execute(shift_of(shift_id)).one_or_none())
    audit.record(session, actor.id, TAKEN, "shift", shift_id)
    return _table(session.execute(crew(need.id, shift_id)))


def of_need(session: Session, actor: Actor, need_id: uuid.UUID) -> str:
    """Those with a place at a need, whichever the shift; that it was taken is noted.

    Raises:
        NotFound, Forbidden: the person does not manage the association.
    """
    (need,) = must_manage(session, actor, session.execute(need_of(need_id)).one_or_none())
    audit.record(session, actor.id, TAKEN, "need", need_id)
    return _table(session.execute(crew(need.id, None)))


def _table(rows: Iterable[Any]) -> str:
    heading = [text(f"contacts.{column}") for column in ("name", "email", "shift")]
    return tables.csv_text([heading, *([row.name, row.email, _starts(row)] for row in rows)])


def _starts(row: Any) -> str | None:
    return None if row.Shift is None else f"{local(row.Shift.starts_at):%d.%m.%Y %H:%M}"
