"""The members of an association, their roles, and invitations by mail."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samspil.associations import rules
from samspil.associations.access import desk_page, managers, notify_staff, open_desk
from samspil.associations.editing import KIND
from samspil.associations.models import Association, Invitation, Membership
from samspil.associations.rules import NotPublic, TooManyWaiting
from samspil.core import audit, language
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Invalid, NotFound, must
from samspil.core.language import Language
from samspil.core.mail import NewMail, send
from samspil.people import links
from samspil.people.links import Form, Purpose, Result
from samspil.people.locks import lock_person
from samspil.people.messages import notify
from samspil.people.models import Link, Person
from samspil.people.profiles import membership_source
from samspil.people.proof import open_account
from samspil.people.rules import LinkGone
from samspil.search import near


def change_role(session: Session, actor: Actor, slug: str, person_id: uuid.UUID, role: str) -> None:
    """Make a member a manager, or the other way round.

    Raises:
        NotFound: there is no such association for this person, or no such member.
        Forbidden: the person does not run it.
    """
    desk = open_desk(session, actor, slug)
    must(rules.may_edit(desk.standing, desk.association))
    membership = _membership(session, desk.association, person_id)
    if membership.role == role:
        return
    membership.role = role
    session.flush()  # who runs it now is asked of the database
    _note(session, actor, "change-role", desk.association, person_id, role)
    if role == rules.MANAGER:
        # The new one among them; who did it knows.
        told = [one for one in session.scalars(managers(desk.association.id)) if one.id != actor.id]
        made = session.get_one(Person, person_id)
        values = {"association": desk.association.name, "person": made.name, "by": actor.name}
        notify(session, told, "associations.manager-made", desk_page(desk.association), values)
    _notify_if_without_manager(session, desk.association, role_left="manager")


def remove(session: Session, actor: Actor, slug: str, person_id: uuid.UUID) -> None:
    """End somebody's part in an association, or one's own.

    Raises:
        NotFound: there is no such association for this person, or no such member.
        Forbidden: it is somebody else's part, and the person does not run the association.
    """
    desk = open_desk(session, actor, slug)
    if person_id != actor.id:
        must(rules.may_edit(desk.standing, desk.association))
    membership = _membership(session, desk.association, person_id)
    was = membership.role
    session.delete(membership)
    session.flush()  # who runs it now is asked of the database
    action = "leave" if person_id == actor.id else "remove-member"
    _note(session, actor, action, desk.association, person_id, was)
    _notify_if_without_manager(session, desk.association, role_left=was)


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
        _notify_if_without_manager(session, association, role_left=was, but=person_id)


@membership_source
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


def _notify_if_without_manager(
    session: Session, association: Association, *, role_left: str, but: uuid.UUID | None = None
) -> None:
    if role_left != rules.MANAGER or association.status == "merged":
        return
    if session.scalars(managers(association.id).limit(1)).first() is None:
        notify_staff(session, "associations.without-manager", association, but=but)


# Invitations by mail to take part in an association.

PURPOSE: Final = "invitation"
VALID_FOR: Final = timedelta(days=14)


def invite(
    session: Session, actor: Actor, slug: str, email: str, role: str, now: datetime
) -> Invitation:
    """Invite somebody by mail; a second time, the older mail's link ends.

    The answer is the same whether the address has an account or not.

    Raises:
        NotFound, Forbidden: the association is not this person's.
        NotPublic: staff have not verified it.
        Invalid: the person takes part already.
        TooManyWaiting: so many have not answered yet.
    """
    # Whoever presses an older mail's button holds its link first, then the association; a person
    # comes before both.
    lock_person(session, actor.id)
    session.execute(_links_to(email).with_for_update())
    desk = open_desk(session, actor, slug)
    association = desk.association
    must(desk.standing.runs_it)
    if not rules.may_invite(desk.standing, association):
        raise NotPublic
    if session.scalar(_takes_part(association, email)) is not None:
        raise Invalid.field("email", "field.association.member-already")
    invitation = session.scalar(
        select(Invitation).where(
            Invitation.association_id == association.id, Invitation.email == email
        )
    )
    if invitation is None:
        if session.scalars(_open_ones(association, now)).one() >= rules.MOST_INVITATIONS:
            raise TooManyWaiting
        invitation = Invitation(id=new_id(), association_id=association.id, email=email)
        session.add(invitation)
    invitation.role, invitation.invited_by_id = role, actor.id
    invitation.created_at, invitation.expires_at = now, now + VALID_FOR
    session.flush()  # it stands before its link
    _send_invitation(session, actor, association, invitation)
    audit.record(
        session, actor.id, "invite", KIND, association.id, invitation=str(invitation.id), role=role
    )
    return invitation


def withdraw(session: Session, actor: Actor, slug: str, invitation_id: uuid.UUID) -> None:
    """Let an invitation's mail lead nowhere.

    Raises:
        NotFound: there is none that has not been answered, or not for this person.
        Forbidden: the person does not run the association.
    """
    desk = open_desk(session, actor, slug)
    must(desk.standing.runs_it)
    invitation = session.get(Invitation, invitation_id)
    if invitation is None or invitation.association_id != desk.association.id:
        raise NotFound
    session.delete(invitation)
    audit.record(
        session,
        actor.id,
        "withdraw-invitation",
        KIND,
        desk.association.id,
        invitation=str(invitation_id),
    )


def look(session: Session, link: Link, given: Form) -> Mapping[str, Any]:
    """What an invitation's page shows: to what, as what, and the account it is for."""
    del given
    association, invitation = _invited(session, link)
    account = _account(session, link.email)
    return {
        "association": {"slug": association.slug, "name": association.name},
        "role": invitation.role,
        **({"needs": ["name", "password"]} if account is None else {"name": account.name}),
    }


