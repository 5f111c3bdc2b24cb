"""The outline that a phone draws, made from however fine a boundary was imported."""

import math
from datetime import datetime
from pathlib import Path

import pytest
import shapely
from flask.testing import FlaskClient
from pyproj import Transformer
from sqlalchemy.orm import Session

from places.geodata import collection, feature
from reading import get
from samspil.core.geo import GRID, WGS84
from samspil.places.importing.services import Options, import_files

CORNERS = 30_000
ON_GRID = {"type": "name", "properties": {"name": f"EPSG:{GRID}"}}


def island(wave_m: float) -> shapely.Polygon:
    """Five kilometres across, with a coast that goes in and out."""
    turns = [2 * math.pi * n / CORNERS for n in range(CORNERS)]
    reach = [5_000 + wave_m * math.sin(turn * 2_000) for turn in turns]
    return shapely.Polygon(
        (718_000 + r * math.cos(turn), 6_215_000 + r * math.sin(turn))
        for turn, r in zip(turns, reach, strict=True)
    )


@pytest.mark.parametrize(("wave_m", "within_m"), [(5, 20), (60, 160)])
def test_the_outline_is_short_however_fine_the_boundary(
    client: FlaskClient,
    session: Session,
    now: datetime,
    tmp_path: Path,
    wave_m: float,
    within_m: float,
) -> None:
    true = island(wave_m)
    boundary = feature(shapely.geometry.mapping(true), kommunekode="0217", navn="Helsingør")
    file = collection(tmp_path / "kommune.geojson", boundary, crs=ON_GRID)
    import_files(session, [file], now, Options())
    response = client.get("/api/v1/outline")
    assert len(response.data) < 20_000
    to_grid = Transformer.from_crs(WGS84, GRID, always_xy=True)
    drawn = shapely.transform(
        shapely.geometry.shape(response.json["geometry"]), to_grid.transform, interleaved=False
    )
    assert shapely.hausdorff_distance(drawn, true) <= within_m + 1
    assert shapely.difference(drawn, true.buffer(within_m + 1)).is_empty
    west, south, east, north = get(client, "/site")["bounds"]
    assert (west, south, east, north) == pytest.approx(
        shapely.geometry.shape(response.json["geometry"]).bounds
    )
