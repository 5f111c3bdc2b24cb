"""One thread a sign-up: what volunteer and association write to each other about it.

It is for those two alone. Staff see a message that somebody has reported, and no thread.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations import queries as associations
from samspil.associations.models import Association
from samspil.associations.rules import MANAGER, Standing, may_see_desk
from samspil.core import audit, jobs
from samspil.core.auth import Actor
from samspil.core.db import AnySelect, add_once, new_id
from samspil.core.errors import Conflict, NotFound, RuleBroken, must
from samspil.needs.models import Need, Shift
from samspil.people.locks import lock_people
from samspil.people.models import Person
from samspil.search.paging import Listing, newest_first
from samspil.signups.models import ASSOCIATION, VOLUNTEER, Message, Seats, Signup, ThreadMark
from samspil.signups.queries import unread_by

KIND: Final = "message"
TELL: Final = "volunteering.tell-of-messages"
# Who has the thread open reads within seconds, and needs no mail.
TOLD_AFTER: Final = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Thread:
    """A sign-up's thread, and the side from which somebody reads it."""

    signup: Signup
    need: Need
    shift: Shift | None
    side: str

    @property
    def other_side(self) -> str:
        """Who is written to."""
        return ASSOCIATION if self.side == VOLUNTEER else VOLUNTEER

    @property
    def places(self) -> Seats:
        """What it is about, as mails word it."""
        return Seats(self.need, self.shift, self.shift is not None)


