"""Mails that say that there are messages, and nothing of what they say."""

from __future__ import annotations

import uuid

from sqlalchemy import update
from sqlalchemy.orm import Session

from samspil.associations.telling import managers
from samspil.core.mail import Link
from samspil.people.locks import lock_if_there
from samspil.people.models import Person
from samspil.signups import telling
from samspil.signups.models import Signup
from samspil.signups.places import Places
from samspil.signups.threads import (
    queries,
)
from samspil.signups.threads.models import VOLUNTEER, ThreadMark


def tell(session: Session, signup_id: uuid.UUID, side: str) -> None:
    """Write to a side that has messages it has not read; else it can be told the next time."""
    found = session.execute(queries.thread(signup_id)).one_or_none()
    if found is None or found.Signup.person_id is None:
        return
    if not session.scalar(queries.unread_count(signup_id, side)):
        session.execute(
            update(ThreadMark)
            .where(ThreadMark.signup_id == signup_id, ThreadMark.side == side)
            .values(told_at=None)
        )
        return
    volunteer = lock_if_there(session, found.Signup.person_id)  # the mail names them
    if volunteer is None:
        return
    at = Places(found.Need, found.Shift, found.Shift is not None)
    if side == VOLUNTEER:
        page = Link(f"/mig/tilmeldinger/{signup_id}")
        telling.tell(session, volunteer, "message-to-volunteer", at, page)
    else:
        _tell_managers(session, found.Signup, volunteer, at)


def _tell_managers(session: Session, signup: Signup, volunteer: Person, at: Places) -> None:
    page = Link(f"/forening/{at.need.association.slug}/tilmeldinger/{signup.id}")
    for person in session.scalars(managers(at.need.association_id)).all():
        if person.id != volunteer.id:
            telling.tell(
                session,
                person,
                "message-to-managers",
                at,
                page,
                lambda: {"person": volunteer.name},
            )
