"""What is kept of people where an association must know their certificate to be in order."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from samspil.core.privacy import Kept, Wording, both, deleting, unlinking
from samspil.core.privacy.words import PUBLIC_TASK
from samspil.signups.checks import queries
from samspil.signups.checks.models import ChildCheck

KEPT_AFTER_LEAVING: Final = timedelta(days=365)


def _retire(session: Session, now: datetime) -> int:
    """Those of people who have not helped there for a while."""
    left = queries.of_who_left(now - KEPT_AFTER_LEAVING)
    return len(session.execute(delete(ChildCheck).where(left).returning(ChildCheck.day)).all())


CHILD_CHECKS: Final = Kept(
    table=ChildCheck.__tablename__,
    personal=("association_id", "person_id", "status", "day", "by_id"),
    owner="person_id",
    what=Wording(
        "Om en forening har bedt om eller set din børneattest, hvornår, og hvem der noterede det."
        " Aldrig attesten selv.",
        "Whether an association has asked for or seen your child protection certificate, when, and"
        " who noted it. Never the certificate itself.",
    ),
    why=Wording(
        "At foreningen kan overholde loven, før du begynder hos børn under 15 år.",
        "So that the association can keep the law before you begin with children under 15.",
    ),
    basis=PUBLIC_TASK,
    until=Wording(
        "Et år efter, at du sidst hjalp foreningen, eller til du sletter din konto.",
        "A year after you last helped the association, or until you delete your account.",
    ),
    erase=both(
        deleting(ChildCheck.__tablename__, "person_id"),
        unlinking(ChildCheck.__tablename__, "by_id"),
    ),
    retire=_retire,
)

CHECK_KEPT: Final = (CHILD_CHECKS,)