def look(session: Session, actor: Actor, signup_id: uuid.UUID) -> Thread:
    """The thread for its volunteer, or for who manages the association.

    Raises:
        NotFound: there is none, or it is not this person's.
        Forbidden: the person knows the association's desk, but does not speak for it.
    """
    found = session.execute(
        thread_of(signup_id).execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise NotFound
    if found.Signup.person_id == actor.id:
        return Thread(found.Signup, found.Need, found.Shift, VOLUNTEER)
    role = session.scalar(associations.role_of(actor.id, found.Need.association_id))
    if not may_see_desk(Standing.of(actor, role)):
        raise NotFound
    must(role == MANAGER)
    return Thread(found.Signup, found.Need, found.Shift, ASSOCIATION)


def write(
    session: Session,
    actor: Actor,
    signup_id: uuid.UUID,
    said: str,
    message_id: uuid.UUID | None,
    now: datetime,
) -> Message:
    """Write to the other side, which is told by mail unless it reads at once.

    Args:
        session: the transaction.
        actor: who writes.
        signup_id: what about.
        said: the words.
        message_id: chosen by the client; the same one twice makes one.
        now: the moment of it.

    Raises:
        NotFound, Forbidden: the thread is not this person's.
        RuleBroken: it is closed.
        Conflict: the id is another message's.
    """
    before = look(session, actor, signup_id)
    lock_people(session, actor.id, before.signup.person_id)
    thread = look(session, actor, signup_id)
    again = None if message_id is None else session.get(Message, message_id)
    if again is not None:
        return _the_same(again, actor, signup_id, said)
    must_be_open(thread.signup, now)
    message = Message(
        id=message_id or new_id(),
        signup_id=signup_id,
        side=thread.side,
        sender_id=actor.id,
        text=said,
        sent_at=now,
    )
    add_once(session, message)
    audit.record(session, actor.id, "write", KIND, message.id, signup=str(signup_id))
    _tell_later(session, signup_id, thread.other_side, now)
    return message


def keep(
    session: Session,
    signup_id: uuid.UUID,
    sender_id: uuid.UUID,
    occasion: str,
    said: str,
    now: datetime,
) -> None:
    """Let words stand in the thread that were sent with something else; no words, no message.

    Who they are for is told of that by its own mail.
    """
    if not said:
        return
    side = VOLUNTEER if occasion == "sign-up" else ASSOCIATION
    session.add(
        Message(
            signup_id=signup_id,
            side=side,
            sender_id=sender_id,
            occasion=occasion,
            text=said,
            sent_at=now,
        )
    )


def read(session: Session, actor: Actor, signup_id: uuid.UUID, last: uuid.UUID) -> None:
    """Note that this side has read up to a message; it is told by mail of what comes after.

    Raises:
        NotFound, Forbidden: the thread is not this person's, or has no such message.
    """
    lock_people(session, actor.id, look(session, actor, signup_id).signup.person_id)
    thread = look(session, actor, signup_id)
    until = session.scalar(
        select(Message.sent_at).where(Message.id == last, Message.signup_id == signup_id)
    )
    if until is None:
        raise NotFound
    mark = insert(ThreadMark).values(signup_id=signup_id, side=thread.side, read_until=until)
    session.execute(
        mark.on_conflict_do_update(
            index_elements=["signup_id", "side"],
            set_={
                "read_until": func.greatest(ThreadMark.read_until, mark.excluded.read_until),
                "told_at": None,
            },
        )
    )


def _the_same(before: Message, actor: Actor, signup_id: uuid.UUID, said: str) -> Message:
    if (before.sender_id, before.signup_id, before.text) != (actor.id, signup_id, said):
        raise Conflict
    return before


def _tell_later(session: Session, signup_id: uuid.UUID, side: str, now: datetime) -> None:
    """One mail until they have read, however much is written and by however many at once."""
    mark = insert(ThreadMark).values(signup_id=signup_id, side=side, told_at=now)
    first = session.execute(
        mark.on_conflict_do_update(
            index_elements=["signup_id", "side"],
            set_={"told_at": mark.excluded.told_at},
            where=ThreadMark.told_at.is_(None),
        ).returning(ThreadMark.signup_id)
    )
    if first.first() is not None:
        jobs.defer(session, TELL, at=now + TOLD_AFTER, signup_id=str(signup_id), side=side)


# What is allowed with the talk about a sign-up.

# Long enough to ask why; nobody is written to about what came to nothing months ago.
STAYS_OPEN: Final = timedelta(days=30)
CAME_TO_NOTHING: Final = ("declined", "withdrawn")


def is_closed(signup: Signup, now: datetime) -> bool:
    """Whether nothing more can be written: it came to nothing a while ago, or nobody is there."""
    settled = signup.status in CAME_TO_NOTHING and signup.changed_at < now - STAYS_OPEN
    return settled or signup.person_id is None


def must_be_open(signup: Signup, now: datetime) -> None:
    """Write only where it is still read.

    Raises:
        RuleBroken: the thread is closed.
    """
    if is_closed(signup, now):
        raise RuleBroken("thread-closed")


# Which messages?


def thread_of(signup_id: uuid.UUID) -> AnySelect:
    """(Signup, Need, Shift) that a thread is about."""
    return (
        select(Signup, Need, Shift)
        .join(Need, Need.id == Signup.need_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(Signup.id == signup_id)
    )


def messages_of(signup_id: uuid.UUID) -> Listing:
    """(Message, sender) of a thread, the newest first."""
    rows = _with_senders().where(Message.signup_id == signup_id)
    return newest_first(rows, Message.sent_at, Message.id)


def one(message_id: uuid.UUID) -> AnySelect:
    """(Message, sender) of one."""
    return _with_senders().where(Message.id == message_id)


def _with_senders() -> AnySelect:
    return select(Message, Person.name.label("sender")).join(Person, Person.id == Message.sender_id)


def unread_count(signup_id: uuid.UUID, side: str) -> Select[int]:
    """The same for one sign-up."""
    return select(unread_by(side)).select_from(Signup).where(Signup.id == signup_id)


def reported(ids: Any) -> AnySelect:
    """(Message, sender, need's title, need's id) for those who decide on reports."""
    return (
        _with_senders()
        .join(Signup, Signup.id == Message.signup_id)
        .join(Need, Need.id == Signup.need_id)
        .add_columns(Need.title, Need.id.label("need_id"))
        .where(Message.id.in_(ids))
    )


def association_of(message_id: uuid.UUID) -> Select[Association]:
    """Whose need a message is about."""
    return (
        select(Association)
        .join(Need, Need.association_id == Association.id)
        .join(Signup, Signup.need_id == Need.id)
        .join(Message, Message.signup_id == Signup.id)
        .where(Message.id == message_id)
    )


def about(person_id: uuid.UUID) -> ColumnElement[bool]:
    """What somebody wrote, and what was written to them as a volunteer."""
    theirs = select(Signup.id).where(Signup.person_id == person_id)
    return or_(Message.sender_id == person_id, Message.signup_id.in_(theirs))


# What staff do about a message that one of its two sides has reported.
