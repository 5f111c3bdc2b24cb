"""Another e-mail address for an account: confirmed where it leads, undone where it led.

The link that changes it is bound to the address it was asked at, and ends with the account's other
keys. Once it is used, the old address gets a link that takes the account back for a week: it alone
outlives another password, because whoever took the account would choose one.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import once
from samspil.core.privacy import Ending, Occasion, Someone, end_keys, erase
from samspil.people import links
from samspil.people.accounts import by_id, must_know_password, set_password
from samspil.people.locks import lock_person
from samspil.people.messages import FORGOT_PAGE, language_of, notify
from samspil.people.models import Link, Person
from samspil.people.proof import by_email, is_proved, must_bring
from samspil.people.rules import LinkGone
from samspil.people.sessions import lock_actor

VALID: Final = timedelta(days=1)
UNDONE_FOR: Final = timedelta(days=7)
ANSWER: Final = "people.answer-new-email"
CHANGE: Final = "change-email"
UNDO: Final = "undo-email"


def ask_for_another(session: Session, actor: Actor, email: str, password: str) -> None:
    """Ask to use another address. Whether it is taken is told to nobody but its owner.

    Raises:
        Invalid: it is not the person's password.
    """
    person = lock_actor(session, actor)
    must_know_password(person, password, "password")
    audit.record(session, person.id, "ask-for-email", "person", person.id)
    links.defer(session, CHANGE, email, {"from": person.email}, ANSWER, person.id)
    values = {"name": person.name, "new_email": email}
    notify(session, person, "people.email-wanted", FORGOT_PAGE, values)


@links.answers(ANSWER)
def answer_new_email(session: Session, link: Link, data: Mapping[str, Any]) -> None:
    """Send the link to the new address, unless it is somebody's."""
    person = by_id(session, link.person_id)
    if person is None or person.email != data["from"] or _is_taken(session, link.email):
        session.delete(link)
        return
    page = links.page(links.issue(session, link, person.id, data, VALID))
    values = {"name": person.name}
    notify(session, person, "people.change-email", page, values, to=link.email)


def may_be_undone(session: Session, person_id: uuid.UUID) -> bool:
    """Whether an old address can still take the account back."""
    standing = exists().where(Link.person_id == person_id, Link.purpose == UNDO)
    return bool(session.scalar(select(standing)))


def _is_taken(session: Session, email: str) -> bool:
    """Whether somebody has proved the address; who has not gives way to who does."""
    proved = by_email(email).where(Person.verified_at.is_not(None))
    return bool(session.scalar(select(exists(proved))))


def _asker(session: Session, link: Link) -> Person:
    """Who asked, if they still have the address that they asked at.

    Raises:
        LinkGone: they have not, or somebody has the new one.
    """
    person = by_id(session, link.person_id)
    asked_at = link.data.get("from")
    if person is None or not is_proved(person) or person.email != asked_at:
        raise LinkGone
    if _is_taken(session, link.email):
        raise LinkGone
    return person


def _move(session: Session, person: Person, link: Link, now: datetime) -> None:
    """Give a locked person the address that a link was sent to, which its use has proved.

    Raises:
        LinkGone: somebody else has proved it at the same moment.
    """
    squatter = session.scalars(by_email(link.email)).one_or_none()
    if squatter is not None:
        _give_way(session, squatter.id, link.email, now)
    with once(session, {"uq_people_email": LinkGone}):
        person.email = link.email


def _give_way(session: Session, squatter_id: uuid.UUID, email: str, now: datetime) -> None:
    """Remove an account whose address nobody had proved, for who has proved it.

    It is locked after who takes its address, whatever their ids: it may lock nobody itself.
    """
    squatter = lock_person(session, squatter_id, erased=LinkGone)
    if is_proved(squatter) or squatter.email != email:
        raise LinkGone
    erase(session, Someone(squatter.id, email, squatter.name, language_of(squatter)), now)
    session.execute(delete(Person).where(Person.id == squatter_id))
    session.expunge(squatter)


def _look(session: Session, link: Link, form: links.Form) -> dict[str, Any]:
    del form
    return {"name": _asker(session, link).name}


def _use(session: Session, link: Link, form: links.Form) -> links.Result:
    person = _asker(session, link)
    old = person.email or ""
    _move(session, person, link, form.now)
    end_keys(session, Ending(person.id, Occasion.ADDRESS, form.now))
    audit.record(session, person.id, "change-email", "person", person.id)
    data = {"address": old, "to": link.email}
    token = links.make(session, UNDO, person.id, old, data, UNDONE_FOR)
    values = {"name": person.name, "new_email": link.email}
    notify(session, person, "people.email-changed", links.page(token), values, to=old)
    return links.Result()


def _look_undo(session: Session, link: Link, form: links.Form) -> dict[str, Any]:
    del form
    person = by_id(session, link.person_id)
    if person is None or _is_taken(session, link.email):
        raise LinkGone
    return {"name": person.name, "new_email": links.masked(link.data["to"]), "needs": ["password"]}


def _undo(session: Session, link: Link, form: links.Form) -> links.Result:
    """Give the account back to the address it had, with another password and no other key."""
    person = by_id(session, link.person_id)
    if person is None or _is_taken(session, link.email):
        raise LinkGone
    must_bring(form, ("password",), link.email, person.name)
    _move(session, person, link, form.now)
    # What was changed after this must not be taken back by who changed it.
    session.execute(
        delete(Link).where(
            Link.person_id == person.id, Link.purpose == UNDO, Link.created_at >= link.created_at
        )
    )
    audit.record(session, person.id, "undo-email", "person", person.id)
    set_password(session, person, form.password or "", form.now)
    return links.Result(sign_in=person.id)


LINKS: Final = (
    links.Purpose(CHANGE, look=_look, use=_use),
    links.Purpose(
        UNDO,
        look=_look_undo,
        use=_undo,
        distinct_by="address",
        ends=frozenset((Occasion.POWERS, Occasion.ERASURE)),
    ),
)
