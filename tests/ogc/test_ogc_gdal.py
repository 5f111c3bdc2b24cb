"""GDAL reads open data from a running server: Debian's programs, and the newer one in pyogrio."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import numpy as np
import psycopg
import pyogrio
import pytest
import shapely
from pyproj import Transformer

from conftest import DEMO, Server
from ogc.features import COLLECTIONS, EPSG4326, EPSG25832
from samspil.core.db import make_engine

COUNTS = {
    "needs": "SELECT count(*) FROM needs WHERE status = 'published' AND open_until > now()",
    "associations": "SELECT count(*) FROM associations WHERE status = 'public'",
    "premises": "SELECT count(*) FROM premises",
}
PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def database(server: Server) -> Iterator[str]:
    """The demonstration, in a database of this module's own."""
    name = server.clone(DEMO)
    yield name
    server.drop(name)


@pytest.fixture(scope="module")
def served(server: Server, database: str) -> Iterator[str]:
    """The address of open data, served as `scripts/start` serves it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    settings = server.settings(database)
    environment = os.environ | {
        "SAMSPIL_DATABASE_URL": settings.database_url,
        "SAMSPIL_SECRET_KEY": settings.secret_key or "",
        "SAMSPIL_OWNER_DATABASE_URL": settings.owner_database_url,
        "SAMSPIL_PUBLIC_URL": address,
        "SAMSPIL_RATE_LIMIT": settings.rate_limit,
    }
    command = [
        *(sys.executable, "-m", "granian", "samspil.rsgi:app", "--interface", "rsgi"),
        *("--host", "127.0.0.1", "--port", str(port), "--workers", "1"),
        *("--no-access-log", "--log-level", "warning"),
    ]
    with subprocess.Popen(command, env=environment) as process:
        try:
            wait_for(f"{address}/readyz", process)
            yield f"{address}/api/ogc"
        finally:
            process.terminate()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.05)
    pytest.fail("the server did not come up")


@pytest.fixture(scope="module")
def counts(server: Server, database: str) -> dict[str, int]:
    """How many public things of each kind the database has."""
    engine = make_engine(server.settings(database).database_url)
    with engine.connect() as connection:
        found = {
            collection: connection.exec_driver_sql(statement).scalar_one()
            for collection, statement in COUNTS.items()
        }
    engine.dispose()
    assert all(found.values())
    return found


def run(*command: str) -> str:
    """A program of GDAL's; every warning of the driver's is an error."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    return done.stdout


def test_debians_ogrinfo_finds_the_collections(served: str) -> None:
    listed = run("ogrinfo", "-so", "-ro", f"OAPIF:{served}")
    assert re.findall(r"^\d+: (\w+)", listed, re.MULTILINE) == list(COLLECTIONS)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_debians_ogrinfo_counts_what_the_database_has(
    served: str, counts: dict[str, int], collection: str
) -> None:
    told = run("ogrinfo", "-so", "-ro", f"OAPIF:{served}", collection)
    assert f"Feature Count: {counts[collection]}\n" in told
    assert "Geometry: Multi Point\n" in told


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize(("driver", "suffix"), [("GPKG", "gpkg"), ("GeoJSON", "geojson")])
def test_debians_ogr2ogr_converts_every_collection(
    served: str,
    counts: dict[str, int],
    tmp_path: Path,
    collection: str,
    driver: str,
    suffix: str,
) -> None:
    made = tmp_path / f"{collection}.{suffix}"
    # The default of 10 features a page makes for many requests.
    run(
        *("ogr2ogr", "-f", driver, str(made), f"OAPIF:{served}", collection),
        *("-oo", "PAGE_SIZE=100", "-mapFieldType", "StringList=String"),
    )
    assert pyogrio.read_info(made)["features"] == counts[collection]


def test_debians_ogr2ogr_asks_the_server_to_filter(served: str, tmp_path: Path) -> None:
    made = tmp_path / "once.geojson"
    done = subprocess.run(
        [
            *("ogr2ogr", "-f", "GeoJSON", str(made), f"OAPIF:{served}", "needs"),
            *("-spat", "12.4", "56.0", "12.5", "56.1"),
            *("-where", "commitment = 'once' AND remote = 0"),
        ],
        env=os.environ | {"CPL_DEBUG": "ON"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert "ERROR" not in done.stderr
    assert re.search(r"&bbox=12\.4\d*,56,12\.5,56\.1\d*&commitment=once&remote=0", done.stderr)
    features = pyogrio.raw.read(made, columns=["commitment"])
    [commitments] = features[3]
    assert len(commitments) > 0
    assert set(commitments) == {"once"}


def read(served: str, collection: str, crs: str) -> tuple[str, np.ndarray, np.ndarray]:
    """(system, ids, geometries) of a collection, as pyogrio's GDAL reads it."""
    meta, _, geometries, facts = pyogrio.raw.read(
        f"OAPIF:{served}", layer=collection, columns=["id"], CRS=crs, PAGE_SIZE="100"
    )
    return meta["crs"], facts[0], shapely.from_wkb(geometries)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_pyogrio_reads_both_grids_and_positions_agree_within_a_metre(
    served: str, counts: dict[str, int], collection: str
) -> None:
    grid, grid_ids, metres = read(served, collection, EPSG25832)
    world, world_ids, degrees = read(served, collection, EPSG4326)
    assert grid == "EPSG:25832"
    assert "WGS 84" in world
    assert len(grid_ids) == counts[collection]
    assert list(grid_ids) == list(world_ids)
    placed = ~shapely.is_missing(metres)
    assert (placed == ~shapely.is_missing(degrees)).all()
    xy, lonlat = (shapely.get_coordinates(one[placed]) for one in (metres, degrees))
    to_grid = Transformer.from_crs("OGC:CRS84", "EPSG:25832", always_xy=True)
    moved = np.column_stack(to_grid.transform(lonlat[:, 0], lonlat[:, 1]))
    assert np.hypot(*(moved - xy).T).max() < 1


def test_pyogrio_takes_the_official_grid_by_itself(served: str) -> None:
    for collection in COLLECTIONS:
        assert pyogrio.read_info(f"OAPIF:{served}", layer=collection)["crs"] == "EPSG:25832"


def test_what_gdal_reads_is_what_the_database_keeps(
    server: Server, served: str, database: str
) -> None:
    _, read_ids, geometries = read(served, "premises", EPSG25832)
    statement = "SELECT id::text, ST_AsBinary(positions) FROM premises"
    with psycopg.connect(
        server.cluster.url("samspil_app", database).replace("+psycopg", "")
    ) as connection:
        kept = {row[0]: shapely.from_wkb(row[1]) for row in connection.execute(statement)}
    assert set(read_ids) == set(kept)
    for one, geometry in zip(read_ids, geometries, strict=True):
        assert shapely.equals_exact(geometry, kept[one], tolerance=0.001)
