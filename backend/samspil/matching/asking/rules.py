"""Who may be asked, how often, and what is told of them before they answer."""

from __future__ import annotations

import hashlib
import math
import uuid
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from samspil.matching.rules import Reason

# So many questions a person gets in so long, however many associations would like to ask.
MOST_A_WEEK: Final = 3
A_WEEK: Final = timedelta(days=7)
# The best fits are shown: nobody needs to know how many there are.
MOST_SHOWN: Final = 20
# Far enough that a house cannot be told from its neighbours.
BLUR_M: Final = 1_000

# What of a match is about the person, and does not tell more of them than the need must know. A
# skill in their own words, or that they must have no step, could say who it is.
_TOLD: Final = ("distance", "availability", "any_time", "interest", "commitment", "language")


def opaque(secret: str, need_id: uuid.UUID, person_id: uuid.UUID) -> uuid.UUID:
    """What somebody is called to those who may ask: another name for each need."""
    key = hashlib.sha256(f"asking {secret}".encode()).digest()
    said = hashlib.blake2b(need_id.bytes + person_id.bytes, key=key, digest_size=16).digest()
    return uuid.UUID(bytes=said, version=4)


def told(reasons: Iterable[Reason]) -> list[Reason]:
    """The reasons of a match that those who may ask are told.

    >>> told([{"kind": "distance", "metres": 1230}, {"kind": "skill", "skill": "sang i Vor Kirke"}])
    [{'kind': 'distance', 'metres': 2000}, {'kind': 'skill'}]
    """
    return [_told(reason) for reason in reasons if reason["kind"] in (*_TOLD, "skill")]


def _told(reason: Reason) -> Reason:
    if reason["kind"] == "skill":
        return {"kind": "skill"}
    if reason["kind"] == "distance":
        return {"kind": "distance", "metres": blurred(reason["metres"])}
    return reason


def blurred(metres: float) -> int:
    """A distance that says no more than within how many kilometres."""
    return max(1, math.ceil(metres / BLUR_M)) * BLUR_M
