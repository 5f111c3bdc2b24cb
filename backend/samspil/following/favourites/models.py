"""What is kept of what people like."""

from __future__ import annotations

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from samspil.associations.models import Association
from samspil.core.db import Base, Id, Moment
from samspil.needs.models import Need
from samspil.people.models import Person


class Favourite(Base):
    """A need or an association that somebody wants to find again."""

    __tablename__ = "favourites"
    __table_args__ = (
        CheckConstraint("num_nonnulls(need_id, association_id) = 1", name="one_thing"),
        UniqueConstraint("person_id", "need_id"),
        UniqueConstraint("person_id", "association_id"),
    )

    id: Mapped[Id]
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id, ondelete="CASCADE"))
    need_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Need.id, ondelete="CASCADE"), index=True
    )
    association_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), index=True
    )
    created_at: Mapped[Moment]
