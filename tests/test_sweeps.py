"""Sweeps over every operation there is: one that is added later is swept too.

What each is asked with when it is asked rightly stands in the table of tests/test_access.py. A
sweep collects everything that is wrong before it complains, and undoes what it has changed.
"""

import csv
import dataclasses
import io
import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Connection, text
from werkzeug.test import TestResponse

from factories.world import NO_ID, NO_SLUG, World
from reading import API
from samspil.core.db import Base
from samspil.core.http import Access, Application
from samspil.core.http.application import READS
from samspil.core.http.guards import access_of
from stage import Stage, undone
from test_access import EVERYBODY, ROWS, THE_CONFIRMED, THE_SIGNED_IN, Row

PROBLEM = "application/problem+json"


@dataclasses.dataclass(frozen=True)
class Operation:
    """One route and method, and how it is asked rightly."""

    name: str
    row: Row
    access: Access

    @property
    def method(self) -> str:
        return self.name.partition(" ")[0]

    @property
    def rule(self) -> str:
        return self.name.partition(" ")[2]

    @property
    def changes(self) -> bool:
        return self.method not in READS

    def asker(self) -> str:
        """Somebody whom it lets in."""
        likely = ("visitor",) if self.access is Access.ANYONE else ("manager", "volunteer")
        for who in (*likely, "staff", "administrator"):
            if self.row.answer(who) == self.row.let_in:
                return who
        raise AssertionError(f"{self.name} lets nobody in")


@pytest.fixture
def operations(app: Application) -> list[Operation]:
    """All of them."""
    return operations_of(app)


def operations_of(app: Application) -> list[Operation]:
    """All of them; that the table is whole is the business of its own test."""
    guards = {
        f"{method} {rule.rule}": access_of(app.view_functions[rule.endpoint])
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
    }
    return [Operation(name, row, guards[name]) for name, row in ROWS.items() if name in guards]


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


def ask(world: World, who: str, operation: Operation, **changed: Any) -> TestResponse:
    """The answer to a right request, or to one that is changed in one point."""
    sent = operation.row.sent(world.names) | changed
    path = sent.pop("path", operation.row.path.format_map(world.names))
    return opened(world.clients[who], path, **{"method": operation.method} | sent)


def opened(client: FlaskClient, path: str, **sent: Any) -> TestResponse:
    """An answer, after which the browser has the cookies that it had before."""
    kept = dict(client._cookies)
    answer = client.open(path, **sent)
    client._cookies = kept
    answer.get_data()  # read to its end, as files are
    answer.close()
    return answer


def listed(wrong: list[str]) -> str:
    return "\n".join([f"{len(wrong)} wrong:", *wrong[:60]])


def state(connection: Connection) -> dict[str, str]:
    """A sum over all rows of each table, but those that count tries."""
    each = (
        f"SELECT '{name}', md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))"
        f" FROM {name} t"
        for name in sorted(Base.metadata.tables.keys() - {"throttles", "places"})
    )
    rows = connection.execute(text(" UNION ALL ".join(each)))
    return {row[0]: row[1] for row in rows}


# Somebody else's things

# What the world shows to everybody, and what belongs to who asks.
PUBLIC = {
    *("alfa", "beta", "merged", "need", "premises", "picture", "shift", "liked", "liked_need"),
    "unclaimed",
    "code",  # whoever has it may see what it certifies
}
OWN = {
    "volunteer": {"signup", "offered", "search", "liked", "liked_need", "hours", "certificate"},
    "other": {"beta", "merged"},
}
# They act for who asks, on what everybody sees: a claim, a sign-up.
ON_PUBLIC_THINGS = (EVERYBODY, THE_SIGNED_IN, THE_CONFIRMED)


def is_id(value: str) -> bool:
    return len(value) == len(NO_ID)


