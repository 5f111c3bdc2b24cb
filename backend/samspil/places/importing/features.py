"""Features of an imported file, their geometry checked, and why one is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from samspil.core import geo

_LONGEST_NAME: Final = 60

MOST_FEATURES: Final = 200_000


class Refused(Exception):  # noqa: N818  # a verdict on a file, not a fault of ours
    """A file, or a feature of it, is not taken; the text is one line that names it and says why."""

    def __init__(self, reason: str, feature: str | None = None) -> None:
        self.reason = reason
        self.feature = feature
        super().__init__(reason)

    def about(self, file: Path, table: str | None = None) -> str:
        """The line for the person at the terminal."""
        where = [excerpt(file.name), table and excerpt(table), self.feature]
        return f"{', '.join(part for part in where if part)}: {self.reason}"


def excerpt(text: str) -> str:
    """A text from a file, short and without anything that could move the cursor."""
    plain = "".join(c if c.isprintable() else "?" for c in text[: _LONGEST_NAME + 1])
    return plain if len(text) <= _LONGEST_NAME else f"{plain[:_LONGEST_NAME]}…"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of a file, as it stands there.

    `shape` is as yet unchecked, in the coordinates of the file; None where the file gives none, or
    one that cannot be read: then `fault` says why.
    `properties` are flat: {"postnummer.nr": "3000"}, names in lower case.
    """

    number: int
    properties: Mapping[str, Any]
    shape: BaseGeometry | None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The features of a file, or of one table of a file that has several.

    `srid` is the grid that the file names, or None when it names none.
    """

    name: str | None
    features: list[Feature]
    srid: int | None


# A file's geometries, checked: of the right kind, in Denmark, valid; repaired where they can.

Box = tuple[float, float, float, float]

# ETRS89 in degrees is within a metre of WGS84.
_DEGREES: Final = frozenset({geo.WGS84, 4258})
_MARGIN: Final = 1.0
_WEST, _SOUTH, _EAST, _NORTH = geo.DENMARK
# Denmark and its sea, in degrees and on the grid.
_IN_DEGREES: Final[Box] = (_WEST - _MARGIN, _SOUTH - _MARGIN, _EAST + _MARGIN, _NORTH + _MARGIN)
_ON_GRID: Final[Box] = (360_000.0, 5_900_000.0, 1_000_000.0, 6_550_000.0)
_DECIMALS: Final = 6


def srid_of(table: Table) -> int:
    """The grid of a table's coordinates; where the file names none, degrees or unmistakably metres.

    Raises:
        Refused: it names one that is not used here.
    """
    if table.srid in _DEGREES:
        return geo.WGS84
    if table.srid == geo.GRID:
        return geo.GRID
    if table.srid is not None:
        raise Refused(f"is in EPSG:{table.srid}; EPSG:{geo.GRID} or WGS84 is read")
    first = next((f.shape for f in table.features if f.shape is not None), None)
    return geo.GRID if first is not None and _lies_in(first.bounds, _ON_GRID) else geo.WGS84


def point_of(shape: BaseGeometry | None, srid: int) -> bytes:
    """A point, or the middle of an area, as binary.

    Raises:
        Refused: there is none, or it is not in Denmark.
    """
    flat = _in_denmark(shape, srid)
    if isinstance(flat, shapely.Point):
        return _binary(flat, srid)
    if isinstance(flat, shapely.MultiPoint) and len(flat.geoms) == 1:
        return _binary(flat.geoms[0], srid)
    if flat.area > 0:
        return _binary(shapely.make_valid(flat).representative_point(), srid)
    raise Refused(f"is no point, but a {flat.geom_type}")


def outline_of(shape: BaseGeometry | None, srid: int) -> tuple[bytes, bool]:
    """An area's outline as a binary MultiPolygon, and whether it had to be repaired.

    Raises:
        Refused: it is no area, is not in Denmark, or nothing is left of it when repaired.
    """
    flat = _in_denmark(shape, srid)
    polygons = _polygons(flat)
    if not polygons:
        raise Refused(f"is no area, but a {flat.geom_type}")
    outline = shapely.MultiPolygon(polygons)
    if outline.is_valid:
        return _binary(outline, srid), False
    repaired = shapely.union_all(_polygons(shapely.make_valid(outline)))
    kept = _polygons(repaired)
    if not kept or repaired.area == 0:
        raise Refused(f"its outline encloses nothing ({shapely.is_valid_reason(outline)})")
    return _binary(shapely.MultiPolygon(kept), srid), True


def _in_denmark(shape: BaseGeometry | None, srid: int) -> BaseGeometry:
    """The shape without heights (-999 where nobody measured), checked coordinate by coordinate."""
    if shape is None or shape.is_empty:
        raise Refused("has no geometry")
    flat = shapely.force_2d(shape)
    coordinates = shapely.get_coordinates(flat)
    if not numpy.isfinite(coordinates).all():
        raise Refused("has a coordinate that is not a number")
    home = _IN_DEGREES if srid == geo.WGS84 else _ON_GRID
    if not _lies_in(flat.bounds, home):
        west, south, east, north = flat.bounds
        if _lies_in((south, west, north, east), home):
            raise Refused("has its coordinates the wrong way round: longitude (east) comes first")
        raise Refused(f"lies outside Denmark, at {_shown(west)}, {_shown(south)}")
    return flat


def _shown(number: float) -> str:
    return f"{round(number, _DECIMALS):g}" if abs(number) < 1e3 else f"{number:.0f}"  # noqa: PLR2004


def _lies_in(bounds: Sequence[float], box: Box) -> bool:
    west, south, east, north = bounds
    return box[0] <= west and box[1] <= south and east <= box[2] and north <= box[3]


def _polygons(shape: BaseGeometry) -> list[shapely.Polygon]:
    """The areas in a shape; lines and points that a repair has left are no part of it."""
    if isinstance(shape, shapely.Polygon):
        return [] if shape.is_empty else [shape]
    parts = shape.geoms if isinstance(shape, shapely.geometry.base.BaseMultipartGeometry) else ()
    return [polygon for part in parts for polygon in _polygons(part)]


def _binary(shape: BaseGeometry, srid: int) -> bytes:
    made = shapely.to_wkb(shapely.set_srid(shape, srid), include_srid=True)
    assert isinstance(made, bytes)  # noqa: S101  # of one shape; an array only of an array
    return made
