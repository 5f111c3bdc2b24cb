"""The crowd once more, through the web server as it runs for real: processes, pools, sockets."""

import contextlib
import os
import socket
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
from samspil.app import create_app
from samspil.core import time
from samspil.core.http import Application
from samspil.local import processes, services
from samspil.people.sessions import begin_session
from samspil.volunteering.models import Need

CROWD = 200
PLACES = 5


@pytest.fixture
def app_and_address(server: Server, frontend: Path) -> Iterator[tuple[Application, str]]:
    """An application on a database of its own, and the address of a web server on the same."""
    database = server.clone(BASE)
    settings = server.settings(database)
    application = create_app(settings)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAMSPIL_")} | {
        "SAMSPIL_DATABASE_URL": settings.database_url,
        "SAMSPIL_FRONTEND_DIR": str(frontend),
        "SAMSPIL_SECRET_KEY": settings.secret_key or "",
        "SAMSPIL_RATE_LIMIT": settings.rate_limit,
    }
    started = services.Running(services.web_server(port), environment)
    address = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        with contextlib.suppress(requests.ConnectionError):
            return requests.get(f"{address}/readyz", timeout=5).status_code == 200
        return False

    try:
        assert processes.wait_until(answers, 60)
        yield application, address
    finally:
        started.stop()
        application.database.engine.dispose()
        server.drop(database)


def test_two_hundred_at_once_get_five_places_and_a_line_without_gaps(
    app_and_address: tuple[Application, str], record_property: Callable[[str, object], None]
) -> None:
    app, address = app_and_address
    with app.database.writing() as session, app.app_context():
        need_id = need(session, wanted=PLACES).id
        people = [person(session) for _ in range(CROWD)]
        session.commit()
        tokens = [begin_session(session, one.id, time.now()).access for one in people]
        session.commit()

    def sign_up(token: str) -> requests.Response:
        return requests.post(
            f"{address}{API}/needs/{need_id}/signups",
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
