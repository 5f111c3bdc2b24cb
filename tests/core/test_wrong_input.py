"""Whatever is sent wrong is answered with a problem that names it, and never stays in a log."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from psycopg import RawCursor
from sqlalchemy import event

from databases import Server
from reading import API
from samspil.app import create_app
from samspil.core.db import Database, make_engine
from samspil.core.http import Application

SQL = "'; DROP TABLE needs; --"
HTML = "<script>alert(1)</script>"
UUID = "01890a5d-ac96-774b-bcce-b302099a8057"
# Digits that stand nowhere else: wherever they turn up, a position has leaked.
LAT, LON = "56.0311739", "12.6117353"
SECRETS = (LAT, LON, "56.031", "12.611", "0311739", "6117353")
HERE = f"lat={LAT}&lon={LON}"
BOTH = {"starts_at", "ends_at"}

# (path and query, the fields that the answer names)
WRONG: list[tuple[str, set[str]]] = [
    # positions: missing, out of range, out of Denmark, no numbers
    (f"/needs?lat={LAT}", {"lon"}),
    (f"/needs?lon={LON}", {"lat"}),
    (f"/needs?lat={LON}&lon={LAT}", {"lat", "lon"}),
    (f"/needs?lat=91&lon={LON}", {"lat"}),
    (f"/needs?lat=-56.0311739&lon={LON}", {"lat"}),
    (f"/needs?lat={LAT}&lon=181", {"lon"}),
    (f"/needs?lat=48.85&lon={LON}", {"lat"}),
    (f"/needs?lat=NaN&lon={LON}", {"lat"}),
    (f"/needs?lat=nan&lon={LON}", {"lat"}),
    (f"/needs?lat={LAT}&lon=inf", {"lon"}),
    (f"/needs?lat={LAT}&lon=-Infinity", {"lon"}),
    (f"/needs?lat=1e400&lon={LON}", {"lat"}),
    (f"/needs?lat={'9' * 400}&lon={LON}", {"lat"}),
    (f"/needs?lat=&lon={LON}", {"lat"}),
    (f"/needs?lat=north&lon={LON}", {"lat"}),
    (f"/needs?lat=56,0311739&lon={LON}", {"lat"}),
    (f"/needs?lat=5_6.0311739&lon={LON}", {"lat"}),
    (f"/needs?lat=%D9%A5%D9%A6&lon={LON}", {"lat"}),
    (f"/needs?lat={LAT}%00&lon={LON}", {"lat"}),
    (f"/needs?lat=0x38&lon={LON}", {"lat"}),
    (f"/needs?lat={LAT}&lat=56.1&lon={LON}", {"lat"}),
    (f"/needs?{HERE}&place=hornbaek", {"place"}),
    (f"/associations?lat={LAT}", {"lon"}),
    (f"/premises?lat={LAT}&lon=NaN", {"lon"}),
    (f"/discover?lat=0&lon={LON}", {"lat"}),
    (f"/places?lat={LAT}&lon=0", {"lon"}),
    (f"/needs/facets?lat={LAT}", {"lon"}),
    # places
    ("/needs?place=", {"place"}),
    ("/needs?place=atlantis", {"place"}),
    ("/needs?place=Hornb%C3%A6k", {"place"}),
    (f"/needs?place={quote(SQL)}", {"place"}),
    (f"/needs?place={quote(HTML)}", {"place"}),
    (f"/needs?place={'a' * 300}", {"place"}),
    ("/needs?place=hornbaek&place=tikoeb", {"place"}),
    # radius
    (f"/needs?{HERE}&radius_m=0", {"radius_m"}),
    (f"/needs?{HERE}&radius_m=-5", {"radius_m"}),
    (f"/needs?{HERE}&radius_m=50001", {"radius_m"}),
    (f"/needs?{HERE}&radius_m=1e3", {"radius_m"}),
    (f"/needs?{HERE}&radius_m=1.5", {"radius_m"}),
    (f"/needs?{HERE}&radius_m={'9' * 5000}", {"radius_m"}),
    (f"/needs?{HERE}&radius_m=ten", {"radius_m"}),
    ("/needs?radius_m=500", {"radius_m"}),
    # paging
    ("/needs?limit=0", {"limit"}),
    ("/needs?limit=101", {"limit"}),
    ("/needs?limit=-1", {"limit"}),
    ("/needs?limit=", {"limit"}),
    ("/needs?limit=ti", {"limit"}),
    ("/needs?limit=1_0", {"limit"}),
    ("/needs?limit=%2010", {"limit"}),
    ("/needs?limit=10&limit=20", {"limit"}),
    ("/needs?with_total=maybe", {"with_total"}),
    ("/needs?with_total=1", {"with_total"}),
    ("/needs?with_total=", {"with_total"}),
    ("/needs?cursor=", {"cursor"}),
    ("/needs?cursor=abc", {"cursor"}),
    ("/needs?cursor=%F0%9F%99%82", {"cursor"}),
    ("/needs?cursor=W10", {"cursor"}),
    ("/needs?cursor=bnVsbA", {"cursor"}),
    (f"/needs?cursor={quote(SQL)}", {"cursor"}),
    (f"/needs?cursor={'A' * 5000}", {"cursor"}),
    ("/associations?cursor=../../etc/passwd", {"cursor"}),
    ("/discover?cursor=%00", {"cursor"}),
    # words
    ("/needs?q=%00", {"q"}),
    ("/needs?q=a%00b", {"q"}),
    ("/needs?q=%FF%FE", {"q"}),
    ("/needs?q=%C3%28", {"q"}),
    ("/needs?q=%ED%A0%80", {"q"}),
    ("/needs?q=b%C3%B8rn&interest=%C3", {"interest"}),
    ("/interests?%FF=1", {"\N{REPLACEMENT CHARACTER}"}),
    ("/needs?q=%EF%BF%BD", {"q"}),
    ("/needs?q=%1B%5B2J", {"q"}),
    (f"/needs?q={'a' * 101}", {"q"}),
    (f"/needs?q={'%C3%A6' * 101}", {"q"}),
    ("/needs?q=a&q=b", {"q"}),
    ("/associations?q=%00", {"q"}),
    ("/premises?q=%FF", {"q"}),
    ("/discover?q=%00", {"q"}),
    ("/places?q=%00", {"q"}),
    (f"/places?q={'a' * 101}", {"q"}),
    # words of fixed lists
    ("/needs?weekday=monday", {"weekday.0"}),
    ("/needs?weekday=mon&weekday=", {"weekday.1"}),
    ("/needs?weekday=MON", {"weekday.0"}),
    ("/needs?part_of_day=night", {"part_of_day.0"}),
    ("/needs?commitment=forever", {"commitment.0"}),
    (f"/needs?commitment={quote(SQL)}", {"commitment.0"}),
    ("/needs?remote=maybe", {"remote"}),
    ("/needs?remote=only&remote=only", {"remote"}),
    ("/needs?step_free=yes", {"step_free"}),
    ("/needs?interest=", {"interest.0"}),
    (f"/needs?interest={quote(HTML)}", {"interest.0"}),
    ("/needs?interest=%00", {"interest.0"}),
    ("/needs?" + "&".join(f"interest=i{n}" for n in range(21)), {"interest"}),
    (f"/needs?association={quote(SQL)}", {"association"}),
    ("/associations?kind=company", {"kind.0"}),
    ("/discover?kind=story&kind=need", {"kind.0"}),
    ("/premises?activity=gambling", {"activity.0"}),
    ("/premises?feature=sauna", {"feature.0"}),
    # numbers of persons
    ("/premises?persons=0", {"persons"}),
    ("/premises?persons=-3", {"persons"}),
    ("/premises?persons=100001", {"persons"}),
    ("/premises?persons=%D9%A3", {"persons"}),
    ("/premises?persons=2.5", {"persons"}),
    # times: naive, alone, reversed, too long, too far, no times
    ("/premises?starts_at=2027-03-01T18:00:00%2B01:00", {"ends_at"}),
    ("/premises?ends_at=2027-03-01T18:00:00%2B01:00", {"starts_at"}),
    ("/premises?starts_at=2027-03-01T18:00&ends_at=2027-03-01T20:00Z", {"starts_at"}),
    ("/premises?starts_at=2027-03-01T18:00Z&ends_at=2027-03-01T18:00Z", {"ends_at"}),
    ("/premises?starts_at=2027-03-01T18:00Z&ends_at=2027-03-01T17:00Z", {"ends_at"}),
    ("/premises?starts_at=2027-03-01T18:00Z&ends_at=2027-03-03T17:00Z", {"ends_at"}),
    (
        "/premises?starts_at=0001-01-01T00:00:00Z&ends_at=0001-01-01T01:00:00Z",
        {"starts_at", "ends_at"},
    ),
    ("/premises?starts_at=0001-01-01T00:00:00%2B14:00&ends_at=2027-03-01T18:00Z", {"starts_at"}),
    (
        "/premises?starts_at=9999-12-31T23:59:59-14:00&ends_at=9999-12-31T23:59:59Z",
        {"starts_at", "ends_at"},
    ),
    ("/premises?starts_at=10000-01-01T00:00:00Z&ends_at=2027-03-01T18:00Z", {"starts_at"}),
    ("/premises?starts_at=2027-02-30T18:00Z&ends_at=2027-03-01T18:00Z", {"starts_at"}),
    ("/premises?starts_at=tomorrow&ends_at=2027-03-01T18:00Z", {"starts_at"}),
    ("/premises?starts_at=1804000000&ends_at=2027-03-01T18:00Z", {"starts_at"}),
    ("/premises?starts_at=&ends_at=2027-03-01T18:00Z", {"starts_at"}),
    (f"/premises?starts_at={quote(SQL)}&ends_at=2027-03-01T18:00Z", {"starts_at"}),
    ("/premises?starts_at=2027-03-01T18:00:00%2B99:00&ends_at=2027-03-01T18:00Z", {"starts_at"}),
    # the map's box
    ("/map", {"bbox"}),
    ("/map?bbox=", {"bbox"}),
    ("/map?bbox=12.4,56.0,12.6", {"bbox"}),
    ("/map?bbox=12.4,56.0,12.6,56.1,1", {"bbox"}),
    ("/map?bbox=12.6,56.0,12.4,56.1", {"bbox"}),
    ("/map?bbox=12.4,56.1,12.6,56.0", {"bbox"}),
    ("/map?bbox=12.4,56.0,12.4,56.1", {"bbox"}),
    ("/map?bbox=NaN,NaN,NaN,NaN", {"bbox"}),
    ("/map?bbox=12.4,56.0,inf,56.1", {"bbox"}),
    ("/map?bbox=1e1,5e1,2e1,6e1", {"bbox"}),
    ("/map?bbox=-200,-100,200,100", {"bbox"}),
    ("/map?bbox=-74.1,40.6,-73.9,40.8", {"bbox"}),
    ("/map?bbox=a,b,c,d", {"bbox"}),
    (f"/map?bbox={quote(SQL)}", {"bbox"}),
    ("/map?bbox=12.4,56.0,12.6,56.1%00", {"bbox"}),
    ("/map?bbox=12.4,56.0,12.6,56.1&bbox=12.4,56.0,12.6,56.1", {"bbox"}),
    ("/map?bbox=12.4,56.0,12.6,56.1&kind=cluster", {"kind.0"}),
    # what nobody asked for
    ("/needs?colour=red", {"colour"}),
    (f"/needs?{quote(SQL)}=1", {SQL}),
    ("/needs?LIMIT=5", {"LIMIT"}),
    ("/needs?limit[]=5", {"limit[]"}),
    ("/needs?page=2&offset=20", {"page", "offset"}),
    ("/needs/facets?limit=5", {"limit"}),
    ("/needs/facets?cursor=abc", {"cursor"}),
    ("/places?radius_m=5", {"radius_m"}),
    ("/associations?weekday=mon", {"weekday"}),
    ("/premises?interest=sport", {"interest"}),
    ("/map?bbox=12.4,56.0,12.6,56.1&limit=5", {"limit"}),
    ("/interests?q=a", {"q"}),
    ("/site?debug=true", {"debug"}),
    ("/outline?format=svg", {"format"}),
    ("/places/tikoeb?full=1", {"full"}),
    (f"/needs/{UUID}?x=1", {"x"}),
]
# What stands in the path names no field; it is simply not there.
NOWHERE = [
    *("/places/%00", "/places/%FF", "/places/..%2F..%2Fetc%2Fpasswd", f"/places/{'a' * 5000}"),
    *(f"/places/{quote(SQL, safe='')}", f"/places/{quote(HTML, safe='')}", "/places/%ED%A0%80"),
    *("/associations/%00", "/associations/%C3%28", f"/associations/{quote(SQL, safe='')}"),
    *("/premises/%00", "/premises/%F0%9F%99%82", f"/premises/{'%C3%A6' * 2000}"),
    *("/needs/%00", "/needs/0", "/needs/-1", "/needs/nil", f"/needs/{UUID}0", f"/needs/{{{UUID}}}"),
    *(f"/needs/{UUID.replace('-', '')}", f"/needs/{quote(SQL, safe='')}"),
]


@pytest.fixture(scope="module", autouse=True)
def log(server: Server) -> Iterator[list[str]]:
    """What this module makes anybody log; at its end none of it holds a position."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)
    hold_no_position("\n".join(lines))
    hold_no_position(server.cluster.log.read_text(encoding="utf-8"))


