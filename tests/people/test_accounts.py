"""Registering, confirming, signing in and out, choosing another password or address."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from inbox import mails, newest, token
from sqlalchemy import select
from sqlalchemy.orm import Session

from databases import NOW
from factories.people import Browser, browser, person, signed_in
from samspil.core import jobs
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.people import accounts, rules
from samspil.people.models import Link, LoginSession, Person

PASSWORD = "en hest der spiser æbler"
KAREN = {"email": "karen@demo.example", "name": "Karen Testesen", "password": PASSWORD}


def post(client: FlaskClient, path: str, status: int, **body: Any) -> Any:
    answer = client.post(f"/api/v1{path}", json=body)
    assert answer.status_code == status, answer.json
    return answer.json


def use(client: FlaskClient, secret: str, status: int = 200, **more: Any) -> Any:
    return post(client, "/links/use", status, token=secret, **more)


def login(client: FlaskClient, status: int = 200, **more: Any) -> Any:
    both = {"email": KAREN["email"], "password": PASSWORD} | more
    return post(client, "/auth/login", status, **both)


def is_signed_in(client: FlaskClient) -> bool:
    return client.get("/api/v1/me").status_code == 200


def done(session: Session) -> list[str]:
    """What the audit log says, in order."""
    return list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))


@pytest.fixture
def karen(session: Session) -> Person:
    """Somebody with a password."""
    made = person(
        session,
        email=KAREN["email"],
        name=KAREN["name"],
        password_hash=rules.hashed(PASSWORD),
    )
    session.commit()
    return made


# Registering


def test_one_registers_confirms_by_mail_and_is_signed_in(
    app: Application, session: Session
) -> None:
    client = browser(app)
    assert post(client, "/auth/register", 202, **KAREN) == {}
    assert client.get_cookie("samspil_access", path="/api") is None
    secret = token(newest(app, KAREN["email"], "verify"))
    shown = post(client, "/links/look", 200, token=secret)
    assert shown == {
        "purpose": "verify",
        "email": "k•••@demo.example",
        "name": KAREN["name"],
        "needs": [],
    }
    made = session.scalars(select(Person)).one()
    assert made.verified_at is None  # looking does nothing
    assert use(client, secret) == {"purpose": "verify", "signed_in": True}
    session.refresh(made)
    assert made.verified_at == NOW
    assert is_signed_in(client)
    assert done(session) == ["register", "verify", "sign-in"]


def test_an_address_in_capitals_is_the_same_address(app: Application, karen: Person) -> None:
    client = browser(app)
    login(client, email="KAREN@Demo.Example")
    post(client, "/auth/register", 202, **KAREN | {"email": "Karen@DEMO.example"})
    assert [mail.kind for mail in mails(app, KAREN["email"])] == ["people.already"]
    assert karen.email == KAREN["email"]


def test_who_has_an_account_gets_a_link_to_it_when_registering_again(
    app: Application, session: Session, karen: Person
) -> None:
    client = browser(app)
    other = KAREN | {"name": "En Anden", "password": "noget helt andet her"}
    assert post(client, "/auth/register", 202, **other) == {}
    secret = token(newest(app, KAREN["email"], "already"))
    assert use(client, secret) == {"purpose": "sign-in", "signed_in": True}
    session.refresh(karen)
    assert karen.name == KAREN["name"]
    login(browser(app))


def test_a_guest_who_registers_gets_the_account_and_its_password(
    app: Application, session: Session
) -> None:
    guest = person(session, email=KAREN["email"], name="Gæst", verified=False)
    session.commit()
    client = browser(app)
    post(client, "/auth/register", 202, **KAREN)
    login(client, 401)  # nobody has shown that the address is theirs
    use(client, token(newest(app, KAREN["email"], "verify")))
    session.refresh(guest)
    assert guest.name == KAREN["name"]
    login(browser(app))


@pytest.mark.parametrize(
    "password",
    [
        *("kort", "x" * 201, "aaaaaaaaaaaa", "abababababab", "1234567890", "password123"),
        *("karen@demo.example", "Karen Testesen", "KarenTestesen"),
    ],
)
def test_a_password_that_would_be_guessed_is_refused(client: FlaskClient, password: str) -> None:
    problem = post(client, "/auth/register", 422, **KAREN | {"password": password})
    assert list(problem["errors"]) == ["password"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("email", value) for value in ("", "karen", "a@b", "a b@c.dk", "a@b.dk\nBcc: x@y.dk")),
        *(("name", value) for value in ("", "   ", "Se https://x.example", "evil.com", "A\nB")),
        *(("name", value) for value in ("x" * 121, "<b>Karen</b>", "12345")),
        ("language", "de"),
        ("guardian_email", KAREN["email"]),
    ],
)
def test_a_wrong_field_is_named(client: FlaskClient, field: str, value: str) -> None:
    problem = post(client, "/auth/register", 422, **KAREN | {field: value})
    assert list(problem["errors"]) == [field]


@pytest.mark.parametrize(
    "name", ["Bo", "J.P. Hansen", "Øjvind Åkjær", "O'Neill-Sørensen", "李小龍"]
)
def test_names_of_people_are_taken(client: FlaskClient, name: str) -> None:
    post(client, "/auth/register", 202, **KAREN | {"name": name})


def test_mails_are_in_the_language_that_one_registers_in(
    app: Application, client: FlaskClient
) -> None:
    headers = {"Accept-Language": "en"}
    client.post("/api/v1/auth/register", json=KAREN, headers=headers)
    assert newest(app, KAREN["email"], "verify").language == "en"


# Signing in and out


def test_one_signs_in_with_a_password_and_out_again(
    app: Application, session: Session, karen: Person
) -> None:
    client = browser(app)
    assert login(client) == {}
    assert is_signed_in(client)
    assert client.post("/api/v1/auth/logout").status_code == 204
    assert not is_signed_in(client)
    assert [one.end_reason for one in session.scalars(select(LoginSession))] == ["signed-out"]
    assert karen.password_hash is not None


@pytest.mark.usefixtures("karen")
def test_an_unconfirmed_account_signs_in_too(app: Application, session: Session) -> None:
    session.scalars(select(Person)).one().verified_at = None
    session.commit()
    client = browser(app)
    login(client)
    assert client.get("/api/v1/me").json["verified"] is False


@pytest.mark.usefixtures("karen")
def test_a_program_gets_its_tokens_in_the_answer(app: Application) -> None:
    client = app.test_client(use_cookies=False)
    tokens = login(client, tokens=True)
    assert set(tokens) == {"access_token", "refresh_token"}
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert client.get("/api/v1/me", headers=bearer).status_code == 200
    again = {"Authorization": f"Bearer {tokens['refresh_token']}"}
    renewed = client.post("/api/v1/auth/refresh", headers=again)
    assert set(renewed.json) == {"access_token", "refresh_token"}
    assert "Set-Cookie" not in renewed.headers
    bearer = {"Authorization": f"Bearer {renewed.json['access_token']}"}
    assert client.post("/api/v1/auth/logout", headers=bearer).status_code == 204
    assert client.get("/api/v1/me", headers=bearer).status_code == 401


@pytest.mark.usefixtures("karen")
def test_a_browser_renews_its_session(app: Application) -> None:
    client = browser(app)
    login(client)
    with time_machine.travel(NOW + timedelta(minutes=16), tick=False):
        assert not is_signed_in(client)
        assert client.post("/api/v1/auth/refresh").status_code == 200
        assert is_signed_in(client)
    with time_machine.travel(NOW + timedelta(days=31), tick=False):
        assert client.post("/api/v1/auth/refresh").status_code in {401, 403}


@pytest.mark.usefixtures("karen")
def test_one_signs_out_when_the_access_token_is_too_old(app: Application, session: Session) -> None:
    client = browser(app)
    login(client)
    with time_machine.travel(NOW + timedelta(hours=3), tick=False):
        assert client.post("/api/v1/auth/logout").status_code == 204
    assert session.scalars(select(LoginSession.end_reason)).one() == "signed-out"
    assert client.get_cookie("samspil_access", path="/api") is None


def test_signing_out_without_a_session_is_no_error(app: Application) -> None:
    assert browser(app).post("/api/v1/auth/logout").status_code == 204


@pytest.mark.usefixtures("karen")
def test_signing_out_everywhere_takes_effect_at_once(app: Application) -> None:
    phone, laptop = browser(app), browser(app)
    login(phone)
    login(laptop)
    assert phone.post("/api/v1/auth/logout-everywhere").status_code == 204
    assert not is_signed_in(laptop)
    assert laptop.post("/api/v1/auth/refresh").status_code == 401


@pytest.mark.usefixtures("karen")
def test_one_signs_in_by_a_link(app: Application) -> None:
    client = browser(app)
    assert post(client, "/auth/link", 202, email=KAREN["email"]) == {}
    use(client, token(newest(app, KAREN["email"], "sign-in")))
    assert is_signed_in(client)
    login(browser(app))  # the password stays


def test_a_hash_made_with_less_work_is_renewed_at_sign_in(
    app: Application, session: Session, karen: Person
) -> None:
    karen.password_hash = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    session.commit()
    login(browser(app))
    session.refresh(karen)
    assert "m=47104,t=2,p=1" in karen.password_hash
    assert karen.password_hash.startswith("$argon2id$")
    login(browser(app))


# Passwords


def test_a_forgotten_password_is_chosen_anew_and_ends_every_session(
    app: Application, karen: Person
) -> None:
    thief, client = signed_in(app, karen), browser(app)
    post(client, "/auth/forgot", 202, email=KAREN["email"])
    secret = token(newest(app, KAREN["email"], "reset"))
    assert list(use(client, secret, 422)["errors"]) == ["password"]
    assert list(use(client, secret, 422, password="1234567890")["errors"]) == ["password"]
    assert use(client, secret, password="en ny og bedre en")["signed_in"] is True
    assert is_signed_in(client)
    assert not is_signed_in(thief)
    login(browser(app), 401)
    login(browser(app), password="en ny og bedre en")


def test_another_password_needs_the_current_one_and_ends_other_sessions(
    app: Application, karen: Person
) -> None:
    client, other = signed_in(app, karen), signed_in(app, karen)
    change = {"current": PASSWORD, "new": "en ny og bedre en"}
    for wrong in ({"current": "forkert kode"}, {"new": "1234567890"}, {"new": "kort"}):
        answer = client.patch("/api/v1/me/password", json=change | wrong)
        assert answer.status_code == 422
        assert list(answer.json["errors"]) == list(wrong)
    assert client.patch("/api/v1/me/password", json=change).status_code == 204
    assert is_signed_in(client)
    assert not is_signed_in(other)
    newest(app, KAREN["email"], "password-changed")
    login(browser(app), password="en ny og bedre en")


# Addresses


def change_email(client: Browser, status: int = 202, **more: Any) -> Any:
    return post(
        client, "/me/email", status, **{"email": "ny@demo.example", "password": PASSWORD} | more
    )


def test_another_address_is_confirmed_where_it_is_and_told_where_it_was(
    app: Application, session: Session, karen: Person
) -> None:
    client = signed_in(app, karen)
    assert change_email(client) == {}
    secret = token(newest(app, "ny@demo.example", "change-email"))
    told = newest(app, KAREN["email"], "email-wanted")
    assert told.said == {"name": KAREN["name"], "new_email": "ny@demo.example"}
    session.refresh(karen)
    assert karen.email == KAREN["email"]
    assert use(browser(app), secret) == {"purpose": "change-email", "signed_in": False}
    session.refresh(karen)
    assert karen.email == "ny@demo.example"
    login(browser(app), email="ny@demo.example")
    login(browser(app), 401)


def test_a_wrong_password_changes_no_address(app: Application, karen: Person) -> None:
    problem = change_email(signed_in(app, karen), 422, password="forkert kode")
    assert list(problem["errors"]) == ["password"]
    assert mails(app, "ny@demo.example") == []


def test_whether_an_address_is_taken_is_not_told(
    app: Application, session: Session, karen: Person
) -> None:
    person(session, email="ny@demo.example")
    session.commit()
    assert change_email(signed_in(app, karen)) == {}
    assert mails(app, "ny@demo.example") == []


def test_an_address_that_was_taken_meanwhile_is_not_taken_twice(
    app: Application, session: Session, karen: Person
) -> None:
    change_email(signed_in(app, karen))
    secret = token(newest(app, "ny@demo.example", "change-email"))
    person(session, email="ny@demo.example")
    session.commit()
    assert use(browser(app), secret, 404)["type"] == "/problems/link-gone"


def test_a_link_to_an_old_address_is_worth_nothing(
    app: Application, session: Session, karen: Person
) -> None:
    client = browser(app)
    post(client, "/auth/forgot", 202, email=KAREN["email"])
    secret = token(newest(app, KAREN["email"], "reset"))
    karen.email = "ny@demo.example"
    session.commit()
    use(client, secret, 404, password="en ny og bedre en")


# Links


@pytest.mark.usefixtures("karen")
def test_a_link_works_once_and_only_while_it_is_the_newest(app: Application) -> None:
    client = browser(app)
    post(client, "/auth/link", 202, email=KAREN["email"])
    older = token(newest(app, KAREN["email"], "sign-in"))
    post(client, "/auth/link", 202, email=KAREN["email"])
    newer = token(newest(app, KAREN["email"], "sign-in"))
    for gone in (older, "aldrig-givet"):
        assert use(client, gone, 404)["type"] == "/problems/link-gone"
        post(client, "/links/look", 404, token=gone)
    use(client, newer)
    use(client, newer, 404)


@pytest.mark.parametrize(
    ("path", "kind", "lasts"),
    [
        ("/auth/link", "sign-in", timedelta(hours=1)),
        ("/auth/forgot", "reset", timedelta(hours=1)),
        ("/auth/register", "already", timedelta(hours=1)),
    ],
)
@pytest.mark.usefixtures("karen")
def test_a_link_ends_in_time(app: Application, path: str, kind: str, lasts: timedelta) -> None:
    client = browser(app)
    body = KAREN if kind == "already" else {"email": KAREN["email"]}
    post(client, path, 202, **body)
    secret = token(newest(app, KAREN["email"], kind))
    with time_machine.travel(NOW + lasts, tick=False):
        use(client, secret, 404, password="en ny og bedre en")
    with time_machine.travel(NOW + lasts - timedelta(seconds=1), tick=False):
        use(client, secret, 200, password="en ny og bedre en")


def test_the_letter_of_confirmation_is_sent_again(app: Application, session: Session) -> None:
    waiting = person(session, email=KAREN["email"], verified=False)
    session.commit()
    client = signed_in(app, waiting)
    for _ in range(2):
        assert client.post("/api/v1/me/verification").status_code == 202
    older, newer = (token(mail) for mail in mails(app, KAREN["email"]))
    use(client, older, 404)
    use(client, newer)
    assert is_signed_in(client)
    assert client.get("/api/v1/me").json["verified"] is True


def test_a_job_that_is_run_twice_writes_once(app: Application, session: Session) -> None:
    person(session, email=KAREN["email"])
    session.commit()
    post(app.test_client(), "/auth/link", 202, email=KAREN["email"])
    assert len(mails(app, KAREN["email"])) == 1
    link = session.scalars(select(Link)).one()
    work = jobs.Work(app.settings, app.database, last_try=False)
    accounts.answer_sign_in(work, str(link.id))
    assert len(mails(app, KAREN["email"])) == 1
