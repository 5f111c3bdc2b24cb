"""The retention job: every night, what is past its time goes."""

from __future__ import annotations

import structlog

from samspil.core import jobs, time
from samspil.core.jobs import Work
from samspil.core.privacy.registry import retire

log = structlog.get_logger()


@jobs.every("41 3 * * *", "privacy.retire")
def retire_what_is_past(work: Work) -> None:
    """Delete it, and note how many rows of each table."""
    with work.database.writing.begin() as session:
        gone = retire(session, time.now())
    log.info("retired", **{name: count for name, count in gone.items() if count})