def objects(app: Application, world: World, operation: Operation) -> dict[str, list[str]]:
    """The parts of its path that name a thing, and the names of all things they could be."""
    _, given = matched(app, world, operation)
    known = {*world.names.values(), NO_ID}
    return {
        part: [
            name for name in sorted(world.names) if is_id(world.names[name]) == is_id(str(value))
        ]
        for part, value in given.items()
        if str(value) in known
    }


def matched(app: Application, world: World, operation: Operation) -> tuple[str, dict[str, Any]]:
    """The view of its usual path, and the parts of that."""
    path = operation.row.path.format_map(world.names).partition("?")[0]
    view, given = app.url_map.bind("").match(path, operation.method)
    return view, dict(given)


class Answers:
    """What an operation answers about things, asked once each."""

    def __init__(
        self, app: Application, world: World, connection: Connection, operation: Operation
    ) -> None:
        self.world, self.connection, self.operation = world, connection, operation
        self.view, self.usual = matched(app, world, operation)
        self.adapter = app.url_map.bind("")
        self.known: dict[tuple[str, str], tuple[int, str]] = {}

    def about(self, who: str, ids: Mapping[str, str]) -> tuple[int, str]:
        """Status and body; in that, the ids themselves are left out."""
        path = self.adapter.build(self.view, {**self.usual, **ids}, self.operation.method)
        if (who, path) not in self.known:
            # A sweep asks more than anybody may.
            self.connection.execute(text("DELETE FROM throttles"))
            answer = ask(self.world, who, self.operation, path=path)
            shown = answer.get_data(as_text=True)
            for given in ids.values():
                shown = shown.replace(given, "")  # a page names its own address
            self.known[who, path] = answer.status_code, shown
        return self.known[who, path]


def test_nobody_learns_of_or_changes_what_is_others(
    app: Application, world: World, connection: Connection, operations: list[Operation]
) -> None:
    """A stranger is answered as if there were no such thing, in every combination of things."""
    wrong: list[str] = []
    asked = 0
    for operation in operations:
        parts = objects(app, world, operation)
        answers = Answers(app, world, connection, operation)
        before = state(connection) if operation.changes and parts else {}
        for who, *names in itertools.product(OWN, *parts.values()):
            visible = OWN[who] | (PUBLIC if operation.row.group in ON_PUBLIC_THINGS else set())
            there = {part: world.names[name] for part, name in zip(parts, names, strict=True)}
            absent = {
                part: there[part] if name in visible else NO_ID if is_id(there[part]) else NO_SLUG
                for part, name in zip(parts, names, strict=True)
            }
            if absent == there:
                continue  # it is everybody's, or one's own
            asked += 1
            seen, nothing = answers.about(who, there), answers.about(who, absent)
            if seen != nothing or (seen[0] < 400 and "/api/" in operation.name):
                wrong.append(f"{operation.name} {who} {names}: {seen[0]}, not {nothing[0]}")
        if before and state(connection) != before:
            wrong.append(f"{operation.name} has changed something")
    assert not wrong, listed(wrong)
    assert asked > 500


def test_what_a_body_names_is_not_told_of_either(
    world: World, connection: Connection, operations: list[Operation]
) -> None:
    """Such as what somebody reports: what they may not see is not there."""
    wrong: list[str] = []
    naming = [o for o in operations if NAMED.search(json.dumps(o.row.body))]
    for operation in naming:
        before = state(connection)
        for who in ("visitor", *OWN):
            answers = {
                (got.status_code, got.data)
                for name in (NO_SLUG, world.names["pending"], world.names["hidden"])
                for got in [ask(world, who, operation, json=naming_all(operation, name))]
            }
            if len(answers) > 1 or any(status < 400 for status, _ in answers):
                wrong.append(f"{operation.name} {who}: {answers}")
        if state(connection) != before:
            wrong.append(f"{operation.name} has changed something")
    assert not wrong, listed(wrong)
    assert naming


# A thing of the world in a body of the table.
NAMED = re.compile(r"\{\w+\}")


