"""The crowd once more, through the web server as it runs for real: processes, pools, sockets."""

import time as clock
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from at_once import at_once
from databases import BASE, Server
from factories.needs import need
from factories.people import person
from reading import API
from samspil.core import time
from samspil.needs.models import Need
from samspil.people.sessions import begin_session
from serving import Served, served

CROWD = 200
PLACES = 5


@pytest.fixture
def site(server: Server, frontend: Path) -> Iterator[Served]:
    with served(server, BASE, frontend) as running:
        yield running


def test_two_hundred_at_once_get_five_places_and_a_line_without_gaps(
    site: Served, record_property: Callable[[str, object], None]
) -> None:
    app = site.app
    with app.database.writing() as session, app.app_context():
        need_id = need(session, wanted=PLACES).id
        people = [person(session) for _ in range(CROWD)]
        session.commit()
        tokens = [begin_session(session, one.id, time.now()).access for one in people]
        session.commit()

    def sign_up(token: str) -> requests.Response:
        return requests.post(
            f"{site.address}{API}/needs/{need_id}/signups",
            json={},
            headers={"Authorization": f"Bearer {token}"},
            timeout=60,
        )

    begun = clock.perf_counter()
    answers = at_once(*[lambda t=t: sign_up(t) for t in tokens])
    record_property("seconds", clock.perf_counter() - begun)
    print(f"{CROWD} sign-ups over HTTP: {clock.perf_counter() - begun:.2f} s")  # noqa: T201
    assert Counter(answer.status_code for answer in answers) == {201: CROWD}
    made = [answer.json() for answer in answers]
    assert Counter(one["status"] for one in made) == {
        "accepted": PLACES,
        "waitlisted": CROWD - PLACES,
    }
    lines = sorted(one["position_in_line"] for one in made if one["position_in_line"])
    assert lines == list(range(1, CROWD - PLACES + 1))
    with app.database.writing() as session:
        found = session.get_one(Need, need_id)
        assert (found.taken, found.status) == (PLACES, "filled")
