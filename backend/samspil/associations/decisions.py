"""Staff's decisions on associations: verify, decline, approve, hide, show, merge."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from samspil.associations import claims, rules
from samspil.associations.access import desk_page, managers, notify_managers, open_for_staff
from samspil.associations.editing import KIND, remember, state_of
from samspil.associations.merging import Before, lock_both
from samspil.associations.models import (
    Association,
    AssociationPicture,
    Claim,
    FormerSlug,
    ImportedAssociation,
    Invitation,
    Membership,
    Merge,
)
from samspil.associations.queries import PUBLIC
from samspil.associations.rules import Standing
from samspil.associations.services import Merged, VisibilityChanged
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.domain import publish
from samspil.core.errors import Invalid, NotFound, must, must_still
from samspil.moderation.services import ModeratedKind, Summary
from samspil.people.locks import lock_person
from samspil.people.messages import notify

Rule = Callable[[Standing, Association], bool]


def verify(session: Session, actor: Actor, slug: str, now: datetime) -> None:
    """Say that an association is who it says it is; it becomes public.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it has been verified, declined or merged meanwhile.
    """
    association = _decide(
        session, actor, slug, "verify", rules.may_verify, status="public", verified_at=now
    )
    notify_managers(session, "associations.verified", association)


def decline(session: Session, actor: Actor, slug: str, reason: str) -> None:
    """Leave a registered association unseen, and say why.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it does not wait any more.
    """
    association = _decide(
        session, actor, slug, "decline", rules.may_decline, status="hidden", hidden_reason=reason
    )
    notify_managers(session, "associations.declined", association, reason=reason)


def approve(
    session: Session, actor: Actor, slug: str, first: date | None, last: date | None
) -> None:
    """Approve an association under folkeoplysningsloven for a period; without one, no longer.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it is not public.
    """
    association = _decide(
        session, actor, slug, "approve", rules.may_approve, approved_from=first, approved_until=last
    )
    if first is not None and last is not None:
        notify_managers(
            session, "associations.approved", association, first=_day(first), last=_day(last)
        )


def hide(session: Session, actor: Actor, slug: str, reason: str) -> None:
    """Take an association and all it owns out of everybody's sight, and say why.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it is not public.
    """
    association = _decide(
        session, actor, slug, "hide", rules.may_hide, status="hidden", hidden_reason=reason
    )
    notify_managers(session, "associations.hidden", association, reason=reason)


def show(session: Session, actor: Actor, slug: str) -> None:
    """Let everybody see again what was hidden.

    Raises:
        Forbidden, NotFound: see `open_for_staff`.
        Conflict: it is not hidden.
    """
    association = _decide(
        session, actor, slug, "show", rules.may_show, status="public", hidden_reason=None
    )
    notify_managers(session, "associations.shown", association)


def _decide(
    session: Session, actor: Actor, slug: str, action: str, allowed: Rule, **columns: Any
) -> Association:
    """Change an association's state if that is still possible; what it owns follows."""
    desk = open_for_staff(session, actor, slug)
    association = desk.association
    must_still(allowed(desk.standing, association))
    before, was = state_of(session, association), association.status
    for name, value in columns.items():
        setattr(association, name, value)
    session.flush()  # what follows asks the database
    remember(session, actor, association, before)
    audit.record(session, actor.id, action, KIND, association.id, was=was, now=association.status)
    if association.status != was:
        publish(session, VisibilityChanged(association.id))
    return association


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


# What staff do about an association that somebody has reported.


def find_reported(session: Session, which: str) -> uuid.UUID | None:
    """The public association of this slug, or id."""
    named = Association.slug == which
    with contextlib.suppress(ValueError):
        named = or_(named, Association.id == uuid.UUID(which))
    return session.scalar(select(Association.id).where(named, PUBLIC))


def describe_reported(session: Session, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Summary]:
    """What staff see of associations, wherever they are by now."""
    rows = session.execute(
        select(Association.id, Association.name, Association.slug).where(Association.id.in_(ids))
    )
    return {id_: Summary(name, f"/foreninger/{slug}") for id_, name, slug in rows}


def hide_reported(
    session: Session, actor: Actor, association_id: uuid.UUID, reason: str, _now: datetime
) -> None:
    """Hide it, unless that has been done meanwhile."""
    slug = session.scalar(
        select(Association.slug).where(Association.id == association_id, PUBLIC).with_for_update()
    )
    if slug is not None:
        hide(session, actor, slug, reason)


def show_reported(
    session: Session, actor: Actor, association_id: uuid.UUID, _now: datetime
) -> None:
    """Show it again when a report is reopened, unless that has been done meanwhile."""
    hidden = (Association.id == association_id, Association.status == "hidden")
    slug = session.scalar(select(Association.slug).where(*hidden).with_for_update())
    if slug is not None:
        show(session, actor, slug)


