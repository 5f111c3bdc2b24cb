"""What others are told of sign-ups."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from samspil.core.events import Event


@dataclass(frozen=True, slots=True)
class AttendanceNoted(Event):
    """An association has said whether somebody with a place came.

    It is told in the person's turn, so that they are not being erased meanwhile.

    Attributes:
        signup_id: the place.
        came: whether they did.
        by: who said it.
    """

    signup_id: uuid.UUID
    came: bool
    by: uuid.UUID
