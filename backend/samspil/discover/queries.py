"""Everything near you in one list, and on the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    CTE,
    ColumnElement,
    DateTime,
    Integer,
    Select,
    Text,
    and_,
    cast,
    exists,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute

from samspil.associations.models import Association, AssociationPlace, Claim, Membership
from samspil.associations.queries import ASSOCIATIONS
from samspil.associations.queries import Filters as AssociationFilters
from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.moderation.services import Report
from samspil.needs.models import Need, NeedPlace
from samspil.needs.queries import Filters as NeedFilters
from samspil.needs.queries import next_starts_at, open_needs
from samspil.people.profiles import interest_names
from samspil.places.queries import place_ref, place_refs
from samspil.premises.models import Premises, Suggestion
from samspil.premises.queries import PREMISES
from samspil.premises.queries import Filters as PremisesFilters
from samspil.search import near as search
from samspil.search import words
from samspil.search.near import Searched
from samspil.search.paging import Page
from samspil.search.results import Search
from samspil.search.words import Matches, matches_looked_up

KINDS: Final = ("need", "association", "premises")
Column = ColumnElement[Any] | InstrumentedAttribute[Any]

MOST_FEATURES: Final = 500
CELLS_ACROSS: Final = 16  # 17 × 17 clusters at most


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of thing takes part in the common list."""

    name: str
    table: Searched
    conditions: Callable[[Matches], Sequence[ColumnElement[bool]]]
    has_remote: bool
    slug: Column
    title: Column
    summary: Column
    lang: Column
    subtitle: Column
    interests: Column
    places: Column
    newest: Column

    def named(self) -> list[ColumnElement[Any]]:
        """What the map shows."""
        return [
            literal(self.name).label("kind"),
            self.table.id.label("id"),
            self.slug.label("slug"),
            self.title.label("title"),
            self.subtitle.label("subtitle"),
            self.lang.label("lang"),
        ]

    def described(self, origin: geo.Origin | None) -> list[ColumnElement[Any]]:
        """What the list shows."""
        return [
            *self.named(),
            self.summary.label("summary"),
            self.interests.label("interests"),
            self.places.label("places"),
            interest_names(self.interests),
            search.nearest_point(origin, self.table.positions).label("position"),
        ]


def kinds(filters: NeedFilters, wanted: Sequence[str], now: datetime) -> list[Kind]:
    """The kinds asked for, each filtered by what it can be filtered by.

    Who filters by when, or by whose, looks for needs: the others then have no place in the list.
    """
    q, interests = filters.q, filters.interests
    only_needs = bool(
        filters.weekdays
        or filters.parts_of_day
        or filters.period
        or filters.commitments
        or filters.association
    )
    whose = select(Association.name).where(Association.id == Need.association_id).scalar_subquery()
    available = [
        Kind(
            name="need",
            table=open_needs(now),
            conditions=filters.conditions,
            has_remote=True,
            slug=cast(null(), Text),
            title=Need.title,
            summary=Need.summary,
            lang=Need.lang,
            subtitle=whose,
            interests=Need.interests,
            places=place_refs(NeedPlace, NeedPlace.need_id == Need.id),
            newest=Need.published_at,
        ),
        Kind(
            name="association",
            table=ASSOCIATIONS,
            conditions=AssociationFilters(q, interests).conditions,
            has_remote=False,
            slug=Association.slug,
            title=Association.name,
            summary=Association.summary,
            lang=Association.lang,
            subtitle=cast(null(), Text),
            interests=Association.interests,
            places=place_refs(AssociationPlace, AssociationPlace.association_id == Association.id),
            newest=Association.created_at,
        ),
        Kind(
            name="premises",
            table=PREMISES,
            # Premises have no interests: who asks for one does not ask for them.
            conditions=lambda matches: [
                *PremisesFilters(q).conditions(matches),
                literal(not interests),
            ],
            has_remote=False,
            slug=Premises.slug,
            title=Premises.name,
            summary=Premises.summary,
            lang=Premises.lang,
            subtitle=Premises.address,
            interests=cast(literal("{}"), Need.interests.type),
            places=place_ref(Premises.place_id),
            newest=Premises.created_at,
        ),
    ]
    names = set(wanted or KINDS) & ({"need"} if only_needs else set(KINDS))
    return [kind for kind in available if kind.name in names]


def near(origin: geo.Origin, radius_m: int, mixed: Sequence[Kind], page: Page) -> Search:
    """Everything inside the radius, nearest first; then what is done from home.

    With words, what fits best first.
    """
    lists, query = [], page.search.get("q")
    for kind in mixed:
        conditions = kind.conditions(matches_looked_up)
        hit = search.nearest(
            kind.table, origin, radius_m, conditions, page, remote=kind.has_remote, query=query
        )
        keys = (key for key in search.near_order(hit) if key is not hit.c.id)
        lists.append(
            select(*kind.described(origin), *keys, search.metres(origin, hit)).join(
                hit, hit.c.id == kind.table.id
            )
        )
    both = union_all(*lists).subquery()
    rows = select(both).order_by(*search.near_order(both)).limit(page.limit + 1)
    return Search(
        lambda: rows,
        search.nearest_key,
        lambda: _total(mixed, (origin, radius_m)),
        "nearest",
        _texts,
        query=query,
    )


def _texts(row: Any) -> dict[str, str | None]:
    beside = "address" if row.kind == "premises" else "association"
    return {
        "title": row.title,
        beside: row.subtitle,
        "interest": row.interest_names,
        "place": row.places,
        "summary": row.summary,
    }


