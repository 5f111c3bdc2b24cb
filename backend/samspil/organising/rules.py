"""What an association may do with its needs, and what one still lacks to be published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from dateutil.rrule import WEEKLY, rrule

from samspil.associations.rules import Standing
from samspil.core.errors import Invalid, RuleBroken
from samspil.core.time import WEEKDAYS, Weekday, at_local, local, name_of
from samspil.needs.models import STATUSES, Need, Shift

RUNNING: Final = frozenset({"published", "filled"})
# In which states a need can be …; what is published already is renewed.
CAN_BE: Final[Mapping[str, frozenset[str]]] = {
    "edit": frozenset(STATUSES),
    "publish": frozenset(STATUSES),
    "pause": RUNNING,
    "close": RUNNING | {"paused"},
    "duplicate": frozenset(STATUSES),
    "delete": frozenset({"draft"}),
}
# A year of whole weeks: the same weekday next season.
SEASON: Final = timedelta(weeks=52)
DAYS: Final = ("from_day", "until_day", "deadline")


def can_be(what: str, status: str) -> bool:
    """Whether a need in this state can be edited, published, paused, closed, …"""
    return status in CAN_BE[what]


def may(standing: Standing, need: Need) -> dict[str, bool]:
    """All of it, for a desk to show what can be done."""
    allowed = {what: standing.runs_it and can_be(what, need.status) for what in CAN_BE}
    return allowed | {"see_history": standing.runs_it}


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides beside the need itself whether it is ready for the public.

    Attributes:
        answers: whether its association's contact can be written to or called.
        coming_shift: whether it has a shift that has not begun.
    """

    answers: bool
    coming_shift: bool


def missing(need: Need, facts: Facts, today: date) -> list[str]:
    """The fields that keep a need from being published, in the order in which people fill them.

    What it lacks, or has a date for that has passed. The catalogue words each as
    "need.missing.<field>".
    """
    lacks = {
        "summary": not need.summary,
        "description": not need.description,
        "commitment": "commitment" in need.unsaid,
        "pattern": _lacks_weekdays(need, facts),
        "from_day": _lacks_a_date(need, facts, today),
        "until_day": _passed(need.until_day, today),
        "places": "place" in need.unsaid,
        "wanted": "wanted" in need.unsaid and (need.takes_whole or not facts.coming_shift),
        "deadline": _passed(need.deadline, today),
        "contact": not (facts.answers or answers(need.contact)),
    }
    return [field for field, lacking in lacks.items() if lacking]


def answers(contact: Mapping[str, Any] | None) -> bool:
    """Whether somebody can be written to or called."""
    return contact is not None and bool(contact.get("email") or contact.get("phone"))


def _is_decided(need: Need, commitment: str) -> bool:
    return need.commitment == commitment and "commitment" not in need.unsaid


def _lacks_weekdays(need: Need, facts: Facts) -> bool:
    return _is_decided(need, "recurring") and not (need.pattern or facts.coming_shift)


def _lacks_a_date(need: Need, facts: Facts, today: date) -> bool:
    if not _is_decided(need, "once") or facts.coming_shift:
        return False
    return need.from_day is None or (need.until_day is None and need.from_day < today)


def _passed(day: date | None, today: date) -> bool:
    return day is not None and day < today


@dataclass(frozen=True, slots=True)
class NewDays:
    """The days of a need as another season has them.

    Attributes:
        days: from_day, until_day and deadline.
        by: how many days they have moved; None where none of them has one to count from.
        emptied: which had one that could not be moved.
    """

    days: Mapping[str, date | None]
    by: int | None
    emptied: tuple[str, ...]


def next_season(need: Need, first: date | None, today: date) -> NewDays:
    """Move a need's days to another season.

    Args:
        need: as it was.
        first: the first day of the new season. Without one, all days move by a year of 52 weeks,
            which keeps the weekday, or by as many as it takes for none of them to have passed.
        today: the day of it.
    """
    before = {name: getattr(need, name) for name in DAYS}
    if first is None:
        given = [day for day in before.values() if day is not None]
        by = SEASON if given else None
        while by is not None and min(given) + by < today:
            by += SEASON
    else:
        by = None if need.from_day is None else first - need.from_day
    days = {name: day and (None if by is None else day + by) for name, day in before.items()}
    if first is not None:
        days["from_day"] = first
    emptied = tuple(name for name in DAYS if before[name] is not None and days[name] is None)
    return NewDays(days, None if by is None else by.days, emptied)


