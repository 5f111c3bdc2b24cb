"""Which associations?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, true, tuple_

from samspil.associations.models import Association, AssociationPlace
from samspil.core import geo, search
from samspil.core.db import AnySelect
from samspil.core.paging import read_id
from samspil.core.search import DANISH, Page, Search, Searched, read_text
from samspil.core.words import matches
from samspil.places.queries import place_refs

ASSOCIATIONS = Searched(Association.id, Association.positions, (true(),))


@dataclass(frozen=True, slots=True)
class Filters:
    """What an association must be."""

    q: str | None = None
    interests: Sequence[str] = ()
    kinds: Sequence[str] = ()

    def conditions(self) -> list[ColumnElement[bool]]:
        """As SQL."""
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
    conditions = filters.conditions()
    hit = search.nearest(ASSOCIATIONS, origin, radius_m, conditions, page)
    rows = (
        select(
            *columns(today),
            search.nearest_point(origin, Association.positions).label("position"),
            search.metres(origin, hit),
            hit.c.phase,
            hit.c.distance,
        )
        .join(hit, hit.c.id == Association.id)
        .order_by(hit.c.phase, hit.c.distance, hit.c.id)
    )
    return Search(
        lambda: rows,
        search.nearest_key,
        lambda: search.count(ASSOCIATIONS, (origin, radius_m), conditions),
    )


def by_name(filters: Filters, page: Page, today: date) -> Search:
    """Associations as in a directory: an association has no date that could come next."""
    conditions = filters.conditions()
    name = Association.name.collate(DANISH)
    rows = (
        select(
            *columns(today),
            search.nearest_point(None, Association.positions).label("position"),
            search.metres(None, None),
        )
        .where(*ASSOCIATIONS.visible, *conditions)
        .order_by(name, Association.id)
        .limit(page.limit + 1)
    )
    if (last := page.after(read_text, read_id)) is not None:
        rows = rows.where(tuple_(name, Association.id) > tuple_(last[0], last[1]))
    return Search(
        lambda: rows,
        lambda row: (row.name, row.id.hex),
        lambda: search.count(ASSOCIATIONS, None, conditions, remote=True),
    )


def one(slug: str, today: date) -> AnySelect:
    """The association with this slug, with an item's columns."""
    return select(
        Association,
        *columns(today),
        search.nearest_point(None, Association.positions).label("position"),
        search.metres(None, None),
    ).where(Association.slug == slug)
