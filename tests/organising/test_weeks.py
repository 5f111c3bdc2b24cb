"""An association sees a week of all its shifts, and plans it anew in another."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from at_once import at_once
from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need, shift
from factories.people import Browser, person, signed_in
from factories.signups import shifts_of, signup
from reading import API, get, pages
from samspil.associations.models import Association
from samspil.core.http import Application
from samspil.core.time import COPENHAGEN
from samspil.needs.models import Shift

MONDAY = "2027-03-08"
TUESDAY = datetime(2027, 3, 9, 19, 0, tzinfo=COPENHAGEN)


@pytest.fixture
def club(session: Session) -> Association:
    return association(session)


@pytest.fixture
def manager(app: Application, session: Session, club: Association) -> Browser:
    who = person(session)
    takes_part(session, who, club)
    session.commit()
    return signed_in(app, who)


def week(browser: Browser, club: Association, **asked: Any) -> list[dict[str, Any]]:
    path = f"/associations/{club.slug}/desk/shifts"
    items: list[dict[str, Any]] = get(browser, path, **asked)["items"]
    return items


def copied(browser: Browser, club: Association, to: str, **more: Any) -> Any:
    body = {"from": MONDAY, "to": to} | more
    return browser.post(f"{API}/associations/{club.slug}/desk/shifts/copy", json=body)


def test_a_week_holds_the_shifts_of_all_needs_from_monday_to_sunday(
    manager: Browser, session: Session, club: Association
) -> None:
    late_on_sunday = datetime(2027, 3, 14, 23, 30, tzinfo=COPENHAGEN)
    trainer = need(session, of=club, title="Træner", shifts=[shift(TUESDAY, capacity=2)])
    need(session, of=club, title="Kørsel", shifts=[shift(late_on_sunday, hours=1)])
    monday_after = datetime(2027, 3, 15, tzinfo=COPENHAGEN)
    need(session, of=club, title="Ugen efter", shifts=[shift(monday_after)])
    need(session, title="En andens", shifts=[shift(TUESDAY)])
    signup(session, person(session, name="Karen"), trainer, shifts_of(session, trainer)[0])
    session.commit()
    shown = week(manager, club, day="2027-03-10")
    assert [item["need"]["title"] for item in shown] == ["Træner", "Kørsel"]
    assert [one["name"] for one in shown[0]["crew"]] == ["Karen"]
    assert (shown[0]["taken"], shown[0]["capacity"]) == (1, 2)


def test_without_a_day_it_is_this_week(
    app: Application, session: Session, club: Association
) -> None:
    who = person(session)
    takes_part(session, who, club)
    need(session, of=club, shifts=[shift(TUESDAY)])
    session.commit()
    with time_machine.travel(TUESDAY - timedelta(days=1), tick=False):
        answer = get(signed_in(app, who), f"/associations/{club.slug}/desk/shifts")
    assert (answer["monday"], len(answer["items"])) == (MONDAY, 1)


def test_a_long_week_comes_in_pages(manager: Browser, session: Session, club: Association) -> None:
    dates = [TUESDAY + timedelta(minutes=15 * turn) for turn in range(7)]
    need(session, of=club, shifts=[shift(date) for date in dates])
    session.commit()
    path = f"/associations/{club.slug}/desk/shifts"
    found = list(pages(manager, path, day=MONDAY, limit=3))
    assert [len(page) for page in found] == [3, 3, 1]
    assert [item["starts_at"] for page in found for item in page] == [
        date.isoformat() for date in dates
    ]


def test_only_those_who_run_it_see_and_copy_its_weeks(
    app: Application, session: Session, club: Association
) -> None:
    helper, stranger = person(session), person(session)
    takes_part(session, helper, club, "member")
    session.commit()
    for who, status in ((helper, 403), (stranger, 404)):
        browser = signed_in(app, who)
        path = f"{API}/associations/{club.slug}/desk/shifts"
        assert browser.get(path).status_code == status
        assert copied(browser, club, "2027-03-15").status_code == status


def test_a_copied_shift_keeps_its_time_on_the_clock_when_that_changes(
    manager: Browser, session: Session, club: Association
) -> None:
    over_midnight = shift(TUESDAY + timedelta(hours=4), capacity=3, minimum_crew=2)
    need(session, of=club, shifts=[shift(TUESDAY), over_midnight])
    session.commit()
    answer = copied(manager, club, "2027-04-01")  # a Thursday in the week of 29 March
    assert (answer.status_code, answer.json["made"]) == (200, 2)
    shown = week(manager, club, day="2027-03-29")
    assert [(item["starts_at"], item["ends_at"]) for item in shown] == [
        ("2027-03-30T19:00:00+02:00", "2027-03-30T21:00:00+02:00"),
        ("2027-03-30T23:00:00+02:00", "2027-03-31T01:00:00+02:00"),
    ]
    assert (shown[1]["capacity"], shown[1]["minimum_crew"], shown[1]["crew"]) == (3, 2, [])


def test_a_second_copy_adds_only_what_is_not_there(
    manager: Browser, session: Session, club: Association
) -> None:
    need(session, of=club, title="Træner", shifts=[shift(TUESDAY)])
    session.commit()
    assert copied(manager, club, "2027-03-15").json["made"] == 1
    need(session, of=club, title="Ny", shifts=[shift(TUESDAY)])
    session.commit()
    again = copied(manager, club, "2027-03-15").json
    found = {item["need"]["title"]: item["exists"] for item in again["items"]}
    assert (again["made"], found) == (1, {"Træner": True, "Ny": False})


def test_cancelled_shifts_and_closed_needs_are_left_out(
    manager: Browser, session: Session, club: Association
) -> None:
    need(session, of=club, title="Aflyst", shifts=[shift(TUESDAY, cancelled_at=NOW)])
    need(session, of=club, title="Lukket", status="closed", shifts=[shift(TUESDAY)])
    need(session, of=club, title="Kladde", status="draft", shifts=[shift(TUESDAY)])
    session.commit()
    answer = copied(manager, club, "2027-03-15").json
    assert [item["need"]["title"] for item in answer["items"]] == ["Kladde"]


def test_holidays_are_named_and_skipped_when_asked(
    manager: Browser, session: Session, club: Association
) -> None:
    need(session, of=club, shifts=[shift(TUESDAY + timedelta(days=2)), shift(TUESDAY)])
    session.commit()
    answer = copied(manager, club, "2027-03-22", skip_holidays=True)  # the week of Easter
    kept, skipped = answer.json["items"]
    assert (kept["holiday"], kept["skipped"]) == (None, False)
    assert (skipped["holiday"], skipped["skipped"]) == ("Skærtorsdag", True)
    assert answer.json["made"] == 1


def test_a_dry_run_makes_none(manager: Browser, session: Session, club: Association) -> None:
    need(session, of=club, shifts=[shift(TUESDAY)])
    session.commit()
    answer = copied(manager, club, "2027-03-15", dry_run=True).json
    assert (answer["made"], len(answer["items"])) == (0, 1)
    assert week(manager, club, day="2027-03-15") == []


def test_what_would_have_begun_is_left_out(
    app: Application, session: Session, club: Association
) -> None:
    who = person(session)
    takes_part(session, who, club)
    need(session, of=club, shifts=[shift(TUESDAY), shift(TUESDAY + timedelta(days=3))])
    session.commit()
    with time_machine.travel(TUESDAY + timedelta(days=8), tick=False):
        answer = copied(signed_in(app, who), club, "2027-03-15").json
    assert [item["starts_at"][:10] for item in answer["items"]] == ["2027-03-19"]


WRONG = {"the same week": "2027-03-14", "longer than a year away": "2028-04-01", "no day": "uge 12"}


@pytest.mark.parametrize("why", WRONG)
def test_a_week_that_cannot_be_copied_to_is_refused_by_its_field(
    why: str, manager: Browser, club: Association
) -> None:
    answer = copied(manager, club, WRONG[why])
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["to"])


def test_two_who_copy_at_once_make_each_shift_once(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        club = association(session)
        people = [person(session) for _ in range(6)]
        for who in people:
            takes_part(session, who, club)
        for title in ("Træner", "Kørsel", "Kaffe"):
            need(session, of=club, title=title, shifts=[shift(TUESDAY)])
    browsers = [signed_in(own_app, who) for who in people]
    answers = at_once(*[lambda b=b: copied(b, club, "2027-03-15") for b in browsers])
    assert {answer.status_code for answer in answers} == {200}
    assert sum(answer.json["made"] for answer in answers) == 3
    with own_app.database.writing() as session:
        assert session.scalar(select(func.count()).select_from(Shift)) == 6
