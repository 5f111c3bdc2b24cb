"""A match: what suits comes first, says why, and leaves no trace."""

import logging
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association
from factories.needs import need, shift
from factories.places import HELSINGOER, HORNBAEK, TIKOEB
from reading import get
from samspil.core.db import Base

HOME = {"lat": HELSINGOER[0], "lon": HELSINGOER[1]}


def matched(client: FlaskClient, **profile: Any) -> list[dict[str, Any]]:
    """The matches of a profile."""
    response = client.post("/api/v1/matches", json=profile)
    assert response.status_code == 200, response.text
    assert response.json["next_cursor"] is None
    items: list[dict[str, Any]] = response.json["items"]
    return items


def titles(client: FlaskClient, **profile: Any) -> list[str]:
    return [item["title"] for item in matched(client, **profile)]


def reasons(item: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A match's reasons by kind."""
    return {reason["kind"]: reason for reason in item["reasons"]}


def refused(client: FlaskClient, **profile: Any) -> set[str]:
    """The fields that an answer of 422 names."""
    response = client.post("/api/v1/matches", json=profile)
    assert response.status_code == 422
    return set(response.json["errors"])


def test_what_one_likes_comes_before_what_is_merely_nearer(
    client: FlaskClient, session: Session
) -> None:
    need(session, title="dyr", interests=["animals"], towns=["hornbaek"])
    need(session, title="regnskab", interests=["board"], towns=["helsingoer"])
    session.commit()
    found = matched(client, **HOME, max_distance_m=20_000, interests=["animals"])
    assert [item["title"] for item in found] == ["dyr", "regnskab"]
    assert 0 <= found[1]["score"] < found[0]["score"] <= 1
    why = reasons(found[0])
    assert why["distance"]["metres"] == found[0]["distance_m"] > 10_000
    assert why["interest"] == {"kind": "interest", "slug": "animals", "label": "Dyr"}


def test_labels_come_in_the_readers_language(client: FlaskClient, session: Session) -> None:
    need(session, interests=["animals"])
    session.commit()
    response = client.post(
        "/api/v1/matches", json={"interests": ["animals"]}, headers={"Accept-Language": "en"}
    )
    assert reasons(response.json["items"][0])["interest"]["label"] == "Animals"


def test_an_item_is_the_same_as_in_the_list_of_needs(client: FlaskClient, session: Session) -> None:
    starts = NOW + timedelta(days=5)
    need(session, positions=[HORNBAEK, TIKOEB], interests=["nature"], shifts=[shift(starts)])
    need(session, remote=True)
    session.commit()
    listed = {item["id"]: item for item in get(client, "/needs", **HOME, radius_m=20_000)["items"]}
    for item in matched(client, **HOME, max_distance_m=20_000):
        assert item.pop("score") >= 0
        assert item.pop("reasons") is not None
        assert item == listed.pop(item["id"])
    assert listed == {}


def test_a_home_by_name_is_as_good_as_its_position(client: FlaskClient, session: Session) -> None:
    need(session, towns=["tikoeb"])
    session.commit()
    by_name = matched(client, place="helsingoer", max_distance_m=20_000)
    assert by_name == matched(client, **HOME, max_distance_m=20_000)
    assert refused(client, place="atlantis") == {"place"}


def test_without_a_profile_there_are_still_needs(client: FlaskClient, session: Session) -> None:
    need(session, title="her")
    session.commit()
    [item] = matched(client)
    assert item["distance_m"] is None


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        ({"lat": 56.0}, "lon"),
        ({"lat": 56.0, "lon": 12.5, "place": "tikoeb"}, "place"),
        ({"limit": 101}, "limit"),
        ({"max_distance_m": 50_001}, "max_distance_m"),
        ({"availability": ["tue"]}, "availability.0"),
        ({"birth_year": 1}, "birth_year"),
        ({"available_from": "2027-04-01", "available_until": "2027-03-01"}, "available_until"),
        ({"cpr": "0101"}, "cpr"),
        ({"commitment": ["often"]}, "commitment.0"),
    ],
)
def test_a_wrong_field_is_named(client: FlaskClient, profile: dict[str, Any], field: str) -> None:
    assert refused(client, **profile) == {field}


