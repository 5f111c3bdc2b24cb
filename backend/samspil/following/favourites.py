"""Favourites: the needs and associations that people keep to find again."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Final

from sqlalchemy import ColumnElement, delete, func, select, true, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.associations import queries as associations
from samspil.associations.models import Association
from samspil.associations.queries import PUBLIC
from samspil.core.auth import Actor
from samspil.core.db import AnySelect, new_id
from samspil.core.errors import NotFound, RuleBroken
from samspil.following.models import Favourite
from samspil.needs import queries as needs
from samspil.needs.models import Need
from samspil.needs.queries import published
from samspil.people.locks import lock_person
from samspil.search import near

# A list that is always whole must end somewhere.
MOST: Final = 200


def like_need(session: Session, actor: Actor, need_id: uuid.UUID, now: datetime) -> None:
    """Keep a need; a second time changes nothing.

    Raises:
        NotSignedIn: the person has been erased meanwhile.
        NotFound: there is none that everybody may read.
        RuleBroken: the person likes as much as one may.
    """
    found = session.scalar(select(Need.id).where(Need.id == need_id, *published()))
    _keep(session, actor, "need_id", found, now)


def like_association(session: Session, actor: Actor, slug: str, now: datetime) -> None:
    """Keep an association; a second time changes nothing.

    Raises:
        NotFound: there is no public one.
        RuleBroken: the person likes as much as one may.
    """
    found = session.scalar(select(Association.id).where(Association.slug == slug, PUBLIC))
    _keep(session, actor, "association_id", found, now)


def drop_need(session: Session, actor: Actor, need_id: uuid.UUID) -> None:
    """Keep a need no more.

    Raises:
        NotFound: it was not kept.
    """
    _drop(session, actor, Favourite.need_id == need_id)


def drop_association(session: Session, actor: Actor, slug: str) -> None:
    """Keep an association no more.

    Raises:
        NotFound: it was not kept.
    """
    asked = select(Association.id).where(Association.slug == slug).scalar_subquery()
    _drop(session, actor, Favourite.association_id == asked)


def move(session: Session, source_id: uuid.UUID, target_id: uuid.UUID) -> None:
    """Let who liked an association like the one it was merged into."""
    theirs = Favourite.association_id == source_id
    both = select(Favourite.person_id).where(Favourite.association_id == target_id)
    session.execute(delete(Favourite).where(theirs, Favourite.person_id.in_(both)))
    session.execute(update(Favourite).where(theirs).values(association_id=target_id))


def _keep(
    session: Session, actor: Actor, column: str, thing: uuid.UUID | None, now: datetime
) -> None:
    if thing is None:
        raise NotFound
    lock_person(session, actor.id)
    kept = session.execute(
        insert(Favourite)
        .values(id=new_id(), person_id=actor.id, created_at=now, **{column: thing})
        .on_conflict_do_nothing(index_elements=["person_id", column])
        .returning(Favourite.id)
    ).first()
    count = select(func.count()).where(Favourite.person_id == actor.id)
    if kept is not None and session.scalars(count).one() > MOST:
        raise RuleBroken("most-favourites", most=MOST)


def _drop(session: Session, actor: Actor, thing: ColumnElement[bool]) -> None:
    lock_person(session, actor.id)
    dropped = session.execute(
        delete(Favourite).where(Favourite.person_id == actor.id, thing).returning(Favourite.id)
    )
    if dropped.first() is None:
        raise NotFound


# Which favourites.


def needs_of(person_id: uuid.UUID, now: datetime) -> AnySelect:
    """(added_at, over, an item's columns) of the needs somebody likes, also when they have closed.

    One that may not be read any more is left out, and comes back if it may again.
    """
    coming = needs.next_shift(now)
    return (
        select(
            Favourite.created_at.label("added_at"),
            (Need.open_until <= now).label("over"),
            *needs.columns(coming),
            near.nearest_point(None, Need.positions).label("position"),
            near.metres(None, None),
        )
        .join(Need, Need.id == Favourite.need_id)
        .join(Association, Association.id == Need.association_id)
        .outerjoin(coming, true())
        .where(Favourite.person_id == person_id, *needs.published())
    )


def associations_of(person_id: uuid.UUID, today: date) -> AnySelect:
    """(added_at, an item's columns) of the associations somebody likes, while they are public."""
    return (
        select(
            Favourite.created_at.label("added_at"),
            *associations.columns(today),
            near.nearest_point(None, Association.positions).label("position"),
            near.metres(None, None),
        )
        .join(Association, Association.id == Favourite.association_id)
        .where(Favourite.person_id == person_id, associations.PUBLIC)
    )
