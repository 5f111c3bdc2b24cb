"""Jobs about needs and shifts: end and count needs, warn of their end, remind of shifts."""

from __future__ import annotations

import contextlib
import uuid
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from samspil.core import jobs, time
from samspil.core.errors import NotFound
from samspil.needs.models import Shift
from samspil.needs.services import count_open_needs, where
from samspil.organising import messages, queries, states
from samspil.signups.services import lock_seats


@jobs.every("7 * * * *", "volunteering.close-needs")
def close_needs(work: jobs.Work) -> None:
    """Close what is over, and count what is open, soon after: what people read shall be right."""
    with work.database.session(writes=False) as session:
        found = session.scalars(states.perhaps_expired(time.now())).all()
    for need_id in found:
        with work.database.writing.begin() as session:
            states.close_expired(session, need_id, time.now())
    with work.database.writing.begin() as session:
        count_open_needs(session, time.now())


@jobs.every("17 6 * * *", "volunteering.tell-of-ends")
def warn_of_ends(work: jobs.Work) -> None:
    """Mail associations, in the morning, which needs end within two weeks."""
    with work.database.writing.begin() as session:
        states.warn_of_expiry(session, time.now())


@jobs.every("37 * * * *", "volunteering.remind-of-shifts")
def remind_of_shifts(work: jobs.Work) -> None:
    """Remind those who come of the shifts of the next day."""
    now = time.now()
    with work.database.writing() as session:
        due = session.execute(queries.soon(now, AHEAD)).all()
    for shift_id, need_id in due:
        # Deleted since, it needs no reminding.
        with contextlib.suppress(NotFound), work.database.writing.begin() as session:
            send_reminders(session, need_id, shift_id, now)


# Reminding who comes of a shift, the day before.

AHEAD: Final = timedelta(hours=24)
# Who has just got the place has just read when it is.
FRESH: Final = timedelta(hours=3)


def is_due(shift: Shift, now: datetime) -> bool:
    """Whether it is soon, will be, and nobody has been reminded of this time of it."""
    soon = now < shift.starts_at <= now + AHEAD
    return soon and shift.cancelled_at is None and shift.reminded_for != shift.starts_at


def send_reminders(
    session: Session, need_id: uuid.UUID, shift_id: uuid.UUID, now: datetime
) -> None:
    """Mail each who has a place, once for each time that the shift is at.

    At the need's lock: nobody is mailed who withdraws or is erased at the same moment.

    Raises:
        NotFound: the shift has been deleted.
    """
    at = lock_seats(session, need_id, shift_id)
    shift = at.shift
    if shift is None or not is_due(shift, now):
        return
    shift.reminded_for = shift.starts_at
    towns = [town.name for town in session.scalars(queries.towns(need_id))]
    for signup, person in session.execute(queries.of_shift(shift_id, ("accepted",))):
        if signup.changed_at <= now - FRESH:
            messages.remind(session, at, shift, signup.id, person, lambda: where(at.need, towns))
