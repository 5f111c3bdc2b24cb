"""One list of everything near you."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need
from factories.premises import premises
from reading import everything, get

KINDS = ("need", "association", "premises")


@pytest.mark.parametrize("where", [{}, {"place": "hornbaek", "radius_m": 20_000}], ids=str)
@pytest.mark.parametrize("search", [{}, {"q": "børn"}, {"interest": ["nature", "sport"]}], ids=str)
def test_the_common_list_is_the_three_lists_together(
    demo: FlaskClient, where: dict[str, Any], search: dict[str, Any]
) -> None:
    lists = {"need": "/needs", "association": "/associations", "premises": "/premises"}
    for kind, path in lists.items():
        alone = everything(demo, "/discover", kind=kind, **where, **search)
        if kind == "premises" and "interest" in search:
            assert alone == [], "premises have no interests"
            continue
        expected = everything(demo, path, **where, **search)
        assert {item["id"] for item in alone} == {item["id"] for item in expected}
    together = everything(demo, "/discover", **where, **search)
    counted = get(demo, "/discover", with_total="true", limit=1, **where, **search)
    assert counted["total"] == len(together) > 0


def test_a_hit_says_what_it_is_and_where_to_read_on(client: FlaskClient, session: Session) -> None:
    owner = association(session, name="Klubben", slug="klubben", interests=["sport"])
    task = need(session, of=owner, title="Opgaven")
    house = premises(session, name="Huset", slug="huset", address="Vej 1")
    session.commit()
    found = {item["kind"]: item for item in get(client, "/discover", place="helsingoer")["items"]}
    common = {
        "lang": "da",
        "places": [{"slug": "helsingoer", "name": "Helsingør"}],
        "position": {"type": "Point", "coordinates": [12.6136, 56.0361]},
        "distance_m": 0,
        "interests": [],
    }
    assert found["need"] == common | {
        "kind": "need",
        "id": str(task.id),
        "slug": None,
        "title": "Opgaven",
        "subtitle": "Klubben",
        "summary": task.summary,
        "url": f"/opgaver/{task.id}",
    }
    assert found["association"] == common | {
        "kind": "association",
        "id": str(owner.id),
        "slug": "klubben",
        "title": "Klubben",
        "subtitle": None,
        "summary": owner.summary,
        "interests": ["sport"],
        "url": "/foreninger/klubben",
    }
    assert found["premises"] == common | {
        "kind": "premises",
        "id": str(house.id),
        "slug": "huset",
        "title": "Huset",
        "subtitle": "Vej 1",
        "summary": house.summary,
        "url": "/lokaler/huset",
    }


@pytest.mark.parametrize("kinds", [KINDS[:1], KINDS[1:], KINDS], ids=str)
def test_the_kinds_asked_for_are_the_kinds_given(demo: FlaskClient, kinds: tuple[str, ...]) -> None:
    found = everything(demo, "/discover", kind=list(kinds))
    assert {item["kind"] for item in found} == set(kinds)


def test_the_installation_says_what_it_is(demo: FlaskClient) -> None:
    site = get(demo, "/site")
    west, south, east, north = site.pop("bounds")
    lon, lat = site.pop("centre")["coordinates"]
    assert west < lon < east
    assert south < lat < north
    assert (round(west, 2), round(south, 2), round(east, 2), round(north, 2)) == (
        *(12.39, 55.98),
        *(12.62, 56.10),
    )
    assert site == {
        "name": "Samspil",
        "municipality": "Helsingør",
        "authority": "Helsingør Kommune",
        "demo": True,
        "public_url": "https://samspil.example",
        "map_style_url": None,
        "accessibility_statement_url": None,
    }


def test_without_associations_there_is_no_demonstration(client: FlaskClient) -> None:
    assert get(client, "/site")["demo"] is False
