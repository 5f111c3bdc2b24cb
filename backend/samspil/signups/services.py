"""What happens when somebody signs up, withdraws or takes an offer, and who has which place.

All that changes who has a place begins with `lock_seats`. `taken` counts the places held; the
database lets it be neither more than there are nor less than none.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from samspil.core import audit, jobs
from samspil.core.db import add_once, advisory_lock, new_id
from samspil.core.errors import Conflict, NotFound
from samspil.core.language import text
from samspil.core.time import local
from samspil.needs.models import Need, Shift
from samspil.people import links
from samspil.people.locks import lock_person
from samspil.people.models import Person
from samspil.signups import messages, queries, rules
from samspil.signups.models import ASSOCIATION, KIND, ONE_OPEN, VOLUNTEER, Message, Seats, Signup
from samspil.signups.rules import AlreadySignedUp, OfferGone, Overlap

OFFER: Final = "offer"
EXPIRE: Final = "volunteering.expire-offer"
COUNT_OPEN_NEEDS: Final = "volunteering.count-open-needs"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSignup:
    """What somebody signs up for.

    Attributes:
        need_id: the need.
        shift_id: one of its shifts, or None for the whole.
        id: chosen by the client, so that a retry makes no second one.
        message: to the association.
        accept_overlap: a yes to other shifts at the same time.
        birth_year: of somebody without a profile.
    """

    need_id: uuid.UUID
    shift_id: uuid.UUID | None = None
    id: uuid.UUID | None = None
    message: str = ""
    accept_overlap: bool = False
    birth_year: int | None = None


def need_of_shift(session: Session, shift_id: uuid.UUID) -> uuid.UUID:
    """Which need a shift belongs to.

    Raises:
        NotFound: there is no such shift.
    """
    need_id = session.scalar(select(Shift.need_id).where(Shift.id == shift_id))
    if need_id is None:
        raise NotFound
    return need_id


def sign_up(session: Session, person_id: uuid.UUID, new: NewSignup, now: datetime) -> Signup:
    """Sign somebody up: a place is taken, or waited for, or the association is asked.

    Raises:
        NotFound: there is no such need, or the person has been erased meanwhile.
        NeedClosed: it takes nobody now.
        RuleBroken: the person is too young, or has not chosen a shift.
        AlreadySignedUp: the person has an open sign-up here.
        Overlap: the shift overlaps others of theirs.
        Conflict: the id is another sign-up's.
    """
    # The person first: they cannot sign up for two shifts at one time at the same moment.
    person = lock_person(session, person_id, erased=NotFound)
    at = lock_seats(session, new.need_id, new.shift_id)
    before = None if new.id is None else session.get(Signup, new.id)
    if before is not None:
        same = before.person_id == person_id and before.need_id == new.need_id
        if not same or before.shift_id != new.shift_id:
            raise Conflict
        return before
    _must_be_allowed(session, person_id, new, at, now)
    # Who waits already comes before who comes now.
    offer_free_places(session, at, now)
    signup = Signup(
        id=new.id or new_id(),
        need_id=new.need_id,
        shift_id=new.shift_id,
        person_id=person_id,
        number=session.scalars(queries.next_number(new.need_id, new.shift_id)).one(),
        status=rules.first_state(at.need, at.free),
        message=new.message,
        created_at=now,
        changed_at=now,
    )
    # The indexes on open sign-ups and on ids decide.
    add_once(session, signup, errors=dict.fromkeys(ONE_OPEN, AlreadySignedUp))
    if rules.holds_a_place(signup):
        hold_place(session, at, now)
    keep_message(session, signup.id, person_id, "sign-up", new.message, now)
    audit.record(session, person_id, "sign-up", KIND, signup.id, status=signup.status)
    _mail_of_new(session, person, signup, at)
    return signup


def withdraw(session: Session, person_id: uuid.UUID, signup_id: uuid.UUID, now: datetime) -> Signup:
    """Take one's sign-up back; its place is offered to who waits. A second time changes nothing.

    Raises:
        NotFound: there is none of this person's.
        Conflict: it is settled.
    """
    signup, at = _lock_own(session, person_id, signup_id)
    if signup.status == "withdrawn":
        return signup
    if not rules.is_open(signup):
        raise Conflict
    held = signup.status == "accepted"
    end_signup(session, signup, at, "withdrawn", now)
    audit.record(session, person_id, "withdraw", KIND, signup.id)
    if held or at.need.intake == "reviewed":
        name = session.get_one(Person, person_id).name
        messages.notify_managers(session, "signup-withdrawn", at, lambda: {"person": name})
    return signup


def take(session: Session, person_id: uuid.UUID, signup_id: uuid.UUID, now: datetime) -> Signup:
    """Say yes to a place that is offered. A second time changes nothing.

    Raises:
        NotFound: there is none of this person's.
        OfferGone: no place is offered, or not any more.
    """
    signup, at = _lock_own(session, person_id, signup_id)
    if signup.status == "accepted":
        return signup
    if signup.offered_until is None or signup.offered_until <= now:
        raise OfferGone
    signup.status, signup.offered_until, signup.changed_at = "accepted", None, now
    session.flush()  # what is read back is what the database keeps
    audit.record(session, person_id, "take", KIND, signup.id)
    person = session.get_one(Person, person_id)
    messages.notify_person(session, person, "signup-accepted", at)
    messages.notify_managers(session, "signup-new", at, _introduction(signup, person))
    return signup


def lock_signup(session: Session, signup_id: uuid.UUID) -> tuple[Signup, Seats]:
    """Lock a sign-up and its places until the transaction ends.

    Raises:
        NotFound: there is no such sign-up.
    """
    where = session.execute(
        select(Signup.need_id, Signup.shift_id).where(Signup.id == signup_id)
    ).one_or_none()
    if where is None:
        raise NotFound
    at = lock_seats(session, where.need_id, where.shift_id)
    signup = session.get(Signup, signup_id, populate_existing=True)
    if signup is None:  # erased while we waited
        raise NotFound
    return signup, at


def overlaps(session: Session, person_id: uuid.UUID, shift: Shift | None) -> list[dict[str, Any]]:
    """Somebody's other shifts at the time of one, as a warning lists them."""
    if shift is None:
        return []
    return [
        {
            "signup": row.id,
            "id": row.Shift.id,
            "starts_at": local(row.Shift.starts_at),
            "ends_at": local(row.Shift.ends_at),
            "need": {"id": row.need_id, "title": row.title},
        }
        for row in session.execute(queries.overlapping(person_id, shift))
    ]


