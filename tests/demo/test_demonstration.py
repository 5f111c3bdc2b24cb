"""The demonstration: fictional, marked, complete, and the same every time."""

import dataclasses
import json
import re
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from shapely import prepare
from shapely.geometry import Point, shape
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from databases import BASE, NOW, Server
from reading import everything, get, points_of
from samspil.app import create_app
from samspil.associations.models import Association
from samspil.cli import main
from samspil.core.db import make_engine
from samspil.core.time import PARTS_OF_DAY, WEEKDAYS, local
from samspil.demo.load import DATA, load_demonstration
from samspil.needs.models import COMMITMENTS, Need, NeedPlace, Shift
from samspil.people.models import Interest
from samspil.places.models import Place
from samspil.premises.models import ACTIVITIES, FEATURES, Premises, Space

LIKE_A_CPR_NUMBER = re.compile(r"\b\d{6}-?\d{4}\b")  # what a CPR number looks like


def test_there_is_as_much_as_was_promised(demo_session: Session) -> None:
    def count(table: Any) -> int:
        return demo_session.scalar(select(func.count()).select_from(table)) or 0

    assert 110 <= count(Association) <= 135
    assert 55 <= count(Premises) <= 66
    assert 235 <= count(Need) <= 265
    assert count(Space) > count(Premises)
    assert count(Shift) > 60


def test_loading_it_a_second_time_changes_nothing(demo_session: Session, now: datetime) -> None:
    assert load_demonstration(demo_session, now) is None


def as_told(document: Any) -> str:
    """A document without the ids, which are new each time."""
    told = json.dumps(document, sort_keys=True, ensure_ascii=False)
    return re.sub(r"\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"", "id", told)


def test_it_is_the_same_every_time(server: Server, demo: FlaskClient, frontend: Any) -> None:
    name = server.clone(BASE)
    said = server.samspil(name, "load-demo")
    again = server.samspil(name, "load-demo")
    app = create_app(
        dataclasses.replace(
            server.settings(name), frontend_dir=frontend, public_url="https://samspil.example"
        )
    )
    other = app.test_client()
    assert said.startswith("demonstration: ")
    assert "nothing loaded" in again
    for path in ("/site", "/needs/facets"):
        assert get(demo, path) == get(other, path)
    for path in ("/associations", "/premises", "/needs"):
        mine, others = (sorted(map(as_told, everything(c, path))) for c in (demo, other))
        assert mine == others
    app.database.engine.dispose()
    server.drop(name)


def test_production_refuses_it(server: Server) -> None:
    name = server.clone(BASE)
    settings = server.settings(name)
    refused = CliRunner().invoke(
        main,
        ["load-demo"],
        env={
            "SAMSPIL_ENV": "production",
            "SAMSPIL_DATABASE_URL": settings.database_url,
            "SAMSPIL_OWNER_DATABASE_URL": settings.owner_database_url,
        },
    )
    assert refused.exit_code == 1
    assert "production" in refused.output
    engine = make_engine(settings.database_url)
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Association)) == 0
    engine.dispose()
    server.drop(name)


@pytest.mark.parametrize("path", ["/needs", "/associations", "/premises"])
def test_everything_is_marked_as_demonstration(demo: FlaskClient, path: str) -> None:
    assert all(item["demo"] for item in everything(demo, path))


@pytest.mark.parametrize("path", ["/needs", "/associations", "/premises"])
def test_every_point_lies_in_the_municipality(demo: FlaskClient, path: str) -> None:
    # Piers and harbour moles lie outside the coarse outline by up to a hundred metres.
    outline = shape(get(demo, "/outline")["geometry"]).buffer(0.0015)
    prepare(outline)
    outside = [
        (item.get("title") or item["name"], point)
        for item in everything(demo, path)
        for point in points_of(item)
        if not outline.contains(Point(point[1], point[0]))
    ]
    assert outside == []


def test_every_town_and_every_interest_has_something(demo_session: Session) -> None:
    towns = set(demo_session.scalars(select(Place.slug).where(Place.kind.in_(["town", "village"]))))
    with_needs = set(
        demo_session.scalars(select(Place.slug).join(NeedPlace, NeedPlace.place_id == Place.id))
    )
    assert towns <= with_needs
    interests = set(demo_session.scalars(select(Interest.slug)))
    for table in (Need, Association):
        used = Counter(
            slug for slugs in demo_session.scalars(select(table.interests)) for slug in slugs
        )
        assert used.keys() == interests
    assert (
        min(
            Counter(
                s for slugs in demo_session.scalars(select(Need.interests)) for s in slugs
            ).values()
        )
        >= 5
    )


