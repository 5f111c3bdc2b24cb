"""Erasure of an account: requested on the page, confirmed by a mailed link, done at once for good.

What is erased and what stays is said by each domain's `privacy.py`; here stands only who may ask,
and the look for what is left. Nothing is mailed afterwards: it would be kept.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.core import audit, jobs, time
from samspil.core.auth import Actor
from samspil.core.errors import RuleBroken
from samspil.core.privacy import Ending, Occasion, Someone, end_keys, erase, rows_left
from samspil.people import links
from samspil.people.accounts import must_know_password, owner
from samspil.people.email_change import may_be_undone
from samspil.people.messages import language_of, notify
from samspil.people.models import Link, Person
from samspil.people.rules import LinkGone
from samspil.people.sessions import lock_actor

log = structlog.get_logger()

VALID: Final = timedelta(hours=1)
LOOKED_FOR: Final = timedelta(days=35)


def someone(person: Person) -> Someone:
    """The person as the registry of what is kept asks about them."""
    if person.email is None:
        raise LinkGone
    return Someone(person.id, person.email, person.name, language_of(person))


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
    notify(session, person, "people.erase", links.page(token), {"name": person.name})


def _look(session: Session, link: Link, form: links.Form) -> dict[str, Any]:
    del form
    return {"name": owner(session, link).name}


def _use(session: Session, link: Link, form: links.Form) -> links.Result:
    person = owner(session, link)
    audit.record(session, person.id, "erase", "person", person.id)
    end_keys(session, Ending(person.id, Occasion.ERASURE, form.now))
    erase(session, someone(person), form.now)
    return links.Result(sign_out=True)


LINKS: Final = (links.Purpose("erase", look=_look, use=_use),)


# What is left of people who have been erased. Nothing is: who writes for a person takes
# their lock, and the database refuses their id. Should a mistake of ours leave something all the
# same, it goes the next night, and the operator hears of it.


class SomethingWasLeft(Exception):  # noqa: N818  # a state of affairs
    """Rows of erased people were found, and erased; the text says how many of which table."""


@jobs.every("11 4 * * *", "people.look-for-leftovers")
def erase_leftovers(work: jobs.Work) -> None:
    """Erase what is left of people who have been erased lately, and report that there was any.

    Raises:
        SomethingWasLeft: so that `samspil jobs` shows this one as failed; it is erased by then.
    """
    with work.database.writing() as session:
        erased = erased_lately(session, time.now())
    found: Counter[str] = Counter()
    for person_id in erased:
        with work.database.writing.begin() as session:
            found += erase_again(session, person_id)
    if found:
        log.error("left of erased people", **found)
        raise SomethingWasLeft(", ".join(f"{name}: {found[name]}" for name in found))


def erased_lately(session: Session, now: datetime) -> Sequence[uuid.UUID]:
    """Who has been erased in the last weeks."""
    lately = select(Person.id).where(Person.erased_at > now - LOOKED_FOR)
    return session.scalars(lately.order_by(Person.id)).all()


def erase_again(session: Session, person_id: uuid.UUID) -> Counter[str]:
    """Erase what is left of somebody; returns how many rows there were, by table.

    Only what has their id can be found: their address is not known any more.
    """
    person = session.get_one(Person, person_id)
    if person.erased_at is None:
        return Counter()
    nameless = Someone(person.id, "", "")
    found = Counter(rows_left(session, nameless))
    if found:
        erase(session, nameless, person.erased_at)
    return found
