"""Needs as those see them who write them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.associations.access import look_at_desk, managers, open_desk
from samspil.associations.models import Association
from samspil.associations.rules import Standing
from samspil.core.auth import Actor
from samspil.core.errors import NotFound, must, must_still
from samspil.core.mail import Link
from samspil.needs.models import Need
from samspil.organising import rules
from samspil.people.messages import notify
from samspil.signups.models import Seats
from samspil.signups.services import lock_seats


@dataclass(frozen=True, slots=True)
class ReadableNeed:
    """A need, its association, and what somebody is to that."""

    need: Need
    association: Association
    standing: Standing


@dataclass(frozen=True, slots=True)
class WritableNeed(ReadableNeed):
    """The same while it is ours to change, and nobody else signs up for it."""

    whole: Seats


def look_at_need(session: Session, actor: Actor, need_id: uuid.UUID) -> ReadableNeed:
    """A need for somebody who reads it at its association's desk.

    Raises:
        NotFound: there is none, or it is not this person's.
    """
    opened = look_at_desk(session, actor, _whose(session, need_id))
    return ReadableNeed(session.get_one(Need, need_id), opened.association, opened.standing)


def open_need(session: Session, actor: Actor, need_id: uuid.UUID, what: str) -> WritableNeed:
    """A need for somebody who changes it; nobody else does until the transaction ends.

    Args:
        session: the transaction.
        actor: who changes it.
        need_id: which one.
        what: is to be done with it; see `rules.CAN_BE`.

    Raises:
        NotFound: there is none, or it is not this person's.
        Forbidden: the person does not run its association.
        Conflict: that cannot be done in the state in which it is.
    """
    opened = open_desk(session, actor, _whose(session, need_id))
    must(opened.standing.runs_it)
    whole = lock_seats(session, need_id, None)
    if whole.need.association_id != opened.association.id:  # merged into another meanwhile
        raise NotFound
    must_still(rules.can_be(what, whole.need.status))
    return WritableNeed(whole.need, opened.association, opened.standing, whole)


def _whose(session: Session, need_id: uuid.UUID) -> str:
    slug = session.scalar(
        select(Association.slug)
        .join(Need, Need.association_id == Association.id)
        .where(Need.id == need_id)
    )
    if slug is None:
        raise NotFound
    return slug


def notify_managers(session: Session, kind: str, need: Need, **values: str) -> None:
    """Mail those who run a need's association; the button leads to where it is written."""
    association = session.get_one(Association, need.association_id)
    page = Link(f"/forening/{association.slug}/opgaver/{need.id}")
    values = {"association": association.name, "need": need.title} | values
    notify(session, session.scalars(managers(association.id)), kind, page, values)