def shifts_move_by(new: NewDays, first: date | None, days: Sequence[date], today: date) -> int:
    """By how many days a season's shifts move: as the need's own days, where it has some.

    Else the first one falls on the first day of the new season, or they move by as many years of 52
    weeks as it takes for none of them to have passed.
    """
    if new.by is not None:
        return new.by
    if first is not None:
        return (first - min(days)).days
    by = SEASON
    while min(days) + by < today:
        by += SEASON
    return by.days


# Shifts.

LONGEST: Final = timedelta(days=7)
LONGEST_SPAN: Final = timedelta(days=366)
# Of one need, still to come: a daily one for a year.
MOST_COMING: Final = 400
# Of all an association's needs together, copied from one week to another.
MOST_COPIED: Final = 400
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


def occasion(period: Period, exists: bool, *, skip_holidays: bool) -> Occasion:
    """A date, and what speaks against it."""
    holiday = name_of(period.day)
    return Occasion(period, holiday, skip_holidays and holiday is not None, exists)


def on_day(day: date, starts: time, ends: time) -> Period:
    """The period between two times of a Danish clock; where the end is not later, the next day's.

    The two nights in which the clock changes are read as RFC 5545 does: a time that is skipped
    counts from the offset before the change, one that comes twice is its first. Where that would
    put the end before the start, it lasts as long as the clock says.
    """
    last = day if ends > starts else day + timedelta(days=1)
    return _between(datetime.combine(day, starts), datetime.combine(last, ends))


def moved(starts_at: datetime, ends_at: datetime, by: timedelta) -> Period:
    """The period between the same two times of a Danish clock, some whole days later."""
    starts, ends = (local(moment).replace(tzinfo=None) + by for moment in (starts_at, ends_at))
    return _between(starts, ends)


def _between(starts: datetime, ends: datetime) -> Period:
    """The period between two times that a Danish clock shows, as `on_day` reads them."""
    starts_at, ends_at = (
        at_local(moment.date(), moment.time()).astimezone(UTC) for moment in (starts, ends)
    )
    if ends_at <= starts_at:
        ends_at = starts_at + (ends - starts)
    return Period(starts.date(), starts_at, ends_at)


def week_of(day: date) -> Period:
    """The week that a day is in, from Monday's midnight to the next one's."""
    monday = day - timedelta(days=day.weekday())
    return _between(
        datetime.combine(monday, time()), datetime.combine(monday + timedelta(weeks=1), time())
    )


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


def must_be_consistent(shift: Shift) -> None:
    """Go on only where times and numbers go together.

    Raises:
        Invalid: they do not; it names the field.
    """
    if shift.ends_at <= shift.starts_at:
        raise Invalid.field("ends_at", "field.period-order")
    if shift.ends_at - shift.starts_at > LONGEST:
        raise Invalid.field("ends_at", "field.shift.length", days=LONGEST.days)
    must_have_room(shift.capacity, shift.minimum_crew)
    if shift.capacity < (shift.taken or 0):
        raise Invalid.field("capacity", "field.shift.taken", taken=shift.taken)


def must_have_room(capacity: int, minimum_crew: int | None) -> None:
    """Go on only where those who are needed have room.

    Raises:
        Invalid: they have not.
    """
    if minimum_crew is not None and minimum_crew > capacity:
        raise Invalid.field("minimum_crew", "field.shift.crew", most=capacity)


def must_be_to_come(starts_at: datetime, now: datetime) -> None:
    """Go on only with what is still to come.

    Raises:
        Invalid: it would have begun.
    """
    if starts_at <= now:
        raise Invalid.field("starts_at", "field.shift.past")


def must_be_planned(shift: Shift, now: datetime) -> None:
    """Go on only with what has neither begun nor been cancelled.

    Raises:
        RuleBroken: it has.
    """
    if shift.cancelled_at is not None:
        raise RuleBroken("shift-cancelled")
    if shift.starts_at <= now:
        raise RuleBroken("shift-begun")


def must_not_be_too_many(coming: int) -> None:
    """Go on only while the shifts of a need to come are no more than a year holds.

    Raises:
        RuleBroken: there would be more.
    """
    if coming > MOST_COMING:
        raise RuleBroken("too-many-shifts", most=MOST_COMING)


def must_not_be_too_many_to_copy(shifts: int) -> None:
    """Go on only while the shifts to be copied can be made in one go.

    Raises:
        RuleBroken: there are more.
    """
    if shifts > MOST_COPIED:
        raise RuleBroken("too-many-to-copy", most=MOST_COPIED)
