"""Guardians: below the age of 15, somebody else says yes before an account may be used."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.errors import Invalid
from samspil.people import letters, links
from samspil.people.errors import LinkGone
from samspil.people.models import Link, Person

VALID: Final = timedelta(days=14)


def must_be_another(guardian_email: str | None, email: str | None) -> None:
    """Refuse somebody as their own guardian.

    Raises:
        Invalid: it is the same address.
    """
    if guardian_email is not None and guardian_email == email:
        raise Invalid.field("guardian_email", "guardian.oneself")


def name(session: Session, person: Person, guardian_email: str | None) -> None:
    """Say who the guardian is, who is then asked; one who has said yes stays the guardian.

    Raises:
        Invalid: it is the person.
    """
    if guardian_email is None or person.guardian_consented_at is not None:
        return
    must_be_another(guardian_email, person.email)
    person.guardian_email = guardian_email
    audit.record(session, person.id, "name-guardian", "person", person.id)
    ask(session, person)


def must_be_named(person: Person) -> None:
    """Refuse to go on without a guardian.

    Raises:
        Invalid: nobody has been named.
    """
    if person.guardian_email is None:
        raise Invalid.field("guardian_email", "guardian.needed")


def ask(session: Session, person: Person) -> None:
    """Ask the guardian; an earlier question ends."""
    to = person.guardian_email or ""
    token = links.make(session, "guardian", person.id, to, {}, VALID)
    letters.write(session, "guardian", person, links.page(token), to=to, name=person.name)


def is_missing(person: Person) -> bool:
    """Whether a guardian must still say yes."""
    return person.guardian_email is not None and person.guardian_consented_at is None


def _child(session: Session, link: Link) -> Person:
    child = None if link.person_id is None else session.get(Person, link.person_id)
    if child is None or child.guardian_email != link.email or not is_missing(child):
        raise LinkGone
    return child


def _look(session: Session, link: Link) -> dict[str, Any]:
    return {"name": _child(session, link).name}


def _use(session: Session, link: Link, given: links.Given) -> links.Used:
    child = _child(session, link)
    child.guardian_consented_at = given.now
    audit.record(session, None, "guardian-consent", "person", child.id)
    letters.write(session, "guardian-said-yes", child, letters.FIND, name=child.name)
    return links.Used()


links.purpose("guardian", look=_look, use=_use)
