"""Reminding who comes of a shift, the day before."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from samspil.needs.models import Shift
from samspil.needs.where import where
from samspil.organising.shifts import queries, telling
from samspil.signups.places import take_turn

AHEAD: Final = timedelta(hours=24)
# Who has just got the place has just read when it is.
FRESH: Final = timedelta(hours=3)


def is_due(shift: Shift, now: datetime) -> bool:
    """Whether it is soon, will be, and nobody has been reminded of this time of it."""
    soon = now < shift.starts_at <= now + AHEAD
    return soon and shift.cancelled_at is None and shift.reminded_for != shift.starts_at


def remind(session: Session, need_id: uuid.UUID, shift_id: uuid.UUID, now: datetime) -> None:
    """Write to each who has a place, once for each time that the shift is at.

    At the need's turn: nobody is written to who withdraws or is erased at the same moment.

    Raises:
        NotFound: the shift has been deleted.
    """
    at = take_turn(session, need_id, shift_id)
    shift = at.shift
    if shift is None or not is_due(shift, now):
        return
    shift.reminded_for = shift.starts_at
    towns = session.scalars(queries.towns(need_id)).all()
    for signup, person in session.execute(queries.of_shift(shift_id, ("accepted",))):
        if signup.changed_at <= now - FRESH:
            telling.remind(session, at, shift, signup.id, person, lambda: where(at.need, towns))
