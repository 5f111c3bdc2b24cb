"""Messages about a sign-up: between whom, told how, reported, forgotten."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from at_once import at_once
from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need
from factories.people import Browser, browser, person, signed_in, staff
from factories.signups import signup
from reading import API, get
from samspil.associations.models import Association
from samspil.core import jobs
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.privacy import Someone, data_of, erase, retire
from samspil.people.models import Person
from samspil.signups import threads
from samspil.signups.models import Message, Signup, ThreadMark

A_MINUTE = timedelta(minutes=1)
SOON = timedelta(minutes=3)


@pytest.fixture
def klub(session: Session) -> Association:
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def boss(session: Session, klub: Association) -> Person:
    who = person(session, name="Hanne", email="hanne@demo.example")
    takes_part(session, who, klub)
    return who


@pytest.fixture
def hanne(app: Application, boss: Person) -> Browser:
    """Who runs the association."""
    return signed_in(app, boss)


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, name="Karen", email="karen@demo.example")


@pytest.fixture
def hers(app: Application, karen: Person) -> Browser:
    return signed_in(app, karen)


@pytest.fixture
def offer(session: Session, klub: Association, karen: Person) -> Signup:
    return signup(session, karen, need(session, of=klub, title="Bagedag"))


def send(client: Browser, path: str, status: int, **sent: Any) -> Any:
    answer = client.post(f"{API}{path}", json=sent)
    assert answer.status_code == status, answer.json
    return answer.json


def write(client: Browser, about: Signup, said: str, status: int = 201, **sent: Any) -> Any:
    return send(client, f"/signups/{about.id}/messages", status, text=said, **sent)


def thread(client: Browser, about: Signup) -> Any:
    return get(client, f"/signups/{about.id}/messages")


def said(client: Browser, about: Signup) -> list[tuple[str, str | None]]:
    return [(one["sender"], one["text"]) for one in reversed(thread(client, about)["items"])]


def unread(client: Browser) -> list[int]:
    return [one["unread"] for one in get(client, "/me/signups")["items"]]


def tell(app: Application, about: Signup, side: str) -> None:
    work = jobs.Work(app.settings, app.database, last_try=False)
    threads.mail_unread(work, str(about.id), side)


def mails(session: Session, to: str) -> list[Mail]:
    return list(session.scalars(select(Mail).where(Mail.to_address == to).order_by(Mail.id)))


def test_the_two_sides_write_to_each_other_and_each_sees_what_is_new(
    hers: Browser, hanne: Browser, offer: Signup
) -> None:
    write(hers, offer, "Hvor mødes vi?")
    with time_machine.travel(NOW + A_MINUTE, tick=False):
        write(hanne, offer, "Ved den blå port.")
    assert said(hers, offer) == [("Karen", "Hvor mødes vi?"), ("Hanne", "Ved den blå port.")]
    assert (thread(hers, offer)["side"], thread(hanne, offer)["side"]) == (
        "volunteer",
        "association",
    )
    [desk] = get(hanne, "/associations/klubben/signups")["items"]
    assert desk["unread"] == 1
    assert unread(hers) == [1]
    newest = thread(hers, offer)["items"][0]["id"]
    send(hers, f"/signups/{offer.id}/messages/read", 204, last=newest)
    assert unread(hers) == [0]
    [desk] = get(hanne, "/associations/klubben/signups")["items"]
    assert desk["unread"] == 1, "each side reads for itself"


def test_words_given_with_a_sign_up_and_its_answer_stand_in_the_thread(
    hers: Browser, hanne: Browser, session: Session, klub: Association
) -> None:
    wanted = need(session, of=klub, intake="reviewed")
    made = send(hers, f"/needs/{wanted.id}/signups", 201, message="Jeg bager gerne.")
    offered = session.get_one(Signup, uuid.UUID(made["id"]))
    with time_machine.travel(NOW + A_MINUTE, tick=False):
        send(hanne, f"/signups/{offered.id}/accept", 200, message="Velkommen!")
    items = thread(hers, offered)["items"]
    assert [(one["occasion"], one["text"]) for one in items] == [
        ("accept", "Velkommen!"),
        ("sign-up", "Jeg bager gerne."),
    ]
    [desk] = get(hanne, "/associations/klubben/signups")["items"]
    assert (desk["unread"], desk["message"]) == (0, "Jeg bager gerne.")


def test_a_message_sent_twice_is_one_and_its_id_is_nobody_elses(
    hers: Browser, hanne: Browser, offer: Signup
) -> None:
    mine = str(uuid.uuid4())
    first = write(hers, offer, "Kan I se det her?", id=mine)
    assert write(hers, offer, "Kan I se det her?", id=mine) == first
    write(hers, offer, "Noget andet", 409, id=mine)
    write(hanne, offer, "Kan I se det her?", 409, id=mine)
    assert len(thread(hers, offer)["items"]) == 1


def test_a_long_thread_comes_in_parts(hers: Browser, offer: Signup) -> None:
    for number in range(5):
        with time_machine.travel(NOW + number * A_MINUTE, tick=False):
            write(hers, offer, f"Nummer {number}")
    first = get(hers, f"/signups/{offer.id}/messages", limit=3)
    rest = get(hers, f"/signups/{offer.id}/messages", limit=3, cursor=first["next_cursor"])
    texts = [one["text"] for one in first["items"] + rest["items"]]
    assert texts == [f"Nummer {number}" for number in (4, 3, 2, 1, 0)]


def test_nothing_is_written_into_what_came_to_nothing_long_ago(
    hers: Browser, offer: Signup, session: Session
) -> None:
    offer.status, offer.changed_at = "declined", NOW - timedelta(days=29)
    session.flush()
    write(hers, offer, "Hvorfor ikke?")
    offer.changed_at = NOW - timedelta(days=31)
    session.flush()
    problem = write(hers, offer, "Hallo?", 409)
    assert problem["rule"] == "thread-closed"
    assert thread(hers, offer)["closed"]


def test_a_mail_says_that_there_is_a_message_and_nothing_of_it(
    app: Application, hers: Browser, hanne: Browser, offer: Signup, session: Session
) -> None:
    write(hers, offer, "Min datter er syg")
    write(hers, offer, "Er det i orden?")
    with time_machine.travel(NOW + SOON, tick=False):
        tell(app, offer, "association")
    [told] = mails(session, "hanne@demo.example")
    assert told.kind == "volunteering.message-to-managers"
    assert told.link is not None
    assert told.link.endswith(f"/forening/klubben/tilmeldinger/{offer.id}")
    assert "datter" not in str(told.said)
    with time_machine.travel(NOW + SOON, tick=False):
        write(hanne, offer, "Ja!")
        tell(app, offer, "volunteer")
    [told] = mails(session, "karen@demo.example")
    assert told.link is not None
    assert told.link.endswith(f"/mig/tilmeldinger/{offer.id}")


def waiting(session: Session) -> int:
    found = (
        "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'volunteering.tell-of-messages'"
    )
    return session.scalars(text(found)).one()


def test_one_mail_until_it_is_read_and_none_for_who_reads_at_once(
    app: Application, hers: Browser, hanne: Browser, offer: Signup, session: Session
) -> None:
    write(hers, offer, "Første")
    write(hers, offer, "Anden")
    assert waiting(session) == 1
    newest = thread(hanne, offer)["items"][0]["id"]
    send(hanne, f"/signups/{offer.id}/messages/read", 204, last=newest)
    tell(app, offer, "association")
    assert not mails(session, "hanne@demo.example")
    with time_machine.travel(NOW + SOON, tick=False):
        write(hers, offer, "Tredje")
    assert waiting(session) == 2
    tell(app, offer, "association")
    assert len(mails(session, "hanne@demo.example")) == 1


def test_a_reported_message_is_seen_by_staff_and_hidden_from_both_sides(
    app: Application, hers: Browser, hanne: Browser, offer: Signup, session: Session
) -> None:
    bad = write(hanne, offer, "Du er en torsk")
    reported = {"kind": "message", "id": bad["id"], "reason": "Det er grimt"}
    for stranger in (browser(app), signed_in(app, person(session))):
        send(stranger, "/reports", 404, **reported)
    send(hers, "/reports", 202, **reported)
    clerk = signed_in(app, staff(session))
    [report] = get(clerk, "/staff/reports")["items"]
    assert report["object"] == {
        "title": "Besked fra Hanne om »Bagedag«",
        "url": f"/opgaver/{offer.need_id}",
        "text": "Du er en torsk",
    }
    assert clerk.get(f"{API}/signups/{offer.id}/messages").status_code == 403
    send(clerk, f"/staff/reports/{report['id']}/uphold", 200, decision="Sådan taler vi ikke.")
    assert said(hers, offer) == said(hanne, offer) == [("Hanne", None)]
    [told] = mails(session, "hanne@demo.example")
    assert told.kind == "volunteering.message-hidden"


def test_hidden_words_of_a_sign_up_do_not_stand_in_the_list_either(
    app: Application, hers: Browser, hanne: Browser, session: Session, klub: Association
) -> None:
    wanted = need(session, of=klub, intake="reviewed")
    made = send(hers, f"/needs/{wanted.id}/signups", 201, message="Køb mine pander")
    [written] = get(hanne, f"/signups/{made['id']}/messages")["items"]
    send(hanne, "/reports", 202, kind="message", id=written["id"], reason="Reklame")
    clerk = signed_in(app, staff(session))
    [report] = get(clerk, "/staff/reports")["items"]
    send(clerk, f"/staff/reports/{report['id']}/uphold", 200, decision="Ingen reklame.")
    [desk] = get(hanne, "/associations/klubben/signups")["items"]
    assert desk["message"] == ""


def test_both_may_take_along_what_was_said_and_erasing_takes_it_away(
    hers: Browser, hanne: Browser, offer: Signup, session: Session, karen: Person, boss: Person
) -> None:
    write(hers, offer, "Hvor mødes vi?")
    write(hanne, offer, "Ved porten.")
    rows = data_of(session, Someone(karen.id, "karen@demo.example", "Karen"))["messages"]["rows"]
    assert {(row["text"], row["sender_id"]) for row in rows} == {
        ("Hvor mødes vi?", karen.id),
        ("Ved porten.", None),
    }
    offer.status = "attended"
    session.flush()
    erase(session, Someone(boss.id, "hanne@demo.example", "Hanne"), NOW)
    assert said(hers, offer) == [("Karen", "Hvor mødes vi?")]
    erase(session, Someone(karen.id, "karen@demo.example", "Karen"), NOW)
    assert not session.scalars(select(func.count()).select_from(Message)).one()


def test_messages_are_forgotten_after_a_year(
    hers: Browser, offer: Signup, session: Session
) -> None:
    old = write(hers, offer, "Gammel")
    session.get_one(Message, uuid.UUID(old["id"])).sent_at = NOW - timedelta(days=366)
    write(hers, offer, "Ny")
    session.flush()
    retire(session, NOW)
    assert said(hers, offer) == [("Karen", "Ny")]


def test_many_messages_at_once_are_all_kept_and_tell_once(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        klub = association(session)
        boss = person(session)
        takes_part(session, boss, klub)
        who = person(session)
        made = signup(session, who, need(session, of=klub))
        signup_id = made.id
    clients = [signed_in(own_app, who) for _ in range(4)]
    path = f"{API}/signups/{signup_id}/messages"
    same = {"id": str(uuid.uuid4()), "text": "Den samme"}
    calls = [
        *(lambda c=c: c.post(path, json=same).status_code for c in clients[:2]),
        *(lambda c=c: c.post(path, json={"text": "Min egen"}).status_code for c in clients[2:]),
    ]
    assert at_once(*calls) == [201] * 4
    with own_app.database.writing() as session:
        assert session.scalars(select(func.count()).select_from(Message)).one() == 3
        assert waiting(session) == 1
        assert session.scalars(select(func.count()).select_from(ThreadMark)).one() == 1
