"""Importing a register's rows, again and again, without overwriting what people have edited.

A register is a list that somebody else keeps: a municipality's associations, its premises. Each
of its rows has an id there (source and external id), which keeps its identity here through new
names and spellings. For every row we remember, field by field, what the register last said. A
field that no longer reads so was edited by people, and their word stands unless it is overruled
by force.
"""

from __future__ import annotations

import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final, Literal

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from samspil.core.db import violated
from samspil.registers.columns import Column, Fields, read_cells
from samspil.registers.tables import Record
from samspil.search.words import Findable, index_text, learn, weighted

BATCH: Final = 250
# A request must be quick; an import may read faulty rows for a while before it writes again.
PATIENCE: Final = (
    "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = '2min'"
)
Kind = Literal["new", "changed", "unchanged", "refused"]

NOTHING: Final[tuple[Any, ...]] = (None, "", [], {})


class Imported:
    """What a register last said of a row of ours, which the subclass names in `object_id`.

    `object_id` becomes null when people remove the row: it does not come back by itself.
    """

    source: Mapped[str] = mapped_column(primary_key=True, comment="which register")
    external_id: Mapped[str] = mapped_column(primary_key=True, comment="the row's id there")
    written: Mapped[Fields] = mapped_column(
        JSONB, comment="each field as the register last said it"
    )
    object_id: Mapped[uuid.UUID | None]


class ImportRunning(Exception):  # noqa: N818  # a state of affairs
    """Another import of the same kind is under way."""


class InvalidRow(Exception):  # noqa: N818  # it is an answer
    """A row cannot go in; each reason stands for itself."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class RowValues:
    """What a register says of a thing.

    Attributes:
        fields: by name; a column that the file lacks says nothing.
        left_out: what it says but we do not take, and why.
        whole: beginnings of the names of fields of which it says all there are; one that it has
            said before and says no more is gone.
    """

    fields: Fields
    left_out: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in a register: a row of the file, or several that belong together.

    Attributes:
        line: where it begins in the file.
        key: its external id; empty where none could be read.
        name: what to call it in a report.
        values: what the register says of it.
        reasons: (line, reason) of all that is wrong; then `values` does not count.
    """

    line: int
    key: str
    name: str
    values: RowValues
    reasons: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry."""

    entry: Entry
    kind: Kind
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    reasons: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MergeResult:
    """A row after the register has spoken."""

    fields: Fields
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    written: Fields


class Register(ABC):
    """One kind of thing that comes from a register; each domain says how its rows are kept.

    Its class stands in the domain's manifest: `name` is its command's, after "import-", and `what`
    says what it imports.
    """

    name: ClassVar[str]
    what: ClassVar[str]
    columns: ClassVar[Sequence[Column]]
    link: ClassVar[type[Imported]]
    removes: ClassVar[bool] = False

    def __init__(self, session: Session, source: str, now: datetime) -> None:
        self.session = session
        self.source = source
        self.now = now
        self._words: set[str] = set()

    def index(self, texts: Findable) -> str:
        """What a row is found by, as its `search` keeps it; see `words.search_index`."""
        weights = weighted(texts)
        self._words.update(weights)
        return index_text(weights)

    def learn(self) -> None:
        """Let the vocabulary learn the words of a batch at once."""
        learn(self.session, self._words)
        self._words.clear()

    def remember(self, key: str, object_id: uuid.UUID) -> Imported:
        """The memory of a row that the register has not spoken of before."""
        memory = self.link()
        memory.source, memory.external_id = self.source, key
        memory.object_id, memory.written = object_id, {}
        return memory

    def entries(self, records: Iterable[Record]) -> Iterator[Entry]:
        """What the file's rows say: here, a thing a row."""
        for record in records:
            yield self._entry(record)

    def _entry(self, record: Record) -> Entry:
        values, reasons = read_cells(self.columns, record)
        key, name = values.pop("external_id", "") or "", self.name_of(values)
        said = RowValues(values)
        if not reasons:
            try:
                said = self.complete(values)
            except InvalidRow as refused:
                reasons = list(refused.reasons)
        return Entry(record.line, key, name, said, tuple((record.line, r) for r in reasons))

    def name_of(self, values: Fields) -> str:
        """What to call a row in a report."""
        return values.get("name") or ""

    @abstractmethod
    def complete(self, values: Fields) -> RowValues:
        """What a row says whose every cell was readable.

        Raises:
            InvalidRow: its cells do not fit together.
        """

    @abstractmethod
    def claims(self, entries: Sequence[Entry]) -> Mapping[str, uuid.UUID]:
        """By key, the rows that are here already without having come from this register."""

    @abstractmethod
    def load(self, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Fields]:
        """What stands here now, in the same fields."""

    @abstractmethod
    def add(self, entry: Entry) -> uuid.UUID:
        """Make a row of an entry's fields."""

    @abstractmethod
    def change(self, object_id: uuid.UUID, fields: Fields, changed: Sequence[str]) -> None:
        """Make a loaded row read as `fields`, of which `changed` are new.

        Raises:
            InvalidRow: it cannot, because of what has happened to the row here.
        """

    @abstractmethod
    def finish(self) -> None:
        """Write what had to wait until the rows themselves were written."""

    def forget(self) -> None:
        """Drop what waits: a batch begins, perhaps after one that was rolled back."""
        self._words.clear()


