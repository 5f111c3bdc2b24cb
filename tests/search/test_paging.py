"""Paging by cursor: nothing twice, nothing lost, whatever comes and goes meanwhile."""

import base64
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
import time_machine
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from databases import BASE, InOneTransaction, Server, app_on
from factories.associations import association
from factories.needs import copy, need, shift
from factories.premises import premises
from profiles import tries
from reading import API, everything, get
from samspil.core.http import Application
from samspil.needs.models import Need, Shift

WEST, SOUTH, EAST, NORTH = 12.40, 55.98, 12.62, 56.09
CROWD = {"needs": 1000, "associations": 120, "premises": 60}
HERE = {"lat": 56.03, "lon": 12.55, "radius_m": 50_000}
WALKS = {
    "needs near": ("/needs", HERE),
    "needs by date": ("/needs", {}),
    "associations near": ("/associations", HERE),
    "associations by name": ("/associations", {}),
    "premises near": ("/premises", HERE),
    "premises by name": ("/premises", {}),
    "everything near": ("/discover", HERE),
    "everything by date": ("/discover", {}),
    "needs near by words": ("/needs", {**HERE, "q": "opgave"}),
    "needs by words and date": ("/needs", {"q": "opgave"}),
    "associations near by words": ("/associations", {**HERE, "q": "opgave"}),
    "associations by words and name": ("/associations", {"q": "opgave"}),
    "premises by words and name": ("/premises", {"q": "opgave"}),
    "everything near by words": ("/discover", {**HERE, "q": "opgave"}),
    "everything by words and date": ("/discover", {"q": "opgave"}),
}


def somewhere(chance: random.Random) -> tuple[float, float]:
    """A position on a coarse raster, so that many distances are equal."""
    return (
        round(chance.uniform(SOUTH, NORTH), 2),
        round(chance.uniform(WEST, EAST), 2),
    )


@pytest.fixture(scope="module")
def crowded_app(server: Server, frontend: Path) -> Iterator[Application]:
    """A thousand needs with a hundred associations and sixty premises, some on one spot."""
    app = app_on(server, BASE, frontend)
    name = app.database.engine.url.database or ""
    fill(app)
    server.analyze(name)
    yield app
    app.database.engine.dispose()
    server.drop(name)


def fill(app: Application) -> None:
    chance = random.Random(4)
    start = datetime.fromisoformat("2027-03-02T10:00:00+01:00")
    with app.database.writing.begin() as session:
        owners = [
            association(session, name=chance.choice("ABÆØÅ") * 3, position=somewhere(chance))
            for _ in range(CROWD["associations"])
        ]
        model = need(session, of=owners[0], positions=[somewhere(chance)], title="Opgave")
        for number in range(CROWD["needs"] - 1):
            copied = copy(
                session,
                model,
                somewhere(chance),
                association_id=chance.choice(owners).id,
                title=f"Opgave {number}",
                published_at=start - timedelta(days=chance.randrange(1, 90)),
                **({"positions": None, "position_accuracy": None} if number % 10 == 0 else {}),
            )
            if number % 3 == 0:
                starts = start + timedelta(hours=chance.randrange(40))
                session.add(Shift(need_id=copied, **shift(starts)))
        for _ in range(CROWD["premises"]):
            premises(session, name=chance.choice("ABÆØÅ") * 3, position=somewhere(chance))
        for table in CROWD:
            # One word in all of them, in any field.
            session.execute(
                text(
                    f"UPDATE {table} SET search = cast("
                    "'opgave:1' || substr('ABCD', 1 + abs(hashtext(id::text)) % 4, 1) AS tsvector)"
                )
            )


@pytest.fixture
def crowd(crowded_app: Application, monkeypatch: pytest.MonkeyPatch) -> Iterator[InOneTransaction]:
    """All of them, in a transaction of the test's own."""
    with crowded_app.database.engine.connect() as connection, connection.begin() as transaction:
        database = InOneTransaction(connection)
        monkeypatch.setattr(crowded_app, "database", database)
        yield database
        transaction.rollback()


