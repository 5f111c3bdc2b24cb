"""Who works for the municipality, and with what."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, or_, select, tuple_
from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import AREAS
from samspil.core.db import new_id
from samspil.core.errors import NotFound
from samspil.core.search import DANISH
from samspil.people import letters, links
from samspil.people.accounts import by_email, by_id
from samspil.people.models import Person
from samspil.people.sessions import end_all_sessions

INVITED_FOR: Final = timedelta(days=3)


def found(q: str, after: Sequence[Any] | None, limit: int) -> Select[Person]:
    """People whose name or address holds these characters, by name.

    Args:
        q: the characters.
        after: (name, id) of the last one seen.
        limit: how many; one more tells whether there are more.
    """
    by_name = Person.name.collate(DANISH)
    matching = (
        select(Person)
        .where(
            Person.erased_at.is_(None),
            or_(
                Person.name.icontains(q, autoescape=True),
                Person.email.contains(q.lower(), autoescape=True),
            ),
        )
        .order_by(by_name, Person.id)
        .limit(limit + 1)
    )
    if after is not None:
        matching = matching.where(tuple_(by_name, Person.id) > tuple_(*after))
    return matching


def put_in_charge(
    session: Session, by: uuid.UUID | None, person_id: uuid.UUID, areas: Sequence[str]
) -> Person:
    """Put somebody in charge of these areas and no others; it holds from their next request.

    Raises:
        NotFound: there is no such person.
    """
    person = by_id(session, person_id)
    if person is None:
        raise NotFound
    person.areas = [area for area in AREAS if area in areas]
    audit.record(session, by, "put-in-charge", "person", person.id, areas=person.areas)
    session.flush()  # what is read back is what the database keeps
    return person


def make_administrator(session: Session, email: str, name: str | None, now: datetime) -> Person:
    """Make somebody an administrator, who is invited by mail unless the address is confirmed.

    Args:
        session: the transaction.
        email: in lower case.
        name: of somebody without an account; else the part before the @.
        now: the moment of it.
    """
    person = session.scalars(by_email(email)).one_or_none()
    if person is None:
        person = Person(id=new_id(), email=email, name=name or email.partition("@")[0])
        session.add(person)
        session.flush()  # its language is the database's default
        session.refresh(person)
    person.administrator = True
    audit.record(session, None, "make-administrator", "person", person.id)
    if person.verified_at is None:
        # Whoever made it need not own the address: they shall not wake up as an administrator.
        person.password_hash = None
        end_all_sessions(session, person.id, "made administrator", now)
        links.end(session, person.id, "verify", "sign-in", "reset")
        token = links.make(session, "reset", person.id, email, {}, INVITED_FOR)
        letters.write(session, "administrator", person, links.page(token), name=person.name)
    return person


def revoke_administrator(session: Session, email: str) -> Person:
    """Make somebody an administrator no longer.

    Raises:
        NotFound: nobody has that address.
    """
    person = session.scalars(by_email(email)).one_or_none()
    if person is None:
        raise NotFound
    person.administrator = False
    audit.record(session, None, "revoke-administrator", "person", person.id)
    return person
