"""What is kept of sign-ups."""

from __future__ import annotations

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from samspil.core.db import Base, Id, Moment
from samspil.needs.models import Need, Shift
from samspil.people.models import Person

SIGNUP_STATES = (
    *("applied", "accepted", "waitlisted", "declined", "attended", "absent", "withdrawn"),
)

# Of these, one person has one for a need or a shift.
OPEN_STATES = ("applied", "accepted", "waitlisted")


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
            "uq_signups_open_need",
            *("person_id", "need_id"),
            unique=True,
            postgresql_where=text(f"shift_id IS NULL AND status IN {OPEN_STATES}"),
        ),
        Index(
            "uq_signups_open_shift",
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
