"""Many sign up at the same moment, on real connections: the places are given once each."""

import threading
import time as clock
import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from at_once import at_once
from factories.associations import takes_part
from factories.needs import need
from factories.people import Browser, browser, person, signed_in
from samspil.core import time
from samspil.core.http import Application
from samspil.core.privacy import Someone, erase
from samspil.needs.models import Need
from samspil.people import links
from samspil.people.models import Person
from samspil.signups.models import Message, Signup

CROWD = 200
PLACES = 5


def crowd(app: Application, size: int, **values: Any) -> tuple[uuid.UUID, list[Person]]:
    """A need of its own, and people who want to help with it."""
    with app.database.writing.begin() as session:
        wanted = need(session, wanted=PLACES, **values).id
        people = [person(session) for _ in range(size)]
    return wanted, people


def together(calls: Iterable[Callable[[], Any]]) -> tuple[list[Any], float]:
    """What calls give that begin together, and how many seconds they took."""
    begun = clock.perf_counter()
    return at_once(*calls), clock.perf_counter() - begun


def sign_up(browser: Browser, need_id: uuid.UUID, **sent: Any) -> Any:
    return browser.post(f"/api/v1/needs/{need_id}/signups", json=sent)


def states(session: Session, need_id: uuid.UUID) -> Counter[str]:
    found = select(Signup.status, func.count()).where(Signup.need_id == need_id)
    return Counter({row[0]: row[1] for row in session.execute(found.group_by(Signup.status))})


def held(session: Session, need_id: uuid.UUID) -> int:
    """How many hold a place: the accepted, and those it is offered to."""
    holding = (Signup.status == "accepted") | Signup.offered_until.is_not(None)
    return session.scalars(select(func.count()).where(Signup.need_id == need_id, holding)).one()


def test_of_two_hundred_at_once_five_are_accepted_and_the_rest_wait_in_order(
    own_app: Application, record_property: Callable[[str, object], None]
) -> None:
    need_id, people = crowd(own_app, CROWD)
    browsers = [signed_in(own_app, one) for one in people]
    answers, seconds = together([lambda b=b: sign_up(b, need_id) for b in browsers])
    record_property("seconds", seconds)
    print(f"{CROWD} sign-ups at once: {seconds:.2f} s")  # noqa: T201  # the figure is the point
    assert Counter(answer.status_code for answer in answers) == {201: CROWD}
    told = Counter(answer.json["status"] for answer in answers)
    assert told == {"accepted": PLACES, "waitlisted": CROWD - PLACES}
    lines = {a.json["position_in_line"]: a.json["id"] for a in answers}
    assert sorted(line for line in lines if line) == list(range(1, CROWD - PLACES + 1))
    with own_app.database.writing() as session:
        found = session.get_one(Need, need_id)
        assert (found.taken, found.status) == (PLACES, "filled")
        numbers = session.scalars(
            select(Signup.number).where(Signup.need_id == need_id).order_by(Signup.number)
        )
        assert list(numbers) == list(range(1, CROWD + 1))
        waiting = session.scalars(
            select(Signup.id).where(Signup.status == "waitlisted").order_by(Signup.number)
        )
        assert [str(id_) for id_ in waiting] == [lines[n] for n in range(1, CROWD - PLACES + 1)]


@pytest.mark.parametrize("beside", [0, 30])
def test_those_who_withdraw_at_the_same_time_leave_the_count_right(
    own_app: Application, beside: int
) -> None:
    """Each place that falls free is held for one who waits, and never for two."""
    need_id, people = crowd(own_app, 30 + beside)
    browsers = [signed_in(own_app, one) for one in people]
    first, later = browsers[:30], browsers[30:]
    ids = {id(b): sign_up(b, need_id).json["id"] for b in first}
    calls = [
        *(lambda b=b: b.post(f"/api/v1/signups/{ids[id(b)]}/withdraw") for b in first[::2]),
        *(lambda b=b: sign_up(b, need_id) for b in later),
    ]
    answers, _ = together(calls)
    assert {answer.status_code for answer in answers} <= {200, 201}
    with own_app.database.writing() as session:
        found = session.get_one(Need, need_id)
        assert found.taken == held(session, need_id) == PLACES
        assert states(session, need_id)["withdrawn"] == 15
        assert found.status == "filled"


def test_when_all_withdraw_at_once_every_place_is_free(own_app: Application) -> None:
    need_id, people = crowd(own_app, PLACES)
    browsers = [signed_in(own_app, one) for one in people]
    ids = [sign_up(b, need_id).json["id"] for b in browsers]
    pairs = list(zip(browsers, ids, strict=True)) * 2
    answers, _ = together(
        [lambda b=b, i=i: b.post(f"/api/v1/signups/{i}/withdraw") for b, i in pairs]
    )
    assert {answer.status_code for answer in answers} == {200}
    with own_app.database.writing() as session:
        found = session.get_one(Need, need_id)
        assert (found.taken, found.status) == (0, "published")


