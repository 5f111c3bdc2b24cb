"""Who takes part in an association, and what they are in it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.associations import rules
from samspil.associations.access import managers, must, open_desk, tell_staff
from samspil.associations.editing import KIND
from samspil.associations.models import Association, Membership
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import NotFound
from samspil.people.profiles import told_by
from samspil.search import near


def change_role(session: Session, actor: Actor, slug: str, person_id: uuid.UUID, role: str) -> None:
    """Make a member a manager, or the other way round.

    Raises:
        NotFound: there is no such association for this person, or no such member.
        Forbidden: the person does not run it.
    """
    opened = open_desk(session, actor, slug)
    must(rules.may_edit(opened.standing, opened.association))
    membership = _membership(session, opened.association, person_id)
    if membership.role == role:
        return
    membership.role = role
    session.flush()  # who runs it now is asked of the database
    _note(session, actor, "change-role", opened.association, person_id, role)
    _tell_if_without_manager(session, opened.association, role_left="manager")


def remove(session: Session, actor: Actor, slug: str, person_id: uuid.UUID) -> None:
    """End somebody's part in an association, or one's own.

    Raises:
        NotFound: there is no such association for this person, or no such member.
        Forbidden: it is somebody else's part, and the person does not run the association.
    """
    opened = open_desk(session, actor, slug)
    if person_id != actor.id:
        must(rules.may_edit(opened.standing, opened.association))
    membership = _membership(session, opened.association, person_id)
    was = membership.role
    session.delete(membership)
    session.flush()  # who runs it now is asked of the database
    action = "leave" if person_id == actor.id else "remove-member"
    _note(session, actor, action, opened.association, person_id, was)
    _tell_if_without_manager(session, opened.association, role_left=was)


def join(
    session: Session, association: Association, person_id: uuid.UUID, role: str, now: datetime
) -> None:
    """Let somebody take part; who does already keeps the higher of both roles.

    The association's row is locked by the caller.
    """
    membership = session.get(Membership, (association.id, person_id))
    if membership is None:
        session.add(
            Membership(association_id=association.id, person_id=person_id, role=role, since=now)
        )
    else:
        membership.role = rules.highest(membership.role, role)
    session.flush()  # it stands for whoever asks next in this transaction


def leave_all(session: Session, person_id: uuid.UUID) -> None:
    """End a person's part everywhere, as when their account is erased; staff are told as ever."""
    parts = select(Membership.association_id).where(Membership.person_id == person_id)
    associations = session.scalars(
        select(Association)
        .where(Association.id.in_(parts))
        .order_by(Association.id)  # in one order, so that two who leave never wait for each other
        .with_for_update()
    ).all()
    for association in associations:
        membership = session.get(Membership, (association.id, person_id))
        if membership is None:
            continue
        was = membership.role
        session.delete(membership)
        session.flush()  # who runs it now is asked of the database
        audit.record(session, person_id, "leave", KIND, association.id, role=was)
        _tell_if_without_manager(session, association, role_left=was, but=person_id)


@told_by
def parts_of(session: Session, person_id: uuid.UUID) -> list[dict[str, Any]]:
    """What a person takes part in, for what they are shown of themselves."""
    rows = session.execute(
        select(Association.slug, Association.name, Membership.role, Association.status)
        .join(Membership, Membership.association_id == Association.id)
        .where(Membership.person_id == person_id)
        .order_by(Association.name.collate(near.DANISH), Association.id)
    )
    return [dict(row) for row in rows.mappings()]


def _membership(session: Session, association: Association, person_id: uuid.UUID) -> Membership:
    found = session.get(Membership, (association.id, person_id))
    if found is None:
        raise NotFound
    return found


def _note(
    session: Session,
    actor: Actor,
    action: str,
    association: Association,
    person_id: uuid.UUID,
    role: str,
) -> None:
    audit.record(session, actor.id, action, KIND, association.id, person=str(person_id), role=role)


def _tell_if_without_manager(
    session: Session, association: Association, *, role_left: str, but: uuid.UUID | None = None
) -> None:
    if role_left != rules.MANAGER or association.status == "merged":
        return
    if session.scalars(managers(association.id).limit(1)).first() is None:
        tell_staff(session, "associations.without-manager", association, but=but)
