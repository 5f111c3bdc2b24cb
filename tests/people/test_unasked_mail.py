"""Nobody's mailbox is filled through us, and no name makes a mail of ours somebody else's."""

import dataclasses
import uuid
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from inbox import do_jobs, mails, token
from sqlalchemy import func, select

from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need
from factories.people import browser, person, signed_in
from samspil.core import throttle
from samspil.core.http import Application
from samspil.core.mail import Mail

VICTIM = "offer@demo.example"
PASSWORD = "en hest der spiser æbler"
MOST_AN_HOUR = 8
TRIES = 30


@pytest.fixture
def client(app: Application) -> FlaskClient:
    """Somebody who runs a public association, and may invite to it."""
    with app.database.writing.begin() as session:
        attacker = person(session)
        takes_part(session, attacker, association(session, slug="klubben"))
    return signed_in(app, attacker)


def sent(app: Application) -> int:
    """How many mails the victim gets."""
    do_jobs(app)
    with app.database.writing() as session:
        counted = session.scalar(select(func.count()).where(Mail.to_address == VICTIM))
    return counted or 0


WAYS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "register": ("POST", "/auth/register", {"email": VICTIM, "name": "Ny", "password": PASSWORD}),
    "sign in": ("POST", "/auth/link", {"email": VICTIM}),
    "forgot": ("POST", "/auth/forgot", {"email": VICTIM}),
    "guardian of many": (
        "POST",
        "/auth/register",
        {
            "email": "barn-{}@demo.example",
            "name": "Barn",
            "password": PASSWORD,
            "guardian_email": VICTIM,
        },
    ),
    "guardian of one": ("PATCH", "/me", {"guardian_email": VICTIM}),
    "guardian in a profile": (
        "PUT",
        "/me/profile",
        {"birth_year": 2015, "guardian_email": VICTIM},
    ),
    "invitation": (
        "POST",
        "/associations/klubben/invitations",
        {"email": VICTIM, "role": "member"},
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_nobody_gets_more_than_a_few_mails_an_hour_through_others(
    app: Application, client: FlaskClient, way: str
) -> None:
    method, path, body = WAYS[way]
    asker = browser(app) if path.startswith("/auth/") else client
    if way in {"sign in", "forgot"}:
        with app.database.writing.begin() as session:
            person(session, email=VICTIM)
    for number in range(TRIES):
        filled = {
            name: value.format(number) if isinstance(value, str) else value
            for name, value in body.items()
        }
        answer = asker.open(f"/api/v1{path}", method=method, json=filled)
        assert answer.status_code in {200, 201, 202, 429}, answer.json
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 60
    # A guardian is asked once the child has proved an address of their own.
    fewest = 0 if way == "guardian of many" else 1
    assert fewest <= sent(app) <= MOST_AN_HOUR


SPAM = (
    *("http://evil.example", "www.evil.example vind penge", "Vind på evil.example nu"),
    *("https:\\\\evil.example", "//evil.example", "vind@evil.example", "<a href=x>Vind</a>"),
    *("Klubben\r\nBcc: alle@demo.example", "Klubben\u2028Vind"),
)


@pytest.mark.parametrize("name", SPAM)
def test_no_name_is_a_link_or_a_header_in_a_mail_to_strangers(
    app: Application, client: FlaskClient, name: str
) -> None:
    renamed = client.patch("/api/v1/associations/klubben", json={"name": name})
    called = client.patch("/api/v1/me", json={"name": name})
    new = {"email": VICTIM, "name": name, "password": PASSWORD}
    registered = browser(app).post("/api/v1/auth/register", json=new)
    for answer in (renamed, called, registered):
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["name"])
    assert sent(app) == 0


@pytest.mark.parametrize(
    "name", ["A.P. Møllers Venner", "Hornbæk/Dronningmølle IF", "FC Helsingør 1. hold", "Kor & Co."]
)
def test_names_of_associations_are_taken(client: FlaskClient, name: str) -> None:
    answer = client.patch("/api/v1/associations/klubben", json={"name": name})
    assert answer.json["name"] == name


