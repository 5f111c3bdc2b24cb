"""Hours that an association enters: by hand for who had a place, and by noting who came."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.associations.access import Opened
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import AnySelect, new_id
from samspil.core.errors import Conflict, Invalid, RuleBroken
from samspil.hours import queries, rules
from samspil.hours.errors import AlreadyEntered
from samspil.hours.models import HoursEntry
from samspil.hours.services import KIND, add
from samspil.needs.models import Need, Shift
from samspil.people.locks import lock_people
from samspil.signups.models import Signup
from samspil.signups.rules import HOLDING


def enter(
    session: Session, actor: Actor, opened: Opened, values: Mapping[str, Any], now: datetime
) -> HoursEntry:
    """Enter the hours of somebody who had a place; that confirms them, but for one's own.

    Args:
        session: the transaction.
        actor: who runs the association.
        opened: the association.
        values: of DeskHoursIn; a shift says itself on which day and how long.
        now: the day it is.

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
    add(session, entry)
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
