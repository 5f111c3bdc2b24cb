"""GeoJSON, and JSON as DAWA gave it: read piece by piece, so that no file fills the memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import ijson.common
import orjson
import shapely
from shapely.geometry.base import BaseGeometry

from samspil.places.importing.features import MOST_FEATURES, Feature, Refused, Table, excerpt

Events = Iterator[tuple[str, Any]]

MOST_VALUES: Final = 2_000_000
MOST_DEPTH: Final = 24
# The parser begins a text anew with each piece it gets: in small pieces a long one takes for ever.
_PIECE: Final = 1_000_000
_CUT_OFF: Final = ("premature EOF", "Incomplete", "unallowed token at this point in JSON text\n")
_GRID_NAME: Final = re.compile(r"EPSG:(?:[\d.]*:)?(\d{4,6})\Z", re.IGNORECASE)
_WGS84_NAME: Final = re.compile(r"(?:OGC|CRS)[:/].*CRS84\Z", re.IGNORECASE)
_SHAPES: Final = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
    | {"GeometryCollection"}
)
# Where DAWA's JSON has the two coordinates of a point.
_PAIRS: Final = (
    ("x", "y"),
    ("adgangspunkt.x", "adgangspunkt.y"),
    ("adgangsadresse.x", "adgangsadresse.y"),
    ("visueltcenter_x", "visueltcenter_y"),
)
_POINTS: Final = (
    "adgangspunkt.koordinater",
    "adgangsadresse.adgangspunkt.koordinater",
    "visueltcenter",
)


def read_json(opened: BinaryIO) -> Table:
    """The features of a GeoJSON document, or the objects of a list as DAWA gave it.

    Raises:
        Refused: it is no JSON, holds no features, or far more than any real file.
    """
    reader = _Reader(opened)
    features = []
    for number, item in enumerate(reader.items(), start=1):
        if number > MOST_FEATURES:
            raise Refused(f"holds more than {MOST_FEATURES:,} features")
        features.append(_feature(number, item))
    if not features:
        raise Refused("holds no features")
    return Table(None, features, _srid(reader.crs))


class _Reader:
    """The items of a document, one at a time; afterwards `crs` is what it said of its grid."""

    def __init__(self, opened: BinaryIO) -> None:
        self.crs: Any = None
        self._events = _events(opened)
        self._left = MOST_VALUES

    def items(self) -> Iterator[Any]:
        """Each feature; each element of a list; each line's object."""
        for event, value in self._events:
            if event == "start_array":
                yield from self._elements()
            elif event == "start_map":
                yield from self._document()
            else:
                raise Refused(f"holds no features, but {excerpt(str(value))}")

    def _document(self) -> Iterator[Any]:
        """The features of a collection, or the object itself."""
        members: dict[str, Any] = {}
        collection = False
        for event, name in self._events:
            if event == "end_map":
                break
            begun, value = next(self._events)
            if name == "features" and begun == "start_array":
                collection = True
                yield from self._elements()
            else:
                members[name] = self._value(begun, value, 1)
        self.crs = members.get("crs", self.crs)
        if not collection:
            yield members

    def _elements(self) -> Iterator[Any]:
        for event, value in self._events:
            if event == "end_array":
                return
            self._left = MOST_VALUES
            yield self._value(event, value, 1)

    def _value(self, event: str, value: Any, depth: int) -> Any:
        self._left -= 1
        if self._left < 0:
            raise Refused(f"has a feature of more than {MOST_VALUES:,} values")
        if depth > MOST_DEPTH:
            raise Refused(f"is nested deeper than {MOST_DEPTH} levels")
        if event == "start_array":
            elements: list[Any] = []
            for inner, element in self._events:
                if inner == "end_array":
                    return elements
                elements.append(self._value(inner, element, depth + 1))
        if event == "start_map":
            members: dict[str, Any] = {}
            for inner, name in self._events:
                if inner == "end_map":
                    return members
                members[name] = self._value(*next(self._events), depth + 1)
        return value


