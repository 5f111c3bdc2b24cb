"""Whom an association can call on the day: its crew as a table for a spreadsheet."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.language import text
from samspil.core.time import local
from samspil.registers import tables
from samspil.signups.crews import queries
from samspil.signups.crews.access import must_manage

TAKEN: Final = "export-contacts"


def of_shift(session: Session, actor: Actor, shift_id: uuid.UUID) -> str:
    """Those with a place in a shift, as a table; that it was taken is noted.

    Raises:
        NotFound, Forbidden: the person does not manage the association.
    """
    need, _ = must_manage(session, actor, session.execute(queries.shift(shift_id)).one_or_none())
    audit.record(session, actor.id, TAKEN, "shift", shift_id)
    return _table(session.execute(queries.crew(need.id, shift_id)))


def of_need(session: Session, actor: Actor, need_id: uuid.UUID) -> str:
    """Those with a place at a need, whichever the shift; that it was taken is noted.

    Raises:
        NotFound, Forbidden: the person does not manage the association.
    """
    (need,) = must_manage(session, actor, session.execute(queries.need(need_id)).one_or_none())
    audit.record(session, actor.id, TAKEN, "need", need_id)
    return _table(session.execute(queries.crew(need.id, None)))


def _table(rows: Iterable[Any]) -> str:
    heading = [text(f"contacts.{column}") for column in ("name", "email", "shift")]
    return tables.written([heading, *([row.name, row.email, _starts(row)] for row in rows)])


def _starts(row: Any) -> str | None:
    return None if row.Shift is None else f"{local(row.Shift.starts_at):%d.%m.%Y %H:%M}"