def naming_all(operation: Operation, name: str) -> Any:
    """Its body, with another thing's name in place of each."""
    return json.loads(NAMED.sub(name, json.dumps(operation.row.body)))


# Bodies


def described(client: FlaskClient) -> dict[str, dict[str, Any]]:
    """The schema of the JSON that each operation takes, by method and path."""
    document = client.get(f"{API}/openapi.json").json
    schemas = document["components"]["schemas"]
    found = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            content = {} if method == "parameters" else operation.get("requestBody", {})
            taken = content.get("content", {}).get("application/json")
            if taken is not None:
                name = taken["schema"]["$ref"].rpartition("/")[2]
                found[f"{method.upper()} {path}"] = schemas[name]
    return found


@pytest.fixture
def writings(operations: list[Operation], client: FlaskClient) -> list[tuple[Operation, set[str]]]:
    """The operations that take JSON, and the names of the fields that each takes."""
    schemas = described(client)
    found = []
    for operation in operations:
        documented = re.sub(r"<(?:[^<>]+:)?(\w+)>", r"{\1}", operation.name)
        if documented in schemas:
            found.append((operation, set(schemas[documented]["properties"])))
    assert found
    return found


NOT_TO_BE_SET = {
    "role": "manager",
    "roles": ["manager"],
    "verified": True,
    "verified_at": "2027-01-01T00:00:00Z",
    "id": NO_ID,
    "status": "public",
    "administrator": True,
    "areas": ["associations"],
    "person_id": NO_ID,
    "password_hash": "x",
    "approved_from": "2027-01-01",
    "approved_until": "2030-01-01",
    "guardian_consented_at": "2027-01-01T00:00:00Z",
    "created_at": "2027-01-01T00:00:00Z",
    "demo": True,
    "__class__": "x",
    "": "x",
}


def inside(body: Any, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where the objects of a body stand."""
    if isinstance(body, dict):
        yield at
        for name, value in body.items():
            yield from inside(value, (*at, name))


def test_mass_assignment(
    world: World, connection: Connection, writings: list[tuple[Operation, set[str]]]
) -> None:
    """A right body with one field more is refused, names the field, and changes nothing."""
    wrong: list[str] = []
    for operation, taken in writings:
        before, who = state(connection), operation.asker()
        body = operation.row.sent(world.names)["json"]
        for place in inside(body):
            for field in set(NOT_TO_BE_SET) - (set() if place else taken):
                changed = json.loads(json.dumps(body))
                inner = changed
                for name in place:
                    inner = inner[name]
                inner[field] = NOT_TO_BE_SET[field]
                answer = ask(world, who, operation, json=changed)
                named = list((answer.json or {}).get("errors", {}))
                if (answer.status_code, named) != (
                    422,
                    [".".join(filter(None, [*place, field])) or "body"],
                ):
                    wrong.append(f"{operation.name} {place} {field}: {answer.status} {named}")
        if state(connection) != before:
            wrong.append(f"{operation.name} has changed something")
    assert not wrong, listed(wrong)


JSON = "application/json"
DEEP = 10_000
NO_OBJECTS: dict[str, tuple[bytes, str]] = {
    "a list": (b"[]", JSON),
    "a text": (b'"x"', JSON),
    "null": (b"null", JSON),
    "a number": (b"12", JSON),
    "a huge number": (b"1" * 100_000, JSON),
    "no number": (b"NaN", JSON),
    "a brace": (b"{", JSON),
    "a long text": (b'"' + b"x" * 999_000 + b'"', JSON),
    "lists in lists": (b"[" * DEEP + b"]" * DEEP, JSON),
    "objects in objects": (b'{"a":' * DEEP + b"1" + b"}" * DEEP, JSON),
    "other bytes": (b'{"name": "\xff\xfe"}', JSON),
    "another encoding": ('{"name": "é"}'.encode("utf-16"), JSON),
    "an endless one": (b'{"name": "', JSON),
}


def is_refusal(answer: TestResponse) -> bool:
    """Whether an answer is a problem document that blames the request."""
    return 400 <= answer.status_code < 500 and answer.mimetype == PROBLEM


def test_bodies_that_are_no_object(
    world: World, connection: Connection, writings: list[tuple[Operation, set[str]]]
) -> None:
    wrong: list[str] = []
    for operation, _ in writings:
        before, who = state(connection), operation.asker()
        for kind, (body, media_type) in NO_OBJECTS.items():
            sent = {"json": None, "data": body, "content_type": media_type}
            answer = ask(world, who, operation, **sent)
            if not is_refusal(answer):
                wrong.append(f"{operation.name} {kind}: {answer.status}")
        if state(connection) != before:
            wrong.append(f"{operation.name} has changed something")
    assert not wrong, listed(wrong)


def test_bodies_of_another_type(
    world: World, connection: Connection, writings: list[tuple[Operation, set[str]]]
) -> None:
    """What another site's form can send is refused, as is what says nothing of its type."""
    wrong: list[str] = []
    for operation, _ in writings:
        before, who = state(connection), operation.asker()
        right = json.dumps(operation.row.sent(world.names)["json"]).encode()
        types = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "é")
        for media_type in types:
            sent = {"json": None, "data": right, "content_type": media_type}
            answer = ask(world, who, operation, **sent)
            if not is_refusal(answer) or answer.status_code != 415:
                wrong.append(f"{operation.name} {media_type!r}: {answer.status}")
        if state(connection) != before:
            wrong.append(f"{operation.name} has changed something")
    assert not wrong, listed(wrong)


