"""The places at a need or a shift: taking turns at them, holding and freeing them.

All that changes who has a place begins with `take_turn`. `taken` counts the places held; the
database lets it be neither more than there are nor less than none.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from samspil.core import jobs
from samspil.core.errors import NotFound
from samspil.core.turns import wait_for_turn
from samspil.needs.models import Need, Shift
from samspil.signups import queries, rules

COUNT_OPEN_NEEDS = "volunteering.count-open-needs"


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a shift, or of a need as a whole, while it is our turn at them."""

    need: Need
    shift: Shift | None
    has_shifts: bool

    @property
    def shift_id(self) -> uuid.UUID | None:
        """The shift's id, if it is about one."""
        return None if self.shift is None else self.shift.id

    @property
    def starts_at(self) -> datetime | None:
        """When the shift begins, if it is about one."""
        return None if self.shift is None else self.shift.starts_at

    @property
    def free(self) -> int:
        """How many nobody holds."""
        if self.shift is not None:
            return self.shift.capacity - self.shift.taken
        return self.need.wanted - self.need.taken


def take_turn(session: Session, need_id: uuid.UUID, shift_id: uuid.UUID | None) -> Places:
    """Wait until nobody else changes who has a place at the need.

    Raises:
        NotFound: there is no such need, or it has no such shift.
    """
    wait_for_turn(session, "need", need_id)
    need = session.scalars(
        select(Need)
        .where(Need.id == need_id)
        # Its contact may just be being erased, and would else come into the history.
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if need is None:
        raise NotFound
    if shift_id is None:
        return Places(need, None, session.scalars(queries.has_shifts(need_id)).one())
    shift = session.scalars(
        select(Shift)
        .where(Shift.id == shift_id, Shift.need_id == need_id)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if shift is None:
        raise NotFound
    return Places(need, shift, True)


def hold(session: Session, places: Places, now: datetime) -> None:
    """Take one of the places."""
    _count(session, places, 1, now)


def free(session: Session, places: Places, now: datetime) -> None:
    """Give one back."""
    _count(session, places, -1, now)


def count_shifts(session: Session, need: Need, now: datetime) -> None:
    """Let a need that is done shift by shift say how many hands its coming shifts want and have.

    One that takes people for the whole as well counts those. Without coming shifts it stays as it
    is. Call it at our turn, when the shifts are written.
    """
    if need.takes_whole:
        return
    coming = session.execute(queries.coming_places(need.id, now)).one()
    if coming.capacity is not None:
        _write(session, need, coming.capacity, coming.taken)


def _count(session: Session, places: Places, change: int, now: datetime) -> None:
    need, shift = places.need, places.shift
    if shift is not None:
        shift.taken += change
        session.flush()  # the counter's check decides before anything else is written
        count_shifts(session, need, now)
        return
    if places.has_shifts and not need.takes_whole:
        return  # from before there were shifts; those alone are counted since
    # Where there are shifts as well, there is room while one of them has some.
    _write(session, need, need.wanted, need.taken + change, may_fill=not places.has_shifts)


def _write(session: Session, need: Need, wanted: int, taken: int, may_fill: bool = True) -> None:
    status = rules.need_state(need.status, wanted - taken) if may_fill else need.status
    # The editors' edition stays: nothing of what they write has changed.
    session.execute(
        update(Need)
        .where(Need.id == need.id)
        .values(wanted=wanted, taken=taken, status=status, updated_at=Need.updated_at)
        .execution_options(synchronize_session=False)
    )
    if status != need.status:
        jobs.defer(session, COUNT_OPEN_NEEDS, association_id=str(need.association_id))
    session.refresh(need, ["wanted", "taken", "status"])
