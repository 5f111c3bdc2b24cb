"""A broken file ends in one line that names it, and the database is as it was."""

import json
import math
import os
import sqlite3
import struct
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, text

from places.geodata import FILES, collection, feature, geopackage, square
from samspil.cli import main
from samspil.core.http import Application

TABLES = ("areas", "places", "addresses", "imported_layers")
GOOD = square(12.5, 56.02)
GRID_SQUARE = shapely.box(712_000, 6_209_500, 724_000, 6_221_500)


def run(app: Application, *arguments: str | Path) -> Result:
    """The command, on the application's database."""
    environment = {
        "SAMSPIL_DATABASE_URL": app.settings.database_url,
        "SAMSPIL_OWNER_DATABASE_URL": app.settings.owner_database_url,
    }
    words = ["import-geodata", *map(str, arguments)]
    return CliRunner().invoke(main, words, env=environment)


def kept(app: Application) -> dict[str, Any]:
    """Everything in the tables that an import writes."""
    with app.database.engine.connect() as connection:
        return {
            table: connection.execute(
                text(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} AS t")
            ).scalar()
            for table in TABLES
        }


def written(content: bytes | str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        file = folder / "fil.geojson"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    return write


def of(*features: Any, **members: Any) -> Callable[[Path], Path]:
    return lambda folder: collection(folder / "fil.geojson", *features, **members)


def packed(**options: Any) -> Callable[[Path], Path]:
    rows = options.pop("rows", [(GRID_SQUARE, {"kommunekode": "0217", "navn": "Helsingør"})])
    return lambda folder: geopackage(folder / "fil.gpkg", rows, **options)


def cut(folder: Path) -> Path:
    whole = geopackage(
        folder / "whole.gpkg",
        [(GRID_SQUARE, {"kommunekode": "0217", "navn": "Helsingør" * 3000})],
    ).read_bytes()
    file = folder / "fil.gpkg"
    file.write_bytes(whole[: len(whole) - 20_000])
    return file


def sqlite(folder: Path) -> Path:
    file = folder / "fil.gpkg"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE kommuner (kode TEXT)")
    connection.close()
    return file


def headed(wkb: bytes, head: bytes = struct.pack("<2sBBi", b"GP", 0, 1, 25832)) -> Any:
    return packed(rows=[(head + wkb, {"kommunekode": "0217", "navn": "Helsingør"})])


def folder_itself(folder: Path) -> Path:
    return folder


def missing(folder: Path) -> Path:
    return folder / "fil.geojson"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "fil.geojson")
    return folder / "fil.geojson"


def sparse(folder: Path) -> Path:
    """200 MB that take no room on the disk."""
    file = folder / "fil.geojson"
    with file.open("wb") as opened:
        opened.truncate(200_000_000)
    return file


