"""Addresses: from an imported file, else from GSearch, whose failures nobody feels."""

import contextlib
import dataclasses
import json
import select
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from places.geodata import FILES
from reading import get
from samspil.core.http import Application
from samspil.places import addresses
from samspil.places.addresses import ServiceFailed, read_gsearch
from samspil.places.importing.services import Options, import_files
from samspil.settings import SettingsError, from_environment

TOKEN = "a-token-of-ours"
TYPED = "Gurrevej 12"
HOUSE = {
    "id": "0a3f507b-0000-32b8-e044-0003ba298018",
    "kommunekode": "0217",
    "vejnavn": "Gurrevej",
    "husnummertekst": "12",
    "postnummer": "3000",
    "postnummernavn": "Helsingør",
    "visningstekst": "Gurrevej 12, 3000 Helsingør",
    "geometri": {"type": "MultiPoint", "coordinates": [[12.5885, 56.0349]]},
    "vejpunkt_geometri": {"type": "MultiPoint", "coordinates": [[12.5886, 56.0350]]},
}

Answer = Callable[[BaseHTTPRequestHandler], None]


class Service:
    """GSearch's stand-in: a real server on this machine that does as it is told."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, list[str]], str | None]] = []
        self.answer: Answer = self.says([HOUSE])
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                address = urlsplit(self.path)
                service.asked.append(
                    (address.path, parse_qs(address.query), self.headers.get("token"))
                )
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    service.answer(self)

            def log_message(self, *_: Any) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/rest/gsearch/v2.0"

    @staticmethod
    def says(document: Any, status: int = 200, **headers: str) -> Answer:
        body = document if isinstance(document, bytes) else json.dumps(document).encode()

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in ({"Content_Crs": "EPSG:4326"} | headers).items():
                handler.send_header(name.replace("_", "-"), value)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        return answer


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


@pytest.fixture
def asking(app: Application, service: Service, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A reader of an installation whose settings name the service."""
    named = dataclasses.replace(app.settings, gsearch_token=TOKEN, gsearch_url=service.url)
    monkeypatch.setattr(app, "settings", named)
    return app.test_client()


def found(client: FlaskClient, typed: str = TYPED) -> list[Any]:
    document = get(client, "/addresses", q=typed)
    assert document["next_cursor"] is None
    items: list[Any] = document["items"]
    return items


def test_without_a_token_there_are_no_addresses(client: FlaskClient) -> None:
    assert found(client) == []


def test_an_address_is_found_where_it_stands(asking: FlaskClient, service: Service) -> None:
    assert found(asking) == [
        {
            "text": "Gurrevej 12, 3000 Helsingør",
            "position": {"type": "Point", "coordinates": [12.5885, 56.0349]},
        }
    ]
    assert service.asked == [
        (
            "/rest/gsearch/v2.0/husnummer",
            {
                "q": [TYPED],
                "limit": ["8"],
                "srid": ["4326"],
                "filter": ["kommunekode like '%0217%'"],
            },
            TOKEN,
        )
    ]


def test_what_one_looks_up_is_kept_by_no_cache(asking: FlaskClient) -> None:
    response = asking.get("/api/v1/addresses", query_string={"q": TYPED})
    assert response.headers["Cache-Control"] == "no-store"


def test_two_letters_are_not_asked_for(asking: FlaskClient, service: Service) -> None:
    assert found(asking, "Gu") == []
    assert service.asked == []


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"[" * 10_000)


def silent(handler: BaseHTTPRequestHandler) -> None:
    handler.rfile.read(1)  # until the other side gives up


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    # A byte every so often, until the other side gives up.
    while not select.select([handler.connection], [], [], 0.2)[0]:
        handler.wfile.write(b" ")


