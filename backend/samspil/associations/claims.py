"""Somebody says that they run an association that stands here already; staff decide."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samspil.associations import queries, rules
from samspil.associations.access import must, must_still
from samspil.associations.editing import KIND
from samspil.associations.errors import TooManyWaiting
from samspil.associations.members import join
from samspil.associations.models import Association, Claim
from samspil.associations.telling import desk_page, tell, tell_staff
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Conflict, NotFound
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
