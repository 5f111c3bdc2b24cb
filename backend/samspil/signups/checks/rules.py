"""When a child-protection certificate is needed, and what may be said of one."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from samspil.core.time import local

FROM_AGE: Final = 15
IN_ORDER: Final = "in_order"


def is_needed(children_under_15: bool, birth_year: int | None, now: datetime) -> bool:
    """Whether the law asks for one: lasting direct contact with children, from 15 years on.

    A year tells an age only nearly: who may have turned 15, needs one, as does who has not said.
    """
    if not children_under_15:
        return False
    return birth_year is None or local(now).year - birth_year >= FROM_AGE
