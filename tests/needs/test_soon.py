"""“I aften”, “I weekenden”, “Denne uge”: what is on then, by date or by a weekly plan."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need, shift, weekly
from reading import get, titles
from samspil.core.time import local
from samspil.needs import rules
from samspil.needs.models import Shift

WEDNESDAY = datetime.fromisoformat("2027-03-03T13:00:00+01:00")
SATURDAY = datetime.fromisoformat("2027-03-06T20:00:00+01:00")
START = {"place": "helsingoer"}


def at(moment: str) -> datetime:
    return datetime.fromisoformat(f"2027-03-{moment}:00+01:00")


@pytest.fixture
def week(session: Session) -> None:
    """A week of needs; it is Wednesday at one."""
    with time_machine.travel(WEDNESDAY, tick=False):
        owner = association(session)
        for title, starts in (
            ("I eftermiddag", "03T14:00"),
            ("I aften", "03T19:00"),
            ("Fredag", "05T18:00"),
            ("Lørdag", "06T09:00"),
            ("Søndag aften", "07T21:00"),
            ("Næste mandag", "08T09:00"),
            ("Næste lørdag", "13T09:00"),
        ):
            need(session, of=owner, title=title, shifts=[shift(at(starts))])
        need(session, of=owner, title="Hver onsdag aften", pattern=[weekly("wed", "19:00")])
        need(
            session, of=owner, title="Hver onsdag morgen", pattern=[weekly("wed", "08:00", "09:00")]
        )
        need(session, of=owner, title="Hver søndag", pattern=[weekly("sun", "10:00")])
        for title, days in (
            ("Hver søndag fra april", {"from_day": date(2027, 4, 1)}),
            ("Hver søndag til marts", {"until_day": date(2027, 3, 5)}),
        ):
            need(session, of=owner, title=title, pattern=[weekly("sun", "10:00")], **days)
        # Weekly on Mondays, with one Saturday far ahead.
        need(
            session,
            of=owner,
            title="Hver mandag",
            pattern=[weekly("mon", "10:00")],
            shifts=[shift(at("27T09:00"))],
            commitment="recurring",
        )
        need(session, of=owner, title="Når det passer")
        cancelled = need(session, of=owner, title="Aflyst", shifts=[shift(at("06T12:00"))])
        session.execute(
            update(Shift).where(Shift.need_id == cancelled.id).values(cancelled_at=WEDNESDAY)
        )
        session.commit()


WEEKEND = {"Lørdag", "Søndag aften", "Hver søndag"}
ON_WEDNESDAY = {
    "tonight": {"I aften", "Hver onsdag aften"},
    "weekend": WEEKEND,
    "week": {
        *("I eftermiddag", "I aften", "Fredag", "Hver onsdag aften"),
        *WEEKEND,
    },
}
ON_SATURDAY_EVENING = {
    "tonight": set(),
    "weekend": {"Søndag aften", "Hver søndag"},
    "week": {"Søndag aften", "Hver søndag"},
}


@pytest.mark.parametrize("start", [{}, START], ids=str)
@pytest.mark.parametrize(
    ("moment", "expected"),
    [(WEDNESDAY, ON_WEDNESDAY), (SATURDAY, ON_SATURDAY_EVENING)],
    ids=["Wednesday", "Saturday evening"],
)
@pytest.mark.usefixtures("week")
def test_what_is_on_soon(
    client: FlaskClient, moment: datetime, expected: dict[str, set[str]], start: dict[str, str]
) -> None:
    with time_machine.travel(moment, tick=False):
        for soon, there in expected.items():
            assert titles(client, soon=soon, **start) == there, soon
            counted = get(client, "/needs/facets", soon=soon, **start)["remote"]
            assert sum(value["count"] for value in counted) == len(there)


@pytest.mark.usefixtures("week")
def test_soon_narrows_with_the_other_choices(client: FlaskClient) -> None:
    with time_machine.travel(WEDNESDAY, tick=False):
        assert titles(client, soon="week", part_of_day="evening", weekday="fri") == {"Fredag"}
        assert titles(client, soon="weekend", q="søndag") == {"Søndag aften", "Hver søndag"}


def test_another_word_is_refused(client: FlaskClient) -> None:
    answer = client.get("/api/v1/needs?soon=someday")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["soon"])


@given(hours=st.integers(0, 24 * 730), soon=st.sampled_from(rules.SOON))
def test_a_period_is_not_over_and_ends_with_its_day(hours: int, soon: str) -> None:
    moment = WEDNESDAY + timedelta(hours=hours, minutes=7)
    first, before = rules.period_of(soon, moment)
    assert moment <= first < before
    assert local(before).hour == local(before).minute == 0
    assert (local(before).date() - local(moment).date()).days <= 7
    days = rules.days_of_period(first, before)
    assert [day for day, _ in days] == sorted(day for day, _ in days)
    slots = [slot for _, slot in days]
    assert slots
    if soon == "tonight":
        assert all(slot.endswith("evening") for slot in slots)
    if soon == "weekend":
        assert all(slot[:3] in ("sat", "sun") for slot in slots)
