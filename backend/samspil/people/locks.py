"""A person's lock: who writes for somebody waits for it, and then sees whether they are erased."""

from __future__ import annotations

import uuid

from sqlalchemy.orm import Session

from samspil.core.errors import NotSignedIn, Problem
from samspil.core.turns import wait_for_turn
from samspil.people.models import Person


def lock_person(
    session: Session, person_id: uuid.UUID, *, erased: type[Problem] = NotSignedIn
) -> Person:
    """Lock a person until the transaction ends; returns them as they are now.

    It comes first in a transaction: before a link, an association, a need. Two people are locked
    in the order of their ids.

    Args:
        session: the transaction.
        person_id: whose.
        erased: what is raised for somebody who has been erased; the default is right for who acts.

    Raises:
        NotSignedIn: or what `erased` says; there is no such person any more.
    """
    wait_for_turn(session, "person", person_id)
    person = session.get(Person, person_id, populate_existing=True)
    if person is None or person.erased_at is not None:
        raise erased
    return person
