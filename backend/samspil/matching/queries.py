"""Which needs may suit a volunteer, and which volunteers a need?

A match must not look at every need within reach: in a city those are tens of thousands. The
nearest `MOST_WALKED` that pass the gates are walked in the distance index's own order, their
promise (the most that `rules` can make of what this statement sees) is computed in SQL, and the
most promising are handed to `rules`, which decides. Where no more lie within reach, nothing is left
out by distance; where more do, what is left out is farther away than so many others that nearly as
good ones are among them. A test holds that in the demonstration nothing that matters is lost;
`scripts/bench match` prints what is lost in a city.
"""

from __future__ import annotations

import functools
import operator
import uuid
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    DateTime,
    Float,
    Integer,
    Text,
    and_,
    any_,
    case,
    cast,
    exists,
    func,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import geo, language
from samspil.core.db import AnySelect
from samspil.core.prepared import given, rows_of
from samspil.core.time import at_local, local
from samspil.matching import rules
from samspil.matching.rules import WEIGHTS, Candidate, Kind, Volunteer
from samspil.matching.skills import pattern
from samspil.needs.models import Need, Shift
from samspil.needs.queries import PLANNED, columns, next_shift, open_needs
from samspil.people.models import Interest
from samspil.people.profiles import interest_label
from samspil.search import near as search

MOST_WALKED: Final = 200
MOST_FROM_HOME: Final = 100
# So many more than are asked for go to the rules, for what SQL does not see; see `_promise`.
SPARE: Final = 6


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a match looks at."""

    walked: int = MOST_WALKED
    from_home: int = MOST_FROM_HOME
    spare: int = SPARE


USUAL: Final = Bounds()


@dataclass(frozen=True, slots=True)
class Statement:
    """A search that is built once for all that differ in `given` alone."""

    shape: Hashable
    given: Mapping[str, Any]
    build: Callable[[], AnySelect]

    def rows(self, session: Session) -> Sequence[Any]:
        """Its rows, with these values."""
        return rows_of(session, self.shape, self.given, self.build)


def candidates(
    volunteer: Volunteer,
    origin: geo.Origin | None,
    limit: int,
    now: datetime,
    bounds: Bounds = USUAL,
    *,
    dressed: bool = False,
) -> Statement:
    """The most promising needs, with the columns of `rules.Candidate`.

    Args:
        volunteer: what they have said of themselves.
        origin: their home; without one the newest needs are walked, wherever they are.
        limit: how many are wanted.
        now: the moment.
        bounds: how much is looked at.
        dressed: with the columns of an item of a list, too, and all interests' names as JSON: one
            statement that dresses a few too many is quicker than a second one.
    """
    values = _values(volunteer, now) | {
        "now": now,
        "as_of": now,
        "walked": bounds.walked,
        "most": limit + bounds.spare,
    }
    if origin is not None:
        reach = {"radius_m": volunteer.max_distance_m, "from_home": bounds.from_home}
        values |= {**origin.given, **reach}

    def build() -> AnySelect:
        walked = _walked(volunteer, origin, now, values)
        promise = _promise(volunteer, origin, walked, values)
        best = (
            select(walked.c.id, walked.c.plane, promise.label("promise"))
            .where(walked.c.taken < walked.c.wanted)
            .order_by(promise.desc(), walked.c.id)
            .limit(given("most", values["most"], Integer()))
            .subquery("best")
        )
        metres = null().cast(Float) if origin is None else origin.metres_to(best.c.plane)
        found = select().select_from(best).join(Need, Need.id == best.c.id)
        found = found.join(Association, Association.id == Need.association_id)
        if not dressed:
            return found.add_columns(*_candidate_columns(metres, now), best.c.promise)
        coming = next_shift(now)
        shown = {column.key: column for column in columns(coming)}
        missing = [c for c in _candidate_columns(metres, now) if c.key not in shown]
        return found.outerjoin(coming, true()).add_columns(
            *shown.values(),
            *missing,
            search.nearest_point(origin, Need.positions).label("position"),
            func.round(metres).label("distance_m"),
            _interest_names(),
        )

    shape = ("match", dressed, language.current.get(), origin is None, *sorted(values))
    return Statement(shape, values, build)


def candidate(need_id: uuid.UUID, now: datetime) -> AnySelect:
    """The columns of `rules.Candidate` of an open need, without a distance."""
    return (
        select(*_candidate_columns(null().cast(Float), now))
        .join(Association, Association.id == Need.association_id)
        .where(Need.id == need_id, *open_needs(now).visible)
    )


def candidates_of(rows: Sequence[Any]) -> list[Candidate]:
    """Rows of `candidates` as the rules know them."""
    if not rows:
        return []
    # By place: by name, each row would look up each column anew.
    read = itemgetter(*map(rows[0]._fields.index, Candidate._fields))
    return [Candidate._make(read(row)) for row in rows]


def _candidate_columns(metres: Any, now: datetime) -> list[Any]:
    with_room = (
        select(func.array_agg(aggregate_order_by(Shift.starts_at, Shift.starts_at)))
        .where(*_has_room(now))
        .correlate(Need)
        .scalar_subquery()
    )
    return [
        Need.id,
        metres.label("metres"),
        Need.positions.is_(None).label("remote"),
        Need.title,
        Need.interests,
        Need.skills,
        Need.languages,
        Need.minimum_age,
        Need.commitment,
        Need.slots,
        case((Need.commitment == "once", with_room)).label("shifts"),
        Need.from_day,
        Need.until_day,
        Need.step_free,
        Need.wanted,
        Need.taken,
        Need.deadline,
        Need.published_at,
        Association.reply_days,
    ]


def _interest_names() -> ColumnElement[str]:
    """All interests' names, the same in every row: looked up once, not for each row its own."""
    names = func.json_object_agg(Interest.slug, interest_label())
    return select(cast(names, Text)).scalar_subquery().label("interest_names")