MODERATED: Final = ModeratedKind(
    "association", "associations", find_reported, describe_reported, hide_reported, show_reported
)


# An association that stands twice becomes one; see `merging` for the way back.


def merge(session: Session, actor: Actor, slug: str, into: str, now: datetime) -> Merge:
    """Give all that an association has to another, where its address leads from then on.

    The other's own words stand; only a CVR number and an approval that it lacks are taken over.
    Returns the record by which it can be undone.

    Raises:
        Forbidden: the person is not in charge of associations.
        NotFound: there is no such association.
        Conflict: it has been merged meanwhile.
        Invalid: the other one is not there, not public, or the same.
    """
    must(rules.decides(actor))
    lock_person(session, actor.id)
    locked = lock_both(session, select(Association).where(Association.slug.in_([slug, into])))
    both = {association.slug: association for association in locked}
    source, target = both.get(slug), both.get(into)
    if source is None:
        raise NotFound
    must_still(rules.may_merge(Standing.of(actor, None), source))
    if target is None or target is source or target.status != "public":
        raise Invalid.field("into", "field.association.no-target")
    before = {one.id: state_of(session, one) for one in (source, target)}
    former = session.scalars(managers(source.id)).all()
    was = Before.look(session, source, target)
    was.state.update(_fill(source, target))
    _move_rows(session, source, target)
    source.status, source.hidden_reason, source.merged_into_id = "merged", None, target.id
    session.flush()  # what follows asks the database
    for one in (source, target):
        remember(session, actor, one, before[one.id])
    audit.record(session, actor.id, "merge", KIND, source.id, into=str(target.id))
    audit.record(session, actor.id, "merge-in", KIND, target.id, source=str(source.id))
    publish(session, Merged(source.id, target.id))
    made = Merge(
        source_id=source.id,
        target_id=target.id,
        made_at=now,
        made_by_id=actor.id,
        record=was.record(session, source.id, target.id),
    )
    session.add(made)
    session.flush()  # what is read back is what the database keeps
    values = {"association": source.name, "other": target.name}
    notify(session, former, "associations.merged", desk_page(target), values)
    return made


def _fill(source: Association, target: Association) -> dict[str, bool]:
    """Give what the target lacks; returns what that was."""
    cvr = target.cvr is None and source.cvr is not None
    approval = target.approved_until is None and source.approved_until is not None
    if cvr:
        target.cvr = source.cvr
    if approval:
        target.approved_from, target.approved_until = source.approved_from, source.approved_until
    return {"cvr": cvr, "approval": approval}


def _move_rows(session: Session, source: Association, target: Association) -> None:
    _join_memberships(session, source, target)
    _drop_what_both_have(session, source, target)
    claims.move_declarations(session, source.id, target.id)
    after = (
        select(func.coalesce(func.max(AssociationPicture.rank) + 1, 0))
        .where(AssociationPicture.association_id == target.id)
        .scalar_subquery()
    )
    session.execute(
        update(AssociationPicture)
        .where(AssociationPicture.association_id == source.id)
        .values(association_id=target.id, rank=AssociationPicture.rank + after)
    )
    for column in (
        *(Invitation.association_id, Claim.association_id, FormerSlug.association_id),
        *(ImportedAssociation.object_id, Association.merged_into_id),
    ):
        session.execute(
            update(column.class_).where(column == source.id).values({column: target.id})
        )


def _drop_what_both_have(session: Session, source: Association, target: Association) -> None:
    """Of two open invitations to one address, or claims of one person, the target's stand."""
    invited = select(Invitation.email).where(Invitation.association_id == target.id)
    session.execute(
        delete(Invitation).where(
            Invitation.association_id == source.id, Invitation.email.in_(invited)
        )
    )
    claimed = select(Claim.person_id).where(
        Claim.association_id == target.id, Claim.status == "open"
    )
    session.execute(
        delete(Claim).where(
            Claim.association_id == source.id, Claim.status == "open", Claim.person_id.in_(claimed)
        )
    )


def _join_memberships(session: Session, source: Association, target: Association) -> None:
    """Who takes part in both keeps the higher role, and the longer time.

    Rows are moved, not made: for a new one the members would have to be locked, and they come
    before associations.
    """
    there = aliased(Membership)
    # Of the two words, "manager" comes first.
    session.execute(
        update(Membership)
        .where(
            Membership.association_id == target.id,
            there.association_id == source.id,
            there.person_id == Membership.person_id,
        )
        .values(
            role=func.least(Membership.role, there.role),
            since=func.least(Membership.since, there.since),
        )
        .execution_options(synchronize_session=False)
    )
    theirs = Membership.association_id == source.id
    both = select(there.person_id).where(there.association_id == target.id)
    session.execute(delete(Membership).where(theirs, Membership.person_id.in_(both)))
    session.execute(update(Membership).where(theirs).values(association_id=target.id))
