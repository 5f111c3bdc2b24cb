"""Threads: what volunteer and association write to each other about a sign-up, one for each.

A thread is for those two alone. Staff see a message that somebody has reported, and no thread.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations import queries as associations
from samspil.associations.access import managers
from samspil.associations.rules import MANAGER, Standing, may_see_desk
from samspil.core import audit, jobs
from samspil.core.auth import Actor
from samspil.core.db import AnySelect, add_once, new_id
from samspil.core.errors import Conflict, Forbidden, NotFound, RuleBroken, must
from samspil.core.language import text
from samspil.core.mail import Link
from samspil.moderation.services import ModeratedKind, Summary
from samspil.needs.models import Need, Shift
from samspil.people.locks import lock_if_there, lock_people
from samspil.people.models import Person
from samspil.search.paging import Listing, newest_first
from samspil.signups import messages
from samspil.signups.models import ASSOCIATION, VOLUNTEER, Message, Seats, Signup, ThreadMark
from samspil.signups.queries import unread_by

KIND: Final = "message"
TELL: Final = "volunteering.tell-of-messages"
# Who has the thread open reads within seconds, and needs no mail.
MAILED_AFTER: Final = timedelta(minutes=2)


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
    content: str,
    message_id: uuid.UUID | None,
    now: datetime,
) -> Message:
    """Write to the other side, which is told by mail unless it reads at once.

    Args:
        session: the transaction.
        actor: who writes.
        signup_id: what about.
        content: the text.
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
        if (again.sender_id, again.signup_id, again.text) != (actor.id, signup_id, content):
            raise Conflict
        return again
    if is_closed(thread.signup, now):
        raise RuleBroken("thread-closed")
    message = Message(
        id=message_id or new_id(),
        signup_id=signup_id,
        side=thread.side,
        sender_id=actor.id,
        text=content,
        sent_at=now,
    )
    add_once(session, message)
    audit.record(session, actor.id, "write", KIND, message.id, signup=str(signup_id))
    _mail_later(session, signup_id, thread.other_side, now)
    return message


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


def _mail_later(session: Session, signup_id: uuid.UUID, side: str, now: datetime) -> None:
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
        jobs.defer(session, TELL, at=now + MAILED_AFTER, signup_id=str(signup_id), side=side)


@jobs.task(TELL)
def mail_unread(work: jobs.Work, signup_id: str, side: str) -> None:
    """Mail a side that it has messages, if it has not read them meanwhile."""
    with work.database.writing.begin() as session:
        _mail_unread(session, uuid.UUID(signup_id), side)


def _mail_unread(session: Session, signup_id: uuid.UUID, side: str) -> None:
    """Write to a side that has messages it has not read; else it can be written to next time."""
    found = session.execute(thread_of(signup_id)).one_or_none()
    if found is None or found.Signup.person_id is None:
        return
    if not session.scalar(unread_count(signup_id, side)):
        session.execute(
            update(ThreadMark)
            .where(ThreadMark.signup_id == signup_id, ThreadMark.side == side)
            .values(told_at=None)
        )
        return
    volunteer = lock_if_there(session, found.Signup.person_id)  # the mail names them
    if volunteer is None:
        return
    at = Seats(found.Need, found.Shift, found.Shift is not None)
    if side == VOLUNTEER:
        page = Link(f"/mig/tilmeldinger/{signup_id}")
        messages.notify_person(session, volunteer, "message-to-volunteer", at, page)
        return
    page = Link(f"/forening/{at.need.association.slug}/tilmeldinger/{signup_id}")
    values = {"person": volunteer.name}
    for person in session.scalars(managers(at.need.association_id)).all():
        if person.id != volunteer.id:
            messages.notify_person(session, person, "message-to-managers", at, page, lambda: values)


# Until when can be written?

# Long enough to ask why; nobody is written to about what came to nothing months ago.
STAYS_OPEN: Final = timedelta(days=30)
CAME_TO_NOTHING: Final = ("declined", "withdrawn")


def is_closed(signup: Signup, now: datetime) -> bool:
    """Whether nothing more can be written: it came to nothing a while ago, or nobody is there."""
    settled = signup.status in CAME_TO_NOTHING and signup.changed_at < now - STAYS_OPEN
    return settled or signup.person_id is None


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
    """How many messages of the other side a side has not read."""
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


def about(person_id: uuid.UUID) -> ColumnElement[bool]:
    """What somebody wrote, and what was written to them as a volunteer."""
    theirs = select(Signup.id).where(Signup.person_id == person_id)
    return or_(Message.sender_id == person_id, Message.signup_id.in_(theirs))


# What staff do about a message that one of its two sides has reported.


def find(session: Session, message_id: str) -> uuid.UUID | None:
    """The message of this id."""
    try:
        found = uuid.UUID(message_id)
    except ValueError:
        return None
    return session.scalar(select(Message.id).where(Message.id == found))


def is_readable_by(session: Session, actor: Actor | None, message_id: uuid.UUID) -> bool:
    """Whether somebody is one of the two sides of its thread."""
    if actor is None:
        return False
    message = session.get_one(Message, message_id)
    try:
        look(session, actor, message.signup_id)
    except (NotFound, Forbidden):
        return False
    return True


def describe(session: Session, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Summary]:
    """What staff see of messages: who wrote it, about what, and its text."""
    return {
        row.Message.id: Summary(
            text("message.reported", sender=row.sender, need=row.title),
            f"/opgaver/{row.need_id}",
            row.Message.text,
        )
        for row in session.execute(reported(ids))
    }


def hide(
    session: Session, actor: Actor, message_id: uuid.UUID, reason: str, _now: datetime
) -> None:
    """Hide it from both sides and mail who wrote it why, unless that has been done meanwhile."""
    message = session.get(Message, message_id, with_for_update=True, populate_existing=True)
    if message is None or message.hidden_reason is not None:
        return
    message.hidden_reason = reason
    found = session.execute(thread_of(message.signup_id)).one()
    if message.occasion == "sign-up":
        found.Signup.message = ""  # the same text stands in the sign-up, too
    session.flush()  # readers of the transaction see no more of it
    audit.record(session, actor.id, "hide", KIND, message.id)
    messages.notify_person(
        session,
        session.get_one(Person, message.sender_id),
        "message-hidden",
        Seats(found.Need, found.Shift, found.Shift is not None),
        page=None,
        values=lambda: {"reason": reason},
    )


def show(session: Session, actor: Actor, message_id: uuid.UUID, _now: datetime) -> None:
    """Let both sides read again what was hidden, and mail who wrote it."""
    message = session.get(Message, message_id, with_for_update=True, populate_existing=True)
    if message is None or message.hidden_reason is None:
        return
    message.hidden_reason = None
    found = session.execute(thread_of(message.signup_id)).one()
    if message.occasion == "sign-up":
        found.Signup.message = message.text
    session.flush()  # readers of the transaction see it
    audit.record(session, actor.id, "show", KIND, message.id)
    writer = session.get_one(Person, message.sender_id)
    at = Seats(found.Need, found.Shift, found.Shift is not None)
    messages.notify_person(session, writer, "message-shown", at, page=None)


MODERATED: Final = ModeratedKind(KIND, "volunteering", find, describe, hide, show, is_readable_by)
