"""Looking for what is left of people who have been erased.

Nothing is: who writes for a person takes their lock, and the database refuses their id. Should a
mistake of ours leave something all the same, it goes the next night, and we hear of it.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.core.privacy import Someone, erase, left_of
from samspil.people.models import Person

LOOKED_FOR: Final = timedelta(days=35)


class SomethingWasLeft(Exception):  # noqa: N818  # a state of affairs
    """The job's word to the operator: what has been erased late, by table and count alone."""


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
    someone = Someone(person.id, "", "")
    found = Counter(left_of(session, someone))
    if found:
        erase(session, someone, person.erased_at)
    return found
