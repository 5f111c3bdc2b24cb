"""Who comes is reminded the day before, once."""

from datetime import datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from databases import NOW
from factories.needs import need, shift
from factories.people import person
from factories.signups import shifts_of, signup
from samspil.core import jobs
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.needs.models import Need, Shift
from samspil.organising import states

DAY = timedelta(hours=24)
YESTERDAY = NOW - DAY


@pytest.fixture
def evening(session: Session) -> Need:
    """A need with a shift in 26 hours."""
    return need(
        session,
        title="Træner",
        address="Rønnebær Allé 1",
        shifts=[shift(NOW + timedelta(hours=26), capacity=9)],
    )


@pytest.fixture
def one(session: Session, evening: Need) -> Shift:
    [found] = shifts_of(session, evening)
    return found


def reminded(app: Application, session: Session, at: datetime) -> list[str]:
    """Who has been reminded so far, once the job has run at a moment."""
    session.commit()
    with time_machine.travel(at, tick=False):
        states.remind_of_shifts(jobs.Work(app.settings, app.database, last_try=False))
    kind = Mail.kind == "volunteering.shift-reminder"
    return list(session.scalars(select(Mail.to_address).where(kind).order_by(Mail.id)))


def test_who_has_a_place_is_reminded_once_in_their_language_with_time_and_place(
    app: Application, session: Session, evening: Need, one: Shift
) -> None:
    karen, ben = person(session), person(session, language="en")
    mine = signup(session, karen, evening, one, changed_at=YESTERDAY)
    signup(session, ben, evening, one, changed_at=YESTERDAY)
    assert reminded(app, session, NOW + timedelta(hours=1)) == []
    for hours in (2, 3):
        sent = reminded(app, session, NOW + timedelta(hours=hours))
        assert sent == [karen.email, ben.email]
    da, en = session.scalars(select(Mail).where(Mail.kind == "volunteering.shift-reminder"))
    assert da.said["when"] == "tirsdag 02.03.2027 12:00–14:00"
    assert da.said["where"] == "Rønnebær Allé 1, Helsingør"
    assert da.link == f"/mig/tilmeldinger/{mine.id}"
    assert (en.language, en.said["when"]) == ("en", "Tuesday 02.03.2027 12:00–14:00")


def test_nobody_else_is_reminded(
    app: Application, session: Session, evening: Need, one: Shift
) -> None:
    at = NOW + timedelta(hours=3)
    for status in ("applied", "waitlisted", "withdrawn", "declined"):
        signup(session, person(session), evening, one, status=status, changed_at=YESTERDAY)
    signup(session, person(session), evening, one, changed_at=at - timedelta(hours=2))
    gone = person(session)
    signup(session, gone, evening, one, changed_at=YESTERDAY)
    gone.email, gone.erased_at = None, NOW
    session.flush()
    assert reminded(app, session, at) == []


def test_nobody_is_reminded_of_a_cancelled_shift(
    app: Application, session: Session, evening: Need, one: Shift
) -> None:
    signup(session, person(session), evening, one, changed_at=YESTERDAY)
    one.cancelled_at = NOW
    assert reminded(app, session, NOW + timedelta(hours=3)) == []


def test_a_moved_shift_is_reminded_of_again(
    app: Application, session: Session, evening: Need, one: Shift
) -> None:
    karen = person(session)
    signup(session, karen, evening, one, changed_at=YESTERDAY)
    assert reminded(app, session, NOW + timedelta(hours=3)) == [karen.email]
    one.starts_at += 2 * DAY
    one.ends_at += 2 * DAY
    assert reminded(app, session, NOW + timedelta(hours=4)) == [karen.email]
    assert reminded(app, session, NOW + 2 * DAY + timedelta(hours=3)) == [karen.email] * 2
