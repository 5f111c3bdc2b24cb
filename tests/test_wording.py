"""Every problem speaks the reader's language: what every operation says to what is sent wrong."""

import copy
import functools
import io
import json
import re
import string
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Connection
from werkzeug.test import TestResponse

from factories.world import NO_ID, NO_SLUG, World
from reading import API
from samspil.core.http import Application
from samspil.core.language import LANGUAGES, TEXTS, Language
from samspil.core.mail.kinds import KINDS
from samspil.core.privacy import RECORDS
from samspil.ogc.texts import TEXTS as OGC_TEXTS
from stage import Stage, undone
from test_sweeps import (
    JSON,
    MARK,
    NO_OBJECTS,
    PROBLEM,
    Operation,
    _at,
    ask,
    described,
    inside,
    leaves,
    listed,
    operations_of,
)


@pytest.fixture
def operations(app: Application) -> list[Operation]:
    """All of them."""
    return operations_of(app)


@pytest.fixture
def app(stage: Stage) -> Application:
    """The application on which the world stands."""
    return stage.app


@pytest.fixture
def connection(stage: Stage) -> Connection:
    """The connection in whose transaction it stands."""
    return stage.connection


@pytest.fixture
def world(stage: Stage) -> World:
    """People with every hat, and the things they ask for."""
    return stage.world


def pattern(wording: str) -> re.Pattern[str]:
    """What a text of the catalogue looks like when its values are filled in."""
    parts = string.Formatter().parse(wording)
    written = "".join(
        re.escape(said) + (".+" if name is not None else "") for said, name, *_ in parts
    )
    return re.compile(written, re.DOTALL)


@functools.cache
def patterns(language: Language) -> list[re.Pattern[str]]:
    """The catalogues' texts in one language, but those that say nothing themselves."""
    said = [wording[language] for wording in (*TEXTS.values(), *OGC_TEXTS.values())]
    return [
        pattern(wording) for wording in said if re.search(r"\w{2}", re.sub(r"{.*?}", "", wording))
    ]


@functools.cache
def is_from_the_catalogue(said: str, language: Language) -> bool:
    return any(one.fullmatch(said) for one in patterns(language))


def foreign(answer: TestResponse, language: Language) -> list[str]:
    """What a problem says that does not stand in the catalogue of this language."""
    if answer.mimetype != PROBLEM:
        return []
    return [one for one in all_said(answer) if not is_from_the_catalogue(one, language)]


def all_said(answer: TestResponse) -> list[str]:
    """All that a problem says."""
    document = answer.json
    said = [document["title"], document["detail"]]
    return said + [one for errors in document.get("errors", {}).values() for one in errors]


WRONG_QUERIES = ("", "x", "\0", "-1", "1e9", "x" * 5000, "2027-01-01T00:00")
# Its parameters stand in a document of its own.
OF_OPEN_DATA = ["bbox", "bbox-crs", "crs", "datetime", "f", "limit", "cursor", "q", "separator"]
OF_NO_FIELD = "findes-ikke"
OTHER_TYPES: tuple[Any, ...] = (
    *(None, True, -1, 10**30, "", "\0", "x" * 20_000, "2027-02-30", "a\nb"),
    *([None], [{}], ["x"] * 500, {"x": 1}),
)


def wrong_bodies(body: Any, taken: set[str]) -> Iterator[dict[str, Any]]:
    """Bodies that are wrong in one point: what is sent, by the name of its argument."""
    yield from (
        {"json": None, "data": data, "content_type": of} for data, of in NO_OBJECTS.values()
    )
    yield {"json": None, "data": b"{}", "content_type": "text/plain"}
    yield {"json": None}
    yield {"json": {}}
    for written in leaves(dict.fromkeys(taken, 1) | body):
        for value in OTHER_TYPES:
            data = written.replace(f'"{MARK}"', json.dumps(value)).encode()
            yield {"json": None, "data": data, "content_type": JSON}
    for place in inside(body):
        for name in [*_at(body, place), OF_NO_FIELD]:
            changed = json.loads(json.dumps(body))
            if name == OF_NO_FIELD:
                _at(changed, place)[name] = 1
            else:
                del _at(changed, place)[name]
            yield {"json": changed}


def wrong_addresses(operation: Operation, world: World, parameters: list[str]) -> Iterator[str]:
    """Addresses that are wrong in one point of their query or path."""
    path = operation.row.path.format_map(world.names).partition("?")[0]
    for name in (*parameters, OF_NO_FIELD):
        for value in WRONG_QUERIES:
            yield f"{path}?{name}={quote(value, errors='surrogatepass')}"
        yield f"{path}?{name}=a&{name}=b"
    yield f"{path}?%FF=%FF"
    for known in {*world.names.values()} & {*path.split("/")}:
        for other in (NO_ID, NO_SLUG, "%00", "x" * 300, "%FF"):
            yield path.replace(known, other)


