"""What volunteers do: sign up, withdraw, take a place they are offered."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.db import add_once, new_id
from samspil.core.errors import Conflict, NotFound
from samspil.core.language import text
from samspil.core.time import local
from samspil.needs.models import Shift
from samspil.people.locks import lock_person
from samspil.people.models import Person
from samspil.signups import messages, queries, rules, seats, threads
from samspil.signups.models import KIND, ONE_OPEN, Seats, Signup
from samspil.signups.rules import AlreadySignedUp, OfferGone, Overlap
from samspil.signups.seats import take_turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody signs up for.

    Attributes:
        need_id: the need.
        shift_id: one of its shifts, or None for the whole.
        id: chosen by the client, so that a retry makes no second one.
        message: to the association.
        accept_overlap: a yes to other shifts at the same time.
        birth_year: of somebody without a profile.
    """

    need_id: uuid.UUID
    shift_id: uuid.UUID | None = None
    id: uuid.UUID | None = None
    message: str = ""
    accept_overlap: bool = False
    birth_year: int | None = None


def need_of_shift(session: Session, shift_id: uuid.UUID) -> uuid.UUID:
    """Which need a shift belongs to.

    Raises:
        NotFound: there is no such shift.
    """
    need_id = session.scalar(select(Shift.need_id).where(Shift.id == shift_id))
    if need_id is None:
        raise NotFound
    return need_id


def sign_up(session: Session, person_id: uuid.UUID, wish: Wish, now: datetime) -> Signup:
    """Sign somebody up: a place is taken, or waited for, or the association is asked.

    Raises:
        NotFound: there is no such need, or the person has been erased meanwhile.
        NeedClosed: it takes nobody now.
        RuleBroken: the person is too young, or has not chosen a shift.
        AlreadySignedUp: the person has an open sign-up here.
        Overlap: the shift overlaps others of theirs.
        Conflict: the id is another sign-up's.
    """
    # The person first: they cannot sign up for two shifts at one time at the same moment.
    person = lock_person(session, person_id, erased=NotFound)
    at = take_turn(session, wish.need_id, wish.shift_id)
    before = None if wish.id is None else session.get(Signup, wish.id)
    if before is not None:
        return _the_same(before, person_id, wish)
    _must_be_allowed(session, person_id, wish, at, now)
    # Who waits already comes before who comes now.
    seats.pass_on(session, at, now)
    signup = Signup(
        id=wish.id or new_id(),
        need_id=wish.need_id,
        shift_id=wish.shift_id,
        person_id=person_id,
        number=session.scalars(queries.next_number(wish.need_id, wish.shift_id)).one(),
        status=rules.first_state(at.need, at.free),
        message=wish.message,
        created_at=now,
        changed_at=now,
    )
    _add(session, signup)
    if rules.holds_a_place(signup):
        seats.hold(session, at, now)
    threads.keep(session, signup.id, person_id, "sign-up", wish.message, now)
    audit.record(session, person_id, "sign-up", KIND, signup.id, status=signup.status)
    _tell_of_new(session, person, signup, at)
    return signup


def withdraw(session: Session, person_id: uuid.UUID, signup_id: uuid.UUID, now: datetime) -> Signup:
    """Take one's sign-up back; its place is offered to who waits. A second time changes nothing.

    Raises:
        NotFound: there is none of this person's.
        Conflict: it is settled.
    """
    signup, at = _own(session, person_id, signup_id)
    if signup.status == "withdrawn":
        return signup
    if not rules.is_open(signup):
        raise Conflict
    held = signup.status == "accepted"
    seats.let_go(session, signup, at, "withdrawn", now)
    audit.record(session, person_id, "withdraw", KIND, signup.id)
    if held or at.need.intake == "reviewed":
        name = session.get_one(Person, person_id).name
        messages.notify_managers(session, "signup-withdrawn", at, lambda: {"person": name})
    return signup


def take(session: Session, person_id: uuid.UUID, signup_id: uuid.UUID, now: datetime) -> Signup:
    """Say yes to a place that is offered. A second time changes nothing.

    Raises:
        NotFound: there is none of this person's.
        OfferGone: no place is offered, or not any more.
    """
    signup, at = _own(session, person_id, signup_id)
    if signup.status == "accepted":
        return signup
    if signup.offered_until is None or signup.offered_until <= now:
        raise OfferGone
    signup.status, signup.offered_until, signup.changed_at = "accepted", None, now
    session.flush()  # what is read back is what the database keeps
    audit.record(session, person_id, "take", KIND, signup.id)
    person = session.get_one(Person, person_id)
    messages.notify_person(session, person, "signup-accepted", at)
    messages.notify_managers(session, "signup-new", at, _introduced(signup, person))
    return signup


