"""Needs end by themselves, and those who run their association are told before."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.errors import NotFound
from samspil.core.time import local
from samspil.needs.models import Need
from samspil.needs.rules import LONGEST_PUBLISHED
from samspil.needs.services import open_until
from samspil.organising import queries, states, where, writing
from samspil.organising.moderation import KIND
from samspil.organising.need_telling import tell_managers
from samspil.organising.rules import RUNNING
from samspil.signups.places import take_turn

TOLD_BEFORE: Final = timedelta(days=14)


def perhaps_over(now: datetime) -> Select[uuid.UUID]:
    """The ids of needs that still run although nobody can sign up any more."""
    return (
        select(Need.id)
        .where(Need.status.in_(RUNNING), Need.open_until <= now)
        .order_by(Need.open_until, Need.id)
    )


def close(session: Session, need_id: uuid.UUID, now: datetime) -> None:
    """Close a need whose time is over, unless somebody has renewed it; a second time does nothing.

    Who waits for a place or an answer is told, as when its association closes it. After a mere
    deadline they go on waiting: people are still answered, and places still passed on.
    """
    try:
        need = take_turn(session, need_id, None).need
    except NotFound:  # deleted since
        return
    ends = open_until(need, session.execute(queries.periods(need.id)).all(), deadline=None)
    if need.status not in RUNNING or ends is None or ends > now:
        return
    before = writing.said(need, where.towns_of(session, need))
    need.status = "closed"
    session.flush()  # what follows is asked of the database
    writing.remember(session, None, need, before)
    audit.record(session, None, "expire", KIND, need.id)
    states.let_nobody_wait(session, None, need, now)


def tell_of_ends(session: Session, now: datetime) -> int:
    """Write, once, about needs that will end because they have been shown for long.

    What ends at a date of its own needs no mail: its association has set that date.

    Returns:
        How many needs were told of.
    """
    found = session.scalars(_end_soon(now).with_for_update(skip_locked=True)).all()
    for need in found:
        need.expiry_told_at = now
        # The editors' edition stays: nothing of what they write has changed.
        need.updated_at = Need.updated_at
        tell_managers(session, "volunteering.need-expires", need, day=_day(need.open_until))
    return len(found)


def _end_soon(now: datetime) -> Select[Need]:
    said_last = func.coalesce(Need.renewed_at, Need.published_at)
    return (
        select(Need)
        .where(
            Need.status.in_(RUNNING),
            Need.shown,
            Need.expiry_told_at.is_(None),
            Need.open_until > now,
            Need.open_until <= now + TOLD_BEFORE,
            Need.open_until == said_last + LONGEST_PUBLISHED,
        )
        .order_by(Need.id)
    )


def _day(moment: datetime | None) -> str:
    return "" if moment is None else f"{local(moment):%d.%m.%Y}"
