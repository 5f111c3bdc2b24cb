"""What volunteers do with their hours: write them down, change them, take them back."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samspil.associations.access import must_still
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Conflict, Invalid, NotFound
from samspil.hours import queries, rules
from samspil.hours.errors import AlreadyEntered
from samspil.hours.models import HoursEntry
from samspil.people.locks import lock_people, lock_person

KIND: Final = "hours"


def enter(session: Session, actor: Actor, values: Mapping[str, Any], now: datetime) -> HoursEntry:
    """Let somebody write down hours they gave, for the association to confirm.

    Args:
        session: the transaction.
        actor: who gave them.
        values: of MyHoursIn.
        now: the day it is.

    Raises:
        Invalid: the association is not one of theirs, or the need, the day or the length not right.
        AlreadyEntered: the hours of that shift stand there.
        Conflict: the id is another entry's.
        NotSignedIn: the person has been erased meanwhile.
    """
    lock_person(session, actor.id)
    before = None if "id" not in values else session.get(HoursEntry, values["id"])
    association_id = _helped(session, actor.id, values["association"])
    if before is not None:
        return _the_same(before, actor.id, association_id)
    day, minutes, need_id = values["day"], values["minutes"], values["need"]
    rules.must_be_a_day_past(day, now)
    _must_be_helped(session, actor.id, association_id, need_id)
    rules.must_fit_the_day(minutes, session.scalars(queries.minutes_on(actor.id, day)).one())
    entry = HoursEntry(
        id=values.get("id") or new_id(),
        association_id=association_id,
        need_id=need_id,
        signup_id=_signup(session, actor.id, need_id, day),
        person_id=actor.id,
        day=day,
        minutes=minutes,
        note=values["note"],
        entered_by="volunteer",
        status="waiting",
        created_at=now,
    )
    add(session, entry)
    audit.record(session, actor.id, "enter", KIND, entry.id, minutes=minutes)
    return entry


def remove(session: Session, actor: Actor, entry_id: uuid.UUID) -> None:
    """Take back what one has entered, while nobody has answered it.

    Raises:
        NotFound: it is not this person's.
        Conflict: it has been answered.
    """
    lock_person(session, actor.id)
    entry = locked(session, entry_id)
    if entry.person_id != actor.id:
        raise NotFound
    must_still(rules.may_be_changed_by_volunteer(entry))
    session.delete(entry)
    session.flush()  # what is asked next is asked of the database
    audit.record(session, actor.id, "remove", KIND, entry_id)


def locked(session: Session, entry_id: uuid.UUID) -> HoursEntry:
    """An entry that nobody else changes until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    entry = session.scalars(
        select(HoursEntry)
        .where(HoursEntry.id == entry_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if entry is None:
        raise NotFound
    return entry


def locked_with_people(session: Session, actor: Actor, entry_id: uuid.UUID) -> HoursEntry:
    """The same, once who acts and whose hours they are have been locked: people come first.

    Raises:
        NotFound: there is none, or whose they are has been erased meanwhile.
    """
    whose = select(HoursEntry.person_id).where(HoursEntry.id == entry_id)
    lock_people(session, actor.id, session.scalar(whose))
    return locked(session, entry_id)


def add(session: Session, entry: HoursEntry) -> None:
    """Write it; the indexes on sign-ups and on ids decide.

    Raises:
        AlreadyEntered: the sign-up has one for that day.
        Conflict: the id is another's.
    """
    try:
        with session.begin_nested():
            session.add(entry)
    except IntegrityError as error:
        if "uq_hours_entries_signup_id_day" in str(error.orig):
            raise AlreadyEntered from error
        raise Conflict from error


def erase(session: Session, person_id: uuid.UUID) -> None:
    """Forget who gave what: what is confirmed stays in the associations' sums, without words."""
    mine = HoursEntry.person_id == person_id
    session.execute(delete(HoursEntry).where(mine, HoursEntry.status != "confirmed"))
    session.execute(update(HoursEntry).where(mine).values(person_id=None, note=""))
    decided = HoursEntry.decided_by_id == person_id
    session.execute(update(HoursEntry).where(decided).values(decided_by_id=None))


def move(session: Session, source_id: uuid.UUID, target_id: uuid.UUID) -> None:
    """Give one association's hours to the one it was merged into."""
    session.execute(
        update(HoursEntry)
        .where(HoursEntry.association_id == source_id)
        .values(association_id=target_id)
    )


def _helped(session: Session, person_id: uuid.UUID, slug: str) -> uuid.UUID:
    for row in session.execute(queries.helped(person_id)):
        if row.slug == slug:
            found: uuid.UUID = row.id
            return found
    raise Invalid.field("association", "field.hours.association")


def _must_be_helped(
    session: Session, person_id: uuid.UUID, association_id: uuid.UUID, need_id: uuid.UUID | None
) -> None:
    if need_id is None:
        return
    helped = session.execute(queries.needs_helped(person_id)).all()
    if (association_id, need_id) not in {(row.association_id, row.id) for row in helped}:
        raise Invalid.field("need", "field.hours.need")


def _signup(
    session: Session, person_id: uuid.UUID, need_id: uuid.UUID | None, day: date
) -> uuid.UUID | None:
    """Which of the person's shifts the hours are for; else none, as many as they like a day.

    Raises:
        AlreadyEntered: the hours of every shift they had that day stand there.
    """
    if need_id is None:
        return None
    shifts = session.scalars(queries.signup_on(person_id, need_id, day)).all()
    entered = {one: session.scalar(queries.for_signup(one, day)) for one in shifts}
    for signup_id, entry_id in entered.items():
        if entry_id is None:
            return signup_id
    if entered:
        raise AlreadyEntered(entry=next(iter(entered.values())))
    return None


def _the_same(before: HoursEntry, person_id: uuid.UUID, association_id: uuid.UUID) -> HoursEntry:
    """What the same words made before; a client's id stands for one entry alone."""
    if (before.person_id, before.association_id) != (person_id, association_id):
        raise Conflict
    return before
