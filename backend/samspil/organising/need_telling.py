"""Who is told of what happens to a need."""

from __future__ import annotations

from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.associations.telling import managers, tell
from samspil.core.mail import Link
from samspil.needs.models import Need


def tell_managers(session: Session, kind: str, need: Need, **values: str) -> None:
    """Write to those who run a need's association; the button leads to where it is written."""
    association = session.get_one(Association, need.association_id)
    page = Link(f"/forening/{association.slug}/opgaver/{need.id}")
    said = {"association": association.name, "need": need.title} | values
    for person in session.scalars(managers(association.id)).all():
        tell(session, person, kind, page, **said)
