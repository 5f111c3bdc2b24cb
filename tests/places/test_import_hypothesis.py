"""Whatever stands in a file, the readers answer with features or with their own refusal."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from places.geodata import FILES, geopackage
from samspil.places.importing.features import Refused
from samspil.places.importing.layers import layer_of, rows_of
from samspil.places.importing.services import read
from samspil.places.models import LAYERS

# How long a file takes says nothing here: other tests run beside.
unhurried = settings(deadline=None)

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
NUMBERS = st.integers() | st.floats() | st.floats(8, 15) | st.floats(54, 57) | st.none() | st.text()
COORDINATES: st.SearchStrategy[Any] = st.recursive(
    st.lists(NUMBERS, max_size=4), lambda inner: st.lists(inner, max_size=5), max_leaves=20
)
GEOMETRIES: st.SearchStrategy[Any] = JSON | st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            [*("Point", "MultiPoint", "LineString", "Polygon", "MultiPolygon"), "Other", None]
        )
    },
    optional={"coordinates": COORDINATES, "wkt": st.text() | st.just("POINT(1 1)")},
)
COLUMNS = (
    *("kommunekode", "komnavn", "navn", "postnr", "nr", "sognekode", "kode", "href", "husnr"),
    *("vejnavn", "undertype", "primærtnavn", "pop", "x", "y", "visueltcenter", "sekundærenavne"),
    *("postnummer", "adgangsadresse", "regionskode", "geonames_id", "code", "name"),
)
PROPERTIES = st.dictionaries(st.sampled_from(COLUMNS), JSON | st.integers(0, 9999) | st.text())
FEATURES = st.fixed_dictionaries(
    {"type": st.just("Feature"), "properties": PROPERTIES | JSON, "geometry": GEOMETRIES},
    optional={"id": JSON},
)
DOCUMENTS = st.fixed_dictionaries(
    {"type": st.just("FeatureCollection"), "features": st.lists(FEATURES | JSON, min_size=1)},
    optional={"crs": JSON | st.fixed_dictionaries({"properties": JSON})},
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    return tmp_path_factory.mktemp("hypothesis")  # type: ignore[return-value]


def refusals(file: Path) -> Iterator[Refused]:
    """Read a file as each layer; anything but a refusal is an error."""
    try:
        tables = read(file)
    except Refused as refused:
        yield refused
        return
    for table in tables:
        for asked in (None, *LAYERS):
            try:
                rows_of(table, layer_of(table, asked), skip_refused=True)
            except Refused as refused:
                yield refused


def is_read_or_refused(file: Path) -> None:
    assert all(refused.about(file).isprintable() for refused in refusals(file))


def save(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


@unhurried
@given(st.binary())
@example(b"\xef\xbb\xbf{}")
@example(b'{"a":"\\ud800"}')
@example(b"[1e999]")
def test_any_bytes(folder: Path, content: bytes) -> None:
    is_read_or_refused(save(folder / "any", content))
    is_read_or_refused(save(folder / "any", b"[" + content))


@unhurried
@given(JSON)
def test_any_json(folder: Path, document: Any) -> None:
    is_read_or_refused(save(folder / "any.json", json.dumps(document).encode()))
    is_read_or_refused(save(folder / "any.json", json.dumps([document]).encode()))


@unhurried
@given(DOCUMENTS)
def test_any_collection(folder: Path, document: Any) -> None:
    is_read_or_refused(save(folder / "any.geojson", json.dumps(document).encode()))


@unhurried
@given(st.lists(PROPERTIES, min_size=1))
def test_any_list_of_objects(folder: Path, objects: Any) -> None:
    is_read_or_refused(save(folder / "any.json", json.dumps(objects).encode()))


@pytest.mark.parametrize("name", [file.name for file in sorted(FILES.iterdir())])
@unhurried
@given(data=st.data())
def test_a_good_file_with_some_bytes_changed(folder: Path, name: str, data: st.DataObject) -> None:
    content = bytearray((FILES / name).read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=5)):
        content[at] = data.draw(st.integers(0, 255))
    is_read_or_refused(save(folder / name, bytes(content)))


@pytest.fixture(scope="module")
def whole_geopackage(folder: Path) -> bytes:
    square = shapely.box(712_000, 6_209_500, 724_000, 6_221_500)
    file = geopackage(folder / "whole.gpkg", [(square, {"kommunekode": 217, "navn": "Ø"})])
    return file.read_bytes()


@unhurried
@given(data=st.data())
def test_a_geopackage_with_some_bytes_changed(
    folder: Path, whole_geopackage: bytes, data: st.DataObject
) -> None:
    content = bytearray(whole_geopackage)
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    size = data.draw(st.integers(100, len(content)) | st.just(len(content)))
    is_read_or_refused(save(folder / "any.gpkg", bytes(content[:size])))


@unhurried
@given(st.binary())
def test_a_geopackage_with_any_geometry(folder: Path, blob: bytes) -> None:
    file = folder / "blob.gpkg"
    file.unlink(missing_ok=True)
    geopackage(file, [(b"GP\x00\x01\x00\x00\x00\x00" + blob, {"kommunekode": 217, "navn": "Ø"})])
    is_read_or_refused(file)
