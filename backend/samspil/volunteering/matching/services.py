"""Matches: needs for a volunteer, and volunteers for a need. Nothing is written."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.volunteering.matching import queries, rules
from samspil.volunteering.matching.rules import Match, Volunteer


def best_matches(
    session: Session, volunteer: Volunteer, origin: geo.Origin | None, limit: int, now: datetime
) -> list[tuple[Match, Any]]:
    """The needs that suit best, best first, each with its row of `queries.items`.

    Args:
        session: only read.
        volunteer: what they have told.
        origin: their home, when they have told it.
        limit: how many.
        now: the moment.
    """
    found = ranked_matches(session, volunteer, origin, limit, now)[:limit]
    if not found:
        return []
    asked = queries.items(origin, [match.need_id for match in found], now)
    rows = {row.id: row for row in asked.rows(session)}
    return [(match, rows[match.need_id]) for match in found if match.need_id in rows]


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
    seen = (queries.candidate_of(row) for row in asked.rows(session))
    return rules.ranked([m for m in (rules.match(volunteer, c, now) for c in seen) if m])
