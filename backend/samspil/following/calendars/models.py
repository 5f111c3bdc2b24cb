"""What is kept of personal calendar feeds."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base, Moment
from samspil.people.models import Person


class CalendarFeed(Base):
    """A secret address under which a person's calendar can be read; one for each person."""

    __tablename__ = "calendar_feeds"
    __table_args__ = (UniqueConstraint("secret"),)

    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id), primary_key=True)
    secret: Mapped[bytes] = mapped_column(comment="SHA-256 of what is in its address")
    made_at: Mapped[Moment]
    fetched_on: Mapped[date | None] = mapped_column(comment="the last day, no closer")
