"""Which features a question for open data gives, and in which coordinates."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyproj import Transformer
from sqlalchemy.orm import Session

from conftest import Recorder
from factories.associations import association
from factories.needs import need, shift, weekly
from factories.premises import premises, space
from ogc.features import (
    COLLECTIONS,
    CRS84,
    EPSG4326,
    EPSG25832,
    ROOT,
    SYSTEMS,
    answer,
    get,
    ids,
    items,
    names,
    of_relation,
    pages,
)
from profiles import tries
from samspil.core.http import Application
from samspil.core.time import COPENHAGEN

HORNBAEK = (56.0903, 12.4569)
TIKOEB = (56.0206, 12.4531)
TO_GRID = Transformer.from_crs("OGC:CRS84", "EPSG:25832", always_xy=True)


# Paging


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("form", [{}, {"crs": EPSG25832}, {"bbox": "12.4,56.0,12.5,56.2"}], ids=str)
def test_paging_gives_every_feature_once(
    demo: FlaskClient, collection: str, form: dict[str, str]
) -> None:
    at_once = items(demo, collection, limit=1000, **form)
    given_ids: list[str] = []
    for page in pages(demo, collection, limit=7, **form):
        assert page["numberMatched"] == at_once["numberMatched"]
        assert page["numberReturned"] == len(page["features"]) <= 7
        given_ids += [feature["id"] for feature in page["features"]]
    assert len(given_ids) == len(set(given_ids)) == at_once["numberMatched"] > 7
    assert given_ids == [feature["id"] for feature in at_once["features"]]
    assert not of_relation(at_once, "next")


def test_a_limit_over_the_most_is_read_as_the_most(demo: FlaskClient) -> None:
    assert items(demo, limit=5000)["numberReturned"] == items(demo)["numberMatched"] < 1000


def test_a_cursor_is_good_for_its_own_question_only(demo: FlaskClient) -> None:
    [following] = of_relation(items(demo, limit=7, remote="false"), "next")
    cursor = re.search(r"cursor=([\w-]+)", following["href"])
    assert cursor is not None
    again = items(demo, limit=50, remote="false", crs=EPSG25832, cursor=cursor[1])
    assert again["features"], "how it looks and how much of it is no other question"
    for other in ({}, {"remote": "true"}, {"bbox": "12,56,13,57"}):
        assert (
            answer(demo, "/collections/needs/items", cursor=cursor[1], **other).status_code == 400
        )
    assert answer(demo, "/collections/premises/items", cursor=cursor[1]).status_code == 400


def test_a_page_emptied_since_still_says_how_many_there_are(
    client: FlaskClient, session: Session
) -> None:
    owner = association(session)
    first, second = need(session, of=owner), need(session, of=owner)
    session.commit()
    [following] = of_relation(items(client, limit=1), "next")
    last = max(first, second, key=lambda one: one.id)
    last.status = "paused"
    session.commit()
    page = client.get(following["href"].removeprefix("https://samspil.example")).get_json(
        force=True
    )
    assert (page["features"], page["numberReturned"], page["numberMatched"]) == ([], 0, 1)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_page_is_one_statement(
    demo: FlaskClient, demo_app: Application, statements: Recorder, collection: str
) -> None:
    everything = {"bbox": "12,56,13,57", "datetime": "2027-03-02", "q": "børn", "crs": EPSG4326}
    for form in ("json", "csv"):
        with statements(demo_app.database.engine) as sent:
            items_of = answer(demo, f"/collections/{collection}/items", f=form, **everything)
        assert items_of.status_code == 200
        assert len(sent) == 1


# Coordinates


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_positions_agree_in_every_system_and_the_header_names_it(
    demo: FlaskClient, collection: str
) -> None:
    in_degrees = by_id(items(demo, collection, limit=1000))
    assert any(in_degrees.values())
    for crs in SYSTEMS:
        response = answer(demo, f"/collections/{collection}/items", limit=1000, crs=crs)
        assert response.headers["Content-Crs"] == f"<{crs}>"
        for feature, positions in by_id(response.get_json(force=True)).items():
            for (lon, lat), given_position in zip(in_degrees[feature], positions, strict=True):
                if crs == EPSG25832:
                    assert given_position == pytest.approx(TO_GRID.transform(lon, lat), abs=0.05)
                else:
                    assert given_position == ([lat, lon] if crs == EPSG4326 else [lon, lat])
    assert answer(demo, f"/collections/{collection}/items").headers["Content-Crs"] == f"<{CRS84}>"


def by_id(page: dict[str, Any]) -> dict[str, list[list[float]]]:
    return {
        feature["id"]: feature["geometry"]["coordinates"] if feature["geometry"] else []
        for feature in page["features"]
    }


def test_a_feature_alone_is_given_in_the_system_asked_for(demo: FlaskClient) -> None:
    feature = items(demo, "premises", limit=1, crs=EPSG25832)["features"][0]
    path = f"/collections/premises/items/{feature['id']}"
    response = answer(demo, path, crs=EPSG25832)
    assert response.headers["Content-Crs"] == f"<{EPSG25832}>"
    assert response.get_json(force=True)["geometry"] == feature["geometry"]
    assert "easting" in answer(demo, path, crs=EPSG25832, f="html").text


def test_several_positions_are_one_multipoint_and_none_are_null(
    client: FlaskClient, session: Session
) -> None:
    several = need(session, towns=("hornbaek", "tikoeb"))
    remote = need(session, remote=True)
    session.commit()
    geometries = {f["id"]: f["geometry"] for f in items(client)["features"]}
    assert geometries[str(several.id)] == {
        "type": "MultiPoint",
        "coordinates": [[12.4569, 56.0903], [12.4531, 56.0206]],
    }
    assert geometries[str(remote.id)] is None


# Boxes


@pytest.fixture
def in_two_towns(client: FlaskClient, session: Session) -> FlaskClient:
    owner = association(session)
    need(session, of=owner, title="i Hornbæk", positions=[HORNBAEK])
    need(session, of=owner, title="i Tikøb", positions=[TIKOEB])
    need(session, of=owner, title="i begge", positions=[HORNBAEK, TIKOEB])
    need(session, of=owner, title="hjemmefra", remote=True)
    session.commit()
    return client


NORTH, SOUTH = {"i Hornbæk", "i begge"}, {"i Tikøb", "i begge"}
BOTH = NORTH | SOUTH


@pytest.mark.parametrize(
    ("bbox", "crs", "expected"),
    [
        ("12.4,56.05,12.5,56.1", None, NORTH),
        ("12.4,56.0,12.5,56.05", None, SOUTH),
        ("12.4,56.05,-100,12.5,56.1,100", None, NORTH),
        (" 12.4 , +56.05 , 1.25e1 , 56.1 ", None, NORTH),
        ("12.4,56.05,12.5,56.1", CRS84, NORTH),
        ("56.05,12.4,56.1,12.5", EPSG4326, NORTH),
        ("56.05,12.4,0,56.1,12.5,9", EPSG4326, NORTH),
        ("711000,6218000,726000,6223000", EPSG25832, NORTH),
        ("-180,-90,180,90", None, BOTH),
        ("-90,-180,90,180", EPSG4326, BOTH),
        ("-20000000,-20000000,20000000,20000000", EPSG25832, BOTH),
        ("170,-90,-170,90", None, set()),
        ("170,-90,12.45,90", None, set()),
        ("170,-90,12.4531,90", None, SOUTH),
        ("12.4569,-90,-170,90", None, NORTH),
        ("50,-90,13,90", None, BOTH),
        ("13,-90,12,90", None, set()),
        ("12.4569,56.0903,12.4569,56.0903", None, NORTH),
        ("12.4569,56,12.4569,57", None, NORTH),
        ("12.4568,56.0902,12.45689,56.09029", None, set()),
        ("-5,10,5,20", None, set()),
        ("0,0,0,0", EPSG25832, set()),
    ],
)
def test_a_box_holds_what_has_a_position_in_it(
    in_two_towns: FlaskClient, bbox: str, crs: str | None, expected: set[str]
) -> None:
    asked = {"bbox": bbox} | ({"bbox_crs": crs} if crs else {})
    page = items(in_two_towns, **asked)
    assert names(page) == expected
    assert page["numberMatched"] == len(expected)


@settings(
    max_examples=tries(8, 125),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.tuples(*(st.floats(12.38, 12.63) for _ in "we"), *(st.floats(55.97, 56.1) for _ in "sn")))
def test_a_box_agrees_with_the_coordinates_that_are_given(
    demo: FlaskClient, edges: tuple[float, ...]
) -> None:
    (west, east), (south, north) = sorted(edges[:2]), sorted(edges[2:])
    asked = items(demo, limit=1000, bbox=f"{west},{south},{east},{north}")
    inside = {
        feature
        for feature, positions in by_id(items(demo, limit=1000)).items()
        if any(west <= lon <= east and south <= lat <= north for lon, lat in positions)
    }
    assert ids(asked) == inside


def test_the_same_box_on_the_grid_and_in_degrees_finds_the_same(demo: FlaskClient) -> None:
    for feature in items(demo, "associations", limit=20, crs=EPSG25832)["features"]:
        x, y = feature["geometry"]["coordinates"][0]
        [lon, lat] = get(demo, f"/collections/associations/items/{feature['id']}")["geometry"][
            "coordinates"
        ][0]
        on_grid = items(demo, "associations", bbox=f"{x},{y},{x},{y}", bbox_crs=EPSG25832)
        in_degrees = items(demo, "associations", bbox=f"{lon},{lat},{lon},{lat}")
        assert feature["id"] in ids(on_grid) == ids(in_degrees)


# Time


@pytest.fixture
def in_time(client: FlaskClient, session: Session) -> FlaskClient:
    owner = association(session)
    saturday = datetime(2027, 3, 6, 10, tzinfo=COPENHAGEN)
    twice = [shift(saturday), shift(saturday + timedelta(days=7))]
    need(session, of=owner, title="to lørdage", shifts=twice)
    need(session, of=owner, title="når det passer")
    need(
        session,
        of=owner,
        title="fast i maj",
        pattern=[weekly("tue", "17:00")],
        from_day=datetime(2027, 5, 1).date(),  # noqa: DTZ001  # only its day is meant
        until_day=datetime(2027, 5, 31).date(),  # noqa: DTZ001
    )
    session.commit()
    return client


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2027-03-06", {"to lørdage", "når det passer"}),
        ("2027-03-06T11:00:00+01:00", {"to lørdage", "når det passer"}),
        ("2027-03-06T10:00:00Z", {"to lørdage", "når det passer"}),
        ("2027-03-06t10:00:00z", {"to lørdage", "når det passer"}),
        ("2027-03-06T13:00:00Z", {"når det passer"}),
        ("2027-03-07/2027-03-12", {"når det passer"}),
        ("2027-03-13T11:59:59.5+01:00/..", {"to lørdage", "når det passer", "fast i maj"}),
        ("2027-03-14/", {"når det passer", "fast i maj"}),
        ("2027-05-31", {"når det passer", "fast i maj"}),
        ("2027-05-31T22:00:00Z", {"når det passer"}),
        ("2027-04-30T22:00:00Z", {"når det passer", "fast i maj"}),
        ("2027-04-30T21:59:59Z", {"når det passer"}),
        ("../2027-02-28", set()),
        ("/2027-03-06T08:59:59Z", {"når det passer"}),
        ("/2027-03-06T09:00:00Z", {"to lørdage", "når det passer"}),
        ("0001-01-01T00:00:00+14:00/9999-12-31T23:59:59-14:00", {
            "to lørdage", "når det passer", "fast i maj"
        }),
        ("1850-01-01", set()),
        ("0001-01-01/9999-12-31", {"to lørdage", "når det passer", "fast i maj"}),
    ],
)  # fmt: skip
def test_a_moment_or_interval_finds_what_is_on(
    in_time: FlaskClient, when: str, expected: set[str]
) -> None:
    assert names(items(in_time, datetime=when)) == expected


def test_a_need_tells_when_it_is_on(in_time: FlaskClient, now: datetime) -> None:
    facts = {
        feature["properties"]["title"]: feature["properties"]
        for feature in items(in_time)["features"]
    }
    spans = {title: (fact["starts_at"], fact["ends_at"]) for title, fact in facts.items()}
    assert spans == {
        "to lørdage": ("2027-03-06T10:00:00+01:00", "2027-03-13T12:00:00+01:00"),
        "når det passer": (now.isoformat(), None),
        "fast i maj": ("2027-05-01T00:00:00+02:00", "2027-06-01T00:00:00+02:00"),
    }
    extent = get(in_time, "/collections/needs")["extent"]["temporal"]["interval"]
    assert extent == [[f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", None]]


@pytest.mark.parametrize("collection", ["associations", "premises"])
def test_what_has_no_time_is_there_at_any_time(demo: FlaskClient, collection: str) -> None:
    always = items(demo, collection)["numberMatched"]
    assert items(demo, collection, datetime="1999-01-01")["numberMatched"] == always


# Properties


@pytest.mark.parametrize(
    ("collection", "asked", "keeps"),
    [
        ("needs", {"interests": "nature"}, lambda f: "nature" in f["interests"]),
        ("needs", {"interests": "nature,sport"}, lambda f: {"nature", "sport"} & {*f["interests"]}),
        ("needs", {"commitment": "once"}, lambda f: f["commitment"] == "once"),
        ("needs", {"weekdays": "sat,sun"}, lambda f: {"sat", "sun"} & {*f["weekdays"]}),
        ("needs", {"parts_of_day": "evening"}, lambda f: "evening" in f["parts_of_day"]),
        ("needs", {"remote": "true"}, lambda f: f["remote"]),
        ("needs", {"remote": "0"}, lambda f: not f["remote"]),
        ("needs", {"step_free": "true"}, lambda f: f["step_free"] is True),
        ("needs", {"step_free": "false"}, lambda f: f["step_free"] is False),
        ("needs", {"status": "published"}, lambda f: True),  # noqa: ARG005
        ("needs", {"status": "draft"}, lambda f: False),  # noqa: ARG005
        ("needs", {"lang": "da"}, lambda f: f["lang"] == "da"),
        ("needs", {"demo": "1"}, lambda f: f["demo"]),
        ("needs", {"position_accuracy": "town"}, lambda f: f["position_accuracy"] == "town"),
        ("associations", {"kind": "network"}, lambda f: f["kind"] == "network"),
        ("associations", {"kind": "network,initiative"}, lambda f: f["kind"] != "association"),
        ("associations", {"verified": "true"}, lambda f: f["verified"]),
        ("associations", {"step_free": "true"}, lambda f: f["step_free"] is True),
        ("associations", {"position_accuracy": "exact"},
         lambda f: f["position_accuracy"] == "exact"),
        ("premises", {"activities": "yoga,dance"},
         lambda f: {"yoga", "dance"} & {*f["activities"]}),
        ("premises", {"persons": "200"}, lambda f: f["capacity"] >= 200),
        ("premises", {"lang": "en"}, lambda f: f["lang"] == "en"),
        ("premises", {"demo": "false"}, lambda f: not f["demo"]),
    ],
    ids=lambda given: "keeps" if callable(given) else str(given),
)  # fmt: skip
def test_a_filter_keeps_what_it_says(
    demo: FlaskClient, collection: str, asked: dict[str, str], keeps: Any
) -> None:
    everything = items(demo, collection, limit=1000)["features"]
    expected = {feature["id"] for feature in everything if keeps(feature["properties"])}
    page = items(demo, collection, limit=1000, **asked)
    assert ids(page) == expected
    assert page["numberMatched"] == len(expected)


def test_features_of_premises_are_wanted_in_one_and_the_same_space(
    client: FlaskClient, session: Session
) -> None:
    hall, room = space("Hal", features=["hearing_loop"]), space("Rum", features=["lift"])
    premises(session, name="begge i huset", spaces=[hall, room])
    premises(session, name="begge i hallen", features=["lift"], spaces=[hall])
    session.commit()
    assert names(items(client, "premises", features="hearing_loop")) == {
        "begge i huset",
        "begge i hallen",
    }
    assert names(items(client, "premises", features="hearing_loop,lift")) == {"begge i hallen"}
    assert items(client, "premises")["features"][0]["properties"]["spaces"] == 2


def test_words_are_found_as_in_the_rest_of_the_interface(demo: FlaskClient) -> None:
    for collection in COLLECTIONS:
        found = items(demo, collection, limit=1000, q="børn")
        shown = demo.get(f"/api/v1/{collection}?q=børn&with_total=true&limit=1").json["total"]
        assert found["numberMatched"] == shown > 0


def test_an_associations_own_needs_can_be_chosen(demo: FlaskClient) -> None:
    slug = items(demo, limit=1)["features"][0]["properties"]["association_slug"]
    page = items(demo, association_slug=slug)
    assert {f["properties"]["association_slug"] for f in page["features"]} == {slug}


# What is wrong


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        *(("limit", value) for value in ("0", "-1", "1.5", "x", "", "１", "1e3", " 1")),
        *(("bbox", value) for value in (
            "", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "a,b,c,d", "nan,1,2,3", "1,2,inf,4",
            "1,2,1e400,4", "0x1,2,3,4", "1_0,2,30,4", "12,57,13,56", "-181,0,1,1", "0,0,1,91",
            "12,56,9,13,57,1", "1;2;3;4", "١,2,3,4",
        )),
        *(("bbox_crs", value) for value in ("", "EPSG:25832", EPSG25832 + "0", "urn:x")),
        *(("crs", value) for value in ("", "EPSG:4326", CRS84.lower(), "http://[")),
        *(("datetime", value) for value in (
            "", "..", "/", "../..", "2027", "2027-13-01", "2027-02-30", "2027-03-06T10:00:00",
            "2027-03-06 10:00:00Z", "2027-03-06T25:00:00Z", "2027-03-07/2027-03-06", "now",
            "2027-03-06/2027-03-07/2027-03-08", "2027-W10-6", "20270306", "2027-03-06T10:00Z",
            "2027-03-06T10:00:00+25:00", "٢027-03-06",
        )),
        *(("cursor", value) for value in ("", "x", "W10", "e30", "WzFd", "a" * 600)),
        *(("f", value) for value in ("", "xml", "JSON", "geojson")),
        *(("separator", value) for value in ("", ";", "tab")),
        *(("interests", value) for value in ("", "nature,", "Natur", "a," * 25 + "a")),
        ("weekdays", "lørdag"),
        ("commitment", "once,ongoing"),
        ("remote", "yes"),
        ("demo", "2"),
        ("q", "a" * 101),
        ("q", "\x00"),
        ("persons", "10"),
        ("offset", "10"),
        ("limit ", "10"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_and_named(demo: FlaskClient, parameter: str, value: str) -> None:
    name = parameter.replace("_crs", "-crs")
    response = demo.get(f"{ROOT}/collections/needs/items", query_string={name: value})
    assert response.status_code == 400, response.text
    assert response.content_type == "application/problem+json"
    problem = response.get_json(force=True)
    assert list(problem["errors"]) == [name]
    assert problem["code"] == "InvalidParameterValue"
    assert problem["description"].startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("bbox", "crs"),
    [
        ("711000,6218000,710000,6223000", EPSG25832),
        ("711000,6223000,726000,6218000", EPSG25832),
        ("0,0,1,20000001", EPSG25832),
        ("12.4,56.0,95,57.0", EPSG4326),
        ("91,12,92,13", EPSG4326),
        ("57,12,56,13", EPSG4326),
        ("0,-181,1,1", EPSG4326),
    ],
)
def test_a_box_that_its_system_does_not_have_is_refused(
    demo: FlaskClient, bbox: str, crs: str
) -> None:
    response = answer(demo, "/collections/needs/items", bbox=bbox, bbox_crs=crs)
    assert response.status_code == 400
    assert list(response.get_json(force=True)["errors"]) == ["bbox"]


def test_everything_wrong_is_named_at_once_and_nothing_may_be_repeated(demo: FlaskClient) -> None:
    response = demo.get(f"{ROOT}/collections/needs/items?bbox=1&limit=1&limit=2&colour=red")
    assert response.status_code == 400
    assert set(response.get_json(force=True)["errors"]) == {"bbox", "limit", "colour"}
    english = demo.get(f"{ROOT}/collections/needs?x=1", headers={"Accept-Language": "en"})
    assert english.get_json(force=True)["description"] == "x: Is not known here."


def parameters() -> st.SearchStrategy[dict[str, str]]:
    """Query strings that nearly make sense."""
    numbers = st.lists(st.floats(width=32), min_size=3, max_size=7)
    boxes = numbers.map(lambda edges: ",".join(map(str, edges)))
    moments = st.datetimes().map(lambda moment: moment.isoformat() + "Z")
    values = {
        "bbox": boxes | st.text(max_size=20),
        "bbox-crs": st.sampled_from(SYSTEMS) | st.text(max_size=10),
        "crs": st.sampled_from(SYSTEMS) | st.text(max_size=10),
        "datetime": moments
        | st.tuples(moments | st.just(".."), moments | st.just("..")).map("/".join)
        | st.text("0123456789-T:Z./+", max_size=24),
        "limit": st.integers(-5, 10**20).map(str) | st.text(max_size=5),
        "cursor": st.binary(max_size=30).map(lambda raw: orjson.dumps([raw.hex()]).hex())
        | st.text(max_size=30),
        "f": st.sampled_from(["json", "html", "csv", "x"]),
        "q": st.text(max_size=30),
        "interests": st.text("abc,-", max_size=12),
        "remote": st.sampled_from(["true", "false", "1", "0", ""]),
    }
    return st.fixed_dictionaries({}, optional=values)


@settings(
    max_examples=tries(40, 750),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(asked=parameters())
def test_no_question_makes_it_stumble(demo: FlaskClient, asked: dict[str, str]) -> None:
    response = demo.get(f"{ROOT}/collections/needs/items", query_string=asked)
    assert response.status_code in {200, 400}, response.text
