"""How many hands a need wants and has, when its association changes what it says of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from samspil.core.errors import Invalid
from samspil.needs.models import Need
from samspil.organising import queries
from samspil.organising.access import WritableNeed
from samspil.signups import offers, rules
from samspil.signups import queries as signups
from samspil.signups.places import count_shifts


def wanted_by_shifts(session: Session, need: Need, now: datetime) -> bool:
    """Whether how many are wanted follows from its coming shifts."""
    if need.takes_whole:
        return False
    return session.execute(signups.coming_places(need.id, now)).one().capacity is not None


def change(
    session: Session, opened: WritableNeed, values: Mapping[str, Any], now: datetime
) -> None:
    """Set how many are wanted, and whether they come for the whole of it.

    Args:
        session: the transaction; it does not flush meanwhile.
        opened: as `open_need` gave it.
        values: of NeedIn.
        now: which shifts are to come.

    Raises:
        Invalid: more people have a place than are wanted, or have one for the whole of a need that
            takes nobody for the whole; or the number follows from the shifts.
    """
    need = opened.need
    _change_who_is_counted(session, opened, values.get("takes_whole", need.takes_whole))
    if "wanted" not in values:
        return
    wanted = values["wanted"]
    if wanted != need.wanted and wanted_by_shifts(session, need, now):
        raise Invalid.field("wanted", "field.need.wanted-shifts")
    if wanted < need.taken:
        raise Invalid.field("wanted", "field.need.wanted-taken", taken=need.taken)
    say(need, wanted)


def say(need: Need, wanted: int) -> None:
    """Write how many are wanted."""
    need.wanted = wanted
    need.unsaid = [part for part in need.unsaid if part != "wanted"]


def count(session: Session, opened: WritableNeed, now: datetime) -> None:
    """Count hands anew, and give places that there are more of now to those who wait."""
    if opened.whole.has_shifts:
        count_shifts(session, opened.need, now)
    else:
        opened.need.status = rules.need_state(opened.need.status, opened.whole.free)
    session.flush()  # a place is held by a statement of its own
    offers.pass_on(session, opened.whole, now)


def _change_who_is_counted(session: Session, opened: WritableNeed, whole: bool) -> None:
    """Beside shifts, `taken` counts those at the whole where the need takes people for that."""
    need = opened.need
    if whole == need.takes_whole or not opened.whole.has_shifts:
        return
    held = session.scalars(queries.holding_the_whole(need.id)).one()
    if held and not whole:
        raise Invalid.field("takes_whole", "field.need.takes-whole", taken=held)
    need.takes_whole = whole
    if whole:
        need.taken, need.wanted = held, max(need.wanted, held)
