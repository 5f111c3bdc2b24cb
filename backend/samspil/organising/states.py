"""What becomes of a need: published, paused, closed, copied for a season, expired, deleted."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from samspil.core import audit, jobs, time
from samspil.core.auth import Actor
from samspil.core.db import new_id
from samspil.core.errors import Invalid, NotFound, must_still
from samspil.core.language import text
from samspil.core.time import local
from samspil.needs.models import Need, Shift
from samspil.needs.rules import LONGEST_PUBLISHED
from samspil.needs.services import count_open_needs, open_until, set_times, where
from samspil.organising import messages as organising_messages
from samspil.organising import queries, rules, shifts, writing
from samspil.organising.access import WritableNeed, notify_managers
from samspil.organising.moderation import KIND
from samspil.organising.rules import RUNNING, NewDays
from samspil.people.models import Person
from samspil.signups import messages, services
from samspil.signups import queries as signups
from samspil.signups import rules as signup_rules
from samspil.signups.models import Seats
from samspil.signups.services import count_shifts, lock_seats


def publish(session: Session, actor: Actor, opened: WritableNeed, now: datetime) -> None:
    """Let everybody see a need, or let one that they see stand for longer.

    Raises:
        Invalid: it lacks what the errors name.
    """
    need = opened.need
    lacking = writing.missing(session, need, opened.association, now)
    if lacking:
        raise Invalid({field: [text(f"need.missing.{field}")] for field in lacking})
    places = writing.towns_of(session, need)
    before, periods = writing.content(need, places), session.execute(queries.periods(need.id)).all()
    if need.status in {"draft", "closed"}:  # else it would be new each time that it is renewed
        need.published_at = now
    need.renewed_at, need.expiry_told_at, need.unsaid = now, None, []
    need.status = "published"
    set_times(need, periods)
    writing.reindex(session, need, opened.association, places)
    if not opened.whole.has_shifts:
        need.status = signup_rules.need_state(need.status, opened.whole.free)
    session.flush()  # what follows is asked of the database
    if opened.whole.has_shifts:
        count_shifts(session, need, now)
    _note(session, actor, opened, "publish", before, now)


def pause(session: Session, actor: Actor, opened: WritableNeed, now: datetime) -> None:
    """Take a need out of the lists for a while; who has signed up stays."""
    _become(session, actor, opened, "paused", "pause", now)


def close(session: Session, actor: Actor, opened: WritableNeed, now: datetime) -> None:
    """End a need: who waits for a place or an answer is told; who has a place keeps it."""
    _become(session, actor, opened, "closed", "close", now)
    let_nobody_wait(session, actor.id, opened.need, now)


def let_nobody_wait(
    session: Session, actor_id: uuid.UUID | None, need: Need, now: datetime
) -> None:
    """Tell those who wait for a place or an answer that none will come. The need is closed."""
    has_shifts = session.scalars(signups.has_shifts(need.id)).one()
    for signup, shift in session.execute(queries.unsettled(need.id)).all():
        at = Seats(need, shift, has_shifts)
        services.end_signup(session, signup, at, "declined", now)
        audit.record(session, actor_id, "decline", "signup", signup.id, need="closed")
        person = session.get_one(Person, signup.person_id)
        messages.notify_person(session, person, "need-closed", at)


def duplicate(
    session: Session, actor: Actor, opened: WritableNeed, values: Mapping[str, Any], now: datetime
) -> tuple[Need, NewDays]:
    """Write a need anew as a draft, for another season, with its shifts and without its people.

    The same id again changes nothing.

    Args:
        session: the transaction.
        actor: who does it.
        opened: as `open_need` gave it.
        values: of DuplicateIn.
        now: the moment of it.

    Returns:
        The draft, and what became of its days.

    Raises:
        Conflict: the id is the need's own, or another association's.
    """
    need, id_ = opened.need, values.get("id")
    must_still(id_ != need.id)
    first, today = values.get("from_day"), local(now).date()
    new_days = rules.next_season(need, first, today)
    season = _last_season(session, need.id)
    if season:
        days = [local(shift.starts_at).date() for shift in season]
        by = rules.shifts_move_by(new_days, first, days, today)
        new_days = replace(new_days, by=by)
    if (before := writing.with_id(session, id_, opened.association)) is not None:
        return before, new_days
    unsaid = list(need.unsaid)
    if not season and shifts.wanted_by_shifts(session, need, now):
        unsaid.append("wanted")  # the shifts that said so stay behind
    copy = writing.add_copy(
        session, need, opened.association, id=id_ or new_id(), unsaid=unsaid, **new_days.days
    )
    audit.record(session, actor.id, "duplicate", KIND, copy.id, of=str(need.id))
    if season and new_days.by is not None:
        _copy_shifts(session, actor, copy, season, new_days.by, now)
    return copy, new_days


def _last_season(session: Session, need_id: uuid.UUID) -> Sequence[Shift]:
    """A need's shifts of the year before its last one, in order; those that were cancelled not."""
    of_need = (Shift.need_id == need_id, Shift.cancelled_at.is_(None))
    last = select(func.max(Shift.starts_at)).where(*of_need).scalar_subquery()
    return session.scalars(
        select(Shift)
        .where(*of_need, Shift.starts_at > last - rules.SEASON)
        .order_by(Shift.starts_at, Shift.id)
        .limit(rules.MOST_COMING)
    ).all()


