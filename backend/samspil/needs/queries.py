"""Which needs?"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    Text,
    any_,
    case,
    cast,
    column,
    exists,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import LateralFromClause

from samspil.associations.models import Association
from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.core.prepared import given
from samspil.core.text import terms
from samspil.needs import rules
from samspil.needs.models import Need, NeedPlace, Shift
from samspil.people.profiles import interest_names
from samspil.places.queries import place_refs
from samspil.search import near as search
from samspil.search import words
from samspil.search.near import Searched
from samspil.search.paging import Page
from samspil.search.results import Search
from samspil.search.words import Matches, matches_looked_up

Remote = Literal["include", "only", "exclude"]
Near = tuple[geo.Origin, int]

# Not a part of the tables' indexes: few needs are hidden, and those are passed over.
SHOWN: Final[ColumnElement[bool]] = Need.shown.expression
# Shifts that are not cancelled.
PLANNED: Final[ColumnElement[bool]] = Shift.cancelled_at.is_(None)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a need must be."""

    q: str | None = None
    interests: Sequence[str] = ()
    weekdays: Sequence[str] = ()
    parts_of_day: Sequence[str] = ()
    commitments: Sequence[str] = ()
    remote: Remote = "include"
    association: str | None = None
    step_free: bool | None = None
    period: tuple[datetime, datetime] | None = None

    @classmethod
    def of(cls, args: Mapping[str, Any], now: datetime) -> Filters:
        """From a search's parsed parameters."""
        return cls(
            q=args.get("q"),
            interests=args.get("interest", ()),
            weekdays=args.get("weekday", ()),
            parts_of_day=args.get("part_of_day", ()),
            commitments=args.get("commitment", ()),
            remote=args.get("remote", "include"),
            association=args.get("association"),
            step_free=args.get("step_free"),
            period=rules.period_of(args["soon"], now) if "soon" in args else None,
        )

    def conditions(self, matches: Matches = words.matches) -> list[ColumnElement[bool]]:
        """As SQL; where the search looks is not among them.

        `matches` says where the query's words are looked up; see `words`.
        """
        found: list[ColumnElement[bool]] = []
        if self.q:
            found.append(matches(Need.search, self.q))
        if self.interests:
            found.append(Need.interests.overlap(search.words("interests", self.interests)))
        if self.weekdays or self.parts_of_day:
            found.append(Need.slots.overlap(search.words("slots", self.slots)))
        if self.period is not None:
            found.append(_is_on(*self.period))
        if self.commitments:
            wanted = search.words("commitments", self.commitments)
            found.append(Need.commitment == any_(wanted))
        if self.association is not None:
            slug = given("association", self.association)
            owner = select(Association.id).where(Association.slug == slug)
            found.append(Need.association_id == owner.scalar_subquery())
        if self.step_free is not None:
            found.append(Need.step_free == given("step_free", self.step_free))
        return found

    def given(self) -> dict[str, Any]:
        """The values that `conditions` is given."""
        values: dict[str, Any] = {
            "interests": list(self.interests),
            "slots": self.slots,
            "commitments": list(self.commitments),
            "association": self.association,
            "step_free": self.step_free,
        }
        if self.period is not None:
            values |= _given_period(*self.period)
        return {name: value for name, value in values.items() if value not in (None, [])}

    @property
    def slots(self) -> list[str]:
        """The weekdays' parts asked for; none when neither is."""
        if not (self.weekdays or self.parts_of_day):
            return []
        return rules.all_slots(self.weekdays, self.parts_of_day)

    @property
    def placed(self) -> bool:
        """Whether needs at a place are wanted."""
        return self.remote != "only"

    @property
    def from_home(self) -> bool:
        """Whether needs done from home are wanted."""
        return self.remote != "exclude"


def _is_on(first: datetime, before: datetime) -> ColumnElement[bool]:
    """Whether a need has a shift that starts in a period, or is weekly on one of its days."""
    told = {name: given(name, value) for name, value in _given_period(first, before).items()}
    starts = Shift.starts_at
    dated = exists().where(
        Shift.need_id == Need.id, PLANNED, starts >= told["first"], starts < told["before"]
    )
    days = (
        func.unnest(cast(told["period_days"], ARRAY(Date)), cast(told["period_slots"], ARRAY(Text)))
        .table_valued(column("day", Date), column("slot", Text))
        .render_derived("days")
    )
    line = func.jsonb_build_object("weekday", func.split_part(days.c.slot, "-", 1))
    weekly = exists().where(
        Need.commitment == "recurring",
        days.c.slot == any_(Need.slots),
        # Slots hold what single shifts begin in, too: the weekly plan must have that day.
        Need.pattern.contains(func.jsonb_build_array(line)),
        func.coalesce(Need.from_day <= days.c.day, true()),
        func.coalesce(Need.until_day >= days.c.day, true()),
    )
    return or_(dated, weekly)


