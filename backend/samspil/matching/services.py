"""Matches: needs for a volunteer, and volunteers for a need. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.matching import queries, rules
from samspil.matching.rules import Match, Reason, Volunteer


@dataclass(frozen=True, slots=True)
class Shown:
    """A match, why it is one, and the need's row."""

    score: float
    reasons: Sequence[Reason]
    row: Any


def best_matches(
    session: Session, volunteer: Volunteer, origin: geo.Origin | None, limit: int, now: datetime
) -> list[Shown]:
    """The needs that suit best, best first.

    Args:
        session: only read.
        volunteer: what they have told.
        origin: their home, when they have told it.
        limit: how many.
        now: the moment.
    """
    asked = queries.candidates(volunteer, origin, limit, now, dressed=True)
    rows = asked.rows(session)
    by_id = {row.id: row for row in rows}
    found = _ranked(volunteer, rows, now)[:limit]
    return [
        Shown(match.score, rules.reasons(volunteer, match, now), by_id[match.need.id])
        for match in found
    ]


def ranked_matches(
    session: Session,
    volunteer: Volunteer,
    origin: geo.Origin | None,
    limit: int,
    now: datetime,
    bounds: queries.Bounds = queries.USUAL,
) -> list[Match]:
    """At least the `limit` best matches, best first, among what is looked at."""
    asked = queries.candidates(volunteer, origin, limit, now, bounds)
    return _ranked(volunteer, asked.rows(session), now)


def _ranked(volunteer: Volunteer, rows: Sequence[Any], now: datetime) -> list[Match]:
    seen = queries.candidates_of(rows)
    return rules.ranked([m for need in seen if (m := rules.match(volunteer, need, now))])
