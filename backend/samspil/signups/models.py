"""What is kept of sign-ups."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from samspil.associations.models import Association
from samspil.core.db import Base, Id, Moment
from samspil.needs.models import Need, Shift
from samspil.people.models import Person

# What the audit log calls a sign-up.
KIND = "signup"
SIGNUP_STATES = (
    *("applied", "accepted", "waitlisted", "declined", "attended", "absent", "withdrawn"),
)

# Of these, one person has one for a need or a shift.
OPEN_STATES = ("applied", "accepted", "waitlisted")


# The indexes by which somebody has one open sign-up for a need, and one for a shift.
ONE_OPEN: Final = ("uq_signups_open_need", "uq_signups_open_shift")


class Signup(Base):
    """Somebody's offer for a need, or for one of its shifts.

    A place is held by who is accepted, and by who is offered one while the offer stands; `taken`
    of the shift, or of the need, counts the places held. `number` is the order of arrival.
    """

    __tablename__ = "signups"
    __table_args__ = (
        CheckConstraint(f"status IN {SIGNUP_STATES}", name="status"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("offered_until IS NULL OR status = 'waitlisted'", name="offered"),
        CheckConstraint("person_id IS NOT NULL OR status IN ('attended', 'absent')", name="person"),
        Index(
            "uq_signups_number",
            *("need_id", "shift_id", "number"),
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index(
            ONE_OPEN[0],
            *("person_id", "need_id"),
            unique=True,
            postgresql_where=text(f"shift_id IS NULL AND status IN {OPEN_STATES}"),
        ),
        Index(
            ONE_OPEN[1],
            *("person_id", "shift_id"),
            unique=True,
            postgresql_where=text(f"shift_id IS NOT NULL AND status IN {OPEN_STATES}"),
        ),
        Index("ix_signups_person_id_created_at", "person_id", "created_at", "id"),
        Index("ix_signups_need_id_created_at", "need_id", "created_at", "id"),
    )

    id: Mapped[Id]
    need_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Need.id, ondelete="CASCADE"))
    shift_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Shift.id), index=True)
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id), comment="nobody: who was there has been erased"
    )
    number: Mapped[int] = mapped_column(comment="the order of arrival, from 1")
    status: Mapped[str]
    message: Mapped[str] = mapped_column(server_default="")
    offered_until: Mapped[Moment | None] = mapped_column(
        comment="until when a place is held for who is first on the waiting list"
    )
    created_at: Mapped[Moment]
    changed_at: Mapped[Moment] = mapped_column(comment="when its state last changed")
    answered_at: Mapped[Moment | None] = mapped_column(comment="first, by the association")


# What is kept of the talk about a sign-up.

VOLUNTEER = "volunteer"
ASSOCIATION = "association"
SIDES = (VOLUNTEER, ASSOCIATION)
# What else was done with the same words.
OCCASIONS = ("sign-up", "accept", "wait", "decline", "remind")
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


# What is kept of child-protection certificates: that they are in order, never what they say.

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


# What is kept of reminding those who have a place.


class ShiftReminder(Base):
    """That an association has reminded the crew of a shift on a day; once a day is enough."""

    __tablename__ = "shift_reminders"

    shift_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Shift.id, ondelete="CASCADE"), primary_key=True
    )
    day: Mapped[date] = mapped_column(primary_key=True)


@dataclass(frozen=True, slots=True)
class Seats:
    """The places of a shift, or of a need as a whole, while it is our turn at them."""

    need: Need
    shift: Shift | None
    has_shifts: bool

    @property
    def shift_id(self) -> uuid.UUID | None:
        """The shift's id, if it is about one."""
        return None if self.shift is None else self.shift.id

    @property
    def starts_at(self) -> datetime | None:
        """When the shift begins, if it is about one."""
        return None if self.shift is None else self.shift.starts_at

    @property
    def free(self) -> int:
        """How many nobody holds."""
        if self.shift is not None:
            return self.shift.capacity - self.shift.taken
        return self.need.wanted - self.need.taken
