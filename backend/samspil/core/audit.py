"""The audit log: who did what to which object, and when.

The application's role may only add to it. It holds ids and states, never what people wrote, so
that erasing a person leaves nothing of them in it but an id that points to nobody.
"""

from __future__ import annotations

import uuid
from typing import Any, Final

from sqlalchemy import Index
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

    Args:
        session: the transaction.
        actor_id: the person who did it; None for a visitor or a job.
        action: a verb of the domain, such as "verify".
        kind: what kind of object, such as "association".
        object_id: which one.
        facts: ids and states that make it clear; nothing that people wrote.
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
