"""What is allowed with sign-ups, and what follows from what."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from samspil.core.errors import Conflict, NotFound, RuleBroken
from samspil.core.time import local
from samspil.needs.models import Need, Shift
from samspil.signups.models import OPEN_STATES, Signup

OFFER_LASTS: Final = timedelta(hours=24)
HOLDING: Final = ("accepted", "attended", "absent")
# What the association may say of who had a place, once it has begun; a slip can be put right.
WAS_THERE: Final = HOLDING


def holds_a_place(signup: Signup) -> bool:
    """Whether one of the places is this one's; `taken` counts those."""
    return signup.status in HOLDING or signup.offered_until is not None


def is_open(signup: Signup) -> bool:
    """Whether it can still be withdrawn."""
    return signup.status in OPEN_STATES


def must_be_there(need: Need) -> None:
    """Speak of needs that anybody may see, and of no others.

    Raises:
        NotFound: it is a draft, or hidden.
    """
    if need.status == "draft" or not need.shown:
        raise NotFound


def must_take_people(need: Need, shift: Shift | None, now: datetime) -> None:
    """Take sign-ups while a need is open; a full one has a waiting list.

    Raises:
        NeedClosed: it is not open, or the shift has begun or is cancelled.
    """
    running = need.status in {"published", "filled"}
    over = need.open_until is None or need.open_until <= now
    if not running or over or is_cancelled(shift) or has_begun(need, shift, now):
        raise NeedClosed


def must_go_on(need: Need, shift: Shift | None, now: datetime) -> None:
    """Take somebody back only where they can still take part.

    Raises:
        NeedClosed: the need is closed, or the shift has begun or is cancelled.
    """
    if need.status == "closed" or is_cancelled(shift) or has_begun(need, shift, now):
        raise NeedClosed


def is_cancelled(shift: Shift | None) -> bool:
    """Whether a shift, if it is about one, will not be."""
    return shift is not None and shift.cancelled_at is not None


def must_name_a_shift(need: Need, shift: Shift | None, has_shifts: bool) -> None:
    """Where there are shifts, one is chosen, unless the need takes people for the whole.

    Raises:
        RuleBroken: none was chosen.
    """
    if shift is None and has_shifts and not need.takes_whole:
        raise RuleBroken("choose-shift")


def must_be_old_enough(need: Need, birth_year: int | None, now: datetime) -> None:
    """Keep to a need's minimum age, as far as a year can tell: who may have reached it, may.

    Raises:
        RuleBroken: the person is younger, or has not said when they were born.
    """
    if need.minimum_age is None:
        return
    if birth_year is None:
        raise RuleBroken("birth-year")
    if local(now).year - birth_year < need.minimum_age:
        raise RuleBroken("minimum-age", years=need.minimum_age)


def has_begun(need: Need, shift: Shift | None, now: datetime) -> bool:
    """Whether who signed up can have been there: the shift's start; without shifts, a first day."""
    if shift is not None:
        return shift.starts_at <= now
    return need.until_day is not None and need.until_day < local(now).date()


def may_tell_who_came(need: Need, shift: Shift | None, now: datetime) -> bool:
    """Whether it has begun, and was not cancelled, so that somebody was there or was not."""
    if shift is not None:
        return shift.starts_at <= now and not is_cancelled(shift)
    return need.from_day is None or need.from_day <= local(now).date()


def first_state(need: Need, free: int) -> str:
    """What a new sign-up is: the association answers, or a place is taken, or waited for."""
    if need.intake == "reviewed":
        return "applied"
    return "accepted" if free > 0 else "waitlisted"


def may_pass_on(need: Need, shift: Shift | None, now: datetime) -> bool:
    """Whether a place that falls free is offered to who waits: until it begins."""
    open_to_them = need.status not in {"draft", "closed"} and need.shown
    return open_to_them and not (is_cancelled(shift) or has_begun(need, shift, now))


def offered_until(now: datetime, starts_at: datetime | None) -> datetime:
    """How long an offer stands: a day, but never longer than half of what is left before it begins.

    So there is time for another one to say yes.
    """
    if starts_at is None:
        return now + OFFER_LASTS
    return now + min(OFFER_LASTS, (starts_at - now) / 2)


def need_state(status: str, free: int) -> str:
    """Whether a need is full; what people have decided of it stays."""
    if status == "published" and free <= 0:
        return "filled"
    if status == "filled" and free > 0:
        return "published"
    return status


# What can go wrong with sign-ups.


class AlreadySignedUp(Conflict):
    """The person has an open sign-up here; `signup` is its id."""

    name = "already-signed-up"


class Overlap(Conflict):
    """The shift overlaps others of the person's, listed in `shifts`, and no yes was given."""

    name = "overlap"


class NeedClosed(Conflict):
    """Nobody can sign up for this any more, or not just now."""

    name = "need-closed"


class NoPlaceLeft(Conflict):
    """Every place is held by somebody."""

    name = "no-place-left"


class PlaceLeft(Conflict):
    """There is a free place, so that nobody need wait."""

    name = "place-left"


class OfferGone(Conflict):
    """There was no offer of a place, or its time is up."""

    name = "offer-gone"
