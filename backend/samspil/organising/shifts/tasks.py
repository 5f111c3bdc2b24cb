"""What shifts leave for later."""

from __future__ import annotations

import contextlib

from samspil.core import jobs, time
from samspil.core.errors import NotFound
from samspil.organising.shifts import queries, reminders


@jobs.every("37 * * * *", "volunteering.remind-of-shifts")
def remind_of_shifts(work: jobs.Work) -> None:
    """Remind those who come of the shifts of the next day."""
    now = time.now()
    with work.database.writing() as session:
        due = session.execute(queries.soon(now, reminders.AHEAD)).all()
    for shift_id, need_id in due:
        # Deleted since, it needs no reminding.
        with contextlib.suppress(NotFound), work.database.writing.begin() as session:
            reminders.remind(session, need_id, shift_id, now)
