"""When searches are told of, and what of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain, zip_longest
from typing import Final, Protocol, TypeVar
from uuid import UUID

from samspil.core.time import at_local, local, weekday_of

MOST_SEARCHES: Final = 20
MOST_LISTED: Final = 10
POSITION_DECIMALS: Final = 3  # of a degree: about 100 metres

# Mails go at seven on a Danish clock. What failed or was missed then is made up for until ten.
MORNING: Final = range(7, 10)
# The same at every try of the morning, and so long before it that what was published by then is
# committed: else it would be news neither today nor tomorrow.
CLOSES: Final = time(6, 45)


class Told(Protocol):
    """What can be news in several searches at once."""

    @property
    def id(self) -> UUID:
        """By which it is known again."""


Some = TypeVar("Some", bound=Told)


@dataclass(frozen=True, slots=True)
class Morning:
    """A day on which mails may go: which frequencies are due, and what is news at the latest."""

    day: date
    until: datetime
    frequencies: tuple[str, ...]


def morning_of(now: datetime) -> Morning | None:
    """The morning that it is; None at other hours."""
    clock = local(now)
    if clock.hour not in MORNING:
        return None
    day = clock.date()
    weekly = ("weekly",) if weekday_of(day) == "mon" else ()
    return Morning(day, at_local(day, CLOSES), ("daily", *weekly))


def in_turn(found: Sequence[Sequence[Some]]) -> list[tuple[int, Some]]:
    """What several searches have found, each thing once, the best of each search first.

    Returns pairs of the search's place and what it found.
    """
    columns = zip_longest(*([(at, one) for one in rows] for at, rows in enumerate(found)))
    met = (pair for pair in chain.from_iterable(columns) if pair is not None)
    return list(_first_of_each(met))


def _first_of_each(met: Iterable[tuple[int, Some]]) -> Iterable[tuple[int, Some]]:
    seen: set[UUID] = set()
    for at, one in met:
        if one.id not in seen:
            seen.add(one.id)
            yield at, one
