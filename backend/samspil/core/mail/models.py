"""What is kept of mails, and for how short a time."""

from __future__ import annotations

import hashlib
import uuid
from typing import Literal

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql import func

from samspil.core.db import Base, Id, Moment

State = Literal["waiting", "sent", "failed", "suppressed"]
Reason = Literal["refused", "bounced"]


class Mail(Base):
    """A mail on its way. Whoever sends it holds a lock on its row, which dies with them.

    What it says is blanked when it has been handed over; the rest stays while it may bounce.
    """

    __tablename__ = "mails"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'sent', 'failed', 'suppressed')", name="state"),
        CheckConstraint("language IN ('da', 'en')", name="language"),
        CheckConstraint(
            "state IN ('waiting', 'failed') OR (to_address IS NULL AND said IS NULL"
            " AND link IS NULL AND unsubscribe IS NULL AND listed IS NULL)",
            name="blank_when_done",
        ),
        Index("ix_mails_person_id", "person_id"),
        Index("ix_mails_created_at", "created_at"),
    )

    id: Mapped[Id]
    kind: Mapped[str]
    language: Mapped[str]
    state: Mapped[str] = mapped_column(server_default="waiting")
    to_address: Mapped[str | None]
    said: Mapped[dict[str, str] | None] = mapped_column(
        JSONB(none_as_null=True), comment="the values its wording leaves open"
    )
    link: Mapped[str | None] = mapped_column(comment="where its button leads")
    unsubscribe: Mapped[str | None]
    listed: Mapped[list[dict[str, str]] | None] = mapped_column(
        JSONB(none_as_null=True), comment="title, about and path of each thing it lists"
    )
    fingerprint: Mapped[str] = mapped_column(comment="of the address, see suppressed_addresses")
    person_id: Mapped[uuid.UUID | None] = mapped_column(comment="no key: this floor has no people")
    problem: Mapped[str | None] = mapped_column(comment="why it did not go; nobody's words")
    created_at: Mapped[Moment] = mapped_column(server_default=func.now())
    ended_at: Mapped[Moment | None]

    def end(self, state: State) -> None:
        """Let it be over, and forget what it said."""
        self.state = state
        self.ended_at = func.now()
        self.to_address = self.said = self.link = self.unsubscribe = self.listed = None


class SuppressedAddress(Base):
    """An address that takes no mail, known by its fingerprint only."""

    __tablename__ = "suppressed_addresses"
    __table_args__ = (CheckConstraint("reason IN ('refused', 'bounced')", name="reason"),)

    fingerprint: Mapped[str] = mapped_column(
        primary_key=True, comment="SHA-256 of the address in lower case, hexadecimal"
    )
    reason: Mapped[str]
    since: Mapped[Moment] = mapped_column(server_default=func.now())


def fingerprint(address: str) -> str:
    """What stands for an address once the address itself is forgotten."""
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()
