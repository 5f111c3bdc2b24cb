"""Ask volunteers who have said that they want to be asked, without learning who they are.

Whoever asks sees how somebody fits and nothing else; the mail goes through the platform, and only
a sign-up tells who it is. The mail's link ends being asked at all, and acts without a session, as
mail programs must be able to (RFC 8058).
"""

from __future__ import annotations

import hashlib
import math
import secrets
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, cast

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import Base, Id, Moment, new_id
from samspil.core.language import Language
from samspil.core.mail import Link, NewMail, is_suppressed, send
from samspil.matching import messages
from samspil.matching.matches import volunteers_for
from samspil.matching.rules import Reason
from samspil.needs.models import Need
from samspil.needs.queries import open_needs
from samspil.people import profiles
from samspil.people.locks import lock_if_there, lock_person
from samspil.people.models import Person
from samspil.signups.models import Signup

CONSENT: Final = "asked_for_needs"
UNSUBSCRIBE: Final = "/api/v1/unsubscribe"


@dataclass(frozen=True, slots=True)
class AnonymousVolunteer:
    """Somebody who may be asked: how they fit, and when they were asked, if they were."""

    id: uuid.UUID
    person_id: uuid.UUID
    score: float
    reasons: Sequence[Reason]
    asked_at: datetime | None


def may_be_asked(
    session: Session, actor: Actor, need: Need, secret: str, now: datetime
) -> list[AnonymousVolunteer]:
    """The volunteers whom a need suits best, best first; those already asked stand among them.

    Args:
        session: only read.
        actor: who would ask; nobody asks themselves.
        need: an open one; for another there is nobody.
        secret: makes the names by which they are asked.
        now: the moment.
    """
    fits = volunteers_for(session, need.id, now)
    asked = {row.person_id: row.asked_at for row in session.execute(asked_about(need.id))}
    theirs = [fit.person_id for fit in fits]
    away = {actor.id, *session.scalars(signed_up(need.id))}
    away |= set(session.scalars(at_weekly_limit(theirs, now))) - asked.keys()
    return [
        AnonymousVolunteer(
            opaque_id(secret, need.id, fit.person_id),
            fit.person_id,
            fit.score,
            public_reasons(fit.reasons),
            asked.get(fit.person_id),
        )
        for fit in fits
        if fit.person_id not in away
    ][:MOST_SHOWN]


def ask(
    session: Session,
    actor: Actor,
    need: Need,
    found: Sequence[AnonymousVolunteer],
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
    agreed = {row.purpose for row in session.execute(profiles.consents_of(person_id))}
    if CONSENT not in agreed or session.scalar(at_weekly_limit([person_id], now)) is not None:
        return False
    token = secrets.token_urlsafe(32)
    row = {
        "id": new_id(),
        "need_id": need.id,
        "person_id": person_id,
        "token_hash": _hash(token),
        "asked_at": now,
    }
    new = (
        insert(Question).values(row).on_conflict_do_nothing(index_elements=["need_id", "person_id"])
    )
    if session.execute(new.returning(Question.id)).first() is None:
        return False
    send(session, _letter(person, person.email, need, message, token))
    return True


def _letter(person: Person, address: str, need: Need, message: str, token: str) -> NewMail:
    values = {"association": need.association.name, "title": need.title, "message": message}
    return NewMail(
        address,
        cast(Language, person.language),
        messages.ASKED.name,
        values,
        action=Link(f"/opgaver/{need.id}"),
        unsubscribe=f"{UNSUBSCRIBE}/{token}",
        person_id=person.id,
    )


def stop(session: Session, token: str, now: datetime) -> None:
    """Take back the yes of whoever got a mail, by its secret; one that is none ends nothing."""
    whose = session.scalar(select(Question.person_id).where(Question.token_hash == _hash(token)))
    if whose is not None:
        profiles.withdraw_by_link(session, whose, CONSENT, now)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


# Who was asked, whom one leaves in peace, and who has answered already.


def is_open(need_id: uuid.UUID, now: datetime) -> Select[uuid.UUID]:
    """The id of a need that everybody can find now."""
    return select(Need.id).where(Need.id == need_id, *open_needs(now).visible)


def asked_about(need_id: uuid.UUID) -> Select[uuid.UUID, datetime]:
    """(person's id, when) of those who were asked about a need."""
    return select(Question.person_id, Question.asked_at).where(Question.need_id == need_id)


def signed_up(need_id: uuid.UUID) -> Select[uuid.UUID | None]:
    """The ids of those who have signed up for a need, whatever came of it."""
    return select(Signup.person_id).where(Signup.need_id == need_id, Signup.person_id.is_not(None))


def at_weekly_limit(people: Collection[uuid.UUID], now: datetime) -> Select[uuid.UUID]:
    """The ids of those who were asked as often this week as anybody may be."""
    return (
        select(Question.person_id)
        .where(Question.person_id.in_(people), Question.asked_at > now - A_WEEK)
        .group_by(Question.person_id)
        .having(func.count() >= MOST_A_WEEK)
    )


# Who may be asked, how often, and what is told of them before they answer.

# So many questions a person gets in so long, however many associations would like to ask.
MOST_A_WEEK: Final = 3
A_WEEK: Final = timedelta(days=7)
# The best fits are shown: nobody needs to know how many there are.
MOST_SHOWN: Final = 20
# Far enough that a house cannot be told from its neighbours.
BLUR_M: Final = 1_000

# What of a match is about the person, and does not tell more of them than the need must know. A
# skill in their own words, or that they must have no step, could say who it is.
_PUBLIC: Final = ("distance", "availability", "any_time", "interest", "commitment", "language")


def opaque_id(secret: str, need_id: uuid.UUID, person_id: uuid.UUID) -> uuid.UUID:
    """What somebody is called to those who may ask: another name for each need."""
    key = hashlib.sha256(f"asking {secret}".encode()).digest()
    digest = hashlib.blake2b(need_id.bytes + person_id.bytes, key=key, digest_size=16).digest()
    return uuid.UUID(bytes=digest, version=4)


def public_reasons(reasons: Iterable[Reason]) -> list[Reason]:
    """The reasons of a match that those who may ask are told.

    >>> public_reasons([{"kind": "distance", "metres": 1230}, {"kind": "skill", "skill": "sang"}])
    [{'kind': 'distance', 'metres': 2000}, {'kind': 'skill'}]
    """
    return [_public_reason(reason) for reason in reasons if reason["kind"] in (*_PUBLIC, "skill")]


def _public_reason(reason: Reason) -> Reason:
    if reason["kind"] == "skill":
        return {"kind": "skill"}
    if reason["kind"] == "distance":
        return {"kind": "distance", "metres": blur(reason["metres"])}
    return reason


def blur(metres: float) -> int:
    """A distance that says no more than within how many kilometres."""
    return max(1, math.ceil(metres / BLUR_M)) * BLUR_M


# What is kept of questions to volunteers.


class Question(Base):
    """A volunteer who was asked whether they would help with a need: once, and by mail."""

    __tablename__ = "asked"
    __table_args__ = (
        UniqueConstraint("need_id", "person_id"),
        Index(None, "person_id", "asked_at"),
    )

    id: Mapped[Id]
    need_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Need.id, ondelete="CASCADE"))
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Person.id, ondelete="CASCADE"))
    token_hash: Mapped[bytes] = mapped_column(
        unique=True, comment="SHA-256 of the secret in the mail's link that ends being asked"
    )
    asked_at: Mapped[Moment]
