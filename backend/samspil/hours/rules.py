"""What is allowed with hours, and what follows from what."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Final

from samspil.core.errors import Conflict, Invalid, RuleBroken
from samspil.core.time import local
from samspil.hours.models import FEWEST_MINUTES, MOST_MINUTES, HoursEntry
from samspil.needs.models import Shift

# Nobody remembers further back, and nobody could confirm it.
OLDEST: Final = timedelta(days=366)
# Who has a place, or had one, may have been there.
HELPING: Final = ("accepted", "attended")


def must_be_a_day_past(day: date, now: datetime) -> None:
    """Hours are given before they are written down, and not long before.

    Raises:
        Invalid: the day is to come, or too long ago.
    """
    today = local(now).date()
    if not today - OLDEST <= day <= today:
        raise Invalid.field("day", "field.hours.day")


def must_fit_the_day(minutes: int, others: int) -> None:
    """A day has 24 hours, whoever they are given to.

    Raises:
        Invalid: with what is entered already there would be more.
    """
    if minutes + others > MOST_MINUTES:
        raise Invalid.field("minutes", "field.hours.full-day")


def must_not_be_own(person_id: uuid.UUID | None, decider_id: uuid.UUID) -> None:
    """A proof is worth something because somebody else has said it.

    Raises:
        RuleBroken: they are the decider's own hours.
    """
    if person_id == decider_id:
        raise RuleBroken("own-hours")


def may_be_changed_by_volunteer(entry: HoursEntry) -> bool:
    """What the association has answered stays as it was answered."""
    return entry.status == "waiting"


def day_of(shift: Shift) -> date:
    """The day that a shift's hours are written on: the one it begins on, on a Danish clock."""
    return local(shift.starts_at).date()


def minutes_of(shift: Shift) -> int:
    """A shift's length, as hours can be entered."""
    minutes = round((shift.ends_at - shift.starts_at) / timedelta(minutes=1))
    return max(FEWEST_MINUTES, min(MOST_MINUTES, minutes))


def first_status(person_id: uuid.UUID, by: uuid.UUID) -> str:
    """What the association enters is confirmed by that, but for the hours of who enters them."""
    return "waiting" if person_id == by else "confirmed"


def passes(minutes: int, hours_a_month: int) -> bool:
    """Whether a month's minutes are more than the hours that are tolerated; 0: none is named."""
    return 0 < hours_a_month * 60 < minutes


# What can go wrong with hours.


class AlreadyEntered(Conflict):
    """The hours of that sign-up stand there for that day; `entry` is their id, where known."""

    name = "hours-entered"
