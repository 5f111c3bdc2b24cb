"""Signing up and answering: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.services import Merged
from samspil.core.domain import Domain, on
from samspil.signups import (
    child_checks,
    inbox,
    links,
    messages,
    models,
    privacy,
    routes,
    tasks,
    texts,
    threads,
)


@on(Merged)
def move_checks(session: Session, event: Merged) -> None:
    """What an association has noted of people follows it into the one it was merged into."""
    child_checks.move(session, event.source_id, event.target_id)


SIGNUPS: Final = Domain(
    name="signups",
    models=(
        models.Signup,
        models.ChildCheck,
        models.ShiftReminder,
        models.Message,
        models.ThreadMark,
    ),
    texts=(texts.TEXTS,),
    mails=messages.MAILS,
    tasks=(
        tasks.note_reply_times,
        tasks.expire_offer,
        tasks.answer_guest,
        tasks.count_needs,
        tasks.count_shifts,
        threads.mail_unread,
    ),
    kept=privacy.KEPT,
    handlers=(move_checks,),
    links=links.LINKS,
    moderated=(threads.MODERATED,),
    inbox=inbox.INBOX,
    blueprints=(routes.crew_blp, routes.desk_blp, routes.own_blp, routes.blp, routes.thread_blp),
)
