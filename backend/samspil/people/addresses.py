"""Another e-mail address for an account: confirmed where it leads, told where it led."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.people import letters, links
from samspil.people.accounts import by_email, by_id, me, must_know_password
from samspil.people.errors import LinkGone
from samspil.people.models import Link, Person

VALID: Final = timedelta(days=1)
ANSWER: Final = "people.answer-new-email"


def ask_for_another(session: Session, actor: Actor, email: str, password: str) -> None:
    """Ask to use another address. Whether it is taken is told to nobody but its owner.

    Raises:
        Invalid: it is not the person's password.
    """
    person = me(session, actor)
    must_know_password(person, password, "password")
    audit.record(session, person.id, "ask-for-email", "person", person.id)
    links.ask(session, "change-email", email, {"person_id": str(person.id)}, ANSWER)
    letters.write(
        session, "email-wanted", person, letters.FORGOT, name=person.name, new_email=email
    )


def answer(session: Session, link_id: str) -> None:
    """Send the link to the new address, unless it is somebody's."""
    waiting = links.asked_for(session, link_id)
    if waiting is None:
        return
    link, asked = waiting
    person = session.get(Person, asked["person_id"])
    if person is None or person.erased_at is not None or _is_taken(session, link.email):
        session.delete(link)
        return
    token = links.write(session, link, person.id, {}, VALID)
    letters.write(
        session, "change-email", person, links.page(token), to=link.email, name=person.name
    )


def _is_taken(session: Session, email: str) -> bool:
    return bool(session.scalar(select(exists(by_email(email)))))


def _asker(session: Session, link: Link) -> Person:
    person = by_id(session, link.person_id)
    if person is None or _is_taken(session, link.email):
        raise LinkGone
    return person


def _look(session: Session, link: Link) -> dict[str, Any]:
    return {"name": _asker(session, link).name}


def _use(session: Session, link: Link, given: links.Given) -> links.Used:
    person = _asker(session, link)
    person.email = link.email
    person.verified_at = person.verified_at or given.now
    try:
        session.flush()  # the database decides when two want one address at once
    except IntegrityError:
        raise LinkGone from None
    links.end(session, person.id, "sign-in", "reset", "verify")
    audit.record(session, person.id, "change-email", "person", person.id)
    return links.Used()


links.purpose("change-email", look=_look, use=_use)
