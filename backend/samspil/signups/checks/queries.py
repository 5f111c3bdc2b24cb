"""Which certificates are in order?"""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from samspil.needs.models import Need
from samspil.signups.checks.models import ChildCheck
from samspil.signups.models import OPEN_STATES, Signup


def one(association_id: uuid.UUID, person_id: uuid.UUID | None) -> Select[ChildCheck]:
    """What an association has noted of somebody."""
    return select(ChildCheck).where(
        ChildCheck.association_id == association_id, ChildCheck.person_id == person_id
    )


def for_signup() -> ColumnElement[bool]:
    """Joins what the association of a sign-up's need has noted of its volunteer."""
    return and_(
        ChildCheck.association_id == Need.association_id,
        ChildCheck.person_id == Signup.person_id,
    )


def of_who_left(before: datetime) -> ColumnElement[bool]:
    """Of people who have nothing open with the association, and had not since a moment."""
    lately = exists().where(
        Signup.person_id == ChildCheck.person_id,
        Signup.need_id == Need.id,
        Need.association_id == ChildCheck.association_id,
        or_(Signup.status.in_(OPEN_STATES), Signup.changed_at >= before),
    )
    return ~lately
