"""An association changes a shift while people sign up for it, on real connections."""

import uuid
from collections import Counter
from typing import Any

from sqlalchemy import func, select
from test_shifts import TUESDAY

from at_once import at_once
from factories.associations import takes_part
from factories.needs import need, shift
from factories.people import Browser, person, signed_in
from factories.signups import shifts_of
from reading import API
from samspil.core import time
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.needs.models import Shift
from samspil.signups.models import Signup

CROWD = 8


def prepared(
    app: Application, capacity: int
) -> tuple[uuid.UUID, uuid.UUID, Browser, list[Browser]]:
    """A need and its shift, who runs it, and who wants to come."""
    with app.database.writing.begin() as session:
        rota = need(session, shifts=[shift(TUESDAY, capacity=capacity)])
        manager, people = person(session), [person(session) for _ in range(CROWD)]
        takes_part(session, manager, rota.association)
        [one] = shifts_of(session, rota)
    return rota.id, one.id, signed_in(app, manager), [signed_in(app, who) for who in people]


def states(app: Application, shift_id: uuid.UUID) -> tuple[Shift, Counter[str], int]:
    """The shift, how many are in each state, and how many of them hold an offer."""
    with app.database.writing() as session:
        rows = session.execute(
            select(Signup.status, Signup.offered_until).where(Signup.shift_id == shift_id)
        ).all()
        offered = sum(until is not None for _, until in rows)
        return session.get_one(Shift, shift_id), Counter(status for status, _ in rows), offered


def sign_ups(browsers: list[Browser], shift_id: uuid.UUID) -> list[Any]:
    return [lambda b=b: b.post(f"{API}/shifts/{shift_id}/signups", json={}) for b in browsers]


def test_whoever_has_signed_up_before_it_is_cancelled_is_told_and_nobody_comes_after(
    own_app: Application,
) -> None:
    _, shift_id, desk, browsers = prepared(own_app, 3)
    cancel = lambda: desk.post(f"{API}/shifts/{shift_id}/cancel", json={})  # noqa: E731
    calls = sign_ups(browsers, shift_id)
    answers = at_once(*calls[:4], cancel, *calls[4:])
    assert {answer.status_code for answer in answers} <= {200, 201, 409}
    made = sum(answer.status_code == 201 for answer in answers)
    one, found, offered = states(own_app, shift_id)
    assert (one.cancelled_at is not None, offered) == (True, 0)
    assert (sum(found.values()), one.taken) == (made, found["accepted"])
    with own_app.database.writing() as session:
        kind = Mail.kind == "volunteering.shift-cancelled"
        assert session.scalar(select(func.count()).where(kind)) == made


def test_more_and_less_room_at_once_with_a_crowd_leave_the_count_right(
    own_app: Application,
) -> None:
    _, shift_id, desk, browsers = prepared(own_app, 4)

    def resize(capacity: int) -> Any:
        return lambda: desk.patch(f"{API}/shifts/{shift_id}", json={"capacity": capacity})

    calls = sign_ups(browsers, shift_id)
    answers = at_once(*calls[:4], resize(6), *calls[4:], resize(2))
    assert [a.status_code for a in answers if a.status_code not in {200, 201, 422}] == []
    one, found, offered = states(own_app, shift_id)
    assert one.taken == found["accepted"] + offered <= one.capacity
    assert sum(found.values()) == CROWD
    # Nobody waits while there is room.
    assert found["waitlisted"] == offered or one.taken == one.capacity


def test_the_same_week_planned_twice_at_once_makes_each_shift_once(own_app: Application) -> None:
    need_id, _, desk, _ = prepared(own_app, 1)
    body = {
        **{"weekdays": ["fri"], "starts": "19:00", "ends": "21:00", "capacity": 2},
        **{"from": str(time.local(TUESDAY).date()), "until": "2027-04-30"},
    }
    plan = lambda: desk.post(f"{API}/needs/{need_id}/shifts/weekly", json=body)  # noqa: E731
    answers = at_once(plan, plan)
    assert sorted(answer.json["made"] for answer in answers) == [0, 8]
