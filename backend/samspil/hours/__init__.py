"""Hours given and certificates: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.services import Merged
from samspil.core import time
from samspil.core.domain import Domain, on
from samspil.hours import entries, inbox, messages, models, privacy, routes
from samspil.signups.answering import AttendanceNoted


@on(AttendanceNoted)
def follow_attendance(session: Session, event: AttendanceNoted) -> None:
    """Who came has given the shift's hours."""
    entries.follow_attendance(session, event.signup_id, event.came, event.by, time.now())


@on(Merged)
def move_hours(session: Session, event: Merged) -> None:
    """Hours follow their association into the one it was merged into."""
    entries.move(session, event.source_id, event.target_id)


HOURS: Final = Domain(
    name="hours",
    models=(models.HoursEntry, models.Certificate),
    texts=(messages.TEXTS,),
    mails=messages.MAILS,
    kept=privacy.KEPT,
    handlers=(follow_attendance, move_hours),
    inbox=inbox.INBOX,
    blueprints=(routes.proof_blp, routes.blp),
)