WRONG_VALUES: dict[str, bytes] = {
    "null character": b'"a\\u0000b"',
    "half a character": b'"\\ud800"',
    "huge number": b"1" + b"0" * 400,
    "not a number": b"NaN",
    "endless": b"Infinity",
    "exponent": b"1e999",
    "small exponent": b"-1e-999",
    "list of lists": b"[[[]]]",
    "object": b'{"a": {"b": 1}}',
    "list of null": b"[null, null]",
    "empty key": b'{"": ""}',
    "long text": b'"' + b"x" * 500_000 + b'"',
    "many": b"[" + b"1," * 100_000 + b"1]",
    "signs": '"\u202e\u200b\ufeff=CMD()\' OR 1=1 --"'.encode(),
    "truth": b"true",
    "minus": b"-1",
}


def leaves(body: Any) -> Iterator[str]:
    """The body as JSON with a mark in the place of each of its values, one after the other."""
    for place in inside(body):
        for name in list(_at(body, place)):
            changed = json.loads(json.dumps(body))
            _at(changed, place)[name] = MARK
            yield json.dumps(changed)


MARK = "here-goes-the-value"


def _at(body: Any, place: tuple[str, ...]) -> Any:
    for name in place:
        body = body[name]
    return body


def test_wrong_values_in_every_field(
    world: World, connection: Connection, writings: list[tuple[Operation, set[str]]]
) -> None:
    """None breaks anything; most are refused, and a few are right for some field."""
    wrong: list[str] = []
    for operation, taken in writings:
        who = operation.asker()
        right = operation.row.sent(world.names)["json"]
        for written in leaves(dict.fromkeys(taken, 1) | right):
            for kind, value in WRONG_VALUES.items():
                body = written.encode().replace(f'"{MARK}"'.encode(), value)
                with undone(connection):
                    answer = ask(world, who, operation, json=None, data=body, content_type=JSON)
                if answer.status_code >= 300 and not is_refusal(answer):
                    wrong.append(f"{operation.name} {kind} in {written}: {answer.status}")
    assert not wrong, listed(wrong)


# Nothing of these is drawn, and two of them turn the direction of what follows.
UNSEEN = "\u202e\u2066\u200b\u3164\u2800\ufeff\u00ad\ufe0f\U000e0041"