# A class, and an attacker, behind one address


def ask_as_guest(app: Application, need_id: uuid.UUID, email: str) -> int:
    body = {"email": email, "name": "Asta"}
    return browser(app).post(f"/api/v1/needs/{need_id}/signups/guest", json=body).status_code


def register(app: Application, email: str, **more: str) -> int:
    new = {"email": email, "name": "Asta", "password": PASSWORD} | more
    return browser(app).post("/api/v1/auth/register", json=new).status_code


def press(app: Application, email: str) -> None:
    """Open the newest mail to an address, and say yes to it, as who does not own its browser."""
    said = {"token": token(mails(app, email)[-1]), "password": PASSWORD}
    answer = browser(app).post("/api/v1/links/use", json=said)
    assert answer.status_code == 200, answer.json


@pytest.fixture
def needs(app: Application) -> list[uuid.UUID]:
    with app.database.writing.begin() as session:
        return [need(session).id for _ in range(3)]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    """A network that may send fewer mails, so that they are soon used up."""
    hour = dataclasses.replace(throttle.MAIL_NETWORK, most=6)
    monkeypatch.setattr(throttle, "MAIL_NETWORK", hour)
    day = dataclasses.replace(throttle.MAIL_NETWORK_DAY, most=20)
    monkeypatch.setattr(throttle, "MAIL_NETWORK_DAY", day)
    return hour.most


def test_a_class_registers_and_signs_up_behind_one_address(
    app: Application, needs: list[uuid.UUID]
) -> None:
    """Thirty pupils, each with an account, a parent who is asked, and three sign-ups as a guest.

    None of them has opened a mail yet, and as many may come from next door.
    """
    for number in range(30):
        email, parent = f"elev-{number}@demo.example", f"mor-{number}@demo.example"
        assert register(app, email, guardian_email=parent) == 202, number
        assert [ask_as_guest(app, one, email) for one in needs] == [202] * 3, number
    assert throttle.MAIL_NETWORK.most >= 2 * 30 * 5


def test_who_says_yes_where_they_asked_gives_their_network_the_mail_back(
    app: Application, few: int
) -> None:
    for number in range(2 * few):
        email = f"elev-{number}@demo.example"
        assert register(app, email) == 202, number
        press(app, email)


def test_an_attackers_own_mailboxes_send_no_more_to_strangers(
    app: Application, needs: list[uuid.UUID], few: int
) -> None:
    with app.database.writing.begin() as session:
        for number in range(2):
            person(session, email=f"min-{number}@demo.example")
    for number in range(2):  # asked for and answered: comes to nothing
        assert register(app, f"egen-{number}@demo.example") == 202
        press(app, f"egen-{number}@demo.example")
    for number in range(2):  # never counted, so that there is nothing to give back
        mine = f"min-{number}@demo.example"
        assert browser(app).post("/api/v1/auth/link", json={"email": mine}).status_code == 202
        press(app, mine)
    strangers = [ask_as_guest(app, needs[0], f"nr-{n}@demo.example") for n in range(few + 2)]
    assert strangers == [202] * few + [429] * 2


def test_an_attacker_reaches_fewer_strangers_in_a_day_than_the_hours_would_let(
    app: Application, needs: list[uuid.UUID], few: int
) -> None:
    sent = []
    for hour in range(6):
        with time_machine.travel(NOW + timedelta(hours=hour), tick=False):
            to = [f"nr-{hour}-{number}@demo.example" for number in range(few + 2)]
            sent.append([ask_as_guest(app, needs[0], one) for one in to].count(202))
    assert sent == [6, 6, 6, 2, 0, 0]


def test_one_network_uses_up_little_of_what_everyone_may_send() -> None:
    """Ten of them and more may send as much as they can; in a day, less than sixty an hour were."""
    assert 10 * throttle.MAIL_NETWORK.most <= throttle.MAIL_EVERYONE.most
    assert throttle.MAIL_NETWORK_DAY.most < 24 * 60
