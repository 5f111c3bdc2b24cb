"""The database: engine, sessions, the base of all tables."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final

import orjson
import psycopg
import uuid_utils.compat
from psycopg import RawCursor
from psycopg.errors import DeadlockDetected, LockNotAvailable, QueryCanceled
from sqlalchemy import (
    DateTime,
    Engine,
    MetaData,
    Select,
    create_engine,
    event,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from sqlalchemy.types import Text

from samspil.core.errors import Conflict, Problem

NO_ERRORS: Final[Mapping[str, type[Problem]]] = MappingProxyType({})

# Names are stable, because a constraint's name is mapped to a domain error.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> uuid.UUID:
    """A UUID of version 7: grows with time, so that indexes stay compact."""
    return uuid_utils.compat.uuid7()


# A statement whose columns are known to the code that reads its rows, not to the type checker.
AnySelect = Select[*tuple[Any, ...]]

Id = Annotated[uuid.UUID, mapped_column(primary_key=True, default=new_id)]
Moment = Annotated[datetime, mapped_column(DateTime(timezone=True))]
TextArray = Annotated[list[str], mapped_column(ARRAY(Text), default=list, server_default="{}")]


# What the database calls its refusal of a row with the id of somebody erased; see the migration.
PERSON_IS_ERASED: Final = "person_is_erased"


class Base(DeclarativeBase):
    """Every table of ours."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, datetime: DateTime(timezone=True)}


class Dated:
    """When a row was made and last changed."""

    created_at: Mapped[Moment] = mapped_column(server_default=func.now(), sort_order=900)
    updated_at: Mapped[Moment] = mapped_column(
        server_default=func.now(), onupdate=func.now(), sort_order=901
    )


SESSION = {
    "timezone": "UTC",
    # Compiling a plan costs more than any search here takes.
    "jit": "off",
    "statement_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
    # Every search stops after a page: a second process would cost more than it gives.
    "max_parallel_workers_per_gather": "0",
}
# Somebody waits for the answer, and others for the thread. Jobs and commands wait for a lock as
# long as a statement may take.
REQUEST: Final = {"lock_timeout": "2s", "statement_timeout": "5s"}
# For a connection, seconds: there is one for every thread, unless the database is in trouble.
POOL_TIMEOUT: Final = 2.0


# PostgreSQL's own way to write parameters. psycopg's other one it rewrites into this; for a
# statement as long as a search it would do so at every run.
PARAMSTYLE: Final = "numeric_dollar"

# For a statement whose best plan depends on its values: PostgreSQL plans it for them each time,
# instead of keeping one plan for all values.
_BY_VALUES: Final = "planned_for_its_values"
PLANNED_FOR_ITS_VALUES: Final[Mapping[str, Any]] = MappingProxyType({_BY_VALUES: True})


def request_engine(url: str, connections: int) -> Engine:
    """An engine for requests: what does not come soon fails, so that no thread waits for it.

    Args:
        url: the database's.
        connections: how many there may be at once.
    """
    return make_engine(
        url, REQUEST, pool_size=connections, max_overflow=0, pool_timeout=POOL_TIMEOUT
    )


def make_engine(url: str, limits: Mapping[str, str] | None = None, **options: Any) -> Engine:
    """An engine whose connections answer quickly or fail clearly.

    Args:
        url: the database's.
        limits: settings of PostgreSQL's that differ from `SESSION`.
        **options: SQLAlchemy's.
    """
    session = SESSION | dict(limits or {})
    engine = create_engine(
        url,
        hide_parameters=True,  # an error's text shall not tell what a person sent
        paramstyle=PARAMSTYLE,
        json_deserializer=orjson.loads,
        connect_args={
            "cursor_factory": RawCursor,
            "connect_timeout": 5,
            "options": " ".join(f"-c {name}={value}" for name, value in session.items()),
        },
        **options,
    )
    event.listen(engine, "do_execute", _planned_for_its_values)
    return engine


def in_vain(error: BaseException) -> type[psycopg.Error] | None:
    """What kind of wait has been given up, if that is the error: the database has answered."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    waits = (LockNotAvailable, QueryCanceled, DeadlockDetected)
    return next((kind for kind in waits if isinstance(cause, kind)), None)


def _planned_for_its_values(cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
    """Run a statement unprepared where it asks for that; True when it has been run."""
    asked = bool(context.execution_options.get(_BY_VALUES))
    if asked:
        cursor.execute(statement, parameters, prepare=False)
    return asked


def is_about_the_erased(error: IntegrityError) -> bool:
    """Whether the database has refused a row because its person has been erased."""
    return violated(error) == PERSON_IS_ERASED


@contextmanager
def once(session: Session, errors: Mapping[str, type[Problem]] = NO_ERRORS) -> Iterator[None]:
    """Write what a unique constraint decides: of two who write the same at once, one fails here.

    The session is as before the block when it fails, and can go on.

    Args:
        session: the transaction.
        errors: what a constraint's violation means, by the constraint's name.

    Raises:
        Problem: that of the violated constraint, or Conflict where none is named.
    """
    try:
        with session.begin_nested():
            yield
    except IntegrityError as error:
        raise errors.get(violated(error) or "", Conflict) from error


def add_once(
    session: Session, *rows: Base, errors: Mapping[str, type[Problem]] = NO_ERRORS
) -> None:
    """Add rows that may be there already; see `once`."""
    with once(session, errors):
        session.add_all(rows)


def violated(error: DBAPIError) -> str | None:
    """The name of the constraint that a statement broke, as the driver says it."""
    said = getattr(error.orig, "diag", None)
    return None if said is None else said.constraint_name


class Database:
    """Sessions for requests: one that only reads, one that writes in a single transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.writing = sessionmaker(engine, expire_on_commit=False)
        # A search is one statement: without BEGIN and ROLLBACK around it, it is one round trip.
        self.reading = sessionmaker(
            engine.execution_options(isolation_level="AUTOCOMMIT"), expire_on_commit=False
        )

    def session(self, *, writes: bool) -> Session:
        """A new session; the caller closes it."""
        return self.writing() if writes else self.reading()


# The lock only keeps order: who changes the same thing waits in line for it, until the transaction
# ends. What must never break is guarded by the database's constraints. Whoever takes several locks
# takes them in one order everywhere: a person before a need, and things of one kind by their ids.


def advisory_lock(session: Session, kind: str, thing: uuid.UUID) -> None:
    """Go on once nobody before us works on this thing any more.

    What is read from then on is as they left it.
    """
    key = func.hashtextextended(f"{kind} {thing}", literal_column("0"))
    session.execute(select(func.pg_advisory_xact_lock(key)))
