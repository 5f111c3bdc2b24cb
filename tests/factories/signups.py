"""Sign-ups."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samspil.core import time
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.signups.models import Signup
from samspil.signups.rules import holds_a_place


def signup(
    session: Session,
    who: Person,
    need: Need,
    shift: Shift | None = None,
    *,
    offered: bool = False,
    **values: Any,
) -> Signup:
    """Somebody's sign-up, accepted unless it says otherwise; its place is counted."""
    at = (Signup.need_id == need.id) & Signup.shift_id.is_not_distinct_from(shift and shift.id)
    before = session.scalars(select(func.count()).select_from(Signup).where(at)).one()
    now = time.now()
    usual = {
        "status": "waitlisted" if offered else "accepted",
        "offered_until": now + timedelta(hours=24) if offered else None,
        "number": before + 1,
        "message": "",
        "created_at": now,
        "changed_at": now,
    }
    made = Signup(need_id=need.id, shift_id=shift and shift.id, person_id=who.id, **usual | values)
    session.add(made)
    if holds_a_place(made):
        counted = shift or need
        counted.taken = (counted.taken or 0) + 1
    session.flush()  # a row that requests can see, whatever autoflush does
    return made


def shifts_of(session: Session, need: Need) -> list[Shift]:
    """A need's shifts, soonest first."""
    return list(
        session.scalars(select(Shift).where(Shift.need_id == need.id).order_by(Shift.starts_at))
    )
