"""Collections of open data: what one is made of, and the rows of its features."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import ColumnElement, DateTime, cast, func, literal, null, select, true, union_all

from samspil.associations.models import LANGUAGES
from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.core.time import local
from samspil.ogc.parameters import Crs, Interval, ItemsQuery, Parameter, choice, flag
from samspil.ogc.texts import Bilingual, both
from samspil.search.near import Searched


@dataclass(frozen=True, slots=True)
class Property:
    """A property of features: its name in the data and to people, and its JSON schema.

    Its value is the row's attribute of that name, unless `read` says otherwise.
    """

    name: str
    title: Bilingual
    schema: dict[str, Any]
    coded: bool = False
    read: Callable[[Any], Any] | None = None

    def value(self, row: Any) -> Any:
        """Its value, from a row of its collection; moments are on a Danish clock."""
        value = getattr(row, self.name) if self.read is None else self.read(row)
        return local(value) if isinstance(value, datetime) else value

    @property
    def is_coded(self) -> bool:
        """Whether its values are codes, which people know by other names."""
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
    """A collection of features: which rows, how they can be filtered, and their properties.

    `table` and `rows` are what the rest of the interface shows, so that nothing is published here
    that is not public there. `page` is the path of a feature's page, from a row of `rows`.
    """

    id: str
    title: Bilingual
    description: Bilingual
    properties: Sequence[Property]
    heading: Sequence[str]
    filters: Sequence[Parameter]
    when: Parameter
    table: Callable[[datetime], Searched]
    rows: Callable[[datetime], AnySelect]
    conditions: Callable[[Mapping[str, Any]], list[ColumnElement[bool]]]
    page: Callable[[Any], str]
    period: Period | None = None

    def values(self, row: Any, public_url: str) -> dict[str, Any]:
        """A feature's properties, from a row of `rows`."""
        values = {one.name: one.value(row) for one in self.properties}
        return values | {"url": f"{public_url}{self.page(row)}"}


def page(collection: Collection, query: ItemsQuery, now: datetime) -> AnySelect:
    """A page of features and one more, in the order of their ids.

    Every row carries `matched`, the number of all; there is always a row, whose `id` is None when
    the page is empty. `geometry` is GeoJSON text in the system asked for.
    """
    table = collection.table(now)
    chosen = [*table.visible, *collection.conditions(query.filters)]
    if query.box is not None:
        chosen.append(query.box.holds(table.positions))
    if query.interval is not None and collection.period is not None:
        chosen.append(collection.period.meets(query.interval, now))
    matched = select(func.count(table.id).label("matched")).where(*chosen).subquery("matched")
    rows = _with_geometry(collection, query.crs, now).where(*chosen)
    if query.after is not None:
        rows = rows.where(table.id > query.after)
    features = rows.order_by(table.id).limit(query.limit + 1).subquery("features")
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


# Properties and filters that several collections share.

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


def list_of(choices: Sequence[str]) -> dict[str, Any]:
    """The schema of a list of some of these."""
    return {"type": "array", "items": {"type": "string", "enum": list(choices)}}


SUMMARY: Final = Property("summary", both("Kort fortalt", "In short"), STRING)
LANG: Final = Property("lang", both("Tekstens sprog", "Language of the text"), LANGUAGE)
INTERESTS: Final = Property("interests", both("Interesser", "Interests"), STRINGS, coded=True)
PLACES: Final = Property(
    "places",
    both("Byer", "Towns"),
    STRINGS,
    read=lambda row: [place["name"] for place in orjson.loads(row.places)],
)
ADDRESS: Final = Property("address", both("Adresse", "Address"), MAYBE_STRING)
POSITION_ACCURACY: Final = Property(
    "position_accuracy", both("Positionens nøjagtighed", "Accuracy of the position"), ACCURACY
)
STEP_FREE: Final = Property("step_free", both("Trinfri adgang", "Step-free"), MAYBE_BOOLEAN)
UPDATED_AT: Final = Property("updated_at", both("Senest ændret", "Last changed"), MOMENT)
DEMO: Final = Property("demo", both("Demonstration", "Demonstration"), BOOLEAN)
# Its value is the address of the collection's `page`.
PAGE: Final = Property("url", both("Side i Samspil", "Page in Samspil"), URL, read=lambda _: None)

LANG_IS: Final = choice("lang", LANGUAGES, both("Tekstens sprog.", "Language of the text."))
DEMO_IS: Final = flag(
    "demo",
    both("Om det er demonstration, altså opdigtet.", "Whether it is demonstration: made up."),
)
ACCURACY_IS: Final[Parameter] = choice(
    "position_accuracy",
    ACCURACIES,
    both(
        "exact: det sted, der er angivet; town: midten af byen.",
        "exact: the very spot that was given; town: the middle of the town.",
    ),
)


def equal(filters: Mapping[str, Any], columns: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """That each column has the value that its filter asks for, where there is one."""
    return [column == filters[name] for name, column in columns.items() if name in filters]
