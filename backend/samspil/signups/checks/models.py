"""What is kept of child-protection certificates: that they are in order, never what they say."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samspil.associations.models import Association
from samspil.core.db import Base
from samspil.people.models import Person

# Where nothing is kept, nothing has been asked.
CHECK_STATES = ("none", "asked", "in_order")


class ChildCheck(Base):
    """That an association has asked for somebody's certificate, or has seen it to be in order."""

    __tablename__ = "child_checks"
    __table_args__ = (CheckConstraint(f"status IN {CHECK_STATES[1:]}", name="status"),)

    association_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Association.id, ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Person.id), primary_key=True, index=True
    )
    status: Mapped[str]
    day: Mapped[date] = mapped_column(comment="when it became so")
    by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id), index=True, comment="who said so for the association"
    )