def hold_no_position(logged: str) -> None:
    for secret in SECRETS:
        assert secret not in logged


def test_the_table_is_long_enough() -> None:
    assert len(WRONG) + len(NOWHERE) >= 150
    assert len({path for path, _ in WRONG}) == len(WRONG)


@pytest.mark.parametrize(("path", "fields"), WRONG, ids=[path[:60] for path, _ in WRONG])
def test_wrong_input_is_named(
    demo: FlaskClient, capfd: pytest.CaptureFixture[str], path: str, fields: set[str]
) -> None:
    path, _, query = path.partition("?")
    response = demo.get(API + path, query_string=query)  # as it is: the client would mend it
    assert response.status_code == 422, response.text
    assert response.content_type == "application/problem+json"
    document = response.json
    assert document["type"] == "/problems/validation"
    assert set(document["errors"]) == fields
    assert all(message for errors in document["errors"].values() for message in errors)
    hold_no_position("".join(capfd.readouterr()))


@pytest.mark.parametrize("path", NOWHERE, ids=[path[:40] for path in NOWHERE])
def test_what_no_path_can_name_is_not_found(demo: FlaskClient, path: str) -> None:
    response = demo.get(API + path)
    assert response.status_code == 404, response.text
    assert response.content_type == "application/problem+json"


