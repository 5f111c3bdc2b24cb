"""What hours do when something happens to sign-ups and associations."""

from __future__ import annotations

from sqlalchemy.orm import Session

from samspil.associations.events import Merged
from samspil.core import time
from samspil.core.events import on
from samspil.hours import entering, services
from samspil.signups.events import AttendanceNoted


@on(AttendanceNoted)
def follow_attendance(session: Session, event: AttendanceNoted) -> None:
    """Who came has given the shift's hours."""
    entering.follow_attendance(session, event.signup_id, event.came, event.by, time.now())


@on(Merged)
def move_hours(session: Session, event: Merged) -> None:
    """Hours follow their association into the one it was merged into."""
    services.move(session, event.source_id, event.target_id)
