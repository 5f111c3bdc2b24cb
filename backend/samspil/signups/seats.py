"""The places at a need or a shift: taking turns at them, holding and freeing them.

All that changes who has a place begins with `take_turn`. `taken` counts the places held; the
database lets it be neither more than there are nor less than none.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from samspil.core import audit, jobs
from samspil.core.db import advisory_lock
from samspil.core.errors import NotFound
from samspil.core.time import local
from samspil.needs.models import Need, Shift
from samspil.people.auth import links
from samspil.people.models import Person
from samspil.signups import messages, queries, rules
from samspil.signups.models import Seats, Signup

COUNT_OPEN_NEEDS = "volunteering.count-open-needs"


def take_turn(session: Session, need_id: uuid.UUID, shift_id: uuid.UUID | None) -> Seats:
    """Wait until nobody else changes who has a place at the need.

    Raises:
        NotFound: there is no such need, or it has no such shift.
    """
    advisory_lock(session, "need", need_id)
    need = session.scalars(
        select(Need)
        .where(Need.id == need_id)
        # Its contact may just be being erased, and would else come into the history.
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if need is None:
        raise NotFound
    if shift_id is None:
        return Seats(need, None, session.scalars(queries.has_shifts(need_id)).one())
    shift = session.scalars(
        select(Shift)
        .where(Shift.id == shift_id, Shift.need_id == need_id)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if shift is None:
        raise NotFound
    return Seats(need, shift, True)


def hold(session: Session, places: Seats, now: datetime) -> None:
    """Take one of the places."""
    _count(session, places, 1, now)


def free(session: Session, places: Seats, now: datetime) -> None:
    """Give one back."""
    _count(session, places, -1, now)


def count_shifts(session: Session, need: Need, now: datetime) -> None:
    """Let a need that is done shift by shift say how many hands its coming shifts want and have.

    One that takes people for the whole as well counts those. Without coming shifts it stays as it
    is. Call it at our turn, when the shifts are written.
    """
    if need.takes_whole:
        return
    coming = session.execute(queries.coming_places(need.id, now)).one()
    if coming.capacity is not None:
        _write(session, need, coming.capacity, coming.taken)


def _count(session: Session, places: Seats, change: int, now: datetime) -> None:
    need, shift = places.need, places.shift
    if shift is not None:
        shift.taken += change
        session.flush()  # the counter's check decides before anything else is written
        count_shifts(session, need, now)
        return
    if places.has_shifts and not need.takes_whole:
        return  # from before there were shifts; those alone are counted since
    # Where there are shifts as well, there is room while one of them has some.
    _write(session, need, need.wanted, need.taken + change, may_fill=not places.has_shifts)


def _write(session: Session, need: Need, wanted: int, taken: int, may_fill: bool = True) -> None:
    status = rules.need_state(need.status, wanted - taken) if may_fill else need.status
    # The editors' version stays: nothing of what they write has changed.
    session.execute(
        update(Need)
        .where(Need.id == need.id)
        .values(wanted=wanted, taken=taken, status=status, updated_at=Need.updated_at)
        .execution_options(synchronize_session=False)
    )
    if status != need.status:
        jobs.defer(session, COUNT_OPEN_NEEDS, association_id=str(need.association_id))
    session.refresh(need, ["wanted", "taken", "status"])


# Offers: a place that falls free is held, for a time, for who is first on the waiting list.

OFFER: Final = "offer"
EXPIRE: Final = "volunteering.expire-offer"


def pass_on(session: Session, at: Seats, now: datetime) -> None:
    """Offer the places that are free to those who wait, in their order."""
    while at.free > 0 and (first := _next(session, at, now)) is not None:
        hold(session, at, now)
        _offer(session, first, at, now)


def let_go(session: Session, signup: Signup, at: Seats, status: str, now: datetime) -> None:
    """End an open sign-up in this state; a place it held goes from hand to hand, or is free."""
    held = rules.holds_a_place(signup)
    signup.status, signup.offered_until, signup.changed_at = status, None, now
    session.flush()  # who is next is asked of the database
    if not held:
        return
    first = _next(session, at, now)
    if first is None:
        free(session, at, now)
    else:
        _offer(session, first, at, now)


def expire(session: Session, signup: Signup, at: Seats, now: datetime) -> None:
    """End an offer that was not answered in time, with its sign-up; nothing for others."""
    if signup.offered_until is None or signup.offered_until > now:
        return
    let_go(session, signup, at, "withdrawn", now)
    audit.record(session, None, "expire-offer", "signup", signup.id)
    person = session.get_one(Person, signup.person_id)
    messages.notify_person(session, person, "signup-passed-on", at)


def take_back(session: Session, signup: Signup, at: Seats, now: datetime) -> None:
    """End an offer, if there is one, of a place that will not be; who waits has lost nothing."""
    if signup.offered_until is None:
        return
    signup.offered_until = None
    session.flush()  # what is counted next is asked of the database
    free(session, at, now)
    audit.record(session, None, "take-back", "signup", signup.id)


def shorten(session: Session, signup: Signup, at: Seats, now: datetime) -> None:
    """Let an offer, if there is one, end in time for somebody else where it now begins earlier."""
    until = rules.offered_until(now, at.starts_at)
    if signup.offered_until is not None and until < signup.offered_until:
        signup.offered_until = until
        jobs.defer(session, EXPIRE, at=until, signup_id=str(signup.id))


def _next(session: Session, at: Seats, now: datetime) -> Signup | None:
    if not rules.may_pass_on(at.need, at.shift, now):
        return None
    return session.scalars(queries.next_waiting(at.need.id, at.shift_id)).first()


def _offer(session: Session, signup: Signup, at: Seats, now: datetime) -> None:
    until = rules.offered_until(now, at.starts_at)
    signup.offered_until = until
    session.flush()  # the next one is another
    audit.record(session, None, "offer", "signup", signup.id)
    jobs.defer(session, EXPIRE, at=until, signup_id=str(signup.id))
    person = session.get_one(Person, signup.person_id)
    _write_offer(session, person, signup.id, at, until, now)


def _write_offer(
    session: Session,
    person: Person,
    signup_id: uuid.UUID,
    at: Seats,
    until: datetime,
    now: datetime,
) -> None:
    if person.email is None:
        return
    data: Mapping[str, Any] = {"signup_id": str(signup_id)}
    token = links.make(session, OFFER, person.id, person.email, data, until - now)
    said = {"until": f"{local(until):%d.%m.%Y %H:%M}"}
    messages.notify_person(session, person, "signup-offered", at, links.page(token), lambda: said)
