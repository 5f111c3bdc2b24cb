"""The open map's answer (Overpass JSON) as things that may be associations or premises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson
import shapely

from samspil.core import geo
from samspil.core.text import visible

MOST_BYTES: Final = 20_000_000
MOST_TAGS: Final = 100
LONGEST_VALUE: Final = 255  # as the map itself has it
LONGEST_NAME: Final = 120
WEST, SOUTH, EAST, NORTH = geo.DENMARK

# A building or ground that is used together goes before the club that has its name on it.
_PREMISES: Final = {
    "amenity": {"community_centre", "arts_centre", "theatre", "library", "school", "social_centre"},
    "leisure": {"sports_centre", "sports_hall", "pitch", "swimming_pool"},
}
_NOT_PUBLIC: Final = {"private", "no", "customers"}


class OsmError(Exception):
    """The file is no answer of the open map's; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class MapObject:
    """Something on the open map.

    Attributes:
        osm_id: "node/1", "way/1" or "relation/1".
        kind: "association" or "premises".
        name: as the map has it.
        position: (lat, lon).
        tags: all of them, as given.
    """

    osm_id: str
    kind: str
    name: str
    position: geo.LatLon
    tags: dict[str, str]


def read_osm(file: Path) -> Iterator[MapObject]:
    """What an Overpass file holds of clubs, community centres, sports grounds and the like.

    What has no name or no position, or is not open to the public, is passed over.

    Raises:
        OsmError: it is no such file, is cut off, or is far larger than a municipality's.
    """
    document = _document(file)
    for element in document["elements"]:
        if isinstance(element, dict):
            found = _mapped(element)
            if found is not None:
                yield found


def _document(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise OsmError(f"{file}: there is no such file")
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise OsmError(
            f"{file}: {size // 1_000_000} MB, and a municipality's extract has at most "
            f"{MOST_BYTES // 1_000_000} MB; ask for less than the whole map"
        )
    try:
        document = orjson.loads(file.read_bytes())
    except orjson.JSONDecodeError as error:
        raise OsmError(f"{file}: not JSON, or cut off (line {error.lineno})") from None
    if not isinstance(document, dict) or not isinstance(document.get("elements"), list):
        raise OsmError(f"{file}: no Overpass JSON, which has a list of elements")
    if "error" in str(document.get("remark", "")):
        raise OsmError(f"{file}: the map's server gave up half-way; ask it again")
    return document


def _mapped(element: Mapping[str, Any]) -> MapObject | None:
    tags = _tags(element.get("tags"))
    kind, name = _kind(tags), " ".join(tags.get("name", tags.get("name:da", "")).split())
    position = _position(element)
    number = element.get("id")
    if kind is None or position is None or tags.get("access") in _NOT_PUBLIC:
        return None
    if not name or not name.isprintable():
        return None
    holder = str(element.get("type"))
    if holder not in {"node", "way", "relation"} or type(number) is not int:
        return None
    return MapObject(f"{holder}/{number}", kind, name[:LONGEST_NAME], position, tags)


def _tags(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    kept = [
        (key, value)
        for key, value in given.items()
        if isinstance(value, str) and max(len(key), len(value)) <= LONGEST_VALUE
    ]
    return {key: visible(value) for key, value in kept[:MOST_TAGS] if "\0" not in key + value}


def _kind(tags: Mapping[str, str]) -> str | None:
    if any(tags.get(key) in values for key, values in _PREMISES.items()):
        return "premises"
    if tags.get("club", "no") != "no" or tags.get("office") == "association":
        return "association"
    return None


def _position(element: Mapping[str, Any]) -> geo.LatLon | None:
    """A node's own position, else the given centre, else one inside the given outline or box."""
    for holder in (element, element.get("center")):
        if (found := _point(holder)) is not None:
            return found
    corners = element.get("geometry")
    if isinstance(corners, list):
        points = [point for corner in corners if (point := _point(corner)) is not None]
        if points:
            return _inside(points)
    box = element.get("bounds")
    if isinstance(box, dict):
        low = _point({"lat": box.get("minlat"), "lon": box.get("minlon")})
        high = _point({"lat": box.get("maxlat"), "lon": box.get("maxlon")})
        if low and high:
            return (low[0] + high[0]) / 2, (low[1] + high[1]) / 2
    return None


def _point(holder: Any) -> geo.LatLon | None:
    """(lat, lon) of an object that has both, in Denmark."""
    if not isinstance(holder, dict):
        return None
    lat, lon = holder.get("lat"), holder.get("lon")
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        return None
    return (lat, lon) if SOUTH <= lat <= NORTH and WEST <= lon <= EAST else None


def _inside(points: list[geo.LatLon]) -> geo.LatLon:
    """A point on the area that a closed line goes around, else on the line's middle."""
    ring = len(points) > 3 and points[0] == points[-1]  # noqa: PLR2004  # a triangle, closed
    shape = shapely.Polygon(points) if ring else shapely.MultiPoint(points)
    middle = shapely.make_valid(shape).representative_point()
    return (middle.x, middle.y) if not middle.is_empty else points[0]
