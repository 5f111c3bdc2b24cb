"""What associations do with shifts: plan, change, cancel and remove them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from samspil.associations import queries as associations
from samspil.associations.access import look_at_desk
from samspil.associations.rules import Standing, may_see_desk
from samspil.core import audit, jobs
from samspil.core.auth import Actor
from samspil.core.db import add_once, new_id
from samspil.core.errors import Conflict, Invalid, NotFound, RuleBroken, must
from samspil.core.time import local
from samspil.needs.models import Need, Shift
from samspil.needs.services import set_times
from samspil.organising import messages, queries, rules
from samspil.organising.access import WritableNeed
from samspil.organising.rules import Occasion
from samspil.people.locks import lock_person
from samspil.signups import queries as signups
from samspil.signups import services
from samspil.signups.models import Seats
from samspil.signups.rules import need_state
from samspil.signups.services import COUNT_OPEN_NEEDS, count_shifts, lock_seats, need_of_shift

KIND: Final = "shift"


def must_plan(session: Session, actor: Actor, need_id: uuid.UUID) -> None:
    """Go on only with who runs the association whose need it is.

    Raises:
        NotFound: there is no such need, or it is not this person's to know of.
        Forbidden: the person takes part in the association, but does not run it.
    """
    whose = session.scalar(select(Need.association_id).where(Need.id == need_id))
    if whose is None:
        raise NotFound
    standing = Standing.of(actor, session.scalar(associations.role_of(actor.id, whose)))
    if not may_see_desk(standing):
        raise NotFound
    must(standing.runs_it)


def lock_need(session: Session, actor: Actor, need_id: uuid.UUID) -> Need:
    """A need whose shifts somebody changes; nobody else does until the transaction ends.

    Raises:
        NotFound, Forbidden: as `must_plan`.
    """
    lock_person(session, actor.id)
    must_plan(session, actor, need_id)
    return lock_seats(session, need_id, None).need


def lock_shift(session: Session, actor: Actor, shift_id: uuid.UUID) -> Seats:
    """A shift that somebody changes, and its places; nobody else does until the transaction ends.

    Raises:
        NotFound, Forbidden: as `must_plan`.
    """
    lock_person(session, actor.id)
    need_id = need_of_shift(session, shift_id)
    must_plan(session, actor, need_id)
    return lock_seats(session, need_id, shift_id)


def add(
    session: Session, actor: Actor, need_id: uuid.UUID, values: Mapping[str, Any], now: datetime
) -> Shift:
    """Add a shift; the same id again changes nothing.

    Raises:
        NotFound, Forbidden: the need is not this person's to plan.
        Invalid: times and numbers do not go together, or it would have begun.
        RuleBroken: the need has very many.
        Conflict: the id is another shift's.
    """
    need = lock_need(session, actor, need_id)
    before = session.get(Shift, values["id"]) if "id" in values else None
    if before is not None:
        if before.need_id != need_id:
            raise Conflict
        return before
    shift = Shift(**{"id": new_id(), "need_id": need_id, "changed_at": now, **values})
    rules.must_be_to_come(shift.starts_at, now)
    rules.must_be_consistent(shift)
    rules.must_not_be_too_many(session.scalars(queries.coming(need_id, now)).one() + 1)
    add_all(session, actor, need, [shift], now)
    return shift


def weekly(
    session: Session, need_id: uuid.UUID, values: Mapping[str, Any], now: datetime
) -> list[Occasion]:
    """The dates to come of a weekly shift, and what speaks against each.

    Args:
        session: the transaction.
        need_id: the need.
        values: of WeeklyIn.
        now: what has begun by then is not among them.
    """
    dates = rules.weekly(
        values["weekdays"], values["starts"], values["ends"], values["from_"], values["until"]
    )
    there = set(session.scalars(queries.periods(need_id)))
    occasions = []
    for period in dates:
        if period.starts_at > now:
            exists = period.starts_at in there
            skip = values["skip_holidays"]
            occasions.append(rules.occasion(period, exists, skip_holidays=skip))
    return occasions


def add_weekly(
    session: Session, actor: Actor, need_id: uuid.UUID, values: Mapping[str, Any], now: datetime
) -> tuple[list[Occasion], int]:
    """Add a shift on each date of a week's pattern, but where the need has one; (dates, how many).

    Raises:
        NotFound, Forbidden: the need is not this person's to plan.
        Invalid: the numbers do not go together.
        RuleBroken: the need would have very many.
    """
    need = lock_need(session, actor, need_id)
    capacity, minimum_crew = values["capacity"], values.get("minimum_crew")
    rules.must_have_room(capacity, minimum_crew)
    dates = weekly(session, need_id, values, now)
    wanted = [date for date in dates if date.wanted]
    rules.must_not_be_too_many(session.scalars(queries.coming(need_id, now)).one() + len(wanted))
    if values["dry_run"]:
        return dates, 0
    added = [
        Shift(
            id=new_id(),
            need_id=need_id,
            starts_at=date.period.starts_at,
            ends_at=date.period.ends_at,
            capacity=capacity,
            minimum_crew=minimum_crew,
            changed_at=now,
        )
        for date in wanted
    ]
    add_all(session, actor, need, added, now)
    return dates, len(added)


@dataclass(frozen=True, slots=True)
class Copied:
    """A shift of one week, and when it would be in another."""

    shift: Shift
    need: Need
    occasion: Occasion


def copy_week(
    session: Session, actor: Actor, slug: str, values: Mapping[str, Any], now: datetime
) -> tuple[list[Copied], int]:
    """Plan the shifts of one week anew in another, at the same times; (dates, how many).

    Left out are cancelled shifts, closed needs and what would have begun; where a need has a shift
    then already, none is added, so that a second time changes nothing.

    Args:
        session: the transaction.
        actor: who plans.
        slug: the association's.
        values: of CopyWeekIn.
        now: the present.

    Raises:
        NotFound, Forbidden: the association is not this person's to plan for.
        RuleBroken: there would be very many.
    """
    lock_person(session, actor.id)
    desk = look_at_desk(session, actor, slug)
    must(desk.standing.runs_it)
    week = rules.week_of(values["from_"])
    found = session.execute(queries.planned_in_week(desk.association.id, week)).all()
    rules.must_not_be_too_many_to_copy(len(found))
    # In the order of their ids, or two who copy at once could each wait for the other.
    needs = dict(sorted({need.id: need for _, need in found}.items()))
    if not values["dry_run"]:
        needs = {need_id: lock_seats(session, need_id, None).need for need_id in needs}
    there = {need_id: set(session.scalars(queries.periods(need_id))) for need_id in needs}
    copies = []
    for shift, need in found:
        period = rules.moved(shift.starts_at, shift.ends_at, values["to"] - values["from_"])
        if period.starts_at > now:
            exists = period.starts_at in there[need.id]
            occasion = rules.occasion(period, exists, skip_holidays=values["skip_holidays"])
            copies.append(Copied(shift, need, occasion))
    wanted: dict[uuid.UUID, list[Shift]] = defaultdict(list)
    for one in copies:
        if one.occasion.wanted:
            wanted[one.need.id].append(_copy(one, now))
    for need_id, added in wanted.items():
        coming = session.scalars(queries.coming(need_id, now)).one()
        rules.must_not_be_too_many(coming + len(added))
        if not values["dry_run"]:
            add_all(session, actor, needs[need_id], added, now)
    return copies, 0 if values["dry_run"] else sum(len(added) for added in wanted.values())


def _copy(of: Copied, now: datetime) -> Shift:
    period = of.occasion.period
    return Shift(
        id=new_id(),
        need_id=of.need.id,
        starts_at=period.starts_at,
        ends_at=period.ends_at,
        capacity=of.shift.capacity,
        minimum_crew=of.shift.minimum_crew,
        changed_at=now,
    )


def version(at: Seats) -> datetime:
    """When the shift was last changed by its association."""
    return _shift_of(at).changed_at


def edit(
    session: Session, actor: Actor, at: Seats, values: Mapping[str, Any], now: datetime
) -> None:
    """Change a shift; more room goes to who waits, and of another time all are told.

    Args:
        session: the transaction.
        actor: who changes it.
        at: as `lock_shift` gave it.
        values: of ShiftChangesIn; what is not among them stays.
        now: the present.

    Raises:
        RuleBroken: it has begun, or is cancelled.
        Invalid: times and numbers do not go together, or fewer places are left than are taken.
    """
    shift = _shift_of(at)
    rules.must_be_planned(shift, now)
    before = _content(shift)
    was = shift.starts_at, shift.ends_at
    with session.no_autoflush:  # the database would name its constraint, not the field
        for name, value in values.items():
            setattr(shift, name, value)
        rules.must_be_to_come(shift.starts_at, now)
        rules.must_be_consistent(shift)
    changed = audit.record_change(session, KIND, shift.id, actor.id, before, _content(shift))
    if not changed:
        return
    shift.changed_at = now
    session.flush()  # who is next, and when the need is on, is asked of the database
    audit.record(session, actor.id, "edit", KIND, shift.id, fields=sorted(changed))
    _update_need(session, at.need, now)
    if changed & {"starts_at", "ends_at"}:
        _move_offers(session, at, now)
        messages.notify_of_move(session, at, shift, was)
    services.offer_free_places(session, at, now)


def cancel(session: Session, actor: Actor, at: Seats, message: str, now: datetime) -> None:
    """Cancel a shift and tell all who have signed up; a second time changes nothing.

    Raises:
        RuleBroken: it has begun.
    """
    shift = _shift_of(at)
    if shift.cancelled_at is not None:
        return
    rules.must_be_planned(shift, now)
    shift.cancelled_at = shift.changed_at = now
    session.flush()  # what is asked next is asked of the database
    audit.record(session, actor.id, "cancel", KIND, shift.id)
    _note(session, actor, at.need, "cancel-shift", shift)
    _update_need(session, at.need, now)
    for signup, _ in session.execute(queries.of_shift(shift.id, ("waitlisted",))):
        services.end_offer(session, signup, at, now)
    messages.notify_of_cancellation(session, at, shift, message)


def remove(session: Session, actor: Actor, at: Seats, now: datetime) -> None:
    """Delete a shift that nobody has ever signed up for.

    Raises:
        RuleBroken: somebody has; it can be cancelled.
    """
    shift = _shift_of(at)
    if session.scalars(queries.shift_has_signups(shift.id)).one():
        raise RuleBroken("shift-has-signups")
    session.delete(shift)
    session.flush()  # when the need is on is asked of the database
    audit.record(session, actor.id, "delete", KIND, shift.id)
    _note(session, actor, at.need, "delete-shift", shift)
    _update_need(session, at.need, now)


def _shift_of(at: Seats) -> Shift:
    if at.shift is None:
        raise NotFound
    return at.shift


def add_all(
    session: Session, actor: Actor, need: Need, shifts: Sequence[Shift], now: datetime
) -> None:
    """Add shifts to a need, whose lock the caller holds."""
    add_once(session, *shifts)  # another need's may be added at the same moment with the same id
    for shift in shifts:
        audit.record(session, actor.id, "add", KIND, shift.id)
    if shifts:
        first = min(shifts, key=lambda shift: shift.starts_at)
        _note(session, actor, need, "add-shifts", first, count=len(shifts))
    _update_need(session, need, now)


def _note(
    session: Session, actor: Actor, need: Need, action: str, shift: Shift, **facts: int
) -> None:
    """Note it of the need as well, whose history outlives the shift."""
    starts_at = local(shift.starts_at).isoformat()
    audit.record(session, actor.id, action, "need", need.id, starts_at=starts_at, **facts)


def _content(shift: Shift) -> dict[str, Any]:
    """What its association says of it, for its history."""
    moments = {name: local(getattr(shift, name)) for name in ("starts_at", "ends_at")}
    return moments | {"capacity": shift.capacity, "minimum_crew": shift.minimum_crew}


def _update_need(session: Session, need: Need, now: datetime) -> None:
    """Let the need be found when its shifts are now, and say how many people they miss."""
    before = need.open_until
    set_times(need, session.execute(queries.periods(need.id)).all())
    # The editors' version stays: nothing of what they write has changed.
    flag_modified(need, "updated_at")
    session.flush()  # what is counted next is what stands in the database
    count_shifts(session, need, now)
    if need.open_until != before:
        jobs.defer(session, COUNT_OPEN_NEEDS, association_id=str(need.association_id))


def _move_offers(session: Session, at: Seats, now: datetime) -> None:
    """Let no offer stand until after the shift's new start."""
    for signup, _ in session.execute(queries.of_shift(_shift_of(at).id, ("waitlisted",))):
        services.shorten_offer(session, signup, at, now)


