"""Places that stand in the base data."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.places.models import Place

HELSINGOER = (56.0361, 12.6136)
HORNBAEK = (56.0903, 12.4569)
TIKOEB = (56.0206, 12.4531)
ROENNE = (55.1009, 14.7066)


def place(session: Session, slug: str) -> Place:
    """A place of the base data."""
    return session.scalars(select(Place).where(Place.slug == slug)).one()
