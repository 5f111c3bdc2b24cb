"""What a merge of two associations has moved, and undoing it for thirty days.

What moves is found by the foreign keys that point to associations: a new table with one is moved by
its domain's handler of `Merged`, and back from here, without being named. What was moved, and the
rows that were dropped since the other had the same, are kept in one record, which is gone after
thirty days.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from sqlalchemy import (
    Column,
    Select,
    UniqueConstraint,
    delete,
    func,
    literal_column,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.orm import Session, aliased

from samspil.associations import rules
from samspil.associations.access import desk_page, managers
from samspil.associations.editing import KIND, remember, state_of
from samspil.associations.models import (
    Association,
    Membership,
    Merge,
)
from samspil.associations.services import Renamed, VisibilityChanged
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import AnySelect, Base
from samspil.core.domain import publish
from samspil.core.errors import NotFound, RuleBroken, must
from samspil.core.privacy.registry import columns_of_people
from samspil.people.locks import lock_if_there, lock_person
from samspil.people.messages import notify
from samspil.people.models import Person

UNDONE_FOR: Final = timedelta(days=30)
_AT_ONCE: Final = 1_000  # keys in one statement


def lock_both(session: Session, which: Select[Association]) -> Sequence[Association]:
    """Both rows in the order of their ids: two merges at once wait for each other, once."""
    in_order = which.order_by(Association.id).with_for_update()
    return session.scalars(in_order.execution_options(populate_existing=True)).all()


def merges_into(association_id: uuid.UUID, now: datetime) -> AnySelect:
    """(Merge, the source's name and slug, who did it) of what can still be undone, newest first."""
    return (
        select(Merge, Association.name, Association.slug, Person.name.label("by"))
        .join(Association, Association.id == Merge.source_id)
        .outerjoin(Person, (Person.id == Merge.made_by_id) & Person.erased_at.is_(None))
        .where(Merge.target_id == association_id, Merge.made_at > now - UNDONE_FOR)
        .order_by(Merge.made_at.desc(), Merge.id.desc())
    )


def undo(session: Session, actor: Actor, merge_id: uuid.UUID, now: datetime) -> Association:
    """Give an association back what it had; returns it.

    What has been deleted since is not made anew, who has left since does not come back, and what
    was written since for a task goes back with the task.

    Raises:
        Forbidden: the person is not in charge of associations.
        NotFound: there is no such merge, or it is too long ago.
        RuleBroken: the other has been merged itself, or has taken in another since.
    """
    must(rules.decides(actor))
    seen = session.get(Merge, merge_id)
    if seen is None:
        raise NotFound
    # Rows with people in them are made: they are locked first, as everywhere.
    concerned = {actor.id, *_people_in(seen.record["dropped"])}
    for person_id in sorted(concerned):
        if person_id == actor.id:
            lock_person(session, person_id)
        else:
            lock_if_there(session, person_id)
    both = (seen.source_id, seen.target_id)
    by_id = {
        one.id: one
        for one in lock_both(session, select(Association).where(Association.id.in_(both)))
    }
    merge_ = session.scalars(
        select(Merge)
        .where(Merge.id == merge_id, Merge.made_at > now - UNDONE_FOR)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if merge_ is None:
        raise NotFound
    source, target = by_id[merge_.source_id], by_id[merge_.target_id]
    if target.status == "merged":
        raise RuleBroken("merged-since", name=target.name)
    newest = session.execute(merges_into(target.id, now).limit(1)).one()
    if newest.Merge is not merge_:
        raise RuleBroken("another-merged-since", name=newest.name)
    before = {one.id: state_of(session, one) for one in by_id.values()}
    _take_back(source, target, merge_.record["state"])
    session.flush()  # its constraint wants the state first
    _move_back(session, merge_)
    session.delete(merge_)
    session.flush()  # what follows asks the database
    session.expire_all()
    for one in (source, target):
        remember(session, actor, one, before[one.id])
    audit.record(session, actor.id, "undo-merge", KIND, source.id, into=str(target.id))
    audit.record(session, actor.id, "undo-merge-in", KIND, target.id, source=str(source.id))
    publish(session, VisibilityChanged(source.id))
    publish(session, Renamed(source.id))
    publish(session, VisibilityChanged(target.id))
    values = {"association": source.name, "other": target.name}
    ours = session.scalars(managers(source.id)).all()
    theirs = [one for one in session.scalars(managers(target.id)) if one not in ours]
    for people, page in ((ours, desk_page(source)), (theirs, desk_page(target))):
        notify(session, people, "associations.merge-undone", page, values)
    return source


def _take_back(source: Association, target: Association, state: Mapping[str, Any]) -> None:
    source.status, source.hidden_reason = state["status"], state["hidden_reason"]
    source.merged_into_id = None
    if state["cvr"] and target.cvr == source.cvr:
        target.cvr = None
    period = (source.approved_from, source.approved_until)
    if state["approval"] and (target.approved_from, target.approved_until) == period:
        target.approved_from = target.approved_until = None


def _move_back(session: Session, merge_: Merge) -> None:
    record, source_id, target_id = merge_.record, merge_.source_id, merge_.target_id
    columns = {str(one): one for one in _columns()}
    for name, keys in record["moved"].items():
        _give(session, columns[name], _key(columns[name]), keys, target_id, source_id)
        # What was written since for what goes back, such as hours of a need.
        table = columns[name].table
        for owner in columns.values():
            pointing = [key.parent for key in owner.table.foreign_keys if key.column.table is table]
            for at in pointing if owner is not columns[name] else []:
                _give(session, owner, [at], keys, target_id, source_id)
    _restore_roles(session, record["raised"], target_id)
    for name, rows in record["dropped"].items():
        _restore(session, name, rows)
    # Who has left since does not come back by it.
    there = aliased(Membership)
    dropped = [uuid.UUID(row["person_id"]) for row in record["dropped"].get("memberships", [])]
    still = select(there.person_id).where(there.association_id == target_id)
    session.execute(
        delete(Membership).where(
            Membership.association_id == source_id,
            Membership.person_id.in_(dropped),
            Membership.person_id.not_in(still),
        )
    )


def _give(
    session: Session,
    owner: Column[Any],
    key: Sequence[Column[Any]],
    keys: Sequence[Sequence[str]],
    from_id: uuid.UUID,
    to_id: uuid.UUID,
) -> None:
    """Let rows with these keys, where they are still there, point to the other association."""
    table: Any = owner.table
    values = {owner.name: to_id}
    if "updated_at" in table.c:
        values["updated_at"] = table.c.updated_at  # the editors' version stays
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        read = [tuple(map(_read, key, row)) for row in some]
        session.execute(
            update(table).where(owner == from_id, tuple_(*key).in_(read)).values(values)
        )


def _read(of: Column[Any], value: str) -> Any:
    """A key's part, as the record keeps it, as the column has it."""
    return of.type.python_type(value)


def _restore(session: Session, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put back rows that were dropped, unless they are there again."""
    if rows:
        made = f"INSERT INTO {name} SELECT * FROM jsonb_populate_recordset(NULL::{name}, :rows)"  # noqa: S608  # the name of a table of ours
        session.execute(
            text(f"{made} ON CONFLICT DO NOTHING"), {"rows": orjson.dumps(rows).decode()}
        )


def _restore_roles(
    session: Session, raised: Sequence[Mapping[str, Any]], target_id: uuid.UUID
) -> None:
    """Take back the higher role and the longer time, unless the role has been changed since."""
    for row in raised:
        part = session.get(Membership, (target_id, uuid.UUID(row["person_id"])))
        if part is not None and part.role == row["joined"]:
            part.role, part.since = row["role"], datetime.fromisoformat(row["since"])


def _people_in(dropped: Mapping[str, Sequence[Mapping[str, Any]]]) -> set[uuid.UUID]:
    """Whose ids stand in rows that were dropped."""
    columns = {name: columns_of_people(name) for name in dropped}
    return {
        uuid.UUID(row[column])
        for name, rows in dropped.items()
        for row in rows
        for column in columns[name]
        if row[column] is not None
    }


# What was moved, by table and column.


def _columns() -> Iterator[Column[Any]]:
    """All columns that point to an association, but for those of the records themselves."""
    for table in Base.metadata.sorted_tables:
        if table.name != Merge.__tablename__:
            for key in table.foreign_keys:
                if key.column.table.name == Association.__tablename__:
                    yield key.parent


def _key(owner: Column[Any]) -> Sequence[Column[Any]]:
    """What tells rows of one association apart."""
    return [one for one in owner.table.primary_key if one is not owner]


Keys = dict[tuple[Any, ...], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Before:
    """What both had before, by the columns that point to them.

    Attributes:
        state: the source's own.
        raised: members of both, with what they were at the target and will be.
        sources: the keys of the source's rows; with a copy where the target may have the same.
        targets: the keys of the target's rows.
    """

    state: dict[str, Any]
    raised: list[dict[str, Any]]
    sources: Mapping[str, Keys]
    targets: Mapping[str, Keys]

    @classmethod
    def look(cls, session: Session, source: Association, target: Association) -> Before:
        """What they have now; the caller holds both."""
        here, there = aliased(Membership), aliased(Membership)
        both = session.execute(
            select(there.person_id, there.role, there.since, here.role.label("other"))
            .join(here, here.person_id == there.person_id)
            .where(there.association_id == target.id, here.association_id == source.id)
        ).all()
        return cls(
            {"status": source.status, "hidden_reason": source.hidden_reason},
            [
                {
                    "person_id": str(row.person_id),
                    "role": row.role,
                    "since": row.since.isoformat(),
                    "joined": rules.highest(row.role, row.other),
                }
                for row in both
            ],
            {str(one): _rows(session, one, source.id, copies=True) for one in _columns()},
            {str(one): _rows(session, one, target.id) for one in _columns()},
        )

    def record(
        self, session: Session, source_id: uuid.UUID, target_id: uuid.UUID
    ) -> dict[str, Any]:
        """What the merge has done by now."""
        moved: dict[str, list[list[str]]] = {}
        dropped: dict[str, list[Any]] = {}
        for owner in _columns():
            name, before = str(owner), self.sources[str(owner)]
            if not before:
                continue
            left, there = (_rows(session, owner, one) for one in (source_id, target_id))
            gone = [key for key in before if key not in left]
            new = [key for key in gone if key in there and key not in self.targets[name]]
            moved[name] = [[str(part) for part in key] for key in new]
            copies = [before[key] for key in gone if key not in set(new)]
            if copies:
                dropped[owner.table.name] = copies
        return {"state": self.state, "raised": self.raised, "moved": moved, "dropped": dropped}


def _rows(
    session: Session, owner: Column[Any], association_id: uuid.UUID, *, copies: bool = False
) -> Keys:
    key = _key(owner)
    copied = copies and _may_be_twice(owner)
    row = [func.to_jsonb(literal_column(owner.table.name))] if copied else []
    rows = select(*key, *row).where(owner == association_id)
    # No copy is kept of what somebody's erasing is just taking away: it waits, or is waited for.
    found = session.execute(rows.with_for_update() if copied else rows).all()
    return {tuple(one)[: len(key)]: one[-1] if copied else None for one in found}


def _may_be_twice(owner: Column[Any]) -> bool:
    """Whether the target may have the same, so that one of both rows is dropped."""
    table: Any = owner.table
    unique = [index for index in table.indexes if index.unique]
    unique += [one for one in table.constraints if isinstance(one, UniqueConstraint)]
    return owner.primary_key or any(owner.name in index.columns for index in unique)