@pytest.mark.parametrize("by", ["id", "nothing"])
def test_the_same_wish_in_parallel_is_one_sign_up(own_app: Application, by: str) -> None:
    need_id, [karen] = crowd(own_app, 1)
    hers = signed_in(own_app, karen)
    sent = {"id": str(uuid.uuid4())} if by == "id" else {}
    answers, _ = together([lambda: sign_up(hers, need_id, **sent)] * 8)
    codes = Counter(answer.status_code for answer in answers)
    assert codes == ({201: 1, 409: 7} if by == "nothing" else {201: 8})
    if by != "nothing":
        assert len({answer.data for answer in answers}) == 1
    with own_app.database.writing() as session:
        assert states(session, need_id) == {"accepted": 1}
        assert session.get_one(Need, need_id).taken == 1


def test_an_offer_is_taken_or_withdrawn_but_never_both(own_app: Application) -> None:
    need_id, people = crowd(own_app, PLACES + 2)
    browsers = [signed_in(own_app, one) for one in people]
    ids = [sign_up(b, need_id).json["id"] for b in browsers]
    browsers[0].post(f"/api/v1/signups/{ids[0]}/withdraw")
    first = browsers[PLACES]
    gate = threading.Barrier(2)

    def act(verb: str) -> int:
        gate.wait()
        return int(first.post(f"/api/v1/signups/{ids[PLACES]}/{verb}").status_code)

    codes = at_once(lambda: act("take"), lambda: act("withdraw"))
    assert codes in ([200, 200], [409, 200])
    with own_app.database.writing() as session:
        assert session.get_one(Need, need_id).taken == held(session, need_id) == PLACES


@pytest.mark.parametrize("may_wait", [True, False])
def test_of_seven_yeses_at_once_only_those_with_a_place_are_welcomed(
    own_app: Application, may_wait: bool
) -> None:
    """Every dialog said that there was room when it was opened."""
    need_id, people = crowd(own_app, PLACES + 2, intake="reviewed")
    with own_app.database.writing.begin() as session:
        managers = [person(session) for _ in people]
        association = session.get_one(Need, need_id).association
        for one in managers:
            takes_part(session, one, association)
    ids = [sign_up(signed_in(own_app, one), need_id).json["id"] for one in people]
    words = {"message": "Velkommen!", "waiting_message": "Der er desværre fuldt."}
    browsers = [signed_in(own_app, one) for one in managers]
    answers, _ = together(
        [
            lambda b=b, i=i: b.post(
                f"/api/v1/signups/{i}/accept", json=words | {"may_wait": may_wait}
            )
            for b, i in zip(browsers, ids, strict=True)
        ]
    )
    codes = Counter(answer.status_code for answer in answers)
    assert codes == ({200: PLACES + 2} if may_wait else {200: PLACES, 409: 2})
    told = Counter(answer.json.get("status") for answer in answers)
    assert told["accepted"] == PLACES
    with own_app.database.writing() as session:
        assert session.get_one(Need, need_id).taken == held(session, need_id) == PLACES
        rows = session.execute(
            select(Signup.status, Message.occasion, Message.text)
            .join(Message, Message.signup_id == Signup.id)
            .where(Signup.need_id == need_id)
        )
        found = Counter((row.status, row.occasion, row.text) for row in rows)
    waiting = {("waitlisted", "wait", words["waiting_message"]): 2} if may_wait else {}
    assert found == {("accepted", "accept", words["message"]): PLACES, **waiting}


@pytest.mark.parametrize("again", range(3))
def test_who_is_erased_while_signing_up_leaves_no_sign_up(own_app: Application, again: int) -> None:
    del again
    need_id, [karen, other] = crowd(own_app, 2)
    hers, theirs = signed_in(own_app, karen), signed_in(own_app, other)
    gone = Someone(karen.id, str(karen.email), karen.name)

    def erase_her() -> None:
        with own_app.database.writing.begin() as session:
            erase(session, gone, time.now())

    at_once(lambda: sign_up(hers, need_id), erase_her, lambda: sign_up(theirs, need_id))
    with own_app.database.writing() as session:
        assert session.scalars(select(Signup.person_id)).all() == [other.id]
        assert session.get_one(Need, need_id).taken == 1


@pytest.mark.parametrize("again", range(3))
def test_who_is_erased_while_taking_an_offer_leaves_the_count_right(
    own_app: Application, again: int
) -> None:
    """Two mailed links of one person, used at the same moment: both are answered, in some order."""
    del again
    need_id, people = crowd(own_app, PLACES + 1)
    browsers = [signed_in(own_app, one) for one in people]
    ids = [sign_up(b, need_id).json["id"] for b in browsers]
    browsers[0].post(f"/api/v1/signups/{ids[0]}/withdraw")
    last = people[-1]
    with own_app.database.writing.begin() as session:
        until = timedelta(hours=1)
        offer = {"signup_id": ids[-1]}
        take = links.make(session, "offer", last.id, str(last.email), offer, until)
        leave = links.make(session, "erase", last.id, str(last.email), {}, until)

    def use(token: str) -> int:
        answer = browser(own_app).post("/api/v1/links/use", json={"token": token})
        return int(answer.status_code)

    codes = at_once(lambda: use(take), lambda: use(leave))
    assert codes in ([200, 200], [404, 200])
    with own_app.database.writing() as session:
        assert session.get_one(Need, need_id).taken == held(session, need_id) == PLACES - 1
