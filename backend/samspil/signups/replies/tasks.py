"""What is reckoned every night."""

from __future__ import annotations

from samspil.core import jobs, time
from samspil.signups.replies import services


@jobs.every("17 2 * * *", "volunteering.note-reply-times")
def note_reply_times(work: jobs.Work) -> None:
    """Write down how soon associations answer."""
    with work.database.writing.begin() as session:
        services.note_reply_times(session, time.now())