GATES: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ({"minimum_age": 18}, {"birth_year": 2012}, {"birth_year": 2009}),
    ({"languages": ["da"]}, {"languages": ["en"]}, {"languages": ["en", "da"]}),
    ({"towns": ["tikoeb"]}, HOME | {"max_distance_m": 5000}, HOME | {"max_distance_m": 15_000}),
    ({"wanted": 2, "taken": 2}, {}, {}),
    ({"status": "paused"}, {}, {}),
    ({"open_until": NOW}, {}, {}),
    (
        {"until_day": datetime(2027, 4, 1).date()},  # noqa: DTZ001  # a day
        {"available_from": "2027-04-02"},
        {"available_from": "2027-04-01"},
    ),
    (
        {"from_day": datetime(2027, 5, 1).date()},  # noqa: DTZ001  # a day
        {"available_until": "2027-04-30"},
        {"available_until": "2027-05-01"},
    ),
    (
        {"shifts": [shift(NOW + timedelta(days=9))]},
        {"available_until": "2027-03-09"},
        {"available_until": "2027-03-10"},
    ),
    (
        {"shifts": [shift(NOW + timedelta(days=9))]},
        {"available_from": "2027-03-11"},
        {"available_from": "2027-03-10"},
    ),
    ({"shifts": [shift(NOW + timedelta(days=9), taken=4)]}, {}, {}),
    ({"shifts": [shift(NOW - timedelta(days=2)), shift(NOW - timedelta(days=1))]}, {}, {}),
    ({"step_free": False}, {"step_free": True}, {"step_free": False}),
]


@pytest.mark.parametrize(("values", "shut_out", "let_in"), GATES)
def test_a_gate_shuts_out_whom_it_concerns_and_nobody_else(
    client: FlaskClient,
    session: Session,
    values: dict[str, Any],
    shut_out: dict[str, Any],
    let_in: dict[str, Any],
) -> None:
    need(session, **values)
    session.commit()
    assert matched(client, **shut_out) == []
    assert len(matched(client, **let_in)) == (shut_out != let_in)


def test_what_is_done_from_home_is_never_too_far(client: FlaskClient, session: Session) -> None:
    need(session, remote=True)
    session.commit()
    [item] = matched(client, **HOME, max_distance_m=500)
    assert "remote" in reasons(item)


def test_a_shift_is_on_in_the_half_day_of_a_danish_clock(
    client: FlaskClient, session: Session
) -> None:
    """16:30 UTC is half past five in winter, half past six in summer: both times an evening."""
    for day in (datetime.fromisoformat("2027-03-09T16:30Z"), "2027-04-06T15:30Z"):
        moment = day if isinstance(day, datetime) else datetime.fromisoformat(day)
        need(session, shifts=[shift(moment)])
    session.commit()
    for item in matched(client, availability=["tue-evening"]):
        assert reasons(item)["availability"]["half_days"] == ["tue-evening"]


def test_skills_are_recognised_in_other_forms_and_inside_compounds(
    client: FlaskClient, session: Session
) -> None:
    need(session, title="Fodboldtræner søges")
    need(session, title="Kasserer", skills=["Foreningens regnskaber"])
    need(session, title="Maler", skills=["Penselføring"])
    session.commit()
    found = {item["title"]: reasons(item) for item in matched(client, skills=["fodbold"])}
    assert found["Fodboldtræner søges"]["skill"]["skill"] == "fodbold"
    assert titles(client, skills=["Regnskab", "fodbold"])[-1] == "Maler"
    [first, *_] = matched(client, skills=["god til regnskab"])
    assert first["title"] == "Kasserer"
    assert "skill" not in reasons(matched(client, skills=["god"])[0])


def test_equals_come_in_the_same_order_each_time(client: FlaskClient, session: Session) -> None:
    made = association(session)
    ids = sorted(str(need(session, of=made).id) for _ in range(5))
    session.commit()
    assert [item["id"] for item in matched(client, **HOME)] == ids
    assert [item["id"] for item in matched(client, **HOME, limit=2)] == ids[:2]


def contents(connection: Connection) -> dict[str, Any]:
    """Every table's rows, as one checksum each."""
    return {
        name: connection.scalar(
            text(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM \"{name}\" t")
        )
        for name in Base.metadata.tables
    }


def test_nothing_of_a_profile_is_stored_or_logged(
    client: FlaskClient,
    session: Session,
    connection: Connection,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    need(session)
    session.commit()
    before = contents(connection)
    caplog.set_level(logging.DEBUG)
    profile = HOME | {"skills": ["tryllekunster"], "birth_year": 1987, "interests": ["animals"]}
    response = client.post("/api/v1/matches", json=profile)
    assert len(response.json["items"]) == 1
    assert response.headers["Cache-Control"] == "private, no-store"
    assert contents(connection) == before
    said = caplog.text + "".join(capfd.readouterr())
    assert not any(told in said for told in ("tryllekunster", "1987", "56.03"))
