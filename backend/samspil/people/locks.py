"""Locks of people: who writes for somebody waits for theirs, then sees whether they are erased.

Two things keep what is erased erased. Whoever writes for a person, or what is theirs, takes this
lock; erasing takes it first of all. And the database itself refuses a row with the id of somebody
erased, whoever writes it; a trigger on every table with a person sees to that.

The order of locks is one everywhere: people by their ids, then a link, an association, a need, and
single rows last. Telling somebody else of it by mail needs no lock of theirs.
"""

from __future__ import annotations

import uuid

from sqlalchemy.orm import Session

from samspil.core.db import advisory_lock
from samspil.core.errors import NotFound, NotSignedIn, Problem
from samspil.people.models import Person


def lock_person(
    session: Session, person_id: uuid.UUID, *, erased: type[Problem] = NotSignedIn
) -> Person:
    """Lock a person until the transaction ends; returns them as they are now.

    It comes first in a transaction: before a link, an association, a need. Two people are locked
    in the order of their ids: `lock_people`.

    Raises:
        NotSignedIn: there is no such person any more; `erased` is for others than who acts.
    """
    person = lock_if_there(session, person_id)
    if person is None:
        raise erased
    return person


def lock_if_there(session: Session, person_id: uuid.UUID) -> Person | None:
    """The same for jobs, which leave it at that when somebody has been erased: None."""
    advisory_lock(session, "person", person_id)
    person = session.get(Person, person_id, populate_existing=True)
    return None if person is None or person.erased_at is not None else person


def lock_people(session: Session, actor_id: uuid.UUID, *others: uuid.UUID | None) -> None:
    """Lock who acts and those it is done to, where there are any, in the order of their ids.

    Raises:
        NotSignedIn: who acts has been erased.
        NotFound: one of the others has.
    """
    for person_id in sorted({actor_id, *(one for one in others if one is not None)}):
        erased = NotSignedIn if person_id == actor_id else NotFound
        lock_person(session, person_id, erased=erased)
