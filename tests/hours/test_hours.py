"""Hours: written down by either side, confirmed by the association, counted for who gave them."""

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from at_once import at_once
from databases import NOW
from factories.associations import association, takes_part
from factories.hours import hours
from factories.needs import need, shift
from factories.people import Browser, person, signed_in
from factories.signups import shifts_of, signup
from reading import API, get
from samspil.associations.models import Association
from samspil.associations.services import Merged
from samspil.core import time
from samspil.core.domain import publish
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.privacy import Someone, data_of, erase, retire
from samspil.hours import rules
from samspil.hours.models import HoursEntry
from samspil.needs.models import Shift
from samspil.people.models import Person
from samspil.signups.models import Signup

YESTERDAY = "2027-02-28"
A_DAY = timedelta(days=1)


@pytest.fixture
def klub(session: Session) -> Association:
    return association(session, name="Klubben")


@pytest.fixture
def hanne(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs the association."""
    runs = person(session, name="Hanne")
    takes_part(session, runs, klub)
    return signed_in(app, runs)


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, name="Karen", email="karen@demo.example")


@pytest.fixture
def place(session: Session, karen: Person, klub: Association) -> Signup:
    """Karen's place at a shift that is over: two hours yesterday evening."""
    evening = time.at_local(time.local(NOW - A_DAY).date(), time.EVENING)
    rota = need(session, of=klub, title="Kagebagning", shifts=[shift(evening)])
    return signup(session, karen, rota, shifts_of(session, rota)[0])


@pytest.fixture
def hers(app: Application, karen: Person, place: Signup) -> Browser:
    del place
    return signed_in(app, karen)


def ask(client: Browser, method: str, path: str, status: int, body: Any = None, **sent: Any) -> Any:
    answer = client.open(API + path, method=method, json=body, **sent)
    assert answer.status_code == status, answer.text
    return answer.json


def entered(client: Browser, klub: Association, status: int = 201, **values: Any) -> Any:
    usual = {"association": klub.slug, "day": "2027-02-20", "minutes": 90}
    return ask(client, "POST", "/me/hours", status, usual | values)


def listed(client: Browser, klub: Association, **query: Any) -> list[Any]:
    items: list[Any] = get(client, f"/associations/{klub.slug}/hours", **query)["items"]
    return items


def fields(problem: Mapping[str, Any]) -> set[str]:
    return set(problem["errors"])


# Written down by a volunteer


def test_hours_wait_until_the_association_has_confirmed_them(
    hers: Browser, hanne: Browser, klub: Association
) -> None:
    made = entered(hers, klub, note="Jeg bagte.")
    assert (made["status"], made["entered_by"]) == ("waiting", "volunteer")
    [waiting] = listed(hanne, klub, status="waiting")
    assert (waiting["person"]["name"], waiting["note"]) == ("Karen", "Jeg bagte.")
    ask(hanne, "POST", f"/hours/{made['id']}/confirm", 200, {"minutes": 90})
    year = get(hers, "/me/hours")
    assert year["items"][0]["status"] == "confirmed"
    assert (year["sums"]["confirmed"], year["sums"]["waiting"]) == (90, 0)
    assert get(hanne, f"/associations/{klub.slug}/hours")["sums"] == {
        "waiting": 0,
        "year": 2027,
        "confirmed": 90,
    }


def test_the_same_id_makes_one_entry(hers: Browser, klub: Association) -> None:
    same = {"id": "01890a5d-ac96-774b-bcce-b302099a8099"}
    assert entered(hers, klub, **same) == entered(hers, klub, **same)
    assert len(get(hers, "/me/hours")["items"]) == 1


def test_only_whom_one_has_helped_can_be_named_and_only_what_one_did(
    session: Session, hers: Browser, klub: Association
) -> None:
    assert fields(entered(hers, association(session), 422)) == {"association"}
    assert fields(entered(hers, klub, 422, need=str(need(session, of=klub).id))) == {"need"}
    [helped] = get(hers, "/me/hours")["associations"]
    assert (helped["slug"], [one["title"] for one in helped["needs"]]) == (
        klub.slug,
        ["Kagebagning"],
    )


@pytest.mark.parametrize("day", ["2027-03-02", "2026-02-27"])
def test_a_day_is_neither_to_come_nor_long_ago(hers: Browser, klub: Association, day: str) -> None:
    assert fields(entered(hers, klub, 422, day=day)) == {"day"}


def test_a_day_has_twenty_four_hours(hers: Browser, klub: Association) -> None:
    first = entered(hers, klub, minutes=24 * 60 - 10)
    assert fields(entered(hers, klub, 422, minutes=11)) == {"minutes"}
    entered(hers, klub, minutes=10)
    too_long = ask(hers, "PATCH", f"/hours/{first['id']}", 422, {"minutes": 24 * 60})
    assert fields(too_long) == {"minutes"}


def test_a_shift_is_written_down_once(hers: Browser, klub: Association, place: Signup) -> None:
    first = entered(hers, klub, day=YESTERDAY, need=str(place.need_id))
    again = entered(hers, klub, 409, day=YESTERDAY, need=str(place.need_id))
    assert again["type"] == "/problems/hours-entered"
    assert again["entry"] == first["id"]
    moved = ask(hers, "PATCH", f"/hours/{first['id']}", 422, {"day": "2027-02-20"})
    assert fields(moved) == {"day"}


def test_an_entry_is_the_volunteers_until_it_is_answered(
    hers: Browser, hanne: Browser, klub: Association
) -> None:
    made, gone = entered(hers, klub), entered(hers, klub)
    ask(hers, "PATCH", f"/hours/{made['id']}", 200, {"minutes": 60})
    ask(hers, "DELETE", f"/hours/{gone['id']}", 204)
    ask(hanne, "POST", f"/hours/{made['id']}/confirm", 200, {})
    ask(hers, "PATCH", f"/hours/{made['id']}", 409, {"minutes": 600})
    ask(hers, "DELETE", f"/hours/{made['id']}", 409)
    assert [one["minutes"] for one in get(hers, "/me/hours")["items"]] == [60]


def test_an_edit_of_what_has_changed_since_is_refused(hers: Browser, klub: Association) -> None:
    made = entered(hers, klub)
    stale = {"headers": {"If-Match": '"0"'}}
    ask(hers, "PATCH", f"/hours/{made['id']}", 412, {"minutes": 60}, **stale)


# Answered by the association


def test_only_what_was_seen_is_confirmed(hers: Browser, hanne: Browser, klub: Association) -> None:
    kept, raised = entered(hers, klub), entered(hers, klub)
    ask(hers, "PATCH", f"/hours/{raised['id']}", 200, {"minutes": 1_000})
    ask(hanne, "POST", f"/hours/{raised['id']}/confirm", 412, {"minutes": 90})
    seen = [{"id": one["id"], "minutes": 90} for one in (kept, raised)]
    done = ask(hanne, "POST", f"/associations/{klub.slug}/hours/confirm", 200, {"entries": seen})
    assert done == {"confirmed": [kept["id"]], "left": [raised["id"]]}


def test_a_no_is_told_by_mail_with_its_reason_and_can_be_taken_back(
    session: Session, hers: Browser, hanne: Browser, klub: Association
) -> None:
    made = entered(hers, klub)
    for _ in range(2):
        ask(hanne, "POST", f"/hours/{made['id']}/decline", 200, {"reason": "Det var en anden dag."})
    [mail] = session.scalars(select(Mail).where(Mail.to_address == "karen@demo.example")).all()
    assert mail.kind == "volunteering.hours-declined"
    assert mail.said is not None
    assert mail.said["reason"] == "Det var en anden dag."
    assert get(hers, "/me/hours")["sums"]["waiting"] == 0
    ask(hanne, "POST", f"/hours/{made['id']}/confirm", 200, {})
    assert get(hers, "/me/hours")["items"][0]["reason"] is None


def test_nobody_confirms_their_own_hours(
    app: Application, session: Session, klub: Association
) -> None:
    alone = person(session)
    takes_part(session, alone, klub)
    client = signed_in(app, alone)
    made = entered(client, klub)
    assert ask(client, "POST", f"/hours/{made['id']}/confirm", 409, {})["rule"] == "own-hours"
    seen = {"entries": [{"id": made["id"], "minutes": 90}]}
    done = ask(client, "POST", f"/associations/{klub.slug}/hours/confirm", 200, seen)
    assert done["left"] == [made["id"]]
    assert listed(client, klub)[0]["own"] is True


def test_the_association_enters_hours_for_who_had_a_place(
    session: Session, hers: Browser, hanne: Browser, klub: Association, place: Signup
) -> None:
    del hers
    path = f"/associations/{klub.slug}/hours"
    made = ask(hanne, "POST", path, 201, {"signup": str(place.id)})
    assert (made["day"], made["minutes"], made["status"]) == (YESTERDAY, 120, "confirmed")
    assert ask(hanne, "POST", path, 409, {"signup": str(place.id)})["entry"] == made["id"]
    ask(hanne, "PATCH", f"/hours/{made['id']}", 200, {"minutes": 150})
    elsewhere = signup(session, person(session), need(session))
    refused = ask(hanne, "POST", path, 422, {"signup": str(elsewhere.id), "minutes": 60})
    assert fields(refused) == {"signup"}
    whole = signup(session, person(session), need(session, of=klub))
    assert fields(ask(hanne, "POST", path, 422, {"signup": str(whole.id), "minutes": 60})) == {
        "day"
    }
    for day in ("2027-02-20", "2027-02-21"):
        ask(hanne, "POST", path, 201, {"signup": str(whole.id), "minutes": 60, "day": day})


def test_an_association_does_not_change_a_volunteers_words(
    hers: Browser, hanne: Browser, klub: Association
) -> None:
    made = entered(hers, klub, note="Jeg bagte.")
    ask(hanne, "PATCH", f"/hours/{made['id']}", 403, {"note": "Hun bagte ikke."})


# Attendance


def test_who_came_has_given_the_shifts_hours_and_who_did_not_has_not(
    hers: Browser, hanne: Browser, place: Signup
) -> None:
    for _ in range(2):
        ask(hanne, "POST", f"/signups/{place.id}/attended", 200)
    [entry] = get(hers, "/me/hours")["items"]
    assert (entry["day"], entry["minutes"], entry["status"]) == (YESTERDAY, 120, "confirmed")
    assert entry["need"]["title"] == "Kagebagning"
    ask(hanne, "POST", f"/signups/{place.id}/absent", 200)
    assert get(hers, "/me/hours")["items"] == []


def test_what_people_have_written_themselves_stays_whatever_is_noted(
    hers: Browser, hanne: Browser, klub: Association, place: Signup
) -> None:
    made = entered(hers, klub, day=YESTERDAY, need=str(place.need_id), minutes=45)
    ask(hanne, "POST", f"/signups/{place.id}/attended", 200)
    ask(hanne, "POST", f"/signups/{place.id}/absent", 200)
    assert [one["id"] for one in get(hers, "/me/hours")["items"]] == [made["id"]]


def test_a_changed_entry_of_a_shift_is_not_taken_back(
    hers: Browser, hanne: Browser, place: Signup
) -> None:
    ask(hanne, "POST", f"/signups/{place.id}/attended", 200)
    [entry] = get(hers, "/me/hours")["items"]
    ask(hanne, "PATCH", f"/hours/{entry['id']}", 200, {"minutes": 60})
    ask(hanne, "POST", f"/signups/{place.id}/absent", 200)
    assert [one["minutes"] for one in get(hers, "/me/hours")["items"]] == [60]


# Sums


def test_a_year_is_told_month_by_month_and_by_association(
    session: Session, hers: Browser, karen: Person, klub: Association
) -> None:
    other = association(session, name="Andre")
    for of, day, minutes, status in (
        (klub, "2027-01-31", 60, "confirmed"),
        (klub, "2027-02-01", 30, "waiting"),
        (other, "2027-01-01", 120, "confirmed"),
        (other, "2026-12-31", 600, "confirmed"),
    ):
        at = NOW.date().fromisoformat(day)
        hours(session, karen, of, day=at, minutes=minutes, status=status)
    year = get(hers, "/me/hours")
    assert [(one["confirmed"], one["waiting"]) for one in year["months"][:3]] == [
        (180, 0),
        (0, 30),
        (0, 0),
    ]
    assert (year["year"], year["years"], len(year["months"])) == (2027, [2027, 2026], 12)
    given = [
        (one["association"]["name"], one["confirmed"]) for one in year["sums"]["by_association"]
    ]
    assert given == [("Andre", 120), ("Klubben", 60)]
    assert get(hers, "/me/hours", year=2026)["sums"]["confirmed"] == 600


@pytest.mark.parametrize(("tolerated", "over"), [(44, True), (45, False), (0, False)])
def test_many_hours_in_a_month_are_pointed_out_to_who_gave_them(
    app: Application,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    hers: Browser,
    karen: Person,
    klub: Association,
    tolerated: int,
    over: bool,
) -> None:
    changed = dataclasses.replace(app.settings, volunteer_hours_a_month=tolerated)
    monkeypatch.setattr(app, "settings", changed)
    for number in range(5):
        day = NOW.date() - timedelta(days=10 + number)
        hours(session, karen, klub, day=day, minutes=9 * 60, status="confirmed")
    february = get(hers, "/me/hours")["months"][1]
    assert (february["confirmed"], february["over"]) == (45 * 60, over)


@given(st.datetimes(timezones=st.just(time.COPENHAGEN)), st.integers(1, 60 * 60))
def test_a_shift_of_any_length_gives_hours_that_can_be_kept(starts: Any, minutes: int) -> None:
    one = Shift(starts_at=starts, ends_at=starts + timedelta(minutes=minutes))
    assert 5 <= rules.minutes_of(one) <= 24 * 60


# Moved, taken along, erased


def test_hours_follow_their_association_into_another(
    session: Session, hers: Browser, karen: Person, klub: Association
) -> None:
    target = association(session, name="Den nye")
    hours(session, karen, klub, status="confirmed")
    publish(session, Merged(klub.id, target.id))
    session.expire_all()
    [entry] = get(hers, "/me/hours")["items"]
    assert entry["association"]["name"] == "Den nye"


def test_erasing_leaves_the_associations_sum_and_nothing_of_the_person(
    session: Session, hanne: Browser, karen: Person, klub: Association
) -> None:
    who = Someone(karen.id, "karen@demo.example", "Karen")
    hours(session, karen, klub, status="confirmed", minutes=75, note="Med Bo")
    hours(session, karen, klub)
    mine = hours(session, person(session), klub, status="confirmed", decided_by_id=karen.id)
    assert len(data_of(session, who)["hours_entries"]["rows"]) == 2
    erase(session, who, NOW)
    session.expire_all()
    [_, left] = listed(hanne, klub)
    assert (left["person"], left["note"], left["minutes"]) == (None, "", 75)
    assert mine.decided_by_id is None
    assert get(hanne, f"/associations/{klub.slug}/hours")["sums"]["confirmed"] == 135


def test_what_nobody_has_confirmed_is_forgotten_after_a_year(
    session: Session, karen: Person, klub: Association
) -> None:
    old = {"updated_at": NOW - timedelta(days=366)}
    hours(session, karen, klub, **old)
    kept = [hours(session, karen, klub, status="confirmed", **old), hours(session, karen, klub)]
    assert retire(session, NOW)["hours_entries"] == 1
    assert set(session.scalars(select(HoursEntry.id))) == {one.id for one in kept}


def test_of_a_crowd_that_notes_the_same_attendance_one_makes_the_hours(
    own_app: Application,
) -> None:
    with own_app.database.writing.begin() as session:
        klub, gives = association(session), person(session)
        rota = need(session, of=klub, shifts=[shift(NOW - A_DAY)])
        place = signup(session, gives, rota, shifts_of(session, rota)[0]).id
        run = [person(session) for _ in range(4)]
        for one in run:
            takes_part(session, one, klub)
        slug = klub.slug
    boards, giver = [signed_in(own_app, one) for one in run], signed_in(own_app, gives)
    mine = {"association": slug, "need": str(rota.id), "day": YESTERDAY, "minutes": 60}
    path = f"{API}/signups/{place}/attended"
    answers = at_once(
        lambda: giver.post(f"{API}/me/hours", json=mine).status_code,
        *[lambda b=b: b.post(path).status_code for b in boards],
    )
    assert answers[0] in {201, 409}
    assert answers[1:] == [200] * 4
    with own_app.database.writing() as session:
        assert session.scalar(select(func.count()).select_from(HoursEntry)) == 1


def test_two_entries_that_grow_at_once_do_not_make_a_day_of_more_than_24_hours(
    own_app: Application,
) -> None:
    with own_app.database.writing.begin() as session:
        klub, gives = association(session), person(session)
        both = [hours(session, gives, klub).id for _ in range(2)]
    browsers = [signed_in(own_app, gives) for _ in both]
    for _ in range(5):
        answers = at_once(
            *[
                lambda n=n: browsers[n].patch(f"{API}/hours/{both[n]}", json={"minutes": 23 * 60})
                for n in range(2)
            ]
        )
        assert sorted(answer.status_code for answer in answers) == [200, 422]
        with own_app.database.writing.begin() as session:
            session.execute(update(HoursEntry).values(minutes=60))
