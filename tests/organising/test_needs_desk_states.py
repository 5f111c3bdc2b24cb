"""What becomes of needs: published, renewed, paused, closed, written anew, hidden, over."""

import dataclasses
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need, shift
from factories.people import Browser, person, signed_in, staff
from factories.signups import shifts_of, signup
from reading import API, get, titles
from samspil.associations.models import Association
from samspil.core import jobs, time
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.privacy import Someone, erase
from samspil.needs.models import Need
from samspil.needs.rules import LONGEST_PUBLISHED
from samspil.organising import states as tasks
from samspil.people.models import Person
from samspil.settings import Settings
from samspil.signups.models import Signup

A_DAY = timedelta(days=1)
# When what is published now ends by itself; a day has 24 hours, also in the week of summer time.
ENDS = NOW.astimezone(UTC) + LONGEST_PUBLISHED
ENOUGH: dict[str, Any] = {
    "title": "Bag kage",
    "summary": "Til sommerfesten",
    "description": "Vi bager i køkkenet.",
    "commitment": "ongoing",
    "places": ["tikoeb"],
    "wanted": 2,
}


@pytest.fixture
def klub(session: Session) -> Association:
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def manager(session: Session, klub: Association) -> Person:
    """Who runs the association."""
    who = person(session, name="Hanne", email="hanne@demo.example")
    takes_part(session, who, klub)
    return who


@pytest.fixture
def hanne(app: Application, manager: Person) -> Browser:
    """Her browser."""
    return signed_in(app, manager)


@pytest.fixture
def worker(app: Application, session: Session) -> Browser:
    """Who decides on needs, and on nothing else."""
    return signed_in(app, staff(session, "volunteering"))


def write(browser: Browser, **values: Any) -> Any:
    made = browser.post(f"{API}/associations/klubben/needs", json=ENOUGH | values)
    assert made.status_code == 201, made.text
    return made.json


def do(browser: Browser, what: str, need_id: Any, status: int = 200, **sent: Any) -> Any:
    body = sent if what == "duplicate" else None
    answer = browser.post(f"{API}/needs/{need_id}/{what}", json=body)
    assert answer.status_code == status, answer.text
    return answer.json


def mails(session: Session, to: Person) -> list[str]:
    found = session.scalars(select(Mail).where(Mail.to_address == to.email).order_by(Mail.id))
    return [mail.kind.removeprefix("volunteering.") for mail in found]


def state_of(session: Session, one: Signup) -> str:
    session.expire_all()
    return session.get_one(Signup, one.id).status


def in_state(session: Session, klub: Association, status: str) -> Need:
    made = need(session, of=klub, status=status)
    session.commit()
    return made


@pytest.mark.parametrize(
    ("what", "becomes"),
    [
        (
            "publish",
            dict.fromkeys(("draft", "published", "paused", "filled", "closed"), "published"),
        ),
        ("pause", {"published": "paused", "filled": "paused"}),
        ("close", {"published": "closed", "filled": "closed", "paused": "closed"}),
    ],
)
@pytest.mark.parametrize("status", ["draft", "published", "paused", "filled", "closed"])
def test_each_state_becomes_what_it_can_and_nothing_else(
    session: Session,
    hanne: Browser,
    klub: Association,
    status: str,
    what: str,
    becomes: dict[str, str],
) -> None:
    made = in_state(session, klub, status)
    may = get(hanne, f"/needs/{made.id}/desk")["may"]
    assert may[what] == (status in becomes)
    if status in becomes:
        done = do(hanne, what, made.id)
        assert done["status"] == becomes[status]
        fields = [item["fields"] for item in get(hanne, f"/needs/{made.id}/history")["items"]]
        moved = [] if becomes[status] == status else [{"status": [status, becomes[status]]}]
        assert fields == moved
    else:
        assert do(hanne, what, made.id, 409)["type"] == "/problems/conflict"
        assert get(hanne, f"/needs/{made.id}/desk")["status"] == status


