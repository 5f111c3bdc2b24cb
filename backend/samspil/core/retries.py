"""Idempotency keys: the first answers to requests, so that sent again they do nothing twice."""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlalchemy import LargeBinary, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from samspil.core.db import Base, Moment

KEPT_FOR: Final = timedelta(hours=24)


class AnsweredRequest(Base):
    """The first answer to a request with a key."""

    __tablename__ = "answered_requests"

    key: Mapped[bytes] = mapped_column(
        LargeBinary, primary_key=True, comment="SHA-256 of the client's key, the route and who"
    )
    actor_id: Mapped[uuid.UUID] = mapped_column(
        index=True, comment="no key: this floor has no people"
    )
    body: Mapped[bytes] = mapped_column(LargeBinary, comment="SHA-256 of what was sent")
    status: Mapped[int | None]
    answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[Moment] = mapped_column(index=True)


class KeyedRequest(NamedTuple):
    """A request that has a key, as hashes of who, where and what."""

    key: bytes
    actor_id: uuid.UUID
    body: bytes

    @classmethod
    def of(cls, actor_id: uuid.UUID, route: str, key: str, body: bytes) -> KeyedRequest:
        """From what came; `route` is the method and the path."""
        whose = f"{actor_id}\0{route}\0{key}".encode()
        return cls(hashlib.sha256(whose).digest(), actor_id, hashlib.sha256(body).digest())


def first(session: Session, sent: KeyedRequest, now: datetime) -> AnsweredRequest | None:
    """None for who comes first with a key, and from then on others wait; else the first answer."""
    session.execute(
        delete(AnsweredRequest).where(
            AnsweredRequest.key == sent.key, AnsweredRequest.created_at < now - KEPT_FOR
        )
    )
    kept = session.execute(
        insert(AnsweredRequest)
        .values(key=sent.key, actor_id=sent.actor_id, body=sent.body, created_at=now)
        .on_conflict_do_nothing()
        .returning(AnsweredRequest.key)
    )
    if kept.first() is not None:
        return None
    return session.scalars(select(AnsweredRequest).where(AnsweredRequest.key == sent.key)).one()


def keep(session: Session, sent: KeyedRequest, status: int, answer: bytes) -> None:
    """Remember what the first was answered."""
    session.execute(
        update(AnsweredRequest)
        .where(AnsweredRequest.key == sent.key)
        .values(status=status, answer=answer)
    )


def forget(session: Session, sent: KeyedRequest) -> None:
    """Let it be tried again."""
    session.execute(delete(AnsweredRequest).where(AnsweredRequest.key == sent.key))
