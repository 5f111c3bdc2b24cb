"""Adding premises with their spaces, and what they are found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.core.db import new_id
from samspil.core.time import WEEKDAYS
from samspil.places.models import Place
from samspil.places.queries import on_the_map
from samspil.premises.models import OpeningHours, Part, Premises, Space
from samspil.search.words import Findable, search_index


def add_premises(
    session: Session,
    values: Mapping[str, Any],
    place: Place,
    position: geo.LatLon | None,
    spaces: Sequence[Mapping[str, Any]],
    opening_hours: Sequence[tuple[str, str, str]],
) -> Premises:
    """Add premises with their spaces.

    Args:
        session: the transaction.
        values: the columns people write.
        place: its town.
        position: (lat, lon); None puts it at its town, marked as approximate.
        spaces: the columns of each, with `parts` as names; a part that two spaces name is one.
        opening_hours: weekday, opens, closes ("16:00") of each.
    """
    premises = Premises(id=new_id(), place_id=place.id, **values)
    premises.positions, premises.position_accuracy = on_the_map(
        [place], [] if position is None else [position]
    )
    names = dict.fromkeys(name for space in spaces for name in space["parts"])
    parts = {name: Part(premises_id=premises.id, name=name) for name in names}
    premises.spaces = [
        Space(rank=rank, **{**space, "parts": [parts[name] for name in space["parts"]]})
        for rank, space in enumerate(spaces)
    ]
    premises.opening_hours = [
        OpeningHours(
            weekday=WEEKDAYS.index(weekday),
            opens=time.fromisoformat(opens),
            closes=time.fromisoformat(closes),
        )
        for weekday, opens, closes in opening_hours
    ]
    premises.search = search_index(
        session, findable_by(premises, place, {space["name"]: space for space in spaces})
    )
    session.add(premises)
    return premises


def findable_by(
    premises: Premises, place: Place, spaces: Mapping[str, Mapping[str, Any]]
) -> Findable:
    """The texts that premises are found by; `spaces` are their columns, by name."""
    equipment = (thing for space in spaces.values() for thing in space.get("equipment") or [])
    return Findable(
        title=premises.name,
        named=[premises.address, place.name, *spaces],
        summary=premises.summary,
        text=[premises.description, *equipment],
    )