def _copy_shifts(
    session: Session, actor: Actor, need: Need, season: Sequence[Shift], by: int, now: datetime
) -> None:
    """Add shifts like these to another need, so many days later at the same time of the day.

    Those that would have begun by now are left out.
    """
    days = timedelta(days=by)
    moved = [
        Shift(
            id=new_id(),
            need_id=need.id,
            # On the clock of the place, whatever its time of the year.
            starts_at=local(shift.starts_at) + days,
            ends_at=local(shift.ends_at) + days,
            capacity=shift.capacity,
            minimum_crew=shift.minimum_crew,
            changed_at=now,
        )
        for shift in season
    ]
    if coming := [shift for shift in moved if shift.starts_at > now]:
        shifts.add_all(session, actor, need, coming, now)
        shifts.set_wanted(need, need.wanted)


def remove(session: Session, actor: Actor, opened: WritableNeed) -> None:
    """Delete a draft.

    Raises:
        Conflict: somebody has signed up for it.
    """
    need_id: uuid.UUID = opened.need.id
    must_still(not session.scalars(queries.has_signups(need_id)).one())
    session.execute(delete(Need).where(Need.id == need_id))
    audit.record(session, actor.id, "delete", KIND, need_id)


def _become(
    session: Session, actor: Actor, opened: WritableNeed, status: str, action: str, now: datetime
) -> None:
    before = writing.content(opened.need, writing.towns_of(session, opened.need))
    opened.need.status = status
    session.flush()  # what follows is asked of the database
    _note(session, actor, opened, action, before, now)


def _note(
    session: Session,
    actor: Actor,
    opened: WritableNeed,
    action: str,
    before: Mapping[str, Any],
    now: datetime,
) -> None:
    need = opened.need
    writing.keep_changes(session, actor.id, need, before)
    audit.record(session, actor.id, action, KIND, need.id, was=before["status"], now=need.status)
    count_open_needs(session, now, [need.association_id])


# Needs end by themselves, and those who run their association are warned before.

WARNED_BEFORE: Final = timedelta(days=14)


def perhaps_expired(now: datetime) -> Select[uuid.UUID]:
    """The ids of needs that still run although nobody can sign up any more."""
    return (
        select(Need.id)
        .where(Need.status.in_(RUNNING), Need.open_until <= now)
        .order_by(Need.open_until, Need.id)
    )


def close_expired(session: Session, need_id: uuid.UUID, now: datetime) -> None:
    """Close a need whose time is over, unless somebody has renewed it; a second time does nothing.

    Who waits for a place or an answer is told, as when its association closes it. After a mere
    deadline they go on waiting: people are still answered, and places still passed on.
    """
    try:
        need = lock_seats(session, need_id, None).need
    except NotFound:  # deleted since
        return
    ends = open_until(need, session.execute(queries.periods(need.id)).all(), deadline=None)
    if need.status not in RUNNING or ends is None or ends > now:
        return
    before = writing.content(need, writing.towns_of(session, need))
    need.status = "closed"
    session.flush()  # what follows is asked of the database
    writing.keep_changes(session, None, need, before)
    audit.record(session, None, "expire", KIND, need.id)
    let_nobody_wait(session, None, need, now)


