"""Which sign-ups of one's own, and what has happened to them?"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, not_, or_, select

from samspil.associations.models import Association
from samspil.core.audit import AuditEntry
from samspil.core.db import AnySelect
from samspil.core.time import local
from samspil.needs.models import Need, NeedPlace, Shift
from samspil.places.queries import place_refs
from samspil.search import near
from samspil.search.near import Page
from samspil.signups import queries
from samspil.signups.models import OPEN_STATES, Signup
from samspil.signups.services import KIND

# What the log calls what happens to a sign-up, of which a volunteer is told.
STEPS: Final = (
    *("sign-up", "put-in-line", "accept", "decline", "offer", "take", "expire-offer"),
    *("withdraw", "attended", "absent"),
)


def of_person(
    person_id: uuid.UUID, need_id: uuid.UUID | None, over: bool | None, page: Page, now: datetime
) -> AnySelect:
    """A page of somebody's sign-ups and one more, newest first.

    Args:
        person_id: whose.
        need_id: of one need alone.
        over: only what is over, or only what is not.
        page: which part.
        now: by which to tell.
    """
    rows = _shown().where(Signup.person_id == person_id)
    if need_id is not None:
        rows = rows.where(Signup.need_id == need_id)
    if over is not None:
        rows = rows.where(_is_over(now) if over else not_(_is_over(now)))
    return queries.paged(rows, page)


def one(person_id: uuid.UUID, signup_id: uuid.UUID) -> AnySelect:
    """One sign-up of somebody's."""
    return _shown().where(Signup.id == signup_id, Signup.person_id == person_id)


def steps(signup_id: uuid.UUID) -> Select[AuditEntry]:
    """What has happened to a sign-up, in order."""
    return (
        select(AuditEntry)
        .where(
            AuditEntry.kind == KIND,
            AuditEntry.object_id == str(signup_id),
            AuditEntry.action.in_(STEPS),
        )
        .order_by(AuditEntry.at, AuditEntry.id)
    )


def _is_over(now: datetime) -> ColumnElement[bool]:
    """It came to nothing, or its time is past."""
    past = or_(
        and_(Shift.id.is_not(None), Shift.ends_at <= now),
        and_(Shift.id.is_(None), Need.until_day.is_not(None), Need.until_day < local(now).date()),
    )
    return or_(Signup.status.not_in(OPEN_STATES), past)


def _shown() -> AnySelect:
    """`queries.shown` with where it is, whom to ask, and how soon they answer."""
    return queries.shown().add_columns(
        Need.lang.label("need_lang"),
        Need.address,
        place_refs(NeedPlace, NeedPlace.need_id == Need.id).label("places"),
        near.nearest_point(None, Need.positions).label("position"),
        Need.position_accuracy,
        Need.contact.label("need_contact"),
        Association.contact.label("association_contact"),
        Association.reply_days,
    )
