"""What staff do about a message that one of its two sides has reported."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import Forbidden, NotFound
from samspil.core.language import text
from samspil.moderation.services import Described, Moderated
from samspil.people.models import Person
from samspil.signups import messages
from samspil.signups.models import Message, Signup
from samspil.signups.seats import Places
from samspil.signups.threads import (
    queries,
    services,
)

KIND: Final = "message"


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
        services.look(session, actor, message.signup_id)
    except (NotFound, Forbidden):
        return False
    return True


def describe(session: Session, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Described]:
    """What staff see of messages: who wrote it, about what, and the words."""
    return {
        row.Message.id: Described(
            text("message.reported", sender=row.sender, need=row.title),
            f"/opgaver/{row.need_id}",
            row.Message.text,
        )
        for row in session.execute(queries.reported(ids))
    }


def hide(
    session: Session, actor: Actor, message_id: uuid.UUID, reason: str, _now: datetime
) -> None:
    """Hide it from both sides and tell who wrote it why, unless that has been done meanwhile."""
    message = session.get(Message, message_id, with_for_update=True, populate_existing=True)
    if message is None or message.hidden_reason is not None:
        return
    message.hidden_reason = reason
    found = session.execute(queries.thread(message.signup_id)).one()
    if message.occasion == "sign-up":
        _blank(found.Signup)
    session.flush()  # readers of the transaction see no more of it
    audit.record(session, actor.id, "hide", KIND, message.id)
    messages.tell(
        session,
        session.get_one(Person, message.sender_id),
        "message-hidden",
        Places(found.Need, found.Shift, found.Shift is not None),
        page=None,
        values=lambda: {"reason": reason},
    )


def _blank(signup: Signup) -> None:
    """The words stand in the sign-up, too."""
    signup.message = ""


THREAD_MODERATED: Final = Moderated(KIND, "volunteering", find, describe, hide, is_seen_by)
