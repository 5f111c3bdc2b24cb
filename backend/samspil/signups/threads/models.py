"""What is kept of the talk about a sign-up."""

from __future__ import annotations

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base, Id, Moment
from samspil.people.models import Person
from samspil.signups.models import Signup

VOLUNTEER = "volunteer"
ASSOCIATION = "association"
SIDES = (VOLUNTEER, ASSOCIATION)
# What else was done with the same words.
OCCASIONS = ("sign-up", "accept", "decline", "remind")
LONGEST_TEXT = 2_000


class Message(Base):
    """Something that one side wrote to the other about a sign-up."""

    __tablename__ = "messages"
    __table_args__ = (
        CheckConstraint(f"side IN {SIDES}", name="side"),
        CheckConstraint(f"occasion IN {OCCASIONS}", name="occasion"),
        CheckConstraint(f"length(text) BETWEEN 1 AND {LONGEST_TEXT}", name="text"),
        Index("ix_messages_signup_id_sent_at", "signup_id", "sent_at", "id"),
        Index("ix_messages_sent_at", "sent_at"),
    )

    id: Mapped[Id]
    signup_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Signup.id, ondelete="CASCADE"))
    side: Mapped[str]
    sender_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id), index=True)
    occasion: Mapped[str | None] = mapped_column(comment="what was done with these words")
    text: Mapped[str]
    sent_at: Mapped[Moment]
    hidden_reason: Mapped[str | None] = mapped_column(comment="by staff, told to who wrote it")


class ThreadMark(Base):
    """How far one side has read, and whether it has been told by mail that there is more."""

    __tablename__ = "thread_marks"
    __table_args__ = (CheckConstraint(f"side IN {SIDES}", name="side"),)

    signup_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Signup.id, ondelete="CASCADE"), primary_key=True
    )
    side: Mapped[str] = mapped_column(primary_key=True)
    read_until: Mapped[Moment | None]
    told_at: Mapped[Moment | None] = mapped_column(
        comment="when a mail was decided on; none again once the side has read"
    )
