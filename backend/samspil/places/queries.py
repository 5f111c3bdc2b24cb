"""Queries for places and areas, and where a search starts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    Text,
    case,
    cast,
    column,
    func,
    literal,
    select,
    values,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.core.errors import Invalid
from samspil.core.prepared import given
from samspil.core.text import fold
from samspil.places.models import MUNICIPALITY, Area, Place
from samspil.registers.cells import CellError
from samspil.search.near import DANISH, elements

# One letter wrong in three: the first two letters must be right.
LETTERS_A_MISTAKE = 3

COARSENESS_M: Final = (20, 40, 80, 160, 320, 640)
MOST_DRAWING_BYTES: Final = 18_000
DRAWING_DECIMALS: Final = 5  # of a degree: about a metre


def spelled_like(query: str) -> Select[Place]:
    """Places whose name, other name or postcode begins like `query`, nearest spelling first."""
    folded = fold(query)
    spellings = elements(Place.spellings, "spellings")
    spelling = spellings.c.value
    typed = literal(folded)
    whole = func.levenshtein(spelling, typed)
    # While somebody is typing, only the beginning of the name can be compared.
    beginning = func.levenshtein(func.left(spelling, func.length(typed)), typed)
    mistakes = func.least(whole, beginning)
    rank = case(
        (spelling == typed, 0),
        (spelling.startswith(folded, autoescape=True), 1),
        (Place.postcode.startswith(folded, autoescape=True), 1),
        else_=1 + mistakes,
    )
    allowed = len(folded) // LETTERS_A_MISTAKE
    size = case(
        {kind: rank for rank, kind in enumerate(("town", "village", "district"))},
        value=Place.kind,
        else_=9,
    )
    nearest = (
        select(Place.id, func.min(rank).label("rank"), func.min(whole).label("whole"))
        .select_from(Place)
        .join(spellings, literal(True))
        .where(literal(bool(folded)))  # without a letter or digit nothing is asked for
        .group_by(Place.id)
        .having(func.min(rank) <= 1 + allowed)
        .subquery()
    )
    return (
        select(Place)
        .join(nearest, nearest.c.id == Place.id)
        .order_by(nearest.c.rank, size, nearest.c.whole, Place.name.collate(DANISH))
    )


def by_name() -> Select[Place]:
    """All places as Danes sort them: æ, ø, å last."""
    return select(Place).order_by(Place.name.collate(DANISH), Place.slug)


def nearest_to(origin: geo.Origin) -> AnySelect:
    """(Place, metres) from a position, nearest first."""
    distance = origin.plane_distance(Place.position)
    return select(Place, origin.metres_to(distance)).order_by(distance, Place.slug)


def by_slug(slug: str) -> Select[Place]:
    """The place with this slug."""
    return select(Place).where(Place.slug == slug)


def origin_of(place: str) -> geo.Origin:
    """A place's point as the start of a search, looked up inside the search's own statement."""

    def looked_up(what: ColumnElement[Any]) -> ColumnElement[Any]:
        here = Place.slug == given("place", place)
        # In a list of results the bare column would become GeoJSON; coalesce keeps it as it is.
        return func.coalesce(select(what).where(here).scalar_subquery())

    return geo.Origin(
        {"place": place},
        lambda: looked_up(Place.position.expression),
        lambda: looked_up(geo.scale_at(Place.position)),
    )


def origin_of_search(args: Mapping[str, Any]) -> geo.Origin | None:
    """Where a search with these parameters starts, or None when it starts nowhere."""
    if "place" in args:
        return origin_of(args["place"])
    if "lat" in args:
        return geo.origin_at(args["lat"], args["lon"])
    return None


def place_refs(link: Any, belongs: ColumnElement[bool]) -> ColumnElement[str]:
    """The towns of a row as JSON text: [{slug, name}], by rank.

    `link` is the table between, with `place_id` and `rank`; `belongs` joins it to the row of the
    enclosing query.
    """
    named = func.json_build_object("slug", Place.slug, "name", Place.name)
    listed = func.json_agg(aggregate_order_by(named, link.rank))
    return (
        select(func.coalesce(cast(listed, Text), "[]"))
        .select_from(link)
        .join(Place, Place.id == link.place_id)
        .where(belongs)
        .correlate_except(link, Place)
        .scalar_subquery()
    )


def place_ref(place_id: Any) -> ColumnElement[str]:
    """The one town of a row as JSON text, in a list as `place_refs` gives it."""
    named = func.json_build_object("slug", Place.slug, "name", Place.name)
    return (
        select(cast(func.json_build_array(named), Text))
        .where(Place.id == place_id)
        .correlate_except(Place)
        .scalar_subquery()
    )


def must_be_known(
    session: Session, args: Mapping[str, Any], items: Sequence[Mapping[str, Any]]
) -> None:
    """Called with what a search found: from a place that is unknown, nothing is near.

    What is done from home is found from anywhere, even from there.

    Raises:
        Invalid: there is no such place.
    """
    if "place" in args and not any(item["distance_m"] is not None for item in items[:1]):
        must_exist(session, args["place"])


def must_exist(session: Session, slug: str) -> None:
    """Called when a search from a place finds nothing near it.

    Raises:
        Invalid: there is no such place.
    """
    if session.scalar(select(Place.id).where(Place.slug == slug)) is None:
        raise Invalid.field("place", "field.no-such-place")


def municipality() -> AnySelect:
    """(code, name, drawing as GeoJSON text, box and centre in degrees) of the municipality."""
    drawn = func.ST_GeomFromGeoJSON(Area.drawing)
    return select(
        Area.code,
        Area.name,
        Area.drawing,
        func.ST_XMin(drawn).label("west"),
        func.ST_YMin(drawn).label("south"),
        func.ST_XMax(drawn).label("east"),
        func.ST_YMax(drawn).label("north"),
        func.ST_AsGeoJSON(func.ST_PointOnSurface(drawn), geo.DECIMALS, 0, type_=Text).label(
            "centre"
        ),
    ).where(Area.layer == MUNICIPALITY)


def drawing_of(outline: ColumnElement[Any]) -> ColumnElement[str]:
    """An outline on the grid as GeoJSON text that a phone can take.

    It keeps within 20 metres of the outline where that is short enough, else within as few as fit.
    """
    coarser = values(column("metres", Integer), name="coarser").data([(m,) for m in COARSENESS_M])
    simpler = func.ST_SimplifyPreserveTopology(outline, cast(coarser.c.metres, Float))
    drawn = func.ST_AsGeoJSON(geo.to_wgs84(simpler), DRAWING_DECIMALS, 0, type_=Text)
    tries = select(coarser.c.metres, drawn.label("drawn")).subquery("tries")
    too_long = func.octet_length(tries.c.drawn) > MOST_DRAWING_BYTES
    return (
        select(tries.c.drawn)
        .order_by(too_long, case((too_long, -tries.c.metres), else_=tries.c.metres))
        .limit(1)
        .scalar_subquery()
    )


def area_holding(point: Any, layer: str) -> Select[str]:
    """The code of the area of this layer that holds a point on the grid.

    On a border between two, the one with the lower code.
    """
    return (
        select(Area.code)
        .where(Area.layer == layer, func.ST_Intersects(Area.outline, point))
        .order_by(Area.code)
        .limit(1)
    )


def in_municipality(point: Any) -> ColumnElement[bool]:
    """Whether a point on the grid lies in the municipality or on its border."""
    return area_holding(point, MUNICIPALITY).exists()


_BIGGEST_FIRST: Final = {"town": 0, "village": 1, "district": 2, "hamlet": 3}


class Lookup:
    """Places by every spelling they are known by, and by postcode.

    Typing errors are not forgiven as in a search: nobody looks at what was found. The nearest
    name is said instead.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_slug: dict[str, Place] = {}
        self._spelled: dict[str, Place] = {}
        self._postcodes: dict[str, Place] = {}
        for place in sorted(places, key=lambda p: (_BIGGEST_FIRST[p.kind], fold(p.name))):
            self.by_slug[place.slug] = place
            self._postcodes.setdefault(place.postcode, place)
            for spelling in (fold(place.slug), *place.spellings):
                self._spelled.setdefault(spelling, place)

    def slug(self, written: str) -> str:
        """The slug of a place by name ("Ålsgårde", "aalsgaarde", "3140 Ålsgårde") or postcode.

        Raises:
            CellError: there is no such place.
        """
        code, name = re.fullmatch(r"\s*(\d{4})?\s*(.*?)\s*", written, re.DOTALL).groups()  # type: ignore[union-attr]
        place = self._spelled.get(fold(name)) if name else self._postcodes.get(code or "")
        if place is not None:
            return place.slug
        nearest = get_close_matches(fold(name), self._spelled, 1) if name else []
        hint = f"; did you mean {self._spelled[nearest[0]].name}?" if nearest else ""
        raise CellError(f"there is no place {written[:40]!r} here{hint}")


def on_the_map(
    places: Sequence[Place], positions: Sequence[geo.LatLon]
) -> tuple[geo.GeoJSON | None, geo.Accuracy | None]:
    """The positions themselves when there are any, else the towns' points, and how exact that is.

    Without either the thing is nowhere: it is done from home.
    """
    if positions:
        return geo.multipoint(positions), "exact"
    towns = [(p.position["coordinates"][1], p.position["coordinates"][0]) for p in places]
    return geo.multipoint(towns), "town" if towns else None
