"""What makes many things at once has no id of its own: a key makes a retry the first request."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from at_once import at_once
from databases import NOW
from factories.associations import takes_part
from factories.needs import need
from factories.people import Browser, person, signed_in
from reading import API
from samspil.core.http import Application
from samspil.core.privacy import retire
from samspil.needs.models import Need, Shift
from samspil.people.models import Person

KEY = "Idempotency-Key"
MONDAYS = {
    "weekdays": ["mon"],
    "starts": "19:00",
    "ends": "21:00",
    "from": "2027-03-01",
    "until": "2027-03-31",
    "capacity": 2,
}
DAILY = MONDAYS | {
    "weekdays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    "from": "2027-03-02",
    "until": "2028-03-02",
}


def managed(session: Session, who: Person) -> Need:
    of = need(session)
    takes_part(session, who, of.association)
    session.commit()
    return of


@pytest.fixture
def runs_it(session: Session) -> Person:
    return person(session)


@pytest.fixture
def rota(session: Session, runs_it: Person) -> Need:
    return managed(session, runs_it)


@pytest.fixture
def manager(app: Application, runs_it: Person) -> Browser:
    return signed_in(app, runs_it)


def add(client: Browser, to: Any, status: int = 200, key: str | None = None, **sent: Any) -> Any:
    headers = None if key is None else {KEY: key}
    path = f"{API}/needs/{to}/shifts/weekly"
    answer = client.post(path, json=MONDAYS | sent, headers=headers)
    assert answer.status_code == status, answer.json
    return answer.json


def test_a_retry_key_gives_the_first_answer_for_a_day(
    session: Session, manager: Browser, runs_it: Person, rota: Need
) -> None:
    first = add(manager, rota.id, key="k-1")
    assert first["made"] == 5
    assert add(manager, rota.id, key="k-1") == first
    assert add(manager, rota.id)["made"] == 0
    assert KEY in add(manager, rota.id, 422, key="k-1", capacity=3)["errors"]
    for wrong in ("", "to ord", "x" * 201):
        add(manager, rota.id, 422, key=wrong)
    # Another route's key is another key.
    assert add(manager, managed(session, runs_it).id, key="k-1")["made"] == 5
    with time_machine.travel(NOW + timedelta(days=1, minutes=1), tick=False):
        assert add(signed_in(manager.application, runs_it), rota.id, key="k-1")["made"] == 0
        assert retire(session, NOW + timedelta(days=3))["answered_requests"] == 2


def test_what_failed_may_be_tried_again_with_its_key(
    session: Session, manager: Browser, rota: Need
) -> None:
    add(manager, rota.id, **DAILY)
    later = DAILY | {"starts": "08:00", "ends": "09:00"}
    add(manager, rota.id, 409, key="k-2", **later)
    session.execute(delete(Shift).where(Shift.need_id == rota.id))
    assert add(manager, rota.id, key="k-2", **later)["made"] == 367


def test_a_key_is_one_s_own(
    app: Application, session: Session, manager: Browser, rota: Need
) -> None:
    add(manager, rota.id, key="k-3")
    other = person(session)
    takes_part(session, other, rota.association)
    session.commit()
    assert add(signed_in(app, other), rota.id, key="k-3")["made"] == 0


def test_retries_in_parallel_are_one_request(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        who = person(session)
        of = need(session)
        takes_part(session, who, of.association)
        need_id = of.id
    client = signed_in(own_app, who)
    answers = at_once(*[lambda: add(client, need_id, key="from-the-bus")] * 8)
    assert [answer["made"] for answer in answers] == [5] * 8
    with own_app.database.writing() as session:
        kept = session.scalars(select(func.count()).where(Shift.need_id == need_id)).one()
        assert kept == 5
