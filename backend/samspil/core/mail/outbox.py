"""The outbox: mails that are to be sent, and addresses that take none."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Literal

from sqlalchemy import CheckConstraint, Index, Text, cast, delete, func, or_
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from samspil.core import jobs
from samspil.core.db import Base, Id, Moment, new_id
from samspil.core.mail.kinds import NewMail, entries_json, validated

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


def send(session: Session, new: NewMail) -> Mail:
    """Let a mail be sent when this transaction commits.

    An address that takes no mail gets none; the row says `suppressed`.

    Raises:
        ValueError: it does not fit its kind, or goes to no address.
    """
    new = validated(new)
    mail = Mail(
        id=new_id(),
        kind=new.kind,
        language=new.language,
        state="waiting",
        to_address=new.to,
        said=dict(new.values),
        link=new.action.path if new.action else None,
        unsubscribe=new.unsubscribe,
        listed=entries_json(new),
        fingerprint=fingerprint(new.to),
        person_id=new.person_id,
    )
    session.add(mail)
    if is_suppressed(session, new.to):
        mail.end("suppressed")
    else:
        # What people can do without does not hold up what they wait for.
        priority = -1 if new.unsubscribe else 0
        jobs.defer(session, "mail.deliver", priority=priority, mail_id=str(mail.id))
    session.flush()
    return mail


def is_suppressed(session: Session, address: str) -> bool:
    """Whether mail to the address has come back, so that none is sent any more."""
    return session.get(SuppressedAddress, fingerprint(address)) is not None


def suppress(session: Session, address_fingerprint: str, reason: Reason) -> None:
    """Send no more mail to an address."""
    session.execute(
        insert(SuppressedAddress)
        .values(fingerprint=address_fingerprint, reason=reason)
        .on_conflict_do_nothing()
    )


def lift(session: Session, address: str) -> bool:
    """Send mail to the address again; returns whether it was suppressed."""
    lifted = session.execute(
        delete(SuppressedAddress)
        .where(SuppressedAddress.fingerprint == fingerprint(address))
        .returning(SuppressedAddress.since)
    )
    return lifted.first() is not None


def forget(session: Session, person_id: uuid.UUID, address: str, name: str) -> None:
    """Delete a person's mails, also those that still wait and those that lie in the folder.

    What tells others of the person goes too, where it has not been sent or lies in the folder. The
    folder's job must know whom to look for; it is deleted when it is done. Without an address only
    the mails with the person's id are found.
    """
    mark, said = fingerprint(address), cast(Mail.said, Text)
    named = [
        func.strpos(said, json.dumps(who, ensure_ascii=False)) > 0 for who in (address, name) if who
    ]
    session.execute(
        delete(Mail).where(or_(Mail.person_id == person_id, Mail.fingerprint == mark, *named))
    )
    if not address:
        return
    jobs.defer(session, "mail.forget", mark=mark, address=address, name=name)
