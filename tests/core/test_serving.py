"""The gateway before the application: what it adds, what it leaves as it was, what it refuses."""

import asyncio
import http.client
import json
import socket
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from databases import BASE, Server
from factories.people import person
from reading import API
from samspil.app import create_app
from samspil.core.db import Database, request_engine
from samspil.core.errors import Busy, RequestTimeout
from samspil.core.http import Access, Application, open_to, session
from samspil.core.http.gateway import (
    PLANNED,
    READERS,
    SMALL_BYTES,
    Bodies,
    CutOffError,
    Gateway,
    Refusals,
)
from samspil.core.http.parsing import MOST_BODY_BYTES
from samspil.core.http.wsgi import Pool
from samspil.people.rules import hashed
from serving import Served, served

PASSWORD = "en lang og god adgangskode"


@pytest.fixture(scope="module")
def site(server: Server, frontend: Path) -> Iterator[Served]:
    with served(server, BASE, frontend, SAMSPIL_TRUSTED_PROXIES="1") as running:
        yield running


def ask(site: Served, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
    asked = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    asked.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = asked.getresponse()
    answer.content = answer.read()  # type: ignore[attr-defined]
    asked.close()
    return answer


def say(site: Served, *parts: bytes, ends: bool = False) -> str:
    """What is answered until the connection ends, which the client may have done with."""
    with site.connect() as connection:
        for part in parts:
            connection.sendall(part)
        if ends:
            connection.shutdown(socket.SHUT_WR)
        said = b"".join(iter(lambda: connection.recv(65_536), b""))
    return said.decode()


# What comes through unchanged

REQUESTS: list[tuple[str, str, dict[str, str]]] = [
    ("GET", "/", {}),
    ("GET", "/healthz", {}),
    ("HEAD", "/healthz", {}),
    ("OPTIONS", "/healthz", {}),
    ("POST", "/healthz", {"Content-Length": "0"}),
    ("GET", "/api/v1/site", {"Accept-Language": "en"}),
    ("GET", "/api/v1/interests", {"Accept-Encoding": "gzip"}),
    ("HEAD", "/api/v1/interests", {"Accept-Encoding": "gzip"}),
    ("OPTIONS", "/api/v1/needs", {}),
    ("GET", "/api/v1/places?q=h%C3%B8j", {}),
    ("GET", "/api/v1/needs?place=%FF%2F&x=%C3%A6", {}),
    ("GET", "/%C3%A6%FF%2F%20side", {"Accept": "text/html"}),
    ("GET", "/api/v1/me", {"Cookie": "a=b"}),
    ("DELETE", "/api/v1/needs", {}),
]


@pytest.mark.parametrize(("method", "path", "headers"), REQUESTS)
def test_an_answer_is_the_application_s_own(
    site: Served, method: str, path: str, headers: dict[str, str]
) -> None:
    through = ask(site, method, path, **headers)
    own = site.app.test_client().open(path, method=method, headers=headers)
    assert through.status == own.status_code
    assert through.content == own.data  # type: ignore[attr-defined]
    added = {"date", "server", "connection"}
    left_out = added | {"x-ratelimit-remaining", "x-ratelimit-reset"}
    theirs, ours = (
        sorted((k.lower(), sorted(v.split(", "))) for k, v in pairs if k.lower() not in left_out)
        for pairs in (through.getheaders(), own.headers)
    )
    assert theirs == ours


def test_what_has_not_changed_is_not_sent_again(site: Served) -> None:
    tag = ask(site, "GET", f"{API}/interests").getheader("ETag") or ""
    again = ask(site, "GET", f"{API}/interests", If_None_Match=tag)
    assert (again.status, again.content) == (304, b"")  # type: ignore[attr-defined]


def test_several_cookies_are_set_and_sent_back(site: Served) -> None:
    with site.app.database.writing() as session:
        email = person(session, password_hash=hashed(PASSWORD)).email
        session.commit()
    body = json.dumps({"email": email, "password": PASSWORD})
    asked = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    asked.request("POST", f"{API}/auth/login", body, {"Content-Type": "application/json"})
    answer = asked.getresponse()
    cookies = answer.headers.get_all("Set-Cookie") or []
    answer.read()
    asked.close()
    assert answer.status == 200
    assert len(cookies) == 4
    # Each in a header of its own, as HTTP/2 in front of a proxy may leave them.
    sent = "".join(f"Cookie: {cookie.partition(';')[0]}\r\n" for cookie in cookies)
    said = say(site, f"GET {API}/me HTTP/1.0\r\n{sent}\r\n".encode())
    assert said.startswith("HTTP/1.0 200"), said
    assert email in said


def test_the_proxy_s_word_counts_and_not_that_of_who_writes_it_otherwise(
    server: Server, frontend: Path
) -> None:
    limits = {"SAMSPIL_TRUSTED_PROXIES": "1", "SAMSPIL_RATE_LIMIT": "2 per hour"}
    with served(server, BASE, frontend, **limits) as site:
        # Each of the two processes counts for itself.
        for number in range(8):
            assert ask(site, "GET", f"{API}/site", X_Forwarded_For=f"192.0.2.{number}").status < 400
        head = f"GET {API}/site HTTP/1.0\r\nX-Forwarded-For: 192.0.2.99\r\n"
        said = [
            say(site, f"{head}X_Forwarded_For: 192.0.2.{number}\r\n\r\n".encode())
            for number in range(8)
        ]
    assert "HTTP/1.0 429" in "".join(said)


def test_a_header_that_is_no_ascii_is_left_out(site: Served) -> None:
    head = f"GET {API}/site HTTP/1.0\r\nX-Odd: \xe6\r\nAccept-Language: en\r\n\r\n"
    assert say(site, head.encode("latin-1")).startswith("HTTP/1.0 200")


# Bodies

HEAD = (
    f"POST {API}/auth/login HTTP/1.1\r\nHost: samspil\r\nConnection: close\r\n"
    "Content-Type: application/json\r\n"
)


def test_a_body_in_chunks_arrives_whole(site: Served) -> None:
    chunks = b'7\r\n{"email\r\n', b'16\r\n":"x","password":"y"}\r\n', b"0\r\n\r\n"
    said = say(site, f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode(), *chunks)
    assert "422" in said.partition("\r\n")[0]
    assert '"email":["' in said
    assert '"password":["' not in said


def test_who_waits_to_be_told_to_go_on_is_told(site: Served) -> None:
    with site.connect() as connection:
        connection.sendall(f"{HEAD}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 100 Continue")
        connection.sendall(b"{}")
        assert connection.recv(100).startswith(b"HTTP/1.1 422")


@pytest.mark.parametrize(
    ("more", "body"),
    [
        ("Content-Length: 1000001", b"{"),
        ("Content-Length: 50000000\r\nExpect: 100-continue", b""),
        ("Transfer-Encoding: chunked", b"F4241\r\n" + b" " * 1_000_001 + b"\r\n"),
    ],
)
def test_too_large_a_body_is_refused_before_its_end(site: Served, more: str, body: bytes) -> None:
    with site.connect() as connection:
        connection.sendall(f"{HEAD}{more}\r\n\r\n".encode() + body)
        said = connection.recv(65_536).decode()
    assert said.startswith("HTTP/1.1 413"), said
    assert '"type":"/problems/too-large"' in said


def test_who_goes_in_the_middle_of_a_body_has_asked_for_nothing(site: Served) -> None:
    body = b'{"email": "nobody@demo.example", "password": "-"}'
    said = say(site, f"{HEAD}Content-Length: {len(body) + 1}\r\n\r\n".encode(), body, ends=True)
    assert "/problems/" not in said


class Sent:
    """A request as a server hands it over, whose body comes in these parts."""

    def __init__(self, *parts: bytes, pause: float = 0, **headers: str) -> None:
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        self._parts = parts
        self._pause = pause
        self.given = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self._parts:
            await asyncio.sleep(self._pause)
            self.given += len(part)
            yield part

    def response_bytes(self, *_: Any) -> None:
        raise AssertionError("nobody answers here")


def read(bodies: Bodies, *sent: Sent) -> list[Any]:
    """The bodies of what is sent at the same time, or the errors."""

    async def all_of_them() -> list[Any]:
        return await asyncio.gather(
            *(bodies.read(one.headers, one) for one in sent),  # type: ignore[arg-type]
            return_exceptions=True,
        )

    return asyncio.run(all_of_them())


def test_a_body_that_comes_too_slowly_is_given_up() -> None:
    bodies = Bodies(1_000_000, first_seconds=0.2)
    slow = Sent(*[b"x"] * 100, pause=0.05, content_length="100")
    # A picture over a slow line, at more than the least rate: it may take as long as it takes.
    large = Sent(*[b"x" * 4_000] * 10, pause=0.05, content_length="40000")
    given_up, whole = read(bodies, slow, large)
    assert isinstance(given_up, RequestTimeout)
    assert len(whole) == 40_000


def test_a_body_that_ends_too_soon_is_none() -> None:
    [cut] = read(Bodies(1_000_000), Sent(b"{}", content_length="3"))
    assert isinstance(cut, CutOffError)


def test_only_a_form_with_a_file_may_be_large() -> None:
    length = str(MOST_BODY_BYTES)
    form = Sent(b"x" * MOST_BODY_BYTES, content_length=length, content_type="Multipart/Form-Data")
    text = Sent(b"x" * MOST_BODY_BYTES, content_length=length, content_type="application/json")
    whole, unread = read(Bodies(1_000_000), form, text)
    assert len(whole) == MOST_BODY_BYTES
    assert (len(unread), text.given) == (0, 0)


def test_when_much_is_held_small_bodies_still_pass() -> None:
    bodies = Bodies(1_000_000, most_held=150_000)
    part = b"x" * 50_000
    [held] = read(bodies, Sent(part, part, content_length="100000"))
    told = Sent(part, part, content_length="100000")
    untold = Sent(part, part, transfer_encoding="chunked")
    small = Sent(b"x" * SMALL_BYTES, content_length=str(SMALL_BYTES))
    refused, cut_short, passed = read(bodies, told, untold, small)
    assert isinstance(refused, Busy)
    assert told.given == 0, "a phone sends no picture in vain"
    assert isinstance(cut_short, Busy)
    assert len(passed) == SMALL_BYTES
    bodies.release(held)
    bodies.release(passed)
    [again] = read(bodies, Sent(part, part, content_length="100000"))
    assert len(again) == 100_000


# Threads


def run(*, threads: int, longest_wait: float, calls: Callable[[Pool], list[Any]]) -> list[Any]:
    async def all_of_them() -> list[Any]:
        pool = Pool(asyncio.get_running_loop(), "test", threads, longest_wait)
        try:
            return await asyncio.gather(*calls(pool), return_exceptions=True)
        finally:
            pool.close()

    return asyncio.run(all_of_them())


def test_calls_run_in_the_order_in_which_they_came_and_their_errors_are_told() -> None:
    order: list[int] = []

    def call(number: int) -> None:
        order.append(number)
        if number == 1:
            raise ValueError(number)

    told = run(
        threads=1,
        longest_wait=60,
        calls=lambda pool: [pool.run(lambda n=n: call(n)) for n in range(3)],
    )
    assert order == [0, 1, 2]
    assert [type(one) for one in told] == [type(None), ValueError, type(None)]


def test_who_would_wait_too_long_is_told_when_to_ask_again() -> None:
    begun = threading.Event()
    over = threading.Event()
    ran: list[str] = []

    def hold() -> None:
        begun.set()
        over.wait(30)

    async def waits(pool: Pool) -> None:
        try:
            await pool.run(lambda: ran.append("too late"))
        finally:
            over.set()

    held, waited = run(
        threads=1, longest_wait=0.3, calls=lambda pool: [pool.run(hold), waits(pool)]
    )
    assert begun.is_set()
    assert held is None
    assert isinstance(waited, Busy)
    assert (waited.retry_after or 0) >= 1
    assert ran == [], "what has been refused is not done later"


def test_a_line_that_is_too_long_is_refused_at_once() -> None:
    over = threading.Event()

    async def crowd(pool: Pool) -> list[Any]:
        for _ in range(3):  # from now on it is known how long a call takes
            await pool.run(lambda: over.wait(0.2))
        waiting = [asyncio.ensure_future(pool.run(lambda: over.wait(30))) for _ in range(20)]
        await asyncio.sleep(0)
        refused = [one.exception() for one in waiting if one.done()]
        over.set()
        await asyncio.wait(waiting)
        return refused

    [refused] = run(threads=1, longest_wait=0.5, calls=lambda pool: [crowd(pool)])
    assert refused
    assert all(isinstance(error, Busy) and error.retry_after == 1 for error in refused)


# Refusals


def test_a_refusal_looks_like_any_other_problem(demo_app: Application) -> None:
    refusals = Refusals(demo_app)
    for accepted, title in (
        ("en;q=0.8, fr", "It is busy right now"),
        ("", "Der er travlt lige nu"),
    ):
        for seconds in (7, 8):
            status, headers, body = refusals.answer(Busy(seconds), accepted)
            named = dict(headers)
            assert (status, named["Retry-After"]) == (503, str(seconds))
            assert json.loads(body)["title"] == title
            assert named["Content-Type"] == "application/problem+json"
            assert named["Cache-Control"] == "no-store"
            assert named["X-Content-Type-Options"] == "nosniff"
            assert named["Strict-Transport-Security"]
    status, headers, body = refusals.answer(RequestTimeout(), "en")
    assert status == 408
    assert "Retry-After" not in dict(headers)
    status, _, body = refusals.answer(RuntimeError("secret"), "en")
    assert status == 500
    assert b"secret" not in body


def test_a_wait_for_a_connection_is_short_and_says_when_to_ask_again(
    demo_app: Application,
) -> None:
    engine = request_engine(demo_app.settings.database_url, 1)
    client = create_app(demo_app.settings, Database(engine)).test_client()
    with engine.connect():
        refused = client.get(f"{API}/interests")
    assert refused.status_code == 503
    assert refused.json["type"] == "/problems/busy"
    assert refused.headers["Retry-After"] == "5"
    assert client.get(f"{API}/interests").status_code == 200
    engine.dispose()


def test_what_is_expected_has_been_asked_for_before_anybody_comes(demo_app: Application) -> None:
    """So that every reader's connection is open, and PostgreSQL has kept its plans on each."""
    app = create_app(demo_app.settings)
    connections: Counter[int] = Counter()
    together = threading.Barrier(READERS)

    @app.get("/expected")
    @open_to(Access.ANYONE)
    def expected() -> str:
        connections[session().scalar(text("SELECT pg_backend_pid()")) or 0] += 1
        together.wait(10)  # each reader takes its share
        return ""

    async def begin() -> None:
        gateway = Gateway(app, ["/expected"])
        gateway.__rsgi_init__(asyncio.get_running_loop())
        async with asyncio.timeout(20):
            while connections.total() < READERS * PLANNED:
                await asyncio.sleep(0)
        gateway.__rsgi_del__(asyncio.get_running_loop())

    asyncio.run(begin())
    assert list(connections.values()) == [PLANNED] * READERS
