"""Claims to run an association that is here already, and its yearly declarations."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations import queries, rules
from samspil.associations.access import desk_page, notify_staff, open_desk
from samspil.associations.editing import KIND
from samspil.associations.members import join
from samspil.associations.models import Association, ChildCheckDeclaration, Claim
from samspil.associations.rules import TooManyWaiting, may_declare
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import add_once, new_id
from samspil.core.errors import Invalid, NotFound, must, must_still
from samspil.core.time import local
from samspil.people.locks import lock_people, lock_person
from samspil.people.messages import notify
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
    claim_ = Claim(
        id=new_id(),
        association_id=association.id,
        person_id=actor.id,
        message=message,
        created_at=now,
    )
    add_once(session, claim_)
    audit.record(session, actor.id, "claim", KIND, association.id, claim=str(claim_.id))
    notify_staff(session, "associations.claimed", association, person=actor.name)
    return claim_


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
    person = session.get_one(Person, decided.person_id)
    values = {"association": association.name}
    notify(session, person, "associations.claim-accepted", desk_page(association), values)


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
    person = session.get_one(Person, decided.person_id)
    values = {"association": association.name, "reason": reason}
    notify(session, person, "associations.claim-declined", None, values)


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


# The yearly declaration of an association that it obtains the child-protection certificates.
#
# Those who lend municipal premises ask for it; no certificate is ever seen here.

DECLARATION: Final = "association"


def declare(session: Session, actor: Actor, slug: str, year: int, now: datetime) -> None:
    """Declare it for this year. A second time changes nothing.

    Raises:
        NotFound: there is no such desk for this person.
        Forbidden: the person does not manage the association; staff cannot speak for it.
        Invalid: it is not this year's.
    """
    desk = open_desk(session, actor, slug)
    must(may_declare(desk.standing, desk.association))
    if year != local(now).year:
        raise Invalid.field("year", "field.association.this-year", year=local(now).year)
    made = session.execute(
        insert(ChildCheckDeclaration)
        .values(association_id=desk.association.id, year=year, made_at=now, made_by_id=actor.id)
        .on_conflict_do_nothing()
        .returning(ChildCheckDeclaration.year)
    )
    if made.first() is not None:
        audit.record(session, actor.id, "declare", DECLARATION, desk.association.id, year=year)


def move_declarations(session: Session, source_id: uuid.UUID, target_id: uuid.UUID) -> None:
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
