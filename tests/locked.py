"""The law that whoever writes for a person has locked them, watched in all that the tests do.

A request or a job under way while somebody is erased would else write for them once more. That the
database refuses a new row of theirs is not enough: there are words and addresses in others' rows,
and what waits for a person's row while it holds an association's may wait for ever.
"""

import sys
import uuid
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from flask import g, has_request_context
from sqlalchemy import Connection, Engine, Table, event
from sqlalchemy.sql.dml import Delete, Insert, Update

from samspil.core.db import Base
from samspil.core.jobs import Task
from samspil.core.privacy import RECORDS
from samspil.core.privacy.registry import columns_of_people

# What is written without the lock of the person whose id it has, and why.
EXCUSED = {
    ("audit_log", "actor_id"): "ids alone, which stay and lead to nobody",
    ("mails", "person_id"): "who is told of it; the database ends a mail to somebody erased",
    ("answered_requests", "actor_id"): "written first of all; the database looks when it is kept",
}
# Who makes an offer or takes it back is at the need's turn, which erasing somebody takes as well.
AT_A_NEEDS_TURN = {"signups", "links", "messages", "thread_marks", "hours_entries"}
# Their rows are found by a secret or a key, and changed or ended by that; erased, there are none.
OF_THEIR_OWN = {"mails", "answered_requests", "links", "login_sessions", "calendar_feeds"}
# What nights and mail servers do to rows by their age and state.
BY_TIME = {"privacy.retire", "mail.deliver", "mail.forget", "mail.tidy"}

_broken: list[str] = []
_by_transaction: "weakref.WeakKeyDictionary[Any, list[str]]" = weakref.WeakKeyDictionary()


def _turns(connection: Connection) -> list[str]:
    """The turns taken in this request, or else in this transaction, in their order."""
    if has_request_context():
        if "turns" not in g:
            g.turns = []
        taken: list[str] = g.turns
        return taken
    return _by_transaction.setdefault(connection.get_transaction(), [])


def _job() -> str | None:
    """The name of the task that runs, if one does."""
    frame = sys._getframe()
    while frame is not None:
        if frame.f_code is Task.__call__.__code__:
            task: Task = frame.f_locals["self"]
            return task.name
        frame = frame.f_back
    return None


def _written(table: Table, parameters: list[dict[str, Any]]) -> Iterator[tuple[str, uuid.UUID]]:
    """(column, person) of the ids that a statement writes."""
    for values in parameters:
        for name, value in values.items():
            column = name.rpartition("_m")[0] if name.rpartition("_m")[2].isdigit() else name
            if column in columns_of_people(table.name) and value is not None:
                yield column, uuid.UUID(str(value))


def _watch(
    connection: Connection, _cursor: Any, statement: str, sent: Any, context: Any, _many: bool
) -> None:
    if "pg_advisory_xact_lock(" in statement:
        _turns(connection).extend(one for one in sent if str(one).startswith(("person ", "need ")))
    compiled = context.compiled if context else None
    written = compiled.statement if compiled is not None else None
    if not isinstance(written, Insert | Update | Delete) or written.table.name not in RECORDS:
        return
    table = Base.metadata.tables[written.table.name]
    if not columns_of_people(table.name) or not (job := has_request_context() or _job()):
        return
    if job in BY_TIME:
        return
    held = _turns(connection)
    said = f"{written.__visit_name__} {table.name}"
    if isinstance(written, Insert | Update):
        for column, person in _written(table, context.compiled_parameters):
            excused = (table.name, column) in EXCUSED
            at_turn = table.name in AT_A_NEEDS_TURN and any(one[:5] == "need " for one in held)
            if not excused and not at_turn and f"person {person}" not in held:
                _broken.append(f"{said}.{column}")
    if not (isinstance(written, Insert) or held or table.name in OF_THEIR_OWN):
        _broken.append(said)


def broken() -> list[str]:
    """What has broken the law since this was last asked."""
    found = sorted(set(_broken))
    _broken.clear()
    return found


@pytest.fixture(scope="session", autouse=True)
def watched() -> Iterator[None]:
    """Look at every statement of the run."""
    event.listen(Engine, "before_cursor_execute", _watch)
    yield
    event.remove(Engine, "before_cursor_execute", _watch)


@pytest.fixture(autouse=True)
def whoever_writes_for_a_person_has_locked_them(
    watched: None,  # noqa: ARG001  # it is looked at
) -> Iterator[None]:
    """Fail a test in which a request or a job wrote for somebody without their lock."""
    broken()
    yield
    found = broken()
    assert found == [], found
