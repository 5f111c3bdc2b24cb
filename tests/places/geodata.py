"""Small files of the shapes that authorities publish, and the worse ones that people have."""

import json
import sqlite3
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

FILES = Path(__file__).parent / "files"

Feature = dict[str, Any]


def square(west: float, south: float, size: float = 0.02) -> dict[str, Any]:
    """A square as a GeoJSON polygon."""
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(geometry: Any, **properties: Any) -> Feature:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(file: Path, *features: Any, **members: Any) -> Path:
    """Write a FeatureCollection."""
    document = {"type": "FeatureCollection", **members, "features": list(features)}
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def geopackage(
    file: Path,
    rows: Sequence[tuple[BaseGeometry | bytes | None, dict[str, Any]]],
    *,
    table: str = "kommuneinddeling",
    srid: int = 25832,
    statements: Sequence[str] = (),
) -> Path:
    """Write a GeoPackage with one table, by the book (OGC 12-128)."""
    names = list(rows[0][1])
    with sqlite3.connect(file) as connection:
        connection.executescript(
            f"""
            PRAGMA synchronous = OFF;
            PRAGMA journal_mode = MEMORY;
            PRAGMA application_id = 0x47504B47;
            CREATE TABLE gpkg_spatial_ref_sys (
                srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
                organization_coordsys_id INTEGER, definition TEXT, description TEXT);
            CREATE TABLE gpkg_contents (
                table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
            CREATE TABLE gpkg_geometry_columns (
                table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER,
                z TINYINT, m TINYINT);
            INSERT INTO gpkg_spatial_ref_sys VALUES ('grid', {srid}, 'EPSG', {srid}, '', '');
            INSERT INTO gpkg_contents VALUES ('{table}', 'features', {srid});
            INSERT INTO gpkg_geometry_columns VALUES ('{table}', 'geom', 'GEOMETRY', {srid}, 0, 0);
            CREATE TABLE "{table}" (
                fid INTEGER PRIMARY KEY, geom BLOB, {", ".join(f'"{n}"' for n in names)});
            """
        )
        for shape, values in rows:
            blob = shape
            if isinstance(shape, BaseGeometry):
                blob = struct.pack("<2sBBi", b"GP", 0, 1, srid) + shapely.to_wkb(shape)
            marks = ", ".join("?" * (len(names) + 1))
            columns = ", ".join(["geom", *(f'"{name}"' for name in names)])
            connection.execute(
                f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', [blob, *values.values()]
            )
        for statement in statements:
            connection.execute(statement)
    connection.close()
    return file
