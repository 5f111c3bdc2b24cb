"""The queries of premises and their spaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Text, cast, exists, func, literal, select, true
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import selectinload

from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.core.time import local
from samspil.places.queries import place_ref
from samspil.premises.models import OpeningHours, Premises, Space
from samspil.search import near as search
from samspil.search import results, words
from samspil.search.near import Searched
from samspil.search.paging import Page
from samspil.search.results import Search
from samspil.search.words import Matches, matches_looked_up

PREMISES = Searched(Premises.id, Premises.positions, (true(),), Premises.search)


@dataclass(frozen=True, slots=True)
class Filters:
    """What premises must have, when they must be open, and what one space of theirs must be."""

    q: str | None = None
    persons: int | None = None
    activities: Sequence[str] = ()
    features: Sequence[str] = ()
    period: tuple[datetime, datetime] | None = None

    @classmethod
    def of(cls, args: Mapping[str, Any]) -> Filters:
        """From a search's parsed parameters."""
        period = (args["starts_at"], args["ends_at"]) if "starts_at" in args else None
        return cls(
            q=args.get("q"),
            persons=args.get("persons"),
            activities=args.get("activity", ()),
            features=args.get("feature", ()),
            period=period,
        )

    def space_conditions(self) -> list[ColumnElement[bool]]:
        """What one and the same space must be; its premises' features count as its own."""
        found: list[ColumnElement[bool]] = [Space.premises_id == Premises.id]
        if self.persons is not None:
            found.append(Space.capacity >= self.persons)
        if self.activities:
            found.append(Space.activities.overlap(search.words("activities", self.activities)))
        if self.features:
            has = Space.features.concat(Premises.features)
            found.append(has.contains(search.words("features", self.features)))
        return found

    def conditions(self, matches: Matches = words.matches) -> list[ColumnElement[bool]]:
        """As SQL; `matches` says where the query's words are looked up, see `words`."""
        found: list[ColumnElement[bool]] = []
        if self.q:
            found.append(matches(Premises.search, self.q))
        if self.persons is not None or self.activities or self.features:
            found.append(exists().where(*self.space_conditions()))
        if self.period is not None:
            found.append(open_throughout(*self.period))
        return found


def open_throughout(starts_at: datetime, ends_at: datetime) -> ColumnElement[bool]:
    """Whether the premises are open from the first moment to the last, on a Danish clock.

    A period past midnight fits no opening hours, since none of them pass midnight.
    """
    first, last = local(starts_at), local(ends_at)
    return exists().where(
        OpeningHours.premises_id == Premises.id,
        OpeningHours.weekday == first.weekday(),
        OpeningHours.opens <= first.time(),
        OpeningHours.closes >= last.time(),
        literal(first.date() == last.date()),
    )


def fitting_spaces(filters: Filters) -> ColumnElement[str]:
    """The spaces that fit, as JSON text."""
    listed = func.json_agg(
        aggregate_order_by(
            func.json_build_object(
                *("id", Space.id, "name", Space.name, "capacity", Space.capacity),
                *("area_m2", Space.area_m2, "floor", Space.floor),
                *("activities", Space.activities, "features", Space.features),
            ),
            Space.rank,
        )
    )
    return (
        select(func.coalesce(cast(listed, Text), "[]"))
        .where(*filters.space_conditions())
        .correlate(Premises)
        .scalar_subquery()
    )


def columns(filters: Filters) -> list[Any]:
    """What an item of a list shows, but for its distance."""
    return [
        Premises.id,
        Premises.slug,
        Premises.name,
        Premises.operator,
        Premises.summary,
        Premises.lang,
        Premises.address,
        place_ref(Premises.place_id).label("places"),
        geo.as_geojson(Premises.positions).label("positions"),
        Premises.position_accuracy,
        Premises.features,
        fitting_spaces(filters).label("spaces"),
        Premises.demo,
    ]


def near(origin: geo.Origin, radius_m: int, filters: Filters, page: Page) -> Search:
    """Premises inside the radius, nearest first; with words, those that fit best first."""
    shown, conditions = columns(filters), filters.conditions(matches_looked_up)
    return results.near(PREMISES, shown, origin, radius_m, conditions, page, filters.q, _texts)


def by_name(filters: Filters, page: Page) -> Search:
    """Premises as in a directory: premises have no date that could come next."""
    shown, conditions = columns(filters), filters.conditions(matches_looked_up)
    return results.by_name(PREMISES, Premises.name, shown, conditions, page, filters.q, _texts)


def _texts(row: Any) -> dict[str, str | None]:
    spaces = " ".join(space["name"] for space in orjson.loads(row.spaces))
    return {
        "title": row.name,
        "address": row.address,
        "place": row.places,
        "space": spaces,
        "summary": row.summary,
    }


def one(slug: str) -> AnySelect:
    """The premises with this slug, with an item's columns, spaces, parts and hours."""
    return (
        select(
            Premises,
            *columns(Filters()),
            search.nearest_point(None, Premises.positions).label("position"),
            search.metres(None, None),
        )
        .where(Premises.slug == slug)
        .options(
            selectinload(Premises.spaces).selectinload(Space.parts),
            selectinload(Premises.opening_hours),
        )
    )
