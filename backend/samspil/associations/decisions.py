"""What staff decide on an association: who it is, what it may, whether it is seen."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from samspil.associations import rules
from samspil.associations.access import Opened, must_still, open_for_staff, tell_managers
from samspil.associations.editing import KIND, remember, state_of
from samspil.associations.events import VisibilityChanged
from samspil.associations.models import Association
from samspil.associations.queries import PUBLIC
from samspil.associations.rules import Standing
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.events import publish
from samspil.moderation.services import Described, Moderated

Rule = Callable[[Standing, Association], bool]
Change = Callable[[Association], None]


def verify(session: Session, actor: Actor, slug: str, now: datetime) -> None:
    """Say that an association is who it says it is; it becomes public.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it has been verified, declined or merged meanwhile.
    """

    def change(association: Association) -> None:
        association.status, association.verified_at = "public", now

    opened = open_for_staff(session, actor, slug)
    _decide(session, actor, opened, "verify", rules.may_verify, change)
    tell_managers(session, "associations.verified", opened.association)


def decline(session: Session, actor: Actor, slug: str, reason: str) -> None:
    """Leave a registered association unseen, and say why.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it does not wait any more.
    """

    def change(association: Association) -> None:
        association.status, association.hidden_reason = "hidden", reason

    opened = open_for_staff(session, actor, slug)
    _decide(session, actor, opened, "decline", rules.may_decline, change)
    tell_managers(session, "associations.declined", opened.association, reason=reason)


def approve(
    session: Session, actor: Actor, slug: str, first: date | None, last: date | None
) -> None:
    """Approve an association under folkeoplysningsloven for a period; without one, no longer.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it is not public.
    """

    def change(association: Association) -> None:
        association.approved_from, association.approved_until = first, last

    opened = open_for_staff(session, actor, slug)
    _decide(session, actor, opened, "approve", rules.may_approve, change)
    if first is not None and last is not None:
        tell_managers(
            session,
            "associations.approved",
            opened.association,
            first=_day(first),
            last=_day(last),
        )


def hide(session: Session, actor: Actor, slug: str, reason: str) -> None:
    """Take an association and all it owns out of everybody's sight, and say why.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it is not public.
    """

    def change(association: Association) -> None:
        association.status, association.hidden_reason = "hidden", reason

    opened = open_for_staff(session, actor, slug)
    _decide(session, actor, opened, "hide", rules.may_hide, change)
    tell_managers(session, "associations.hidden", opened.association, reason=reason)


def show(session: Session, actor: Actor, slug: str) -> None:
    """Let everybody see again what was hidden.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it is not hidden.
    """

    def change(association: Association) -> None:
        association.status, association.hidden_reason = "public", None

    opened = open_for_staff(session, actor, slug)
    _decide(session, actor, opened, "show", rules.may_show, change)
    tell_managers(session, "associations.shown", opened.association)


def _decide(
    session: Session, actor: Actor, opened: Opened, action: str, allowed: Rule, change: Change
) -> None:
    """Change an association's state if that is still possible, and tell those who follow it."""
    association = opened.association
    must_still(allowed(opened.standing, association))
    before, was = state_of(session, association), association.status
    change(association)
    session.flush()  # what follows asks the database
    remember(session, actor, association, before)
    audit.record(session, actor.id, action, KIND, association.id, was=was, now=association.status)
    if association.status != was:
        publish(session, VisibilityChanged(association.id))


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


# What staff do about an association that somebody has reported.


def find_reported(session: Session, which: str) -> uuid.UUID | None:
    """The public association of this slug, or id."""
    named = Association.slug == which
    with contextlib.suppress(ValueError):
        named = or_(named, Association.id == uuid.UUID(which))
    return session.scalar(select(Association.id).where(named, PUBLIC))


def describe_reported(session: Session, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Described]:
    """What staff see of associations, wherever they are by now."""
    rows = session.execute(
        select(Association.id, Association.name, Association.slug).where(Association.id.in_(ids))
    )
    return {id_: Described(name, f"/foreninger/{slug}") for id_, name, slug in rows}


def hide_reported(
    session: Session, actor: Actor, association_id: uuid.UUID, reason: str, _now: datetime
) -> None:
    """Hide it, unless that has been done meanwhile."""
    slug = session.scalar(
        select(Association.slug).where(Association.id == association_id, PUBLIC).with_for_update()
    )
    if slug is not None:
        hide(session, actor, slug, reason)


MODERATED: Final = Moderated(
    "association", "associations", find_reported, describe_reported, hide_reported
)
