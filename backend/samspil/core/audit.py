"""The audit log and the history of changes: who did what to which object, and when.

The application's role may only add to the log. It holds ids and states, never what people wrote, so
that erasing a person leaves nothing of them in it but an id that points to nobody.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from sqlalchemy import Index, Select, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from samspil.core import time
from samspil.core.db import Base, Id, Moment

# What the application's database role may not change; `samspil migrate` sees to it.
APPEND_ONLY: Final = ("audit_log",)


class AuditEntry(Base):
    """One thing done."""

    __tablename__ = "audit_log"
    __table_args__ = (
        Index("ix_audit_log_object", "kind", "object_id"),
        Index("ix_audit_log_actor_id", "actor_id"),
        Index("ix_audit_log_at", "at"),
    )

    id: Mapped[Id]
    at: Mapped[Moment]
    actor_id: Mapped[uuid.UUID | None] = mapped_column(comment="nobody: a job, or a visitor")
    action: Mapped[str]
    kind: Mapped[str]
    object_id: Mapped[str | None]
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB, comment="ids and states only")


def record(
    session: Session,
    actor_id: uuid.UUID | None,
    action: str,
    kind: str,
    object_id: uuid.UUID | str | None,
    **facts: str | int | bool | list[str] | None,
) -> None:
    """Note what was done, in the transaction that does it.

    The actor is None for a visitor or a job; the action a verb of the domain, such as "verify"; the
    kind such as "association". Facts are ids and states: nothing that people wrote.
    """
    session.add(
        AuditEntry(
            at=time.now(),
            actor_id=actor_id,
            action=action,
            kind=kind,
            object_id=None if object_id is None else str(object_id),
            facts=facts,
        )
    )


class Change(Base):
    """One saving of an object that associations or staff edit, field by field."""

    __tablename__ = "changes"
    __table_args__ = (
        Index("ix_changes_object", "kind", "object_id", "at"),
        Index("ix_changes_actor_id", "actor_id"),
    )

    id: Mapped[Id]
    at: Mapped[Moment]
    kind: Mapped[str]
    object_id: Mapped[uuid.UUID]
    actor_id: Mapped[uuid.UUID | None] = mapped_column(comment="no key: outlives the person")
    fields: Mapped[dict[str, Any]] = mapped_column(JSONB, comment="name: [before, after]")


def record_change(
    session: Session,
    kind: str,
    object_id: uuid.UUID,
    actor_id: uuid.UUID | None,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    together: timedelta | None = None,
) -> frozenset[str]:
    """Keep what differs between two states; returns the names of the fields that do.

    The states have fields that JSON can hold; a missing one counts as None. The actor is None for a
    job. For as long as `together` one person's savings in a row are one change: what is saved while
    it is typed would else be kept word by word.
    """
    differing = {
        name: [before.get(name), after.get(name)]
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    }
    if not differing:
        return frozenset()
    now = time.now()
    # Dates, ids and the like become the text that the interface shows.
    fields = orjson.loads(orjson.dumps(differing, default=str))
    last = session.scalars(changes_of(kind, object_id).limit(1)).first() if together else None
    if last and together and last.actor_id == actor_id and last.at > now - together:
        _extend(session, last, fields, now)
    else:
        change = Change(at=now, kind=kind, object_id=object_id, actor_id=actor_id, fields=fields)
        session.add(change)
    return frozenset(differing)


def _extend(session: Session, last: Change, fields: Mapping[str, Any], now: datetime) -> None:
    """Let one change be from what was before the last one to what is now."""
    joined = last.fields | {
        name: [last.fields.get(name, values)[0], values[1]] for name, values in fields.items()
    }
    left = {name: values for name, values in sorted(joined.items()) if values[0] != values[1]}
    if left:
        last.at, last.fields = now, left
    else:  # all of it was taken back
        session.delete(last)


def changes_of(kind: str, object_id: uuid.UUID) -> Select[Change]:
    """An object's changes, newest first."""
    return (
        select(Change)
        .where(Change.kind == kind, Change.object_id == object_id)
        .order_by(Change.at.desc(), Change.id.desc())
    )
