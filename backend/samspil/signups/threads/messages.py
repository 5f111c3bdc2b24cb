"""The mails that messages cause, in both languages. None holds what was written."""

from __future__ import annotations

import uuid
from typing import Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from samspil.associations.access import managers
from samspil.core import jobs
from samspil.core.language import Texts
from samspil.core.mail import Kind, Link, Wording
from samspil.people.locks import lock_if_there
from samspil.people.models import Person
from samspil.signups import messages
from samspil.signups.models import VOLUNTEER, Signup, ThreadMark
from samspil.signups.seats import Places
from samspil.signups.threads import (
    queries,
)
from samspil.signups.threads.services import TELL

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
    found = session.execute(queries.thread(signup_id)).one_or_none()
    if found is None or found.Signup.person_id is None:
        return
    if not session.scalar(queries.unread_count(signup_id, side)):
        session.execute(
            update(ThreadMark)
            .where(ThreadMark.signup_id == signup_id, ThreadMark.side == side)
            .values(told_at=None)
        )
        return
    volunteer = lock_if_there(session, found.Signup.person_id)  # the mail names them
    if volunteer is None:
        return
    at = Places(found.Need, found.Shift, found.Shift is not None)
    if side == VOLUNTEER:
        page = Link(f"/mig/tilmeldinger/{signup_id}")
        messages.tell(session, volunteer, "message-to-volunteer", at, page)
    else:
        _tell_managers(session, found.Signup, volunteer, at)


def _tell_managers(session: Session, signup: Signup, volunteer: Person, at: Places) -> None:
    page = Link(f"/forening/{at.need.association.slug}/tilmeldinger/{signup.id}")
    for person in session.scalars(managers(at.need.association_id)).all():
        if person.id != volunteer.id:
            messages.tell(
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
