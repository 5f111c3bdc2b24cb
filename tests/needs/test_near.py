"""Near is nearest first, in metres on the ground."""

import itertools
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need
from factories.places import HELSINGOER, HORNBAEK, ROENNE, TIKOEB
from factories.premises import premises
from profiles import tries
from reading import WGS84, everything, get, metres, nearest_metres, points_of, titles
from samspil.core.geo import LatLon
from samspil.needs.models import Need

LISTS = ("/needs", "/associations", "/premises", "/discover")
# The same rows without a search, with all their positions.
WHOLE = {path: path for path in LISTS} | {"/discover": "/associations"}
# The grid's scale is taken at the search's start; over 50 km it strays by at most this share.
SCALE_ERROR = 0.0003


def around(start: LatLon, distance: float, bearing: float) -> LatLon:
    """The point at a distance and bearing from another."""
    lon, lat, _ = WGS84.fwd(start[1], start[0], bearing, distance)
    return lat, lon


def close_enough(distance: float) -> Any:
    """A tenth of a per cent, and a metre for what is short."""
    return pytest.approx(distance, rel=0.001, abs=1)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("start", [HELSINGOER, HORNBAEK, TIKOEB])
def test_distances_are_those_of_the_geodesic_and_nearest_come_first(
    demo: FlaskClient, path: str, start: LatLon
) -> None:
    found = everything(demo, path, lat=start[0], lon=start[1], radius_m=50_000)
    placed = [item for item in found if item["position"] is not None]
    assert len(placed) > 50
    for item in placed:
        assert item["distance_m"] == close_enough(nearest_metres(start, points_of(item)))
        [shown] = points_of({"position": item["position"]})
        assert metres(start, shown) == close_enough(item["distance_m"])
    distances = [item["distance_m"] for item in placed]
    assert distances == sorted(distances)
    assert found[: len(placed)] == placed, "what is done from home comes last"


def test_a_place_is_as_good_as_its_position(demo: FlaskClient) -> None:
    for path in LISTS:
        by_name = everything(demo, path, place="tikoeb", radius_m=5000)
        by_position = everything(demo, path, lat=TIKOEB[0], lon=TIKOEB[1], radius_m=5000)
        assert by_name == by_position


def test_needs_within_five_kilometres_of_a_village(demo: FlaskClient) -> None:
    found = everything(demo, "/needs", place="tikoeb", radius_m=5000, remote="exclude")
    assert len(found) > 10
    assert all(
        nearest_metres(TIKOEB, points_of(item)) <= 5000 * (1 + SCALE_ERROR) for item in found
    )


