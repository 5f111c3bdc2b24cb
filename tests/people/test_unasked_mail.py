"""Nobody's mailbox is filled through us, and no name makes a mail of ours somebody else's."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from inbox import do_jobs
from sqlalchemy import func, select

from factories.associations import association, takes_part
from factories.people import browser, person, signed_in
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
