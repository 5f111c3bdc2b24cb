"""Which favourites."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import select, true

from samspil.associations import queries as associations
from samspil.associations.models import Association
from samspil.core.db import AnySelect
from samspil.following.favourites.models import Favourite
from samspil.needs import queries as needs
from samspil.needs.models import Need
from samspil.search import near


def needs_of(person_id: uuid.UUID, now: datetime) -> AnySelect:
    """(added_at, over, an item's columns) of the needs somebody likes, also when they have closed.

    One that may not be read any more is left out, and comes back if it may again.
    """
    coming = needs.next_shift(now)
    return (
        select(
            Favourite.created_at.label("added_at"),
            (Need.open_until <= now).label("over"),
            *needs.columns(coming),
            near.nearest_point(None, Need.positions).label("position"),
            near.metres(None, None),
        )
        .join(Need, Need.id == Favourite.need_id)
        .join(Association, Association.id == Need.association_id)
        .outerjoin(coming, true())
        .where(Favourite.person_id == person_id, *needs.published())
    )


def associations_of(person_id: uuid.UUID, today: date) -> AnySelect:
    """(added_at, an item's columns) of the associations somebody likes, while they are public."""
    return (
        select(
            Favourite.created_at.label("added_at"),
            *associations.columns(today),
            near.nearest_point(None, Association.positions).label("position"),
            near.metres(None, None),
        )
        .join(Association, Association.id == Favourite.association_id)
        .where(Favourite.person_id == person_id, associations.PUBLIC)
    )