def _has_room(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        Shift.need_id == Need.id,
        PLANNED,
        Shift.starts_at > given("as_of", now),
        Shift.taken < Shift.capacity,
    )


def _walked(
    volunteer: Volunteer, origin: geo.Origin | None, now: datetime, values: Mapping[str, Any]
) -> CTE:
    """The needs that are looked at: those nearest to home that pass the gates, and from home."""
    seen = (
        *(Need.id, Need.interests, Need.skills, Need.slots, Need.commitment),
        *(Need.step_free, Need.positions.is_(None).label("remote"), Need.wanted, Need.taken),
    )
    open_now = open_needs(now)
    passing = [*open_now.visible, *_gates(now, values)]
    rows = given("walked", values["walked"], Integer())
    if origin is None:
        newest = (
            select(*seen, null().cast(Float).label("plane"))
            .where(*passing)
            .order_by(Need.published_at.desc(), Need.id)
            .limit(rows)
        )
        return newest.cte("walked")
    plane = origin.plane_distance(Need.positions)
    reach = given("radius_m", volunteer.max_distance_m, Integer()) * origin.scale
    near = (
        select(*seen, plane.label("plane"))
        .where(*passing, Need.positions.bool_op("&&")(func.ST_Expand(origin.point, reach)))
        .order_by(plane)
        # All that lie as far as the last: which of them were taken would be chance.
        .fetch(rows, with_ties=True)
        .subquery()
    )
    from_home = (
        select(*seen, null().cast(Float).label("plane"))
        .where(*passing, Need.positions.is_(None))
        .order_by(Need.id.desc())  # ids grow with time
        .limit(given("from_home", values["from_home"], Integer()))
    )
    # The corners of the square come after all that lies in the circle. Asked for the circle in the
    # walk itself, PostgreSQL would guess so few rows that it would rather sort them all.
    within_reach = select(near).where(near.c.plane <= reach)
    both = union_all(within_reach, select(from_home.subquery()))
    return both.cte("walked")


