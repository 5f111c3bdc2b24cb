"""What is kept of hours given."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from samspil.associations.models import LANGUAGES, Association
from samspil.core.db import Base, Dated, Id, Moment
from samspil.needs.models import Need
from samspil.people.models import Person
from samspil.signups.models import Signup

STATUSES: Final = ("waiting", "confirmed", "declined")
SIDES: Final = ("volunteer", "association")
# The index by which a sign-up has one entry a day.
ONE_A_DAY: Final = "uq_hours_entries_signup_id_day"
FEWEST_MINUTES: Final = 5
MOST_MINUTES: Final = 24 * 60


class HoursEntry(Base, Dated):
    """Hours that somebody gave an association on a day.

    One for a sign-up has one entry a day, and for a shift that day is the shift's. `automatic` is
    one that followed from the shift's length, and that nobody has changed since.
    """

    __tablename__ = "hours_entries"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint(f"entered_by IN {SIDES}", name="entered_by"),
        CheckConstraint(f"minutes BETWEEN {FEWEST_MINUTES} AND {MOST_MINUTES}", name="minutes"),
        CheckConstraint("(status = 'declined') = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("(status = 'waiting') = (decided_at IS NULL)", name="decided"),
        CheckConstraint("person_id IS NOT NULL OR status = 'confirmed'", name="person"),
        Index(ONE_A_DAY, "signup_id", "day", unique=True),
        Index("ix_hours_entries_person_id_day", "person_id", "day", "id"),
        Index("ix_hours_entries_association_id_created_at", "association_id", "created_at", "id"),
    )

    id: Mapped[Id]
    association_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Association.id))
    need_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Need.id, ondelete="SET NULL"), index=True
    )
    signup_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Signup.id, ondelete="SET NULL"))
    person_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id), comment="nobody: who gave them has been erased"
    )
    day: Mapped[date]
    minutes: Mapped[int]
    note: Mapped[str] = mapped_column(server_default="")
    entered_by: Mapped[str]
    automatic: Mapped[bool] = mapped_column(server_default="false")
    status: Mapped[str]
    reason: Mapped[str | None] = mapped_column(comment="by the association, told to the volunteer")
    decided_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(Person.id, ondelete="SET NULL"), index=True
    )
    decided_at: Mapped[Moment | None]


# What is kept of certificates.


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
