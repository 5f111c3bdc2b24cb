"""What an association does with sign-ups: say yes or no, and note who came."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from samspil.associations import queries as associations
from samspil.associations.rules import Standing, may_see_desk
from samspil.core import audit
from samspil.core.audit import AuditEntry
from samspil.core.auth import Actor
from samspil.core.db import once
from samspil.core.domain import Event, publish
from samspil.core.errors import NotFound, RuleBroken, must, must_still
from samspil.core.language import text
from samspil.needs.models import Need
from samspil.people.locks import lock_people
from samspil.people.models import Person
from samspil.signups import child_checks, messages, rules, services
from samspil.signups.models import KIND, ONE_OPEN, Seats, Signup
from samspil.signups.rules import AlreadySignedUp, NoPlaceLeft, PlaceLeft


@dataclass(frozen=True, slots=True)
class AttendanceNoted(Event):
    """An association has said whether somebody with a place came.

    It is published under the person's lock, so that they are not being erased meanwhile.

    Attributes:
        signup_id: the place.
        came: whether they did.
        by: who said it.
    """

    signup_id: uuid.UUID
    came: bool
    by: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """What an association says yes with.

    Attributes:
        message: to somebody who gets a place.
        waiting_message: to somebody who is put on the waiting list instead.
        may_wait: whether they are put there where no place is left; otherwise nothing is done.
    """

    message: str = ""
    waiting_message: str = ""
    may_wait: bool = True


def accept(session: Session, actor: Actor, signup_id: uuid.UUID, yes: Yes, now: datetime) -> Signup:
    """Say yes: a place, or one on the waiting list where none is left.

    Which of the two messages is sent follows from what it became: nobody who waits is welcomed.

    Raises:
        NotFound, Forbidden: it is not for this person to answer.
        NoPlaceLeft: every place is held, and the person waits already or shall not.
        Conflict: it is settled, or the shift is cancelled.
    """
    signup, at = _lock_to_answer(session, actor, signup_id)
    if signup.status == "accepted":
        return signup
    must_still(rules.is_open(signup) and not rules.is_cancelled(at.shift))
    held = rules.holds_a_place(signup)
    if not held and at.free <= 0:
        if signup.status == "waitlisted" or not yes.may_wait:
            raise NoPlaceLeft
        return _put_in_line(session, actor, signup, at, yes.waiting_message, now)
    signup.status, signup.offered_until = "accepted", None
    _note_answer(session, signup, now)
    if not held:
        services.hold_place(session, at, now)
    services.keep_message(session, signup.id, actor.id, "accept", yes.message, now)
    audit.record(session, actor.id, "accept", KIND, signup.id)
    _mail_answer(session, signup, "signup-answered", at, yes.message)
    return signup


def wait(
    session: Session, actor: Actor, signup_id: uuid.UUID, message: str, now: datetime
) -> Signup:
    """Put somebody on the waiting list while no place is left. A second time changes nothing.

    Raises:
        NotFound, Forbidden: it is not for this person to answer.
        PlaceLeft: a place is free, and nobody waits for it.
        Conflict: it is settled, or the shift is cancelled.
    """
    signup, at = _lock_to_answer(session, actor, signup_id)
    if signup.status == "waitlisted":
        return signup
    must_still(signup.status == "applied" and not rules.is_cancelled(at.shift))
    # Who waits already comes before who comes now.
    services.offer_free_places(session, at, now)
    if at.free > 0:
        raise PlaceLeft
    return _put_in_line(session, actor, signup, at, message, now)


def decline(
    session: Session, actor: Actor, signup_id: uuid.UUID, message: str, now: datetime
) -> Signup:
    """Say no, also after a yes: then the place is offered to who waits.

    Raises:
        NotFound, Forbidden: it is not for this person to answer.
        Conflict: it is settled.
    """
    signup, at = _lock_to_answer(session, actor, signup_id)
    if signup.status == "declined":
        return signup
    must_still(rules.is_open(signup))
    was = signup.status
    _note_answer(session, signup, now)
    services.end_signup(session, signup, at, "declined", now)
    services.keep_message(session, signup.id, actor.id, "decline", message, now)
    audit.record(session, actor.id, "decline", KIND, signup.id, was=was)
    _mail_answer(session, signup, "signup-declined", at, message)
    return signup


def reopen(session: Session, actor: Actor, signup_id: uuid.UUID, now: datetime) -> Signup:
    """Take a no back: the sign-up is what it was before, as far as there is room, and is told so.

    Who had a place gets it again while one is free, and else waits for an answer. A second time
    changes nothing.

    Raises:
        NotFound, Forbidden: it is not for this person to answer.
        NeedClosed: the need is closed, or the shift cancelled or begun.
        AlreadySignedUp: the person has signed up anew since.
        Conflict: it was not declined, or the person has deleted their account.
    """
    signup, at = _lock_to_answer(session, actor, signup_id)
    if rules.is_open(signup):
        return signup
    must_still(signup.status == "declined" and signup.person_id is not None)
    rules.must_go_on(at.need, at.shift, now)
    was = session.scalar(_state_before_the_no(signup.id))
    again = was == "accepted" and at.free > 0
    with once(session, errors=dict.fromkeys(ONE_OPEN, AlreadySignedUp)):
        signup.status = "accepted" if again else "waitlisted" if was == "waitlisted" else "applied"
        signup.changed_at = now
    if again:
        services.hold_place(session, at, now)
    audit.record(session, actor.id, "reopen", KIND, signup.id, status=signup.status)
    person = session.get_one(Person, signup.person_id)
    if signup.status == "waitlisted":
        position = {"position": services.position_of(session, signup)}
        messages.notify_person(session, person, "signup-waitlisted", at, values=lambda: position)
        services.offer_free_places(session, at, now)
    elif again:
        _mail_answer(session, signup, "signup-answered", at, "")
    else:
        messages.notify_person(session, person, "signup-reopened", at)
    return signup


def note_attendance(
    session: Session,
    actor: Actor,
    signup_id: uuid.UUID,
    status: str,
    now: datetime,
    *,
    without_check: bool = False,
) -> Signup:
    """Note that somebody with a place came, or did not; a slip can be put right.

    Args:
        session: the transaction.
        actor: who says so.
        signup_id: of whom.
        status: attended or absent.
        now: the moment of it.
        without_check: a yes to noting that somebody was with children whose certificate is not in
            order. What has happened is not denied; that it was said knowingly is in the log.

    Raises:
        NotFound, Forbidden: it is not for this person to say.
        RuleBroken: it has not begun, or a certificate is missing and no yes was given.
        Conflict: the person had no place.
    """
    signup, at = _lock_to_answer(session, actor, signup_id)
    must_still(signup.status in rules.WAS_THERE)
    if not rules.may_tell_who_came(at.need, at.shift, now):
        raise RuleBroken("not-begun")
    if signup.status != status:
        facts = {}
        if status == "attended" and child_checks.is_missing(session, signup, at.need, now):
            if not without_check:
                raise RuleBroken("child-check")
            facts["without_check"] = True
        signup.status, signup.changed_at = status, now
        session.flush()  # what is read back is what the database keeps
        audit.record(session, actor.id, status, KIND, signup.id, **facts)
        publish(session, AttendanceNoted(signup.id, status == "attended", actor.id))
    return signup


def note_child_check(
    session: Session, actor: Actor, signup_id: uuid.UUID, status: str, now: datetime
) -> Signup:
    """Note how far the association is with somebody's child-protection certificate.

    Raises:
        NotFound, Forbidden: it is not for this person to say.
        RuleBroken: none is needed of this volunteer.
    """
    signup, at = _lock_to_answer(session, actor, signup_id)
    child_checks.note(session, actor, signup, at.need, status, now)
    return signup


def must_be_theirs(session: Session, actor: Actor, signup_id: uuid.UUID) -> uuid.UUID | None:
    """Let those see a sign-up who run the association; returns who has signed up.

    Raises:
        NotFound: there is none, or the association's desk is not this person's.
        Forbidden: the person takes part in the association, but does not run it.
    """
    found = session.execute(
        select(Need.association_id, Signup.person_id)
        .join(Signup, Signup.need_id == Need.id)
        .where(Signup.id == signup_id)
    ).one_or_none()
    if found is None:
        raise NotFound
    whose, person_id = found
    standing = Standing.of(actor, session.scalar(associations.role_of(actor.id, whose)))
    if not may_see_desk(standing):
        raise NotFound
    must(standing.runs_it)
    return person_id


def _lock_to_answer(session: Session, actor: Actor, signup_id: uuid.UUID) -> tuple[Signup, Seats]:
    person_id = must_be_theirs(session, actor, signup_id)
    # What is written now is not written of, or by, somebody who is being erased.
    lock_people(session, actor.id, person_id)
    return services.lock_signup(session, signup_id)


def _put_in_line(
    session: Session, actor: Actor, signup: Signup, at: Seats, message: str, now: datetime
) -> Signup:
    signup.status = "waitlisted"
    _note_answer(session, signup, now)
    services.keep_message(session, signup.id, actor.id, "wait", message, now)
    audit.record(session, actor.id, "put-in-line", KIND, signup.id)
    position = {"position": services.position_of(session, signup)}
    _mail_answer(session, signup, "signup-put-in-line", at, message, position)
    return signup


def _state_before_the_no(signup_id: uuid.UUID) -> Select[str]:
    return (
        select(AuditEntry.facts["was"].astext)
        .where(
            AuditEntry.kind == KIND,
            AuditEntry.object_id == str(signup_id),
            AuditEntry.action == "decline",
        )
        .order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
        .limit(1)
    )


def _note_answer(session: Session, signup: Signup, now: datetime) -> None:
    signup.changed_at, signup.answered_at = now, signup.answered_at or now
    session.flush()  # what is asked next is asked of the database


def _mail_answer(
    session: Session,
    signup: Signup,
    kind: str,
    at: Seats,
    message: str,
    others: Mapping[str, str] = MappingProxyType({}),
) -> None:
    person = session.get_one(Person, signup.person_id)

    def values() -> dict[str, str]:
        return {"message": message or text("signup.no-message"), **others}

    messages.notify_person(session, person, kind, at, values=values)
