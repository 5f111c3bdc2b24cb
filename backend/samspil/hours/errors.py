"""What can go wrong with hours."""

from __future__ import annotations

from samspil.core.errors import Conflict


class AlreadyEntered(Conflict):
    """The hours of that sign-up stand there for that day; `entry` is their id, where known."""

    name = "hours-entered"
