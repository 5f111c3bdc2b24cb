"""Needs and their shifts."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, literal, select
from sqlalchemy.orm import Session

from factories.associations import association
from factories.places import place
from samspil.associations.models import Association
from samspil.core import geo, time
from samspil.core.db import new_id
from samspil.needs.models import Need
from samspil.needs.services import publish_need


def need(
    session: Session,
    *,
    of: Association | None = None,
    towns: Sequence[str] = ("helsingoer",),
    positions: Sequence[geo.LatLon] = (),
    remote: bool = False,
    shifts: Sequence[dict[str, Any]] = (),
    pattern: Sequence[dict[str, str]] = (),
    **values: Any,
) -> Need:
    """A published need: at its positions, else at its towns, or from home."""
    usual = {
        "title": "Hjælp til",
        "summary": "Kort om det",
        "description": "Mere om det",
        "commitment": "once" if shifts else "recurring" if pattern else "ongoing",
        "pattern": list(pattern),
        "tasks": [],
        "skills": [],
        "interests": [],
        "wanted": 4,
        "children_under_15": False,
        "intake": "instant",
        "takes_whole": True,
    }
    later = {name: values.pop(name) for name in ("status", "open_until") if name in values}
    made = publish_need(
        session,
        of or association(session),
        usual | values,
        [] if remote else [place(session, slug) for slug in towns],
        [] if remote else positions,
        shifts,
        time.now(),
    )
    for name, value in later.items():
        setattr(made, name, value)
    session.flush()  # rows that a search can see, whatever autoflush does
    return made


def copy(session: Session, of: Need, position: geo.LatLon, **values: Any) -> uuid.UUID:
    """The same need at another position: many of them are quicker copied than written."""
    changed = {"id": new_id(), "positions": geo.multipoint([position])} | values
    columns = [column for column in Need.__table__.columns if column.name not in changed]
    given = [literal(value, Need.__table__.c[name].type) for name, value in changed.items()]
    row = select(*given, *columns).where(Need.id == of.id)
    session.execute(insert(Need).from_select([*changed, *(c.name for c in columns)], row))
    made: uuid.UUID = changed["id"]
    return made


def shift(starts_at: datetime, *, hours: float = 2, **values: Any) -> dict[str, Any]:
    """A shift with room for four."""
    return {
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=hours),
        "capacity": 4,
    } | values


def weekly(weekday: str, starts: str, ends: str = "23:00") -> dict[str, str]:
    """A line of a weekly pattern."""
    return {"weekday": weekday, "starts": starts, "ends": ends}
