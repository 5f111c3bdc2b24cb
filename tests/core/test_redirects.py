"""Where an address leads that is written with a slash too many: to a path, never to a host."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

import pytest
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, run_wsgi_app

from samspil.core.http import Application

EVIL = "evil.example"
ID = "01890a5d-ac96-774b-bcce-b302099a8057"
WITH_ONE_TOO_MANY = ("//", "///", "/\\", "/%2F", "/%5C", "%2F", "/./", "/../", f"//{EVIL}/")


def paths(app: Application) -> Iterator[str]:
    """Every address there is, with a slash or what resembles one too many, anywhere in it."""
    for rule in {rule.rule for rule in app.url_map.iter_rules()}:
        filled = re.sub(r"<(?:uuid):\w+>", ID, rule)
        filled = re.sub(r"<(?:[^<>]+:)?\w+>", "x", filled)
        parts = filled.split("/")[1:]
        for at in range(len(parts) + 1):
            before = "".join(f"/{part}" for part in parts[:at])
            for sign in WITH_ONE_TOO_MANY:
                yield before + sign + "/".join(parts[at:])


def asked(app: Application, path: str, host: str) -> tuple[str, str, str]:
    """(status, Location, everything else) of a path as a server passes it on: not tidied."""
    environ = EnvironBuilder(query_string="lat=1").get_environ()
    environ["PATH_INFO"] = unquote_to_bytes(path).decode("latin-1")
    environ["RAW_URI"] = environ["REQUEST_URI"] = path
    environ["HTTP_HOST"] = host
    body, status, headers = run_wsgi_app(app, environ)
    location = headers.get("Location", "")
    return status, location, f"{headers} {b''.join(body)!r}"


def test_no_address_leads_to_the_host_that_a_request_names(demo_app: Application) -> None:
    wrong, redirects = [], 0
    for path in paths(demo_app):
        host = f"{EVIL}:8000"
        status, location, answer = asked(demo_app, path, host)
        redirects += bool(location)
        elsewhere = location and not re.match(r"/(?![/\\])", location)
        if elsewhere or host in answer or status.startswith("5"):
            wrong.append(f"{path}: {status} {location}")
    assert wrong == []
    assert redirects > 50


@pytest.mark.parametrize("host", ["[", "a/b", "a?b", "@", "", "æ", "a\\b", "a b", "[::1]:80"])
def test_a_host_that_is_none_changes_nothing_about_it(demo_app: Application, host: str) -> None:
    status, location, _ = asked(demo_app, "/api/v1//needs", host)
    assert (status[:3], location) == ("308", "/api/v1/needs?lat=1")


def test_the_right_address_is_at_the_end_of_it(demo: FlaskClient) -> None:
    answer = demo.get("/api/v1//needs?limit=1", follow_redirects=True)
    assert (answer.status_code, len(answer.json["items"])) == (200, 1)
