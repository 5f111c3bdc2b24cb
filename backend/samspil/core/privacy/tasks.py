"""The retention job: every night, what is past its time goes."""

from __future__ import annotations

from typing import Final

import structlog

from samspil.core import jobs, time
from samspil.core.jobs import Work
from samspil.core.privacy.registry import Kept, retiring

log = structlog.get_logger()


@jobs.every("41 3 * * *", "privacy.retire")
def retire_what_is_past(work: Work) -> None:
    """Delete it, and note how many rows of each table."""
    gone = {kept.table: _retire(work, kept) for kept in retiring()}
    log.info("retired", **{name: count for name, count in gone.items() if count})


def _retire(work: Work, kept: Kept) -> int:
    """Until nothing is left, each time in a transaction of its own: nobody waits for it long."""
    total, count = 0, 1
    while count and kept.retire is not None:
        with work.database.writing.begin() as session:
            count = kept.retire(session, time.now())
        total += count
    return total


TASKS: Final = (retire_what_is_past,)