@pytest.fixture
def reader(
    crowded_app: Application,
    crowd: InOneTransaction,  # noqa: ARG001  # the application reads in it
    now: datetime,  # noqa: ARG001  # the clock stands still
) -> FlaskClient:
    """A reader of the crowd."""
    return crowded_app.test_client()


def add_one_of_each(session: Session, chance: random.Random) -> set[str]:
    """Rows that come between two pages, anywhere in the order; returns their ids."""
    owner = association(session, name=chance.choice("ABÆØÅ") * 3, position=somewhere(chance))
    soon = datetime.fromisoformat("2027-03-02T12:00:00+01:00")
    new = [
        owner,
        need(session, of=owner, positions=[somewhere(chance)]),
        need(session, of=owner, positions=[somewhere(chance)], title="Ny opgave"),
        need(session, of=owner, positions=[somewhere(chance)], summary="Endnu en opgave"),
        need(session, of=owner, positions=[somewhere(chance)], shifts=[shift(soon)]),
        need(session, of=owner, remote=True),
        premises(session, name=chance.choice("ABÆØÅ") * 3, position=somewhere(chance)),
    ]
    session.commit()
    return {str(row.id) for row in new}


@pytest.mark.parametrize("walk", WALKS)
def test_rows_that_come_between_pages_neither_repeat_nor_hide_others(
    reader: FlaskClient, crowd: InOneTransaction, walk: str
) -> None:
    path, search = WALKS[walk]
    there = [item["id"] for item in everything(reader, path, **search)]
    assert len(there) == len(set(there))
    chance = random.Random(walk)
    came: set[str] = set()
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = get(reader, path, limit=83, **search, **cursor)
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
        with crowd.writing() as session:
            came |= add_one_of_each(session, chance)
    assert len(seen) == len(set(seen)), "nothing twice"
    assert [row for row in seen if row not in came] == there, "nothing lost, the order kept"


