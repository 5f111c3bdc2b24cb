"""Associations."""

import itertools
from typing import Any

from sqlalchemy.orm import Session

from factories.places import place
from samspil.associations.models import Association, Membership
from samspil.associations.services import add_association
from samspil.core import geo, time
from samspil.people.models import Person

_numbers = itertools.count(1)


def association(
    session: Session,
    *,
    towns: tuple[str, ...] = ("helsingoer",),
    position: geo.LatLon | None = None,
    **values: Any,
) -> Association:
    """An association, known by its town unless a position is given."""
    number = next(_numbers)
    usual = {
        "slug": f"forening-{number}",
        "kind": "association",
        "name": f"Forening {number}",
        "summary": "Kort om foreningen",
        "purpose": "Hvad foreningen vil",
        "interests": [],
        "contact": {"name": "Formanden", "email": "formand@demo.example", "phone": None},
        "languages": ["da"],
    }
    return add_association(
        session, usual | values, [place(session, slug) for slug in towns], position
    )


def takes_part(session: Session, who: Person, of: Association, role: str = "manager") -> Membership:
    """Somebody's part in an association: as one who runs it, or as a member."""
    made = Membership(association_id=of.id, person_id=who.id, role=role, since=time.now())
    session.add(made)
    session.flush()  # a row that requests can see, whatever autoflush does
    return made
