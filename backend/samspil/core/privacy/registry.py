"""The privacy registry: what is kept of people, why and how long.

It is the one table that everything about it is read from. Each domain says it of its own tables,
column by column, and hands it over in its manifest. The privacy page, the export, erasing and the
retention job walk what was handed over; a test fails for a column that nobody has spoken for.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    SQLColumnExpression,
    Table,
    delete,
    false,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from samspil.core.db import Base, advisory_lock
from samspil.core.files import Files
from samspil.core.language import Language


class Wording(NamedTuple):
    """A text in both languages."""

    da: str
    en: str

    def text(self, language: Language) -> str:
        """In one of them."""
        return self.da if language == "da" else self.en


@dataclass(frozen=True, slots=True)
class Someone:
    """Whose data it is about: an id, and the address by which rows without that id are found.

    Of somebody who has been erased only the id is known; the rest is empty, and finds nothing.
    """

    id: UUID
    email: str
    name: str
    language: Language = "da"


Row = dict[str, Any]
Export = Callable[[Session, Someone], list[Row]]
Erase = Callable[[Session, Someone, datetime], None]
Retire = Callable[[Session, datetime], int]
Attached = Callable[[Session, Files, Someone], Iterator[tuple[str, bytes]]]


class Occasion(enum.Enum):
    """Why what opens something of a person's ends."""

    PROOF = "the address was proved to be theirs for the first time"
    PASSWORD = "another password was chosen"  # noqa: S105  # words
    EVERYWHERE = "they signed out everywhere"
    ADDRESS = "the account has another address"
    POWERS = "they were appointed to something, or are so no longer"
    ERASURE = "they are erased"


@dataclass(frozen=True, slots=True)
class Ending:
    """Whose keys end, why and when.

    Attributes:
        person_id: whose.
        occasion: why.
        now: when.
        but_session: the session that goes on, where the person chose the end in it.
        but_tables: tables whose keys go on, where the person was asked and said so.
    """

    person_id: UUID
    occasion: Occasion
    now: datetime
    but_session: UUID | None = None
    but_tables: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Key:
    """A column with a secret, or its hash: whoever has the secret opens something of a person's.

    Attributes:
        column: its name.
        end: ends what the secret opens; which occasions it is for is its own to know.
        stays: why nothing ends it but erasing the row, where there is no `end`.
    """

    column: str
    end: Callable[[Session, Ending], None] | None = None
    stays: str | None = None

    def __post_init__(self) -> None:
        if (self.end is None) == (self.stays is None):
            raise ValueError(f"{self.column}: either it ends, or it is said why not")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyRecord:
    """What one table keeps of people.

    Attributes:
        table: its name.
        personal: columns that say something of a person, also by an id.
        impersonal: all others.
        withheld: personal columns that no export shows, because they are keys to an account.
        owner: the personal column with the id of the person a row is about; the export is then
            every row of theirs with every column, and needs no function.
        what: what is kept, in plain words.
        why: the purpose.
        basis: the legal basis.
        until: how long.
        export: the rows about somebody, where there is no owner.
        erase: blanks or deletes what is about somebody; None where `until` says why it stays.
        retire: deletes what is past its time, all of it or a part; returns how many rows. The
            nightly job asks again until there is nothing left.
        files: names and contents of files that belong to somebody's rows, for the export.
        keys: the columns whose secrets open something of the person's.
    """

    table: str
    personal: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    owner: str | None = None
    what: Wording | None = None
    why: Wording | None = None
    basis: Wording | None = None
    until: Wording | None = None
    export: Export | None = None
    erase: Erase | None = None
    retire: Retire | None = None
    files: Attached | None = None
    keys: tuple[Key, ...] = ()

    def __post_init__(self) -> None:
        said = (self.what, self.why, self.basis, self.until)
        if self.personal and None in said:
            raise ValueError(f"{self.table}: personal data without what, why, basis and until")
        if set(self.personal) & set(self.impersonal):
            raise ValueError(f"{self.table}: a column is either personal or not")
        if not {*self.withheld, *filter(None, [self.owner])} <= set(self.personal):
            raise ValueError(f"{self.table}: owner and withheld columns are personal ones")

    def wording(self, language: Language) -> dict[str, str]:
        """What, why, basis and until, as far as they are said."""
        wordings = {n: getattr(self, n) for n in ("what", "why", "basis", "until")}
        return {name: said.text(language) for name, said in wordings.items() if said is not None}

    def rows(self, session: Session, someone: Someone) -> list[Row]:
        """What the table has about somebody."""
        if self.export is not None:
            return self.export(session, someone)
        if self.owner is None:
            return []
        return rows_where(session, self, table(self.table).c[self.owner] == someone.id)


_registered: dict[str, PrivacyRecord] = {}
RECORDS: Final[Mapping[str, PrivacyRecord]] = MappingProxyType(_registered)


def install_records(kept: Iterable[PrivacyRecord]) -> None:
    """Make known what tables keep.

    Raises:
        ValueError: a table is spoken for twice.
    """
    for one in kept:
        if _registered.setdefault(one.table, one) is not one:
            raise ValueError(f"{one.table} is registered twice")


def erase(session: Session, someone: Someone, now: datetime) -> None:
    """Erase what is kept of somebody, from what points at others down to what is pointed at.

    Nobody who takes the person's lock writes for them meanwhile. Others, who write to them or name
    them, are refused by the database once the person's own row, the last one, is blank; what they
    had just written by then is there the second time. That row comes last because who holds an
    association or a need may wait for it, but never the other way round.

    What it leaves is said in `until`. It never commits.
    """
    advisory_lock(session, "person", someone.id)
    for _ in range(2):
        for kept in reversed(_in_order()):
            if kept.erase is not None:
                kept.erase(session, someone, now)
        session.flush()


