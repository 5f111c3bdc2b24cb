"""What is kept of questions to volunteers."""

from __future__ import annotations

import uuid

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base, Id, Moment
from samspil.needs.models import Need
from samspil.people.models import Person


class Asked(Base):
    """A volunteer who was asked whether they would help with a need: once, and by mail."""

    __tablename__ = "asked"
    __table_args__ = (
        UniqueConstraint("need_id", "person_id"),
        Index(None, "person_id", "asked_at"),
    )

    id: Mapped[Id]
    need_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Need.id, ondelete="CASCADE"))
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id, ondelete="CASCADE"))
    token_hash: Mapped[bytes] = mapped_column(
        unique=True, comment="SHA-256 of the secret in the mail's link that ends being asked"
    )
    asked_at: Mapped[Moment]
