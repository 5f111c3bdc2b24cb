"""An association's own needs, in any state."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, String, cast, exists, func, select, true

from samspil.core.audit import AuditEntry, Change
from samspil.core.db import AnySelect
from samspil.needs.models import Need, NeedPlace, Shift
from samspil.needs.queries import PLANNED, next_shift
from samspil.organising.rules import Period
from samspil.people.history import acts, history, of_object, savings
from samspil.people.models import Person
from samspil.places.models import Place
from samspil.search.paging import Listing, newest_first
from samspil.signups.models import Signup
from samspil.signups.queries import WAITING
from samspil.signups.rules import HOLDING


def of_association(association_id: uuid.UUID, status: str | None, now: datetime) -> Listing:
    """(Need, next_starts_at, next_ends_at, waiting, unanswered), what was changed last first."""
    coming = next_shift(now)
    open_ones = (
        select(
            func.count().filter(WAITING).label("waiting"),
            func.count().filter(Signup.status == "applied").label("unanswered"),
        )
        .where(Signup.need_id == Need.id)
        .lateral("open_ones")
    )
    rows = (
        select(
            Need,
            coming.c.starts_at.label("next_starts_at"),
            coming.c.ends_at.label("next_ends_at"),
            open_ones.c.waiting,
            open_ones.c.unanswered,
        )
        .select_from(Need)
        .outerjoin(coming, true())
        .join(open_ones, true())
        .where(Need.association_id == association_id)
    )
    if status is not None:
        rows = rows.where(Need.status == status)
    return newest_first(rows, Need.updated_at, Need.id)


# What stands in a need's history beside what was edited.
_ACTS: Final = (
    *("duplicate", "expire", "ask", "add-shifts", "cancel-shift", "delete-shift"),
    "export-contacts",
)
_ANSWERS: Final = (
    *("accept", "decline", "reopen", "put-in-line", "attended", "absent", "sign-up", "withdraw"),
)


def need_history(need_id: uuid.UUID, now: datetime) -> Listing:
    """What was changed of a need and its shifts, and what was done with those who signed up.

    What was answered stands there as long as the sign-up itself is kept.
    """
    shift, signup = Shift.id, Signup.id
    return history(
        *of_object("need", need_id, _ACTS),
        savings(moment=Shift.starts_at)
        .join(Shift, shift == Change.object_id)
        .where(Change.kind == "shift", Shift.need_id == need_id),
        acts(person=Signup.person_id, moment=Shift.starts_at)
        .join(Signup, cast(signup, String) == AuditEntry.object_id)
        .outerjoin(Shift, shift == Signup.shift_id)
        .where(
            AuditEntry.kind == "signup",
            Signup.need_id == need_id,
            AuditEntry.action.in_(_ANSWERS),
        ),
        now=now,
    )


def counts(association_id: uuid.UUID) -> Select[str, int]:
    """(status, how many needs)."""
    return (
        select(Need.status, func.count())
        .where(Need.association_id == association_id)
        .group_by(Need.status)
    )


def has_coming_shift(need_id: uuid.UUID, now: datetime) -> Select[bool]:
    """Whether a need has a shift that has not begun and is not cancelled."""
    return select(exists().where(Shift.need_id == need_id, PLANNED, Shift.starts_at > now))


def periods(need_id: uuid.UUID) -> Select[datetime, datetime]:
    """(starts_at, ends_at) of all a need's shifts that are not cancelled."""
    return select(Shift.starts_at, Shift.ends_at).where(Shift.need_id == need_id, PLANNED)


def towns(need_id: uuid.UUID) -> Select[Place]:
    """Where a need is done, in the order in which the towns were given."""
    return (
        select(Place)
        .join(NeedPlace, NeedPlace.place_id == Place.id)
        .where(NeedPlace.need_id == need_id)
        .order_by(NeedPlace.rank)
    )