def wrong_headers_sent() -> Iterator[dict[str, str]]:
    yield {"If-Match": '"x"'}
    yield {"Idempotency-Key": "æ"}
    yield {"Authorization": "Bearer x"}
    yield {"Content-Type": "application/x-www-form-urlencoded"}
    yield {"X-CSRF-TOKEN": "x"}


def wrong_forms() -> Iterator[dict[str, Any]]:
    multipart = "multipart/form-data"

    def file(content: bytes = b"GIF89a") -> tuple[io.BytesIO, str]:
        return io.BytesIO(content), "x.gif"

    for data in (
        *({}, {"file": "x"}, {"file": file(b"")}, {"file": file(), "x": "1"}),
        *({"file": file(), "alt": "x" * 5000}, {"file": file(b"x" * 100), "alt": "x"}),
        {"file": [file(), file()]},
    ):
        yield {"data": data, "content_type": multipart}
    yield {"data": b"x", "content_type": "multipart/form-data; boundary=y"}
    yield {"data": b"{}", "content_type": JSON}


def test_no_problem_says_anything_in_another_language(
    world: World, client: FlaskClient, connection: Connection, operations: list[Operation]
) -> None:
    """Nor anything of a library's: all that is said stands in the catalogue.

    What an operation has said in one language is asked for in the others once: they say the same.
    """
    schemas, parameters = described(client), queried(client)
    wrong: set[str] = set()
    heard: set[tuple[str, ...]] = set()
    asked = 0

    def say_in(language: Language, operation: Operation, **sent: Any) -> TestResponse:
        sent = copy.deepcopy(sent)  # a file is sent once
        headers = {"Accept-Language": language} | sent.pop("headers", {})
        with undone(connection):
            answer = ask(world, operation.asker(), operation, headers=headers, **sent)
        wrong.update(
            f"{operation.name} {answer.status_code}: {it}" for it in foreign(answer, language)
        )
        return answer

    def say(operation: Operation, **sent: Any) -> None:
        nonlocal asked
        first, *others = LANGUAGES
        answer = say_in(first, operation, **sent)
        if answer.mimetype != PROBLEM:
            return
        asked += 1
        said = (operation.name, *all_said(answer))
        if said not in heard:
            heard.add(said)
            for language in others:
                say_in(language, operation, **sent)

    for operation in operations:
        documented = re.sub(r"<(?:[^<>]+:)?(\w+)>", r"{\1}", operation.name)
        names = OF_OPEN_DATA if "/ogc/" in documented else parameters.get(documented, [])
        for path in wrong_addresses(operation, world, names):
            say(operation, path=path)
        for headers in wrong_headers_sent():
            say(operation, headers=headers)
        if documented in schemas:
            body = operation.row.sent(world.names)["json"]
            for sent in wrong_bodies(body, set(schemas[documented]["properties"])):
                say(operation, **sent)
        if operation.row.form is not None:
            for sent in wrong_forms():
                say(operation, **sent)
        for method in {"PUT", "DELETE", "TRACE"} - {operation.method}:
            say(operation, method=method)
    assert not wrong, listed(sorted(wrong))
    assert asked > 5000


def queried(client: FlaskClient) -> dict[str, list[str]]:
    """The names of the query parameters that each operation takes, by method and path."""
    document = client.get(f"{API}/openapi.json").json
    return {
        f"{method.upper()} {path}": [
            parameter["name"]
            for parameter in operation.get("parameters", [])
            if parameter.get("in") == "query"
        ]
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method != "parameters"
    }


def danish() -> Iterator[tuple[str, str]]:
    """Every text and every mail's wording in Danish, with its name."""
    for key, wording in (*TEXTS.items(), *OGC_TEXTS.items()):
        yield key, wording["da"]
    for name, kind in KINDS.items():
        for said in kind.da.texts():
            yield name, said
    for record in RECORDS.values():
        for said in record.wording("da").values():
            yield record.table, said


@pytest.mark.usefixtures("app")
def test_danish_has_its_own_quotation_marks_and_no_word_that_was_given_up() -> None:
    given_up = re.compile(
        r"Lav adressen|adressen til din kalender|gøres om|Tilstand|[Kk]om ikke|[Mm]an skal være"
    )
    texts = list(danish())
    assert len(texts) > 300
    wrong = {name: said for name, said in texts if re.search("[“”„‚‘]", said)}
    assert wrong == {}
    assert {name: said for name, said in texts if given_up.search(said)} == {}