def point(*coordinates: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": list(coordinates)}


POSTCODE = {"postnr": "3000", "navn": "Helsingør"}
WHOLE = (FILES / "postnumre.geojson").read_bytes()

BROKEN: dict[str, tuple[Callable[[Path], Path], str]] = {
    # Files
    "too large": (sparse, "fil.geojson: is 200 MB, and at most 100 MB are read"),
    "a folder": (folder_itself, "is a folder"),
    "no file": (missing, "fil.geojson: does not exist"),
    "a pipe": (pipe, "fil.geojson: is not an ordinary file"),
    "empty": (written(b""), "fil.geojson: is empty"),
    "cut off": (written(WHOLE[: len(WHOLE) // 2]), "fil.geojson: ends in the middle"),
    "UTF-16": (written(WHOLE.decode().encode("utf-16")), "fil.geojson: is not UTF-8 (it looks"),
    "UTF-16 without its mark": (
        written(WHOLE.decode().encode("utf-16-le")),
        "fil.geojson: is not UTF-8 (it looks",
    ),
    "Windows-1252": (written(WHOLE.decode().encode("cp1252")), "fil.geojson: is not UTF-8 (Win"),
    "a web page": (written("<!doctype html>"), "fil.geojson: is neither GeoJSON"),
    "an archive": (written(b"PK\3\4abc"), "fil.geojson: is a ZIP archive"),
    "not JSON": (written('{"type": NaN}'), "fil.geojson: is not JSON"),
    "what follows": (written('{"type": "Feature"} x'), "fil.geojson: is not JSON"),
    "no features": (of(), "fil.geojson: holds no features"),
    "a number": (written("[1]"), "fil.geojson, feature 1: is not a feature"),
    "no list of features": (written('{"features": 3}'), "fil.geojson: holds no layer"),
    "a huge number": (written("[" + "9" * 10_000 + "]"), "fil.geojson: is not JSON"),
    "collections in each other": (
        of({"type": "FeatureCollection", "features": []}),
        "fil.geojson, feature 1: is not a feature",
    ),
    "nested lists": (written(b"[" * 1_000_000), "fil.geojson: is nested deeper"),
    "nested objects": (written(b'{"a":' * 1_000_000), "fil.geojson: is nested deeper"),
    "nested in a feature": (
        written(b'{"features":[{"a":' + b"[" * 1_000_000),
        "fil.geojson: is nested deeper",
    ),
    "a great many small things": (
        written(b'{"features":[{"a":[' + b"[]," * 2_500_000),
        "fil.geojson: has a feature of more than",
    ),
    "a great many features": (
        written(b"[" + b"{}," * 250_000 + b"{}]"),
        "fil.geojson: holds more than 200,000 features",
    ),
    # Grids
    "another grid": (
        of(feature(GOOD, **POSTCODE), crs={"type": "name", "properties": {"name": "EPSG:3857"}}),
        "fil.geojson: is in EPSG:3857",
    ),
    "a grid without a name": (of(feature(GOOD, **POSTCODE), crs=7), "fil.geojson: its crs member"),
    # Columns
    "wrong columns": (
        of(feature(GOOD, a=1, b=2)),
        "fil.geojson: holds no layer that is known (Polygon with a, b)",
    ),
    "lines": (
        of(feature({"type": "LineString", "coordinates": [[12.5, 56], [12.6, 56]]}, **POSTCODE)),
        "fil.geojson, feature 1 (Helsingør): is no area, but a LineString",
    ),
    "no code": (
        of(feature(GOOD, **POSTCODE), feature(GOOD, navn="Uden")),
        "fil.geojson, feature 2 (Uden): has no code",
    ),
    "a code in letters": (
        of(feature(GOOD, postnr="DK-3000", navn="Helsingør")),
        "fil.geojson, feature 1 (Helsingør): its code is not a number",
    ),
    "no name": (of(feature(GOOD, postnr=3000)), "fil.geojson, feature 1 (3000): has no name"),
    "a name of nothing": (
        of(feature(GOOD, postnr=3000, navn="\x00")),
        "fil.geojson, feature 1 (?): its name cannot be used",
    ),
    "half a letter": (
        of(feature(GOOD, postnr=3000, navn="\ud800")),
        "fil.geojson, feature 1",
    ),
    "a code twice": (
        of(feature(GOOD, **POSTCODE), feature(GOOD, postnr=3000, navn="Igen")),
        "fil.geojson, feature 2 (Igen): is there twice (3000, first as feature 1)",
    ),
    "another municipality": (
        of(feature(GOOD, kommunekode=210, navn="Fredensborg")),
        "fil.geojson: does not hold the municipality 0217: 0210",
    ),
    # Shapes
    "no geometry": (of(feature(None, **POSTCODE)), "(Helsingør): has no geometry"),
    "an empty geometry": (
        of(feature({"type": "Polygon", "coordinates": []}, **POSTCODE)),
        "(Helsingør): has no geometry",
    ),
    "a geometry of no type": (
        of(feature({"type": "Circle", "coordinates": [12, 56]}, **POSTCODE)),
        "(Helsingør): its geometry is of no known type: Circle",
    ),
    "a geometry that is a number": (of(feature(3, **POSTCODE)), "its geometry is not an object"),
    "words for coordinates": (
        of(feature({"type": "Polygon", "coordinates": [[["a", "b"]]]}, **POSTCODE)),
        "(Helsingør): its geometry is wrong",
    ),
    "an endless coordinate": (
        written(
            json.dumps(feature(point(12.5, 1), postnr=3000, navn="H")).replace("12.5", "1e999")
        ),
        "fil.geojson",
    ),
    "an outline around nothing": (
        of(
            feature(
                {"type": "Polygon", "coordinates": [[[12.5, 56], [12.6, 56], [12.5, 56]] * 2]},
                **POSTCODE,
            )
        ),
        "(Helsingør): its outline encloses nothing",
    ),
    "a ring that is open": (
        of(
            feature(
                {"type": "Polygon", "coordinates": [[[12.5, 56], [12.6, 56], [12.6, 56.1]]]},
                **POSTCODE,
            )
        ),
        "(Helsingør): its geometry is wrong: Points of LinearRing do not form a closed",
    ),
    "outside Denmark": (
        of(feature(square(2.3, 48.8), **POSTCODE)),
        "(Helsingør): lies outside Denmark, at 2.3, 48.8",
    ),
    "the wrong way round": (
        of(feature(square(56.02, 12.5), **POSTCODE)),
        "(Helsingør): has its coordinates the wrong way round",
    ),
    "degrees said to be metres": (
        of(feature(GOOD, **POSTCODE), crs={"type": "name", "properties": {"name": "EPSG:25832"}}),
        "(Helsingør): lies outside Denmark, at 12.5, 56.02",
    ),
    "nothing here": (
        of(feature(square(10.5, 57.7), postnr=9990, navn="Skagen")),
        "fil.geojson: holds nothing that lies in Helsingør",
    ),
    # GeoPackages
    "a GeoPackage in name": (
        lambda folder: written(WHOLE)(folder).rename(folder / "fil.gpkg"),
        "fil.gpkg: is not a GeoPackage, whatever its name says",
    ),
    "another SQLite file": (sqlite, "fil.gpkg: is an SQLite file, but not a GeoPackage"),
    "half a GeoPackage": (cut, "fil.gpkg: is a damaged GeoPackage"),
    "an SQLite header alone": (
        written(b"SQLite format 3\0" + b"\xff" * 4096),
        "fil.geojson: is a damaged GeoPackage",
    ),
    "a GeoPackage of no rows": (
        packed(statements=["DELETE FROM kommuneinddeling"]),
        "fil.gpkg: holds no features",
    ),
    "a GeoPackage whose table is a program": (
        packed(
            statements=[
                "ALTER TABLE kommuneinddeling RENAME TO rest",
                "CREATE VIEW kommuneinddeling AS SELECT 1 AS fid, randomblob(1e9) AS geom",
                "UPDATE gpkg_contents SET table_name = 'kommuneinddeling'",
            ]
        ),
        "fil.gpkg: holds no features",
    ),
    "a GeoPackage in another grid": (packed(srid=3857), "fil.gpkg: is in EPSG:3857"),
    "a geometry column that is not there": (
        packed(statements=["UPDATE gpkg_geometry_columns SET column_name = 'shape'"]),
        "fil.gpkg: its table kommuneinddeling has no column shape",
    ),
    "text for a geometry": (
        packed(statements=["UPDATE kommuneinddeling SET geom = 'POINT(1 1)'"]),
        "fil.gpkg, feature 1 (Helsingør): its geometry is not binary",
    ),
    "a geometry without its header": (
        headed(shapely.to_wkb(GRID_SQUARE), b""),
        "fil.gpkg, feature 1 (Helsingør): its geometry has no GeoPackage header",
    ),
    "half a geometry": (
        headed(shapely.to_wkb(GRID_SQUARE)[:40]),
        "fil.gpkg, feature 1 (Helsingør): its geometry is damaged",
    ),
    "a coordinate that is no number": (
        headed(
            shapely.to_wkb(GRID_SQUARE).replace(
                struct.pack("<d", 6_221_500), struct.pack("<d", math.nan)
            )
        ),
        "fil.gpkg, feature 1 (Helsingør): has a coordinate that is not a number",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_ends_in_one_line_and_an_unchanged_database(
    empty_app: Application, tmp_path: Path, kind: str
) -> None:
    make, line = BROKEN[kind]
    file = make(tmp_path)
    before = kept(empty_app)
    tracemalloc.start()
    try:
        done = run(empty_app, FILES / "places.geojson", file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert line in done.stderr
    assert kept(empty_app) == before
    assert peak < 500_000_000


def test_a_dry_run_says_what_would_come_and_changes_nothing(empty_app: Application) -> None:
    before = kept(empty_app)
    done = run(empty_app, "--dry-run", FILES / "postnumre.geojson")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "layer         features  repaired  refused  left out  file",
        "postcode             2         0        0         1  postnumre.geojson",
        "A dry run: nothing was changed.",
    ]
    assert kept(empty_app) == before


def test_an_import_stays(own_app: Application) -> None:
    before = kept(own_app)
    done = run(own_app, FILES / "sogne_dawa.geojson")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1:] == [
        "parish               2         1        0         0  sogne_dawa.geojson"
    ]
    after = kept(own_app)
    assert {table for table in TABLES if after[table] != before[table]} == {
        *("areas", "imported_layers")
    }


def test_a_layer_may_be_named(own_app: Application, tmp_path: Path) -> None:
    unclear = collection(tmp_path / "fil.geojson", feature(GOOD, code="3070", name="Snekkersten"))
    assert "say which it is with --layer" in run(own_app, unclear).stderr
    assert run(own_app, "--layer", "postcode", unclear).exit_code == 0


def test_two_files_of_one_layer_are_refused(empty_app: Application) -> None:
    done = run(empty_app, FILES / "kommune_grid.geojson", FILES / "kommune.ndjson")
    assert done.exit_code == 1
    assert "kommune.ndjson: holds the layer municipality, which kommune_grid.geojson" in done.stderr


def test_the_largest_size_can_be_raised_and_lowered(empty_app: Application, tmp_path: Path) -> None:
    file = tmp_path / "fil.geojson"
    file.write_bytes(WHOLE + b" " * 2_000_000)
    assert "at most 1 MB are read" in run(empty_app, "--max-mb", "1", file).stderr
    assert run(empty_app, "--max-mb", "3", "--dry-run", file).exit_code == 0


def test_a_database_of_another_version_is_left_alone(own_app: Application) -> None:
    engine = create_engine(own_app.settings.owner_database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    done = run(own_app, FILES / "postnumre.geojson")
    assert done.exit_code == 1
    assert "not up to date" in done.stderr
