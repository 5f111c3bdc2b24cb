"""Ask volunteers who have said that they want to be asked, without learning who they are.

Whoever asks sees how somebody fits and nothing else; the mail goes through the platform, and only
a sign-up tells who it is. The mail's link ends being asked at all, and acts without a session, as
mail programs must be able to (RFC 8058).
"""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.language import Language
from samspil.core.mail import Letter, Link, is_suppressed, send
from samspil.matching.asking import letters, queries
from samspil.matching.asking.models import Asked
from samspil.matching.asking.rules import MOST_SHOWN, opaque, told
from samspil.matching.rules import Reason
from samspil.matching.volunteers import volunteers_for
from samspil.needs.models import Need
from samspil.people import consents
from samspil.people.locks import lock_if_there, lock_person
from samspil.people.models import Person

CONSENT: Final = "asked_for_needs"
UNSUBSCRIBE: Final = "/api/v1/unsubscribe"


@dataclass(frozen=True, slots=True)
class Nameless:
    """Somebody who may be asked: how they fit, and when they were asked, if they were."""

    id: uuid.UUID
    person_id: uuid.UUID
    score: float
    reasons: Sequence[Reason]
    asked_at: datetime | None


def may_be_asked(
    session: Session, actor: Actor, need: Need, secret: str, now: datetime
) -> list[Nameless]:
    """The volunteers whom a need suits best, best first; those already asked stand among them.

    Args:
        session: only read.
        actor: who would ask; nobody asks themselves.
        need: an open one; for another there is nobody.
        secret: makes the names by which they are asked.
        now: the moment.
    """
    fits = volunteers_for(session, need.id, now)
    asked = {row.person_id: row.asked_at for row in session.execute(queries.asked_about(need.id))}
    theirs = [fit.person_id for fit in fits]
    away = {actor.id, *session.scalars(queries.signed_up(need.id))}
    away |= set(session.scalars(queries.in_peace(theirs, now))) - asked.keys()
    return [
        Nameless(
            opaque(secret, need.id, fit.person_id),
            fit.person_id,
            fit.score,
            told(fit.reasons),
            asked.get(fit.person_id),
        )
        for fit in fits
        if fit.person_id not in away
    ][:MOST_SHOWN]


def ask(
    session: Session,
    actor: Actor,
    need: Need,
    found: Sequence[Nameless],
    chosen: Collection[uuid.UUID],
    message: str,
    now: datetime,
) -> int:
    """Write to those chosen who may be asked now; returns to how many.

    Whoever has been asked about it, or often enough this week, or has taken their yes back in the
    meantime, is left in peace, and nobody is told which of them it was.
    """
    wanted = [one for one in found if one.id in chosen and one.asked_at is None]
    # All of them first, in one order: what is written about the one is kept until the last.
    for person_id in sorted({actor.id, *(one.person_id for one in wanted)}):
        lock_if_there(session, person_id)
    lock_person(session, actor.id)
    count = 0
    for one in sorted(wanted, key=lambda one: one.person_id):
        count += _ask(session, need, one.person_id, message, now)
    if count:
        audit.record(session, actor.id, "ask", "need", need.id, count=count)
    return count


def _ask(session: Session, need: Need, person_id: uuid.UUID, message: str, now: datetime) -> bool:
    person = lock_if_there(session, person_id)
    if person is None or person.email is None or is_suppressed(session, person.email):
        return False
    agreed = {row.purpose for row in session.execute(consents.standing(person_id))}
    if CONSENT not in agreed or session.scalar(queries.in_peace([person_id], now)) is not None:
        return False
    token = secrets.token_urlsafe(32)
    row = {
        "id": new_id(),
        "need_id": need.id,
        "person_id": person_id,
        "token_hash": _hash(token),
        "asked_at": now,
    }
    once = insert(Asked).values(row).on_conflict_do_nothing(index_elements=["need_id", "person_id"])
    if session.execute(once.returning(Asked.id)).first() is None:
        return False
    send(session, _letter(person, person.email, need, message, token))
    return True


def _letter(person: Person, address: str, need: Need, message: str, token: str) -> Letter:
    said = {"association": need.association.name, "title": need.title, "message": message}
    return Letter(
        address,
        cast(Language, person.language),
        letters.ASKED.name,
        said,
        action=Link(f"/opgaver/{need.id}"),
        unsubscribe=f"{UNSUBSCRIBE}/{token}",
        person_id=person.id,
    )


def stop(session: Session, token: str, now: datetime) -> None:
    """Take back the yes of whoever got a mail, by its secret; one that is none ends nothing."""
    whose = session.scalar(select(Asked.person_id).where(Asked.token_hash == _hash(token)))
    if whose is not None:
        consents.end(session, whose, CONSENT, now, by=None)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
