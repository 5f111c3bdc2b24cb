"""The yearly word of an association that it obtains the child-protection certificates.

Those who lend municipal premises ask for it; no certificate is ever seen here.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, delete, exists, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations.access import must, open_desk
from samspil.associations.models import Association, ChildCheckDeclaration
from samspil.associations.rules import may_declare
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import AnySelect
from samspil.core.errors import Invalid
from samspil.core.time import local
from samspil.people.models import Person

KIND: Final = "association"


def declare(session: Session, actor: Actor, slug: str, year: int, now: datetime) -> None:
    """Give the association's word for this year. A second time changes nothing.

    Raises:
        NotFound: there is no such desk for this person.
        Forbidden: the person does not manage the association; staff cannot speak for it.
        Invalid: it is not this year's.
    """
    opened = open_desk(session, actor, slug)
    must(may_declare(opened.standing, opened.association))
    if year != local(now).year:
        raise Invalid.field("year", "field.association.this-year", year=local(now).year)
    made = session.execute(
        insert(ChildCheckDeclaration)
        .values(association_id=opened.association.id, year=year, made_at=now, made_by_id=actor.id)
        .on_conflict_do_nothing()
        .returning(ChildCheckDeclaration.year)
    )
    if made.first() is not None:
        audit.record(session, actor.id, "declare", KIND, opened.association.id, year=year)


def of_year(association_id: uuid.UUID, year: int) -> AnySelect:
    """(made_at, who made it) of an association's declaration, if it has made one."""
    return (
        select(ChildCheckDeclaration.made_at, Person.name.label("by"))
        .outerjoin(
            Person,
            (Person.id == ChildCheckDeclaration.made_by_id) & Person.erased_at.is_(None),
        )
        .where(
            ChildCheckDeclaration.association_id == association_id,
            ChildCheckDeclaration.year == year,
        )
    )


def is_made(year: int) -> ColumnElement[bool]:
    """Whether the association of a row has given its word for a year."""
    return (
        exists()
        .where(
            ChildCheckDeclaration.association_id == Association.id,
            ChildCheckDeclaration.year == year,
        )
        .correlate(Association)
    )


def move(session: Session, source_id: uuid.UUID, target_id: uuid.UUID) -> None:
    """Give declarations to the one that an association is merged into; its own stand."""
    made_there = select(ChildCheckDeclaration.year).where(
        ChildCheckDeclaration.association_id == target_id
    )
    theirs = ChildCheckDeclaration.association_id == source_id
    session.execute(
        update(ChildCheckDeclaration)
        .where(theirs, ChildCheckDeclaration.year.not_in(made_there))
        .values(association_id=target_id)
    )
    session.execute(delete(ChildCheckDeclaration).where(theirs))
