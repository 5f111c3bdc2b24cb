"""GeoPackage: an SQLite file with a documented header before each geometry (OGC 12-128).

Read with the standard library and shapely: GDAL would bring its hundred formats, and a hundred
megabytes, for one. The file is a stranger's program as much as data, so views and generated
columns are not run, and SQLite is held to limits.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import shapely
from shapely.geometry.base import BaseGeometry

from samspil.places.importing.features import MOST_FEATURES, Feature, Refused, Table, excerpt

MOST_VALUE_BYTES: Final = 64_000_000
MOST_TABLES: Final = 100
# Steps of SQLite's machine: minutes of work, where a real file takes seconds.
_MOST_STEPS: Final = 2_000_000_000
_STEPS_A_LOOK: Final = 10_000_000
_ENVELOPE_BYTES: Final = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_HEADER: Final = struct.Struct("<2sBBi")
_FEATURE_TABLES: Final = """
    SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id
    FROM gpkg_contents AS c
    JOIN gpkg_geometry_columns AS g ON g.table_name = c.table_name
    JOIN gpkg_spatial_ref_sys AS s ON s.srs_id = g.srs_id
    JOIN sqlite_master AS m ON m.name = c.table_name AND m.type = 'table'
    WHERE c.data_type = 'features' AND m.sql NOT LIKE 'CREATE VIRTUAL%'
    ORDER BY c.table_name
"""


def read_geopackage(file: Path) -> list[Table]:
    """Every feature table of a GeoPackage.

    Raises:
        Refused: it is an SQLite file but no GeoPackage, is damaged, or holds no features.
    """
    address = f"file:{quote(str(file.absolute()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            _hold(connection)
            budget = _Budget(file.stat().st_size)
            tables = [_table(connection, budget, *row) for row in _feature_tables(connection)]
    except sqlite3.Error as error:
        raise Refused(f"is a damaged GeoPackage ({excerpt(str(error))})") from error
    except UnicodeError as error:
        raise Refused("is a damaged GeoPackage (its text is not UTF-8)") from error
    if not any(table.features for table in tables):
        raise Refused("holds no features")
    return [table for table in tables if table.features]


class _Budget:
    """No file holds more than itself, unless its rows share what they point to."""

    def __init__(self, size: int) -> None:
        self._left = size

    def spend(self, values: Iterable[Any]) -> None:
        self._left -= sum(len(value) for value in values if isinstance(value, bytes | str))
        if self._left < 0:
            raise Refused("is a damaged GeoPackage (its rows share their content)")


def _hold(connection: sqlite3.Connection) -> None:
    """Limits for a file that is made to take our time or memory."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_VALUE_BYTES)
    left = _MOST_STEPS // _STEPS_A_LOOK

    def count() -> int:
        nonlocal left
        left -= 1
        return int(left < 0)

    connection.set_progress_handler(count, _STEPS_A_LOOK)


def _feature_tables(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    needed = {"gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"}
    if not needed <= names:
        raise Refused("is an SQLite file, but not a GeoPackage")
    rows = connection.execute(_FEATURE_TABLES).fetchmany(MOST_TABLES)
    return [(table, column, _srid(table, *grid)) for table, column, *grid in rows]


def _srid(table: str, organization: Any, code: Any) -> int:
    if str(organization).upper() != "EPSG" or not isinstance(code, int):
        raise Refused(f"its table {excerpt(table)} is in no EPSG grid")
    return code


def _table(
    connection: sqlite3.Connection, budget: _Budget, table: str, column: str, srid: int
) -> Table:
    columns = [
        name
        for _, name, _, _, _, _, hidden in connection.execute(f"PRAGMA table_xinfo({_name(table)})")
        if not hidden
    ]
    if column not in columns:
        raise Refused(f"its table {excerpt(table)} has no column {excerpt(column)}")
    columns.remove(column)
    wanted = ", ".join(_name(name) for name in (column, *columns))
    rows = connection.execute(f"SELECT {wanted} FROM {_name(table)} LIMIT {MOST_FEATURES + 1}")  # noqa: S608  # names quoted
    features = list(_features(rows, budget, [name.lower() for name in columns]))
    if len(features) > MOST_FEATURES:
        raise Refused(f"its table {excerpt(table)} holds more than {MOST_FEATURES:,} features")
    return Table(table, features, srid)


def _features(rows: sqlite3.Cursor, budget: _Budget, columns: list[str]) -> Iterator[Feature]:
    for number, (blob, *values) in enumerate(rows, start=1):
        budget.spend((blob, *values))
        known = {
            name: value
            for name, value in zip(columns, values, strict=True)
            if not isinstance(value, bytes)
        }
        try:
            yield Feature(number, known, _shape(blob))
        except Refused as refused:
            yield Feature(number, known, None, refused.reason)


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _shape(blob: Any) -> BaseGeometry | None:
    """The geometry in a GeoPackage's cell: its own header, then well-known binary."""
    if blob is None:
        return None
    if not isinstance(blob, bytes) or len(blob) < _HEADER.size:
        raise Refused("its geometry is not binary")
    magic, _version, flags, _srs = _HEADER.unpack_from(blob)
    envelope = _ENVELOPE_BYTES.get(flags >> 1 & 0b111)
    if magic != b"GP" or envelope is None:
        raise Refused("its geometry has no GeoPackage header")
    try:
        return shapely.from_wkb(blob[_HEADER.size + envelope :])
    except shapely.errors.ShapelyError as error:
        raise Refused("its geometry is damaged") from error
