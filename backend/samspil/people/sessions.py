"""Login sessions: families of tokens that can be ended at once, here or everywhere."""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, select, update
from sqlalchemy.orm import Session

from samspil.core import audit, time
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import NotSignedIn
from samspil.core.http.tokens import REFRESH_LASTS, Claim, Tokens, make_tokens
from samspil.core.privacy import Ending, Occasion
from samspil.people.locks import lock_person
from samspil.people.models import LoginSession, Person

# For how long a refresh token may come once more, from the device whose answer got lost on its way.
LOST_ANSWER: Final = timedelta(seconds=20)
# However often it is renewed: then somebody shows anew that they know the password, or the mailbox.
SESSION_LASTS: Final = timedelta(days=180)


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


def lock_actor(session: Session, actor: Actor) -> Person:
    """Lock who acts, and see that they are still signed in: for what makes or changes a key.

    A request under way while its session is ended would otherwise leave a key behind.

    Raises:
        NotSignedIn: their session has been ended, or they are erased.
    """
    person = lock_person(session, actor.id)
    ended = select(LoginSession.ended_at).where(LoginSession.id == actor.session_id)
    row = session.execute(ended).one_or_none()
    if row is None or row.ended_at is not None:
        raise NotSignedIn
    return person


def begin_session(
    session: Session, person_id: uuid.UUID, now: datetime, device: str = ""
) -> Tokens:
    """Sign a person in: a new family, whatever the browser may have carried before."""
    opened = LoginSession(
        id=new_id(),
        person_id=person_id,
        created_at=now,
        used_at=now,
        expires_at=now + REFRESH_LASTS,
        device_hash=_hash(device),
    )
    tokens = make_tokens(person_id, opened.id)
    opened.refresh_hash = _hash(tokens.refresh_id)
    session.add(opened)
    session.flush()  # its tokens may be used at once
    return tokens


def refresh_session(session: Session, claim: Claim, now: datetime, device: str = "") -> Tokens:
    """The next tokens of a family, for its newest refresh token.

    A phone on a bus may lose the answer: for a few seconds the same device may come once more with
    the token before. The tokens it lost end by that, so that a thief who took them ends the family
    at their next use, as any other who comes with a token that was used.

    Raises:
        SessionEnded: the token was used before: somebody else has a copy, so that nobody may
            go on with either.
        NotSignedIn: the family is no more.
    """
    lock_person(session, claim.person_id)
    # The row's lock puts two uses of one token in an order: the second one is the thief's.
    family = session.scalars(
        select(LoginSession)
        .where(LoginSession.id == claim.session_id, LoginSession.person_id == claim.person_id)
        .with_for_update()
    ).one_or_none()
    if family is None or family.ended_at is not None or family.expires_at <= now:
        raise NotSignedIn
    offered = _hash(claim.token_id)
    if family.refresh_hash == offered:
        family.previous_hash = offered
    elif _answer_was_lost(family, offered, device, now):
        family.previous_hash = None
    else:
        family.ended_at, family.end_reason = now, "reused"
        audit.record(session, None, "end-reused", "session", family.id)
        raise SessionEnded
    tokens = make_tokens(claim.person_id, family.id)
    family.refresh_hash = _hash(tokens.refresh_id)
    family.used_at = now
    family.expires_at = min(now + REFRESH_LASTS, family.created_at + SESSION_LASTS)
    return tokens


def _answer_was_lost(family: LoginSession, offered: bytes, device: str, now: datetime) -> bool:
    return (
        family.previous_hash == offered
        and family.device_hash == _hash(device)
        and now - family.used_at <= LOST_ANSWER
    )


def end_session(
    session: Session, session_id: uuid.UUID, now: datetime, reason: str = "signed-out"
) -> None:
    """Sign out here."""
    _end(session, LoginSession.id == session_id, reason, now)


def end_sessions(session: Session, ending: Ending) -> None:
    """Sign a person out everywhere, or everywhere else; another address signs nobody out."""
    if ending.occasion is Occasion.ADDRESS:
        return
    whose = LoginSession.person_id == ending.person_id
    if ending.but_session is not None:
        whose = and_(whose, LoginSession.id != ending.but_session)
    _end(session, whose, ending.occasion.name.lower(), ending.now)


def open_sessions(person_id: uuid.UUID, now: datetime) -> Select[LoginSession]:
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
