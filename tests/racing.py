"""Requests and jobs held under way while somebody is erased, and what is left of them afterwards.

Nothing here waits for luck: a request is held where it commits, or an erasure before it does, until
the other one has either ended or waits for a lock.
"""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import g, has_request_context
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from samspil.core import time
from samspil.core.db import Base
from samspil.core.http import Application
from samspil.core.privacy import Someone, erase
from samspil.core.privacy.registry import columns_of_people
from samspil.local import processes

SECONDS = 30.0
Call = Callable[[], Any]


class Running(threading.Thread):
    """A call in a thread of its own, and what it gave; perhaps it is held where it commits."""

    def __init__(self, call: Call, *, is_held: bool = False) -> None:
        super().__init__(daemon=True)
        self._call = call
        self.is_held = is_held
        self.gave: Any = None
        self.raised: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self.gave = self._call()
        except BaseException as error:  # whoever asks for the result gets it
            self.raised = error

    def result(self) -> Any:
        self.join(SECONDS)
        assert not self.is_alive()
        if self.raised is not None:
            raise self.raised
        return self.gave


def _waits(app: Application) -> bool:
    """Whether anybody in this database waits for a lock."""
    waiting = text(
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
        " AND wait_event_type = 'Lock')"
    )
    with app.database.engine.connect() as connection:
        return bool(connection.scalar(waiting))


def stopped(app: Application, running: Running) -> None:
    """Go on when a call has ended or waits for a lock."""
    assert processes.wait_until(lambda: not running.is_alive() or _waits(app), SECONDS)


def erase_now(app: Application, who: Someone) -> None:
    """Erase somebody, as their link does."""
    with app.database.writing.begin() as session:
        erase(session, who, time.now())


def while_erased(app: Application, who: Someone, write: Call) -> Any:
    """What a call gives that began when somebody was nearly erased, and ends when they are."""
    with app.database.writing.begin() as session:
        erase(session, who, time.now())
        writing = Running(write)
        stopped(app, writing)
    return writing.result()


def then_erased(app: Application, who: Someone, write: Call) -> Any:
    """What a call gives that had written all it writes when somebody's erasing began."""
    with _held_at_commit(app) as (reached, go_on):
        writing = Running(write, is_held=True)
        assert processes.wait_until(lambda: reached.is_set() or not writing.is_alive(), SECONDS)
        erasing = Running(lambda: erase_now(app, who))
        stopped(app, erasing)
        go_on.set()
        erasing.result()
        return writing.result()


@contextmanager
def _held_at_commit(app: Application) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Hold the request or the job that commits until it may go on."""
    reached, go_on = threading.Event(), threading.Event()

    def hold(session: Session) -> None:
        running = threading.current_thread()
        if not isinstance(running, Running) or not running.is_held:
            return
        # What a request counts, it commits apart.
        if not has_request_context() or g.get("session") is session:
            reached.set()
            assert go_on.wait(SECONDS)

    event.listen(app.database.writing, "before_commit", hold)
    try:
        yield reached, go_on
    finally:
        go_on.set()
        event.remove(app.database.writing, "before_commit", hold)


def left(app: Application, who: Someone) -> dict[str, int]:
    """Rows by table in which somebody's address, name or id stands, but for what is to stay.

    The audit log keeps ids that lead to nobody, and the person's row is one of those. The job that
    looks for them in the folder of mails knows whom to look for until it is done.
    """
    address, name = re.escape(who.email), re.escape(who.name)
    said = rf"(^|[^\w.+-]){address}|\m{name}\M"
    tables = set(Base.metadata.tables) - {"audit_log"}
    found = {}
    with app.database.engine.connect() as connection:
        for table in sorted(tables):
            columns = columns_of_people(table)
            whose = " OR ".join(["t::text ~* :said", *(f"{one} = :id" for one in columns)])
            asked = text(f"SELECT count(*) FROM {table} t WHERE {whose}")
            count = connection.scalar(asked, {"said": said, "id": who.id})
            found |= {table: count} if count else {}
        jobs = text(
            "SELECT count(*) FROM procrastinate_jobs t"
            " WHERE t::text ~* :said AND task_name <> 'mail.forget'"
        )
        count = connection.scalar(jobs, {"said": said})
    return found | ({"jobs": count} if count else {})
