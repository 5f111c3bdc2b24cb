"""An association plans the shifts of a need, and those who have signed up follow."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import takes_part
from factories.needs import need, shift
from factories.people import Browser, person, signed_in
from factories.signups import shifts_of, signup
from reading import API, get
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.privacy import retire
from samspil.core.time import COPENHAGEN
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.signups.models import Signup

TUESDAY = datetime(2027, 3, 9, 19, 0, tzinfo=COPENHAGEN)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def rota(session: Session) -> Need:
    """A need with one shift of two places, on a Tuesday evening."""
    return need(session, title="Træner", shifts=[shift(TUESDAY, capacity=2)])


@pytest.fixture
def runs_it(session: Session, rota: Need) -> Person:
    who = person(session)
    takes_part(session, who, rota.association)
    session.commit()
    return who


@pytest.fixture
def manager(app: Application, runs_it: Person) -> Browser:
    return signed_in(app, runs_it)


def planned(client: FlaskClient, of: Need, **asked: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = get(client, f"/needs/{of.id}/shifts", **asked)["items"]
    return items


def only(session: Session, of: Need) -> Shift:
    [one] = shifts_of(session, of)
    session.refresh(one)
    return one


def letters_to(session: Session, who: Person) -> list[tuple[str, dict[str, Any]]]:
    rows = session.scalars(select(Mail).where(Mail.to_address == who.email).order_by(Mail.id))
    return [(mail.kind, mail.said) for mail in rows]


def moment(value: datetime) -> str:
    return value.isoformat()


def test_the_rota_shows_who_comes_and_who_waits(
    session: Session, manager: Browser, rota: Need
) -> None:
    one = only(session, rota)
    karen = signup(session, person(session, name="Karen"), rota, one)
    signup(session, person(session, name="Bo"), rota, one, status="waitlisted")
    signup(session, person(session, name="Gået"), rota, one, status="withdrawn")
    session.commit()
    [shown] = planned(manager, rota)
    assert (shown["capacity"], shown["taken"], shown["waiting"]) == (2, 1, 1)
    assert shown["starts_at"] == "2027-03-09T19:00:00+01:00"
    assert [(c["name"], c["status"]) for c in shown["crew"]] == [
        ("Karen", "accepted"),
        ("Bo", "waitlisted"),
    ]
    assert shown["crew"][0]["signup"] == str(karen.id)


def test_what_is_past_is_asked_for_by_itself(app: Application, runs_it: Person, rota: Need) -> None:
    with time_machine.travel(TUESDAY + timedelta(hours=3), tick=False):
        manager = signed_in(app, runs_it)
        assert planned(manager, rota) == []
        [past] = planned(manager, rota, past="true")
    assert past["starts_at"] == moment(TUESDAY)


def test_a_new_shift_is_found_by_its_evening(manager: Browser, rota: Need) -> None:
    friday = TUESDAY + timedelta(days=3)
    body = {"starts_at": moment(friday), "ends_at": moment(friday + timedelta(hours=2))}
    made = manager.post(f"{API}/needs/{rota.id}/shifts", json=body | {"capacity": 3})
    assert made.status_code == 201, made.text
    found = get(manager, "/needs", weekday="fri", part_of_day="evening")["items"]
    assert [item["id"] for item in found] == [str(rota.id)]
    assert [s["id"] for s in get(manager, f"/needs/{rota.id}")["shifts"]][1] == made.json["id"]


def test_the_same_id_twice_makes_one(manager: Browser, rota: Need, session: Session) -> None:
    body = {
        "id": "01890a5d-ac96-774b-bcce-b302099a8057",
        "starts_at": moment(TUESDAY),
        "ends_at": moment(TUESDAY + timedelta(hours=1)),
        "capacity": 1,
    }
    answers = [manager.post(f"{API}/needs/{rota.id}/shifts", json=body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert len(shifts_of(session, rota)) == 2


WRONG = {
    "it would have begun": ({"starts_at": moment(NOW - timedelta(hours=1))}, "starts_at"),
    "it ends before it starts": ({"ends_at": moment(TUESDAY - timedelta(hours=1))}, "ends_at"),
    "it lasts longer than a week": ({"ends_at": moment(TUESDAY + timedelta(days=8))}, "ends_at"),
    "more are needed than have room": ({"minimum_crew": 5}, "minimum_crew"),
    "nobody has room": ({"capacity": 0}, "capacity"),
    "a time without its offset": ({"starts_at": "2027-03-09T19:00:00"}, "starts_at"),
}


@pytest.mark.parametrize("why", WRONG)
def test_what_does_not_go_together_is_refused_by_its_field(
    why: str, manager: Browser, rota: Need, session: Session
) -> None:
    changed, field = WRONG[why]
    body = {
        "starts_at": moment(TUESDAY),
        "ends_at": moment(TUESDAY + timedelta(hours=2)),
        "capacity": 2,
    }
    one = only(session, rota)
    for answer in (
        manager.post(f"{API}/needs/{rota.id}/shifts", json=body | changed),
        manager.patch(f"{API}/shifts/{one.id}", json=changed),
    ):
        assert answer.status_code == 422, answer.text
        assert list(answer.json["errors"]) == [field]
    assert (only(session, rota).starts_at, len(shifts_of(session, rota))) == (TUESDAY, 1)


# Changing


def test_who_has_signed_up_is_told_of_another_time_in_their_language(
    session: Session, manager: Browser, rota: Need
) -> None:
    one = only(session, rota)
    karen, ben = person(session), person(session, language="en")
    gone = person(session)
    signup(session, karen, rota, one)
    signup(session, ben, rota, one, status="applied")
    signup(session, gone, rota, one, status="withdrawn")
    session.commit()
    later = TUESDAY + timedelta(days=1)
    body = {"starts_at": moment(later), "ends_at": moment(later + timedelta(hours=6))}
    answer = manager.patch(f"{API}/shifts/{one.id}", json=body)
    assert answer.status_code == 200, answer.text
    [(kind, said)] = letters_to(session, karen)
    assert kind == "volunteering.shift-moved"
    assert said["before"] == "tirsdag 09.03.2027 19:00–21:00"
    assert said["now"] == "onsdag 10.03.2027 19:00 – torsdag 11.03.2027 01:00"
    [(_, in_english)] = letters_to(session, ben)
    assert in_english["before"] == "Tuesday 09.03.2027 19:00–21:00"
    assert letters_to(session, gone) == []
    session.refresh(rota)
    assert rota.slots == ["wed-evening"]
    assert rota.open_until == later + timedelta(hours=6)


def test_more_room_goes_to_who_waits_first(session: Session, manager: Browser, rota: Need) -> None:
    one = only(session, rota)
    for _ in range(2):
        signup(session, person(session), rota, one)
    first = signup(session, person(session), rota, one, status="waitlisted")
    second = signup(session, person(session), rota, one, status="waitlisted")
    session.commit()
    answer = manager.patch(f"{API}/shifts/{one.id}", json={"capacity": 3})
    assert (answer.json["capacity"], answer.json["taken"]) == (3, 3)
    for waiting in (first, second):
        session.refresh(waiting)
    assert first.offered_until is not None
    assert second.offered_until is None
    kinds = [kind for kind, _ in letters_to(session, session.get_one(Person, first.person_id))]
    assert kinds == ["volunteering.signup-offered"]


def test_nobody_who_has_a_place_loses_it_to_less_room(
    session: Session, manager: Browser, rota: Need
) -> None:
    one = only(session, rota)
    for _ in range(2):
        signup(session, person(session), rota, one)
    session.commit()
    answer = manager.patch(f"{API}/shifts/{one.id}", json={"capacity": 1})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == ["capacity"]


def test_an_edit_of_what_another_has_changed_is_refused(
    manager: Browser, rota: Need, session: Session
) -> None:
    one = only(session, rota)
    [shown] = planned(manager, rota)
    read = {"If-Match": shown["edition"]}
    with time_machine.travel(LATER, tick=False):
        first = manager.patch(f"{API}/shifts/{one.id}", json={"capacity": 5}, headers=read)
        second = manager.patch(f"{API}/shifts/{one.id}", json={"capacity": 6}, headers=read)
        again = {"If-Match": first.headers["ETag"]}
        third = manager.patch(f"{API}/shifts/{one.id}", json={"capacity": 7}, headers=again)
    assert [a.status_code for a in (first, second, third)] == [200, 412, 200]


def test_a_sign_up_does_not_outdate_what_the_association_reads(
    app: Application, manager: Browser, rota: Need, session: Session
) -> None:
    [before] = planned(manager, rota)
    visitor = signed_in(app, person(session))
    assert visitor.post(f"{API}/shifts/{before['id']}/signups", json={}).status_code == 201
    [after] = planned(manager, rota)
    assert (after["taken"], after["edition"]) == (1, before["edition"])


def test_what_has_begun_is_neither_moved_nor_cancelled(
    app: Application, runs_it: Person, rota: Need
) -> None:
    with time_machine.travel(TUESDAY + timedelta(minutes=1), tick=False):
        manager = signed_in(app, runs_it)
        [one] = planned(manager, rota)
        moved = manager.patch(f"{API}/shifts/{one['id']}", json={"capacity": 9})
        cancelled = manager.post(f"{API}/shifts/{one['id']}/cancel", json={})
    assert [(a.status_code, a.json["rule"]) for a in (moved, cancelled)] == [
        (409, "shift-begun")
    ] * 2


# Cancelling


def test_a_cancelled_shift_is_told_of_and_takes_nobody_more(
    app: Application, session: Session, manager: Browser, rota: Need
) -> None:
    one = only(session, rota)
    karen, bo = person(session), person(session)
    mine = signup(session, karen, rota, one)
    held = signup(session, bo, rota, one, offered=True)
    session.commit()
    path = f"{API}/shifts/{one.id}/cancel"
    answers = [manager.post(path, json={"message": "Hallen er lukket."}) for _ in range(2)]
    assert [a.status_code for a in answers] == [200, 200]
    assert answers[0].json["cancelled_at"] is not None
    assert [(kind, said["message"]) for kind, said in letters_to(session, karen)] == [
        ("volunteering.shift-cancelled", "Hallen er lukket.")
    ]
    taken = signed_in(app, bo).post(f"{API}/signups/{held.id}/take")
    assert (taken.status_code, taken.json["type"]) == (409, "/problems/offer-gone")
    new = signed_in(app, person(session)).post(f"{API}/shifts/{one.id}/signups", json={})
    assert (new.status_code, new.json["type"]) == (409, "/problems/need-closed")
    yes = manager.post(f"{API}/signups/{held.id}/accept", json={})
    assert yes.status_code == 409
    [listed] = get(signed_in(app, karen), "/me/signups")["items"]
    assert (listed["id"], listed["status"]) == (str(mine.id), "accepted")
    assert listed["shift"]["cancelled_at"] is not None
    assert get(manager, f"/needs/{rota.id}")["shifts"] == []
    assert get(manager, f"/needs/{rota.id}")["when"]["next"] is None
    assert only(session, rota).taken == 1


def test_of_a_cancelled_shift_the_association_has_nothing_left_to_answer(
    session: Session, manager: Browser, rota: Need
) -> None:
    one = only(session, rota)
    open_ones = {
        str(signup(session, person(session), rota, one, status=status).id)
        for status in ("applied", "accepted", "waitlisted")
    }
    session.commit()
    manager.post(f"{API}/shifts/{one.id}/cancel", json={})
    path = f"/associations/{rota.association.slug}/signups"
    shown = get(manager, path, group="past")
    assert {item["id"] for item in shown["items"]} == open_ones
    assert shown["counts"] == {"unanswered": 0, "coming": 0, "waiting": 0, "past": 3}
    assert get(manager, path, group="unanswered")["items"] == []


def test_a_place_given_back_at_a_cancelled_shift_is_offered_to_nobody(
    app: Application, session: Session, manager: Browser, rota: Need
) -> None:
    one = only(session, rota)
    karen = person(session)
    mine = signup(session, karen, rota, one)
    waiting = signup(session, person(session), rota, one, status="waitlisted")
    session.commit()
    manager.post(f"{API}/shifts/{one.id}/cancel", json={})
    assert signed_in(app, karen).post(f"{API}/signups/{mine.id}/withdraw").status_code == 200
    session.refresh(waiting)
    assert waiting.offered_until is None
    assert only(session, rota).taken == 0


def test_a_shift_at_the_time_of_a_cancelled_one_is_no_overlap(
    app: Application, session: Session, manager: Browser, rota: Need
) -> None:
    one = only(session, rota)
    karen = person(session)
    signup(session, karen, rota, one)
    other = need(session, shifts=[shift(TUESDAY)])
    session.commit()
    browser, path = signed_in(app, karen), f"{API}/shifts/{only(session, other).id}/signups"
    assert browser.post(path, json={}).status_code == 409
    manager.post(f"{API}/shifts/{one.id}/cancel", json={})
    assert browser.post(path, json={}).status_code == 201


def test_a_place_at_a_cancelled_shift_is_forgotten_after_a_year(
    session: Session, rota: Need
) -> None:
    one = only(session, rota)
    signup(session, person(session), rota, one)
    one.cancelled_at = NOW
    session.flush()
    assert retire(session, NOW + timedelta(days=364))["signups"] == 0
    assert retire(session, NOW + timedelta(days=366))["signups"] == 1


def test_only_a_shift_that_nobody_has_signed_up_for_is_deleted(
    session: Session, manager: Browser, rota: Need
) -> None:
    one = only(session, rota)
    gone = signup(session, person(session), rota, one, status="withdrawn")
    session.commit()
    refused = manager.delete(f"{API}/shifts/{one.id}")
    assert (refused.status_code, refused.json["rule"]) == (409, "shift-has-signups")
    session.delete(session.get_one(Signup, gone.id))
    session.commit()
    assert manager.delete(f"{API}/shifts/{one.id}").status_code == 204
    assert shifts_of(session, rota) == []
    session.refresh(rota)
    assert rota.slots == []


# Every week

EVENINGS = {
    "weekdays": ["tue"],
    "starts": "19:00",
    "ends": "21:00",
    "from": "2027-03-02",
    "until": "2027-04-06",
    "capacity": 2,
}


def test_tuesday_at_19_stays_so_when_the_clock_changes(
    manager: Browser, rota: Need, session: Session
) -> None:
    made = manager.post(f"{API}/needs/{rota.id}/shifts/weekly", json=EVENINGS)
    assert made.json["made"] == 5, made.text
    assert [item["starts_at"] for item in made.json["items"]] == [
        "2027-03-02T19:00:00+01:00",
        "2027-03-09T19:00:00+01:00",
        "2027-03-16T19:00:00+01:00",
        "2027-03-23T19:00:00+01:00",
        "2027-03-30T19:00:00+02:00",
        "2027-04-06T19:00:00+02:00",
    ]
    assert [item["exists"] for item in made.json["items"]] == [False, True] + [False] * 4
    kept = [one.starts_at.astimezone(COPENHAGEN) for one in shifts_of(session, rota)]
    assert {moment.time() for moment in kept} == {time(19)}
    assert [s["starts_at"][11:] for s in get(manager, f"/needs/{rota.id}")["shifts"]][-2:] == [
        "19:00:00+02:00"
    ] * 2


def test_a_dry_run_shows_holidays_and_makes_nothing(
    manager: Browser, rota: Need, session: Session
) -> None:
    body = EVENINGS | {"weekdays": ["thu", "fri"], "from": "2027-03-25", "until": "2027-03-26"}
    asked = body | {"skip_holidays": True, "dry_run": True}
    path = f"{API}/needs/{rota.id}/shifts/weekly"
    shown = manager.post(path, json=asked).json
    assert shown["made"] == 0
    assert [(i["holiday"], i["skipped"]) for i in shown["items"]] == [
        ("Skærtorsdag", True),
        ("Langfredag", True),
    ]
    english = manager.post(path, json=asked, headers={"Accept-Language": "en"}).json
    assert [i["holiday"] for i in english["items"]] == ["Maundy Thursday", "Good Friday"]
    held = manager.post(path, json=body).json
    assert (held["made"], [i["skipped"] for i in held["items"]]) == (2, [False, False])
    assert len(shifts_of(session, rota)) == 3


def test_a_night_watch_ends_on_the_next_day(manager: Browser, rota: Need) -> None:
    body = EVENINGS | {"starts": "22:00", "ends": "02:00", "until": "2027-03-02"}
    [night] = manager.post(f"{API}/needs/{rota.id}/shifts/weekly", json=body).json["items"]
    assert night["ends_at"] == "2027-03-03T02:00:00+01:00"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"until": "2027-03-01"}, "until"),
        ({"until": "2028-03-04"}, "until"),
        ({"weekdays": []}, "weekdays"),
        ({"weekdays": ["someday"]}, "weekdays.0"),
        ({"starts": "25:00"}, "starts"),
        ({"starts": "7:00"}, "starts"),
        ({"minimum_crew": 3}, "minimum_crew"),
    ],
)
def test_a_week_that_cannot_be_is_refused_by_its_field(
    changed: dict[str, Any], field: str, manager: Browser, rota: Need
) -> None:
    answer = manager.post(f"{API}/needs/{rota.id}/shifts/weekly", json=EVENINGS | changed)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_need_has_no_more_shifts_than_a_year_of_days(manager: Browser, rota: Need) -> None:
    daily = EVENINGS | {
        "weekdays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        "from": "2027-03-02",
        "until": str(date(2027, 3, 2) + timedelta(days=366)),
    }
    path = f"{API}/needs/{rota.id}/shifts/weekly"
    assert manager.post(path, json=daily).json["made"] == 366
    again = manager.post(path, json=daily | {"starts": "08:00", "ends": "09:00"})
    assert (again.status_code, again.json["rule"]) == (409, "too-many-shifts")
