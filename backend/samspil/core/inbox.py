"""The inbox: what waits for a person, as each domain tells of its own.

A domain's manifest hands over its kinds: `InboxKind("signups.unanswered", find)`. Nothing is kept:
what waits is read from the domains' own tables whenever somebody asks.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from samspil.core.auth import Actor

# Of what waits in one place, so many are told of one by one.
MOST_ENTRIES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that waits.

    Attributes:
        id: of the thing itself.
        title: who or what it is.
        about: what it is about; "" where the title says it.
        at: the moment that it is about, such as a shift's start.
        number: how many, or how much, as its kind counts.
        direct: whether it can be done at once, without a look at more of it.
    """

    id: uuid.UUID
    title: str
    about: str = ""
    at: datetime | None = None
    number: int | None = None
    direct: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Things of one kind that wait in one place.

    Attributes:
        kind: as the manifest names it.
        count: how many there are.
        since: since when the first of them waits, or when it is due.
        place: (slug, name) of the association they belong to, or None for the municipality's.
        entries: the first of them, at most MOST_ENTRIES.
    """

    kind: str
    count: int
    since: datetime
    place: tuple[str, str] | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class InboxKind:
    """A kind of thing that can wait for somebody; `find` reads what does, in each place."""

    name: str
    find: Callable[[Session, Actor, datetime], Iterable[Waiting]]

    def install(self) -> None:
        """Let it be asked for; a second time changes nothing."""
        if _kinds.setdefault(self.name, self) is not self:
            raise ValueError(f"there are two kinds called {self.name}")


_kinds: dict[str, InboxKind] = {}


def kinds() -> list[str]:
    """The names of all kinds, in the order of the manifests."""
    return list(_kinds)


def of(session: Session, actor: Actor, now: datetime) -> list[Waiting]:
    """All that waits for somebody, what has waited longest first."""
    found = [one for kind in _kinds.values() for one in kind.find(session, actor, now)]
    return sorted(found, key=lambda one: one.since)


def gathered(
    kind: str, rows: Iterable[tuple[int, datetime, tuple[str, str] | None, Entry]]
) -> list[Waiting]:
    """Rows of (how many there are at its place, since when, the place, one of them) as `Waiting`s.

    Args:
        kind: their kind.
        rows: the first ones of each place, in their order.
    """
    places: dict[tuple[str, str] | None, Waiting] = {}
    for count, since, place, entry in rows:
        before = places.get(place)
        places[place] = Waiting(
            kind=kind,
            count=count,
            since=since if before is None else min(since, before.since),
            place=place,
            entries=(*(before.entries if before else ()), entry),
        )
    return list(places.values())
