"""Opening an association to change it, and mailing those who run it or are in charge of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, and_, any_, literal, or_, select
from sqlalchemy.orm import Session

from samspil.associations import queries, rules
from samspil.associations.models import Association, Membership
from samspil.associations.rules import Standing
from samspil.core.auth import Actor
from samspil.core.errors import NotFound, must
from samspil.core.mail import Link
from samspil.people.locks import lock_person
from samspil.people.messages import notify
from samspil.people.models import Person


@dataclass(frozen=True, slots=True)
class Desk:
    """An association as those who run it see it ("desk" on their screen), and one's role there."""

    association: Association
    standing: Standing


def open_desk(session: Session, actor: Actor, slug: str) -> Desk:
    """An association for somebody who changes it; nobody else does until the transaction ends.

    All that changes an association or who takes part in it begins here, so that what is asked of
    the person's role holds when it is written. The person is locked, and then the association.

    Raises:
        NotSignedIn: the person has been erased meanwhile.
        NotFound: there is none, or it is not this person's.
    """
    lock_person(session, actor.id)
    one = select(Association).where(Association.slug == slug).with_for_update()
    return _desk(session, actor, one)


def look_at_desk(session: Session, actor: Actor, slug: str) -> Desk:
    """The same for somebody who only reads.

    Raises:
        NotFound: there is none, or it is not this person's.
    """
    return _desk(session, actor, select(Association).where(Association.slug == slug))


def _desk(session: Session, actor: Actor, one: Select[Association]) -> Desk:
    found = session.scalars(one.execution_options(populate_existing=True)).one_or_none()
    if found is None or found.status == "merged":
        raise NotFound
    standing = Standing.of(actor, session.scalar(queries.role_of(actor.id, found.id)))
    if not rules.may_see_desk(standing):
        raise NotFound
    return Desk(found, standing)


def open_for_staff(session: Session, actor: Actor, slug: str) -> Desk:
    """The same for staff.

    Raises:
        Forbidden: the person is not in charge of associations.
        NotFound: there is no such association.
    """
    must(rules.decides(actor))
    return open_desk(session, actor, slug)


# Who gets mail about what happens to an association.

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
    area = literal("associations") == any_(Person.areas)
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


def notify_staff(
    session: Session,
    kind: str,
    association: Association,
    *,
    but: uuid.UUID | None = None,
    **values: str,
) -> None:
    """Mail the staff in charge, except one whose account is being erased."""
    people = [one for one in session.scalars(in_charge()) if one.id != but]
    page = _DECIDED_AT.get(kind, desk_page(association))
    notify(session, people, kind, page, {"association": association.name} | values)


def notify_managers(session: Session, kind: str, association: Association, **values: str) -> None:
    """Mail those who run it."""
    people = session.scalars(managers(association.id)).all()
    page = desk_page(association)
    notify(session, people, kind, page, {"association": association.name} | values)
