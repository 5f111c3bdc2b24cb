"""Whom an association can call on the day: its crew as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.language import text
from samspil.core.time import local
from samspil.volunteering.crews import queries
from samspil.volunteering.crews.access import must_manage

TAKEN: Final = "export-contacts"
# What Danish spreadsheets take for a table of columns in UTF-8.
SEPARATOR: Final = ";"
BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
# A cell that begins so is reckoned with instead of shown.
_BEGINS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


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
    written = io.StringIO()
    table = csv.writer(written, delimiter=SEPARATOR)
    table.writerow([text(f"contacts.{column}") for column in ("name", "email", "shift")])
    for row in rows:
        starts = "" if row.Shift is None else f"{local(row.Shift.starts_at):%d.%m.%Y %H:%M}"
        table.writerow(harmless([row.name, row.email or "", starts]))
    return BYTE_ORDER_MARK + written.getvalue()


def harmless(cells: Sequence[str]) -> list[str]:
    """Cells that a spreadsheet shows as they are: a name is no formula."""
    return [f"'{cell}" if cell.startswith(_BEGINS_A_FORMULA) else cell for cell in cells]
