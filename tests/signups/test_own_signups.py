"""One's own sign-ups: what is coming, what is over, and how each came to be what it is."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need, shift
from factories.people import Browser, browser, person, signed_in
from factories.signups import shifts_of, signup
from people.inbox import token
from reading import API, get
from samspil.associations.models import Association
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.people.models import Person

A_DAY = timedelta(days=1)


@pytest.fixture
def klub(session: Session) -> Association:
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, name="Karen", email="karen@demo.example")


@pytest.fixture
def hers(app: Application, karen: Person) -> Browser:
    return signed_in(app, karen)


def ask(client: Browser, path: str, **sent: Any) -> Any:
    answer = client.post(f"{API}{path}", json=sent)
    assert answer.status_code < 300, answer.json
    return answer.json


def titles(client: Browser, query: str) -> list[str]:
    return [one["need"]["title"] for one in get(client, f"/me/signups{query}")["items"]]


def test_what_is_coming_stands_apart_from_what_is_over(
    session: Session, karen: Person, hers: Browser
) -> None:
    rota = need(session, title="Kor", shifts=[shift(NOW + A_DAY), shift(NOW + 3 * A_DAY)])
    first, later = shifts_of(session, rota)
    signup(session, karen, rota, first)
    signup(session, karen, rota, later, status="withdrawn")
    lasting = need(session, title="Besøgsven")
    signup(session, karen, lasting)
    assert titles(hers, "?over=false") == ["Besøgsven", "Kor"]
    assert titles(hers, "?over=true") == ["Kor"]
    assert titles(hers, f"?need={lasting.id}") == ["Besøgsven"]
    session.commit()
    with time_machine.travel(NOW + 2 * A_DAY, tick=False):
        again = signed_in(hers.application, karen)  # type: ignore[arg-type]
        assert titles(again, "?over=false") == ["Besøgsven"]
        assert titles(again, "?over=true") == ["Kor", "Kor"]


def test_whom_to_ask_is_told_with_the_place(
    app: Application, session: Session, klub: Association, hers: Browser
) -> None:
    hanne = person(session, name="Hanne")
    takes_part(session, hanne, klub)
    wanted = need(session, of=klub, intake="reviewed")
    made = ask(hers, f"/needs/{wanted.id}/signups")
    before = get(hers, f"/me/signups/{made['id']}")
    assert (before["status"], before["contact"]) == ("applied", None)
    ask(signed_in(app, hanne), f"/signups/{made['id']}/accept", message="")
    after = get(hers, f"/me/signups/{made['id']}")
    assert after["contact"]["email"]
    assert (after["lang"], after["places"]) == (wanted.lang, before["places"])
    told = [(step["what"], step["by_me"], step["status"]) for step in after["history"]]
    assert told == [("sign-up", True, "applied"), ("accept", False, None)]


def test_another_s_sign_up_is_not_there(app: Application, session: Session, karen: Person) -> None:
    made = signup(session, karen, need(session))
    stranger = signed_in(app, person(session))
    for signup_id in (made.id, uuid.uuid4()):
        assert stranger.get(f"{API}/me/signups/{signup_id}").status_code == 404


def test_a_no_to_an_offer_gives_the_place_to_the_next(
    app: Application, session: Session, hers: Browser
) -> None:
    wanted = need(session, wanted=1)
    first = ask(hers, f"/needs/{wanted.id}/signups")
    bo = person(session, name="Bo", email="bo@demo.example")
    carl = signed_in(app, person(session, name="Carl"))
    waits = ask(signed_in(app, bo), f"/needs/{wanted.id}/signups")
    ask(carl, f"/needs/{wanted.id}/signups")
    ask(hers, f"/signups/{first['id']}/withdraw")
    letter = session.query(Mail).filter_by(
        to_address="bo@demo.example", kind="volunteering.signup-offered"
    )
    secret = token(letter.one())
    answered = ask(browser(app), "/links/use", token=secret, refuse=True)
    assert (answered["signup"]["status"], answered["signed_in"]) == ("withdrawn", False)
    assert get(carl, "/me/signups")["items"][0]["offered_until"] is not None
    spent = browser(app).post(f"{API}/links/use", json={"token": secret})
    assert spent.status_code == 404
    [*_, last] = get(signed_in(app, bo), f"/me/signups/{waits['id']}")["history"]
    assert (last["what"], last["by_me"]) == ("withdraw", True)
