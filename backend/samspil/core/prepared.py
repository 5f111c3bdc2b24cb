"""Statements that are put together once and then only given new values.

Building a large statement from its parts costs more than running it. A hot search therefore names
every value that comes from outside with `given`, and says by a `shape` when two searches differ in
nothing but those values; `Prepared` then keeps the text that the first of them was compiled to.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import psycopg
from psycopg.rows import namedtuple_row
from sqlalchemy import BindParameter, bindparam
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from samspil.core.db import PARAMSTYLE, AnySelect

PREFIX: Final = "given_"
MOST_STATEMENTS: Final = 1_000


class _Compiler(PGCompiler_psycopg):
    """Writes a statement's own constants into it: only what comes from outside is a parameter.

    PostgreSQL then knows how long a page is, finds a plan for all values as good as one for these,
    and keeps it. Planning a search takes as long as running it.
    """

    def visit_bindparam(self, bindparam: Any, *args: Any, **options: Any) -> Any:
        """As a literal, unless it was given from outside."""
        options["literal_binds"] = not bindparam.key.startswith(PREFIX)
        return super().visit_bindparam(bindparam, *args, **options)  # type: ignore[no-untyped-call]


_dialect = postgresql.psycopg.dialect(paramstyle=PARAMSTYLE)  # type: ignore[no-untyped-call]
_dialect.statement_compiler = _Compiler
_prepared: dict[Hashable, Prepared] = {}


def given(name: str, value: Any, type_: Any = None) -> BindParameter[Any]:
    """A value from outside; one statement may hold it in several places, but never another."""
    return bindparam(f"{PREFIX}{name}", value, type_)


def given_later(name: str, type_: Any) -> BindParameter[Any]:
    """A value from outside that is not known before the statement runs."""
    return given(name, None, type_)


def as_parameters(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of what a statement was given, as its parameters."""
    return {f"{PREFIX}{name}": value for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A compiled statement and the names of its parameters. What was given is not kept."""

    text: str
    order: Sequence[str]

    @classmethod
    def compiled(cls, statement: AnySelect, values: Mapping[str, Any]) -> Prepared:
        """Compile a statement, making sure that `values` hold all that it was given."""
        compiled = statement.compile(dialect=_dialect, compile_kwargs={"render_postcompile": True})
        told = as_parameters(values)
        held = compiled.params
        if any(name not in told or value not in (None, told[name]) for name, value in held.items()):
            raise AssertionError(f"given {sorted(held)}, but told {sorted(values)}")
        return cls(str(compiled), compiled.positiontup or ())

    def rows(
        self, session: Session, values: Mapping[str, Any], *, planned_for_its_values: bool
    ) -> Sequence[Any]:
        """Run it with new values, by the driver alone: what SQLAlchemy adds costs as much again.

        Raises:
            DBAPIError: as SQLAlchemy would.
        """
        named = as_parameters(values)
        parameters = tuple(named[name] for name in self.order)
        connection = session.connection()
        driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
        try:
            with driver.cursor(row_factory=namedtuple_row) as cursor:
                cursor.execute(self.text, parameters, prepare=not planned_for_its_values)
                return cursor.fetchall()
        except psycopg.Error as error:
            if driver.closed:
                # SQLAlchemy finds that too, and lets go of every connection that has gone with it.
                connection.exec_driver_sql("SELECT")
            raise DBAPIError.instance(
                self.text, None, error, psycopg.Error, True, dialect=connection.dialect
            ) from error


def rows_of(
    session: Session,
    shape: Hashable,
    values: Mapping[str, Any],
    build: Callable[[], AnySelect],
    *,
    planned_for_its_values: bool = False,
) -> Sequence[Any]:
    """Run the statement of this shape with these values; `build` makes it the first time.

    One whose best plan depends on its values can be planned for them each time.
    """
    prepared = _prepared.get(shape)
    if prepared is None:
        if len(_prepared) >= MOST_STATEMENTS:
            _prepared.clear()
        prepared = _prepared[shape] = Prepared.compiled(build(), values)
    return prepared.rows(session, values, planned_for_its_values=planned_for_its_values)
