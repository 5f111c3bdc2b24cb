"""Open data as tables: what programs and Danish spreadsheets open, and nothing that they run."""

import csv
import io

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need
from ogc.features import COLLECTIONS, EPSG4326, EPSG25832, answer, items

MARK = b"\xef\xbb\xbf"


def lines(client: FlaskClient, collection: str = "needs", **parameters: str) -> list[list[str]]:
    delimiter = ";" if parameters.get("separator") == "semicolon" else ","
    response = answer(client, f"/collections/{collection}/items", f="csv", limit=1000, **parameters)
    assert response.status_code == 200, response.text
    text = response.data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_table_has_a_line_for_every_feature_and_a_column_for_every_fact(
    demo: FlaskClient, collection: str
) -> None:
    features = items(demo, collection, limit=1000)["features"]
    heading, *rows = lines(demo, collection)
    assert heading == ["id", "longitude", "latitude", *features[0]["properties"], "wkt"]
    assert [row[0] for row in rows] == [feature["id"] for feature in features]
    for row, feature in zip(rows, features, strict=True):
        cells = dict(zip(heading, row, strict=True))
        if feature["geometry"] is None:
            assert (cells["longitude"], cells["latitude"], cells["wkt"]) == ("", "", "")
            continue
        points = feature["geometry"]["coordinates"]
        assert [float(cells["longitude"]), float(cells["latitude"])] == points[0]
        assert cells["wkt"] == f"MULTIPOINT({', '.join(f'({x} {y})' for x, y in points)})"


def test_columns_are_named_by_the_system_in_its_own_order(demo: FlaskClient) -> None:
    assert lines(demo, crs=EPSG4326)[0][1:3] == ["latitude", "longitude"]
    assert lines(demo, crs=EPSG25832)[0][1:3] == ["easting", "northing"]


def test_programs_get_points_and_commas_and_no_mark(demo: FlaskClient) -> None:
    response = answer(demo, "/collections/premises/items", f="csv")
    assert response.content_type == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="samspil-premises.csv"'
    )
    assert not response.data.startswith(MARK)


def test_a_danish_spreadsheet_gets_semicolons_decimal_commas_and_the_mark(
    demo: FlaskClient,
) -> None:
    response = answer(demo, "/collections/needs/items", f="csv", separator="semicolon")
    assert response.data.startswith(MARK + b"id;longitude;latitude;")
    heading, *rows = lines(demo, separator="semicolon")
    placed = [dict(zip(heading, row, strict=True)) for row in rows if row[1]]
    assert all(float(row["longitude"].replace(",", ".")) > 12 for row in placed)
    assert all("." not in row["longitude"] + row["hours_per_week"] for row in placed)


def test_lists_stand_in_one_cell_and_nothing_is_an_empty_one(
    client: FlaskClient, session: Session
) -> None:
    need(session, interests=["nature", "sport"], towns=("hornbaek", "tikoeb"), step_free=True)
    session.commit()
    heading, row = lines(client)
    cells = dict(zip(heading, row, strict=True))
    assert (cells["interests"], cells["places"]) == ("nature, sport", "Hornbæk, Tikøb")
    assert (cells["step_free"], cells["minimum_age"], cells["wanted"]) == ("true", "", "4")


@pytest.mark.parametrize(
    "bad",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "\r=1", "＝1", "＋1", "－1", "＠1"],
)
def test_no_text_is_run_as_a_formula(client: FlaskClient, session: Session, bad: str) -> None:
    need(session, of=association(session, name=bad), title=bad, summary=bad)
    session.commit()
    for separator in ("comma", "semicolon"):
        for cell in lines(client, separator=separator)[1]:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def test_separators_quotes_and_line_breaks_stay_in_their_cell(
    client: FlaskClient, session: Session
) -> None:
    title = 'a,b;c"d\ne'
    need(session, title=title)
    session.commit()
    for separator in ("comma", "semicolon"):
        heading, row = lines(client, separator=separator)
        assert row[heading.index("title")] == title
