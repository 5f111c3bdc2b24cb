"""What an association may do with its needs, and what one still lacks to be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from samspil.associations.rules import Standing
from samspil.needs.models import STATUSES, Need

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


def _said_when(need: Need, commitment: str) -> bool:
    return need.commitment == commitment and "commitment" not in need.unsaid


def _lacks_weekdays(need: Need, facts: Facts) -> bool:
    return _said_when(need, "recurring") and not (need.pattern or facts.coming_shift)


def _lacks_a_date(need: Need, facts: Facts, today: date) -> bool:
    if not _said_when(need, "once") or facts.coming_shift:
        return False
    return need.from_day is None or (need.until_day is None and need.from_day < today)


def _passed(day: date | None, today: date) -> bool:
    return day is not None and day < today


@dataclass(frozen=True, slots=True)
class Moved:
    """The days of a need as another season has them.

    Attributes:
        days: from_day, until_day and deadline.
        by: how many days they have moved; None where none of them has one to count from.
        emptied: which had one that could not be moved.
    """

    days: Mapping[str, date | None]
    by: int | None
    emptied: tuple[str, ...]


def next_season(need: Need, first: date | None, today: date) -> Moved:
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
    return Moved(days, None if by is None else by.days, emptied)