def erase(session: Session, person_id: uuid.UUID, now: datetime) -> None:
    """Take back what somebody has open, give their places on, and forget who was where."""
    for signup_id in session.scalars(queries.open_ones(person_id)).all():
        signup, at = turn_at(session, signup_id)
        had_a_place = signup.status == "accepted"
        if rules.is_open(signup):
            seats.let_go(session, signup, at, "withdrawn", now)
            audit.record(session, person_id, "withdraw", KIND, signup.id)
        if had_a_place and not rules.has_begun(at.need, at.shift, now):
            messages.notify_managers(session, "signup-withdrawn", at, _nobody)
    mine = Signup.person_id == person_id
    session.execute(delete(Signup).where(mine, Signup.status.not_in(("attended", "absent"))))
    session.execute(update(Signup).where(mine).values(person_id=None, message=""))


def turn_at(session: Session, signup_id: uuid.UUID) -> tuple[Signup, Seats]:
    """A sign-up and its places, while it is our turn at them.

    Raises:
        NotFound: there is no such sign-up.
    """
    where = session.execute(
        select(Signup.need_id, Signup.shift_id).where(Signup.id == signup_id)
    ).one_or_none()
    if where is None:
        raise NotFound
    at = take_turn(session, where.need_id, where.shift_id)
    signup = session.get(Signup, signup_id, populate_existing=True)
    if signup is None:  # erased while we waited
        raise NotFound
    return signup, at


def overlaps(session: Session, person_id: uuid.UUID, shift: Shift | None) -> list[dict[str, Any]]:
    """Somebody's other shifts at the time of one, as a warning lists them."""
    if shift is None:
        return []
    return [
        {
            "signup": row.id,
            "id": row.Shift.id,
            "starts_at": local(row.Shift.starts_at),
            "ends_at": local(row.Shift.ends_at),
            "need": {"id": row.need_id, "title": row.title},
        }
        for row in session.execute(queries.overlapping(person_id, shift))
    ]


def _must_be_allowed(
    session: Session, person_id: uuid.UUID, wish: Wish, at: Seats, now: datetime
) -> None:
    rules.must_be_there(at.need)
    already = session.scalar(queries.open_one(person_id, wish.need_id, wish.shift_id))
    if already is not None:
        raise AlreadySignedUp(signup=already)
    rules.must_take_people(at.need, at.shift, now)
    rules.must_name_a_shift(at.need, at.shift, at.has_shifts)
    if at.need.minimum_age is not None:
        told = session.scalar(queries.birth_year(person_id)) or wish.birth_year
        rules.must_be_old_enough(at.need, told, now)
    if not wish.accept_overlap:
        at_the_time = overlaps(session, person_id, at.shift)
        if at_the_time:
            raise Overlap(shifts=at_the_time)


def _the_same(before: Signup, person_id: uuid.UUID, wish: Wish) -> Signup:
    """What the same wish made before; a client's id stands for one wish alone."""
    if (before.person_id, before.need_id, before.shift_id) != (
        person_id,
        wish.need_id,
        wish.shift_id,
    ):
        raise Conflict
    return before


def _add(session: Session, signup: Signup) -> None:
    """Write it; the indexes on open sign-ups and on ids decide."""
    add_once(session, signup, errors=dict.fromkeys(ONE_OPEN, AlreadySignedUp))


def _own(session: Session, person_id: uuid.UUID, signup_id: uuid.UUID) -> tuple[Signup, Seats]:
    lock_person(session, person_id, erased=NotFound)
    signup, at = turn_at(session, signup_id)
    if signup.person_id != person_id:
        raise NotFound
    return signup, at


def _tell_of_new(session: Session, person: Person, signup: Signup, at: Seats) -> None:
    if signup.status == "waitlisted":
        line = session.scalars(queries.line(signup)).one()
        messages.notify_person(session, person, "signup-waitlisted", at, values=line_number(line))
        return
    messages.notify_person(session, person, f"signup-{signup.status}", at)
    messages.notify_managers(session, "signup-new", at, _introduced(signup, person))


def _nobody() -> dict[str, str]:
    return {"person": text("signup.erased")}


def line_number(line: int) -> messages.Values:
    """What a mail says of a place in the line."""
    return lambda: {"position": str(line)}


def _introduced(signup: Signup, person: Person) -> messages.Values:
    return lambda: {
        "person": person.name,
        "message": signup.message or text("signup.no-message"),
    }
