"""One answer to many volunteers: each is decided as one alone is."""

import uuid
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from at_once import at_once
from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need, shift
from factories.people import Browser, browser, person, signed_in
from factories.signups import shifts_of, signup
from reading import API, everything, get, pages
from samspil.associations.models import Association
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.needs.models import Need
from samspil.signups.many import MOST_AT_ONCE
from samspil.signups.models import Message, Signup

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


def applicants(session: Session, at: Need, count: int, **values: Any) -> list[Signup]:
    return [
        signup(session, person(session, name=f"Nr. {n}"), at, **{"status": "applied"} | values)
        for n in range(count)
    ]


def answer(client: Browser, act: str, ids: list[Any], status: int = 200, **sent: Any) -> Any:
    body = {"act": act, "signups": [str(one) for one in ids], **sent}
    got = client.post(f"{API}{DESK}/answers", json=body)
    assert got.status_code == status, got.json
    return got.json["outcomes"] if status == 200 else got.json


def said(outcomes: Any) -> list[str]:
    """The state of each, or what was wrong."""
    return [one["status"] or one["problem"]["type"].removeprefix("/problems/") for one in outcomes]


def mails(session: Session) -> Counter[str]:
    return Counter(session.scalars(select(Mail.kind)).all())


def test_many_are_declined_with_one_text_each_once_however_often_it_is_sent(
    hanne: Browser, session: Session, klub: Association
) -> None:
    ids = [one.id for one in applicants(session, need(session, of=klub), 3)]
    for _ in range(2):
        outcomes = answer(hanne, "decline", ids, message="Vi er nok denne gang.")
        assert [one["id"] for one in outcomes] == [str(one) for one in ids]
        assert said(outcomes) == ["declined"] * 3
        assert mails(session) == {"volunteering.signup-declined": 3}
        assert session.scalars(select(Message.text)).all() == ["Vi er nok denne gang."] * 3
        logged = select(func.count()).where(AuditEntry.action == "decline")
        assert session.scalars(logged).one() == 3


def test_places_go_to_who_came_first_and_the_rest_wait_in_their_order(
    hanne: Browser, session: Session, klub: Association
) -> None:
    wanted = need(session, of=klub, wanted=2, intake="reviewed")
    ids = [one.id for one in applicants(session, wanted, 4)]
    backwards = ids[::-1]
    expected = ["waitlisted", "waitlisted", "accepted", "accepted"]
    words = {"message": "Velkommen!", "waiting_message": "Der er fuldt lige nu."}
    for _ in range(2):
        assert said(answer(hanne, "accept", backwards, **words)) == expected
        told = select(Signup.number, Message.text).join(Message, Message.signup_id == Signup.id)
        for number, text in session.execute(told):
            assert text == words["message" if number <= 2 else "waiting_message"]
        session.refresh(wanted)
        assert (wanted.taken, mails(session).total()) == (2, 4)


def test_those_who_fill_nothing_can_be_put_in_line_together(
    hanne: Browser, session: Session, klub: Association
) -> None:
    full = need(session, of=klub, wanted=1, intake="reviewed")
    signup(session, person(session), full)
    ids = [one.id for one in applicants(session, full, 2)]
    for _ in range(2):
        assert said(answer(hanne, "wait", ids)) == ["waitlisted"] * 2
        assert mails(session) == {"volunteering.signup-put-in-line": 2}
    [free] = applicants(session, need(session, of=klub), 1)
    assert said(answer(hanne, "wait", [free.id])) == ["place-left"]


def test_what_cannot_be_done_for_one_is_undone_and_said_of_that_one_alone(
    hanne: Browser, session: Session, klub: Association
) -> None:
    here, elsewhere = need(session, of=klub), need(session, of=association(session))
    good, gone = applicants(session, here, 2)
    gone.status = "withdrawn"
    [other] = applicants(session, elsewhere, 1)
    session.commit()
    ids = [gone.id, good.id, other.id, uuid.uuid4()]
    outcomes = answer(hanne, "accept", ids)
    assert said(outcomes) == ["conflict", "accepted", "not-found", "not-found"]
    assert outcomes[0]["problem"]["title"]
    session.refresh(other)
    assert other.status == "applied"
    assert mails(session) == {"volunteering.signup-answered": 1}


def test_nobody_is_offered_a_place_by_the_batch_that_declines_them(
    hanne: Browser, session: Session, klub: Association
) -> None:
    full = need(session, of=klub, wanted=1)
    placed = signup(session, person(session), full)
    waiting = applicants(session, full, 2, status="waitlisted")
    ids = [placed.id, *(one.id for one in waiting)]
    assert said(answer(hanne, "decline", ids)) == ["declined"] * 3
    assert mails(session) == {"volunteering.signup-declined": 3}
    session.refresh(full)
    assert full.taken == 0


