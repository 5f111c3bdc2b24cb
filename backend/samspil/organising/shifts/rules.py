"""What is right for shifts, and when a weekly one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from dateutil.rrule import WEEKLY, rrule

from samspil.core.errors import Invalid, RuleBroken
from samspil.core.time import WEEKDAYS, Weekday, at_local
from samspil.needs.models import Shift

LONGEST: Final = timedelta(days=7)
LONGEST_SPAN: Final = timedelta(days=366)
# Of one need, still to come: a daily one for a year.
MOST_COMING: Final = 400
MOST_PEOPLE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Period:
    """From a moment to a later one, in UTC; `day` is the one it begins on in Denmark."""

    day: date
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Occasion:
    """One date of a weekly shift.

    Attributes:
        period: when.
        holiday: the public holiday's name, if it is one.
        skipped: whether it is left out for that.
        exists: whether the need has a shift then already.
    """

    period: Period
    holiday: str | None
    skipped: bool
    exists: bool

    @property
    def wanted(self) -> bool:
        """Whether a shift is to be made of it."""
        return not (self.skipped or self.exists)


def on_day(day: date, starts: time, ends: time) -> Period:
    """The period between two times of a Danish clock; where the end is not later, the next day's.

    The two nights in which the clock changes are read as RFC 5545 does: a time that is skipped
    counts from the offset before the change, one that comes twice is its first. Where that would
    put the end before the start, it lasts as long as the clock says.
    """
    last = day if ends > starts else day + timedelta(days=1)
    starts_at, ends_at = (at_local(*when).astimezone(UTC) for when in ((day, starts), (last, ends)))
    if ends_at <= starts_at:
        ends_at = starts_at + (datetime.combine(last, ends) - datetime.combine(day, starts))
    return Period(day, starts_at, ends_at)


def weekly(
    weekdays: Sequence[Weekday], starts: time, ends: time, first: date, last: date
) -> Iterator[Period]:
    """The periods on these weekdays, at the same time of a Danish clock all year.

    Args:
        weekdays: at least one.
        starts: on the clock.
        ends: on the clock; not later than `starts`: on the next day.
        first: the first day it may be on.
        last: the last day it may be on.
    """
    # Counted in days of the calendar and only then put on the clock, or half of a year would be an
    # hour off.
    days = rrule(
        WEEKLY,
        byweekday=[WEEKDAYS.index(weekday) for weekday in weekdays],
        dtstart=datetime.combine(first, time()),
        until=datetime.combine(last, time()),
    )
    return (on_day(day.date(), starts, ends) for day in days)


def must_be_right(shift: Shift) -> None:
    """Whether times and numbers go together.

    Raises:
        Invalid: they do not; it names the field.
    """
    if shift.ends_at <= shift.starts_at:
        raise Invalid.field("ends_at", "field.period-order")
    if shift.ends_at - shift.starts_at > LONGEST:
        raise Invalid.field("ends_at", "field.shift.length", days=LONGEST.days)
    must_hold(shift.capacity, shift.minimum_crew)
    if shift.capacity < (shift.taken or 0):
        raise Invalid.field("capacity", "field.shift.taken", taken=shift.taken)


def must_hold(capacity: int, minimum_crew: int | None) -> None:
    """Whether those who are needed have room.

    Raises:
        Invalid: they have not.
    """
    if minimum_crew is not None and minimum_crew > capacity:
        raise Invalid.field("minimum_crew", "field.shift.crew", most=capacity)


def must_come(starts_at: datetime, now: datetime) -> None:
    """Plan what is still to come.

    Raises:
        Invalid: it would have begun.
    """
    if starts_at <= now:
        raise Invalid.field("starts_at", "field.shift.past")


def must_be_planned(shift: Shift, now: datetime) -> None:
    """Change what has neither begun nor been cancelled.

    Raises:
        RuleBroken: it has.
    """
    if shift.cancelled_at is not None:
        raise RuleBroken("shift-cancelled")
    if shift.starts_at <= now:
        raise RuleBroken("shift-begun")


def must_not_be_too_many(coming: int) -> None:
    """Keep the shifts of a need that are to come within what a year holds.

    Raises:
        RuleBroken: there would be more.
    """
    if coming > MOST_COMING:
        raise RuleBroken("too-many-shifts", most=MOST_COMING)
