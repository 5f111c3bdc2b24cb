"""What staff do about needs: hide what somebody has reported, and show it again."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import NotFound, must, must_still
from samspil.moderation.services import ModeratedKind, Summary
from samspil.needs import queries
from samspil.needs.models import Need
from samspil.needs.services import count_open_needs
from samspil.organising.access import notify_managers
from samspil.people.locks import lock_person
from samspil.signups import queries as signups
from samspil.signups import services
from samspil.signups.models import Seats
from samspil.signups.services import lock_seats

KIND: Final = "need"
AREA: Final = "volunteering"


def find(session: Session, need_id: str) -> uuid.UUID | None:
    """The need of this id, if anybody may see it."""
    try:
        id_ = uuid.UUID(need_id)
    except ValueError:
        return None
    return session.scalar(select(Need.id).where(Need.id == id_, *queries.published()))


def describe(session: Session, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Summary]:
    """What staff see of needs, whatever has become of them."""
    rows = session.execute(select(Need.id, Need.title).where(Need.id.in_(ids)))
    return {id_: Summary(title, f"/opgaver/{id_}") for id_, title in rows}


def hide(session: Session, actor: Actor, need_id: uuid.UUID, reason: str, now: datetime) -> None:
    """Hide it and say why, unless that has been done meanwhile."""
    need = _open(session, need_id)
    if need is None or need.hidden_reason is not None:
        return
    need.shown, need.hidden_reason = False, reason
    before = {"hidden_reason": None}
    _note(session, actor, need, "hide", before, now)
    notify_managers(session, "volunteering.need-hidden", need, reason=reason)


def show(session: Session, actor: Actor, need_id: uuid.UUID, now: datetime) -> None:
    """Let everybody see again what was hidden, as far as they see its association.

    Raises:
        Forbidden: the person does not decide on needs.
        NotFound: there is no such need.
        Conflict: it is not hidden.
    """
    must(actor.in_charge_of(AREA))
    lock_person(session, actor.id)
    need = _open(session, need_id)
    if need is None:
        raise NotFound
    must_still(need.hidden_reason is not None)
    _show(session, actor, need, now)


def show_reported(session: Session, actor: Actor, need_id: uuid.UUID, now: datetime) -> None:
    """Show it again when a report is reopened, unless that has been done meanwhile."""
    need = _open(session, need_id)
    if need is not None and need.hidden_reason is not None:
        _show(session, actor, need, now)


def _show(session: Session, actor: Actor, need: Need, now: datetime) -> None:
    before = {"hidden_reason": need.hidden_reason}
    need.hidden_reason = None
    need.shown = session.get_one(Association, need.association_id).status == "public"
    _note(session, actor, need, "show", before, now)
    notify_managers(session, "volunteering.need-shown", need)
    # What fell free while nobody saw it was kept.
    has_shifts = session.scalars(signups.has_shifts(need.id)).one()
    coming = session.scalars(queries.coming_shifts(need.id, now)).all()
    for shift in (None, *coming):
        services.offer_free_places(session, Seats(need, shift, has_shifts), now)


def _open(session: Session, need_id: uuid.UUID) -> Need | None:
    """A need while it is ours to change: first its association, as those do who write it."""
    whose = select(Need.association_id).where(Need.id == need_id).scalar_subquery()
    found = session.scalar(select(Association).where(Association.id == whose).with_for_update())
    return None if found is None else lock_seats(session, need_id, None).need


def _note(
    session: Session,
    actor: Actor,
    need: Need,
    action: str,
    before: Mapping[str, Any],
    now: datetime,
) -> None:
    session.flush()  # its association's count is the database's
    count_open_needs(session, now, [need.association_id])
    after = {"hidden_reason": need.hidden_reason}
    audit.record_change(session, KIND, need.id, actor.id, before, after)
    audit.record(session, actor.id, action, KIND, need.id)


MODERATED: Final = ModeratedKind(KIND, AREA, find, describe, hide, show_reported)
