"""What follows from a need's own words: when it is on, until when it is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from samspil.core.time import (
    EVENING,
    PARTS_OF_DAY,
    WEEKDAYS,
    at_local,
    local,
    part_of_day,
    weekday_of,
)

LONGEST_PUBLISHED: Final = timedelta(days=180)
SOON: Final = ("tonight", "weekend", "week")


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


def period_of(soon: str, now: datetime) -> tuple[datetime, datetime]:
    """(from, before) of what people mean by one of SOON, on a Danish clock; never before `now`.

    A weekend is the coming one, or the rest of this; a week ends with its Sunday.
    """
    today = local(now).date()
    monday = today + timedelta(days=7 - today.weekday())
    if soon == "tonight":
        first, last = at_local(today, EVENING), end_of(today)
    elif soon == "weekend":
        first, last = at_local(monday - timedelta(days=2), time()), at_local(monday, time())
    else:
        first, last = now, at_local(monday, time())
    return max(first, now), last


def days_of_period(first: datetime, before: datetime) -> list[tuple[date, str]]:
    """(day, slot) of each part of a day that a period touches, in order."""
    touched: dict[tuple[date, str], None] = {}
    moment = first
    while moment < before:
        clock = local(moment)
        touched[clock.date(), slot(weekday_of(clock.date()), part_of_day(clock.time()))] = None
        moment += timedelta(hours=1)
    return list(touched)


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


def over_at(
    commitment: str, last_shift_ends: datetime | None, from_day: date | None, until_day: date | None
) -> datetime | None:
    """When there is nothing more to come to; None for what has no such end.

    What happens once is over when its shifts are, and its days. Else there is an end only where a
    last day is named: shifts are planned for some weeks ahead.
    """
    if commitment != "once":
        return None if until_day is None else end_of(until_day)
    last_day = until_day or from_day
    ends = [last_shift_ends, None if last_day is None else end_of(last_day)]
    return max((end for end in ends if end is not None), default=None)


def open_until(published_at: datetime, deadline: date | None, over: datetime | None) -> datetime:
    """When a need leaves the lists: at its expiry, its deadline's end, or when it is over.

    Args:
        published_at: when it was published, or renewed since.
        deadline: the last day to sign up.
        over: see `over_at`.
    """
    ends = [published_at + LONGEST_PUBLISHED]
    if deadline is not None:
        ends.append(end_of(deadline))
    if over is not None:
        ends.append(over)
    return min(ends)


def end_of(day: date) -> datetime:
    """The moment when a day is over on a Danish clock."""
    return at_local(day + timedelta(days=1), time())
