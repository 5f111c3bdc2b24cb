"""Consent to optional things: each by itself, off until somebody says yes, ended as easily."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import Select, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import NotFound
from samspil.people.locks import lock_if_there, lock_person
from samspil.people.models import OPTIONAL, OptionalConsent


def consents_of(person_id: uuid.UUID) -> Select[str, datetime]:
    """(purpose, given_at) of what a person says yes to now."""
    return (
        select(OptionalConsent.purpose, OptionalConsent.given_at)
        .where(OptionalConsent.person_id == person_id, OptionalConsent.withdrawn_at.is_(None))
        .order_by(OptionalConsent.purpose)
    )


def consent(session: Session, actor: Actor, purpose: str, now: datetime) -> None:
    """Say yes; a second time changes nothing.

    Raises:
        NotFound: there is nothing of that name to say yes to.
    """
    _must_exist(purpose)
    lock_person(session, actor.id)
    given = session.execute(
        insert(OptionalConsent)
        .values(id=new_id(), person_id=actor.id, purpose=purpose, given_at=now)
        .on_conflict_do_nothing(
            index_elements=["person_id", "purpose"], index_where=text("withdrawn_at IS NULL")
        )
        .returning(OptionalConsent.id)
    )
    if given.first() is not None:
        audit.record(session, actor.id, "consent", "person", actor.id, purpose=purpose)


def withdraw(session: Session, actor: Actor, purpose: str, now: datetime) -> None:
    """Take a yes back; without one nothing changes.

    Raises:
        NotFound: there is nothing of that name to say yes to.
    """
    _must_exist(purpose)
    _end(session, actor.id, purpose, now, by=actor.id)


def withdraw_by_link(session: Session, person_id: uuid.UUID, purpose: str, now: datetime) -> None:
    """The same by a mail's link, which knows no session; nothing of somebody who is erased."""
    _end(session, person_id, purpose, now, by=None)


def _end(
    session: Session, person_id: uuid.UUID, purpose: str, now: datetime, *, by: uuid.UUID | None
) -> None:
    if lock_if_there(session, person_id) is None:
        return
    ended = session.execute(
        update(OptionalConsent)
        .where(
            OptionalConsent.person_id == person_id,
            OptionalConsent.purpose == purpose,
            OptionalConsent.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now)
        .returning(OptionalConsent.id)
    )
    if ended.first() is not None:
        audit.record(session, by, "withdraw-consent", "person", person_id, purpose=purpose)


def _must_exist(purpose: str) -> None:
    if purpose not in OPTIONAL:
        raise NotFound
