"""The coordinate systems that positions are asked for and given in, and boxes in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, Text, and_, func, or_

from samspil.core import geo

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
        return func.ST_AsGeoJSON(self.geometry(positions), self.decimals, 0, type_=Text)


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
    """The box's truth is told in degrees; the part of it on the grid is what an index can find."""
    exact = func.ST_MakeEnvelope(west, box.south, east, box.north, geo.WGS84)
    low_x, low_y, high_x, high_y = COMPUTABLE
    part = func.ST_MakeEnvelope(
        _between(low_x, west, high_x),
        _between(low_y, box.south, high_y),
        _between(low_x, east, high_x),
        _between(low_y, box.north, high_y),
        geo.WGS84,
    )
    on_grid = geo.to_grid(func.ST_Segmentize(part, STRAIGHT_DEGREES))
    about = func.ST_Expand(func.ST_Envelope(on_grid), MARGIN_M)
    return and_(
        positions.op("&&", return_type=Boolean())(about),
        func.ST_DWithin(geo.to_wgs84(positions), exact, 10**-CRS84.decimals, type_=Boolean),
    )


def _between(low: float, value: float, high: float) -> float:
    return min(max(value, low), high)