def test_every_choice_of_the_filters_finds_something(demo: FlaskClient) -> None:
    for facet, lines in get(demo, "/needs/facets").items():
        for line in lines:
            assert line["count"] > 0, f"{facet}={line['value']}"
    for weekday in WEEKDAYS:
        for part in PARTS_OF_DAY:
            assert get(demo, "/needs", weekday=weekday, part_of_day=part, limit=1)["items"]
    for commitment in COMMITMENTS:
        assert get(demo, "/needs", commitment=commitment, limit=1)["items"]
    for activity in ACTIVITIES:
        assert get(demo, "/premises", activity=activity, limit=1)["items"], activity
    for feature in FEATURES:
        assert get(demo, "/premises", feature=feature, limit=1)["items"], feature


def test_everything_that_is_dated_lies_ahead_but_for_one_day(
    demo_session: Session,
) -> None:
    today = local(NOW).date()
    for row in demo_session.scalars(select(Need)):
        assert row.published_at is not None
        assert row.published_at <= NOW
        assert row.open_until is not None
        assert row.open_until > NOW
        assert row.deadline is None or row.deadline > today
        assert row.taken <= row.wanted
    past = 0
    for slot in demo_session.scalars(select(Shift)):
        past += slot.starts_at <= NOW
        assert slot.starts_at < slot.ends_at <= slot.starts_at + timedelta(hours=14)
        assert slot.taken <= slot.capacity
    assert past == 1


def test_a_need_that_happens_once_has_its_dates(demo_session: Session) -> None:
    dated = set(demo_session.scalars(select(Shift.need_id)))
    for row in demo_session.scalars(select(Need)):
        if row.commitment == "once":
            assert row.id in dated, row.title
        assert bool(row.pattern) == (row.commitment == "recurring"), row.title


def test_texts_are_of_a_length_to_read_on_a_phone(demo_session: Session) -> None:
    for row in demo_session.scalars(select(Need)):
        assert 5 <= len(row.title) <= 60, row.title
        assert 20 <= len(row.summary) <= 160, row.title
        assert 40 <= len(row.description.split()) <= 170, row.title
        assert 1 <= len(row.tasks) <= 5, row.title
        assert len(row.requirements) <= 3, row.title
    for owner in demo_session.scalars(select(Association)):
        assert len(owner.name) <= 60
        assert 20 <= len(owner.summary) <= 160, owner.name
        assert len(owner.purpose.split()) >= 25, owner.name
    for house in demo_session.scalars(select(Premises)):
        assert 20 <= len(house.summary) <= 160, house.name
        assert house.description, house.name


def test_no_two_things_have_the_same_name(demo_session: Session) -> None:
    for names in (
        select(Need.title),
        select(Need.summary),
        select(Need.description),
        select(Association.name),
        select(Association.summary),
        select(Premises.name),
    ):
        counted = Counter(demo_session.scalars(names))
        assert [name for name, times in counted.items() if times > 1] == []


def test_nobody_real_can_be_written_to(demo_session: Session) -> None:
    contacts = [
        *demo_session.scalars(select(Association.contact)),
        *demo_session.scalars(select(Premises.contact)),
        *filter(None, demo_session.scalars(select(Need.contact))),
    ]
    for contact in contacts:
        assert contact["email"] is None or contact["email"].endswith("demo.example")
        assert contact["phone"] is None
    websites = set(demo_session.scalars(select(Association.website)))
    assert all(site is None or ".example" in site for site in websites)
    assert set(demo_session.scalars(select(Association.cvr))) == {None}


def test_the_files_hold_no_dates_and_nothing_like_a_cpr_number() -> None:
    for file in DATA.glob("*.json"):
        content = file.read_text(encoding="utf-8")
        assert not re.search(r"\b20\d\d-\d\d-\d\d\b", content), file.name
        assert not LIKE_A_CPR_NUMBER.search(content), file.name
        assert "�" not in content
        assert not re.search(r"lorem|ipsum|todo|xxx", content, re.IGNORECASE), file.name


def test_positions_differ_unless_the_venue_is_the_same(demo: FlaskClient) -> None:
    exact = [item for item in everything(demo, "/premises") if item["position_accuracy"] == "exact"]
    spots = Counter(point for item in exact for point in points_of(item))
    assert max(spots.values()) == 1


def test_a_hall_that_can_be_divided_is_made_of_its_halves(demo: FlaskClient) -> None:
    divided = 0
    for item in everything(demo, "/premises"):
        rooms = get(demo, f"/premises/{item['slug']}")["spaces"]
        parts = {part for room in rooms for part in room["parts"]}
        for room in rooms:
            assert room["parts"], room["name"]
            if len(room["parts"]) > 1:
                divided += 1
                assert set(room["parts"]) <= parts
                halves = [
                    r for r in rooms if len(r["parts"]) == 1 and r["parts"][0] in room["parts"]
                ]
                assert all(half["capacity"] <= room["capacity"] for half in halves)
    assert divided >= 3


def test_every_building_is_open_at_some_time(demo: FlaskClient) -> None:
    for item in everything(demo, "/premises"):
        assert get(demo, f"/premises/{item['slug']}")["opening_hours"], item["name"]