def _must_be_allowed(
    session: Session, person_id: uuid.UUID, new: NewSignup, at: Seats, now: datetime
) -> None:
    rules.must_be_there(at.need)
    already = session.scalar(queries.open_one(person_id, new.need_id, new.shift_id))
    if already is not None:
        raise AlreadySignedUp(signup=already)
    rules.must_take_people(at.need, at.shift, now)
    rules.must_name_a_shift(at.need, at.shift, at.has_shifts)
    if at.need.minimum_age is not None:
        born = session.scalar(queries.birth_year(person_id)) or new.birth_year
        rules.must_be_old_enough(at.need, born, now)
    if not new.accept_overlap and (others := overlaps(session, person_id, at.shift)):
        raise Overlap(shifts=others)


def _lock_own(session: Session, person_id: uuid.UUID, signup_id: uuid.UUID) -> tuple[Signup, Seats]:
    lock_person(session, person_id, erased=NotFound)
    signup, at = lock_signup(session, signup_id)
    if signup.person_id != person_id:
        raise NotFound
    return signup, at


def _mail_of_new(session: Session, person: Person, signup: Signup, at: Seats) -> None:
    if signup.status == "waitlisted":
        position = {"position": position_of(session, signup)}
        messages.notify_person(session, person, "signup-waitlisted", at, values=lambda: position)
        return
    messages.notify_person(session, person, f"signup-{signup.status}", at)
    messages.notify_managers(session, "signup-new", at, _introduction(signup, person))


def position_of(session: Session, signup: Signup) -> str:
    """Somebody's position on the waiting list, as a mail says it."""
    return str(session.scalars(queries.line(signup)).one())


def keep_message(
    session: Session,
    signup_id: uuid.UUID,
    sender_id: uuid.UUID,
    occasion: str,
    message: str,
    now: datetime,
) -> None:
    """Keep in the thread a message that was sent with something else; "" is none."""
    if message:
        side = VOLUNTEER if occasion == "sign-up" else ASSOCIATION
        session.add(
            Message(
                signup_id=signup_id,
                side=side,
                sender_id=sender_id,
                occasion=occasion,
                text=message,
                sent_at=now,
            )
        )


def _introduction(signup: Signup, person: Person) -> messages.Values:
    return lambda: {"person": person.name, "message": signup.message or text("signup.no-message")}


# The places at a need or a shift.


