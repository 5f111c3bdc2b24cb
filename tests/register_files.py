"""Small files as a municipality's register would export them, and bringing them in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from samspil.registers.columns import header
from samspil.registers.importing import Outcome, Register, import_rows
from samspil.registers.tables import Table

Row = Mapping[str, str]


def written(rows: Sequence[Row], delimiter: str = ";") -> str:
    """Rows as CSV, with all the columns that any of them has."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


class Importing:
    """A register that rows come from, again and again."""

    def __init__(self, session: Session, folder: Path, make: Callable[[Session], Register]) -> None:
        self.session = session
        self._file = folder / "register.csv"
        self._make = make

    def __call__(self, *rows: Row, force: bool = False) -> list[Outcome]:
        """Import a file of these rows."""
        self._file.write_text(written(rows), encoding="utf-8")
        register = self._make(self.session)
        with Table(self._file, header(register.columns)) as table:
            return list(import_rows(self.session, register, table, force=force))

    def one(self, row: Row, *, force: bool = False) -> Outcome:
        """Import a file of one row."""
        [outcome] = self(row, force=force)
        return outcome


def kinds(outcomes: Sequence[Outcome]) -> list[str]:
    return [outcome.kind for outcome in outcomes]


def reasons(outcome: Outcome) -> str:
    """All that is wrong, as one text."""
    return " / ".join(f"{line}: {reason}" for line, reason in outcome.reasons)