@settings(
    max_examples=tries(20, 300),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(
    lat=st.floats(55.9, 56.2),
    lon=st.floats(12.3, 12.8),
    radius=st.one_of(st.integers(1, 5000), st.integers(1, 50_000)),
    path=st.sampled_from(LISTS),
)
def test_a_search_finds_exactly_what_lies_inside_the_radius(
    demo: FlaskClient, lat: float, lon: float, radius: int, path: str
) -> None:
    only = {"/needs": {"remote": "exclude"}, "/discover": {"kind": "association"}}.get(path, {})
    everywhere = {item["id"]: points_of(item) for item in everything(demo, WHOLE[path])}
    found = {
        item["id"] for item in everything(demo, path, lat=lat, lon=lon, radius_m=radius, **only)
    }
    distances = {
        i: nearest_metres((lat, lon), points) for i, points in everywhere.items() if points
    }
    margin = radius * SCALE_ERROR + 0.01
    assert {i for i, d in distances.items() if d <= radius - margin} <= found
    assert found <= {i for i, d in distances.items() if d <= radius + margin}


@pytest.mark.parametrize("start", [HELSINGOER, ROENNE, (57.72, 10.59), (55.0, 8.4), (54.58, 11.93)])
def test_distances_hold_all_over_denmark(
    client: FlaskClient, session: Session, start: LatLon
) -> None:
    for distance, bearing in itertools.product(
        (3, 100, 800, 9_000, 49_000), (0, 77, 154, 231, 308)
    ):
        need(session, positions=[around(start, distance, bearing)], title=f"{distance}")
    session.commit()
    found = everything(client, "/needs", lat=start[0], lon=start[1], radius_m=50_000)
    assert len(found) == 25
    for item in found:
        assert item["distance_m"] == close_enough(int(item["title"]))


@pytest.mark.parametrize("start", [HELSINGOER, ROENNE])
def test_the_edge_of_the_radius_is_where_the_geodesic_has_it(
    client: FlaskClient, session: Session, start: LatLon
) -> None:
    far_away = association(session, towns=("tikoeb",))
    for bearing in range(0, 360, 30):
        need(session, of=far_away, positions=[around(start, 999, bearing)], title="inside")
        need(session, of=far_away, positions=[around(start, 1001, bearing)], title="outside")
        association(session, position=around(start, 999, bearing), name="inside")
        association(session, position=around(start, 1001, bearing), name="outside")
        premises(session, position=around(start, 999, bearing), name="inside")
        premises(session, position=around(start, 1001, bearing), name="outside")
    session.commit()
    for path in LISTS:
        assert titles(client, path, lat=start[0], lon=start[1], radius_m=1000) == {"inside"}


def test_a_need_with_several_places_counts_from_the_nearest(
    client: FlaskClient, session: Session
) -> None:
    need(session, towns=["helsingoer", "hornbaek"], positions=[HELSINGOER, HORNBAEK])
    session.commit()
    [item] = get(client, "/needs", place="hornbaek", radius_m=1)["items"]
    assert item["distance_m"] == 0
    assert item["position"]["coordinates"] == [HORNBAEK[1], HORNBAEK[0]]
    assert item["positions"]["coordinates"] == [[lon, lat] for lat, lon in (HELSINGOER, HORNBAEK)]
    [item] = get(client, "/needs")["items"]
    assert item["position"]["coordinates"] == [HELSINGOER[1], HELSINGOER[0]]
    assert item["distance_m"] is None


def test_a_need_known_by_its_towns_lies_at_each_of_them(
    client: FlaskClient, session: Session
) -> None:
    need(session, towns=["tikoeb", "hornbaek"])
    session.commit()
    [item] = get(client, "/needs", place="hornbaek")["items"]
    assert item["position_accuracy"] == "town"
    assert [place["slug"] for place in item["places"]] == ["tikoeb", "hornbaek"]
    assert item["distance_m"] == 0


def test_what_is_done_from_home_comes_last_and_has_no_distance(
    client: FlaskClient, session: Session
) -> None:
    need(session, title="hjemme", remote=True)
    need(session, title="langt væk", positions=[around(HELSINGOER, 9000, 250)])
    need(session, title="her", positions=[HELSINGOER])
    session.commit()
    found = get(client, "/needs", place="helsingoer")["items"]
    assert [item["title"] for item in found] == ["her", "langt væk", "hjemme"]
    last = found[-1]
    assert last["remote"] is True
    for name in ("distance_m", "position", "positions", "position_accuracy"):
        assert last[name] is None
    assert last["places"] == []


@pytest.mark.parametrize("where", [{}, {"place": "helsingoer"}])
@pytest.mark.parametrize(
    ("remote", "expected"),
    [("include", {"her", "hjemme"}), ("only", {"hjemme"}), ("exclude", {"her"})],
)
def test_remote_needs_can_be_wanted_alone_or_not_at_all(
    client: FlaskClient, session: Session, where: dict[str, str], remote: str, expected: set[str]
) -> None:
    need(session, title="hjemme", remote=True)
    need(session, title="her")
    session.commit()
    assert titles(client, remote=remote, **where) == expected
    counted = get(client, "/needs", remote=remote, with_total="true", **where)
    assert counted["total"] == len(expected)


def test_without_a_position_the_next_date_comes_first_then_the_newest(
    demo: FlaskClient, demo_session: Session
) -> None:
    found = everything(demo, "/needs")
    starts = [item["when"]["next"]["starts_at"] for item in found if item["when"]["next"]]
    assert len(starts) > 20
    assert starts == sorted(starts)
    assert all(item["when"]["next"] is None for item in found[len(starts) :])
    published = dict(demo_session.execute(select(cast(Need.id, Text), Need.published_at)).all())
    rest = [published[item["id"]] for item in found[len(starts) :]]
    assert rest == sorted(rest, reverse=True)


@pytest.mark.parametrize("path", [*LISTS, "/needs/facets"])
def test_an_unknown_place_is_named(demo: FlaskClient, path: str) -> None:
    response = demo.get(f"/api/v1{path}", query_string={"place": "atlantis"})
    assert response.status_code == 422
    assert list(response.json["errors"]) == ["place"]


def test_a_known_place_without_anything_near_is_an_empty_list(client: FlaskClient) -> None:
    for path in LISTS:
        answer = get(client, path, place="tikoeb", with_total="true")
        assert answer == {"items": [], "next_cursor": None, "order": "nearest", "total": 0}