def test_nothing_that_hides_or_turns_is_kept(
    world: World, connection: Connection, writings: list[tuple[Operation, set[str]]]
) -> None:
    """Whatever people type: a name that looks like another is the other, and nothing reverses."""
    wrong: list[str] = []
    kept = 0
    for operation, _ in writings:
        who = operation.asker()
        right = operation.row.sent(world.names)["json"]
        for written in strings(right):
            with undone(connection):
                body = written.encode()
                answer = ask(world, who, operation, json=None, data=body, content_type=JSON)
                found = connection.execute(text(ANYWHERE), {"unseen": f"[{UNSEEN}]"}).scalars()
                wrong += [f"{operation.name} {written}: in {name}" for name in found]
            kept += answer.status_code < 300
    assert not wrong, listed(wrong)
    assert kept > 30


# But the audit log and the jobs, which hold no texts of people's.
ANYWHERE = " UNION ALL ".join(
    f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name} t WHERE t::text ~ :unseen)"
    for name in sorted(Base.metadata.tables.keys() - {"throttles", "places"})
)


def strings(body: Any) -> Iterator[str]:
    """The body as JSON with unseen characters in each of its texts, one after the other."""
    for place in inside(body):
        for name, value in _at(body, place).items():
            given = value[0] if isinstance(value, list) and value else value
            if isinstance(given, str) and given:
                spoilt = f"{UNSEEN}{given[0]}{UNSEEN}{given[1:]}{UNSEEN}"
                changed = json.loads(json.dumps(body))
                _at(changed, place)[name] = [spoilt] if isinstance(value, list) else spoilt
                yield json.dumps(changed)


FORMULA = "=1+1;+1,-1"


def test_no_cell_of_any_table_is_run_as_a_formula(
    world: World, connection: Connection, operations: list[Operation]
) -> None:
    for column in ("people.name", "associations.name", "needs.title", "premises.name"):
        table, _, name = column.partition(".")
        connection.execute(text(f"UPDATE {table} SET {name} = :said"), {"said": FORMULA})
    wrong: list[str] = []
    tables = []
    for operation in operations:
        if operation.changes:
            continue
        usual = operation.row.path.format_map(world.names)
        for query in ("", "f=csv", "f=csv&separator=semicolon"):
            who = operation.asker()
            answer = opened(world.clients[who], f"{usual.partition('?')[0]}?{query}")
            if answer.mimetype == "text/csv":
                tables += [operation.name] if "1+1" in answer.text else []
                wrong += [f"{operation.name}?{query}: {cell}" for cell in run_by(answer.text)]
    assert not wrong, listed(wrong)
    assert len(set(tables)) >= 2, tables


def run_by(table: str) -> list[str]:
    """The cells that a spreadsheet would reckon with, whichever separator it takes."""
    cells = [
        cell
        for delimiter in ",;\t"
        for row in csv.reader(io.StringIO(table, newline=""), delimiter=delimiter)
        for cell in row
    ]
    return [cell for cell in cells if re.match(r"[\s\"]*[=+@-]", cell)]


def test_a_field_that_stands_twice(
    world: World, connection: Connection, writings: list[tuple[Operation, set[str]]]
) -> None:
    """Of two values the last would win silently, and another program may think the first does."""
    wrong: list[str] = []
    for operation, _ in writings:
        before, who = state(connection), operation.asker()
        right = operation.row.sent(world.names)["json"]
        for name in right:
            body = json.dumps(right)[:-1] + f", {json.dumps(name)}: {json.dumps(right[name])}}}"
            answer = ask(world, who, operation, json=None, data=body, content_type=JSON)
            if not is_refusal(answer):
                wrong.append(f"{operation.name} {name}: {answer.status}")
        if state(connection) != before:
            wrong.append(f"{operation.name} has changed something")
    assert not wrong, listed(wrong)


class Endless(io.RawIOBase):
    """A body that never ends, and counts how much of it is asked for."""

    given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        buffer[:] = b" " * len(buffer)
        self.given += len(buffer)
        return len(buffer)


