"""Rooms that fit: large enough, suited, accessible, open."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.premises import premises, space
from reading import everything, get, titles


@pytest.fixture
def houses(session: Session) -> None:
    """A school with a small and a large room, and a hall that anybody can enter."""
    premises(
        session,
        name="Skolen",
        spaces=[
            space("Klasse", capacity=25, activities=["meetings"], features=["hearing_loop"]),
            space("Aula", capacity=200, activities=["theatre", "music"]),
        ],
        open_on=[("mon", "16:00", "22:00"), ("tue", "08:00", "12:00"), ("tue", "13:00", "21:00")],
    )
    premises(
        session,
        name="Hallen",
        features=["step_free", "lift"],
        spaces=[
            space("Bane", capacity=100, activities=["badminton", "ball_games"]),
            space("Mødelokale", capacity=12, activities=["meetings"], features=["hearing_loop"]),
        ],
        open_on=[("sat", "08:00", "20:00"), ("sun", "00:00", "06:00")],
    )
    session.commit()


CHOICES: list[tuple[dict[str, Any], dict[str, list[str]]]] = [
    ({}, {"Hallen": ["Bane", "Mødelokale"], "Skolen": ["Klasse", "Aula"]}),
    ({"persons": 13}, {"Hallen": ["Bane"], "Skolen": ["Klasse", "Aula"]}),
    ({"persons": 200}, {"Skolen": ["Aula"]}),
    ({"persons": 201}, {}),
    ({"activity": "meetings"}, {"Hallen": ["Mødelokale"], "Skolen": ["Klasse"]}),
    ({"activity": ["music", "badminton"]}, {"Hallen": ["Bane"], "Skolen": ["Aula"]}),
    ({"feature": "step_free"}, {"Hallen": ["Bane", "Mødelokale"]}),
    ({"feature": "hearing_loop"}, {"Hallen": ["Mødelokale"], "Skolen": ["Klasse"]}),
    ({"feature": ["step_free", "hearing_loop"]}, {"Hallen": ["Mødelokale"]}),
    ({"feature": ["step_free", "low_vision"]}, {}),
    ({"persons": 13, "feature": ["step_free", "hearing_loop"]}, {}),
    ({"activity": "badminton", "persons": 25, "feature": "lift"}, {"Hallen": ["Bane"]}),
    ({"q": "aula"}, {"Skolen": ["Klasse", "Aula"]}),
]


@pytest.mark.parametrize(
    ("chosen", "expected"), CHOICES, ids=[str(chosen) for chosen, _ in CHOICES]
)
@pytest.mark.parametrize("where", [{}, {"place": "helsingoer"}], ids=["anywhere", "near"])
@pytest.mark.usefixtures("houses")
def test_one_and_the_same_room_must_fit(
    client: FlaskClient, where: dict[str, str], chosen: Any, expected: dict[str, list[str]]
) -> None:
    found = everything(client, "/premises", **chosen, **where)
    rooms = {item["name"]: [room["name"] for room in item["spaces"]] for item in found}
    assert rooms == expected
    counted = get(client, "/premises", with_total="true", limit=1, **chosen, **where)
    assert counted["total"] == len(expected)


# The changes between summer and winter time of 2027 are on 28 March and 31 October.
HOURS = [
    ("2027-03-01T16:00:00+01:00", "2027-03-01T22:00:00+01:00", {"Skolen"}),
    ("2027-03-01T15:59:00+01:00", "2027-03-01T18:00:00+01:00", set()),
    ("2027-03-01T18:00:00+01:00", "2027-03-01T22:01:00+01:00", set()),
    ("2027-03-02T09:00:00+01:00", "2027-03-02T12:00:00+01:00", {"Skolen"}),
    ("2027-03-02T11:00:00+01:00", "2027-03-02T14:00:00+01:00", set()),  # closed in between
    ("2027-03-03T10:00:00+01:00", "2027-03-03T11:00:00+01:00", set()),
    ("2027-03-06T08:00:00+01:00", "2027-03-06T20:00:00+01:00", {"Hallen"}),
    ("2027-03-01T15:00:00Z", "2027-03-01T21:00:00Z", {"Skolen"}),
    ("2027-03-01T10:00:00-05:00", "2027-03-01T16:00:00-05:00", {"Skolen"}),
    ("2027-03-29T14:00:00Z", "2027-03-29T20:00:00Z", {"Skolen"}),
    ("2027-03-29T15:00:00Z", "2027-03-29T21:00:00Z", set()),
    ("2027-10-25T14:00:00Z", "2027-10-25T20:00:00Z", {"Skolen"}),
    ("2027-11-01T15:00:00Z", "2027-11-01T21:00:00Z", {"Skolen"}),
    # the night when 2 o'clock becomes 3
    ("2027-03-28T00:00:00+01:00", "2027-03-28T06:00:00+02:00", {"Hallen"}),
    ("2027-03-28T00:00:00+01:00", "2027-03-28T06:00:00+01:00", set()),
    # the night when 3 o'clock becomes 2
    ("2027-10-31T00:00:00+02:00", "2027-10-31T06:00:00+01:00", {"Hallen"}),
    ("2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00", {"Hallen"}),
    # past midnight nothing is open
    ("2027-03-06T19:00:00+01:00", "2027-03-07T01:00:00+01:00", set()),
]


@pytest.mark.parametrize(("starts", "ends", "expected"), HOURS)
@pytest.mark.usefixtures("houses")
def test_opening_hours_are_those_of_a_danish_clock(
    client: FlaskClient, starts: str, ends: str, expected: set[str]
) -> None:
    assert titles(client, "/premises", starts_at=starts, ends_at=ends) == expected


def test_premises_without_a_spot_stand_at_their_town_and_say_so(
    client: FlaskClient, session: Session
) -> None:
    premises(session, name="Uden", slug="uden", town="hornbaek")
    premises(session, name="Med", slug="med", town="hornbaek", position=(56.0879, 12.4602))
    session.commit()
    assert get(client, "/premises/uden")["position_accuracy"] == "town"
    assert get(client, "/premises/uden")["position"]["coordinates"] == [12.4569, 56.0903]
    assert get(client, "/premises/med")["position_accuracy"] == "exact"


def test_a_building_is_shown_with_rooms_parts_and_hours(
    client: FlaskClient, session: Session
) -> None:
    halves = ["Nord", "Syd"]
    premises(
        session,
        slug="hallen",
        spaces=[
            space("Hallen", capacity=300, parts=halves, equipment=["Mål"], area_m2=800),
            space("Nordlig halvdel", capacity=150, parts=["Nord"]),
            space("Sydlig halvdel", capacity=150, parts=["Syd"]),
        ],
        open_on=[("tue", "13:00", "21:30"), ("mon", "08:00", "22:00"), ("tue", "08:00", "12:00")],
        description="**Stor** <script>alert(1)</script>",
    )
    session.commit()
    house = get(client, "/premises/hallen")
    assert [(room["name"], room["parts"]) for room in house["spaces"]] == [
        ("Hallen", halves),
        ("Nordlig halvdel", ["Nord"]),
        ("Sydlig halvdel", ["Syd"]),
    ]
    assert house["spaces"][0]["equipment"] == ["Mål"]
    assert house["opening_hours"] == [
        {"weekday": "mon", "opens": "08:00", "closes": "22:00"},
        {"weekday": "tue", "opens": "08:00", "closes": "12:00"},
        {"weekday": "tue", "opens": "13:00", "closes": "21:30"},
    ]
    assert "<strong>Stor</strong>" in house["description_html"]
    assert "<script" not in house["description_html"]


def test_premises_stand_in_danish_order_without_a_position(
    client: FlaskClient, session: Session
) -> None:
    for name in ("Ål", "Ørn", "Zebra", "Ærø", "Aarhus", "abe", "Ø", "Bager", "Å"):
        premises(session, name=name)
    session.commit()
    listed = [item["name"] for item in everything(client, "/premises")]
    assert listed == ["abe", "Bager", "Zebra", "Ærø", "Ø", "Ørn", "Å", "Ål", "Aarhus"]
