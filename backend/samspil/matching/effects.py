"""What each weight does to today's lists, for whoever answers for how needs are ranked.

Measured on fictional volunteers of different kinds, one of each in some towns of the installation:
nobody's own profile is looked into.
"""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.matching import matches, rules
from samspil.matching.rules import WEIGHTS, Kind, Match, Volunteer
from samspil.places.models import Place
from samspil.places.queries import origin_of

FIRST: Final = 10
MOST_TOWNS: Final = 4


def _free(days: str, *parts: str) -> frozenset[str]:
    return frozenset(f"{day}-{part}" for day in days.split() for part in parts)


WORKDAYS: Final = "mon tue wed thu fri"
SAMPLES: Final = (
    Volunteer(
        interests=frozenset({"sport", "animals"}),
        languages=frozenset({"da"}),
        availability=_free("sat sun", "morning", "afternoon"),
        birth_year=2011,
        max_distance_m=5_000,
    ),
    Volunteer(
        interests=frozenset({"culture", "events"}),
        languages=frozenset({"da"}),
        availability=_free("tue thu", "evening"),
        birth_year=1985,
    ),
    Volunteer(
        interests=frozenset({"care", "school"}),
        languages=frozenset({"da"}),
        availability=_free(WORKDAYS, "morning", "afternoon"),
        birth_year=1955,
    ),
    Volunteer(
        interests=frozenset({"refugees", "food"}),
        languages=frozenset({"en"}),
        availability=_free("mon wed fri", "evening"),
        birth_year=1994,
    ),
    Volunteer(
        interests=frozenset({"board", "digital"}),
        skills=("regnskab", "IT"),
        languages=frozenset({"da", "en"}),
        commitments=frozenset({"ongoing"}),
        birth_year=1970,
    ),
    Volunteer(
        interests=frozenset({"nature", "crafts", "climate"}),
        languages=frozenset({"da"}),
        availability=_free("sat", "morning", "afternoon"),
        commitments=frozenset({"once"}),
        step_free=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Effect:
    """A weight: its size, its mean share of the scores of the first ten, and what it moves.

    `changed` is how many of the first ten would be others without it, in the mean of the samples.
    """

    kind: Kind
    weight: float
    share: float
    changed: float


@dataclass(frozen=True, slots=True)
class Effects:
    """What all weights do, over how many lists."""

    lists: int
    effects: Sequence[Effect]


def effects_today(session: Session, now: datetime) -> Effects:
    """Compute what each weight does, on the needs that are open now."""
    lists = [found for found in _lists(session, now) if found]
    return Effects(len(lists), [_effect(kind, lists) for kind in WEIGHTS])


def _lists(session: Session, now: datetime) -> Iterator[list[Match]]:
    towns = select(Place.slug).where(Place.kind == "town").order_by(Place.slug).limit(MOST_TOWNS)
    for town in session.scalars(towns).all():
        for sample in SAMPLES:
            at_home = dataclasses.replace(sample, located=True)
            yield matches.ranked_matches(session, at_home, origin_of(town), 10 * FIRST, now)


def _effect(kind: Kind, lists: Sequence[Sequence[Match]]) -> Effect:
    if not lists:
        return Effect(kind, WEIGHTS[kind], 0.0, 0.0)
    shares = [_share(kind, match) for found in lists for match in found[:FIRST]]
    without = {other: weight for other, weight in WEIGHTS.items() if other != kind}
    changed = [_changed(found, without) for found in lists]
    return Effect(kind, WEIGHTS[kind], statistics.fmean(shares), statistics.fmean(changed))


def _share(kind: Kind, match: Match) -> float:
    points = match.points
    return WEIGHTS[kind] * match.parts.get(kind, 0) / points if points else 0.0


def _changed(found: Sequence[Match], weights: Mapping[Kind, float]) -> int:
    again = sorted(found, key=lambda m: (-rules.weigh(m.parts, weights), m.need.id))
    return len({m.need.id for m in found[:FIRST]} - {m.need.id for m in again[:FIRST]})
