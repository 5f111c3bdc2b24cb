"""The documents of OGC API – Features against what the standard requires of them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV30SpecValidator
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need
from ogc.features import (
    COLLECTIONS,
    CRS84,
    EPSG25832,
    PUBLIC,
    ROOT,
    SYSTEMS,
    answer,
    follow,
    get,
    items,
    of_relation,
)
from samspil.core.language import LANGUAGES
from samspil.ogc import texts
from samspil.ogc.pages import POLICY
from samspil.ogc.routes import COLLECTIONS as KNOWN

HTML = "text/html"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
PAGES = ("", "/api", "/conformance", "/collections", "/collections/needs")


def test_the_landing_page_leads_to_everything_and_every_link_is_typed(demo: FlaskClient) -> None:
    landing = get(demo)
    assert landing["title"] == "Samspil Helsingør: åbne data"
    for rel in ("self", "alternate", "service-desc", "service-doc", "conformance", "data"):
        assert of_relation(landing, rel), rel
    for link in landing["links"]:
        response = follow(demo, link["href"])
        assert response.status_code == 200
        assert response.content_type.removesuffix("; charset=utf-8") == link["type"]


def test_the_landing_page_stands_with_and_without_a_last_slash(demo: FlaskClient) -> None:
    assert demo.get(f"{ROOT}/").json == demo.get(ROOT).json


def test_what_is_conformed_to_is_named_as_the_standard_names_it(demo: FlaskClient) -> None:
    part_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
    assert set(get(demo, "/conformance")["conformsTo"]) == {
        f"{part_1}/core",
        f"{part_1}/oas30",
        f"{part_1}/html",
        f"{part_1}/geojson",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_description_is_valid_openapi_3_0(demo: FlaskClient, language: str) -> None:
    response = demo.get(f"{ROOT}/api", headers={"Accept-Language": language})
    assert response.content_type == OPENAPI
    document = response.get_json(force=True)
    assert document["openapi"] == "3.0.3"
    assert document["servers"] == [{"url": PUBLIC + ROOT}]
    OpenAPIV30SpecValidator(document).validate()


def test_the_description_knows_every_address_and_the_addresses_answer(demo: FlaskClient) -> None:
    paths = get(demo, "/api")["paths"]
    per_collection = {
        f"/collections/{one}{rest}"
        for one in COLLECTIONS
        for rest in ("", "/items", "/items/{featureId}")
    }
    assert set(paths) == {"/", "/api", "/conformance", "/collections"} | per_collection
    for path in paths:
        if "{" not in path:
            assert answer(demo, path).status_code == 200


def test_the_description_defines_the_standards_own_parameters(demo: FlaskClient) -> None:
    operation = get(demo, "/api")["paths"]["/collections/needs/items"]["get"]
    parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
    for parameter in parameters.values():
        assert (parameter["in"], parameter["required"]) == ("query", False)
        assert (parameter["style"], parameter["explode"]) == ("form", False)
    limit = parameters["limit"]["schema"]
    assert (limit["minimum"], limit["maximum"], limit["default"]) == (1, 1000, 100)
    assert parameters["bbox"]["schema"]["items"] == {"type": "number"}
    assert parameters["datetime"]["schema"]["type"] == "string"
    assert parameters["crs"]["schema"]["enum"] == list(SYSTEMS)
    assert parameters["bbox-crs"]["schema"]["default"] == CRS84


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_features_are_shaped_as_the_description_says(demo: FlaskClient, collection: str) -> None:
    schemas = get(demo, "/api")["components"]["schemas"]
    described = schemas[f"{collection}Feature"]["properties"]["properties"]["properties"]
    for feature in items(demo, collection, limit=1000)["features"]:
        assert list(feature["properties"]) == list(described)
        for name, value in feature["properties"].items():
            assert fits(described[name], value), (name, value)


def fits(schema: dict[str, Any], value: Any) -> bool:
    if value is None:
        return bool(schema.get("nullable"))
    kinds = {"string": str, "integer": int, "number": int | float, "boolean": bool, "array": list}
    if schema["type"] == "array":
        return isinstance(value, list) and all(fits(schema["items"], one) for one in value)
    return isinstance(value, kinds[schema["type"]]) and value in schema.get("enum", [value])


def test_every_collection_is_listed_as_it_describes_itself(demo: FlaskClient) -> None:
    listed = get(demo, "/collections")
    assert [one["id"] for one in listed["collections"]] == list(COLLECTIONS)
    assert of_relation(listed, "self")
    assert {link["type"] for link in of_relation(listed, "alternate")} == {HTML}
    for one in listed["collections"]:
        assert get(demo, f"/collections/{one['id']}") == one
        assert one["crs"] == list(SYSTEMS)
        assert one["storageCrs"] == EPSG25832
        offered = {link["type"] for link in of_relation(one, "items")}
        assert offered == {"application/geo+json", HTML, "text/csv"}
        for link in one["links"]:
            assert follow(demo, link["href"]).status_code == 200


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_extent_is_that_of_the_data(demo: FlaskClient, collection: str) -> None:
    extent = get(demo, f"/collections/{collection}")["extent"]
    positions = [
        point
        for feature in items(demo, collection, limit=1000)["features"]
        for point in (feature["geometry"] or {"coordinates": []})["coordinates"]
    ]
    lons, lats = zip(*positions, strict=True)
    assert extent["spatial"]["crs"] == CRS84
    assert extent["spatial"]["bbox"] == [
        pytest.approx([min(lons), min(lats), max(lons), max(lats)], abs=1e-7)
    ]


def test_only_what_has_a_time_has_a_temporal_extent(demo: FlaskClient) -> None:
    extents = {one["id"]: one["extent"] for one in get(demo, "/collections")["collections"]}
    [[begins, ends]] = extents["needs"]["temporal"]["interval"]
    starts = [feature["properties"]["starts_at"] for feature in items(demo, limit=1000)["features"]]
    assert begins == min(starts_in_utc(start) for start in starts)
    assert ends is None, "tasks that are done whenever it suits have no end"
    assert "temporal" not in extents["associations"]
    assert "temporal" not in extents["premises"]


def starts_in_utc(written: str) -> str:
    return f"{datetime.fromisoformat(written).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def test_an_empty_collection_has_no_extent_and_no_features(client: FlaskClient) -> None:
    for collection in COLLECTIONS:
        assert "extent" not in get(client, f"/collections/{collection}")
        page = items(client, collection)
        assert (page["features"], page["numberMatched"], page["numberReturned"]) == ([], 0, 0)
        assert answer(client, f"/collections/{collection}", f="html").status_code == 200
        assert "Intet svarer" in answer(client, f"/collections/{collection}/items", f="html").text


# Features


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_page_carries_what_the_standard_asks_for(demo: FlaskClient, collection: str) -> None:
    page = items(demo, collection, limit=3)
    assert page["type"] == "FeatureCollection"
    assert page["numberReturned"] == len(page["features"]) == 3
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", page["timeStamp"])
    types = {link["type"] for rel in ("self", "alternate") for link in of_relation(page, rel)}
    assert types == {"application/geo+json", HTML, "text/csv"}
    assert len(of_relation(page, "next")) == 1
    assert len(of_relation(page, "collection")) == 2
    for feature in page["features"]:
        assert feature["type"] == "Feature"
        assert feature["geometry"] is None or feature["geometry"]["type"] == "MultiPoint"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_feature_alone_is_the_one_in_the_list(demo: FlaskClient, collection: str) -> None:
    [listed] = items(demo, collection, limit=1)["features"]
    response = answer(demo, f"/collections/{collection}/items/{listed['id']}")
    assert response.content_type == "application/geo+json"
    alone = response.get_json(force=True)
    for rel in ("self", "alternate", "collection"):
        for link in of_relation(alone, rel):
            assert follow(demo, link["href"]).status_code == 200
    assert {name: alone[name] for name in listed} == listed


def test_every_number_of_public_things_is_the_databases(
    demo: FlaskClient, demo_session: Session, now: Any
) -> None:
    open_now = "SELECT count(*) FROM needs WHERE status = 'published' AND open_until > :now"
    counts = {
        "needs": demo_session.scalar(text(open_now), {"now": now}),
        "associations": demo_session.scalar(
            text("SELECT count(*) FROM associations WHERE status = 'public'")
        ),
        "premises": demo_session.scalar(text("SELECT count(*) FROM premises")),
    }
    for collection, count in counts.items():
        assert items(demo, collection)["numberMatched"] == count > 50


def test_what_is_open_data_is_what_the_interface_shows(demo: FlaskClient) -> None:
    for collection in COLLECTIONS:
        shown = demo.get(f"/api/v1/{collection}", query_string={"with_total": "true"}).json
        assert items(demo, collection)["numberMatched"] == shown["total"]
        for feature in items(demo, collection, limit=5)["features"]:
            path = feature["properties"].get("slug") or feature["id"]
            full = demo.get(f"/api/v1/{collection}/{path}").json
            for name in feature["properties"].keys() & full.keys() - {"association", "places"}:
                if name not in {"spaces", "url", "updated_at"}:
                    assert feature["properties"][name] == full[name], name


def test_nobody_is_to_be_found_whom_the_interface_does_not_show(
    client: FlaskClient, session: Session
) -> None:
    owner = association(session)
    hidden = [
        need(session, of=owner, status="draft"),
        need(session, of=owner, status="paused"),
        need(session, of=owner, open_until=session.scalar(select(func.now()))),
    ]
    seen = need(session, of=owner)
    session.commit()
    page = items(client)
    assert [feature["id"] for feature in page["features"]] == [str(seen.id)]
    assert page["numberMatched"] == 1
    for one in hidden:
        assert answer(client, f"/collections/needs/items/{one.id}").status_code == 404


def test_no_mailbox_and_no_telephone_is_handed_out_in_bulk(demo: FlaskClient) -> None:
    for collection in COLLECTIONS:
        for form in ("json", "html", "csv"):
            text_of = answer(demo, f"/collections/{collection}/items", f=form, limit=1000).text
            assert "@demo.example" not in text_of
            assert not re.search(r"\w@\w", text_of)


# Formats


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/geo+json"),
        ("*/*", "application/geo+json"),
        ("application/json", "application/geo+json"),
        ("application/geo+json, application/json", "application/geo+json"),
        (BROWSER, "text/html; charset=utf-8"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/csv;q=0.3, text/html;q=0.2", "text/csv; charset=utf-8"),
        ("application/gml+xml", "application/geo+json"),
        ("nonsense", "application/geo+json"),
    ],
)
def test_the_accept_header_chooses_the_format(
    demo: FlaskClient, accept: str | None, expected: str
) -> None:
    headers = {} if accept is None else {"Accept": accept}
    response = demo.get(f"{ROOT}/collections/premises/items", headers=headers)
    assert response.content_type == expected
    assert {"Accept", "Accept-Language"} <= set(response.vary)


def test_the_parameter_outweighs_the_accept_header(demo: FlaskClient) -> None:
    headers = {"Accept": BROWSER}
    assert demo.get(f"{ROOT}/collections?f=json", headers=headers).content_type == (
        "application/json"
    )
    openapi = "application/openapi+json;version=3.0, application/json"
    assert demo.get(f"{ROOT}/api", headers={"Accept": openapi}).content_type == OPENAPI


@pytest.mark.parametrize("path", [*PAGES, "/collections/needs/items"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_is_also_a_page_in_the_readers_language(
    demo: FlaskClient, path: str, language: str
) -> None:
    headers = {"Accept": BROWSER, "Accept-Language": language}
    response = demo.get(ROOT + path, headers=headers)
    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text
    assert response.headers["Content-Language"] == language
    assert response.headers["Content-Security-Policy"] == POLICY
    assert "<script" not in response.text
    assert "style=" not in response.text
    assert len(re.findall(r"<h1", response.text)) == 1
    assert not re.search(r'(?:src|href)="(?!https://samspil\.example|/|#)', response.text)


def test_what_people_wrote_cannot_become_markup(client: FlaskClient, session: Session) -> None:
    bad = "<script>alert(1)</script>\"'&"
    task = need(session, of=association(session, name=bad), title=bad, summary=bad)
    session.commit()
    for path in ("/collections/needs/items", f"/collections/needs/items/{task.id}"):
        page = answer(client, path, f="html").text
        assert "<script" not in page
        assert "&lt;script&gt;" in page


def test_a_page_has_the_way_to_the_next_and_back_to_the_first(demo: FlaskClient) -> None:
    first = answer(demo, "/collections/needs/items", f="html", limit=100)
    assert "100 af " in first.text
    assert "Første side" not in first.text
    href = re.search(r'rel="next" href="([^"]+)"', first.text)
    assert href is not None
    second = follow(demo, href[1].replace("&amp;", "&"))
    assert second.content_type.startswith(HTML)
    assert "Første side" in second.text


def test_every_wording_says_the_same_in_both_languages() -> None:
    for wording in (*texts.TEXTS.values(), *texts.VALUES.values()):
        assert tuple(wording) == LANGUAGES
        fields = {frozenset(re.findall(r"\{(\w+)\}", said)) for said in wording.values()}
        assert len(fields) == 1
    for collection in KNOWN.values():
        assert set(collection.heading) <= {shown.name for shown in collection.properties}


def test_every_code_in_the_data_has_a_name_for_people(demo: FlaskClient) -> None:
    interests = {one["slug"] for one in demo.get("/api/v1/interests").json["items"]}
    for collection in KNOWN.values():
        coded = [shown.name for shown in collection.properties if shown.is_coded]
        for feature in items(demo, collection.id, limit=1000)["features"]:
            for name in coded:
                value = feature["properties"][name]
                for code in value if isinstance(value, list) else [value]:
                    assert code is None or code in texts.VALUES or code in interests


# Caching and headers


@pytest.mark.parametrize("path", [*PAGES, "/collections/needs/items"])
@pytest.mark.parametrize("form", ["json", "html"])
def test_an_unchanged_answer_is_not_sent_again(demo: FlaskClient, path: str, form: str) -> None:
    first = answer(demo, path, f=form)
    assert re.fullmatch(r"public, max-age=\d+", first.headers["Cache-Control"])
    again = demo.get(
        ROOT + path, query_string={"f": form}, headers={"If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")


def test_the_moment_of_an_answer_does_not_make_it_another(own_app: Any, now: Any) -> None:
    client = own_app.test_client()
    first = answer(client, "/collections/needs/items")
    with time_machine.travel(now + timedelta(minutes=5), tick=False):
        later = answer(client, "/collections/needs/items")
    assert first.json["timeStamp"] != later.json["timeStamp"]
    assert first.headers["ETag"] == later.headers["ETag"]


def test_links_and_numbers_also_stand_in_the_headers(demo: FlaskClient) -> None:
    response = answer(demo, "/collections/needs/items", f="csv", limit=7)
    assert response.headers["OGC-NumberReturned"] == "7"
    assert int(response.headers["OGC-NumberMatched"]) == items(demo)["numberMatched"]
    following = re.search(r'<([^>]+)>; rel="next"; type="text/csv"', response.headers["Link"])
    assert following is not None
    assert follow(demo, following[1]).content_type == "text/csv; charset=utf-8"


def test_any_page_on_the_web_may_read_open_data(demo: FlaskClient) -> None:
    response = answer(demo, "/collections/needs/items")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Crs" in response.headers["Access-Control-Expose-Headers"]
    assert "Set-Cookie" not in response.headers


def test_head_answers_like_get_without_a_body(demo: FlaskClient) -> None:
    path = f"{ROOT}/collections/needs/items"
    head = demo.head(path)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == demo.get(path).headers["ETag"]


# What is not there


@pytest.mark.parametrize(
    "path",
    [
        "/collections/people",
        "/collections/people/items",
        "/collections/needs/items/1",
        "/collections/needs/items/00000000-0000-7000-8000-000000000000",
        "/collections/needs/schema",
        "/nothing",
    ],
)
def test_what_is_not_there_is_said_as_the_standard_says_it(demo: FlaskClient, path: str) -> None:
    response = answer(demo, path)
    assert response.status_code == 404
    assert response.content_type == "application/problem+json"
    problem = response.get_json(force=True)
    assert (problem["code"], problem["type"]) == ("NotFound", "/problems/not-found")
    assert problem["description"]


@pytest.mark.parametrize("path", PAGES)
def test_a_parameter_that_no_document_has_is_refused(demo: FlaskClient, path: str) -> None:
    response = answer(demo, path, unknown="1")
    assert response.status_code == 400
    assert response.get_json(force=True)["errors"] == {"unknown": ["Findes ikke her."]}


def test_open_data_is_only_read(demo: FlaskClient) -> None:
    assert demo.post(f"{ROOT}/collections/needs/items", json={}).status_code == 405