# How many people a need wants and has, when its association changes what it says of them.


def wanted_by_shifts(session: Session, need: Need, now: datetime) -> bool:
    """Whether how many are wanted follows from its coming shifts."""
    if need.takes_whole:
        return False
    return session.execute(signups.coming_places(need.id, now)).one().capacity is not None


def change_wanted(
    session: Session, opened: WritableNeed, values: Mapping[str, Any], now: datetime
) -> None:
    """Set how many are wanted, and whether they come for the whole of it.

    Args:
        session: the transaction; it does not flush meanwhile.
        opened: as `open_need` gave it.
        values: of NeedIn.
        now: which shifts are to come.

    Raises:
        Invalid: more people have a place than are wanted, or have one for the whole of a need that
            takes nobody for the whole; or the number follows from the shifts.
    """
    need = opened.need
    _change_takes_whole(session, opened, values.get("takes_whole", need.takes_whole))
    if "wanted" not in values:
        return
    wanted = values["wanted"]
    if wanted != need.wanted and wanted_by_shifts(session, need, now):
        raise Invalid.field("wanted", "field.need.wanted-shifts")
    if wanted < need.taken:
        raise Invalid.field("wanted", "field.need.wanted-taken", taken=need.taken)
    set_wanted(need, wanted)


def set_wanted(need: Need, wanted: int) -> None:
    """Write how many are wanted, which is decided by that."""
    need.wanted = wanted
    need.unsaid = [part for part in need.unsaid if part != "wanted"]


def recount(session: Session, opened: WritableNeed, now: datetime) -> None:
    """Count wanted and taken anew, and give places there are more of now to those who wait."""
    if opened.whole.has_shifts:
        count_shifts(session, opened.need, now)
    else:
        opened.need.status = need_state(opened.need.status, opened.whole.free)
    session.flush()  # a place is held by a statement of its own
    services.offer_free_places(session, opened.whole, now)


def _change_takes_whole(session: Session, opened: WritableNeed, whole: bool) -> None:
    """Beside shifts, `taken` counts those at the whole where the need takes people for that."""
    need = opened.need
    if whole == need.takes_whole or not opened.whole.has_shifts:
        return
    held = session.scalars(queries.holding_the_whole(need.id)).one()
    if held and not whole:
        raise Invalid.field("takes_whole", "field.need.takes-whole", taken=held)
    need.takes_whole = whole
    if whole:
        need.taken, need.wanted = held, max(need.wanted, held)