def _given_period(first: datetime, before: datetime) -> dict[str, Any]:
    """The values that `_is_on` is given."""
    days = rules.days_of_period(first, before)
    return {
        "first": first,
        "before": before,
        "period_days": [day for day, _ in days],
        "period_slots": [slot for _, slot in days],
    }


def open_needs(now: datetime) -> Searched:
    """The needs that anybody may see."""
    open_now = Need.open_until > given("now", now)
    visible = (Need.status == "published", SHOWN, open_now)
    return Searched(Need.id, Need.positions, visible, Need.search)


def next_shift(now: datetime) -> LateralFromClause:
    """(starts_at, ends_at, places_left) of a need's next shift.

    Where that is full, the same of the first that is not, as (free_starts_at, …).
    """
    later = aliased(Shift)
    full = Shift.taken >= Shift.capacity
    free = (
        select(later.starts_at, later.ends_at, (later.capacity - later.taken).label("places_left"))
        .where(
            full,  # known before any row is read, so that most needs are asked for no other
            later.need_id == Shift.need_id,
            later.cancelled_at.is_(None),
            later.starts_at > Shift.starts_at,
            later.taken < later.capacity,
        )
        .order_by(later.starts_at)
        .limit(1)
        .correlate(Shift)
        .lateral("free_shift")
    )
    return (
        select(
            Shift.starts_at,
            Shift.ends_at,
            (Shift.capacity - Shift.taken).label("places_left"),
            free.c.starts_at.label("free_starts_at"),
            free.c.ends_at.label("free_ends_at"),
            free.c.places_left.label("free_places_left"),
        )
        .select_from(Shift)
        .outerjoin(free, true())
        .where(Shift.need_id == Need.id, PLANNED, Shift.starts_at > given("as_of", now))
        .order_by(Shift.starts_at)
        .limit(1)
        .correlate(Need)
        .lateral("next_shift")
    )


def coming_dates(coming: LateralFromClause) -> ColumnElement[int]:
    """How many shifts a need has from its next one on."""
    counted = (
        select(func.count())
        .select_from(Shift)
        .where(Shift.need_id == Need.id, PLANNED, Shift.starts_at >= coming.c.starts_at)
        .correlate(Need, coming)
        .scalar_subquery()
    )
    # Most needs have none, and are asked for no count.
    return case((coming.c.starts_at.is_not(None), counted), else_=0)


def next_starts_at(now: datetime) -> ColumnElement[datetime]:
    """When a need's next shift starts, or None."""
    return (
        select(func.min(Shift.starts_at))
        .where(Shift.need_id == Need.id, PLANNED, Shift.starts_at > given("as_of", now))
        .correlate(Need)
        .scalar_subquery()
    )


def columns(coming: LateralFromClause) -> list[Any]:
    """What an item of a list shows, but for its distance."""
    return [
        Need.id,
        Need.title,
        Need.summary,
        Need.lang,
        Association.slug.label("association_slug"),
        Association.name.label("association_name"),
        Association.kind.label("association_kind"),
        Need.interests,
        Need.commitment,
        Need.pattern,
        Need.slots,
        Need.hours_per_week,
        Need.from_day,
        Need.until_day,
        coming.c.starts_at.label("next_starts_at"),
        coming.c.ends_at.label("next_ends_at"),
        coming.c.places_left.label("next_places_left"),
        coming.c.free_starts_at,
        coming.c.free_ends_at,
        coming.c.free_places_left,
        coming_dates(coming).label("dates"),
        place_refs(NeedPlace, NeedPlace.need_id == Need.id).label("places"),
        geo.as_geojson(Need.positions).label("positions"),
        Need.position_accuracy,
        Need.wanted,
        (Need.wanted - Need.taken).label("missing"),
        Need.status,
        Need.demo,
    ]


def _for_words(filters: Filters) -> list[ColumnElement[str]]:
    """What says in which of an item's texts words were found."""
    return [interest_names(Need.interests)] if filters.q else []


def _texts(row: Any) -> dict[str, str | None]:
    return {
        "title": row.title,
        "association": row.association_name,
        "interest": row.interest_names,
        "place": row.places,
        "summary": row.summary,
    }


