"""What staff do about a need that somebody has reported."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.associations.telling import tell_managers
from samspil.core import audit, history
from samspil.core.auth import Actor
from samspil.people.moderation import Described, Moderated, register
from samspil.volunteering import (
    letters,  # noqa: F401  # makes the kinds of mail known
    queries,
)
from samspil.volunteering.models import Need
from samspil.volunteering.services import count_open_needs

KIND: Final = "need"


def find(session: Session, need_id: str) -> uuid.UUID | None:
    """The need of this id, if anybody may see it."""
    try:
        asked = uuid.UUID(need_id)
    except ValueError:
        return None
    return session.scalar(select(Need.id).where(Need.id == asked, *queries.published()))


def describe(session: Session, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Described]:
    """What staff see of needs, whatever has become of them."""
    rows = session.execute(select(Need.id, Need.title).where(Need.id.in_(ids)))
    return {id_: Described(title, f"/opgaver/{id_}") for id_, title in rows}


def hide(session: Session, actor: Actor, need_id: uuid.UUID, reason: str, now: datetime) -> None:
    """Hide it and say why, unless that has been done meanwhile."""
    need = session.get(Need, need_id, with_for_update=True, populate_existing=True)
    if need is None or need.hidden_reason is not None:
        return
    need.shown, need.hidden_reason = False, reason
    session.flush()  # its association's count is the database's
    count_open_needs(session, now, [need.association_id])
    history.remember(
        session, KIND, need.id, actor.id, {"hidden_reason": None}, {"hidden_reason": reason}
    )
    audit.record(session, actor.id, "hide", KIND, need.id)
    association = session.get_one(Association, need.association_id)
    tell_managers(session, "volunteering.need-hidden", association, need=need.title, reason=reason)


register(Moderated(KIND, "volunteering", find, describe, hide))
