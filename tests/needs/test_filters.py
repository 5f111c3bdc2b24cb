"""Filters: OR within one, AND across; facets count what choosing would find."""

import itertools
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need, shift, weekly
from reading import API, everything, get, titles
from samspil.core.time import COPENHAGEN


@pytest.fixture
def needs(session: Session) -> None:
    """Needs that differ in one thing each."""
    runners, gardeners = (
        association(session, slug=slug, name=slug) for slug in ("loeberne", "gartnerne")
    )
    tuesday = datetime(2027, 3, 9, 18, 0, tzinfo=COPENHAGEN)
    need(session, of=runners, title="løb", interests=["sport"], pattern=[weekly("tue", "18:00")])
    need(
        session,
        of=runners,
        title="løb og natur",
        interests=["sport", "nature"],
        pattern=[weekly("tue", "09:00"), weekly("thu", "19:00")],
        step_free=True,
    )
    need(session, of=gardeners, title="have", interests=["nature"], step_free=False)
    need(session, of=gardeners, title="høst", interests=["nature"], shifts=[shift(tuesday)])
    session.commit()


ALL = {"løb", "løb og natur", "have", "høst"}
CHOICES: list[tuple[Mapping[str, Any], set[str]]] = [
    ({}, ALL),
    ({"interest": "sport"}, {"løb", "løb og natur"}),
    ({"interest": ["sport", "nature"]}, ALL),
    ({"interest": ["sport", "sport"]}, {"løb", "løb og natur"}),
    ({"interest": "digital"}, set()),
    ({"interest": "no-such-interest"}, set()),
    ({"weekday": "tue"}, {"løb", "løb og natur", "høst"}),
    ({"weekday": ["thu", "sun"]}, {"løb og natur"}),
    ({"part_of_day": "evening"}, {"løb", "løb og natur", "høst"}),
    ({"part_of_day": "morning"}, {"løb og natur"}),
    ({"weekday": "tue", "part_of_day": "evening"}, {"løb", "høst"}),
    ({"weekday": "thu", "part_of_day": "morning"}, set()),
    ({"weekday": ["tue", "thu"], "part_of_day": ["morning", "evening"]}, ALL - {"have"}),
    ({"commitment": "once"}, {"høst"}),
    ({"commitment": ["once", "ongoing"]}, {"høst", "have"}),
    ({"association": "loeberne"}, {"løb", "løb og natur"}),
    ({"association": "no-such"}, set()),
    ({"step_free": "true"}, {"løb og natur"}),
    ({"step_free": "false"}, {"have"}),
    ({"interest": "nature", "commitment": "recurring"}, {"løb og natur"}),
    ({"interest": "sport", "association": "gartnerne"}, set()),
    ({"q": "løb", "weekday": "thu"}, {"løb og natur"}),
]


@pytest.mark.parametrize(
    ("chosen", "expected"), CHOICES, ids=[str(chosen) for chosen, _ in CHOICES]
)
@pytest.mark.parametrize("where", [{}, {"place": "helsingoer"}], ids=["anywhere", "near"])
@pytest.mark.usefixtures("needs")
def test_filters_are_or_within_and_and_across(
    client: FlaskClient, where: dict[str, str], chosen: Mapping[str, Any], expected: set[str]
) -> None:
    assert titles(client, **chosen, **where) == expected
    assert get(client, "/needs", with_total="true", **chosen, **where)["total"] == len(expected)


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("00:00", "morning"),
        ("11:59", "morning"),
        ("12:00", "afternoon"),
        ("16:59", "afternoon"),
        ("17:00", "evening"),
        ("22:59", "evening"),
    ],
)
def test_the_parts_of_the_day_begin_at_noon_and_at_five(
    client: FlaskClient, session: Session, clock: str, part: str
) -> None:
    need(session, pattern=[weekly("wed", clock)])
    session.commit()
    [item] = get(client, "/needs", weekday="wed", part_of_day=part)["items"]
    assert item["when"]["weekdays"] == ["wed"]
    assert item["when"]["parts_of_day"] == [part]


def test_a_shift_belongs_to_the_weekday_of_a_danish_clock(
    client: FlaskClient, session: Session
) -> None:
    just_after_midnight = datetime.fromisoformat("2027-03-09T23:30:00+00:00")
    need(session, shifts=[shift(just_after_midnight)])
    session.commit()
    [item] = get(client, "/needs", weekday="wed", part_of_day="morning")["items"]
    assert item["when"]["next"]["starts_at"] == "2027-03-10T00:30:00+01:00"