def _gates(now: datetime, values: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """The gates of `rules` that a row shows by itself."""
    found: list[ColumnElement[bool]] = []
    if "age" in values:
        age = given("age", values["age"], Integer())
        found.append(or_(Need.minimum_age.is_(None), Need.minimum_age <= age))
    if "languages" in values:
        spoken = search.words("languages", values["languages"])
        found.append(or_(Need.languages == cast([], ARRAY(Text)), Need.languages.overlap(spoken)))
    if "step_free" in values:
        found.append(Need.step_free.is_not(False))
    on_shifts = [*_has_room(now)]
    if "first_day" in values:
        first = given("first_day", values["first_day"], Date())
        found.append(or_(Need.until_day.is_(None), Need.until_day >= first))
        begins = given("first_moment", values["first_moment"], DateTime(timezone=True))
        on_shifts.append(Shift.starts_at >= begins)
    if "last_day" in values:
        last = given("last_day", values["last_day"], Date())
        found.append(or_(Need.from_day.is_(None), Need.from_day <= last))
        ends = given("last_moment", values["last_moment"], DateTime(timezone=True))
        on_shifts.append(Shift.starts_at < ends)
    if "first_day" in values or "last_day" in values:
        at_any_time = or_(Need.commitment != "once", Need.slots == cast([], ARRAY(Text)))
        found.append(or_(at_any_time, exists().where(*on_shifts).correlate(Need)))
    return found


def _values(volunteer: Volunteer, now: datetime) -> dict[str, Any]:
    """The values that gates and promise are given, for what the volunteer has told."""
    values: dict[str, Any] = {}
    if volunteer.birth_year is not None:
        values["age"] = local(now).year - volunteer.birth_year
    for name in ("languages", "interests", "availability", "commitments"):
        if wanted := getattr(volunteer, name):
            values[name] = sorted(wanted)
    if volunteer.step_free:
        values["step_free"] = True
    if (first := volunteer.available_from) is not None:
        values |= {"first_day": first, "first_moment": at_local(first, time())}
    if (last := volunteer.available_until) is not None:
        values |= {"last_day": last, "last_moment": at_local(last + timedelta(days=1), time())}
    if volunteer.all_stems:
        values["skills"] = pattern(volunteer.all_stems)
    return values


def _promise(
    volunteer: Volunteer, origin: geo.Origin | None, walked: CTE, values: Mapping[str, Any]
) -> ColumnElement[float]:
    """The weighed parts of a need as `rules` makes them, or more where a row does not show all.

    Left out is what is worth little and dear to read: how fresh it is, how many hands are missing,
    how quick the answer, and a skill that only the title speaks of.
    """
    row = walked.c
    parts: dict[Kind, ColumnElement[Any]] = {}
    if origin is not None:
        reach = given("radius_m", volunteer.max_distance_m, Integer())
        near = func.greatest(0.0, 1 - row.plane / cast(reach, Float))
        parts["distance"] = case((row.plane.is_(None), rules.AT_HOME), else_=near)
    if "interests" in values:
        wanted = search.words("interests", values["interests"])
        whole = and_(row.interests.contained_by(wanted), func.cardinality(row.interests) > 1)
        main = row.interests[1] == any_(wanted)
        shared = case((whole, 1.0), (main, rules.MAIN_INTEREST), else_=rules.SIDE_INTEREST)
        parts["interest"] = case((row.interests.overlap(wanted), shared), else_=0.0)
    if "availability" in values:
        free = search.words("availability", values["availability"])
        no_slots = row.slots == cast([], ARRAY(Text))
        parts["availability"] = case(
            (row.slots.overlap(free), 1.0), (no_slots, rules.ANY_TIME), else_=0.0
        )
    skill = [(row.skills == cast([], ARRAY(Text)), rules.NO_SKILL_ASKED)]
    if "skills" in values:
        asked_for = func.lower(func.array_to_string(row.skills, " "))
        skill.append((asked_for.regexp_match(given("skills", values["skills"], Text())), 1.0))
    parts["skill"] = case(*skill, else_=0.0)
    if "commitments" in values:
        wished = search.words("commitments", values["commitments"])
        parts["commitment"] = case((row.commitment == any_(wished), 1.0), else_=0.0)
    if "step_free" in values:
        known = or_(row.step_free, row.remote)
        parts["step_free"] = case((known, 1.0), else_=0.0)
    weighed = [WEIGHTS[kind] * cast(part, Float) for kind, part in parts.items()]
    return functools.reduce(operator.add, weighed)
