"""The map shows what lies in the box, one by one or gathered."""

import itertools
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import copy, need
from factories.places import HELSINGOER, HORNBAEK
from profiles import tries
from reading import everything, get, metres, points_of
from samspil.discover.queries import MOST_FEATURES
from samspil.needs.models import Need
from samspil.premises.models import Premises

DENMARK = "7.9,54.4,15.3,57.9"


def box(west: float, south: float, east: float, north: float) -> str:
    return f"{west:.5f},{south:.5f},{east:.5f},{north:.5f}"


def points(document: Any) -> set[tuple[float, float]]:
    """The (lat, lon) of single features."""
    return {point for feature in document["features"] for point in points_of(_as_item(feature))}


def _as_item(feature: Any) -> dict[str, Any]:
    return {"position": feature["geometry"]}


def test_the_map_of_everything_shows_every_point_of_everything(
    demo: FlaskClient, demo_session: Session
) -> None:
    for kind, table in (("need", Need), ("premises", Premises)):
        shown = get(demo, "/map", bbox=DENMARK, kind=kind)
        kept = demo_session.scalar(select(func.sum(func.ST_NumGeometries(table.positions))))
        assert shown["total"] == kept
        assert shown["clustered"] is (kept > MOST_FEATURES)


@pytest.mark.parametrize("kind", ["need", "association", "premises"])
def test_a_feature_names_what_it_is_and_leads_to_it(demo: FlaskClient, kind: str) -> None:
    shown = get(demo, "/map", bbox=DENMARK, kind=kind)
    assert shown["type"] == "FeatureCollection"
    assert len(shown["features"]) == shown["total"] > 50
    assert len({feature["id"] for feature in shown["features"]}) == shown["total"]
    for feature in shown["features"]:
        properties = feature["properties"]
        assert feature["id"].startswith(f"{kind}:{properties['id']}:")
        assert properties["kind"] == kind
        assert properties["title"]
        assert properties["lang"] in {"da", "en"}
    for feature in shown["features"][::20]:
        assert demo.get(feature["properties"]["url"]).status_code == 200