LARGE = 50_000_000
MOST_READ = 10_500_000  # the largest picture, and what stands around it


@pytest.mark.parametrize("length", [str(LARGE), None], ids=["told", "not told"])
def test_fifty_megabytes(
    world: World, connection: Connection, operations: list[Operation], length: str | None
) -> None:
    """Refused unread where its length is told, else when it is more than is taken."""
    wrong: list[str] = []
    for operation in operations:
        if not operation.changes:
            continue
        for who in {"visitor", "volunteer", operation.asker()}:
            body = Endless()
            environ = {"wsgi.input": body, "wsgi.input_terminated": True}
            told = {"CONTENT_LENGTH": length} if length else {"HTTP_TRANSFER_ENCODING": "chunked"}
            media_type = "multipart/form-data; boundary=x" if operation.row.form else JSON
            sent = {"json": None, "data": None, "content_type": media_type}
            with undone(connection):
                answer = ask(world, who, operation, **sent, environ_overrides=environ | told)
            read = body.given > (0 if length else MOST_READ)
            takes_none = operation.row.body in (None, {}) and operation.row.form is None
            if read or not (is_refusal(answer) or takes_none):
                wrong.append(f"{operation.name} {who}: {answer.status}, {body.given} bytes read")
    assert not wrong, listed(wrong)


# What every answer carries


def wrong_headers(operation: Operation, answer: TestResponse) -> Iterator[str]:
    rule = answer.headers.get("Cache-Control", "")
    personal = operation.access is not Access.ANYONE or operation.changes
    if personal and rule not in {"private, no-store", "no-store"}:
        yield f"may be kept: {rule!r}"
    if "Set-Cookie" in answer.headers and not re.search(r"/v1/(auth|links)/", operation.rule):
        yield "sets a cookie"
    if answer.headers.get("X-Content-Type-Options") != "nosniff":
        yield "may be taken for something else"
    if "frame-ancestors 'none'" not in answer.headers.get("Content-Security-Policy", ""):
        yield "may be framed"


def wrong_words(danish: TestResponse, english: TestResponse) -> Iterator[str]:
    if not danish.mimetype == english.mimetype == PROBLEM:
        yield f"{danish.mimetype} is no problem document"
        return
    da, en = danish.json, english.json
    if (da["type"], da["status"]) != (en["type"], danish.status_code):
        yield f"{da} is not {en}"
    if da["title"] == en["title"] or da["detail"] == en["detail"]:
        yield f"one language: {da}"
    if "Accept-Language" not in danish.headers.get("Vary", ""):
        yield "a cache would give it to readers of another language"


def test_every_answer_is_kept_from_others_and_every_problem_is_in_two_languages(
    world: World, connection: Connection, operations: list[Operation]
) -> None:
    wrong: list[str] = []
    seen = set()
    for operation in operations:
        everybody = operation.access is Access.ANYONE
        for who in ("visitor", "volunteer") if everybody else world.clients:
            with undone(connection):
                danish = ask(world, who, operation, headers={"Accept-Language": "da"})
            found = list(wrong_headers(operation, danish))
            if danish.status_code >= 400 and operation.rule.startswith(API):
                seen.add(danish.status_code)
                english = ask(world, who, operation, headers={"Accept-Language": "en"})
                found += wrong_words(danish, english)
            wrong += [f"{operation.name} {who} {danish.status_code}: {what}" for what in found]
    assert not wrong, listed(wrong)
    assert seen >= {401, 403, 404, 409}


# Requests that another site makes


def proofs(world: World, who: str) -> dict[str, str | None]:
    """What another site's page, or another person, could send as the proof."""
    other = world.clients["manager" if who != "manager" else "volunteer"]
    theirs = other.get_cookie("csrf_access_token")
    assert theirs is not None
    return {"none": None, "empty": "", "another's": theirs.value}


