"""What of hours waits for those who run an association."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.core.auth import Actor
from samspil.core.inbox import Entry, InboxKind, Waiting, gathered
from samspil.hours.models import HoursEntry
from samspil.needs.models import Need
from samspil.people.models import Person
from samspil.signups.inbox import first_of_each, managed_by

WAITING: Final = "hours.waiting"


def waiting(session: Session, actor: Actor, _now: datetime) -> Sequence[Waiting]:
    """Hours that volunteers have entered, and nobody has answered; not one's own."""
    rows = (
        select(
            Association.slug,
            Association.name,
            HoursEntry.id,
            HoursEntry.created_at,
            HoursEntry.minutes,
            Person.name.label("who"),
            Need.title,
        )
        .join(Association, Association.id == HoursEntry.association_id)
        .join(Person, Person.id == HoursEntry.person_id)
        .outerjoin(Need, Need.id == HoursEntry.need_id)
        .where(managed_by(actor), HoursEntry.status == "waiting", HoursEntry.person_id != actor.id)
    )
    return gathered(
        WAITING,
        (
            (
                row.waits,
                row.created_at,
                (row.slug, row.name),
                Entry(id=row.id, title=row.who, about=row.title or "", number=row.minutes),
            )
            for row in session.execute(first_of_each(rows, HoursEntry.created_at))
        ),
    )


INBOX: Final = (InboxKind(WAITING, waiting),)
