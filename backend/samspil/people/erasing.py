"""Erasing an account: asked for on the page, confirmed by a mailed link, done at once and for good.

What is erased and what stays is said by each domain's `privacy.py`; here stands only who may ask.
Nothing is mailed afterwards: it would be kept.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.errors import RuleBroken
from samspil.core.privacy import Ending, Occasion, Someone, end_keys, erase
from samspil.people import letters, links
from samspil.people.accounts import must_know_password, owner
from samspil.people.addresses import may_be_undone
from samspil.people.errors import LinkGone
from samspil.people.models import Link, Person
from samspil.people.sessions import lock_actor

VALID: Final = timedelta(hours=1)


def someone(person: Person) -> Someone:
    """The person as the registry of what is kept asks about them."""
    if person.email is None:
        raise LinkGone
    return Someone(person.id, person.email, person.name, letters.language_of(person))


def ask_to_erase(session: Session, actor: Actor, password: str | None) -> None:
    """Mail the link that erases an account; who has a password must know it.

    Raises:
        Invalid: it is not theirs.
        RuleBroken: whoever had the account last week may still take it back.
    """
    person = lock_actor(session, actor)
    if may_be_undone(session, person.id):
        raise RuleBroken("address-just-changed")
    if person.password_hash is not None:
        must_know_password(person, password or "", "password")
    audit.record(session, person.id, "ask-to-erase", "person", person.id)
    token = links.make(session, "erase", person.id, actor.email, {}, VALID)
    letters.write(session, "erase", person, links.page(token), name=person.name)


def _look(session: Session, link: Link, given: links.Given) -> dict[str, Any]:
    del given
    return {"name": owner(session, link).name}


def _use(session: Session, link: Link, given: links.Given) -> links.Used:
    person = owner(session, link)
    audit.record(session, person.id, "erase", "person", person.id)
    end_keys(session, Ending(person.id, Occasion.ERASURE, given.now))
    erase(session, someone(person), given.now)
    return links.Used(sign_out=True)


links.purpose("erase", look=_look, use=_use)
