"""Which associations?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, true

from samspil.associations.models import Association, AssociationPlace
from samspil.core import geo, search, words
from samspil.core.db import AnySelect
from samspil.core.search import Page, Search, Searched
from samspil.core.words import Matches, matches_looked_up
from samspil.places.queries import place_refs

ASSOCIATIONS = Searched(Association.id, Association.positions, (true(),))


@dataclass(frozen=True, slots=True)
class Filters:
    """What an association must be."""

    q: str | None = None
    interests: Sequence[str] = ()
    kinds: Sequence[str] = ()

    def conditions(self, matches: Matches = words.matches) -> list[ColumnElement[bool]]:
        """As SQL; `matches` says where the query's words are looked up, see `words`."""
        found: list[ColumnElement[bool]] = []
        if self.q:
            found.append(matches(Association.search, self.q))
        if self.interests:
            found.append(Association.interests.overlap(search.words("interests", self.interests)))
        if self.kinds:
            found.append(Association.kind.in_(self.kinds))
        return found


def columns(today: date) -> list[Any]:
    """What an item of a list shows, but for its distance."""
    return [
        Association.id,
        Association.slug,
        Association.name,
        Association.kind,
        Association.summary,
        Association.lang,
        Association.interests,
        place_refs(AssociationPlace, AssociationPlace.association_id == Association.id).label(
            "places"
        ),
        geo.as_geojson(Association.positions).label("positions"),
        Association.position_accuracy,
        Association.open_needs,
        Association.reply_days,
        Association.verified_at.is_not(None).label("verified"),
        is_approved(today).label("approved"),
        Association.demo,
    ]


def is_approved(today: date) -> ColumnElement[bool]:
    """Whether the association may borrow municipal premises today."""
    period = and_(Association.approved_from <= today, Association.approved_until >= today)
    return func.coalesce(period, False)


def near(origin: geo.Origin, radius_m: int, filters: Filters, page: Page, today: date) -> Search:
    """Associations inside the radius, nearest first."""
    shown, conditions = columns(today), filters.conditions(matches_looked_up)
    return search.near(ASSOCIATIONS, shown, origin, radius_m, conditions, page, filters.q)


def by_name(filters: Filters, page: Page, today: date) -> Search:
    """Associations as in a directory: an association has no date that could come next."""
    shown, conditions = columns(today), filters.conditions(matches_looked_up)
    return search.by_name(ASSOCIATIONS, Association.name, shown, conditions, page, filters.q)


def one(slug: str, today: date) -> AnySelect:
    """The association with this slug, with an item's columns."""
    return select(
        Association,
        *columns(today),
        search.nearest_point(None, Association.positions).label("position"),
        search.metres(None, None),
    ).where(Association.slug == slug)