def next_first(mixed: Sequence[Kind], page: Page, now: datetime) -> Search:
    """Everything with the next date first, then the newest; with words, what fits best first."""
    last = search.after_next_first(page)
    as_of = last[0] if last else now
    lists, query = [], page.search.get("q")
    for kind in mixed:
        soonest = next_starts_at(as_of) if kind.name == "need" else cast(null(), DateTime(True))
        lists.append(
            select(
                *kind.described(None),
                soonest.label("next_at"),
                kind.newest.label("newest"),
                search.misfit_of(kind.table, query).label("misfit"),
                search.metres(None, None),
            ).where(*kind.table.visible, *kind.conditions(matches_looked_up))
        )
    both = union_all(*lists).subquery()
    keys = (both.c.misfit, both.c.next_at, both.c.newest, both.c.id)
    rows = select(both).order_by(*search.next_first(*keys)).limit(page.limit + 1)
    if last is not None:
        rows = rows.where(search.comes_after(*keys, last))
    return Search(
        lambda: rows,
        lambda row: search.next_first_key(as_of, row, row.next_at, row.newest),
        lambda: _total(mixed, None),
        "soonest",
        _texts,
        query=query,
    )


def _total(mixed: Sequence[Kind], near: tuple[geo.Origin, int] | None) -> Select[int]:
    counts = [
        search.count(
            kind.table,
            near,
            kind.conditions(matches_looked_up),
            remote=kind.has_remote or near is None,
        ).scalar_subquery()
        for kind in mixed
    ]
    total: ColumnElement[int] = literal(0)
    for count in counts:
        total = total + count
    return select(total)


def on_map(box: ColumnElement[Any], mixed: Sequence[Kind]) -> AnySelect:
    """Rows for the map, in one statement.

    Up to `MOST_FEATURES` points are given one by one: kind, id, slug, title, subtitle, lang,
    number (of the thing's points), point. Past that they come as clusters: count, point, west,
    south, east, north. Every row carries the total.
    """
    hit = _points_in(box, mixed)
    total = select(func.count()).select_from(hit).scalar_subquery()
    singles = [
        select(
            *kind.named(),
            hit.c.number.label("number"),
            geo.as_geojson(hit.c.point).label("point"),
            literal(1).label("count"),
            *(cast(null(), geo.Degrees).label(edge) for edge in geo.EDGES),
            total.label("total"),
        )
        .join(hit, and_(hit.c.id == kind.table.id, hit.c.kind == kind.name))
        .where(total <= MOST_FEATURES)
        for kind in mixed
    ]
    clusters: AnySelect = _clusters(hit, box, total)
    return select(union_all(*singles, clusters).subquery())


def _points_in(box: ColumnElement[Any], mixed: Sequence[Kind]) -> CTE:
    """(kind, id, number, point) of every point inside the box."""
    lists = []
    for kind in mixed:
        dumped = func.ST_Dump(kind.table.positions).table_valued("path", "geom").lateral("dumped")
        lists.append(
            select(
                literal(kind.name).label("kind"),
                kind.table.id.label("id"),
                (cast(dumped.c.path, Text)).label("number"),
                dumped.c.geom.label("point"),
            )
            .select_from(kind.table.id.class_)
            .join(dumped, literal(True))
            .where(
                *kind.table.visible,
                func.ST_Intersects(kind.table.positions, box),
                func.ST_Intersects(dumped.c.geom, box),
                *kind.conditions(words.matches),
            )
        )
    return union_all(*lists).cte("hit")


def _clusters(hit: CTE, box: ColumnElement[Any], total: Any) -> AnySelect:
    """The points gathered by the cells of a grid over the box."""
    width = func.ST_XMax(box) - func.ST_XMin(box)
    height = func.ST_YMax(box) - func.ST_YMin(box)
    cell = func.ST_SnapToGrid(hit.c.point, func.greatest(width, height) / CELLS_ACROSS)
    gathered = func.ST_Collect(hit.c.point)
    extent = geo.to_wgs84(func.ST_Envelope(gathered))
    edges = zip(geo.EDGES, (func.ST_XMin, func.ST_YMin, func.ST_XMax, func.ST_YMax), strict=True)
    nothing = cast(null(), Text)
    return (
        select(
            literal("cluster").label("kind"),
            cast(null(), search.ID).label("id"),
            *(nothing.label(name) for name in ("slug", "title", "subtitle", "lang", "number")),
            geo.as_geojson(func.ST_Centroid(gathered)).label("point"),
            cast(func.count(), Integer).label("count"),
            *(cast(edge(extent), geo.Degrees).label(name) for name, edge in edges),
            total.label("total"),
        )
        .where(total > MOST_FEATURES)
        .group_by(cell)
    )


# How much waits for staff, over all domains.


def waiting() -> AnySelect:
    """One row of counts."""
    run_by_somebody = exists(
        select(Membership.person_id).where(
            Membership.association_id == Association.id, Membership.role == "manager"
        )
    )
    return select(
        _count(Association, Association.status == "pending").label("pending"),
        _count(Claim, Claim.status == "open").label("claims"),
        _count(Report, Report.status == "open").label("reports"),
        _count(Association, Association.status == "public", ~run_by_somebody).label(
            "without_manager"
        ),
        _count(Suggestion, Suggestion.status == "open").label("suggestions"),
    )


def _count(table: type[DeclarativeBase], *conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).select_from(table).where(*conditions).scalar_subquery()