@settings(
    max_examples=tries(12, 200),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(
    sides=st.tuples(
        *(st.floats(low, high) for low, high in ((12.35, 12.66), (12.35, 12.66))),
        *(st.floats(low, high) for low, high in ((55.95, 56.12), (55.95, 56.12))),
    )
)
def test_the_box_holds_exactly_what_lies_between_its_sides(
    demo: FlaskClient, sides: tuple[float, ...]
) -> None:
    west, east = sorted(round(side, 5) for side in sides[:2])
    south, north = sorted(round(side, 5) for side in sides[2:])
    if west == east or south == north:
        return
    everything = points(get(demo, "/map", bbox=DENMARK, kind="premises"))
    shown = points(get(demo, "/map", bbox=box(west, south, east, north), kind="premises"))

    def inside(margin: float) -> set[tuple[float, float]]:
        return {
            (lat, lon)
            for lat, lon in everything
            if west + margin <= lon <= east - margin and south + margin <= lat <= north - margin
        }

    # A side is followed to five centimetres; what stands on it may fall on either side.
    assert inside(margin=1e-6) <= shown <= inside(margin=-1e-6)


def test_a_wide_box_keeps_to_its_parallels(client: FlaskClient, session: Session) -> None:
    """On the grid a parallel is a curve: over Denmark's width it bends by kilometres."""
    for lon, (name, lat) in itertools.product(
        (8.0, 9.5, 11.0, 12.5, 14.0, 15.2), (("inside", 56.0001), ("outside", 55.9999))
    ):
        need(session, positions=[(lat, lon)], title=name)
    session.commit()
    shown = get(client, "/map", bbox="7.9,56.0,15.3,57.9", kind="need")
    assert [f["properties"]["title"] for f in shown["features"]] == ["inside"] * 6


def test_only_the_points_inside_the_box_are_shown(client: FlaskClient, session: Session) -> None:
    made = need(session, towns=["helsingoer", "hornbaek"], positions=[HELSINGOER, HORNBAEK])
    session.commit()
    shown = get(client, "/map", bbox=box(12.4, 56.08, 12.5, 56.1), kind="need")
    [feature] = shown["features"]
    assert feature["id"] == f"need:{made.id}:2"
    assert feature["geometry"]["coordinates"] == [HORNBAEK[1], HORNBAEK[0]]
    assert shown["total"] == 1


def test_past_five_hundred_points_the_map_gathers_them(
    client: FlaskClient, session: Session
) -> None:
    owner = association(session, position=HELSINGOER)
    raster = list(itertools.product(range(25), range(20)))
    first = need(session, of=owner, positions=[(55.98, 12.40)])
    for row, column in raster[1:]:
        copy(session, first, (55.98 + row * 0.004, 12.40 + column * 0.01))
    session.commit()
    around = box(12.3, 55.9, 12.7, 56.2)

    whole = get(client, "/map", bbox=around, kind="need")
    assert (whole["clustered"], whole["total"], len(whole["features"])) == (False, 500, 500)

    gathered = get(client, "/map", bbox=around)  # the association is number 501
    assert (gathered["clustered"], gathered["total"]) == (True, 501)
    assert 10 < len(gathered["features"]) <= MOST_FEATURES
    assert sum(f["properties"]["count"] for f in gathered["features"]) == 501
    for feature in gathered["features"][::10]:
        assert feature["properties"]["cluster"] is True
        assert "id" not in feature
        [(lat, lon)] = points_of(_as_item(feature))
        west, south, east, north = feature["properties"]["bbox"]
        assert west - 1e-6 <= lon <= east + 1e-6
        assert south - 1e-6 <= lat <= north + 1e-6
        inside = get(client, "/map", bbox=box(west - 1e-4, south - 1e-4, east + 1e-4, north + 1e-4))
        assert inside["total"] >= feature["properties"]["count"]


def test_one_part_of_a_gathered_map_is_shown_whole(client: FlaskClient, session: Session) -> None:
    owner = association(session, towns=("tikoeb",))
    first = need(session, of=owner, positions=[HORNBAEK])
    for _ in range(600):
        copy(session, first, HELSINGOER)
    session.commit()
    gathered = get(client, "/map", bbox=DENMARK, kind="need")
    assert sum(f["properties"]["count"] for f in gathered["features"]) == gathered["total"] == 601
    zoomed = get(client, "/map", bbox=box(12.45, 56.08, 12.46, 56.1), kind="need")
    assert (zoomed["clustered"], zoomed["total"]) == (False, 1)


FILTERS: tuple[dict[str, Any], ...] = (
    {"interest": "nature"},
    {"weekday": ["sat", "sun"], "part_of_day": "morning"},
    {"commitment": "once"},
    {"q": "børn", "interest": ["sport", "school"]},
    {"step_free": "true"},
)


@pytest.mark.parametrize("chosen", FILTERS, ids=str)
def test_the_map_filters_as_the_list_does(demo: FlaskClient, chosen: dict[str, Any]) -> None:
    listed = everything(demo, "/needs", remote="exclude", **chosen)
    shown = get(demo, "/map", bbox=DENMARK, kind="need", **chosen)
    assert shown["total"] == sum(len(points_of(item)) for item in listed) > 0
    assert {f["properties"]["id"] for f in shown["features"]} == {item["id"] for item in listed}


def test_who_filters_by_when_sees_needs_alone(demo: FlaskClient) -> None:
    shown = get(demo, "/map", bbox=DENMARK, weekday="tue")
    assert {f["properties"]["kind"] for f in shown["features"]} == {"need"}
    assert get(demo, "/map", bbox=DENMARK, weekday="tue", kind="premises") == {
        "type": "FeatureCollection",
        "features": [],
        "total": 0,
        "clustered": False,
    }


def test_an_empty_piece_of_the_map_is_empty(demo: FlaskClient) -> None:
    shown = get(demo, "/map", bbox="8.0,54.5,8.1,54.6")
    assert (shown["features"], shown["total"], shown["clustered"]) == ([], 0, False)


def test_a_map_zoomed_out_past_denmark_is_no_error(demo: FlaskClient) -> None:
    world = get(demo, "/map", bbox="-180,-90,180,90")
    assert world["total"] == get(demo, "/map", bbox=DENMARK)["total"]


def test_positions_come_back_as_they_were_given(client: FlaskClient, session: Session) -> None:
    given_points = [HELSINGOER, (55.5, 8.3), (57.7, 10.6), (55.1, 14.9)]
    need(session, positions=given_points)
    session.commit()
    shown = points(get(client, "/map", bbox=DENMARK, kind="need"))
    for point in given_points:
        assert min(metres(point, other) for other in shown) < 0.02
