"""What each kind of file brings."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import shapely
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factories.associations import association
from places.geodata import FILES, collection, feature, geopackage, square
from samspil.core import geo
from samspil.places import queries
from samspil.places.importing.services import FileRefused, ImportResult, Options, import_files
from samspil.places.models import Address, Area, ImportedLayer, Place
from samspil.places.services import load_municipality, load_places
from samspil.settings import CHECKOUT


def bring(session: Session, now: datetime, *files: Path, **options: Any) -> list[ImportResult]:
    return import_files(session, files, now, Options(**options))


def counts(imported: list[ImportResult]) -> list[tuple[str, int, int, int, int]]:
    return [
        (one.layer, one.features, one.repaired, len(one.refused), one.left_out) for one in imported
    ]


def at(lat: float, lon: float) -> Any:
    return geo.origin_at(lat, lon).point


def test_a_boundary_on_the_grid_comes_in_without_its_neighbours(
    session: Session, now: datetime
) -> None:
    done = bring(session, now, FILES / "kommune_grid.geojson")
    assert counts(done) == [("municipality", 1, 0, 0, 1)]
    code, name, area, dimensions = session.execute(
        select(Area.code, Area.name, func.ST_Area(Area.outline), func.ST_NDims(Area.outline)).where(
            Area.layer == "municipality"
        )
    ).one()
    assert (code, name, area, dimensions) == ("0217", "Helsingør", 12_500 * 12_000, 2)


def test_lines_of_json_with_well_known_text_bring_the_same_boundary(
    session: Session, now: datetime
) -> None:
    done = bring(session, now, FILES / "kommune.ndjson")
    assert counts(done) == [("municipality", 1, 0, 0, 1)]
    area = select(func.ST_Area(Area.outline)).where(Area.layer == "municipality")
    assert session.scalar(area) == 12_500 * 12_000


def test_postcode_areas_answer_which_one_holds_a_point(session: Session, now: datetime) -> None:
    done = bring(session, now, FILES / "postnumre.geojson")
    assert counts(done) == [("postcode", 2, 0, 0, 1)]
    assert session.scalar(queries.area_holding(at(56.0206, 12.4531), "postcode")) == "3080"
    assert session.scalar(queries.area_holding(at(56.0361, 12.6136), "postcode")) == "3000"
    assert session.scalar(queries.area_holding(at(56.0903, 12.4569), "postcode")) is None


def test_a_point_on_a_border_is_held_by_one_area(session: Session, now: datetime) -> None:
    bring(session, now, FILES / "postnumre.geojson")
    assert session.scalar(queries.area_holding(at(56.02, 12.50), "postcode")) == "3000"


def test_a_ring_that_crosses_itself_is_repaired(session: Session, now: datetime) -> None:
    done = bring(session, now, FILES / "sogne_dawa.geojson")
    assert counts(done) == [("parish", 2, 1, 0, 0)]
    shapes = session.execute(
        select(Area.code, func.ST_IsValid(Area.outline), func.ST_NumGeometries(Area.outline))
        .where(Area.layer == "parish")
        .order_by(Area.code)
    ).all()
    assert shapes == [("7439", True, 1), ("7440", True, 2)]


def test_whether_a_point_is_in_the_municipality(session: Session) -> None:
    inside = select(queries.in_municipality(at(56.0361, 12.6)))
    outside = select(queries.in_municipality(at(55.6761, 12.5683)))
    assert session.scalar(inside) is True
    assert session.scalar(outside) is False


def test_places_of_dawa_replace_those_that_nobody_uses(session: Session, now: datetime) -> None:
    association(session, towns=("gurre",))
    bring(session, now, FILES / "postnumre.geojson")
    done = bring(session, now, FILES / "steder_dawa.json")
    assert counts(done) == [("place", 2, 0, 0, 2)]
    assert done[0].kept == ["Gurre"]
    places = {p.slug: (p.name, p.kind, p.postcode) for p in session.scalars(select(Place))}
    assert places == {
        "gurre": ("Gurre", "village", "3000"),
        "tikoeb": ("Tikøb", "village", "3080"),
        "vapnagaard": ("Vapnagård", "district", "3000"),
    }


def test_a_place_that_stays_keeps_its_slug_its_kind_and_its_other_names(
    session: Session, now: datetime
) -> None:
    before = {p.slug: p.id for p in session.scalars(select(Place))}
    bring(session, now, FILES / "places.geojson")
    after = {p.slug: p for p in session.scalars(select(Place))}
    assert after.keys() == {"hornbaek", "aalsgaarde", "nyby"}
    assert after["hornbaek"].id == before["hornbaek"]
    assert after["aalsgaarde"].id == before["aalsgaarde"]
    assert after["aalsgaarde"].name == "Aalsgaarde"
    kinds = [after[slug].kind for slug in ("hornbaek", "aalsgaarde", "nyby")]
    assert kinds == ["town", "town", "village"]
    lon, lat = after["hornbaek"].position["coordinates"]
    assert (lon, lat) == pytest.approx((12.46, 56.089), abs=1e-6)


def test_namesakes_get_slugs_that_tell_them_apart(
    session: Session, now: datetime, tmp_path: Path
) -> None:
    point = {"type": "Point", "coordinates": [12.46, 56.05]}
    file = collection(
        tmp_path / "places.geojson",
        feature(point, navn="Gurre", postnr="3080", geonames_id=1),
        feature(point, navn="Gurre", postnr="3000", geonames_id=2),
    )
    bring(session, now, file)
    places = select(Place.slug, Place.postcode).order_by(Place.slug)
    assert session.execute(places).all() == [("gurre", "3000"), ("gurre-3080", "3080")]


def test_a_place_without_a_postcode_where_no_area_holds_it_is_refused_by_name(
    session: Session, now: datetime
) -> None:
    with pytest.raises(FileRefused, match=r"steder_dawa.json, feature 1 \(Tikøb\): has no postco"):
        bring(session, now, FILES / "steder_dawa.json")


def test_addresses_come_in_once_a_house(session: Session, now: datetime) -> None:
    done = bring(session, now, FILES / "adresser_flad.json")
    assert counts(done) == [("address", 2, 0, 0, 1)]
    assert set(session.scalars(select(Address.text))) == {
        "Gurrevej 12, 3000 Helsingør",
        "Gurrevej 14A, 3000 Helsingør",
    }


def test_nested_addresses_on_the_grid_come_in_where_they_stand(
    session: Session, now: datetime
) -> None:
    bring(session, now, FILES / "adresser_nestet.json")
    text, x, y = session.execute(
        select(Address.text, func.ST_X(Address.position), func.ST_Y(Address.position))
    ).one()
    assert (text, x, y) == ("Hovedgaden 7, 3080 Tikøb", 715000.25, 6214000.5)


def grid_square(west: float, south: float, size: float) -> shapely.Polygon:
    return shapely.box(west, south, west + size, south + size)


def test_a_geopackage_brings_its_layer(session: Session, now: datetime, tmp_path: Path) -> None:
    rows = [
        (grid_square(712_000, 6_209_500, 12_000), {"kommunekode": "0217", "navn": "Helsingør"}),
        (grid_square(700_000, 6_209_500, 12_000), {"kommunekode": "0219", "navn": "Hillerød"}),
    ]
    done = bring(session, now, geopackage(tmp_path / "dagi.gpkg", rows))
    assert counts(done) == [("municipality", 1, 0, 0, 1)]
    assert session.scalar(select(func.ST_Area(Area.outline))) == 12_000**2


def test_a_geopackage_of_gdal_is_read_whatever_heads_its_geometries(
    session: Session, now: datetime, tmp_path: Path
) -> None:
    import numpy
    import pyogrio.raw

    shapes = [shapely.MultiPolygon([grid_square(715_000, 6_210_000, 5_000)])]
    pyogrio.raw.write(
        tmp_path / "postnummer.gpkg",
        geometry=numpy.array(shapely.to_wkb(shapes), dtype=object),
        field_data=[numpy.array([3080], dtype="int32"), numpy.array(["Tikøb"], dtype=object)],
        fields=["postnummer", "navn"],
        geometry_type="MultiPolygon",
        crs="EPSG:25832",
        driver="GPKG",
    )
    done = bring(session, now, tmp_path / "postnummer.gpkg")
    assert counts(done) == [("postcode", 1, 0, 0, 0)]
    areas = select(Area.code, func.ST_Area(Area.outline)).where(Area.layer == "postcode")
    assert session.execute(areas).all() == [("3080", 5_000.0**2)]


def test_one_geopackage_may_hold_several_layers(
    session: Session, now: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "dagi.gpkg"
    shape = grid_square(715_000, 6_210_000, 5_000)
    polygons = "'geom', 'POLYGON', 25832, 0, 0"
    geopackage(
        file,
        [(shape, {"sognekode": 7440, "navn": "Tikøb"})],
        table="sogneinddeling",
        statements=[
            "CREATE TABLE postnummer (geom BLOB, postnr TEXT, navn TEXT)",
            "INSERT INTO postnummer SELECT geom, '3080', 'Tikøb' FROM sogneinddeling",
            "INSERT INTO gpkg_contents VALUES ('postnummer', 'features', 25832)",
            f"INSERT INTO gpkg_geometry_columns VALUES ('postnummer', {polygons})",
            "CREATE TABLE kyst (geom BLOB, navn TEXT)",
            "INSERT INTO kyst SELECT geom, 'Kyst' FROM sogneinddeling",
            "INSERT INTO gpkg_contents VALUES ('kyst', 'features', 25832)",
            f"INSERT INTO gpkg_geometry_columns VALUES ('kyst', {polygons})",
        ],
    )
    done = bring(session, now, file)
    assert counts(done) == [("postcode", 1, 0, 0, 0), ("parish", 1, 0, 0, 0)]


def test_files_go_in_together_whatever_their_order(session: Session, now: datetime) -> None:
    files = (FILES / "steder_dawa.json", FILES / "postnumre.geojson")
    assert [one.layer for one in bring(session, now, *files)] == ["postcode", "place"]


def test_a_layer_is_replaced_and_not_added_to(
    session: Session, now: datetime, tmp_path: Path
) -> None:
    bring(session, now, FILES / "postnumre.geojson")
    one = collection(tmp_path / "one.geojson", feature(square(12.5, 56.02), postnr=3070, navn="S"))
    bring(session, now, one)
    codes = session.scalars(select(Area.code).where(Area.layer == "postcode")).all()
    assert codes == ["3070"]


def test_faulty_features_can_be_left_out_and_are_named(
    session: Session, now: datetime, tmp_path: Path
) -> None:
    file = collection(
        tmp_path / "postnumre.geojson",
        feature(square(12.5, 56.02), postnr="3070", navn="Snekkersten"),
        feature({"type": "Polygon", "coordinates": [[[12.5, 56.0], [12.6, 56.0]]]}, postnr="3060"),
        feature(square(56.02, 12.5), postnr="3000", navn="Helsingør"),
    )
    (done,) = bring(session, now, file, skip_refused=True)
    assert (done.features, len(done.refused)) == (1, 2)
    assert [refused.feature for refused in done.refused] == [
        "feature 2 (3060)",
        "feature 3 (Helsingør)",
    ]


def test_what_was_imported_outlives_the_next_start(session: Session, now: datetime) -> None:
    bring(session, now, FILES / "kommune_grid.geojson", FILES / "places.geojson")
    assert load_places(session, CHECKOUT / "geodata" / "places.csv") == 3
    load_municipality(session, CHECKOUT / "geodata" / "municipality.geojson")
    area = select(func.ST_Area(Area.outline)).where(Area.layer == "municipality")
    assert session.scalar(area) == 12_500 * 12_000
    kept = session.scalars(select(ImportedLayer).order_by(ImportedLayer.layer)).all()
    assert [(one.layer, one.source, one.features, one.imported_at) for one in kept] == [
        ("municipality", "kommune_grid.geojson", 1, now),
        ("place", "places.geojson", 3, now),
    ]
