"""Offers: a place that falls free is held, for a time, for who is first on the waiting list."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from samspil.core import audit, jobs
from samspil.core.time import local
from samspil.people import links
from samspil.people.models import Person
from samspil.signups import places, queries, rules, telling
from samspil.signups.models import Signup
from samspil.signups.places import Places

PURPOSE: Final = "offer"
EXPIRE: Final = "volunteering.expire-offer"


def pass_on(session: Session, at: Places, now: datetime) -> None:
    """Offer the places that are free to those who wait, in their order."""
    while at.free > 0 and (first := _next(session, at, now)) is not None:
        places.hold(session, at, now)
        _offer(session, first, at, now)


def let_go(session: Session, signup: Signup, at: Places, status: str, now: datetime) -> None:
    """End an open sign-up in this state; a place it held goes from hand to hand, or is free."""
    held = rules.holds_a_place(signup)
    signup.status, signup.offered_until, signup.changed_at = status, None, now
    session.flush()  # who is next is asked of the database
    if not held:
        return
    first = _next(session, at, now)
    if first is None:
        places.free(session, at, now)
    else:
        _offer(session, first, at, now)


def expire(session: Session, signup: Signup, at: Places, now: datetime) -> None:
    """End an offer that was not answered in time, with its sign-up; nothing for others."""
    if signup.offered_until is None or signup.offered_until > now:
        return
    let_go(session, signup, at, "withdrawn", now)
    audit.record(session, None, "expire-offer", "signup", signup.id)
    person = session.get_one(Person, signup.person_id)
    telling.tell(session, person, "signup-passed-on", at)


def take_back(session: Session, signup: Signup, at: Places, now: datetime) -> None:
    """End an offer, if there is one, of a place that will not be; who waits has lost nothing."""
    if signup.offered_until is None:
        return
    signup.offered_until = None
    session.flush()  # what is counted next is asked of the database
    places.free(session, at, now)
    audit.record(session, None, "take-back", "signup", signup.id)


def shorten(session: Session, signup: Signup, at: Places, now: datetime) -> None:
    """Let an offer, if there is one, end in time for somebody else where it now begins earlier."""
    until = rules.offered_until(now, at.starts_at)
    if signup.offered_until is not None and until < signup.offered_until:
        signup.offered_until = until
        jobs.defer(session, EXPIRE, at=until, signup_id=str(signup.id))


def _next(session: Session, at: Places, now: datetime) -> Signup | None:
    if not rules.may_pass_on(at.need, at.shift, now):
        return None
    return session.scalars(queries.next_waiting(at.need.id, at.shift_id)).first()


def _offer(session: Session, signup: Signup, at: Places, now: datetime) -> None:
    until = rules.offered_until(now, at.starts_at)
    signup.offered_until = until
    session.flush()  # the next one is another
    audit.record(session, None, "offer", "signup", signup.id)
    jobs.defer(session, EXPIRE, at=until, signup_id=str(signup.id))
    person = session.get_one(Person, signup.person_id)
    _write(session, person, signup.id, at, until, now)


def _write(
    session: Session,
    person: Person,
    signup_id: uuid.UUID,
    at: Places,
    until: datetime,
    now: datetime,
) -> None:
    if person.email is None:
        return
    data: Mapping[str, Any] = {"signup_id": str(signup_id)}
    token = links.make(session, PURPOSE, person.id, person.email, data, until - now)
    said = {"until": f"{local(until):%d.%m.%Y %H:%M}"}
    telling.tell(session, person, "signup-offered", at, links.page(token), lambda: said)
