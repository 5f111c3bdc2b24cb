"""Hours as they are entered: by volunteers, by associations, and by noting who came."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from samspil.associations.access import Desk
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import AnySelect, add_once, new_id
from samspil.core.errors import Conflict, Invalid, NotFound, RuleBroken, must_still
from samspil.hours import queries, rules
from samspil.hours.models import ONE_A_DAY, HoursEntry
from samspil.hours.rules import AlreadyEntered
from samspil.needs.models import Need, Shift
from samspil.people.locks import lock_people, lock_person
from samspil.signups.models import Signup
from samspil.signups.rules import HOLDING

KIND: Final = "hours"


def enter(session: Session, actor: Actor, values: Mapping[str, Any], now: datetime) -> HoursEntry:
    """Write down hours that a volunteer gave, for the association to confirm.

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
        if (before.person_id, before.association_id) != (actor.id, association_id):
            raise Conflict
        return before
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
    add_once(session, entry, errors={ONE_A_DAY: AlreadyEntered})
    audit.record(session, actor.id, "enter", KIND, entry.id, minutes=minutes)
    return entry


def remove(session: Session, actor: Actor, entry_id: uuid.UUID) -> None:
    """Take back what one has entered, while nobody has answered it.

    Raises:
        NotFound: it is not this person's.
        Conflict: it has been answered.
    """
    lock_person(session, actor.id)
    entry = lock_entry(session, entry_id)
    if entry.person_id != actor.id:
        raise NotFound
    must_still(rules.may_be_changed_by_volunteer(entry))
    session.delete(entry)
    session.flush()  # what is asked next is asked of the database
    audit.record(session, actor.id, "remove", KIND, entry_id)


def lock_entry(session: Session, entry_id: uuid.UUID) -> HoursEntry:
    """Lock an entry until the transaction ends.

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


def lock_entry_and_people(session: Session, actor: Actor, entry_id: uuid.UUID) -> HoursEntry:
    """Lock an entry, once who acts and whose hours they are have been locked: people come first.

    Raises:
        NotFound: there is none, or whose they are has been erased meanwhile.
    """
    whose = select(HoursEntry.person_id).where(HoursEntry.id == entry_id)
    lock_people(session, actor.id, session.scalar(whose))
    return lock_entry(session, entry_id)


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


# Hours that an association enters: by hand for who had a place, and by noting who came.


def enter_for_volunteer(
    session: Session, actor: Actor, opened: Desk, values: Mapping[str, Any], now: datetime
) -> HoursEntry:
    """Enter the hours of somebody who had a place; that confirms them, but for one's own.

    A shift says itself on which day and how long.

    Raises:
        Invalid: the sign-up is not one of the association's, or day or length are missing or wrong.
        RuleBroken: the person had no place.
        AlreadyEntered: they stand there for that day.
        Conflict: the id is another entry's.
    """
    found = session.execute(_place(values["signup"], opened.association.id)).one_or_none()
    if found is None or found.Signup.person_id is None:
        raise Invalid.field("signup", "field.hours.signup")
    person_id = found.Signup.person_id
    lock_people(session, actor.id, person_id)
    before = None if "id" not in values else session.get(HoursEntry, values["id"])
    if before is not None:
        if before.signup_id != found.Signup.id:
            raise Conflict
        return before
    if found.Signup.status not in HOLDING:
        raise RuleBroken("no-place")
    day, minutes = _when(found.Shift, values)
    rules.must_be_a_day_past(day, now)
    standing = session.scalar(queries.for_signup(found.Signup.id, day))
    if standing is not None:
        raise AlreadyEntered(entry=standing)
    rules.must_fit_the_day(minutes, session.scalars(queries.minutes_on(person_id, day)).one())
    entry = HoursEntry(
        id=values.get("id") or new_id(),
        association_id=opened.association.id,
        need_id=found.Signup.need_id,
        signup_id=found.Signup.id,
        person_id=person_id,
        day=day,
        minutes=minutes,
        note=values["note"],
        entered_by="association",
        created_at=now,
        **_decision(person_id, actor.id, now),
    )
    add_once(session, entry, errors={ONE_A_DAY: AlreadyEntered})
    audit.record(session, actor.id, "enter", KIND, entry.id, minutes=minutes)
    return entry


def follow_attendance(
    session: Session, signup_id: uuid.UUID, came: bool, by: uuid.UUID, now: datetime
) -> None:
    """Write down a shift's hours for somebody who came; take them back from one who did not.

    What people have entered or changed themselves stays as it is.
    """
    found = session.execute(_place(signup_id, None)).one()
    person_id, shift = found.Signup.person_id, found.Shift
    if person_id is None or shift is None:
        return
    day = rules.day_of(shift)
    standing = session.scalars(
        select(HoursEntry)
        .where(HoursEntry.signup_id == signup_id, HoursEntry.day == day)
        .with_for_update()
    ).one_or_none()
    if came and standing is None:
        entry = HoursEntry(
            association_id=found.association_id,
            need_id=found.Signup.need_id,
            signup_id=signup_id,
            person_id=person_id,
            day=day,
            minutes=rules.minutes_of(shift),
            entered_by="association",
            automatic=True,
            created_at=now,
            **_decision(person_id, by, now),
        )
        session.add(entry)
        session.flush()  # its id is made now
        audit.record(session, by, "enter", KIND, entry.id, minutes=entry.minutes)
    elif not came and standing is not None and standing.automatic:
        session.delete(standing)
        session.flush()  # what is asked next is asked of the database
        audit.record(session, by, "remove", KIND, standing.id)


def _place(signup_id: uuid.UUID, association_id: uuid.UUID | None) -> AnySelect:
    rows = (
        select(Signup, Shift, Need.association_id)
        .join(Need, Need.id == Signup.need_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(Signup.id == signup_id)
    )
    return rows if association_id is None else rows.where(Need.association_id == association_id)


def _when(shift: Shift | None, values: Mapping[str, Any]) -> tuple[date, int]:
    day, minutes = values.get("day"), values.get("minutes")
    if shift is not None:
        theirs = rules.day_of(shift)
        if day not in {None, theirs}:
            raise Invalid.field("day", "field.hours.shift-day")
        return theirs, minutes or rules.minutes_of(shift)
    if day is None or minutes is None:
        missing = "day" if day is None else "minutes"
        raise Invalid.field(missing, "field.required")
    return day, minutes


def _decision(person_id: uuid.UUID, by: uuid.UUID, now: datetime) -> dict[str, Any]:
    if rules.first_status(person_id, by) == "waiting":
        return {"status": "waiting"}
    return {"status": "confirmed", "decided_by_id": by, "decided_at": now}
