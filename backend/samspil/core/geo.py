"""Geography: metres inside (EPSG:25832), degrees at the edge (WGS84, GeoJSON order lon, lat).

Nothing else transforms coordinates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal

import orjson
from geoalchemy2 import Geometry
from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Float,
    Integer,
    Text,
    and_,
    cast,
    func,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.prepared import given

GRID: Final = 25832
WGS84: Final = 4326
DECIMALS: Final = 7  # of a degree: about a centimetre
CORNERS_EVERY: Final = 0.02  # degrees

# West, south, east, north of Denmark with Bornholm, in degrees.
DENMARK: Final = (7.9, 54.4, 15.3, 57.9)
DEFAULT_RADIUS_M: Final = 10_000
MOST_RADIUS_M: Final = 50_000

Degrees: Final = Float(53)
EDGES: Final = ("west", "south", "east", "north")

Accuracy = Literal["exact", "town"]
GeoJSON = Mapping[str, Any]
LatLon = tuple[float, float]


class Shape(Geometry):
    """A geometry column: kept on the grid in metres, read and written as GeoJSON in degrees."""

    cache_ok = True

    def __init__(self, geometry_type: str = "GEOMETRY", srid: int = GRID, **_: Any) -> None:
        # Indexes are declared by the tables: most are partial.
        super().__init__(geometry_type, srid=srid, spatial_index=False)

    def bind_expression(self, bindvalue: Any) -> ColumnElement[Any]:
        """Degrees to metres on the way in."""
        return to_grid(func.ST_SetSRID(func.ST_GeomFromGeoJSON(cast(bindvalue, Text)), WGS84))

    def column_expression(self, col: Any) -> ColumnElement[Any]:
        """Metres to degrees on the way out."""
        return func.ST_AsGeoJSON(to_wgs84(col), DECIMALS, 0, type_=self)

    def bind_processor(self, _dialect: Any) -> Any:
        """GeoJSON as text for PostGIS."""
        return lambda value: None if value is None else orjson.dumps(value).decode()

    def result_processor(self, _dialect: Any, _coltype: Any) -> Any:
        """Text from PostGIS as GeoJSON."""
        return lambda value: None if value is None else orjson.loads(value)


class Located:
    """A row with places on the map; without any it is remote."""

    positions: Mapped[GeoJSON | None] = mapped_column(Shape("MULTIPOINT"), sort_order=800)
    position_accuracy: Mapped[str | None] = mapped_column(
        CheckConstraint("position_accuracy IN ('exact', 'town')", name="position_accuracy"),
        sort_order=801,
    )


def positions_of(row: Located) -> list[list[float]]:
    """[lat, lon] of a row's own positions; none for one that stands at its town."""
    if row.positions is None or row.position_accuracy != "exact":
        return []
    return [[round(lat, 6), round(lon, 6)] for lon, lat in row.positions["coordinates"]]


@dataclass(frozen=True)
class Origin:
    """Where a search starts: a point on the grid, and the grid's scale there.

    The scale (plane metres for each metre on the ground) is 1.0002 at Helsingør and 1.0014 on
    Bornholm; dividing by it keeps distances within 0.02 % of the geodesic over 50 km.

    `given` are the values both are made from; they are made when a statement is put together.
    """

    given: Mapping[str, Any]
    make_point: Callable[[], ColumnElement[Any]]
    make_scale: Callable[[], ColumnElement[float]]

    @cached_property
    def point(self) -> ColumnElement[Any]:
        """The point on the grid."""
        return self.make_point()

    @cached_property
    def scale(self) -> ColumnElement[float]:
        """Plane metres for each metre on the ground."""
        return self.make_scale()

    def computed_once(self) -> Origin:
        """The same for a statement whose plan is kept for all values.

        Such a plan knows no position: written plainly, it would be transformed for every row.
        """
        return Origin(
            self.given,
            lambda: select(self.make_point()).scalar_subquery(),
            lambda: select(self.make_scale()).scalar_subquery(),
        )

    def metres_to(self, plane_distance: Any) -> ColumnElement[float]:
        """A plane distance from here as metres on the ground."""
        return cast(cast(plane_distance, Float) / self.scale, Float)

    def within(self, geometry: Any, radius_m: int) -> ColumnElement[bool]:
        """Whether a geometry has a point within `radius_m` metres on the ground."""
        # ST_DWithin is the same, but its costs keep the planner from walking the index in order.
        plane = given("radius_m", radius_m, Integer()) * self.scale
        return and_(
            geometry.bool_op("&&")(func.ST_Expand(self.point, plane)),
            self.plane_distance(geometry) <= plane,
        )

    def plane_distance(self, geometry: Any) -> ColumnElement[float]:
        """The plane distance that a GiST index can sort by."""
        apart: ColumnElement[float] = geometry.op("<->", return_type=Degrees)(self.point)
        return apart


def origin_at(lat: float, lon: float) -> Origin:
    """The origin of a position in degrees."""

    def make_point() -> ColumnElement[Any]:
        east, north = given("lon", lon, Degrees), given("lat", lat, Degrees)
        return to_grid(func.ST_SetSRID(func.ST_MakePoint(east, north), WGS84))

    return Origin({"lat": lat, "lon": lon}, make_point, lambda: scale_at(make_point()))


def scale_at(point: Any) -> ColumnElement[float]:
    """The grid's scale at a point on it: UTM's series to its second-order term."""
    off_centre = (func.ST_X(point, type_=Degrees) - 500_000) / (0.9996 * 6_383_000)
    return cast(0.9996 * (1 + off_centre * off_centre / 2), Float)


def to_grid(geometry: Any) -> ColumnElement[Any]:
    """Any geometry in metres on the official grid."""
    return func.ST_Transform(geometry, GRID)


def to_wgs84(geometry: Any) -> ColumnElement[Any]:
    """Any geometry in degrees."""
    return func.ST_Transform(geometry, WGS84)


def as_geojson(geometry: Any) -> ColumnElement[str]:
    """A geometry on the grid as GeoJSON text in degrees."""
    return func.ST_AsGeoJSON(to_wgs84(geometry), DECIMALS, 0, type_=Text)


def bbox_on_grid(west: float, south: float, east: float, north: float) -> ColumnElement[Any]:
    """A box in degrees, as a polygon on the grid.

    A parallel is a curve there, kilometres off the straight line over Denmark's width: its sides
    get corners so close that they stay within five centimetres of it.
    """
    box = func.ST_MakeEnvelope(west, south, east, north, WGS84)
    return to_grid(func.ST_Segmentize(box, CORNERS_EVERY))


def multipoint(points: Sequence[LatLon]) -> GeoJSON | None:
    """GeoJSON of (lat, lon) pairs; None for no points."""
    if not points:
        return None
    return {"type": "MultiPoint", "coordinates": [[lon, lat] for lat, lon in points]}


def point(lat: float, lon: float) -> GeoJSON:
    """GeoJSON of one position."""
    return {"type": "Point", "coordinates": [lon, lat]}


def clipped_to_denmark(
    west: float, south: float, east: float, north: float
) -> tuple[float, float, float, float] | None:
    """The part of a box that lies in the box around Denmark; None when nothing does.

    A map that is zoomed out shows more than Denmark, and is no error.
    """
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):  # noqa: PLR2004  # the globe
        return None
    inside = (
        max(west, DENMARK[0]),
        max(south, DENMARK[1]),
        min(east, DENMARK[2]),
        min(north, DENMARK[3]),
    )
    return inside if inside[0] < inside[2] and inside[1] < inside[3] else None