def test_no_other_site_acts_in_a_persons_name(
    world: World, connection: Connection, operations: list[Operation]
) -> None:
    """Cookies alone do nothing, and where they would count for nothing, they do count for nothing.

    A route that is open to all either refuses them too, or answers as it would answer a visitor.
    """
    wrong: list[str] = []
    for operation in operations:
        if not operation.changes:
            continue
        who = operation.asker() if operation.access is not Access.ANYONE else "volunteer"
        for kind, proof in proofs(world, who).items():
            before = state(connection)
            with undone(connection):
                answer = unproven(world, who, operation, proof)
                refused = answer.status_code == 403 and answer.json["type"] == "/problems/csrf"
                changed = state(connection) != before
            if operation.access is Access.ANYONE and not refused:
                with undone(connection):
                    as_visitor = ask(world, "visitor", operation)
                refused = (answer.status_code, answer.data) == (
                    as_visitor.status_code,
                    as_visitor.data,
                )
                changed = False
            if not refused or changed:
                wrong.append(f"{operation.name} {who}, {kind}: {answer.status}")
    assert not wrong, listed(wrong)


def unproven(world: World, who: str, operation: Operation, proof: str | None) -> TestResponse:
    """A right request of a person's browser, with this proof that our page made it."""
    headers = {} if proof is None else {"X-CSRF-TOKEN": proof}
    sent = operation.row.sent(world.names)
    path = operation.row.path.format_map(world.names)
    # Not as a `Browser` sends it, which adds the right proof.
    return FlaskClient.open(
        world.clients[who], path, method=operation.method, headers=headers, **sent
    )


def test_a_program_needs_no_proof(
    app: Application, world: World, connection: Connection, operations: list[Operation]
) -> None:
    wrong: list[str] = []
    program = app.test_client(use_cookies=False)
    for operation in operations:
        if not operation.changes or operation.name.endswith("/auth/refresh"):
            continue
        who = operation.asker()
        token = world.clients[who].get_cookie("samspil_access", path="/api")
        headers = {} if token is None else {"Authorization": f"Bearer {token.value}"}
        path = operation.row.path.format_map(world.names)
        with undone(connection):
            answer = program.open(
                path, method=operation.method, headers=headers, **operation.row.sent(world.names)
            )
        if answer.status_code != operation.row.let_in:
            wrong.append(f"{operation.name} {who}: {answer.status}")
        if "Set-Cookie" in answer.headers and "/auth/" not in operation.name:
            wrong.append(f"{operation.name} {who}: gives a program cookies")
    assert not wrong, listed(wrong)


# Addresses


EVIL = "evil.example"
EVIL_HEADERS = {
    "Host": EVIL,
    "X-Forwarded-Host": EVIL,
    "X-Forwarded-Server": EVIL,
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": f"//{EVIL}",
    "X-Original-Host": EVIL,
    "Forwarded": f"host={EVIL}",
    "X-Original-URL": f"//{EVIL}",
    "Referer": f"https://{EVIL}/",
    "Origin": f"https://{EVIL}",
}


def test_no_link_redirect_or_mail_leads_where_a_header_says(
    world: World, connection: Connection, operations: list[Operation]
) -> None:
    wrong: list[str] = []
    for operation in operations:
        for who in {"visitor", operation.asker()}:
            with undone(connection):
                answer = ask(world, who, operation, headers=EVIL_HEADERS)
                written = connection.execute(text("SELECT m::text FROM mails m")).scalars().all()
            shown = f"{answer.headers} {answer.data!r} {written}"
            if EVIL in shown:
                at = shown.index(EVIL)
                wrong.append(f"{operation.name} {who}: …{shown[at - 40 : at + 40]}…")
    for path in (f"//{EVIL}/", f"//{EVIL}/%2e%2e", "//api//v1//associations", "/api/v1/site/"):
        answer = world.clients["visitor"].get(path, headers=EVIL_HEADERS)
        leads = answer.headers.get("Location", "")
        if EVIL in leads or leads.startswith("//"):
            wrong.append(f"{path}: {leads}")
    assert not wrong, listed(wrong)