TEXT = {"/needs": "q", "/associations": "q", "/premises": "q", "/discover": "q", "/places": "q"}
STRANGE = (
    *(SQL, HTML, "%' OR '1'='1", "\\", "\\'", "$1", "%s", "%(q)s", "{0}", "{{7*7}}", "${jndi:x}"),
    *("a" * 100, "æ" * 100, "ß" * 100, "ﷺ" * 100, "🙂" * 100, "\u202e\u200f", "Ǆ" * 100, "İ" * 100),
    *(
        "& | ! ( ) : * <->",
        "' & 'x",
        "a:*",
        "!!",
        "((",
        "a\tb\nc",
        "0",
        "-1",
        "null",
        "\u0301" * 99,
    ),
)


@pytest.mark.parametrize("path", TEXT)
@pytest.mark.parametrize("strange", STRANGE, ids=range(len(STRANGE)))
def test_strange_words_are_only_words(demo: FlaskClient, path: str, strange: str) -> None:
    response = demo.get(API + path, query_string={TEXT[path]: strange})
    assert response.status_code == 200, response.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "application/xml"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/json; charset=utf-7"},
        {"If-None-Match": 'W/"' + "a" * 5000},
        {"If-Modified-Since": "yesterday"},
        {"Range": "bytes=0-10"},
        {"Accept-Language": "x" * 5000},
        {"Cookie": "a=\\"},
        {"X-Forwarded-For": f"{SQL}, ::1"},
        {"Host": "evil.example"},
    ],
    ids=str,
)
def test_strange_headers_change_nothing(demo: FlaskClient, headers: dict[str, str]) -> None:
    response = demo.get(f"{API}/needs?limit=1", headers=headers)
    assert response.status_code == 200
    assert response.json["items"]
    assert "evil.example" not in demo.get("/", headers=headers).text