def test_past_shifts_are_neither_next_nor_shown(
    client: FlaskClient, session: Session, now: datetime
) -> None:
    hour = timedelta(hours=1)
    made = need(session, shifts=[shift(now + n * hour) for n in (72, -48, 24, 0)])
    session.commit()
    shown = get(client, f"/needs/{made.id}")
    assert [s["starts_at"] for s in shown["shifts"]] == [
        "2027-03-02T10:00:00+01:00",
        "2027-03-04T10:00:00+01:00",
    ]
    assert shown["when"]["next"]["starts_at"] == shown["shifts"][0]["starts_at"]


FACETS = ("interest", "weekday", "part_of_day", "commitment", "remote")
SEARCHES: list[dict[str, Any]] = [
    {},
    {"place": "hornbaek", "radius_m": 6000},
    {"place": "tikoeb", "remote": "exclude", "interest": ["nature", "sport"]},
    {"weekday": ["tue", "thu"], "part_of_day": "evening"},
    {"part_of_day": ["morning", "afternoon"], "commitment": "recurring", "remote": "include"},
    {"q": "børn", "interest": "sport", "weekday": "sat"},
    {"lat": 56.0361, "lon": 12.6136, "radius_m": 3000, "commitment": ["once", "ongoing"]},
    {"remote": "only"},
    {"step_free": "true", "interest": ["care", "food"], "commitment": "ongoing", "remote": "only"},
]


@pytest.mark.parametrize("search", SEARCHES, ids=str)
def test_a_facet_counts_what_choosing_it_would_find(
    demo: FlaskClient, search: dict[str, Any]
) -> None:
    counted = get(demo, "/needs/facets", **search)
    assert list(counted) == list(FACETS)
    for facet, line in ((f, line) for f in FACETS for line in counted[f]):
        value = {"true": "only", "false": "exclude"}.get(line["value"], line["value"])
        chosen = search | {facet: value}
        found = get(demo, "/needs", **chosen, with_total="true", limit=1)
        assert line["count"] == found["total"], f"{facet}={value}"


def test_facets_name_every_value_in_the_readers_language(demo: FlaskClient) -> None:
    danish = get(demo, "/needs/facets", q="findes-slet-ikke")
    english = demo.get(
        f"{API}/needs/facets?q=findes-slet-ikke", headers={"Accept-Language": "en"}
    ).json
    assert {facet: len(lines) for facet, lines in danish.items()} == {
        "interest": 15,
        "weekday": 7,
        "part_of_day": 3,
        "commitment": 3,
        "remote": 2,
    }
    assert all(line["count"] == 0 for lines in danish.values() for line in lines)
    assert danish["weekday"][0] == {"value": "mon", "label": "mandag", "count": 0}
    assert english["weekday"][0] == {"value": "mon", "label": "Monday", "count": 0}


@pytest.mark.parametrize("search", SEARCHES, ids=str)
def test_the_total_is_what_paging_finds(demo: FlaskClient, search: dict[str, Any]) -> None:
    total = get(demo, "/needs", **search, with_total="true", limit=1)["total"]
    assert total == len(everything(demo, "/needs", **search))


def test_the_total_stays_on_later_pages_even_past_the_end(
    client: FlaskClient, session: Session
) -> None:
    owner = association(session)
    made = [need(session, of=owner, positions=[(56.03 + n / 1000, 12.6)]) for n in range(3)]
    session.commit()
    first = get(client, "/needs", place="helsingoer", limit=2, with_total="true")
    assert first["total"] == 3
    last = get(client, "/needs", place="helsingoer", cursor=first["next_cursor"], with_total="true")
    assert (len(last["items"]), last["total"]) == (1, 3)
    for gone in made:
        if str(gone.id) == last["items"][0]["id"]:
            gone.status = "closed"
    session.commit()
    past = get(client, "/needs", place="helsingoer", cursor=first["next_cursor"], with_total="true")
    assert (past["items"], past["total"]) == ([], 2)


def test_weekday_and_part_of_day_speak_of_the_same_slot(demo: FlaskClient) -> None:
    days, parts = ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), ("morning", "afternoon")
    for weekday, part in itertools.product(days, parts):
        for item in everything(demo, "/needs", weekday=weekday, part_of_day=part):
            assert weekday in item["when"]["weekdays"]
            assert part in item["when"]["parts_of_day"]