@pytest.mark.parametrize(
    "walk",
    [
        *("needs near", "needs by date", "everything near"),
        *("needs near by words", "needs by words and date", "everything near by words"),
    ],
)
def test_rows_that_go_between_pages_take_no_others_with_them(
    reader: FlaskClient, crowd: InOneTransaction, walk: str
) -> None:
    path, search = WALKS[walk]
    there = [item["id"] for item in everything(reader, path, **search)]
    chance = random.Random(walk)
    gone: set[str] = set()
    seen: list[str] = []
    with crowd.writing() as session:
        cursor: dict[str, str] = {}
        while True:
            page = get(reader, path, limit=50, **search, **cursor)
            seen += [item["id"] for item in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = {"cursor": page["next_cursor"]}
            # Also the very row that the next page begins after.
            for row in {seen[-1], *chance.sample(there, 5)}:
                leaving = session.get(Need, row)
                if leaving is not None:
                    leaving.status = "closed"
                    gone.add(row)
            session.commit()
        for row in gone:
            session.get_one(Need, row).status = "published"
        session.commit()
    assert len(seen) == len(set(seen))
    assert [row for row in there if row not in gone or row in seen] == seen


def test_the_whole_result_is_a_thousand(reader: FlaskClient) -> None:
    for path, count in CROWD.items():
        assert get(reader, f"/{path}", with_total="true")["total"] >= count
    assert get(reader, "/discover", with_total="true")["total"] >= sum(CROWD.values())


def test_a_page_is_the_same_whatever_the_size(reader: FlaskClient) -> None:
    for path, search in WALKS.values():
        everyone = [item["id"] for item in everything(reader, path, **search)]
        small: list[str] = []
        cursor: dict[str, str] = {}
        for _ in range(10):
            page = get(reader, path, limit=7, **search, **cursor)
            small += [item["id"] for item in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = {"cursor": page["next_cursor"]}
        assert small == everyone[: len(small)]


def test_paging_by_date_keeps_to_the_moment_it_began(reader: FlaskClient) -> None:
    """A shift that begins between two pages must not move its need past the reader."""
    there = [item["id"] for item in everything(reader, "/needs")]
    seen: list[str] = []
    cursor: dict[str, str] = {}
    moment = datetime.fromisoformat("2027-03-01T10:00:00+01:00")
    while True:
        with time_machine.travel(moment, tick=False):
            page = get(reader, "/needs", limit=50, **cursor)
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
        moment += timedelta(hours=1)
    assert len(seen) == len(set(seen))
    assert set(seen) <= set(there)
    assert [row for row in there if row in set(seen)] == seen


# Cursors are not to be trusted

PATHS = ("/needs", "/associations", "/premises", "/discover")


def refused(client: FlaskClient, path: str, search: dict[str, Any]) -> None:
    response = client.get(API + path, query_string=search)
    assert response.status_code == 422, response.text
    assert list(response.json["errors"]) == ["cursor"]


@pytest.mark.parametrize("path", PATHS)
def test_a_cursor_of_another_search_is_refused(demo: FlaskClient, path: str) -> None:
    near = {"place": "helsingoer", "radius_m": 9000}
    cursor = get(demo, path, limit=1, **near)["next_cursor"]
    for other in ({}, {"place": "hornbaek"}, near | {"radius_m": 9001}, near | {"q": "a"}):
        refused(demo, path, {**other, "cursor": cursor})
    for other_path in PATHS:
        if other_path != path:
            response = demo.get(API + other_path, query_string={**near, "cursor": cursor})
            assert response.status_code in {200, 422}
    assert get(demo, path, **near, cursor=cursor, limit=7, with_total="true")["items"]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [
            *("", "\x00", "nan", "inf", "-1", "1e309", "0", "1"),
            *("2027-03-01T10:00:00+01:00", "2027-03-01", "0001-01-01T00:00:00Z", "9999-12-31"),
            *("00000000000000000000000000000000", "01890a5d-ac96-774b-bcce-b302099a8057"),
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=6,
)


@settings(
    max_examples=tries(40, 1000),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(
    path=st.sampled_from(PATHS),
    near=st.booleans(),
    words=st.booleans(),
    key=st.lists(JSON, max_size=5),
    data=st.data(),
)
def test_a_forged_cursor_is_refused_or_answered_and_never_breaks(
    demo: FlaskClient, path: str, near: bool, words: bool, key: list[Any], data: st.DataObject
) -> None:
    """The forger knows the format: the fingerprint is a real one's, only the key is made up."""
    # Words that all four lists have more than one of.
    search = ({"place": "helsingoer"} if near else {}) | ({"q": "helsingør"} if words else {})
    genuine = get(demo, path, limit=1, **search)["next_cursor"]
    fingerprint, *real_key = orjson.loads(base64.urlsafe_b64decode(genuine + "=="))
    if data.draw(st.booleans()):  # change only a part of a real one
        forged = list(real_key)
        forged[data.draw(st.integers(0, len(forged) - 1))] = data.draw(JSON)
    else:
        forged = key
    cursor = base64.urlsafe_b64encode(orjson.dumps([fingerprint, *forged])).decode().rstrip("=")
    if len(cursor) > 500:
        return
    response = demo.get(API + path, query_string={**search, "cursor": cursor})
    assert response.status_code in {200, 422}, response.text
    if response.status_code == 422:
        assert list(response.json["errors"]) == ["cursor"]


@settings(
    max_examples=tries(15, 250),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(path=st.sampled_from(PATHS), cursor=st.text(min_size=1, max_size=40))
def test_nonsense_is_no_cursor(demo: FlaskClient, path: str, cursor: str) -> None:
    refused(demo, path, {"cursor": cursor.encode("utf-8", "replace")})