def merge(
    current: Fields, written: Mapping[str, Any], said: Fields, *, force: bool = False
) -> MergeResult:
    """Let a register speak about a row.

    Args:
        current: the row's fields now.
        written: what the register said before.
        said: what it says now.
        force: its word stands above people's.

    >>> merge({"name": "Ny"}, {"name": "Gammel"}, {"name": "Register"}).kept
    ('name',)
    """
    fields, after = dict(current), dict(written)
    changed, kept = [], []
    for name, value in said.items():
        now = current.get(name)
        untouched = now == written[name] if name in written else now in NOTHING
        if now == value:
            after[name] = value
        elif untouched or force:
            fields[name] = after[name] = value
            changed.append(name)
        else:
            kept.append(name)
    return MergeResult(fields, tuple(changed), tuple(kept), after)


def import_rows(
    session: Session, register: Register, records: Iterable[Record], *, force: bool = False
) -> Iterator[Outcome]:
    """Import a register's rows, in batches; what is wrong with one does not hurt another.

    It works in the caller's transaction, and never commits.

    Raises:
        ImportRunning: another import of the same kind is under way.
    """
    lock = func.hashtextextended(f"samspil import {register.link.__tablename__}", 0)  # type: ignore[attr-defined]
    if not session.scalar(select(func.pg_try_advisory_xact_lock(lock))):
        raise ImportRunning
    session.execute(text(PATIENCE))
    seen: dict[str, int] = {}
    for batch in _batches(register.entries(records)):
        good = []
        outcomes: dict[int, Outcome] = {}
        for entry in batch:
            reasons = entry.reasons
            if entry.key and entry.key in seen and not reasons:
                again = f"external_id: {entry.key!r} stands in line {seen[entry.key]} already"
                reasons = ((entry.line, again),)
            seen.setdefault(entry.key, entry.line)
            if reasons:
                outcomes[entry.line] = Outcome(entry, "refused", reasons=reasons)
            else:
                good.append(entry)
        outcomes |= {
            outcome.entry.line: outcome for outcome in _save(session, register, good, force)
        }
        yield from (outcomes[entry.line] for entry in batch)
        session.expunge_all()


def _save(
    session: Session, register: Register, entries: Sequence[Entry], force: bool
) -> list[Outcome]:
    """Save a batch; what the database itself refuses is found by saving one at a time."""
    if not entries:
        return []
    try:
        with session.begin_nested():
            return _save_all(session, register, entries, force)
    except (DataError, IntegrityError) as error:
        session.expunge_all()
        if len(entries) > 1:
            return [o for entry in entries for o in _save(session, register, [entry], force)]
        reason = f"the database refuses it ({violated(error) or type(error.orig).__name__})"
        return [_refused(entries[0], reason)]


def _save_all(
    session: Session, register: Register, entries: Sequence[Entry], force: bool
) -> list[Outcome]:
    register.forget()
    link = register.link
    keys = [entry.key for entry in entries]
    links = {
        row.external_id: row
        for row in session.scalars(
            select(link).where(link.source == register.source, link.external_id.in_(keys))
        )
    }
    claimed = register.claims([entry for entry in entries if entry.key not in links])
    ids = [row.object_id for row in links.values() if row.object_id is not None]
    current = register.load([*ids, *claimed.values()])
    new: list[Imported] = []
    outcomes = []
    for entry in entries:
        kept = links.get(entry.key)
        if kept is None and entry.key in claimed:
            kept = register.remember(entry.key, claimed[entry.key])
            new.append(kept)
        try:
            if kept is None or (kept.object_id is None and force):
                outcomes.append(_added(register, entry, kept, new))
            else:
                outcomes.append(_changed(register, entry, kept, current, force))
        except InvalidRow as refused:
            if kept in new:
                new.remove(kept)
            outcomes.append(_refused(entry, *refused.reasons))
    register.learn()
    session.flush()  # what follows refers to the rows themselves
    session.add_all(new)
    register.finish()
    return outcomes


def _added(register: Register, entry: Entry, kept: Imported | None, new: list[Imported]) -> Outcome:
    object_id = register.add(entry)
    if kept is None:
        kept = register.remember(entry.key, object_id)
        new.append(kept)
    kept.object_id, kept.written = object_id, entry.values.fields
    return Outcome(entry, "new")


def _changed(
    register: Register,
    entry: Entry,
    kept: Imported,
    current: Mapping[uuid.UUID, Fields],
    force: bool,
) -> Outcome:
    if kept.object_id is None:
        return Outcome(entry, "unchanged", kept=("removed here",))
    now = current[kept.object_id]
    gone = [
        name
        for name in kept.written
        if name.startswith(entry.values.whole) and name not in entry.values.fields
    ]
    said = entry.values.fields | (dict.fromkeys(gone) if register.removes else {})
    merged = merge(now, kept.written, said, force=force)
    if merged.changed:
        register.change(kept.object_id, merged.fields, merged.changed)
    if merged.written != kept.written:
        kept.written = merged.written
    left = () if register.removes else tuple(name for name in gone if name in now)
    kind: Kind = "changed" if merged.changed else "unchanged"
    return Outcome(entry, kind, merged.changed, (*merged.kept, *left))


def _refused(entry: Entry, *reasons: str) -> Outcome:
    return Outcome(entry, "refused", reasons=tuple((entry.line, reason) for reason in reasons))


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