def lock_seats(session: Session, need_id: uuid.UUID, shift_id: uuid.UUID | None) -> Seats:
    """Lock the places at a need, or at one of its shifts, until the transaction ends.

    Raises:
        NotFound: there is no such need, or it has no such shift.
    """
    advisory_lock(session, "need", need_id)
    need = session.scalars(
        select(Need)
        .where(Need.id == need_id)
        # Its contact may just be being erased, and would else come into the history.
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if need is None:
        raise NotFound
    if shift_id is None:
        return Seats(need, None, session.scalars(queries.has_shifts(need_id)).one())
    shift = session.scalars(
        select(Shift)
        .where(Shift.id == shift_id, Shift.need_id == need_id)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if shift is None:
        raise NotFound
    return Seats(need, shift, True)


def hold_place(session: Session, places: Seats, now: datetime) -> None:
    """Take one of the places."""
    _count(session, places, 1, now)


def _free_place(session: Session, places: Seats, now: datetime) -> None:
    """Give one back."""
    _count(session, places, -1, now)


def count_shifts(session: Session, need: Need, now: datetime) -> None:
    """Let a need that is done shift by shift say how many hands its coming shifts want and have.

    One that takes people for the whole as well counts those. Without coming shifts it stays as it
    is. Call it under the need's lock, when the shifts are written.
    """
    if need.takes_whole:
        return
    coming = session.execute(queries.coming_places(need.id, now)).one()
    if coming.capacity is not None:
        _write(session, need, coming.capacity, coming.taken)


def _count(session: Session, places: Seats, change: int, now: datetime) -> None:
    need, shift = places.need, places.shift
    if shift is not None:
        shift.taken += change
        session.flush()  # the counter's check decides before anything else is written
        count_shifts(session, need, now)
        return
    if places.has_shifts and not need.takes_whole:
        return  # from before there were shifts; those alone are counted since
    # Where there are shifts as well, there is room while one of them has some.
    _write(session, need, need.wanted, need.taken + change, may_fill=not places.has_shifts)


def _write(session: Session, need: Need, wanted: int, taken: int, may_fill: bool = True) -> None:
    status = rules.need_state(need.status, wanted - taken) if may_fill else need.status
    # The editors' version stays: nothing of what they write has changed.
    session.execute(
        update(Need)
        .where(Need.id == need.id)
        .values(wanted=wanted, taken=taken, status=status, updated_at=Need.updated_at)
        .execution_options(synchronize_session=False)
    )
    if status != need.status:
        jobs.defer(session, COUNT_OPEN_NEEDS, association_id=str(need.association_id))
    session.refresh(need, ["wanted", "taken", "status"])


# Offers: a place that falls free is held, for a time, for who is first on the waiting list.


def offer_free_places(session: Session, at: Seats, now: datetime) -> None:
    """Offer the places that are free to those who wait, in their order."""
    while at.free > 0 and (first := _next(session, at, now)) is not None:
        hold_place(session, at, now)
        _offer(session, first, at, now)


def end_signup(session: Session, signup: Signup, at: Seats, status: str, now: datetime) -> None:
    """End an open sign-up in this state; a place it held goes to the next who waits, or is free."""
    held = rules.holds_a_place(signup)
    signup.status, signup.offered_until, signup.changed_at = status, None, now
    session.flush()  # who is next is asked of the database
    if not held:
        return
    first = _next(session, at, now)
    if first is None:
        _free_place(session, at, now)
    else:
        _offer(session, first, at, now)


def expire_offer(session: Session, signup: Signup, at: Seats, now: datetime) -> None:
    """End an offer that was not answered in time, with its sign-up; nothing for others."""
    if signup.offered_until is None or signup.offered_until > now:
        return
    end_signup(session, signup, at, "withdrawn", now)
    audit.record(session, None, "expire-offer", "signup", signup.id)
    person = session.get_one(Person, signup.person_id)
    messages.notify_person(session, person, "signup-passed-on", at)


def end_offer(session: Session, signup: Signup, at: Seats, now: datetime) -> None:
    """End an offer, if there is one, of a place that will not be; who waits has lost nothing."""
    if signup.offered_until is None:
        return
    signup.offered_until = None
    session.flush()  # what is counted next is asked of the database
    _free_place(session, at, now)
    audit.record(session, None, "take-back", "signup", signup.id)


def shorten_offer(session: Session, signup: Signup, at: Seats, now: datetime) -> None:
    """Let an offer, if there is one, end in time for somebody else where it now begins earlier."""
    until = rules.offered_until(now, at.starts_at)
    if signup.offered_until is not None and until < signup.offered_until:
        signup.offered_until = until
        jobs.defer(session, EXPIRE, at=until, signup_id=str(signup.id))


def _next(session: Session, at: Seats, now: datetime) -> Signup | None:
    if not rules.may_pass_on(at.need, at.shift, now):
        return None
    return session.scalars(queries.next_waiting(at.need.id, at.shift_id)).first()


def _offer(session: Session, signup: Signup, at: Seats, now: datetime) -> None:
    signup.offered_until = until = rules.offered_until(now, at.starts_at)
    session.flush()  # the next one is another
    audit.record(session, None, "offer", "signup", signup.id)
    jobs.defer(session, EXPIRE, at=until, signup_id=str(signup.id))
    person = session.get_one(Person, signup.person_id)
    if person.email is None:
        return
    data = {"signup_id": str(signup.id)}
    page = links.page(links.make(session, OFFER, person.id, person.email, data, until - now))
    values = {"until": f"{local(until):%d.%m.%Y %H:%M}"}
    messages.notify_person(session, person, "signup-offered", at, page, lambda: values)