def test_a_batch_is_bounded_and_for_those_who_run_the_association(
    app: Application, hanne: Browser, session: Session, klub: Association
) -> None:
    [one] = applicants(session, need(session, of=klub), 1)
    too_many = [uuid.uuid4() for _ in range(MOST_AT_ONCE + 1)]
    assert set(answer(hanne, "decline", too_many, 422)["errors"]) == {"signups"}
    assert set(answer(hanne, "hug", [one.id], 422)["errors"]) == {"act"}
    assert answer(hanne, "decline", []) == []
    answer(signed_in(app, person(session)), "decline", [one.id], 404)
    member = person(session)
    takes_part(session, member, klub, role="member")
    answer(signed_in(app, member), "decline", [one.id], 403)
    answer(browser(app), "decline", [one.id], 401)
    session.refresh(one)
    assert one.status == "applied"


def test_two_who_answer_the_same_crowd_at_once_oversell_nothing_and_mail_once(
    own_app: Application,
) -> None:
    places, crowd = 5, 20
    with own_app.database.writing.begin() as session:
        klub = association(session, slug="klubben")
        wanted = need(session, of=klub, wanted=places, intake="reviewed")
        ids = [one.id for one in applicants(session, wanted, crowd)]
        bosses = [person(session) for _ in range(2)]
        for boss in bosses:
            takes_part(session, boss, klub)
        need_id = wanted.id
    first, second = (signed_in(own_app, boss) for boss in bosses)
    at_once(lambda: answer(first, "accept", ids), lambda: answer(second, "accept", ids[::-1]))
    with own_app.database.writing() as session:
        assert session.get_one(Need, need_id).taken == places
        states = Counter(session.scalars(select(Signup.status)).all())
        assert states == {"accepted": places, "waitlisted": crowd - places}
        assert mails(session).total() == crowd


# The list that one chooses from


def names(items: list[Any]) -> list[str]:
    return [one["person"]["name"] for one in items]


def test_applicants_are_found_by_name_words_or_need_and_sorted_page_by_page(
    hanne: Browser, session: Session, klub: Association
) -> None:
    soon = need(session, of=klub, title="Åbent hus", shifts=[shift(NOW + timedelta(days=1))])
    baking = need(session, of=klub, title="Bagedag")

    def add(name: str, at: Need, hours: int, message: str = "", **more: Any) -> None:
        created = NOW - timedelta(hours=hours)
        who = person(session, name=name)
        values = {"status": "applied", "message": message, "created_at": created}
        signup(session, who, at, **values | more)

    add("Åse", baking, 3, "Jeg har en trailer")
    add("Bo", soon, 2, shift=shifts_of(session, soon)[0])
    add("Zita 100 %", baking, 1)
    orders = {
        "oldest": ["Åse", "Bo", "Zita 100 %"],
        "newest": ["Zita 100 %", "Bo", "Åse"],
        "name": ["Bo", "Zita 100 %", "Åse"],
        "need": ["Åse", "Zita 100 %", "Bo"],
        "day": ["Bo", "Åse", "Zita 100 %"],
    }
    for sort, order in orders.items():
        one_by_one = pages(hanne, DESK, sort=sort, limit=1)
        assert [name for page in one_by_one for name in names(page)] == order, sort
    for q, name in {
        "trailer": "Åse",
        "åbent": "Bo",
        "zITA": "Zita 100 %",
        "0 %": "Zita 100 %",
    }.items():
        assert names(everything(hanne, DESK, q=q)) == [name]
        assert get(hanne, DESK, q=q)["counts"]["unanswered"] == 1
    assert everything(hanne, DESK, q="_") == []


def test_who_has_helped_the_association_before_is_told_and_no_other_help(
    hanne: Browser, session: Session, klub: Association
) -> None:
    karen = person(session, name="Karen")
    for at in (need(session, of=klub), need(session, of=klub), need(session)):
        signup(session, karen, at, status="attended")
    signup(session, karen, need(session, of=klub), status="absent")
    here = need(session, of=klub)
    signup(session, karen, here, status="applied")
    signup(session, person(session, name="Ny"), here, status="applied")
    items = get(hanne, DESK, need=str(here.id), sort="name")["items"]
    assert [(one["person"]["name"], one["helped_before"]) for one in items] == [
        ("Karen", 2),
        ("Ny", 0),
    ]


def test_a_no_to_many_is_taken_back_together(
    hanne: Browser, session: Session, klub: Association
) -> None:
    there = need(session, of=klub, wanted=9)
    ids = [one.id for one in applicants(session, there, 3)]
    answer(hanne, "decline", ids)
    for _ in range(2):
        assert said(answer(hanne, "reopen", ids)) == ["applied"] * 3
    assert mails(session)["volunteering.signup-reopened"] == 3
