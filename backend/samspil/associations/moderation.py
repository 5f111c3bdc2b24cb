"""What staff do about an association that somebody has reported."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from samspil.associations import decisions
from samspil.associations.models import Association
from samspil.associations.queries import PUBLIC
from samspil.core.auth import Actor
from samspil.moderation.services import Described, Moderated


def find(session: Session, which: str) -> uuid.UUID | None:
    """The public association of this slug, or id."""
    named = Association.slug == which
    with contextlib.suppress(ValueError):
        named = or_(named, Association.id == uuid.UUID(which))
    return session.scalar(select(Association.id).where(named, PUBLIC))


def describe(session: Session, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Described]:
    """What staff see of associations, wherever they are by now."""
    rows = session.execute(
        select(Association.id, Association.name, Association.slug).where(Association.id.in_(ids))
    )
    return {id_: Described(name, f"/foreninger/{slug}") for id_, name, slug in rows}


def hide(
    session: Session, actor: Actor, association_id: uuid.UUID, reason: str, _now: datetime
) -> None:
    """Hide it, unless that has been done meanwhile."""
    slug = session.scalar(
        select(Association.slug).where(Association.id == association_id, PUBLIC).with_for_update()
    )
    if slug is not None:
        decisions.hide(session, actor, slug, reason)


MODERATED: Final = Moderated("association", "associations", find, describe, hide)
