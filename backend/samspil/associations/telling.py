"""Who is told of what happens to an association."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, Final, cast

from sqlalchemy import ScalarSelect, Select, and_, any_, func, literal, or_, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association, Membership
from samspil.core.language import Language
from samspil.core.mail import Letter, Link, send
from samspil.people.models import Person

AREA: Final = "associations"
# Where staff decide, by the kind of mail; the rest is done at the association's own desk.
_DECIDED_AT: Final = {
    "associations.registered": Link("/medarbejder/foreninger"),
    "associations.claimed": Link("/medarbejder/overtagelser"),
}


def desk_page(association: Association) -> Link:
    """Where an association is run."""
    return Link(f"/forening/{association.slug}")


def in_charge() -> Select[Person]:
    """The staff in charge of associations; where there are none, the administrators."""
    reached = and_(Person.erased_at.is_(None), Person.verified_at.is_not(None))
    area = literal(AREA) == any_(Person.areas)
    any_area = select(Person.id).where(reached, area).exists()
    return (
        select(Person)
        .where(reached, or_(area, and_(Person.administrator, ~any_area)))
        .order_by(Person.id)
    )


def managers(association_id: uuid.UUID) -> Select[Person]:
    """Who runs an association."""
    return (
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.association_id == association_id,
            Membership.role == "manager",
            Person.erased_at.is_(None),
        )
        .order_by(Person.id)
    )


def managers_of(association_id: Any) -> ScalarSelect[int]:
    """How many run the association whose id this column holds."""
    return (
        select(func.count())
        .where(Membership.association_id == association_id, Membership.role == "manager")
        .correlate(Association)
        .scalar_subquery()
    )


def tell_staff(
    session: Session,
    kind: str,
    association: Association,
    *,
    but: uuid.UUID | None = None,
    **values: str,
) -> None:
    """Write to the staff in charge, except to one whose account is being erased."""
    people = [one for one in session.scalars(in_charge()) if one.id != but]
    page = _DECIDED_AT.get(kind, desk_page(association))
    _tell(session, people, kind, page, {"association": association.name} | values)


def tell_managers(session: Session, kind: str, association: Association, **values: str) -> None:
    """Write to those who run it."""
    people = session.scalars(managers(association.id)).all()
    _tell(session, people, kind, desk_page(association), {"association": association.name} | values)


def tell(session: Session, person: Person, kind: str, page: Link | None, **values: str) -> None:
    """Write to one person."""
    _tell(session, [person], kind, page, values)


def _tell(
    session: Session, people: Iterable[Person], kind: str, page: Link | None, values: dict[str, str]
) -> None:
    for person in people:
        if person.email is None:
            continue
        language = cast(Language, person.language)
        letter = Letter(person.email, language, kind, values, action=page, person_id=person.id)
        send(session, letter)
