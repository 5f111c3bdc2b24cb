"""Matches: needs for a volunteer, volunteers for a need, and what each weight does."""

from __future__ import annotations

import dataclasses
import statistics
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Float, cast, func, or_, select
from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.matching import queries, rules
from samspil.matching.rules import WEIGHTS, Kind, Match, Reason, Volunteer
from samspil.needs.models import Need
from samspil.people.models import OptionalConsent, Person, Profile
from samspil.places.models import Place
from samspil.places.queries import origin_of


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


# What each weight does to today's lists, for whoever answers for how needs are ranked.
#
# Measured on fictional volunteers of different kinds, one of each in some towns of the
# installation: nobody's own profile is looked into.

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
            yield ranked_matches(session, at_home, origin_of(town), 10 * FIRST, now)


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