def hanging_up(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[")


def gibberish(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\xff\xfe\x00 no protocol at all\r\n\r\n")


FAILURES: dict[str, Answer] = {
    "an error": Service.says({"message": "internal"}, 500),
    "a wrong token": Service.says({"message": "forbidden"}, 403),
    "closed": Service.says({"message": "gone"}, 410),
    "moved": Service.says([], 302, Location="http://127.0.0.1:1/elsewhere"),
    "garbage": Service.says(b"<html>"),
    "half a letter": Service.says(b'["\xff"]'),
    "an object": Service.says({"features": [HOUSE]}),
    "another grid": Service.says([HOUSE], Content_Crs="EPSG:25832"),
    "a bomb": Service.says(b"[" * 100_000),
    "endless": endless,
    "silent": silent,
    "dripping": dripping,
    "hanging up": hanging_up,
    "gibberish": gibberish,
}


@pytest.mark.parametrize("kind", FAILURES)
@pytest.mark.alone
def test_a_failure_is_not_felt_and_not_repeated_for_a_minute(
    asking: FlaskClient,
    service: Service,
    now: datetime,
    capfd: pytest.CaptureFixture[str],
    kind: str,
) -> None:
    service.answer = FAILURES[kind]
    began = monotonic()
    assert found(asking) == []
    assert monotonic() - began < addresses.PATIENCE_S + 1
    assert found(asking) == []
    assert len(service.asked) == 1
    assert get(asking, "/places", q="gurre")["items"][0]["slug"] == "gurre"
    service.answer = service.says([HOUSE])
    with time_machine.travel(now + addresses.PAUSE, tick=False):
        assert len(found(asking)) == 1
    logged = "".join(capfd.readouterr())
    assert "left alone" in logged
    for secret in (TYPED, "Gurrevej", "12.58", "56.03", TOKEN):
        assert secret not in logged


def test_a_service_that_is_not_there_is_not_felt(asking: FlaskClient, service: Service) -> None:
    service.server.server_close()
    assert found(asking) == []


def test_words_that_the_service_refuses_do_not_silence_it(
    asking: FlaskClient, service: Service
) -> None:
    service.answer = service.says({"message": "q"}, 400)
    assert found(asking, "((((") == []
    assert found(asking, "$$$$$$") == []
    service.answer = service.says([HOUSE])
    assert len(found(asking)) == 1


def test_what_has_no_place_in_denmark_is_passed_over(asking: FlaskClient, service: Service) -> None:
    service.answer = service.says(
        [
            HOUSE | {"geometri": None},
            HOUSE | {"geometri": {"type": "Point", "coordinates": [2.35, 48.85]}},
            HOUSE | {"geometri": {"type": "Point", "coordinates": ["12", "56"]}},
            HOUSE | {"geometri": {"type": "Point", "coordinates": [12.5]}},
            HOUSE | {"visningstekst": "x" * 1000},
            7,
            HOUSE,
        ]
    )
    assert len(found(asking)) == 1


@given(st.recursive(st.none() | st.floats() | st.text(), lambda i: st.lists(i) | st.just(HOUSE)))
def test_any_answer_is_read_or_fails(document: Any) -> None:
    for body in (json.dumps(document), json.dumps([HOUSE | {"geometri": document}])):
        with contextlib.suppress(ServiceFailed):
            read_gsearch(body.encode())


def test_an_imported_file_answers_and_the_service_is_not_asked(
    asking: FlaskClient, service: Service, session: Session, now: datetime
) -> None:
    import_files(session, [FILES / "adresser_flad.json"], now, Options())
    texts = [item["text"] for item in found(asking, "gurrev 1")]
    assert texts == ["Gurrevej 12, 3000 Helsingør", "Gurrevej 14A, 3000 Helsingør"]
    assert [item["text"] for item in found(asking, "Gurrevej 14a")] == texts[1:]
    lon, lat = found(asking, "gurrevej 12 3000")[0]["position"]["coordinates"]
    assert (lon, lat) == pytest.approx((12.5885, 56.0349), abs=1e-6)
    assert found(asking, "vej 12") == []
    assert found(asking, "100%_") == []
    assert service.asked == []


def test_a_token_with_a_line_break_stops_the_start() -> None:
    wanted = {"SAMSPIL_DATABASE_URL": "postgresql://somewhere/samspil"}
    assert from_environment(wanted | {"SAMSPIL_GSEARCH_TOKEN": TOKEN}).gsearch_token == TOKEN
    with pytest.raises(SettingsError, match="SAMSPIL_GSEARCH_TOKEN"):
        from_environment(wanted | {"SAMSPIL_GSEARCH_TOKEN": "a\nb"})
    assert TOKEN not in repr(from_environment(wanted | {"SAMSPIL_GSEARCH_TOKEN": TOKEN}))
