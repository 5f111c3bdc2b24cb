"""What an association does with hours: enter them, put them right, confirm or decline them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from samspil.associations import queries as associations
from samspil.associations.access import Opened, must, must_still
from samspil.associations.models import Association
from samspil.associations.rules import Standing, may_see_desk
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Conflict, Invalid, NotFound, RuleBroken, Stale
from samspil.core.language import Language
from samspil.core.mail import Letter, Link, send
from samspil.people.models import Person
from samspil.volunteering.hours import letters, queries, rules  # noqa: F401  # the mail's kind
from samspil.volunteering.hours.errors import AlreadyEntered
from samspil.volunteering.hours.models import HoursEntry
from samspil.volunteering.hours.services import KIND, add, locked, turn_of
from samspil.volunteering.models import Need, Shift, Signup
from samspil.volunteering.signups.rules import HOLDING


class Seen(NamedTuple):
    """An entry, and its length as it was seen."""

    id: uuid.UUID
    minutes: int


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
    turn_of(session, person_id)
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


def to_change(session: Session, actor: Actor, entry_id: uuid.UUID) -> HoursEntry:
    """An entry for who may put it right: its volunteer, and those who run the association.

    Raises:
        NotFound, Forbidden: it is not this person's to change.
        RuleBroken: it would be confirming one's own hours.
        Conflict: it has been answered, or declined.
    """
    entry = locked(session, entry_id)
    mine = entry.person_id == actor.id
    if mine and rules.may_be_changed_by_volunteer(entry):
        return entry
    standing = _standing(session, actor, entry)
    if not (mine or may_see_desk(standing)):
        raise NotFound
    must(mine or standing.runs_it)
    must_still(standing.runs_it and entry.status != "declined")
    rules.must_not_be_own(entry.person_id, actor.id)
    return entry


def change(
    session: Session, actor: Actor, entry: HoursEntry, values: Mapping[str, Any], now: datetime
) -> HoursEntry:
    """Change what has been opened `to_change`.

    Raises:
        Invalid: day or length are wrong.
        Forbidden: the words are the volunteer's own.
    """
    day = values.get("day", entry.day)
    minutes = values.get("minutes", entry.minutes)
    if day != entry.day:
        rules.must_be_a_day_past(day, now)
        if _has_a_shift(session, entry):
            raise Invalid.field("day", "field.hours.shift-day")
    if entry.person_id is not None:
        others = session.scalars(queries.minutes_on(entry.person_id, day, entry.id)).one()
        rules.must_fit_the_day(minutes, others)
    if entry.entered_by == "volunteer":
        must(entry.person_id == actor.id or values.get("note", entry.note) == entry.note)
    try:
        with session.begin_nested():
            for name, value in (dict(values) | {"automatic": False}).items():
                setattr(entry, name, value)
    except IntegrityError as error:
        raise AlreadyEntered from error
    audit.record(session, actor.id, "change", KIND, entry.id, minutes=minutes)
    return entry


def confirm(
    session: Session, actor: Actor, entry_id: uuid.UUID, minutes: int | None, now: datetime
) -> HoursEntry:
    """Confirm somebody's hours, also after a no. A second time changes nothing.

    Args:
        session: the transaction.
        actor: who runs the association.
        entry_id: which.
        minutes: as they were seen; others are not confirmed unseen.
        now: when.

    Raises:
        NotFound, Forbidden: it is not for this person to confirm.
        RuleBroken: they are one's own.
        Stale: they have been changed since.
    """
    entry = _to_answer(session, actor, entry_id)
    if minutes is not None and minutes != entry.minutes:
        raise Stale
    if entry.status != "confirmed":
        _confirm(session, actor, entry, now)
    return entry


def confirm_all(
    session: Session,
    actor: Actor,
    opened: Opened,
    seen: Sequence[Seen],
    now: datetime,
) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
    """Confirm many that wait; (those confirmed, those left).

    What has been changed, answered or taken back since it was seen is left, and so are one's own.
    """
    minutes = {one.id: one.minutes for one in seen}
    waiting = session.scalars(
        select(HoursEntry)
        .where(
            HoursEntry.id.in_(minutes),
            HoursEntry.association_id == opened.association.id,
            HoursEntry.status == "waiting",
            HoursEntry.person_id != actor.id,
        )
        .order_by(HoursEntry.id)  # or two could wait for each other
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    confirmed = [entry for entry in waiting if entry.minutes == minutes[entry.id]]
    for entry in confirmed:
        _confirm(session, actor, entry, now)
    done = [entry.id for entry in confirmed]
    return done, [one for one in minutes if one not in set(done)]


def decline(
    session: Session, actor: Actor, entry_id: uuid.UUID, reason: str, now: datetime
) -> HoursEntry:
    """Say no to somebody's hours, also after a yes, and tell them why. Twice changes nothing.

    Raises:
        NotFound, Forbidden: it is not for this person to say.
        RuleBroken: they are one's own.
    """
    entry = _to_answer(session, actor, entry_id)
    if entry.status == "declined":
        return entry
    entry.status, entry.reason = "declined", reason
    entry.decided_at, entry.decided_by_id, entry.automatic = now, actor.id, False
    session.flush()  # what is read back is what the database keeps
    audit.record(session, actor.id, "decline", KIND, entry.id)
    _tell(session, entry, reason)
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


def _place(signup_id: uuid.UUID, association_id: uuid.UUID | None) -> Any:
    rows = (
        select(Signup, Shift, Need.association_id)
        .join(Need, Need.id == Signup.need_id)
        .outerjoin(Shift, Shift.id == Signup.shift_id)
        .where(Signup.id == signup_id)
    )
    return rows if association_id is None else rows.where(Need.association_id == association_id)


def _when(shift: Shift | None, values: Mapping[str, Any]) -> Any:
    day, minutes = values.get("day"), values.get("minutes")
    if shift is not None:
        theirs = rules.day_of(shift)
        if day not in {None, theirs}:
            raise Invalid.field("day", "field.hours.shift-day")
        return theirs, minutes or rules.minutes_of(shift)
    for name in ("day", "minutes"):
        if values.get(name) is None:
            raise Invalid.field(name, "field.required")
    return day, minutes


def _decision(person_id: uuid.UUID, by: uuid.UUID, now: datetime) -> dict[str, Any]:
    if rules.first_status(person_id, by) == "waiting":
        return {"status": "waiting"}
    return {"status": "confirmed", "decided_by_id": by, "decided_at": now}


def _has_a_shift(session: Session, entry: HoursEntry) -> bool:
    if entry.signup_id is None:
        return False
    shift = select(Signup.shift_id).where(Signup.id == entry.signup_id)
    return session.scalar(shift) is not None


def _to_answer(session: Session, actor: Actor, entry_id: uuid.UUID) -> HoursEntry:
    """An entry for those who run the association; others are not told whether there is one."""
    entry = locked(session, entry_id)
    standing = _standing(session, actor, entry)
    if not may_see_desk(standing):
        raise NotFound
    must(standing.runs_it)
    rules.must_not_be_own(entry.person_id, actor.id)
    return entry


def _standing(session: Session, actor: Actor, entry: HoursEntry) -> Standing:
    return Standing.of(actor, session.scalar(associations.role_of(actor.id, entry.association_id)))


def _confirm(session: Session, actor: Actor, entry: HoursEntry, now: datetime) -> None:
    entry.status, entry.reason = "confirmed", None
    entry.decided_at, entry.decided_by_id = now, actor.id
    session.flush()  # what is read back is what the database keeps
    audit.record(session, actor.id, "confirm", KIND, entry.id)


def _tell(session: Session, entry: HoursEntry, reason: str) -> None:
    person = None if entry.person_id is None else session.get(Person, entry.person_id)
    if person is None or person.email is None:
        return
    association = session.get_one(Association, entry.association_id)
    letter = Letter(
        person.email,
        cast(Language, person.language),
        "volunteering.hours-declined",
        {
            "association": association.name,
            "day": f"{entry.day:%d.%m.%Y}",
            "reason": reason,
        },
        action=Link("/mig/timer"),
        person_id=person.id,
    )
    send(session, letter)