def warn_of_expiry(session: Session, now: datetime) -> int:
    """Mail, once, about needs that will end because they have been shown for long.

    What ends at a date of its own needs no mail: its association has set that date.

    Returns:
        How many needs it was about.
    """
    found = session.scalars(_end_soon(now).with_for_update(skip_locked=True)).all()
    for need in found:
        need.expiry_told_at = now
        # The editors' version stays: nothing of what they write has changed.
        need.updated_at = Need.updated_at
        notify_managers(session, "volunteering.need-expires", need, day=_day(need.open_until))
    return len(found)


def _end_soon(now: datetime) -> Select[Need]:
    since = func.coalesce(Need.renewed_at, Need.published_at)
    return (
        select(Need)
        .where(
            Need.status.in_(RUNNING),
            Need.shown,
            Need.expiry_told_at.is_(None),
            Need.open_until > now,
            Need.open_until <= now + WARNED_BEFORE,
            Need.open_until == since + LONGEST_PUBLISHED,
        )
        .order_by(Need.id)
    )


def _day(moment: datetime | None) -> str:
    return "" if moment is None else f"{local(moment):%d.%m.%Y}"


# Jobs about needs and shifts: end and count needs, warn of their end, remind of shifts.


@jobs.every("7 * * * *", "volunteering.close-needs")
def close_needs(work: jobs.Work) -> None:
    """Close what is over, and count what is open, soon after: what people read shall be right."""
    with work.database.session(writes=False) as session:
        found = session.scalars(perhaps_expired(time.now())).all()
    for need_id in found:
        with work.database.writing.begin() as session:
            close_expired(session, need_id, time.now())
    with work.database.writing.begin() as session:
        count_open_needs(session, time.now())


@jobs.every("17 6 * * *", "volunteering.tell-of-ends")
def warn_of_ends(work: jobs.Work) -> None:
    """Mail associations, in the morning, which needs end within two weeks."""
    with work.database.writing.begin() as session:
        warn_of_expiry(session, time.now())


@jobs.every("37 * * * *", "volunteering.remind-of-shifts")
def remind_of_shifts(work: jobs.Work) -> None:
    """Remind those who come of the shifts of the next day."""
    now = time.now()
    with work.database.writing() as session:
        due = session.execute(queries.soon(now, AHEAD)).all()
    for shift_id, need_id in due:
        # Deleted since, it needs no reminding.
        with contextlib.suppress(NotFound), work.database.writing.begin() as session:
            send_reminders(session, need_id, shift_id, now)


# Reminding who comes of a shift, the day before.

AHEAD: Final = timedelta(hours=24)
# Who has just got the place has just read when it is.
FRESH: Final = timedelta(hours=3)


def is_due(shift: Shift, now: datetime) -> bool:
    """Whether it is soon, will be, and nobody has been reminded of this time of it."""
    soon = now < shift.starts_at <= now + AHEAD
    return soon and shift.cancelled_at is None and shift.reminded_for != shift.starts_at


def send_reminders(
    session: Session, need_id: uuid.UUID, shift_id: uuid.UUID, now: datetime
) -> None:
    """Mail each who has a place, once for each time that the shift is at.

    At the need's lock: nobody is mailed who withdraws or is erased at the same moment.

    Raises:
        NotFound: the shift has been deleted.
    """
    at = lock_seats(session, need_id, shift_id)
    shift = at.shift
    if shift is None or not is_due(shift, now):
        return
    shift.reminded_for = shift.starts_at
    towns = [town.name for town in session.scalars(queries.towns(need_id))]
    for signup, person in session.execute(queries.of_shift(shift_id, ("accepted",))):
        if signup.changed_at <= now - FRESH:
            organising_messages.remind(
                session, at, shift, signup.id, person, lambda: where(at.need, towns)
            )