def test_a_body_that_nobody_asked_for_is_not_read(demo: FlaskClient) -> None:
    for body in (b"{", b"\xff\xfe", b"[]" * 1000):
        response = demo.get(f"{API}/needs", data=body, content_type="application/json")
        assert response.status_code == 200


@pytest.mark.parametrize("length", [2_000, 60_000, 400_000])
def test_a_very_long_address_is_refused_and_does_not_break(demo: FlaskClient, length: int) -> None:
    assert demo.get(f"{API}/needs?q={'x' * length}").status_code == 422
    assert demo.get(
        f"{API}/needs?" + "&".join("interest=a" for _ in range(length // 10))
    ).status_code in {
        *(413, 422),
    }
    for path in (f"{API}/{'x' * length}", f"/{'x' * length}", f"/_app/{'x/' * (length // 2)}y"):
        assert demo.get(path, headers={"Accept-Encoding": "br, gzip"}).status_code == 404


# What goes wrong inside


@pytest.fixture
def failing(demo_app: Application, now: datetime) -> Iterator[Callable[[str], FlaskClient]]:  # noqa: ARG001
    """A reader of an application whose every statement is replaced by one that goes wrong."""
    engine = make_engine(demo_app.settings.database_url)

    def with_statement(sql: str) -> FlaskClient:
        class Instead(RawCursor[Any]):
            def execute(self, *_: Any, **__: Any) -> Any:
                super().execute("SET statement_timeout = '50ms'")
                return super().execute(sql)

        engine.connect().close()  # which asks the server what it is
        event.listen(engine, "connect", lambda new, _: setattr(new, "cursor_factory", Instead))
        engine.dispose()
        return create_app(demo_app.settings, Database(engine)).test_client()

    yield with_statement
    engine.dispose()


def leaks_nothing(
    response: Any, capfd: pytest.CaptureFixture[str], server: Server, status: int
) -> None:
    assert response.status_code == status, response.text
    assert response.content_type == "application/problem+json"
    captured = "".join(capfd.readouterr())
    for word in ("psycopg", "SELECT", "Traceback", "syntax"):
        assert word not in response.text
    hold_no_position(captured + response.text)
    hold_no_position(server.cluster.log.read_text(encoding="utf-8"))
    assert "/api/v1/needs" in captured, "that it happened is logged, and where"


POSITION = f"'{LAT}', '{LON}'"
FAILURES = {
    "an error in a value": (f"SELECT '{LAT}'::int, {POSITION}", 500),
    "an error in the statement": (f"SELECT {POSITION} FROM nowhere", 500),
    "a broken rule": (f"INSERT INTO places (slug, name) VALUES ({POSITION})", 500),
    "too slow": (f"SELECT pg_sleep(60), {POSITION}", 503),
    "connection lost": (f"SELECT pg_terminate_backend(pg_backend_pid()), {POSITION}", 503),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_of_the_database_shows_and_logs_no_position(
    failing: Callable[[str], FlaskClient],
    capfd: pytest.CaptureFixture[str],
    server: Server,
    failure: str,
) -> None:
    sql, status = FAILURES[failure]
    leaks_nothing(failing(sql).get(f"{API}/needs?{HERE}"), capfd, server, status)


def test_after_a_lost_connection_the_next_reader_is_answered(
    demo: FlaskClient, demo_app: Application
) -> None:
    with demo_app.database.engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE usename = current_user AND datname = current_database()"
            " AND pid <> pg_backend_pid()"
        )
    for _ in range(4):
        assert demo.get(f"{API}/needs?{HERE}").status_code == 200
