"""Associations as those see them who may do something about them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from samspil.associations import queries, rules
from samspil.associations.models import Association
from samspil.associations.rules import Standing
from samspil.core.auth import Actor
from samspil.core.errors import Conflict, Forbidden, NotFound
from samspil.people.locks import lock_person


@dataclass(frozen=True, slots=True)
class Opened:
    """An association and what somebody is to it, while its row is theirs to change."""

    association: Association
    standing: Standing


def open_desk(session: Session, actor: Actor, slug: str) -> Opened:
    """An association for somebody who changes it; nobody else does until the transaction ends.

    All that changes an association or who takes part in it begins here, so that what is asked of
    the person's role holds when it is written. The person is locked, and then the association.

    Raises:
        NotSignedIn: the person has been erased meanwhile.
        NotFound: there is none, or it is not this person's.
    """
    lock_person(session, actor.id)
    one = select(Association).where(Association.slug == slug).with_for_update()
    return _opened(session, actor, one)


def look_at_desk(session: Session, actor: Actor, slug: str) -> Opened:
    """The same for somebody who only reads.

    Raises:
        NotFound: there is none, or it is not this person's.
    """
    return _opened(session, actor, select(Association).where(Association.slug == slug))


def _opened(session: Session, actor: Actor, one: Select[Association]) -> Opened:
    found = session.scalars(one.execution_options(populate_existing=True)).one_or_none()
    if found is None or found.status == "merged":
        raise NotFound
    standing = Standing.of(actor, session.scalar(queries.role_of(actor.id, found.id)))
    if not rules.may_see_desk(standing):
        raise NotFound
    return Opened(found, standing)


def open_for_staff(session: Session, actor: Actor, slug: str) -> Opened:
    """The same for staff.

    Raises:
        Forbidden: the person is not in charge of associations.
        NotFound: there is no such association.
    """
    must(rules.decides(actor))
    return open_desk(session, actor, slug)


def must(allowed: bool) -> None:
    """Go on only with what is allowed.

    Raises:
        Forbidden: it is not.
    """
    if not allowed:
        raise Forbidden


def must_still(possible: bool) -> None:
    """Go on only with what is possible in the state that things are in by now.

    Raises:
        Conflict: it is not any more.
    """
    if not possible:
        raise Conflict
