"""What the open map suggests, and what staff make of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories.associations import association
from factories.places import HORNBAEK
from factories.premises import premises
from samspil.associations.models import Association
from samspil.premises.models import Premises, Suggestion
from samspil.premises.osm import MapObject, OsmError, read_osm
from samspil.premises.suggestions import (
    ALIKE,
    NotOpen,
    OperatorMissing,
    accept,
    name_similarity,
    reject,
    suggest,
)

LAT, LON = HORNBAEK
Element = dict[str, Any]


def node(number: int, lat: float = LAT, lon: float = LON, **tags: str) -> Element:
    return {"type": "node", "id": number, "lat": lat, "lon": lon, "tags": tags}


def overpass(file: Path, *elements: Any, **members: Any) -> Path:
    """Write a file as Overpass answers."""
    document = {"version": 0.6, "generator": "Overpass API", "elements": list(elements), **members}
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "osm.json"


HALL = node(1, leisure="sports_centre", name="Hornbæk Hallen", wheelchair="yes")
SCOUTS = node(2, club="scout", name="Byens Spejdere", website="www.spejdere.example")


def read(file: Path, *elements: Any) -> list[MapObject]:
    return list(read_osm(overpass(file, *elements)))


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"club": "chess"}, "association"),
        ({"office": "association"}, "association"),
        ({"amenity": "community_centre", "community_centre": "parish_hall"}, "premises"),
        ({"leisure": "sports_hall", "club": "sport"}, "premises"),
        ({"amenity": "library"}, "premises"),
        ({"amenity": "cafe"}, None),
        ({"club": "no"}, None),
        ({"leisure": "swimming_pool", "access": "private"}, None),
    ],
)
def test_tags_tell_what_something_may_be(
    file: Path, tags: dict[str, str], kind: str | None
) -> None:
    found = read(file, node(1, name="Stedet", **tags), node(2, **tags))
    assert [one.kind for one in found] == ([kind] if kind else [])
    assert all(one.tags == {"name": "Stedet", **tags} for one in found)


def test_ways_and_relations_stand_at_their_centre_or_inside_their_outline(file: Path) -> None:
    tags = {"amenity": "school", "name": "Skolen"}
    corners = [(56.08, 12.45), (56.09, 12.45), (56.09, 12.46), (56.08, 12.46), (56.08, 12.45)]
    outline = [{"lat": lat, "lon": lon} for lat, lon in corners]
    box = {"minlat": 56.0, "minlon": 12.4, "maxlat": 56.1, "maxlon": 12.5}
    found = read(
        file,
        {"type": "way", "id": 1, "center": {"lat": 56.0, "lon": 12.5}, "tags": tags},
        {"type": "way", "id": 2, "geometry": outline, "tags": tags},
        {"type": "relation", "id": 3, "bounds": box, "tags": tags},
        {"type": "way", "id": 4, "nodes": [1, 2], "tags": tags},
    )
    assert [one.osm_id for one in found] == ["way/1", "way/2", "relation/3"]
    positions = [one.position for one in found]
    assert positions[0] == (56.0, 12.5)
    assert positions[1] == pytest.approx((56.085, 12.455))
    assert positions[2] == pytest.approx((56.05, 12.45))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"elements": [', "cut off"),
        (b"<osm/>", "not JSON"),
        (b"[1, 2]", "no Overpass JSON"),
        (b'{"elements": {}}', "no Overpass JSON"),
        (b'{"elements": [], "remark": "runtime error: out of memory"}', "gave up half-way"),
        (b"[" * 200_000, "not JSON"),
        (b'{"elements": "\xe6"}', "not JSON"),
    ],
)
def test_what_is_no_answer_of_the_map_ends_in_one_line(
    file: Path, content: bytes, reason: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(OsmError, match=reason):
        list(read_osm(file))


def test_200_megabytes_are_refused_unread(file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(200_000_000)
    with pytest.raises(OsmError, match="at most 20 MB"):
        list(read_osm(file))


TEXT = st.text(st.characters(codec="utf-8"))
FINITE = st.floats(allow_nan=False, allow_infinity=False)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | FINITE | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)
NUMBERS = st.floats(54, 58) | ANYTHING
POINTS = st.fixed_dictionaries({}, optional={"lat": NUMBERS, "lon": st.floats(8, 15) | ANYTHING})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    element=st.fixed_dictionaries(
        {"tags": st.just({"club": "x", "name": "Y"}) | ANYTHING},
        optional={
            "type": st.sampled_from(["node", "way", "relation"]) | ANYTHING,
            "id": st.integers(0, 9) | ANYTHING,
            "lat": NUMBERS,
            "lon": st.floats(8, 15) | ANYTHING,
            "center": POINTS | ANYTHING,
            "geometry": st.lists(POINTS | ANYTHING, max_size=5) | ANYTHING,
            "bounds": ANYTHING,
        },
    )
)
@example(
    element={
        **{"type": "way", "id": 1, "tags": {"club": "x", "name": "Y"}},
        "geometry": [{"lat": 56.0, "lon": 12.0}] * 5,
    }
)
def test_whatever_an_element_is_it_is_read_or_passed_over(file: Path, element: Element) -> None:
    for one in read(file, element):
        assert one.name
        assert 54 < one.position[0] < 58


def test_what_is_new_is_suggested_once_and_only_here(session: Session, file: Path) -> None:
    copenhagen = node(3, 55.68, 12.57, club="chess", name="Skakklubben")
    mapped = read(file, HALL, SCOUTS, copenhagen)
    assert suggest(session, mapped) == {"new": 2, "outside": 1}
    assert suggest(session, mapped) == {"unchanged": 2, "outside": 1}
    suggestions = {s.osm_id: s for s in session.scalars(select(Suggestion))}
    assert suggestions["node/1"].tags == HALL["tags"]
    renamed = read(file, HALL | {"tags": HALL["tags"] | {"name": "Nordkysthallen"}})
    assert suggest(session, renamed) == {"changed": 1}
    assert suggest(session, renamed) == {"unchanged": 1}


def test_what_stands_here_is_not_suggested(session: Session, file: Path) -> None:
    premises(session, name="Hornbækhallen", town="hornbaek", position=(LAT + 0.001, LON))
    association(session, name="Byens spejdere", towns=("hornbaek",))
    session.flush()
    assert suggest(session, read(file, HALL, SCOUTS)) == {"known": 2}


def test_neighbours_and_namesakes_are_suggested(session: Session, file: Path) -> None:
    premises(session, name="Hornbæk Skole", town="hornbaek", position=(LAT, LON))
    premises(session, name="Hallen", town="helsingoer", position=(56.0361, 12.6136))
    library = node(3, amenity="library", name="Hornbæk Bibliotek")
    hall = node(4, LAT + 0.002, leisure="sports_hall", name="Hallen")
    twice = node(5, LAT + 0.0021, leisure="sports_centre", name="Hallen")
    assert suggest(session, read(file, library, hall, twice)) == {"new": 2, "known": 1}


def test_an_accepted_hall_becomes_premises_that_people_find(
    session: Session, client: FlaskClient, file: Path
) -> None:
    suggest(session, read(file, HALL))
    with pytest.raises(OperatorMissing):
        accept(session, "node/1")
    made = accept(session, "node/1", operator="Kommunen")
    session.flush()
    found = client.get(f"/api/v1/premises/{made.slug}").json
    assert (found["name"], found["operator"]) == ("Hornbæk Hallen", "Kommunen")
    assert found["features"] == ["step_free"]
    assert found["position_accuracy"] == "exact"
    assert "openstreetmap.org/node/1" in found["description_html"]
    assert "ODbL" in found["description_html"]
    suggestions_in = client.get("/api/v1/premises?place=hornbaek").json["items"]
    assert [item["slug"] for item in suggestions_in] == [made.slug]
    assert suggest(session, read(file, HALL)) == {"decided": 1}


@pytest.mark.parametrize(("public", "accuracy"), [(False, "town"), (True, "exact")])
def test_an_accepted_association_stands_at_its_town_unless_its_place_is_public(
    session: Session, file: Path, public: bool, accuracy: str
) -> None:
    suggest(session, read(file, SCOUTS))
    made = accept(session, "node/2", public=public)
    assert isinstance(made, Association)
    assert made.position_accuracy == accuracy
    assert made.interests == ["nature"]
    assert made.website == "https://www.spejdere.example"
    assert "ODbL" in made.purpose


def test_a_rejected_one_never_comes_back_and_is_decided_once(session: Session, file: Path) -> None:
    suggest(session, read(file, HALL))
    assert reject(session, "node/1") == "Hornbæk Hallen"
    assert suggest(session, read(file, HALL)) == {"decided": 1}
    for decide in (reject, accept):
        with pytest.raises(NotOpen):
            decide(session, "node/1")
    assert session.scalar(select(Premises.id)) is None


TOWNS = frozenset({"hornbaek", "tikob"})


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Hornbæk Hallen", "Hornbækhallen", True),
        ("HORNBÆK IDRÆTSHAL", "Hornbaek Idraetshal", True),
        ("Tikøb Skole", "Tikøb skole og SFO", True),
        ("Hornbæk Skole", "Hornbæk Bibliotek", False),
        ("Hornbæk", "Tikøb", False),
    ],
)
def test_names_are_compared_without_blanks_and_towns(one: str, other: str, alike: bool) -> None:
    assert (name_similarity(one, other, TOWNS) >= ALIKE) is alike
    assert name_similarity(one, other, TOWNS) == name_similarity(other, one, TOWNS)
