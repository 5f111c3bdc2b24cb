"""What a collection of open data is made of."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import (
    ColumnElement,
    DateTime,
    Text,
    cast,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)

from samspil.associations.models import LANGUAGES
from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.ogc.crs import Crs
from samspil.ogc.parameters import Asked, Interval, Parameter, choice, flag
from samspil.ogc.words import Words, words
from samspil.search.near import Searched, metres


@dataclass(frozen=True, slots=True)
class Property:
    """One of a feature's facts: its name in the data and to people, and its JSON schema."""

    name: str
    title: Words
    schema: dict[str, Any]
    coded: bool = False

    @property
    def is_coded(self) -> bool:
        """Whether its values are words of the data, which people know by other names."""
        return self.coded or "enum" in (self.schema | self.schema.get("items", {}))


@dataclass(frozen=True, slots=True)
class Period:
    """When a collection's features are, as SQL over the features themselves.

    `meets` says whether a feature's time meets an interval (always, when it has none); `extent` is
    one row (begins, ends) over all of them; in both None is open.
    """

    meets: Callable[[Interval, datetime], ColumnElement[bool]]
    extent: Callable[[datetime], AnySelect]


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection of features: which rows, by what they can be chosen, what they tell.

    `table` and `rows` are what the rest of the interface shows, so that nothing is published here
    that is not public there. `properties` makes the facts, in the order of `shows`, from a row of
    `rows`; `path` is the page of a feature, given its properties.
    """

    id: str
    title: Words
    description: Words
    shows: Sequence[Property]
    heading: Sequence[str]
    filters: Sequence[Parameter]
    when: Parameter
    table: Callable[[datetime], Searched]
    rows: Callable[[datetime], AnySelect]
    conditions: Callable[[Mapping[str, Any]], list[ColumnElement[bool]]]
    properties: Callable[[Any, str], dict[str, Any]]
    period: Period | None = None


# The collections there are.


# Which features?


def page(collection: Collection, asked: Asked, now: datetime) -> AnySelect:
    """A page of features and one more, in the order of their ids.

    Every row carries `matched`, the number of all; there is always a row, whose `id` is None when
    the page is empty. `geometry` is GeoJSON text in the system asked for.
    """
    table = collection.table(now)
    chosen = [*table.visible, *collection.conditions(asked.filters)]
    if asked.box is not None:
        chosen.append(asked.box.holds(table.positions))
    if asked.interval is not None and collection.period is not None:
        chosen.append(collection.period.meets(asked.interval, now))
    matched = select(func.count(table.id).label("matched")).where(*chosen).subquery("matched")
    rows = _with_geometry(collection, asked.crs, now).where(*chosen)
    if asked.after is not None:
        rows = rows.where(table.id > asked.after)
    features = rows.order_by(table.id).limit(asked.limit + 1).subquery("features")
    return (
        select(matched.c.matched, features)
        .select_from(matched.outerjoin(features, true()))
        .order_by(features.c.id)
    )


def one(collection: Collection, feature: uuid.UUID, crs: Crs, now: datetime) -> AnySelect:
    """The feature with this id, if it is public."""
    table = collection.table(now)
    return _with_geometry(collection, crs, now).where(*table.visible, table.id == feature)


def _with_geometry(collection: Collection, crs: Crs, now: datetime) -> AnySelect:
    geometry = crs.geojson(collection.table(now).positions).label("geometry")
    return collection.rows(now).add_columns(geometry)


def extents(collections: Sequence[Collection], now: datetime) -> AnySelect:
    """(id, west, south, east, north, begins, ends) of each collection; None where nothing is."""
    return select(union_all(*(_extent(collection, now) for collection in collections)).subquery())


def _extent(collection: Collection, now: datetime) -> AnySelect:
    table = collection.table(now)
    extent = func.ST_Extent(geo.to_wgs84(table.positions))
    box = select(extent.label("box")).where(*table.visible).subquery()
    edges = zip(geo.EDGES, (func.ST_XMin, func.ST_YMin, func.ST_XMax, func.ST_YMax), strict=True)
    columns: list[ColumnElement[Any]] = [
        literal(collection.id).label("id"),
        *(cast(edge(box.c.box), geo.Degrees).label(name) for name, edge in edges),
    ]
    if collection.period is None:
        nothing = cast(null(), DateTime(timezone=True))
        return select(*columns, nothing.label("begins"), nothing.label("ends"))
    period = collection.period.extent(now).subquery()
    return select(*columns, period.c.begins, period.c.ends).select_from(box.join(period, true()))


# Facts that several collections share, and the ways they are chosen by.

ACCURACIES: Final = ("exact", "town")

STRING: Final[dict[str, Any]] = {"type": "string"}
MAYBE_STRING: Final[dict[str, Any]] = {"type": "string", "nullable": True}
STRINGS: Final[dict[str, Any]] = {"type": "array", "items": {"type": "string"}}
INTEGER: Final[dict[str, Any]] = {"type": "integer"}
MAYBE_INTEGER: Final[dict[str, Any]] = {"type": "integer", "nullable": True}
MAYBE_NUMBER: Final[dict[str, Any]] = {"type": "number", "nullable": True}
BOOLEAN: Final[dict[str, Any]] = {"type": "boolean"}
MAYBE_BOOLEAN: Final[dict[str, Any]] = {"type": "boolean", "nullable": True}
MOMENT: Final[dict[str, Any]] = {"type": "string", "format": "date-time"}
MAYBE_MOMENT: Final[dict[str, Any]] = {"type": "string", "format": "date-time", "nullable": True}
URL: Final[dict[str, Any]] = {"type": "string", "format": "uri"}
LANGUAGE: Final[dict[str, Any]] = {"type": "string", "enum": list(LANGUAGES)}
ACCURACY: Final[dict[str, Any]] = {"type": "string", "enum": [*ACCURACIES, None], "nullable": True}


def words_of(choices: Sequence[str]) -> dict[str, Any]:
    """The schema of a list of some of these words."""
    return {"type": "array", "items": {"type": "string", "enum": list(choices)}}


SUMMARY: Final = Property("summary", words("Kort fortalt", "In short"), STRING)
LANG: Final = Property("lang", words("Tekstens sprog", "Language of the text"), LANGUAGE)
INTERESTS: Final = Property("interests", words("Interesser", "Interests"), STRINGS, coded=True)
PLACES: Final = Property("places", words("Byer", "Towns"), STRINGS)
ADDRESS: Final = Property("address", words("Adresse", "Address"), MAYBE_STRING)
POSITION_ACCURACY: Final = Property(
    "position_accuracy", words("Positionens nøjagtighed", "Accuracy of the position"), ACCURACY
)
STEP_FREE: Final = Property("step_free", words("Trinfri adgang", "Step-free"), MAYBE_BOOLEAN)
UPDATED_AT: Final = Property("updated_at", words("Senest ændret", "Last changed"), MOMENT)
DEMO: Final = Property("demo", words("Demonstration", "Demonstration"), BOOLEAN)
PAGE: Final = Property("url", words("Side i Samspil", "Page in Samspil"), URL)

LANG_IS: Final = choice("lang", LANGUAGES, words("Tekstens sprog.", "Language of the text."))
DEMO_IS: Final = flag(
    "demo",
    words("Om det er demonstration, altså opdigtet.", "Whether it is demonstration: made up."),
)
ACCURACY_IS: Final[Parameter] = choice(
    "position_accuracy",
    ACCURACIES,
    words(
        "exact: det sted, der er angivet; town: midten af byen.",
        "exact: the very spot that was given; town: the middle of the town.",
    ),
)


def nowhere_in_particular() -> list[ColumnElement[Any]]:
    """The columns that an item of a search has and open data has no search for."""
    return [cast(null(), Text).label("position"), metres(None, None)]


def equal(asked: Mapping[str, Any], columns: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """That each column has the value asked for, where one was."""
    return [column == asked[name] for name, column in columns.items() if name in asked]


def names_of(places: str) -> list[str]:
    """The names of a row's towns, from the database's JSON."""
    return [place["name"] for place in orjson.loads(places)]
