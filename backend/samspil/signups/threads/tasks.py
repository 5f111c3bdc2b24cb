"""What messages leave for later."""

from __future__ import annotations

import uuid

from samspil.core import jobs
from samspil.signups.threads import telling
from samspil.signups.threads.services import TELL


@jobs.task(TELL)
def tell_of_messages(work: jobs.Work, signup_id: str, side: str) -> None:
    """Tell a side by mail of messages that it has not read meanwhile."""
    with work.database.writing.begin() as session:
        telling.tell(session, uuid.UUID(signup_id), side)
