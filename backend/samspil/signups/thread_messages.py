"""The mails that messages cause, in both languages. None holds what was written."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from samspil.associations.access import managers
from samspil.core import audit, jobs
from samspil.core.auth import Actor
from samspil.core.errors import Forbidden, NotFound
from samspil.core.language import Texts, text
from samspil.core.mail import Kind, Link, Wording
from samspil.moderation.services import ModeratedKind, Summary
from samspil.people.locks import lock_if_there
from samspil.people.models import Person
from samspil.signups import messages, threads
from samspil.signups.models import VOLUNTEER, Message, Seats, Signup, ThreadMark
from samspil.signups.threads import KIND, TELL, look, reported, thread_of

THREAD_MAILS: Final = (
    Kind(
        "volunteering.message-to-volunteer",
        da=Wording(
            "{association} har skrevet til dig",
            ("Der er en ny besked til dig om {what}.",),
            "Du får mailen, fordi du har tilmeldt dig på Samspil.",
            button="Læs og svar",
            closing="Vi skriver ikke igen, før du har læst den.",
        ),
        en=Wording(
            "{association} has written to you",
            ("There is a new message for you about {what}.",),
            "You get this mail because you have signed up on Samspil.",
            button="Read and answer",
            closing="We do not write again before you have read it.",
        ),
    ),
    Kind(
        "volunteering.message-to-managers",
        da=Wording(
            "{person} har skrevet til {association}",
            ("Der er en ny besked fra {person} om {what}.",),
            "Du får mailen, fordi du står for {association} på Samspil.",
            button="Læs og svar",
            closing="Vi skriver ikke igen, før en af jer har læst den.",
        ),
        en=Wording(
            "{person} has written to {association}",
            ("There is a new message from {person} about {what}.",),
            "You get this mail because you run {association} on Samspil.",
            button="Read and answer",
            closing="We do not write again before one of you has read it.",
        ),
    ),
    Kind(
        "volunteering.message-hidden",
        da=Wording(
            "En besked, du har skrevet, er skjult",
            (
                "Kommunen har skjult en besked, du har skrevet om {what} hos {association}.",
                "Begrundelsen er: {reason}",
            ),
            "Du får mailen, fordi du har skrevet en besked på Samspil.",
            closing="Skriv til kommunen, hvis du er uenig.",
        ),
        en=Wording(
            "A message that you wrote is hidden",
            (
                "The municipality has hidden a message that you wrote about {what} with"
                " {association}.",
                "The reason is: {reason}",
            ),
            "You get this mail because you have written a message on Samspil.",
            closing="Write to the municipality if you disagree.",
        ),
    ),
)


# What is said about messages.

THREAD_TEXTS: Final[Texts] = {
    "rule.thread-closed": {
        "da": "Samtalen er lukket, så der kan ikke skrives mere.",
        "en": "The conversation is closed, so nothing more can be written.",
    },
    "message.reported": {
        "da": "Besked fra {sender} om “{need}”",
        "en": "Message from {sender} about “{need}”",
    },
}


# Mails that say that there are messages, and nothing of what they say.


def tell(session: Session, signup_id: uuid.UUID, side: str) -> None:
    """Write to a side that has messages it has not read; else it can be told the next time."""
    found = session.execute(threads.thread_of(signup_id)).one_or_none()
    if found is None or found.Signup.person_id is None:
        return
    if not session.scalar(threads.unread_count(signup_id, side)):
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
    else:
        _tell_managers(session, found.Signup, volunteer, at)


def _tell_managers(session: Session, signup: Signup, volunteer: Person, at: Seats) -> None:
    page = Link(f"/forening/{at.need.association.slug}/tilmeldinger/{signup.id}")
    for person in session.scalars(managers(at.need.association_id)).all():
        if person.id != volunteer.id:
            messages.notify_person(
                session,
                person,
                "message-to-managers",
                at,
                page,
                lambda: {"person": volunteer.name},
            )


# What messages leave for later.


@jobs.task(TELL)
def tell_of_messages(work: jobs.Work, signup_id: str, side: str) -> None:
    """Tell a side by mail of messages that it has not read meanwhile."""
    with work.database.writing.begin() as session:
        tell(session, uuid.UUID(signup_id), side)


def find(session: Session, message_id: str) -> uuid.UUID | None:
    """The message of this id."""
    try:
        asked = uuid.UUID(message_id)
    except ValueError:
        return None
    return session.scalar(select(Message.id).where(Message.id == asked))


def is_seen_by(session: Session, actor: Actor | None, message_id: uuid.UUID) -> bool:
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
    """What staff see of messages: who wrote it, about what, and the words."""
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
    """Hide it from both sides and tell who wrote it why, unless that has been done meanwhile."""
    message = session.get(Message, message_id, with_for_update=True, populate_existing=True)
    if message is None or message.hidden_reason is not None:
        return
    message.hidden_reason = reason
    found = session.execute(thread_of(message.signup_id)).one()
    if message.occasion == "sign-up":
        _blank(found.Signup)
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


def _blank(signup: Signup) -> None:
    """The words stand in the sign-up, too."""
    signup.message = ""


THREAD_MODERATED: Final = ModeratedKind(KIND, "volunteering", find, describe, hide, is_seen_by)
