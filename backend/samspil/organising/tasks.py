"""What writing needs leaves for later: their end, and the mail before it."""

from __future__ import annotations

from samspil.core import jobs, time
from samspil.needs.services import count_open_needs
from samspil.organising import expiry


@jobs.every("7 * * * *", "volunteering.close-needs")
def close_needs(work: jobs.Work) -> None:
    """Close what is over, and count what is open, soon after: what people read shall be right."""
    with work.database.session(writes=False) as session:
        found = session.scalars(expiry.perhaps_over(time.now())).all()
    for need_id in found:
        with work.database.writing.begin() as session:
            expiry.close(session, need_id, time.now())
    with work.database.writing.begin() as session:
        count_open_needs(session, time.now())


@jobs.every("17 6 * * *", "volunteering.tell-of-ends")
def tell_of_ends(work: jobs.Work) -> None:
    """Tell associations, in the morning, which needs end within two weeks."""
    with work.database.writing.begin() as session:
        expiry.tell_of_ends(session, time.now())
