"""What is allowed with the talk about a sign-up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from samspil.core.errors import RuleBroken
from samspil.signups.models import Signup

# Long enough to ask why; nobody is written to about what came to nothing months ago.
STAYS_OPEN: Final = timedelta(days=30)
CAME_TO_NOTHING: Final = ("declined", "withdrawn")


def is_closed(signup: Signup, now: datetime) -> bool:
    """Whether nothing more can be written: it came to nothing a while ago, or nobody is there."""
    settled = signup.status in CAME_TO_NOTHING and signup.changed_at < now - STAYS_OPEN
    return settled or signup.person_id is None


def must_be_open(signup: Signup, now: datetime) -> None:
    """Write only where it is still read.

    Raises:
        RuleBroken: the thread is closed.
    """
    if is_closed(signup, now):
        raise RuleBroken("thread-closed")
