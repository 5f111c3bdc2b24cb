"""What of associations waits for the staff in charge of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, cast, func, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association, Claim
from samspil.associations.rules import decides
from samspil.core.auth import Actor
from samspil.core.inbox import InboxKind, Waiting
from samspil.core.time import local

PENDING: Final = "associations.pending"
CLAIMS: Final = "associations.claims"
ENDING: Final = "associations.ending"
ENDS_WITHIN: Final = timedelta(days=60)


def pending(session: Session, actor: Actor, _now: datetime) -> Sequence[Waiting]:
    """Associations that nobody has verified yet."""
    return _counted(
        session, actor, PENDING, Association.created_at, Association.status == "pending"
    )


def claims(session: Session, actor: Actor, _now: datetime) -> Sequence[Waiting]:
    """Wishes to run an association."""
    return _counted(session, actor, CLAIMS, Claim.created_at, Claim.status == "open")


def ending(session: Session, actor: Actor, now: datetime) -> Sequence[Waiting]:
    """Approvals that end soon."""
    today = local(now).date()
    soon = Association.approved_until.between(today, today + ENDS_WITHIN)
    return _counted(
        session,
        actor,
        ENDING,
        cast(Association.approved_until, Association.created_at.type),
        soon,
        Association.status == "public",
    )


def _counted(
    session: Session, actor: Actor, kind: str, since: Any, *conditions: ColumnElement[bool]
) -> Sequence[Waiting]:
    if not decides(actor):
        return ()
    row = session.execute(select(func.count(), func.min(since)).where(*conditions)).one()
    return () if row[0] == 0 else (Waiting(kind=kind, count=row[0], since=row[1]),)


INBOX: Final = tuple(
    InboxKind(name, find) for name, find in ((PENDING, pending), (CLAIMS, claims), (ENDING, ending))
)
