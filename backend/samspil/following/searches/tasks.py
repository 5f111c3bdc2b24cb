"""The mornings' mails."""

from __future__ import annotations

import uuid

from samspil.core import jobs, time
from samspil.following.searches import alerts, queries, rules


@jobs.every("0 5-8 * * *", "searches.morning")
def morning(work: jobs.Work) -> None:
    """Let everybody be told who is due; seven in Denmark is five or six here."""
    today = rules.morning_of(time.now())
    if today is None:
        return
    with work.database.writing.begin() as session:
        for person_id in session.scalars(queries.due(today)).all():
            jobs.defer(session, alerts.TELL, person_id=str(person_id), priority=-1)


@jobs.task(alerts.TELL)
def tell(work: jobs.Work, person_id: str) -> None:
    """Tell one person what is new; a job that is late leaves it to the next morning."""
    now = time.now()
    today = rules.morning_of(now)
    if today is None:
        return
    with work.database.writing.begin() as session:
        alerts.tell(session, uuid.UUID(person_id), today, now)
