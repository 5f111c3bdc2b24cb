"""What an association's desk for sign-ups does: lists, reminders, contacts, reply times."""

import csv
import io
import uuid
from datetime import timedelta
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
from reading import API, everything, get
from samspil.associations.models import Association
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.signups.models import Message, Signup
from samspil.signups.tasks import write_reply_times

A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
DESK = "/associations/klubben/signups"


@pytest.fixture
def klub(session: Session) -> Association:
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def hanne(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs the association."""
    who = person(session, name="Hanne", email="hanne@demo.example")
    takes_part(session, who, klub)
    return signed_in(app, who)


@pytest.fixture
def rota(session: Session, klub: Association) -> Need:
    shifts = [shift(NOW + A_DAY, capacity=4), shift(NOW + A_WEEK, capacity=4)]
    return need(session, of=klub, title="Bagedag", shifts=shifts)


@pytest.fixture
def tomorrow(session: Session, rota: Need) -> Shift:
    return shifts_of(session, rota)[0]


def send(client: Browser, path: str, status: int, **sent: Any) -> Any:
    answer = client.post(f"{API}{path}", json=sent)
    assert answer.status_code == status, answer.json
    return answer.json


def names(items: list[Any]) -> list[str]:
    return [one["person"]["name"] for one in items]


# A yes that is a wait


def said(session: Session, signup_id: str) -> list[tuple[str | None, str]]:
    """What stands in a thread, and what was done with it."""
    of_it = select(Message.occasion, Message.text).where(Message.signup_id == uuid.UUID(signup_id))
    return [(row.occasion, row.text) for row in session.execute(of_it.order_by(Message.sent_at))]


def last_mail(session: Session, to: str) -> Mail:
    return session.scalars(
        select(Mail).where(Mail.to_address == to).order_by(Mail.id.desc())
    ).first()  # type: ignore[return-value]


@pytest.fixture
def full(session: Session, klub: Association) -> Need:
    """Somebody has its only place."""
    wanted = need(session, of=klub, wanted=1, intake="reviewed", title="Besøgsven")
    signup(session, person(session), wanted)
    return wanted


@pytest.fixture
def asks(session: Session, full: Need) -> str:
    """A sign-up that nobody has answered."""
    bo = person(session, name="Bo", email="bo@demo.example")
    return str(signup(session, bo, full, status="applied").id)


def test_who_is_put_on_the_waiting_list_is_not_welcomed(
    session: Session, hanne: Browser, asks: str
) -> None:
    [row] = get(hanne, f"{DESK}?group=unanswered")["items"]
    assert row["places_left"] == 0
    words = {"message": "Velkommen!", "waiting_message": "Vi er fuldtallige lige nu."}
    # The dialog that knew of a place asks anew, and nothing has been said.
    send(hanne, f"/signups/{asks}/accept", 409, **words, may_wait=False)
    assert said(session, asks) == []
    answered = send(hanne, f"/signups/{asks}/accept", 200, **words)
    assert (answered["status"], answered["position_in_line"]) == ("waitlisted", 1)
    assert said(session, asks) == [("wait", words["waiting_message"])]
    mail = last_mail(session, "bo@demo.example")
    assert mail.kind == "volunteering.signup-put-in-line"
    assert mail.said is not None
    assert (mail.said["message"], mail.said["position"]) == (words["waiting_message"], "1")


def test_the_waiting_list_is_for_when_no_place_is_left(
    session: Session, hanne: Browser, full: Need, asks: str
) -> None:
    waiting = send(hanne, f"/signups/{asks}/wait", 200, message="Vi skriver, når der er plads.")
    assert (waiting["status"], waiting["position_in_line"]) == ("waitlisted", 1)
    assert waiting["answered_at"] is not None
    send(hanne, f"/signups/{asks}/wait", 200, message="To gange er én gang.")
    assert said(session, asks) == [("wait", "Vi skriver, når der er plads.")]
    session.refresh(full)
    full.wanted = 3
    other = str(signup(session, person(session), full, status="applied").id)
    # The first of the two free places is for who waits; the second is nobody's.
    refused = send(hanne, f"/signups/{other}/wait", 409, message="Desværre.")
    assert refused["type"].endswith("/place-left")
    assert said(session, other) == []
    settled = str(signup(session, person(session), full, status="declined").id)
    send(hanne, f"/signups/{settled}/wait", 409)


# The list


def test_each_group_is_listed_in_the_order_in_which_it_is_worked_through(
    hanne: Browser, session: Session, klub: Association, rota: Need
) -> None:
    near, far = shifts_of(session, rota)
    baking = need(session, of=klub, wanted=9)

    def add(name: str, at: Need = baking, when: Shift | None = None, **values: Any) -> Signup:
        return signup(session, person(session, name=name), at, when, **values)

    add("Ny", status="applied")
    add("Venter længst", status="applied", created_at=NOW - A_DAY)
    add("Næste uge", rota, far)
    add("I morgen", rota, near)
    add("Uden dato")
    add("Nummer to", status="waitlisted", created_at=NOW - A_DAY)
    add("Nummer et", status="waitlisted", created_at=NOW - 2 * A_DAY)
    add("Kom", status="attended", changed_at=NOW - A_DAY)
    add("Blev væk", status="absent")
    expected = {
        "unanswered": ["Venter længst", "Ny"],
        "coming": ["I morgen", "Næste uge", "Uden dato"],
        "waiting": ["Nummer et", "Nummer to"],
        "past": ["Blev væk", "Kom"],
    }
    for group, order in expected.items():
        assert names(everything(hanne, DESK, group=group)) == order
        first = get(hanne, DESK, group=group, limit=1)
        rest = get(hanne, DESK, group=group, cursor=first["next_cursor"], limit=1)
        assert names(first["items"] + rest["items"]) == order[:2], "page by page"
    counts = {group: len(order) for group, order in expected.items()}
    assert get(hanne, DESK, group="past")["counts"] == counts
    of_rota = get(hanne, DESK, need=str(rota.id))
    assert of_rota["counts"] == {"unanswered": 0, "coming": 2, "waiting": 0, "past": 0}
    assert names(get(hanne, DESK, shift=str(near.id))["items"]) == ["I morgen"]
    came = get(hanne, DESK, status=["attended", "absent"])["items"]
    assert set(names(came)) == {"Kom", "Blev væk"}


def test_another_associations_need_shows_nothing(hanne: Browser, session: Session) -> None:
    other = need(session, of=association(session))
    signup(session, person(session), other)
    assert get(hanne, DESK, need=str(other.id))["items"] == []


# Reminders


def test_all_who_are_to_come_are_reminded_once_a_day(
    app: Application, hanne: Browser, session: Session, rota: Need, tomorrow: Shift
) -> None:
    karen = person(session, name="Karen", email="karen@demo.example")
    his = person(session, email="bo@demo.example", language="en")
    hers = signup(session, karen, rota, tomorrow)
    signup(session, his, rota, tomorrow)
    signup(session, person(session, email="venter@demo.example"), rota, tomorrow, status="applied")
    path = f"/shifts/{tomorrow.id}/remind"
    assert send(hanne, path, 200, message="Tag forklæde med.") == {"reminded": 2}
    mails = session.scalars(select(Mail).order_by(Mail.id)).all()
    assert [(mail.to_address, mail.language) for mail in mails] == [
        ("karen@demo.example", "da"),
        ("bo@demo.example", "en"),
    ]
    assert mails[0].link is not None
    assert mails[0].link.endswith(f"/mig/tilmeldinger/{hers.id}")
    [said] = get(signed_in(app, karen), f"/signups/{hers.id}/messages")["items"]
    assert (said["occasion"], said["text"]) == ("remind", "Tag forklæde med.")
    assert send(hanne, path, 409)["rule"] == "reminded-today"
    past_midnight = NOW + timedelta(hours=14)
    with time_machine.travel(past_midnight, tick=False):
        boss = session.scalars(select(Person).where(Person.name == "Hanne")).one()
        send(signed_in(app, boss), path, 200)


@pytest.mark.parametrize("why", ["remind-too-late", "remind-nobody"])
def test_nobody_is_reminded_of_what_has_begun_or_has_no_crew(
    hanne: Browser, session: Session, rota: Need, tomorrow: Shift, why: str
) -> None:
    if why == "remind-too-late":
        signup(session, person(session), rota, tomorrow)
        tomorrow.starts_at = NOW
        session.flush()
    assert send(hanne, f"/shifts/{tomorrow.id}/remind", 409)["rule"] == why


def test_two_managers_at_once_remind_once(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        klub = association(session)
        bosses = [person(session) for _ in range(2)]
        for boss in bosses:
            takes_part(session, boss, klub)
        wanted = need(session, of=klub, shifts=[shift(NOW + A_DAY)])
        [evening] = shifts_of(session, wanted)
        signup(session, person(session), wanted, evening)
        path = f"{API}/shifts/{evening.id}/remind"
    clients = [signed_in(own_app, boss) for boss in bosses]
    calls = [lambda c=c: c.post(path, json={}).status_code for c in clients]
    assert sorted(at_once(*calls)) == [200, 409]
    with own_app.database.writing() as session:
        assert session.scalars(select(func.count()).select_from(Mail)).one() == 1


# Contacts


def rows(client: Browser, path: str) -> list[list[str]]:
    answer = client.get(f"{API}{path}")
    assert answer.status_code == 200, answer.json
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.data.startswith(b"\xef\xbb\xbf")
    table = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";")
    return list(table)


def test_a_crews_contacts_open_in_a_spreadsheet_as_they_are(
    hanne: Browser, session: Session, rota: Need, tomorrow: Shift
) -> None:
    signup(session, person(session, name="Åse; Bo", email="aase@demo.example"), rota, tomorrow)
    signup(session, person(session, name="=1+1", email="regn@demo.example"), rota, tomorrow)
    signup(session, person(session), rota, tomorrow, status="applied")
    when = "02.03.2027 10:00"
    expected = [
        ["Navn", "Mail", "Vagt"],
        ["'=1+1", "regn@demo.example", when],
        ["Åse; Bo", "aase@demo.example", when],
    ]
    assert rows(hanne, f"/shifts/{tomorrow.id}/contacts.csv") == expected
    assert rows(hanne, f"/needs/{rota.id}/contacts.csv") == expected


def test_that_addresses_were_taken_is_noted(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        klub = association(session)
        boss = person(session)
        takes_part(session, boss, klub)
        need_id = need(session, of=klub).id
    rows(signed_in(own_app, boss), f"/needs/{need_id}/contacts.csv")
    with own_app.database.writing() as session:
        [noted] = session.scalars(select(AuditEntry).where(AuditEntry.kind == "need"))
        assert (noted.action, noted.actor_id) == ("export-contacts", boss.id)
        assert noted.object_id == str(need_id)


# Reply times


@pytest.mark.parametrize(
    ("waited", "days"),
    [
        ([1, 2], None),
        ([0.1, 0.2, 0.3], 1),
        ([1, 2.5, 30], 3),
        ([1, 2, 4, 8], 3),
    ],
)
def test_the_reply_time_is_the_median_of_enough_answers(
    session: Session, klub: Association, waited: list[float], days: int | None
) -> None:
    wanted = need(session, of=klub, wanted=9)
    asked = NOW - 60 * A_DAY
    for wait in waited:
        values = {"created_at": asked, "answered_at": asked + wait * A_DAY}
        signup(session, person(session), wanted, **values)
    signup(session, person(session), wanted, status="applied", created_at=asked)
    long_ago = NOW - 400 * A_DAY
    for _ in range(3):
        signup(session, person(session), wanted, created_at=long_ago, answered_at=NOW)
    before = klub.updated_at
    write_reply_times(session, NOW)
    session.refresh(klub)
    assert klub.reply_days == days
    assert klub.updated_at == before, "nobody has edited it"
    assert write_reply_times(session, NOW) == 0


# A no is taken back


def test_a_no_is_taken_back_and_the_volunteer_is_told(
    hanne: Browser, session: Session, klub: Association
) -> None:
    who = person(session, name="Bo", email="bo@demo.example")
    baking = need(session, of=klub, wanted=2)
    made = signup(session, who, baking, status="applied")
    send(hanne, f"/signups/{made.id}/reopen", 200)  # it is open already
    send(hanne, f"/signups/{made.id}/decline", 200)
    again = send(hanne, f"/signups/{made.id}/reopen", 200)
    assert again["status"] == "applied"
    told = session.scalars(select(Mail).where(Mail.to_address == "bo@demo.example")).all()
    assert [mail.kind.removeprefix("volunteering.") for mail in told] == [
        "signup-declined",
        "signup-reopened",
    ]


def test_who_had_a_place_gets_it_again_while_one_is_free(
    hanne: Browser, session: Session, klub: Association
) -> None:
    baking = need(session, of=klub, wanted=1)
    made = signup(session, person(session, name="Bo"), baking)
    send(hanne, f"/signups/{made.id}/decline", 200)
    session.refresh(baking)
    assert baking.taken == 0
    assert send(hanne, f"/signups/{made.id}/reopen", 200)["status"] == "accepted"
    session.refresh(baking)
    assert (baking.taken, baking.status) == (1, "filled")
    send(hanne, f"/signups/{made.id}/decline", 200)
    session.refresh(baking)
    signup(session, person(session, name="Carl"), baking)
    assert send(hanne, f"/signups/{made.id}/reopen", 200)["status"] == "applied"


def test_who_waited_waits_again_and_is_offered_what_is_free(
    hanne: Browser, session: Session, klub: Association
) -> None:
    baking = need(session, of=klub, wanted=1)
    held = signup(session, person(session, name="Anne"), baking)
    made = signup(session, person(session, name="Bo"), baking, status="waitlisted")
    send(hanne, f"/signups/{made.id}/decline", 200)
    again = send(hanne, f"/signups/{made.id}/reopen", 200)
    assert (again["status"], again["offered_until"]) == ("waitlisted", None)
    send(hanne, f"/signups/{made.id}/decline", 200)
    send(hanne, f"/signups/{held.id}/decline", 200)
    assert send(hanne, f"/signups/{made.id}/reopen", 200)["offered_until"] is not None


def test_a_no_stands_where_nobody_can_come_any_more_or_has_signed_up_anew(
    hanne: Browser, session: Session, klub: Association
) -> None:
    who = person(session, name="Bo")
    closed = signup(session, who, need(session, of=klub, status="closed"), status="declined")
    assert send(hanne, f"/signups/{closed.id}/reopen", 409)["type"].endswith("need-closed")
    begun = shifts_of(session, need(session, of=klub, shifts=[shift(NOW - A_DAY)]))[0]
    late = signup(session, who, session.get_one(Need, begun.need_id), begun, status="declined")
    assert send(hanne, f"/signups/{late.id}/reopen", 409)["type"].endswith("need-closed")
    twice = need(session, of=klub)
    old = signup(session, who, twice, status="declined")
    signup(session, who, twice, status="applied")
    assert send(hanne, f"/signups/{old.id}/reopen", 409)["type"].endswith("already-signed-up")
    own = signup(session, person(session), twice, status="withdrawn")
    send(hanne, f"/signups/{own.id}/reopen", 409)  # that was the volunteer's own


def test_a_no_is_taken_back_by_two_at_once_with_one_place(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        klub = association(session, slug="klubben")
        baking = need(session, of=klub, wanted=1)
        managers = [person(session), person(session)]
        for one in managers:
            takes_part(session, one, klub)
        made = signup(session, person(session), baking)
    browsers = [signed_in(own_app, one) for one in managers]
    send(browsers[0], f"/signups/{made.id}/decline", 200)
    path = f"{API}/signups/{made.id}/reopen"
    answers = at_once(*(lambda one=one: one.post(path) for one in browsers))
    assert [answer.json["status"] for answer in answers] == ["accepted", "accepted"]
    with own_app.database.session(writes=False) as session:
        assert session.get_one(Need, baking.id).taken == 1
        seen = session.scalars(select(AuditEntry.action).where(AuditEntry.action == "reopen"))
        assert len(seen.all()) == 1
