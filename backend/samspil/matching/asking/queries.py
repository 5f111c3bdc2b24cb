"""Who was asked, whom one leaves in peace, and who has answered already."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, func, select

from samspil.matching.asking.models import Asked
from samspil.matching.asking.rules import A_WEEK, MOST_A_WEEK
from samspil.needs.models import Need
from samspil.needs.queries import open_needs
from samspil.signups.models import Signup


def is_open(need_id: uuid.UUID, now: datetime) -> Select[uuid.UUID]:
    """The id of a need that everybody can find now."""
    return select(Need.id).where(Need.id == need_id, *open_needs(now).visible)


def asked_about(need_id: uuid.UUID) -> Select[uuid.UUID, datetime]:
    """(person's id, when) of those who were asked about a need."""
    return select(Asked.person_id, Asked.asked_at).where(Asked.need_id == need_id)


def signed_up(need_id: uuid.UUID) -> Select[uuid.UUID | None]:
    """The ids of those who have signed up for a need, whatever came of it."""
    return select(Signup.person_id).where(Signup.need_id == need_id, Signup.person_id.is_not(None))


def in_peace(people: Collection[uuid.UUID], now: datetime) -> Select[uuid.UUID]:
    """The ids of those who were asked as often this week as anybody may be."""
    return (
        select(Asked.person_id)
        .where(Asked.person_id.in_(people), Asked.asked_at > now - A_WEEK)
        .group_by(Asked.person_id)
        .having(func.count() >= MOST_A_WEEK)
    )
