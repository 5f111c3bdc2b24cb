"""What an association notes of child-protection certificates: a status, and never a document."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, delete, exists, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import RuleBroken
from samspil.core.time import local
from samspil.needs.models import Need
from samspil.people.models import Profile
from samspil.signups.models import OPEN_STATES, ChildCheck, Signup

KIND: Final = "child-check"


def is_missing(session: Session, signup: Signup, need: Need, now: datetime) -> bool:
    """Whether the law asks for a certificate that is not noted as in order."""
    if not _is_needed(session, signup, need, now):
        return False
    kept = session.scalars(noted_check(need.association_id, signup.person_id)).one_or_none()
    return kept is None or kept.status != IN_ORDER


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
    return signup.person_id is not None and is_needed(need.children_under_15, born, now)


# Which certificates are in order?


def noted_check(association_id: uuid.UUID, person_id: uuid.UUID | None) -> Select[ChildCheck]:
    """What an association has noted of somebody."""
    return select(ChildCheck).where(
        ChildCheck.association_id == association_id, ChildCheck.person_id == person_id
    )


def for_signup() -> ColumnElement[bool]:
    """Joins what the association of a sign-up's need has noted of its volunteer."""
    return and_(
        ChildCheck.association_id == Need.association_id, ChildCheck.person_id == Signup.person_id
    )


def of_who_left(before: datetime) -> ColumnElement[bool]:
    """Of people who have nothing open with the association, and had not since a moment."""
    lately = exists().where(
        Signup.person_id == ChildCheck.person_id,
        Signup.need_id == Need.id,
        Need.association_id == ChildCheck.association_id,
        or_(Signup.status.in_(OPEN_STATES), Signup.changed_at >= before),
    )
    return ~lately


# When a child-protection certificate is needed, and what may be said of one.

FROM_AGE: Final = 15
IN_ORDER: Final = "in_order"


def is_needed(children_under_15: bool, birth_year: int | None, now: datetime) -> bool:
    """Whether the law asks for one: lasting direct contact with children, from 15 years on.

    A year tells an age only nearly: who may have turned 15, needs one, as does who has not said.
    """
    if not children_under_15:
        return False
    return birth_year is None or local(now).year - birth_year >= FROM_AGE
