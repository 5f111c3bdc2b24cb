"""Matches: needs for a volunteer, and volunteers for a need. Nothing is written."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Float, cast, func, or_, select
from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.matching import queries, rules
from samspil.matching.rules import Match, Reason, Volunteer
from samspil.needs.models import Need
from samspil.people.models import OptionalConsent, Person, Profile


@dataclass(frozen=True, slots=True)
class ExplainedMatch:
    """A match, why it is one, and the need's row."""

    score: float
    reasons: Sequence[Reason]
    row: Any


def best_matches(
    session: Session, volunteer: Volunteer, origin: geo.Origin | None, limit: int, now: datetime
) -> list[ExplainedMatch]:
    """The needs that suit best, best first.

    Args:
        session: only read.
        volunteer: what they have said of themselves.
        origin: their home, when they have told it.
        limit: how many.
        now: the moment.
    """
    statement = queries.candidates(volunteer, origin, limit, now, dressed=True)
    rows = statement.rows(session)
    by_id = {row.id: row for row in rows}
    found = _ranked(volunteer, rows, now)[:limit]
    return [
        ExplainedMatch(match.score, rules.reasons(volunteer, match, now), by_id[match.need.id])
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
    statement = queries.candidates(volunteer, origin, limit, now, bounds)
    return _ranked(volunteer, statement.rows(session), now)


def _ranked(volunteer: Volunteer, rows: Sequence[Any], now: datetime) -> list[Match]:
    needs = queries.candidates_of(rows)
    return rules.ranked([m for need in needs if (m := rules.match(volunteer, need, now))])


# Whom could a need ask? Those who have said yes to being asked, best fit first.
#
# Only ids and reasons come out: whoever is asked is reached through the platform, never
# directly.

MOST_LOOKED_AT: Final = 500


@dataclass(frozen=True, slots=True)
class Fit:
    """Somebody whom the need suits, and why."""

    person_id: uuid.UUID
    score: float
    reasons: Sequence[Reason]


def volunteers_for(session: Session, need_id: uuid.UUID, now: datetime) -> list[Fit]:
    """Those who may be asked and whom no gate shuts out, best fit first; equals by id.

    Best is what adds up to most: who has told more that fits stands before who has told little.
    """
    row = session.execute(queries.candidate(need_id, now)).first()
    if row is None:
        return []
    [need] = queries.candidates_of([row])
    found = []
    for profile, person_id, metres in session.execute(_may_be_asked(need_id)):
        volunteer = volunteer_of_profile(profile)
        match = rules.match(volunteer, need._replace(metres=metres), now)
        if match is not None:
            why = rules.reasons(volunteer, match, now)
            found.append((match.points, Fit(person_id, match.score, why)))
    found.sort(key=lambda pair: (-pair[0], pair[1].person_id))
    return [fit for _, fit in found]


def volunteer_of_profile(profile: Profile | None) -> Volunteer:
    """What somebody with an account has told; nothing where they have no profile."""
    if profile is None:
        return Volunteer()
    return Volunteer(
        located=profile.home is not None,
        max_distance_m=profile.max_distance_m or geo.DEFAULT_RADIUS_M,
        interests=frozenset(profile.interests),
        skills=tuple(profile.skills),
        languages=frozenset(profile.languages),
        availability=frozenset(profile.availability),
        available_from=profile.available_from,
        available_until=profile.available_until,
        birth_year=profile.birth_year,
    )


def origin_of_profile(profile: Profile | None) -> geo.Origin | None:
    """Where their search starts; nowhere where they have told no home."""
    if profile is None or profile.home is None:
        return None
    lon, lat = profile.home["coordinates"]
    return geo.origin_at(lat, lon)


def _may_be_asked(need_id: uuid.UUID) -> AnySelect:
    """(profile, person's id, metres from home) of the nearest who may be asked.

    A need at a place asks only those who have told where they live, and how far it is.
    """
    plane: Any = Profile.home.op("<->")(Need.positions)
    metres = cast(plane / geo.scale_at(Profile.home), Float)
    limit = func.coalesce(Profile.max_distance_m, geo.DEFAULT_RADIUS_M)
    standing = OptionalConsent.withdrawn_at.is_(None)
    return (
        select(Profile, Profile.person_id, metres.label("metres"))
        .join(Person, Person.id == Profile.person_id)
        .join(OptionalConsent, OptionalConsent.person_id == Profile.person_id)
        .join(Need, Need.id == need_id)
        .where(
            OptionalConsent.purpose == "asked_for_needs",
            standing,
            Person.erased_at.is_(None),
            Person.verified_at.is_not(None),
            or_(Person.guardian_email.is_(None), Person.guardian_consented_at.is_not(None)),
            or_(Need.positions.is_(None), metres <= limit),
        )
        .order_by(metres.asc().nulls_last(), Profile.person_id)
        .limit(MOST_LOOKED_AT)
    )
