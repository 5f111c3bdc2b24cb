"""Time: aware moments only, and the local calendar of Denmark.

Rules and queries receive `now`; this is the one place that reads the clock.
"""

from __future__ import annotations

import functools
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import holidays

from samspil.core import language
from samspil.core.language import Language

COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
PartOfDay = Literal["morning", "afternoon", "evening"]
WEEKDAYS: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS_OF_DAY: Final[tuple[PartOfDay, ...]] = ("morning", "afternoon", "evening")

NOON: Final = time(12)
EVENING: Final = time(17)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment on a Danish clock."""
    return moment.astimezone(COPENHAGEN)


def made_at(of: UUID) -> datetime:
    """When an id of version 7 was made, to the millisecond."""
    return datetime.fromtimestamp((of.int >> 80) / 1000, UTC)


def at_local(day: date, clock: time) -> datetime:
    """The moment when a Danish clock shows `clock` on `day`.

    A time that the change to summer time skips is read with the offset before the change.
    """
    return datetime.combine(day, clock, COPENHAGEN)


def weekday_of(day: date) -> Weekday:
    """The weekday's code word."""
    return WEEKDAYS[day.weekday()]


def part_of_day(clock: time) -> PartOfDay:
    """Morning until noon, afternoon until 17, then evening."""
    if clock < NOON:
        return "morning"
    return "afternoon" if clock < EVENING else "evening"


def first_weekday_after(day: date, weekday: Weekday) -> date:
    """The first such weekday strictly after `day`."""
    ahead = (WEEKDAYS.index(weekday) - day.weekday() - 1) % 7 + 1
    return day + timedelta(days=ahead)


# Danish public holidays (helligdage): when most of what people do in their spare time pauses.

_LOCALES: Final[dict[Language, str]] = {"da": "da", "en": "en_US"}


def name_of(day: date) -> str | None:
    """What a public holiday is called in the reader's language; None for other days."""
    name: str | None = _of_year(day.year, language.current.get()).get(day)
    return name


@functools.lru_cache(maxsize=32)
def _of_year(year: int, spoken: Language) -> holidays.HolidayBase:
    return holidays.country_holidays("DK", years=year, expand=False, language=_LOCALES[spoken])