def rows_left(session: Session, someone: Someone) -> dict[str, int]:
    """How many rows still have the id of somebody erased, in tables that are erased, by table."""
    found: dict[str, int] = {}
    for kept in _in_order():
        if kept.erase is not None and (columns := columns_of_people(kept.table)):
            there = table(kept.table)
            mine = or_(*(there.c[column] == someone.id for column in columns))
            count = session.scalars(select(func.count()).select_from(there).where(mine)).one()
            found |= {kept.table: count} if count else {}
    return found


def columns_of_people(name: str) -> list[str]:
    """A table's columns that hold a person's id, with a foreign key or without."""
    people = {kept.table for kept in RECORDS.values() if kept.owner == "id"}
    keyed = {k.parent.name for k in table(name).foreign_keys if k.column.table.name in people}
    return [c.name for c in table(name).c if c.name in keyed | {"person_id", "actor_id"}]


def retiring() -> list[PrivacyRecord]:
    """What has an end in time, each table before those it points at."""
    return [kept for kept in reversed(_in_order()) if kept.retire is not None]


def end_keys(session: Session, ending: Ending) -> None:
    """End what opens something of a person's: the one way in which it ends.

    The caller holds the person's lock. It never commits.
    """
    for kept in _in_order():
        if kept.table not in ending.but_tables:
            for key in kept.keys:
                if key.end is not None:
                    key.end(session, ending)


def retire(session: Session, now: datetime) -> dict[str, int]:
    """Delete what is past its time; returns how many rows by table. It never commits."""
    return {kept.table: kept.retire(session, now) for kept in retiring() if kept.retire is not None}


def privacy_table(language: Language) -> list[dict[str, str]]:
    """The rows of the privacy page: what, why, basis, until.

    Tables that keep the same in the same way, as each register's memory does, are one row.
    """
    rows: list[dict[str, str]] = []
    for kept in _in_order():
        row = kept.wording(language)
        if kept.personal and row not in rows:
            rows.append(row)
    return rows


def _in_order() -> list[PrivacyRecord]:
    """All records, each table after those it points at."""
    order = {found.name: at for at, found in enumerate(Base.metadata.sorted_tables)}
    return sorted(RECORDS.values(), key=lambda kept: order[kept.table])


# Building blocks of records.


def table(name: str) -> Table:
    """A table by its name."""
    return Base.metadata.tables[name]


def rows_where(session: Session, kept: PrivacyRecord, condition: ColumnElement[bool]) -> list[Row]:
    """Rows with all columns but the withheld ones, in the order they were made."""
    found = table(kept.table)
    shown = [c for c in found.c if c.name not in kept.withheld]
    rows = session.execute(select(*shown).where(condition).order_by(*found.primary_key))
    # A column's name may be SQLAlchemy's own kind of text, which JSON does not take as a key.
    return [{str(name): value for name, value in row.items()} for row in rows.mappings()]


def is_address(column: SQLColumnExpression[Any], someone: Someone) -> ColumnElement[bool]:
    """Whether a column has somebody's address, however it is spelt."""
    if not someone.email:
        return false()
    return func.lower(column) == someone.email.lower()


def deleting(name: str, column: str) -> Erase:
    """Delete the rows whose column has the person's id."""

    def erase_rows(session: Session, someone: Someone, _now: datetime) -> None:
        found = table(name)
        session.execute(delete(found).where(found.c[column] == someone.id))

    return erase_rows


def unlinking(name: str, *columns: str) -> Erase:
    """Forget who it was, and keep the rows."""

    def forget_who(session: Session, someone: Someone, _now: datetime) -> None:
        found = table(name)
        for column in columns:
            mine = found.c[column] == someone.id
            session.execute(update(found).where(mine).values({column: None}))

    return forget_who


def both(*erasers: Erase) -> Erase:
    """One eraser after the other."""

    def erase_all(session: Session, someone: Someone, now: datetime) -> None:
        for one in erasers:
            one(session, someone, now)

    return erase_all


def older_than(name: str, column: str, age: timedelta) -> Retire:
    """Delete the rows whose moment is longer ago than an age."""

    def delete_old(session: Session, now: datetime) -> int:
        found = table(name)
        gone = session.execute(delete(found).where(found.c[column] < now - age).returning(1))
        return len(gone.all())

    return delete_old


# Wordings that several domains' records share.

PUBLIC_TASK: Final = Wording(
    "Kommunens opgaver i offentlighedens interesse (databeskyttelsesforordningen artikel 6, stk. 1,"
    " litra e).",
    "The municipality's tasks in the public interest (GDPR article 6(1)(e)).",
)
CONSENT: Final = Wording(
    "Dit samtykke, som du altid kan trække tilbage (databeskyttelsesforordningen artikel 6, stk. 1,"
    " litra a).",
    "Your consent, which you can withdraw at any time (GDPR article 6(1)(a)).",
)
SECURITY: Final = Wording(
    "Kommunens pligt til at passe på oplysningerne (databeskyttelsesforordningen artikel 6, stk. 1,"
    " litra c, og artikel 32).",
    "The municipality's duty to keep the data safe (GDPR articles 6(1)(c) and 32).",
)
WITH_THE_ACCOUNT: Final = Wording("Indtil du sletter din konto.", "Until you delete your account.")
