"""Sessions: a family of tokens that can be ended at once, here or everywhere."""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, select, update
from sqlalchemy.orm import Session

from samspil.core import audit, time
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import NotSignedIn
from samspil.core.http.tokens import REFRESH_LASTS, Claim, Tokens, make_tokens
from samspil.people.models import LoginSession, Person


class SessionEnded(NotSignedIn):
    """A refresh token came back that was used before: the family has been ended, and stays so."""

    keeps_writes = True


def load_actor(session: Session, claim: Claim) -> Actor | None:
    """Who a valid token speaks for; None when its session or its person is no more."""
    row = session.execute(
        select(
            *(Person.name, Person.email, Person.verified_at, Person.areas, Person.administrator),
            and_(Person.guardian_email.is_not(None), Person.guardian_consented_at.is_(None)).label(
                "guardian_missing"
            ),
        )
        .join(LoginSession, LoginSession.person_id == Person.id)
        .where(
            Person.id == claim.person_id,
            Person.erased_at.is_(None),
            LoginSession.id == claim.session_id,
            LoginSession.ended_at.is_(None),
            LoginSession.expires_at > time.now(),
        )
    ).one_or_none()
    if row is None or row.email is None:
        return None
    return Actor(
        id=claim.person_id,
        session_id=claim.session_id,
        name=row.name,
        email=row.email,
        verified=row.verified_at is not None,
        areas=frozenset(row.areas),
        administrator=row.administrator,
        guardian_missing=row.guardian_missing,
    )


def begin_session(session: Session, person_id: uuid.UUID, now: datetime) -> Tokens:
    """Sign a person in: a new family, whatever the browser may have carried before."""
    opened = LoginSession(
        id=new_id(),
        person_id=person_id,
        created_at=now,
        used_at=now,
        expires_at=now + REFRESH_LASTS,
    )
    tokens = make_tokens(person_id, opened.id)
    opened.refresh_hash = _hash(tokens.refresh_id)
    session.add(opened)
    session.flush()  # its tokens may be used at once
    return tokens


def refresh_session(session: Session, claim: Claim, now: datetime) -> Tokens:
    """The next tokens of a family, for its newest refresh token.

    Raises:
        SessionEnded: the token was used before: somebody else has a copy, so that nobody may
            go on with either.
        NotSignedIn: the family is no more.
    """
    # The row's lock puts two uses of one token in an order: the second one is the thief's.
    family = session.scalars(
        select(LoginSession)
        .join(Person, Person.id == LoginSession.person_id)
        .where(
            LoginSession.id == claim.session_id,
            LoginSession.person_id == claim.person_id,
            Person.erased_at.is_(None),
        )
        .with_for_update(of=LoginSession)
    ).one_or_none()
    if family is None or family.ended_at is not None or family.expires_at <= now:
        raise NotSignedIn
    if family.refresh_hash != _hash(claim.token_id):
        family.ended_at, family.end_reason = now, "reused"
        audit.record(session, None, "end-reused", "session", family.id)
        raise SessionEnded
    tokens = make_tokens(claim.person_id, family.id)
    family.refresh_hash = _hash(tokens.refresh_id)
    family.used_at, family.expires_at = now, now + REFRESH_LASTS
    return tokens


def end_session(session: Session, session_id: uuid.UUID, now: datetime) -> None:
    """Sign out here."""
    _end(session, LoginSession.id == session_id, "signed-out", now)


def end_all_sessions(
    session: Session,
    person_id: uuid.UUID,
    reason: str,
    now: datetime,
    *,
    but: uuid.UUID | None = None,
) -> None:
    """Sign out everywhere, or everywhere else."""
    whose = LoginSession.person_id == person_id
    _end(session, whose if but is None else and_(whose, LoginSession.id != but), reason, now)


def standing(person_id: uuid.UUID, now: datetime) -> Select[LoginSession]:
    """Where somebody is signed in, what was used last first."""
    return (
        select(LoginSession)
        .where(
            LoginSession.person_id == person_id,
            LoginSession.ended_at.is_(None),
            LoginSession.expires_at > now,
        )
        .order_by(LoginSession.used_at.desc(), LoginSession.id.desc())
    )


def _end(session: Session, which: ColumnElement[bool], reason: str, now: datetime) -> None:
    session.execute(
        update(LoginSession)
        .where(which, LoginSession.ended_at.is_(None))
        .values(ended_at=now, end_reason=reason)
    )


def _hash(token_id: str) -> bytes:
    return hashlib.sha256(token_id.encode()).digest()
