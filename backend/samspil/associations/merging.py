"""An association that stands twice becomes one."""

from __future__ import annotations

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, aliased

from samspil.associations import claims, rules
from samspil.associations.access import desk_page, managers, must, must_still, tell
from samspil.associations.editing import KIND, remember, state_of
from samspil.associations.events import Merged
from samspil.associations.models import (
    Association,
    AssociationPicture,
    Claim,
    FormerSlug,
    ImportedAssociation,
    Invitation,
    Membership,
)
from samspil.associations.rules import Standing
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import Invalid, NotFound
from samspil.core.events import publish
from samspil.people.locks import lock_person


def merge(session: Session, actor: Actor, slug: str, into: str) -> None:
    """Give all that an association has to another, where its address leads from then on.

    The other's own words stand; only a CVR number and an approval that it lacks are taken over.

    Raises:
        Forbidden: the person is not in charge of associations.
        NotFound: there is no such association.
        Conflict: it has been merged meanwhile.
        Invalid: the other one is not there, not public, or the same.
    """
    must(rules.decides(actor))
    lock_person(session, actor.id)
    # Both rows in the order of their ids: two merges at once wait for each other, once.
    locked = session.scalars(
        select(Association)
        .where(Association.slug.in_([slug, into]))
        .order_by(Association.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    both = {association.slug: association for association in locked}
    source, target = both.get(slug), both.get(into)
    if source is None:
        raise NotFound
    must_still(rules.may_merge(Standing.of(actor, None), source))
    if target is None or target is source or target.status != "public":
        raise Invalid.field("into", "field.association.no-target")
    before = {one.id: state_of(session, one) for one in (source, target)}
    told = session.scalars(managers(source.id)).all()
    _move_rows(session, source, target)
    _fill(source, target)
    source.status, source.hidden_reason, source.merged_into_id = "merged", None, target.id
    session.flush()  # what follows asks the database
    for one in (source, target):
        remember(session, actor, one, before[one.id])
    audit.record(session, actor.id, "merge", KIND, source.id, into=str(target.id))
    publish(session, Merged(source.id, target.id))
    for person in told:
        tell(
            session,
            person,
            "associations.merged",
            desk_page(target),
            association=source.name,
            other=target.name,
        )


def _fill(source: Association, target: Association) -> None:
    target.cvr = target.cvr or source.cvr
    if target.approved_until is None:
        target.approved_from, target.approved_until = source.approved_from, source.approved_until


def _move_rows(session: Session, source: Association, target: Association) -> None:
    _join_memberships(session, source, target)
    _drop_what_both_have(session, source, target)
    claims.move(session, source.id, target.id)
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
            Claim.association_id == source.id,
            Claim.status == "open",
            Claim.person_id.in_(claimed),
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