def near(origin: geo.Origin, radius_m: int, filters: Filters, page: Page, now: datetime) -> Search:
    """Needs with a place inside the radius, nearest first; then those done from home.

    With words, those that fit best first.
    """
    reach = {"placed": filters.placed, "remote": filters.from_home}

    def rows() -> AnySelect:
        conditions = filters.conditions(matches_looked_up)
        hit = search.nearest(
            open_needs(now), origin, radius_m, conditions, page, **reach, query=filters.q
        )
        coming = next_shift(now)
        order = search.near_order(hit)
        return (
            select(
                *columns(coming),
                *_for_words(filters),
                search.nearest_point(origin, Need.positions).label("position"),
                search.metres(origin, hit),
                *(key for key in order if key is not hit.c.id),
            )
            .select_from(hit)
            .join(Need, Need.id == hit.c.id)
            .join(Association, Association.id == Need.association_id)
            .outerjoin(coming, true())
            .order_by(*order)
        )

    def total() -> Select[int]:
        conditions = filters.conditions(matches_looked_up)
        return search.count(open_needs(now), (origin, radius_m), conditions, **reach)

    wanted = filters.given()
    if not (wanted or filters.q):
        # One plan is right for all of these; with conditions PostgreSQL needs to know where.
        origin = origin.computed_once()
    asked = {**search.given_nearest(page, filters.q), **wanted, **origin.given}
    last = search.after_nearest(page)
    # A query of signs alone is a condition too, though it has no word.
    words_asked = len(terms(filters.q)) if filters.q else None
    return Search(
        rows,
        search.nearest_key,
        total,
        "nearest",
        _texts,
        shape=(
            *("needs near", page.limit, filters.remote, words_asked, last and last[1]),
            *sorted(asked),
        ),
        given=asked | {"radius_m": radius_m, "now": now, "as_of": now},
        query=filters.q,
    )


def next_first(filters: Filters, page: Page, now: datetime) -> Search:
    """Needs with the next date first, then the newest; with words, those that fit best first.

    Which date is next depends on the moment: the cursor keeps that of the first page.
    """
    last = search.after_next_first(page)
    as_of = last[0] if last else now
    table, conditions = open_needs(now), filters.conditions(matches_looked_up)
    reach = {"placed": filters.placed, "remote": filters.from_home}
    coming = next_shift(as_of)
    keys = (search.misfit_of(table, filters.q), coming.c.starts_at, Need.published_at, Need.id)
    rows = (
        select(
            *columns(coming),
            *_for_words(filters),
            search.nearest_point(None, Need.positions).label("position"),
            search.metres(None, None),
            Need.published_at,
            keys[0].label("misfit"),
        )
        .join(Association, Association.id == Need.association_id)
        .outerjoin(coming, true())
        .where(*table.visible, search.located(table, None, **reach), *conditions)
        .order_by(*search.next_first(*keys))
        .limit(page.limit + 1)
    )
    if last is not None:
        rows = rows.where(search.comes_after(*keys, last))
    return Search(
        lambda: rows,
        lambda row: search.next_first_key(as_of, row, row.next_starts_at, row.published_at),
        lambda: search.count(table, None, conditions, **reach),
        "soonest",
        _texts,
        query=filters.q,
    )


def one(need_id: uuid.UUID, now: datetime) -> AnySelect:
    """The need with this id, with an item's columns; also when it has just closed."""
    return in_any_state(need_id, now).where(*published())


def in_any_state(need_id: uuid.UUID, now: datetime) -> AnySelect:
    """The same of a need whether anybody may see it or not."""
    coming = next_shift(now)
    return (
        select(
            Need,
            *columns(coming),
            search.nearest_point(None, Need.positions).label("position"),
            search.metres(None, None),
            (Need.open_until <= now).label("over"),
        )
        .join(Association, Association.id == Need.association_id)
        .outerjoin(coming, true())
        .where(Need.id == need_id)
    )


def published() -> Sequence[ColumnElement[bool]]:
    """What makes a need one that anybody may read, also when it has closed."""
    return (Need.status != "draft", SHOWN)


def coming_shifts(need_id: uuid.UUID, now: datetime) -> Select[Shift]:
    """A need's shifts that have not begun, soonest first."""
    return (
        select(Shift)
        .where(Shift.need_id == need_id, PLANNED, Shift.starts_at > now)
        .order_by(Shift.starts_at, Shift.id)
    )