@pytest.mark.parametrize("status", ["draft", "published", "paused", "filled", "closed"])
def test_only_a_draft_is_deleted(
    session: Session, hanne: Browser, klub: Association, status: str
) -> None:
    made = in_state(session, klub, status)
    gone = hanne.delete(f"{API}/needs/{made.id}")
    assert gone.status_code == (204 if status == "draft" else 409)
    left = hanne.get(f"{API}/needs/{made.id}/desk").status_code
    assert left == (404 if status == "draft" else 200)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Vælg, hvor opgaven er, eller at den kan løses hjemmefra."),
        ("en", "Choose where the task is, or that it can be done from home."),
    ],
)
def test_publishing_is_refused_with_all_that_is_missing(
    hanne: Browser, language: str, said: str
) -> None:
    draft = hanne.post(f"{API}/associations/klubben/needs", json={"title": "Bag kage"}).json["id"]
    headers = {"Accept-Language": language}
    refused = hanne.post(f"{API}/needs/{draft}/publish", headers=headers)
    assert refused.status_code == 422
    assert refused.json["type"] == "/problems/validation"
    shown = hanne.get(f"{API}/needs/{draft}/desk", headers=headers).json["missing"]
    assert refused.json["errors"] == {line["field"]: [line["text"]] for line in shown}
    assert refused.json["errors"]["places"] == [said]
    assert len(shown) == 5


