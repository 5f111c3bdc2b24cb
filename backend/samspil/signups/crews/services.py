"""What an association does with those who have a place: remind them."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import RuleBroken
from samspil.core.language import text
from samspil.core.mail import Link
from samspil.core.time import local
from samspil.people.locks import lock_person
from samspil.signups import telling
from samspil.signups.crews import (
    queries,
)
from samspil.signups.crews.access import must_manage
from samspil.signups.crews.models import ShiftReminder
from samspil.signups.places import take_turn
from samspil.signups.threads import services as threads


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
    found = session.execute(queries.shift(shift_id)).one_or_none()
    need, shift = must_manage(session, actor, found)
    lock_person(session, actor.id)
    at = take_turn(session, need.id, shift_id)
    if shift.cancelled_at is not None or shift.starts_at <= now:
        raise RuleBroken("remind-too-late")
    crew = session.execute(queries.to_remind(shift_id)).all()
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
        threads.keep(session, signup.id, actor.id, "remind", message, now)
        page = Link(f"/mig/tilmeldinger/{signup.id}")
        telling.tell(
            session,
            person,
            "shift-remind",
            at,
            page,
            lambda: {"message": message or text("signup.no-message")},
        )
    return len(crew)
