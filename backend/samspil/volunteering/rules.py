"""What follows from a need's own words: when it is on, until when it is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from samspil.core.time import (
    PARTS_OF_DAY,
    WEEKDAYS,
    at_local,
    local,
    part_of_day,
    weekday_of,
)

LONGEST_PUBLISHED: Final = timedelta(days=180)


def slot(weekday: str, part: str) -> str:
    """A weekday's part as one word."""
    return f"{weekday}-{part}"


def slots_of_pattern(pattern: Iterable[Mapping[str, str]]) -> list[str]:
    """The slots a weekly pattern begins in."""
    return in_order(
        slot(line["weekday"], part_of_day(time.fromisoformat(line["starts"]))) for line in pattern
    )


def slots_of_shifts(starts: Iterable[datetime]) -> list[str]:
    """The slots that shifts begin in, on a Danish clock."""
    clocks = [local(start) for start in starts]
    return in_order(slot(weekday_of(c.date()), part_of_day(c.time())) for c in clocks)


def in_order(slots: Iterable[str]) -> list[str]:
    """Each slot once, from Monday morning to Sunday evening."""
    wanted = set(slots)
    return [s for s in all_slots() if s in wanted]


def all_slots(weekdays: Iterable[str] = (), parts: Iterable[str] = ()) -> list[str]:
    """The slots of these weekdays and parts of the day; none given means all."""
    return [
        slot(weekday, part)
        for weekday in (tuple(weekdays) or WEEKDAYS)
        for part in (tuple(parts) or PARTS_OF_DAY)
    ]


def open_until(
    published_at: datetime,
    deadline: date | None,
    last_shift_ends: datetime | None,
    last_day: date | None = None,
) -> datetime:
    """When a need leaves the lists: at its expiry, or when one of its last moments is over.

    Args:
        published_at: when it was published, or renewed since.
        deadline: the last day to sign up.
        last_shift_ends: for a need that happens once; None for others.
        last_day: on which one can help.
    """
    ends = [published_at + LONGEST_PUBLISHED]
    ends += [at_local(day + timedelta(days=1), time()) for day in (deadline, last_day) if day]
    if last_shift_ends is not None:
        ends.append(last_shift_ends)
    return min(ends)
