"""What can go wrong with associations alone."""

from __future__ import annotations

from samspil.core.errors import Conflict


class NotPublic(Conflict):
    """That can be done only for an association that is public."""

    name = "not-public"


class TooManyWaiting(Conflict):
    """So many things wait to be decided that there cannot be another."""

    name = "too-many-waiting"
