"""Somebody says that they run an association that stands here already; staff decide."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, delete, exists, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samspil.associations import queries, rules
from samspil.associations.access import desk_page, open_desk, tell, tell_staff
from samspil.associations.editing import KIND
from samspil.associations.members import join
from samspil.associations.models import Association, ChildCheckDeclaration, Claim
from samspil.associations.rules import TooManyWaiting, may_declare
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import AnySelect, new_id
from samspil.core.errors import Conflict, Invalid, NotFound, must, must_still
from samspil.core.time import local
from samspil.people.locks import lock_people, lock_person
from samspil.people.models import Person


def claim(session: Session, actor: Actor, slug: str, message: str, now: datetime) -> Claim:
    """Say that one runs a public association.

    Raises:
        NotFound: there is no such association, or not for this person.
        Conflict: the person runs it already, or has said so before.
        TooManyWaiting: the person has said so of several that nobody has decided on yet.
    """
    lock_person(session, actor.id)  # or many at once would each count the others as not there
    association = session.scalars(
        select(Association).where(Association.slug == slug, queries.PUBLIC)
    ).one_or_none()
    if association is None:
        raise NotFound
    must_still(session.scalar(queries.role_of(actor.id, association.id)) != rules.MANAGER)
    waiting = select(func.count()).where(Claim.person_id == actor.id, Claim.status == "open")
    if session.scalars(waiting).one() >= rules.MOST_CLAIMS:
        raise TooManyWaiting
    made = Claim(
        id=new_id(),
        association_id=association.id,
        person_id=actor.id,
        message=message,
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError as error:
        raise Conflict from error
    audit.record(session, actor.id, "claim", KIND, association.id, claim=str(made.id))
    tell_staff(session, "associations.claimed", association, person=actor.name)
    return made


def accept(session: Session, actor: Actor, claim_id: uuid.UUID, now: datetime) -> None:
    """Let the person run the association.

    Raises:
        Forbidden: who acts is not in charge of associations.
        NotFound: there is no such claim.
        Conflict: it has been decided meanwhile.
    """
    decided, association = _open(session, actor, claim_id)
    join(session, association, decided.person_id, rules.MANAGER, now)
    _settle(session, actor, decided, "accepted", now)
    person = _person(session, decided)
    tell(
        session,
        person,
        "associations.claim-accepted",
        desk_page(association),
        association=association.name,
    )


def decline(
    session: Session, actor: Actor, claim_id: uuid.UUID, reason: str, now: datetime
) -> None:
    """Leave the association with whoever has it, and say why.

    Raises:
        Forbidden: who acts is not in charge of associations.
        NotFound: there is no such claim.
        Conflict: it has been decided meanwhile.
    """
    decided, association = _open(session, actor, claim_id)
    _settle(session, actor, decided, "declined", now)
    person = _person(session, decided)
    tell(
        session,
        person,
        "associations.claim-declined",
        None,
        association=association.name,
        reason=reason,
    )


def _open(session: Session, actor: Actor, claim_id: uuid.UUID) -> tuple[Claim, Association]:
    """The claim and its association, locked in the order that all take: people, association."""
    must(rules.decides(actor))
    claimed = session.execute(
        select(Claim.association_id, Claim.person_id).where(Claim.id == claim_id)
    ).one_or_none()
    if claimed is None:
        raise NotFound
    lock_people(session, actor.id, claimed.person_id)
    association = session.scalars(
        select(Association).where(Association.id == claimed.association_id).with_for_update()
    ).one_or_none()
    if association is None:
        raise NotFound
    found = session.scalars(
        select(Claim)
        .where(Claim.id == claim_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    # A merge may have moved it while this waited.
    must_still(found.status == "open" and found.association_id == association.id)
    return found, association


def _settle(session: Session, actor: Actor, decided: Claim, status: str, now: datetime) -> None:
    decided.status, decided.decided_at, decided.decided_by_id = status, now, actor.id
    action = "accept-claim" if status == "accepted" else "decline-claim"
    audit.record(
        session,
        actor.id,
        action,
        KIND,
        decided.association_id,
        claim=str(decided.id),
        person=str(decided.person_id),
    )


def _person(session: Session, decided: Claim) -> Person:
    return session.get_one(Person, decided.person_id)


# The yearly word of an association that it obtains the child-protection certificates.
#
# Those who lend municipal premises ask for it; no certificate is ever seen here.

DECLARATION: Final = "association"


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
        audit.record(session, actor.id, "declare", DECLARATION, opened.association.id, year=year)


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
