"""The parameters of a request: what may be asked for, and how it is read.

Anything else is an error that names it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from marshmallow import ValidationError, fields
from sqlalchemy import Boolean, ColumnElement, and_, func, or_
from sqlalchemy import Text as SqlText

from samspil.core import geo
from samspil.core.errors import Invalid, Problem
from samspil.core.fields import Choice, Text, Whole, YesNo
from samspil.core.language import text
from samspil.core.time import at_local
from samspil.ogc import texts
from samspil.ogc.texts import TEXTS, Bilingual
from samspil.search import paging
from samspil.search.paging import read_id

DEFAULT_LIMIT: Final = 100
MOST_LIMIT: Final = 1000
MOST_VALUES: Final = 20
SEPARATORS: Final = ("comma", "semicolon")
# They say how an answer looks or which part of it is meant, not what is asked for.
_NOT_THE_SEARCH: Final = frozenset({"f", "crs", "separator", "limit", "cursor"})
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
_BOX_SIZES: Final = {4: (0, 1, 2, 3), 6: (0, 1, 3, 4)}
# The grid's own bounds are far inside these; they keep figures that are no coordinates out.
_MOST_METRES: Final = 20_000_000


# Coordinate systems, and boxes in them.

# Where the grid can be computed, in degrees: west, south, east, north. Everything kept lies inside.
COMPUTABLE: Final = (-10.0, 40.0, 34.0, 75.0)
# A parallel is no straight line on the grid: between these it bends by less than the margin.
STRAIGHT_DEGREES: Final = 0.25
MARGIN_M: Final = 100


@dataclass(frozen=True, slots=True)
class Crs:
    """A coordinate reference system as OGC names it.

    `axes` names a table's columns in the system's own order; `decimals` is that of the figures we
    give: about a centimetre in degrees, a millimetre in metres.
    """

    uri: str
    srid: int
    axes: tuple[str, str]
    decimals: int

    @property
    def north_first(self) -> bool:
        """Whether latitude comes before longitude."""
        return self.axes[0] == "latitude"

    def geometry(self, positions: Any) -> ColumnElement[Any]:
        """Positions on the grid in this system and its order."""
        if self.srid == geo.GRID:
            return func.ST_SetSRID(positions, geo.GRID)
        degrees = geo.to_wgs84(positions)
        return func.ST_FlipCoordinates(degrees) if self.north_first else degrees

    def geojson(self, positions: Any) -> ColumnElement[str]:
        """Positions on the grid as GeoJSON text in this system and its order."""
        return func.ST_AsGeoJSON(self.geometry(positions), self.decimals, 0, type_=SqlText)


CRS84: Final = Crs(
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84", geo.WGS84, ("longitude", "latitude"), 7
)
EPSG4326: Final = Crs(
    "http://www.opengis.net/def/crs/EPSG/0/4326", geo.WGS84, ("latitude", "longitude"), 7
)
EPSG25832: Final = Crs(
    "http://www.opengis.net/def/crs/EPSG/0/25832", geo.GRID, ("easting", "northing"), 3
)
SYSTEMS: Final = {crs.uri: crs for crs in (CRS84, EPSG4326, EPSG25832)}


@dataclass(frozen=True, slots=True)
class Box:
    """A box in degrees or on the grid; in degrees `west` > `east` crosses the antimeridian."""

    srid: int
    west: float
    south: float
    east: float
    north: float

    def holds(self, positions: Any) -> ColumnElement[bool]:
        """Whether one of the positions, as we publish them, lies in the box or on its edge."""
        if self.srid == geo.GRID:
            box = func.ST_MakeEnvelope(self.west, self.south, self.east, self.north, geo.GRID)
            return func.ST_DWithin(positions, box, 10**-EPSG25832.decimals, type_=Boolean)
        return or_(*(_in_degrees(positions, *half, self) for half in self._halves()))

    def _halves(self) -> Iterator[tuple[float, float]]:
        if self.west <= self.east:
            yield self.west, self.east
        else:
            yield self.west, 180.0
            yield -180.0, self.east


def _in_degrees(positions: Any, west: float, east: float, box: Box) -> ColumnElement[bool]:
    """What is exact is the box in degrees; the part of it on the grid is what an index can find."""
    exact = func.ST_MakeEnvelope(west, box.south, east, box.north, geo.WGS84)
    low_x, low_y, high_x, high_y = COMPUTABLE
    corners = (
        *(min(max(west, low_x), high_x), min(max(box.south, low_y), high_y)),
        *(min(max(east, low_x), high_x), min(max(box.north, low_y), high_y)),
    )
    part = func.ST_MakeEnvelope(*corners, geo.WGS84)
    on_grid = geo.to_grid(func.ST_Segmentize(part, STRAIGHT_DEGREES))
    about = func.ST_Expand(func.ST_Envelope(on_grid), MARGIN_M)
    return and_(
        positions.op("&&", return_type=Boolean())(about),
        func.ST_DWithin(geo.to_wgs84(positions), exact, 10**-CRS84.decimals, type_=Boolean),
    )


# Parameters.


@dataclass(frozen=True, slots=True)
class Parameter:
    """One of a query string's: its name, meaning, JSON schema, and how its text becomes a value.

    `read` raises marshmallow's ValidationError with what would be right.
    """

    name: str
    means: Bilingual
    schema: Mapping[str, Any]
    read: Callable[[str], Any]


def choice(name: str, choices: Sequence[str], means: Bilingual) -> Parameter:
    """One of a few words."""
    return Parameter(
        name, means, {"type": "string", "enum": list(choices)}, Choice(choices).deserialize
    )


def flag(name: str, means: Bilingual) -> Parameter:
    """`true` or `false`; GDAL, which keeps such values as integers, asks with `1` and `0`."""

    def read(given: str) -> Any:
        return YesNo().deserialize({"1": "true", "0": "false"}.get(given, given))

    return Parameter(name, means, {"type": "boolean"}, read)


def whole(name: str, low: int, high: int, means: Bilingual) -> Parameter:
    """A whole number."""
    schema = {"type": "integer", "minimum": low, "maximum": high}
    return Parameter(name, means, schema, Whole(low, high).deserialize)


def string(name: str, field: Text, means: Bilingual) -> Parameter:
    """A text."""
    return Parameter(name, means, _schema_of(field), field.deserialize)


def several(name: str, field: fields.Field[Any], means: Bilingual) -> Parameter:
    """Several values in one parameter, separated by commas."""

    def read(given: str) -> list[Any]:
        values = given.split(",")
        if len(values) > MOST_VALUES:
            raise ValidationError(text("field.count", max=MOST_VALUES))
        return list(dict.fromkeys(field.deserialize(value) for value in values))

    items = _schema_of(field)
    schema = {"type": "array", "items": items, "minItems": 1, "maxItems": MOST_VALUES}
    return Parameter(name, means, schema, read)


def _schema_of(field: fields.Field[Any]) -> dict[str, Any]:
    return {"type": "string", **field.metadata}


def formats(offered: Sequence[str]) -> Parameter:
    """The format, when the Accept header is not to decide."""
    return choice("f", offered, TEXTS["parameter.f"])


def _read_limit(given: str) -> int:
    """The standard has a limit over the maximum read as the maximum."""
    if not re.fullmatch(r"\d{1,18}", given, re.ASCII) or int(given) < 1:
        raise ValidationError(texts.wording("limit", most=MOST_LIMIT))
    return min(int(given), MOST_LIMIT)


def _read_datetime(given: str) -> Interval:
    try:
        return read_interval(given)
    except ValueError as error:
        raise ValidationError(texts.wording("datetime")) from error


def _read_crs(given: str) -> Crs:
    if given not in SYSTEMS:
        raise ValidationError(text("field.choice", choices=", ".join(SYSTEMS)))
    return SYSTEMS[given]


def _read_numbers(given: str) -> list[float]:
    parts = [part.strip() for part in given.split(",")]
    if len(parts) not in _BOX_SIZES or not all(_NUMBER.fullmatch(part) for part in parts):
        raise ValidationError(texts.wording("bbox.count"))
    numbers = [float(part) for part in parts]
    if not all(map(math.isfinite, numbers)):
        raise ValidationError(texts.wording("bbox.count"))
    if len(numbers) == 6 and numbers[2] > numbers[5]:  # noqa: PLR2004  # with heights
        raise ValidationError(texts.wording("bbox.order"))
    return [numbers[index] for index in _BOX_SIZES[len(numbers)]]


CRS: Final = Parameter(
    "crs",
    TEXTS["parameter.crs"],
    {"type": "string", "format": "uri", "enum": list(SYSTEMS), "default": CRS84.uri},
    _read_crs,
)
BBOX_CRS: Final = Parameter("bbox-crs", TEXTS["parameter.bbox-crs"], CRS.schema, _read_crs)
BBOX: Final = Parameter(
    "bbox",
    TEXTS["parameter.bbox"],
    {
        "type": "array",
        "oneOf": [{"minItems": n, "maxItems": n} for n in _BOX_SIZES],
        "items": {"type": "number"},
    },
    _read_numbers,
)
LIMIT: Final = Parameter(
    "limit",
    TEXTS["parameter.limit"],
    {"type": "integer", "minimum": 1, "maximum": MOST_LIMIT, "default": DEFAULT_LIMIT},
    _read_limit,
)
CURSOR: Final = string("cursor", Text(longest=500), TEXTS["parameter.cursor"])
SEPARATOR: Final = choice("separator", SEPARATORS, TEXTS["parameter.separator"])


def datetime_for(means: Bilingual) -> Parameter:
    """The `datetime` parameter, of a collection that says what it means there."""
    return Parameter("datetime", means, {"type": "string"}, _read_datetime)


def read_all(query: Mapping[str, Sequence[str]], known: Sequence[Parameter]) -> dict[str, Any]:
    """A query string's values by name.

    Raises:
        BadParameter: it names every parameter that is unknown, repeated or wrong.
    """
    by_name = {parameter.name: parameter for parameter in known}
    values: dict[str, Any] = {}
    errors: dict[str, list[str]] = {}
    for name, given in query.items():
        if name not in by_name:
            errors[name] = [text("field.unknown")]
        elif len(given) > 1:
            errors[name] = [text("field.repeated")]
        else:
            try:
                values[name] = by_name[name].read(given[0])
            except ValidationError as error:
                errors[name] = [str(message) for message in error.messages]
    if errors:
        raise BadParameter(errors)
    return values


@dataclass(frozen=True, slots=True)
class ItemsQuery:
    """Which features are asked for, which part of them, and in which system.

    `search` tells this result from others, for its cursor.
    """

    filters: Mapping[str, Any]
    box: Box | None
    interval: Interval | None
    crs: Crs
    limit: int
    after: Any
    search: Mapping[str, Any]


def items_query(
    collection: str, query: Mapping[str, Sequence[str]], values: Mapping[str, Any]
) -> ItemsQuery:
    """What is asked of a collection's items, from the query string and the values read from it.

    Raises:
        BadParameter: the box is none, or the cursor belongs to another search.
    """
    common = {p.name for p in (CRS, BBOX, BBOX_CRS, LIMIT, CURSOR, SEPARATOR)} | {"f", "datetime"}
    search = {"collection": collection} | {
        name: given[0] for name, given in query.items() if name not in _NOT_THE_SEARCH
    }
    return ItemsQuery(
        filters={name: value for name, value in values.items() if name not in common},
        box=_box(values["bbox"], values.get("bbox-crs", CRS84)) if "bbox" in values else None,
        interval=values.get("datetime"),
        crs=values.get("crs", CRS84),
        limit=values.get("limit", DEFAULT_LIMIT),
        after=_after(search, values.get("cursor")),
        search=search,
    )


def _after(search: Mapping[str, Any], cursor: str | None) -> Any:
    try:
        last = paging.decode(search, cursor, [read_id])
    except Invalid as error:
        raise BadParameter(error.errors or {}) from error
    return None if last is None else last[0]


def _box(numbers: Sequence[float], crs: Crs) -> Box:
    west, south, east, north = numbers
    if crs.north_first:
        west, south, east, north = south, west, north, east
    if crs is EPSG25832:
        wrong = "bbox.metres" if max(map(abs, numbers)) > _MOST_METRES else None
        disordered = west > east
    else:
        inside = all(-180 <= x <= 180 for x in (west, east)) and all(  # noqa: PLR2004  # the globe
            -90 <= y <= 90  # noqa: PLR2004
            for y in (south, north)
        )
        wrong = None if inside else "bbox.degrees"
        disordered = False
    if wrong is None and (disordered or south > north):
        wrong = "bbox.order"
    if wrong is not None:
        raise BadParameter({"bbox": [texts.wording(wrong)]})
    return Box(crs.srid, west, south, east, north)


# Moments and intervals as OGC API writes them.

DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MOMENT: Final = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.ASCII | re.IGNORECASE
)
# Nothing we keep is older or younger; what is asked for may well be.
OLDEST: Final = datetime(1900, 1, 1, tzinfo=UTC)
YOUNGEST: Final = datetime(2200, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Interval:
    """From a moment to another, both included; None is open."""

    begins: datetime | None
    ends: datetime | None


def read_interval(given: str) -> Interval:
    """`moment`, `moment/moment`, `../moment` or `moment/..`; `..` may be left out.

    A moment is RFC 3339, or a date for the whole of that day in Denmark.

    Raises:
        ValueError: it is none of these, or ends before it begins.
    """
    first, slash, last = given.partition("/")
    if not slash:
        return Interval(*_day_or_moment(first))
    begins = None if first in {"", ".."} else _day_or_moment(first)[0]
    ends = None if last in {"", ".."} else _day_or_moment(last)[1]
    if begins is None and ends is None:
        raise ValueError("open at both ends")
    if begins is not None and ends is not None and begins > ends:
        raise ValueError("ends before it begins")
    return Interval(begins, ends)


def _day_or_moment(given: str) -> tuple[datetime, datetime]:
    if DATE.fullmatch(given):
        day = date.fromisoformat(given)
        if not OLDEST.date() < day < YOUNGEST.date():
            moment = OLDEST if day <= OLDEST.date() else YOUNGEST
            return moment, moment
        next_day = at_local(day + timedelta(days=1), time())
        return at_local(day, time()), next_day - timedelta(microseconds=1)
    if not MOMENT.fullmatch(given):
        raise ValueError(given)
    moment = min(max(datetime.fromisoformat(given.upper()), OLDEST), YOUNGEST)
    return moment, moment


# Errors. The body is the RFC 9457 problem of the whole interface; `code` and `description`, the
# members that the standard's own exception has, stand in it beside ours.


class BadParameter(Problem):
    """A parameter is unknown, repeated or wrong: 400, where the rest of the interface says 422."""

    status = 400
    name = "validation"

    def document(self) -> dict[str, Any]:
        """The problem with the standard's own members."""
        wrong = sorted((self.errors or {}).items())
        description = "; ".join(f"{name}: {' '.join(messages)}" for name, messages in wrong)
        return super().document() | {"code": "InvalidParameterValue", "description": description}


class NoSuchResource(Problem):
    """There is no such collection, feature or page of the interface."""

    status = 404
    name = "not-found"

    def document(self) -> dict[str, Any]:
        """The problem with the standard's own members."""
        return super().document() | {"code": "NotFound", "description": text("not-found.detail")}
