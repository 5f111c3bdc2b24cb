"""Moments and intervals as OGC API writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from samspil.core.time import at_local

DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MOMENT: Final = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.ASCII | re.IGNORECASE
)
# Nothing we keep is older or younger; a question may well be.
OLDEST: Final = datetime(1900, 1, 1, tzinfo=UTC)
YOUNGEST: Final = datetime(2200, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Interval:
    """From a moment to another, both included; None is open."""

    begins: datetime | None
    ends: datetime | None


def read_interval(written: str) -> Interval:
    """`moment`, `moment/moment`, `../moment` or `moment/..`; `..` may be left out.

    A moment is RFC 3339, or a date for the whole of that day in Denmark.

    Raises:
        ValueError: it is none of these, or ends before it begins.
    """
    first, slash, last = written.partition("/")
    if not slash:
        return Interval(*_day_or_moment(first))
    begins = None if first in {"", ".."} else _day_or_moment(first)[0]
    ends = None if last in {"", ".."} else _day_or_moment(last)[1]
    if begins is None and ends is None:
        raise ValueError("open at both ends")
    if begins is not None and ends is not None and begins > ends:
        raise ValueError("ends before it begins")
    return Interval(begins, ends)


def _day_or_moment(written: str) -> tuple[datetime, datetime]:
    if DATE.fullmatch(written):
        day = date.fromisoformat(written)
        if not OLDEST.date() < day < YOUNGEST.date():
            moment = OLDEST if day <= OLDEST.date() else YOUNGEST
            return moment, moment
        next_day = at_local(day + timedelta(days=1), time())
        return at_local(day, time()), next_day - timedelta(microseconds=1)
    if not MOMENT.fullmatch(written):
        raise ValueError(written)
    moment = min(max(datetime.fromisoformat(written.upper()), OLDEST), YOUNGEST)
    return moment, moment
