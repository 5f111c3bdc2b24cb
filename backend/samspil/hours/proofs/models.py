"""What is kept of certificates."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from samspil.associations.models import LANGUAGES
from samspil.core.db import Base, Id, Moment
from samspil.people.models import Person


class Certificate(Base):
    """What a paper says, as it was when it was made; withdrawn, it is no longer there.

    `rows` are the associations, most hours first: `association` its name, `tasks` some of what was
    done, `from` and `until` the first and last day, `minutes`.
    """

    __tablename__ = "certificates"
    __table_args__ = (
        CheckConstraint(f"language IN {LANGUAGES}", name="language"),
        CheckConstraint("until_day >= from_day", name="days"),
        CheckConstraint("minutes >= 1", name="minutes"),
        CheckConstraint("code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'", name="code"),
        Index("uq_certificates_code", "code", unique=True),
        Index("ix_certificates_person_id_created_at", "person_id", "created_at"),
    )

    id: Mapped[Id]
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id))
    code: Mapped[str] = mapped_column(comment="100 random bits; whoever has it reads the paper")
    name: Mapped[str]
    language: Mapped[str]
    from_day: Mapped[date]
    until_day: Mapped[date]
    minutes: Mapped[int]
    rows: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    created_at: Mapped[Moment]
