"""Municipal premises and their spaces."""

import itertools
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from factories.places import place
from samspil.core import geo
from samspil.premises.models import Premises
from samspil.premises.services import add_premises

_numbers = itertools.count(1)


def premises(
    session: Session,
    *,
    town: str = "helsingoer",
    position: geo.LatLon | None = None,
    spaces: Sequence[dict[str, Any]] | None = None,
    open_on: Sequence[tuple[str, str, str]] = (),
    **values: Any,
) -> Premises:
    """Premises with one room unless told otherwise."""
    number = next(_numbers)
    usual = {
        "slug": f"hus-{number}",
        "name": f"Hus {number}",
        "operator": "Helsingør Kommune",
        "summary": "Kort om huset",
        "description": "Mere om huset",
        "contact": {"name": "Booking", "email": "booking@demo.example", "phone": None},
        "features": [],
        "house_rules": [],
    }
    rooms = [space()] if spaces is None else spaces
    made = add_premises(session, usual | values, place(session, town), position, rooms, open_on)
    session.flush()  # rows that a search can see, whatever autoflush does
    return made


def space(name: str = "Salen", **values: Any) -> dict[str, Any]:
    """A room for 25."""
    usual = {
        "name": name,
        "capacity": 25,
        "activities": ["meetings"],
        "features": [],
        "equipment": [],
        "parts": [name],
    }
    return usual | values
