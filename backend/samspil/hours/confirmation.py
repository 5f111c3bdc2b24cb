"""What an association does with hours: put them right, confirm or decline them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.associations import queries as associations
from samspil.associations.access import Desk
from samspil.associations.models import Association
from samspil.associations.rules import Standing, may_see_desk
from samspil.core import audit
from samspil.core.auth import Actor
from samspil.core.db import once
from samspil.core.errors import Invalid, NotFound, Stale, must, must_still
from samspil.core.mail import Link
from samspil.hours import queries, rules
from samspil.hours.entries import KIND, lock_entry_and_people
from samspil.hours.models import ONE_A_DAY, HoursEntry
from samspil.hours.rules import AlreadyEntered
from samspil.people.locks import lock_person
from samspil.people.messages import notify
from samspil.people.models import Person
from samspil.signups.models import Signup


class EntryVersion(NamedTuple):
    """An entry, and its length as the reader saw it."""

    id: uuid.UUID
    minutes: int


def lock_to_change(session: Session, actor: Actor, entry_id: uuid.UUID) -> HoursEntry:
    """An entry for who may put it right: its volunteer, and those who run the association.

    Raises:
        NotFound, Forbidden: it is not this person's to change.
        RuleBroken: it would be confirming one's own hours.
        Conflict: it has been answered, or declined.
    """
    # With the person: the rest of their day is counted, and two entries must not grow at once.
    entry = lock_entry_and_people(session, actor, entry_id)
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
    """Change what has been locked by `lock_to_change`.

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
    with once(session, {ONE_A_DAY: AlreadyEntered}):
        for name, value in (dict(values) | {"automatic": False}).items():
            setattr(entry, name, value)
    audit.record(session, actor.id, "change", KIND, entry.id, minutes=minutes)
    return entry


def confirm(
    session: Session, actor: Actor, entry_id: uuid.UUID, minutes: int | None, now: datetime
) -> HoursEntry:
    """Confirm somebody's hours, also after a no. A second time changes nothing.

    `minutes` are as the reader saw them; others are not confirmed unseen.

    Raises:
        NotFound, Forbidden: it is not for this person to confirm.
        RuleBroken: they are one's own.
        Stale: they have been changed since.
    """
    entry = _lock_to_answer(session, actor, entry_id)
    if minutes is not None and minutes != entry.minutes:
        raise Stale
    if entry.status != "confirmed":
        _confirm(session, actor, entry, now)
    return entry


def confirm_all(
    session: Session, actor: Actor, opened: Desk, seen: Sequence[EntryVersion], now: datetime
) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
    """Confirm many that wait; (those confirmed, those left).

    What has been changed, answered or taken back since it was seen is left, and so are one's own.
    """
    lock_person(session, actor.id)
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
    entry = _lock_to_answer(session, actor, entry_id)
    if entry.status == "declined":
        return entry
    entry.status, entry.reason = "declined", reason
    entry.decided_at, entry.decided_by_id, entry.automatic = now, actor.id, False
    session.flush()  # what is read back is what the database keeps
    audit.record(session, actor.id, "decline", KIND, entry.id)
    _mail_decline(session, entry, reason)
    return entry


def _has_a_shift(session: Session, entry: HoursEntry) -> bool:
    if entry.signup_id is None:
        return False
    shift = select(Signup.shift_id).where(Signup.id == entry.signup_id)
    return session.scalar(shift) is not None


def _lock_to_answer(session: Session, actor: Actor, entry_id: uuid.UUID) -> HoursEntry:
    """An entry for those who run the association; others are not told whether there is one."""
    entry = lock_entry_and_people(session, actor, entry_id)
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


def _mail_decline(session: Session, entry: HoursEntry, reason: str) -> None:
    person = None if entry.person_id is None else session.get(Person, entry.person_id)
    if person is not None:
        association = session.get_one(Association, entry.association_id).name
        day = f"{entry.day:%d.%m.%Y}"
        values = {"association": association, "day": day, "reason": reason}
        notify(session, person, "volunteering.hours-declined", Link("/mig/timer"), values)