def test_a_once_need_is_published_with_a_coming_shift_that_is_not_cancelled(
    session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    for starts, cancelled, status in (
        (now + A_DAY, None, 200),
        (now + A_DAY, now, 422),
        (now - A_DAY, None, 422),
    ):
        made = need(session, of=klub, shifts=[shift(starts)], status="draft")
        shifts_of(session, made)[0].cancelled_at = cancelled
        session.commit()
        answer = do(hanne, "publish", made.id, status)
        assert status == 200 or list(answer["errors"]) == ["from_day"]


def test_what_is_published_is_seen_counted_and_taken(
    app: Application, session: Session, hanne: Browser
) -> None:
    client = app.test_client()
    draft = write(hanne)["id"]
    assert titles(client) == set()
    do(hanne, "publish", draft)
    assert titles(client) == {"Bag kage"}
    assert get(client, "/associations/klubben")["open_needs"] == 1
    helper = signed_in(app, person(session))
    assert helper.post(f"{API}/needs/{draft}/signups", json={}).status_code == 201
    do(hanne, "pause", draft)
    assert titles(client) == set()
    assert get(client, "/associations/klubben")["open_needs"] == 0
    assert get(client, f"/needs/{draft}")["status"] == "paused"
    late = signed_in(app, person(session)).post(f"{API}/needs/{draft}/signups", json={})
    assert late.json["type"] == "/problems/need-closed"
    do(hanne, "publish", draft)
    assert titles(client) == {"Bag kage"}


def test_what_is_full_when_it_is_published_again_says_so(
    session: Session, hanne: Browser, klub: Association
) -> None:
    full = need(session, of=klub, wanted=1, status="paused")
    signup(session, person(session), full)
    session.commit()
    assert do(hanne, "publish", full.id)["status"] == "filled"


def test_renewing_lengthens_a_needs_time_and_does_not_make_it_new(
    app: Application, session: Session, manager: Person, klub: Association
) -> None:
    made = in_state(session, klub, "published")
    with time_machine.travel(ENDS - 80 * A_DAY, tick=False):
        hanne = signed_in(app, manager)
        renewed = do(hanne, "publish", made.id)
        assert datetime.fromisoformat(renewed["published_at"]) == NOW
        assert datetime.fromisoformat(renewed["open_until"]) == ENDS + 100 * A_DAY
        # A pause does not make it new either; having been closed does.
        do(hanne, "pause", made.id)
        assert datetime.fromisoformat(do(hanne, "publish", made.id)["published_at"]) == NOW
        do(hanne, "close", made.id)
        again = do(hanne, "publish", made.id)
        assert datetime.fromisoformat(again["published_at"]) == ENDS - 80 * A_DAY


def test_closing_tells_who_waits_and_leaves_who_has_a_place(
    session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    closing = need(session, of=klub, wanted=2, shifts=[shift(now + A_DAY)], takes_whole=True)
    [evening] = shifts_of(session, closing)
    people = {
        name: person(session) for name in ("accepted", "offered", "applied", "waiting", "evening")
    }
    made = {
        "accepted": signup(session, people["accepted"], closing),
        "offered": signup(session, people["offered"], closing, offered=True),
        "applied": signup(session, people["applied"], closing, status="applied"),
        "waiting": signup(session, people["waiting"], closing, status="waitlisted"),
        "evening": signup(session, people["evening"], closing, evening, status="waitlisted"),
    }
    session.commit()
    assert do(hanne, "close", closing.id)["taken"] == 1
    states = {name: state_of(session, one) for name, one in made.items()}
    assert states == dict.fromkeys(made, "declined") | {"accepted": "accepted"}
    told = {name: mails(session, who) for name, who in people.items()}
    assert told == {name: ["need-closed"] for name in people} | {"accepted": []}


def test_another_season_is_a_draft_with_its_days_moved_and_without_its_people(
    session: Session, hanne: Browser
) -> None:
    values = ENOUGH | {
        "from_day": "2027-08-31",
        "until_day": "2028-05-30",
        "deadline": "2027-08-20",
        "interests": ["school"],
        "positions": [{"lat": 56.02, "lon": 12.45}],
        "contact": {"name": "Kagen", "email": "kage@demo.example", "phone": None},
    }
    first = write(hanne, **values)
    do(hanne, "publish", first["id"])
    signup(session, person(session), session.get_one(Need, uuid.UUID(first["id"])))
    session.commit()
    other = do(hanne, "duplicate", first["id"], 201)
    assert other["moved"] == {"by_days": 364, "emptied": []}
    days = {"from_day": "2028-08-29", "until_day": "2029-05-29", "deadline": "2028-08-18"}
    assert {name: other[name] for name in days} == days
    assert (other["status"], other["taken"], other["published_at"]) == ("draft", 0, None)
    assert other["id"] != first["id"]
    same = ("title", "summary", "description", "commitment", "wanted", "places", "interests")
    for name in (*same, "positions", "position_accuracy", "contact", "missing"):
        assert other[name] == first[name], name
    given = do(hanne, "duplicate", first["id"], 201, from_day="2027-09-07")
    assert (given["from_day"], given["until_day"]) == ("2027-09-07", "2028-06-06")
    assert do(hanne, "publish", given["id"])["status"] == "published"


def test_a_rota_is_copied_with_its_shifts_and_how_many_they_want(
    session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    old = [
        shift(now - 30 * A_DAY, capacity=3),
        shift(now + A_DAY, capacity=7, minimum_crew=2),
        shift(now + 2 * A_DAY, capacity=9),
    ]
    rota = need(session, of=klub, shifts=old, wanted=7, takes_whole=False)
    *before, called_off = shifts_of(session, rota)
    called_off.cancelled_at = now
    signup(session, person(session), rota, before[1])
    session.commit()
    copy = do(hanne, "duplicate", rota.id, 201)
    assert (copy["wanted"], copy["taken"]) == (10, 0)
    assert copy["moved"] == {"by_days": 364, "emptied": []}
    made = shifts_of(session, session.get_one(Need, uuid.UUID(copy["id"])))
    wanted = ("capacity", "minimum_crew")
    assert [[getattr(one, name) for name in wanted] for one in made] == [
        [getattr(one, name) for name in wanted] for one in before
    ]
    # The same weekday and time of the day, also over the change of the clock.
    for one, was in zip(made, before, strict=True):
        assert time.local(one.starts_at).time() == time.local(was.starts_at).time()
        assert (time.local(one.starts_at).date() - time.local(was.starts_at).date()).days == 364
        assert one.taken == 0
    given = do(hanne, "duplicate", rota.id, 201, from_day="2027-06-01")
    first, *_ = shifts_of(session, session.get_one(Need, uuid.UUID(given["id"])))
    assert str(time.local(first.starts_at).date()) == "2027-06-01"


def test_a_duplicate_is_made_once(session: Session, hanne: Browser, klub: Association) -> None:
    made = in_state(session, klub, "closed")
    path, sent = f"{API}/needs/{made.id}/duplicate", {"id": str(uuid.uuid4())}
    twice = [hanne.post(path, json=sent) for _ in range(2)]
    assert [answer.status_code for answer in twice] == [201, 201]
    assert [answer.json["id"] for answer in twice] == [sent["id"]] * 2
    assert twice[0].json == twice[1].json
    assert hanne.post(path, json={"id": str(made.id)}).status_code == 409


def test_staff_show_what_they_have_hidden_and_what_fell_free_goes_to_who_waits(
    app: Application, session: Session, hanne: Browser, klub: Association, worker: Browser
) -> None:
    hidden = need(session, of=klub, wanted=1)
    held = signup(session, leaving := person(session), hidden)
    waits = signup(session, person(session), hidden, status="waitlisted")
    session.commit()
    path = f"{API}/staff/needs/{hidden.id}/show"
    assert worker.post(path).json["type"] == "/problems/conflict"
    assert hanne.post(path).status_code == 403
    report = {"kind": "need", "id": str(hidden.id), "reason": "Reklame"}
    app.test_client().post(f"{API}/reports", json=report)
    [open_report] = get(worker, "/staff/reports")["items"]
    worker.post(f"{API}/staff/reports/{open_report['id']}/uphold", json={"decision": "Reklame"})
    desk = get(hanne, f"/needs/{hidden.id}/desk")
    assert (desk["shown"], desk["hidden_reason"]) == (False, "Reklame")
    theirs = signed_in(app, leaving)
    assert theirs.post(f"{API}/signups/{held.id}/withdraw").status_code == 200
    assert worker.post(path).status_code == 204
    assert get(app.test_client(), f"/needs/{hidden.id}")["title"] == hidden.title
    session.expire_all()
    assert session.get_one(Signup, waits.id).offered_until is not None
    told = session.scalars(select(Mail.kind).where(Mail.to_address == "hanne@demo.example"))
    assert set(told) >= {"volunteering.need-hidden", "volunteering.need-shown"}
    history = get(hanne, f"/needs/{hidden.id}/history")["items"]
    assert {"hidden_reason": ["Reklame", None]} in [item["fields"] for item in history]


def test_who_decides_on_associations_alone_does_not_show_needs(
    app: Application, session: Session, klub: Association
) -> None:
    hidden = need(session, of=klub)
    hidden.shown, hidden.hidden_reason = False, "Reklame"
    session.commit()
    other = signed_in(app, staff(session, "associations"))
    assert other.post(f"{API}/staff/needs/{hidden.id}/show").status_code == 403


# Its time is over


@pytest.fixture
def work(app: Application) -> jobs.Work:
    settings: Settings = dataclasses.replace(app.settings)
    return jobs.Work(settings, app.database, last_try=False)


def test_a_need_is_told_of_once_and_closes_by_itself_with_who_waits(
    app: Application, session: Session, hanne: Browser, klub: Association, work: jobs.Work
) -> None:
    shown = need(session, of=klub, title="Bag kage")
    waits = signup(session, somebody := person(session), shown, status="waitlisted")
    unseen = need(session, of=association(session, status="pending"))
    session.commit()

    def told_on(moment: datetime) -> list[str]:
        with time_machine.travel(moment, tick=False):
            tasks.warn_of_ends(work)
            tasks.close_needs(work)
        sent = select(Mail).where(Mail.kind == "volunteering.need-expires")
        return [str(mail.to_address) for mail in session.scalars(sent)]

    before = get(hanne, f"/needs/{shown.id}/desk")["updated_at"]
    assert told_on(ENDS - 15 * A_DAY) == []
    assert told_on(ENDS - 14 * A_DAY) == ["hanne@demo.example"]
    assert told_on(ENDS - 13 * A_DAY) == ["hanne@demo.example"]
    assert get(hanne, f"/needs/{shown.id}/desk")["updated_at"] == before
    mail = session.scalars(select(Mail).where(Mail.kind == "volunteering.need-expires")).one()
    assert mail.link == f"/forening/klubben/opgaver/{shown.id}"
    assert mail.said["need"] == "Bag kage"
    assert state_of(session, waits) == "waitlisted"
    told_on(ENDS)
    assert get(hanne, f"/needs/{shown.id}/desk")["status"] == "closed"
    assert get(app.test_client(), "/associations/klubben")["open_needs"] == 0
    assert state_of(session, waits) == "declined"
    assert mails(session, somebody) == ["need-closed"]
    assert session.get_one(Need, unseen.id).status == "closed"
    done = session.scalars(select(AuditEntry).where(AuditEntry.object_id == str(shown.id)))
    assert [(entry.action, entry.actor_id) for entry in done] == [("expire", None)]
    told = get(hanne, f"/needs/{shown.id}/history")["items"]
    assert {one["action"] for one in told} == {None, "expire", "decline"}
    [change] = [one for one in told if one["action"] is None]
    assert change == change | {"by": None, "fields": {"status": ["published", "closed"]}}


def test_one_that_is_renewed_after_the_mail_goes_on_and_is_told_of_again(
    app: Application, session: Session, manager: Person, klub: Association, work: jobs.Work
) -> None:
    shown = in_state(session, klub, "published")
    with time_machine.travel(ENDS - A_DAY, tick=False):
        tasks.warn_of_ends(work)
        do(signed_in(app, manager), "publish", shown.id)
    with time_machine.travel(ENDS + A_DAY, tick=False):
        tasks.close_needs(work)
        tasks.warn_of_ends(work)
        assert get(app.test_client(), f"/needs/{shown.id}")["status"] == "published"
    with time_machine.travel(ENDS - A_DAY + LONGEST_PUBLISHED - A_DAY, tick=False):
        tasks.warn_of_ends(work)
    sent = select(Mail).where(Mail.kind == "volunteering.need-expires")
    assert len(session.scalars(sent).all()) == 2


def test_after_its_deadline_people_are_still_answered_and_places_passed_on(
    app: Application, session: Session, klub: Association, work: jobs.Work
) -> None:
    last_day = NOW.date() + 20 * A_DAY
    course = need(session, of=klub, wanted=1, deadline=NOW.date(), until_day=last_day)
    held = signup(session, leaving := person(session), course)
    waits = signup(session, person(session), course, status="waitlisted")
    session.commit()
    with time_machine.travel(NOW + 2 * A_DAY, tick=False):
        tasks.warn_of_ends(work)
        tasks.close_needs(work)
        assert signed_in(app, leaving).post(f"{API}/signups/{held.id}/withdraw").status_code == 200
    assert state_of(session, waits) == "waitlisted"
    assert session.get_one(Signup, waits.id).offered_until is not None
    with time_machine.travel(NOW + 21 * A_DAY, tick=False):
        tasks.close_needs(work)
    assert state_of(session, waits) == "declined"
    # The days were of its own choosing: nobody had to be told.
    assert session.scalars(select(Mail).where(Mail.kind == "volunteering.need-expires")).all() == []


def test_who_signed_up_before_there_were_shifts_can_still_withdraw(
    app: Application, session: Session, hanne: Browser, klub: Association
) -> None:
    grown = need(session, of=klub, takes_whole=False)
    early = signup(session, who := person(session), grown)
    session.commit()
    starts = (NOW + A_DAY).isoformat()
    ends = (NOW + A_DAY + timedelta(hours=2)).isoformat()
    sent = {"starts_at": starts, "ends_at": ends, "capacity": 3}
    assert hanne.post(f"{API}/needs/{grown.id}/shifts", json=sent).status_code == 201
    waited = signup(session, person(session), grown, status="waitlisted")
    session.commit()
    assert signed_in(app, who).post(f"{API}/signups/{early.id}/withdraw").status_code == 200
    desk = get(hanne, f"/needs/{grown.id}/desk")
    assert (desk["wanted"], desk["taken"]) == (3, 0)
    do(hanne, "close", grown.id)
    assert state_of(session, waited) == "declined"


def test_a_once_need_that_has_another_date_after_its_shifts_is_open_until_then(
    session: Session, hanne: Browser, klub: Association, now: datetime
) -> None:
    again = need(session, of=klub, shifts=[shift(now - 9 * A_DAY)], status="closed")
    session.commit()
    hanne.patch(f"{API}/needs/{again.id}", json={"from_day": "2027-03-20"})
    assert do(hanne, "publish", again.id)["open_until"] == "2027-03-21T00:00:00+01:00"


def test_a_contact_who_is_erased_is_forgotten_in_the_history_too(
    session: Session, hanne: Browser
) -> None:
    karen = person(session, email="karen@demo.example")
    draft = write(hanne)["id"]
    hanne.patch(f"{API}/needs/{draft}", json={"contact": {"email": "karen@demo.example"}})
    erase(session, Someone(karen.id, "karen@demo.example", karen.name), NOW)
    session.commit()
    desk = get(hanne, f"/needs/{draft}/desk")
    assert desk["contact"] is None
    assert "karen" not in str(get(hanne, f"/needs/{draft}/history"))


def test_the_history_tells_of_shifts_answers_and_whom_they_were_about(
    hanne: Browser, session: Session, klub: Association
) -> None:
    shown = need(session, of=klub, shifts=[shift(NOW + A_DAY)])
    [evening] = shifts_of(session, shown)
    bo = person(session, name="Bo", email="bo@demo.example")
    made = signup(session, bo, shown, evening, status="applied")
    starts, ends = NOW + 8 * A_DAY, NOW + 8 * A_DAY + timedelta(hours=2)
    path = f"{API}/needs/{shown.id}/shifts"
    added = hanne.post(
        path,
        json={"starts_at": starts.isoformat(), "ends_at": ends.isoformat(), "capacity": 2},
    )
    assert added.status_code == 201, added.text
    hanne.delete(f"{API}/shifts/{added.json['id']}")
    hanne.patch(f"{API}/shifts/{evening.id}", json={"capacity": 7})
    hanne.post(f"{API}/signups/{made.id}/decline", json={})
    hanne.post(f"{API}/signups/{made.id}/reopen")

    def seen() -> list[Any]:
        return [
            (one["action"], one["kind"], one["person"], one["by"] and one["by"]["name"])
            for one in get(hanne, f"/needs/{shown.id}/history")["items"]
        ]

    # The clock stands still: there is no order.
    assert set(seen()) == {
        ("reopen", "signup", "Bo", "Hanne"),
        ("decline", "signup", "Bo", "Hanne"),
        (None, "shift", None, "Hanne"),
        ("delete-shift", "need", None, "Hanne"),
        ("add-shifts", "need", None, "Hanne"),
    }
    told = {one["action"]: one for one in get(hanne, f"/needs/{shown.id}/history")["items"]}
    assert told[None]["fields"]["capacity"][1] == 7
    assert told["reopen"]["moment"] == told[None]["moment"] is not None
    assert told["delete-shift"]["facts"]["starts_at"] == time.local(starts).isoformat()
    first = get(hanne, f"/needs/{shown.id}/history?limit=2")
    rest = get(hanne, f"/needs/{shown.id}/history?limit=9&cursor={first['next_cursor']}")
    assert len([*first["items"], *rest["items"]]) == 5
    erase(session, Someone(bo.id, "bo@demo.example", "Bo"), NOW)
    session.expire_all()
    assert "Bo" not in str(seen())
