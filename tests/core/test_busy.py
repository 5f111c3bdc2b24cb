"""Nobody stops the site for others: real sockets, a real server of two processes, real locks."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import requests

from databases import BASE, Server
from factories.people import person
from reading import API
from samspil.core import time
from samspil.local import processes
from samspil.people.rules import hashed
from samspil.people.sessions import begin_session
from serving import Dribble, Served, p95, served, waits

NEEDS = f"{API}/needs"
# More than any server of ours has threads.
CROWD = 24
SECONDS = 2.5
PASSWORD = "en lang og god adgangskode"


@pytest.fixture(scope="module")
def site(server: Server, frontend: Path) -> Iterator[Served]:
    with served(server, BASE, frontend) as running:
        yield running


@pytest.fixture
def someone(site: Served) -> tuple[str, str]:
    """Somebody's address, and a token of theirs."""
    with site.app.database.writing() as session, site.app.app_context():
        made = person(session, password_hash=hashed(PASSWORD))
        session.commit()
        token = begin_session(session, made.id, time.now()).access
        session.commit()
        return made.email, token


@pytest.fixture
def usual(site: Served) -> float:
    """What one in twenty readers waits for on this machine at this moment, when nothing is on."""
    return p95(waits(site.port, NEEDS, 1))


def stays_quick(site: Served, usual: float) -> None:
    # One second, unless the machine is so busy that it is not kept either when nothing is on.
    limit = max(1.0, 3 * usual)
    assert p95(waits(site.port, NEEDS, SECONDS)) < limit
    assert max(waits(site.port, "/healthz", 0.5)) < limit


@pytest.mark.parametrize("sent", ["application/json", "multipart/form-data; boundary=x"])
@pytest.mark.alone
def test_bodies_that_come_slowly_keep_nobody_waiting(
    site: Served, someone: tuple[str, str], usual: float, sent: str
) -> None:
    path = "/associations/a/pictures" if sent.startswith("multipart") else "/auth/login"
    head = (
        f"POST {API}{path} HTTP/1.1\r\nHost: samspil\r\nContent-Type: {sent}\r\n"
        f"Authorization: Bearer {someone[1]}\r\nContent-Length: 900000\r\n\r\n"
    )
    with Dribble(site.port, head, CROWD):
        stays_quick(site, usual)


@pytest.mark.alone
def test_a_person_s_locked_row_keeps_nobody_else_waiting(
    site: Served, someone: tuple[str, str], usual: float
) -> None:
    email, token = someone
    over = threading.Event()
    answers: list[requests.Response] = []

    def change() -> requests.Response:
        return requests.patch(
            f"{site.address}{API}/me",
            json={"name": "Karen"},
            headers={"Authorization": f"Bearer {token}", "Accept-Language": "en"},
            timeout=60,
        )

    def sign_in() -> requests.Response:
        return requests.post(
            f"{site.address}{API}/auth/login",
            json={"email": email, "password": PASSWORD},
            timeout=60,
        )

    def go_on(number: int) -> None:
        while not over.is_set():
            answers.append(sign_in() if number % 4 == 0 else change())

    writers = [threading.Thread(target=go_on, args=(number,)) for number in range(12)]
    with locked(site, email):
        for writer in writers:
            writer.start()
        stays_quick(site, usual)
        over.set()
        for writer in writers:
            writer.join()
    assert {answer.status_code for answer in answers} == {503}
    for answer in answers:
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert 1 <= int(answer.headers["Retry-After"]) <= 15
        assert answer.json()["type"] == "/problems/busy"
    assert {answer.json()["title"] for answer in answers} == {
        "It is busy right now",
        "Der er travlt lige nu",
    }
    assert processes.wait_until(lambda: change().status_code == 200, 30), "it is over at once"


def test_what_is_under_way_is_answered_before_the_server_stops(
    server: Server, frontend: Path
) -> None:
    with served(server, BASE, frontend) as site:
        with site.app.database.writing() as session, site.app.app_context():
            made = person(session)
            session.commit()
            token = begin_session(session, made.id, time.now()).access
            session.commit()
        answers: list[requests.Response] = []
        head = (
            f"POST {API}/auth/login HTTP/1.1\r\nHost: samspil\r\n"
            "Content-Type: application/json\r\nContent-Length: 900000\r\n\r\n"
        )

        def change() -> None:
            answers.append(
                requests.patch(
                    f"{site.address}{API}/me",
                    json={"name": "Karen"},
                    headers={"Authorization": f"Bearer {token}"},
                    timeout=60,
                )
            )

        writer = threading.Thread(target=change)
        with locked(site, made.email) as holder, Dribble(site.port, head, 4):
            writer.start()
            assert processes.wait_until(lambda: is_waited_for(holder), 30)
            stopping = threading.Thread(target=site.running.stop)
            stopping.start()
            holder.rollback()
            writer.join()
        stopping.join()
    assert [answer.status_code for answer in answers] == [200]
    assert site.running.exit_code == 0


@contextlib.contextmanager
def locked(site: Served, email: str) -> Iterator[psycopg.Connection]:
    """Hold the row of a person, in a connection of nobody's request."""
    url = site.app.settings.owner_database_url.replace("postgresql+psycopg:", "postgresql:")
    with psycopg.connect(url) as holder:
        found = holder.execute("SELECT FROM people WHERE email = %s FOR UPDATE", (email,))
        assert found.rowcount == 1
        yield holder


def is_waited_for(holder: psycopg.Connection) -> bool:
    waiting = "SELECT FROM pg_locks WHERE NOT granted AND %s = ANY (pg_blocking_pids(pid))"
    return holder.execute(waiting, (holder.info.backend_pid,)).rowcount > 0
