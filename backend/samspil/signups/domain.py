"""Signing up and answering: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.events import Merged
from samspil.core.domain import Domain
from samspil.core.events import on
from samspil.signups import letters, mailed, models, privacy, routes, tasks, texts
from samspil.signups.checks import models as checks_models
from samspil.signups.checks import privacy as checks_privacy
from samspil.signups.checks import services as checks
from samspil.signups.checks import texts as checks_texts
from samspil.signups.crews import letters as crews_letters
from samspil.signups.crews import models as crews_models
from samspil.signups.crews import privacy as crews_privacy
from samspil.signups.crews import routes as crews_routes
from samspil.signups.crews import texts as crews_texts
from samspil.signups.desk import routes as desk_routes
from samspil.signups.own import routes as own_routes
from samspil.signups.replies import tasks as replies_tasks
from samspil.signups.threads import letters as threads_letters
from samspil.signups.threads import models as threads_models
from samspil.signups.threads import moderation as threads_moderation
from samspil.signups.threads import privacy as threads_privacy
from samspil.signups.threads import routes as threads_routes
from samspil.signups.threads import tasks as threads_tasks
from samspil.signups.threads import texts as threads_texts


@on(Merged)
def move_checks(session: Session, event: Merged) -> None:
    """What an association has noted of people follows it into the one it was merged into."""
    checks.move(session, event.source_id, event.target_id)


SIGNUPS: Final = Domain(
    name="signups",
    models=(
        models.Signup,
        checks_models.ChildCheck,
        crews_models.ShiftReminder,
        threads_models.Message,
        threads_models.ThreadMark,
    ),
    texts=(
        checks_texts.CHECK_TEXTS,
        crews_texts.CREW_TEXTS,
        texts.TEXTS,
        threads_texts.THREAD_TEXTS,
    ),
    mails=(
        *crews_letters.CREW_MAILS,
        *letters.MAILS,
        *threads_letters.THREAD_MAILS,
    ),
    tasks=(
        replies_tasks.note_reply_times,
        tasks.expire_offer,
        tasks.answer_guest,
        tasks.count_needs,
        tasks.count_shifts,
        threads_tasks.tell_of_messages,
    ),
    kept=(
        *privacy.KEPT,
        *checks_privacy.CHECK_KEPT,
        *crews_privacy.CREW_KEPT,
        *threads_privacy.THREAD_KEPT,
    ),
    handlers=(move_checks,),
    links=(*mailed.LINKS,),
    moderated=(threads_moderation.THREAD_MODERATED,),
    blueprints=(
        crews_routes.blp,
        desk_routes.blp,
        own_routes.blp,
        routes.blp,
        threads_routes.blp,
    ),
)
