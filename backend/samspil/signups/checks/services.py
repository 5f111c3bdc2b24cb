"""What an association notes of child-protection certificates: a status, and never a document."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import RuleBroken
from samspil.core.time import local
from samspil.needs.models import Need
from samspil.people.models import Profile
from samspil.signups.checks import queries, rules
from samspil.signups.checks.models import ChildCheck
from samspil.signups.models import Signup

KIND: Final = "child-check"


def is_missing(session: Session, signup: Signup, need: Need, now: datetime) -> bool:
    """Whether the law asks for a certificate that is not noted as in order."""
    if not _is_needed(session, signup, need, now):
        return False
    kept = session.scalars(queries.one(need.association_id, signup.person_id)).one_or_none()
    return kept is None or kept.status != rules.IN_ORDER


def note(
    session: Session, actor: Actor, signup: Signup, need: Need, status: str, now: datetime
) -> None:
    """Note how far an association is with somebody's certificate; it holds for all its needs.

    Args:
        session: the transaction.
        actor: who speaks for the association.
        signup: of the volunteer.
        need: what for.
        status: none, asked or in_order; the same again keeps its day.
        now: the moment of it.

    Raises:
        RuleBroken: none is needed of this person, and nothing may be kept without need.
    """
    if status == "none":
        session.execute(
            delete(ChildCheck).where(
                ChildCheck.association_id == need.association_id,
                ChildCheck.person_id == signup.person_id,
            )
        )
    else:
        if not _is_needed(session, signup, need, now):
            raise RuleBroken("child-check-unneeded")
        _keep(session, actor, signup, need, status, now)
    audit.record(session, actor.id, "note", KIND, signup.id, status=status)


def _keep(
    session: Session, actor: Actor, signup: Signup, need: Need, status: str, now: datetime
) -> None:
    noted = insert(ChildCheck).values(
        association_id=need.association_id,
        person_id=signup.person_id,
        status=status,
        day=local(now).date(),
        by_id=actor.id,
    )
    session.execute(
        noted.on_conflict_do_update(
            index_elements=["association_id", "person_id"],
            set_={name: noted.excluded[name] for name in ("status", "day", "by_id")},
            where=ChildCheck.status != noted.excluded.status,
        )
    )


def move(session: Session, source_id: uuid.UUID, target_id: uuid.UUID) -> None:
    """Give what an association has noted to the one it is merged into, whose own notes stand."""
    noted_there = select(ChildCheck.person_id).where(ChildCheck.association_id == target_id)
    theirs = ChildCheck.association_id == source_id
    session.execute(
        update(ChildCheck)
        .where(theirs, ChildCheck.person_id.not_in(noted_there))
        .values(association_id=target_id)
    )
    session.execute(delete(ChildCheck).where(theirs))


def _is_needed(session: Session, signup: Signup, need: Need, now: datetime) -> bool:
    born = session.scalar(select(Profile.birth_year).where(Profile.person_id == signup.person_id))
    return signup.person_id is not None and rules.is_needed(need.children_under_15, born, now)
