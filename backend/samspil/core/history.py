"""The history of what associations and staff write: each change, field by field."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import Index, Select, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from samspil.core import time
from samspil.core.db import Base, Id, Moment


class Change(Base):
    """One saving of one object."""

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


def remember(
    session: Session,
    kind: str,
    object_id: uuid.UUID,
    actor_id: uuid.UUID | None,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> frozenset[str]:
    """Keep what differs between two states; returns the names of the fields that do.

    Args:
        session: the transaction.
        kind: what kind of object, such as "association".
        object_id: which one.
        actor_id: who changed it; None for a job.
        before: fields that JSON can hold; a missing one counts as None.
        after: the same fields as they are now.
    """
    differing = {
        name: [before.get(name), after.get(name)]
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    }
    if differing:
        session.add(
            Change(
                at=time.now(),
                kind=kind,
                object_id=object_id,
                actor_id=actor_id,
                # Dates, ids and the like become the text that the interface shows.
                fields=orjson.loads(orjson.dumps(differing, default=str)),
            )
        )
    return frozenset(differing)


def changes_of(kind: str, object_id: uuid.UUID) -> Select[Change]:
    """An object's changes, newest first."""
    return (
        select(Change)
        .where(Change.kind == kind, Change.object_id == object_id)
        .order_by(Change.at.desc(), Change.id.desc())
    )
