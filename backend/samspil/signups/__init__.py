"""Signing up and answering: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.services import Merged
from samspil.core.domain import Domain
from samspil.core.events import on
from samspil.signups import checks, links, messages, models, routes, tasks
from samspil.signups import routes as threads_routes
from samspil.signups import thread_messages as threads_texts
from samspil.signups.privacy import CHECK_KEPT, CREW_KEPT, KEPT, THREAD_KEPT
from samspil.signups.thread_messages import THREAD_MODERATED


@on(Merged)
def move_checks(session: Session, event: Merged) -> None:
    """What an association has noted of people follows it into the one it was merged into."""
    checks.move(session, event.source_id, event.target_id)


SIGNUPS: Final = Domain(
    name="signups",
    models=(
        models.Signup,
        models.ChildCheck,
        models.ShiftReminder,
        models.Message,
        models.ThreadMark,
    ),
    texts=(
        messages.CHECK_TEXTS,
        messages.CREW_TEXTS,
        messages.TEXTS,
        threads_texts.THREAD_TEXTS,
    ),
    mails=(
        *messages.CREW_MAILS,
        *messages.MAILS,
        *threads_texts.THREAD_MAILS,
    ),
    tasks=(
        tasks.note_reply_times,
        tasks.expire_offer,
        tasks.answer_guest,
        tasks.count_needs,
        tasks.count_shifts,
        threads_texts.tell_of_messages,
    ),
    kept=(
        *KEPT,
        *CHECK_KEPT,
        *CREW_KEPT,
        *THREAD_KEPT,
    ),
    handlers=(move_checks,),
    links=(*links.LINKS,),
    moderated=(THREAD_MODERATED,),
    blueprints=(
        routes.crew_blp,
        routes.desk_blp,
        routes.own_blp,
        routes.blp,
        threads_routes.thread_blp,
    ),
)