def _events(opened: BinaryIO) -> Events:
    """What the parser meets; its own errors in our words."""
    try:
        yield from ijson.basic_parse(opened, buf_size=_PIECE, use_float=True, multiple_values=True)
    except UnicodeDecodeError as error:
        raise Refused("is not UTF-8; save it as UTF-8 first") from error
    except (ijson.common.JSONError, ValueError, OverflowError) as error:
        reason = str(error)
        if "UTF8" in reason or "utf-8" in reason:
            raise Refused("is not UTF-8 (Windows-1252?); save it as UTF-8 first") from error
        if any(sign in reason for sign in _CUT_OFF):
            raise Refused("ends in the middle; is it cut off?") from error
        raise Refused("is not JSON") from error


def _feature(number: int, item: Any) -> Feature:
    if not isinstance(item, dict) or item.get("type") == "FeatureCollection":
        raise Refused("is not a feature", f"feature {number}")
    if item.get("type") == "Feature":
        given = item.get("properties")
        properties = flat(given if isinstance(given, dict) else {})
        if isinstance(item.get("id"), str | int):
            properties.setdefault("id", item["id"])
    else:
        properties = flat(item)
    try:
        return Feature(number, properties, _shape_in(item, properties))
    except Refused as refused:
        return Feature(number, properties, None, refused.reason)


def flat(value: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """An object without objects inside: {"a": {"B": 1}} becomes {"a.b": 1}; geometries left out."""
    found: dict[str, Any] = {}
    for name, inner in value.items():
        key = prefix + name.lower()
        if isinstance(inner, dict):
            if "coordinates" not in inner:
                found |= flat(inner, f"{key}.")
        else:
            found[key] = inner
    return found


def _shape_in(item: dict[str, Any], properties: dict[str, Any]) -> BaseGeometry | None:
    """A feature's geometry, or what DAWA's JSON says of where a thing is."""
    if item.get("type") == "Feature":
        return _shape(item.get("geometry"))
    for name in ("geometri", "geometry"):
        if isinstance(item.get(name), dict):
            return _shape(item[name])
    for pair in _PAIRS:
        if all(isinstance(properties.get(name), int | float) for name in pair):
            return _shape({"type": "Point", "coordinates": [properties[name] for name in pair]})
    for name in _POINTS:
        both = properties.get(name)
        if isinstance(both, list) and len(both) >= 2:  # noqa: PLR2004  # x and y
            return _shape({"type": "Point", "coordinates": both[:2]})
    return None


def _shape(geometry: Any) -> BaseGeometry | None:
    """A GeoJSON geometry, or {"wkt": …} as Datafordeleren gives it."""
    if geometry is None:
        return None
    if not isinstance(geometry, dict):
        raise Refused("its geometry is not an object")
    try:
        if isinstance(geometry.get("wkt"), str):
            return shapely.from_wkt(geometry["wkt"])
        if geometry.get("type") not in _SHAPES:
            raise Refused(f"its geometry is of no known type: {_word(geometry.get('type'))}")
        return shapely.from_geojson(orjson.dumps(geometry).decode())
    except shapely.errors.ShapelyError as error:
        raise Refused(f"its geometry is wrong: {_plain(str(error))}") from error
    except (TypeError, ValueError) as error:  # a number that JSON cannot hold, half a character
        raise Refused("its geometry is wrong") from error


def _word(value: Any) -> str:
    return excerpt(str(value)) if isinstance(value, str | int | float | None) else "an object"


def _plain(reason: str) -> str:
    """GEOS names its exception first, and its JSON library quotes what it met."""
    if "json.exception" in reason:
        return "a coordinate is missing or not a number"
    return excerpt(reason.rpartition("Exception: ")[2].strip())


def _srid(crs: Any) -> int | None:
    """The EPSG number in a `crs` member, which GeoJSON once had and Danish exports still do."""
    if crs is None:
        return None
    name = crs.get("properties", {}) if isinstance(crs, dict) else {}
    name = name.get("name") if isinstance(name, dict) else None
    if isinstance(name, str):
        if _WGS84_NAME.search(name):
            return 4326
        if named := _GRID_NAME.search(name.replace("::", ":")):
            return int(named[1])
    raise Refused("its crs member names no EPSG code")