def accept(session: Session, link: Link, given: Form) -> Result:
    """Say yes to an invitation, with a new account where the address has none.

    Who has a confirmed account is not signed in by it: an invitation lies in a mailbox for long,
    and people hand it on.

    Raises:
        LinkGone: it was withdrawn, or the association is not public any more.
        Invalid: a new account needs a name and a password.
    """
    association, _ = _invited(session, link)
    locked = select(Association.id).where(Association.id == association.id).with_for_update()
    session.execute(locked)
    # Withdrawn, or moved by a merge, while this waited: it is asked for again.
    again, invitation = _invited(session, link)
    if again is not association:
        raise LinkGone
    person, new = open_account(session, link.email, given, language.current.get())
    join(session, association, person.id, invitation.role, given.now)
    session.delete(invitation)
    audit.record(
        session,
        person.id,
        "join",
        KIND,
        association.id,
        invitation=str(invitation.id),
        role=invitation.role,
    )
    return Result(
        sign_in=person.id if new else None,
        extra={"association": {"slug": association.slug, "name": association.name}},
    )


# It is the address's: whoever reads its mail may accept it, whatever becomes of an account.
LINKS: Final = (Purpose(PURPOSE, look=look, use=accept, distinct_by="association_id"),)


def _send_invitation(
    session: Session, actor: Actor, association: Association, invitation: Invitation
) -> None:
    data = {"association_id": str(association.id), "invitation_id": str(invitation.id)}
    token = links.make(session, PURPOSE, None, invitation.email, data, VALID_FOR)
    spoken = session.scalar(select(Person.language).where(Person.email == invitation.email))
    letter = NewMail(
        invitation.email,
        cast(Language, spoken or language.current.get()),
        "associations.invitation",
        {"person": actor.name, "association": association.name},
        action=links.page(token),
    )
    send(session, letter)


def _invited(session: Session, link: Link) -> tuple[Association, Invitation]:
    row = session.execute(
        select(Association, Invitation)
        .join(Invitation, Invitation.association_id == Association.id)
        .where(
            Invitation.id == uuid.UUID(link.data["invitation_id"]),
            Invitation.email == link.email,
            Association.status == "public",
        )
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise LinkGone
    return row.Association, row.Invitation


def _account(session: Session, email: str) -> Person | None:
    """The account of who owns the address; one that nobody has confirmed may be anybody's."""
    return session.scalar(
        select(Person).where(Person.email == email, Person.verified_at.is_not(None))
    )


def _links_to(email: str) -> Any:
    return select(Link.id).where(Link.purpose == PURPOSE, Link.email == email).order_by(Link.id)


def _takes_part(association: Association, email: str) -> Any:
    return (
        select(Membership.role)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.association_id == association.id, Person.email == email)
    )


def _open_ones(association: Association, now: datetime) -> Any:
    return select(func.count()).where(
        Invitation.association_id == association.id, Invitation.expires_at > now
    )
