"""What is kept of reports."""

from __future__ import annotations

import uuid
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base, Id, Moment
from samspil.people.models import Person

REPORT_STATES: Final = ("open", "upheld", "dismissed")


class Report(Base):
    """Somebody's notice that something public should not stand as it does."""

    __tablename__ = "reports"
    __table_args__ = (
        CheckConstraint(f"status IN {REPORT_STATES}", name="status"),
        CheckConstraint("(status = 'open') = (decided_at IS NULL)", name="decided"),
        Index("ix_reports_object", "kind", "object_id"),
        Index("ix_reports_open", "created_at", postgresql_where=text("status = 'open'")),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(comment="association, need, …")
    object_id: Mapped[uuid.UUID]
    reason: Mapped[str]
    reporter_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )
    created_at: Mapped[Moment]
    status: Mapped[str] = mapped_column(server_default="open")
    decided_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )
    decided_at: Mapped[Moment | None]
    decision: Mapped[str | None] = mapped_column(comment="why, in words the author is told")
