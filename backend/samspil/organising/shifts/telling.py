"""Who is told of what happens to a shift."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from samspil.core import language
from samspil.core.mail import Link
from samspil.core.time import local, weekday_of
from samspil.needs.models import Shift
from samspil.organising.shifts import queries
from samspil.people.models import Person
from samspil.signups import telling
from samspil.signups.models import OPEN_STATES
from samspil.signups.places import Places


def when(starts_at: datetime, ends_at: datetime) -> str:
    """A period on a Danish clock, in the language of the moment."""
    starts, ends = local(starts_at), local(ends_at)
    begins = f"{_day(starts)} {starts:%H:%M}"
    if starts.date() == ends.date():
        return f"{begins}–{ends:%H:%M}"
    return f"{begins} – {_day(ends)} {ends:%H:%M}"


def _day(moment: datetime) -> str:
    return f"{language.text(f'weekday.{weekday_of(moment.date())}')} {moment:%d.%m.%Y}"


def tell_of_move(
    session: Session, at: Places, shift: Shift, before: tuple[datetime, datetime]
) -> None:
    """Write to all who have signed up when the shift was to be, and when it is."""
    _tell(
        session,
        at,
        shift.id,
        "shift-moved",
        lambda: {"before": when(*before), "now": when(shift.starts_at, shift.ends_at)},
    )


def tell_of_cancellation(session: Session, at: Places, shift: Shift, message: str) -> None:
    """Write to all who have signed up that the shift will not be."""
    none = "signup.no-message"
    _tell(
        session,
        at,
        shift.id,
        "shift-cancelled",
        lambda: {"message": message or language.text(none)},
    )


def remind(
    session: Session,
    at: Places,
    shift: Shift,
    signup_id: uuid.UUID,
    person: Person,
    where: Callable[[], str],
) -> None:
    """Remind somebody of their shift, with time and place and how to say no."""

    def said() -> dict[str, str]:
        return {"when": when(shift.starts_at, shift.ends_at), "where": where()}

    telling.tell(session, person, "shift-reminder", at, page_of(signup_id), said)


def page_of(signup_id: uuid.UUID) -> Link:
    """Where a person sees one of their sign-ups."""
    return Link(f"{telling.MINE.path}/{signup_id}")


def _tell(
    session: Session, at: Places, shift_id: uuid.UUID, kind: str, values: telling.Values
) -> None:
    for signup, person in session.execute(queries.of_shift(shift_id, OPEN_STATES)):
        telling.tell(session, person, kind, at, page_of(signup.id), values)