def holding_the_whole(need_id: uuid.UUID) -> Select[int]:
    """How many have a place at a need as a whole, not at one of its shifts."""
    holds = Signup.status.in_(HOLDING) | Signup.offered_until.is_not(None)
    return select(func.count()).where(Signup.need_id == need_id, Signup.shift_id.is_(None), holds)


def has_signups(need_id: uuid.UUID) -> Select[bool]:
    """Whether anybody has ever signed up for a need."""
    return select(exists().where(Signup.need_id == need_id))


def unsettled(need_id: uuid.UUID) -> Select[Signup, Shift | None]:
    """(Signup, Shift) of those who wait for a place or an answer, in the order in which they came.

    Who is offered a place waits until they have said yes.
    """
    waits = Signup.status.in_(("applied", "waitlisted"))
    return (
        select(Signup, Shift)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(Signup.need_id == need_id, waits)
        .order_by(Signup.created_at, Signup.id)
    )


# Shifts.

# Who counts as crew: everybody but those who have left or were told no.
LEFT: Final = ("declined", "withdrawn")


def rota(need_id: uuid.UUID, past: bool, now: datetime) -> Listing:
    """(Shift, waiting) of a need's shifts that are past, the latest first, or that are not.

    Those come soonest first, also while they last.
    """
    there = Shift.ends_at <= now if past else Shift.ends_at > now
    rows = _with_waiting(Shift.need_id == need_id, there)
    return Listing(rows, Shift.starts_at, Shift.id, descending=past)


def of_week(association_id: uuid.UUID, week: Period) -> Listing:
    """(Shift, waiting, Need) of all an association's shifts that begin in a week, soonest first."""
    rows = (
        _with_waiting(Need.association_id == association_id, _begins_in(week))
        .join(Need, Need.id == Shift.need_id)
        .add_columns(Need)
    )
    return Listing(rows, Shift.starts_at, Shift.id)


def planned_in_week(association_id: uuid.UUID, week: Period) -> Select[Shift, Need]:
    """(Shift, Need) of the week's shifts that are not cancelled, of needs that are not closed."""
    return (
        select(Shift, Need)
        .join(Need, Need.id == Shift.need_id)
        .where(
            Need.association_id == association_id,
            Need.status != "closed",
            PLANNED,
            _begins_in(week),
        )
        .order_by(Shift.starts_at, Shift.id)
    )


def _begins_in(week: Period) -> ColumnElement[bool]:
    return (Shift.starts_at >= week.starts_at) & (Shift.starts_at < week.ends_at)


def shift_of_rota(shift_id: uuid.UUID) -> AnySelect:
    """(Shift, waiting) of one shift."""
    return _with_waiting(Shift.id == shift_id)


def _with_waiting(*conditions: ColumnElement[bool]) -> AnySelect:
    waiting = (
        select(func.count())
        .where(Signup.shift_id == Shift.id, Signup.status == "waitlisted")
        .scalar_subquery()
    )
    return select(Shift, waiting.label("waiting")).where(*conditions)


def crew(shift_ids: Sequence[uuid.UUID]) -> AnySelect:
    """(shift_id, id, status, name) of who has signed up for shifts, in the order of arrival."""
    return (
        select(Signup.shift_id, Signup.id, Signup.status, Person.name)
        .outerjoin(Person, Person.id == Signup.person_id)
        .where(Signup.shift_id.in_(shift_ids), Signup.status.not_in(LEFT))
        .order_by(Signup.number)
    )


def coming(need_id: uuid.UUID, now: datetime) -> Select[int]:
    """How many shifts of a need have not begun and are not cancelled."""
    return select(func.count()).where(Shift.need_id == need_id, PLANNED, Shift.starts_at > now)


def shift_has_signups(shift_id: uuid.UUID) -> Select[bool]:
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
            PLANNED,
            Shift.starts_at > now,
            Shift.starts_at <= now + ahead,
            Shift.reminded_for.is_distinct_from(Shift.starts_at),
        )
        .order_by(Shift.starts_at, Shift.id)
    )
