"""How well matches are ordered: hand-made people, and what a sensible person would show them.

Each case is a fictional person's profile and the demonstration's needs that somebody would
recommend to them, graded 3 (this one), 2 (good), 1 (possible); whatever is not named is 0. The
cases were written before any weight was tried. A weight may be tuned on every other case alone: the
rest is held out and shows whether the tuning holds for others.
"""

from __future__ import annotations

import json
import math
import statistics
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.demo.load import DATA
from samspil.matching import matches, queries, rules
from samspil.matching.rules import Candidate, Volunteer
from samspil.matching.schemas import MatchIn, volunteer_of
from samspil.needs.models import Need
from samspil.places.queries import origin_of_search

SHOWN: Final = 10
UNBOUNDED: Final = queries.Bounds(walked=1_000_000, from_home=1_000_000, spare=1_000_000)

Grades = Mapping[uuid.UUID, int]
Order = Callable[[Candidate], Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A person and the grades of the needs that suit them."""

    who: str
    volunteer: Volunteer
    origin: geo.Origin | None
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Quality:
    """NDCG@10 of a person's matches, and of the same needs in two plain orders."""

    who: str
    held_out: bool
    match: float
    distance_only: float
    newest_first: float


BASELINES: Final[Mapping[str, Order]] = {
    "distance_only": lambda need: (need.metres is None, need.metres, need.id),
    "newest_first": lambda need: (-need.published_at.timestamp(), need.id),
}


def read_cases(file: Path) -> list[Case]:
    """The people of a file, in its order."""
    schema = MatchIn()
    found = []
    for row in json.loads(file.read_text(encoding="utf-8")):
        args = schema.load(row["profile"])
        grades = {line["need"]: int(line["grade"]) for line in row["needs"]}
        found.append(Case(row["who"], volunteer_of(args), origin_of_search(args), grades))
    return found


def measure(session: Session, cases: Sequence[Case], now: datetime) -> list[Quality]:
    """Every person's quality on the demonstration, which the session must hold."""
    by_title = {
        row["title"]: row["key"]
        for file in DATA.glob("*_needs.json")
        for row in json.loads(file.read_text(encoding="utf-8"))
    }
    rows = session.execute(select(Need.id, Need.title).where(Need.demo)).all()
    ids = {by_title[row.title]: row.id for row in rows if row.title in by_title}
    return [
        _measured(session, case, {ids[key]: grade for key, grade in case.grades.items()}, n, now)
        for n, case in enumerate(cases)
    ]


def _measured(session: Session, case: Case, grades: Grades, n: int, now: datetime) -> Quality:
    found = matches.ranked_matches(session, case.volunteer, case.origin, SHOWN, now)
    passing = let_in(session, case.volunteer, case.origin, now)
    plain = {
        name: ndcg([need.id for need in sorted(passing, key=order)], grades)
        for name, order in BASELINES.items()
    }
    return Quality(case.who, n % 2 == 1, ndcg([m.need.id for m in found], grades), **plain)


def let_in(
    session: Session, volunteer: Volunteer, origin: geo.Origin | None, now: datetime
) -> list[Candidate]:
    """All needs that pass the gates, without any bound: what the plain orders sort, too."""
    asked = queries.candidates(volunteer, origin, SHOWN, now, UNBOUNDED)
    seen = queries.candidates_of(asked.rows(session))
    return [need for need in seen if rules.closed_gate(volunteer, need, now) is None]


def ndcg(ranking: Sequence[uuid.UUID], grades: Grades) -> float:
    """Normalised discounted cumulative gain of the first ten; 1 is the order people would give."""
    ideal = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(need, 0) for need in ranking]) / ideal if ideal else 1.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(n + 2) for n, grade in enumerate(grades[:SHOWN]))


def mean(found: Sequence[Quality], of: str) -> float:
    """The mean of one figure."""
    return statistics.fmean(getattr(quality, of) for quality in found)
