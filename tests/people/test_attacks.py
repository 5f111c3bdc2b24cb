"""Attacks on signing in, by name, and how each is answered.

Those on other things stand beside them: uploads in tests/core/test_uploads.py and test_pictures.py,
headers in mails in test_mail_kinds.py, strangers at every object route in tests/test_access.py.
"""

import base64
import json
import re
import secrets
import statistics
import threading
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import jwt
import pytest
import time_machine
from flask.testing import FlaskClient
from inbox import mails, newest, token
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from databases import NOW, Recorder
from factories.needs import need
from factories.people import Browser, browser, person, signed_in
from samspil.app import create_app
from samspil.core import throttle
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.http.application import network_of
from samspil.core.http.tokens import Tokens, make_tokens
from samspil.core.throttle import Throttle
from samspil.people import rules
from samspil.people.models import Link, LoginSession, Person
from samspil.people.sessions import LOST_ANSWER, begin_session

PASSWORD = "en hest der spiser æbler"
EMAIL = "karen@demo.example"
NOBODY = "01890000-0000-7000-8000-000000000000"
CHANGE = ("/api/v1/me", {"language": "en"})
# A day more on the calendar is an hour less when the clocks go forward in between.
SUMMER = timedelta(hours=1)


@pytest.fixture(scope="module")
def kept() -> str:
    """What is kept of the password: made once, for it is slow on purpose."""
    return rules.hashed(PASSWORD)


@pytest.fixture
def karen(session: Session, kept: str) -> Person:
    made = person(session, email=EMAIL, name="Karen", password_hash=kept)
    session.commit()
    return made


@pytest.fixture
def tokens(app: Application, session: Session, karen: Person) -> Tokens:
    """Karen's tokens, as a program has them."""
    with app.app_context():
        made = begin_session(session, karen.id, NOW)
    session.commit()
    return made


def login(client: FlaskClient, *, of: str = "192.0.2.1", **changed: Any) -> TestResponse:
    body = {"email": EMAIL, "password": PASSWORD} | changed
    return client.post("/api/v1/auth/login", json=body, environ_base={"REMOTE_ADDR": of})


def as_bearer(client: FlaskClient, written: str, path: str = "/api/v1/me") -> TestResponse:
    return client.get(path, headers={"Authorization": f"Bearer {written}"})


def must_be_refused(answer: TestResponse, name: str = "not-signed-in", status: int = 401) -> None:
    """A problem document of ours, and nothing of the library's."""
    assert answer.status_code == status, answer.data
    assert answer.mimetype == "application/problem+json"
    assert answer.json["type"] == f"/problems/{name}"
    assert "msg" not in answer.json


# Forged, expired and swapped tokens


def claims_of(written: str) -> dict[str, Any]:
    return jwt.decode(written, options={"verify_signature": False})


def forged(written: str, key: str | None = None, **changed: Any) -> str:
    """A token with other claims, signed with another key unless one is given."""
    claims = {k: v for k, v in (claims_of(written) | changed).items() if v is not None}
    return jwt.encode(claims, key or secrets.token_hex(32), algorithm="HS256")


def without_signature(written: str, algorithm: str) -> str:
    def part(document: dict[str, Any]) -> str:
        return base64.urlsafe_b64encode(json.dumps(document).encode()).rstrip(b"=").decode()

    return f"{part({'alg': algorithm, 'typ': 'JWT'})}.{part(claims_of(written))}."


def test_a_token_of_ours_is_taken(client: FlaskClient, tokens: Tokens) -> None:
    assert as_bearer(client, tokens.access).status_code == 200


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", "HS256", ""])
def test_alg_none(client: FlaskClient, tokens: Tokens, algorithm: str) -> None:
    must_be_refused(as_bearer(client, without_signature(tokens.access, algorithm)))


def test_a_token_signed_with_another_key(client: FlaskClient, tokens: Tokens) -> None:
    must_be_refused(as_bearer(client, forged(tokens.access)))


@pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
def test_a_token_signed_with_our_key_in_another_way(
    app: Application, client: FlaskClient, tokens: Tokens, algorithm: str
) -> None:
    key = f"{app.settings.secret_key}"
    written = jwt.encode(claims_of(tokens.access), key.ljust(64), algorithm=algorithm)
    must_be_refused(as_bearer(client, written))


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "somebody-else"},
        {"iss": None},
        {"sub": NOBODY},
        {"sub": "not an id"},
        {"sub": None},
        {"sid": NOBODY},
        {"sid": None},
        {"sid": 7},
        {"type": "refresh"},
        {"exp": 1},
        {"nbf": 4_000_000_000},
    ],
    ids=str,
)
def test_a_token_with_our_signature_and_wrong_claims(
    app: Application, client: FlaskClient, tokens: Tokens, changed: dict[str, Any]
) -> None:
    must_be_refused(as_bearer(client, forged(tokens.access, app.settings.secret_key, **changed)))


@pytest.mark.parametrize("written", ["", "x", "a.b.c", "....", "é", "Bearer", "\x00", "x" * 9_000])
def test_what_is_no_token(client: FlaskClient, written: str) -> None:
    must_be_refused(as_bearer(client, written.encode().decode("latin-1")))


def test_an_expired_token(client: FlaskClient, tokens: Tokens) -> None:
    with time_machine.travel(NOW + timedelta(minutes=15, seconds=1), tick=False):
        must_be_refused(as_bearer(client, tokens.access))


def test_tokens_swapped_for_one_another(client: FlaskClient, tokens: Tokens) -> None:
    must_be_refused(as_bearer(client, tokens.refresh))
    swapped = {"Authorization": f"Bearer {tokens.access}"}
    must_be_refused(client.post("/api/v1/auth/refresh", headers=swapped))


def test_a_refresh_token_in_the_access_tokens_cookie(client: FlaskClient, tokens: Tokens) -> None:
    client.set_cookie("samspil_access", tokens.refresh, path="/api")
    must_be_refused(client.get("/api/v1/me"))


def test_a_token_of_a_session_that_has_ended(
    client: FlaskClient, session: Session, tokens: Tokens
) -> None:
    session.scalars(select(LoginSession)).one().ended_at = NOW
    session.commit()
    must_be_refused(as_bearer(client, tokens.access))


def test_a_token_of_an_erased_person(
    client: FlaskClient, session: Session, karen: Person, tokens: Tokens
) -> None:
    karen.email, karen.erased_at = None, NOW
    session.commit()
    must_be_refused(as_bearer(client, tokens.access))
    again = {"Authorization": f"Bearer {tokens.refresh}"}
    must_be_refused(client.post("/api/v1/auth/refresh", headers=again))


def test_somebodys_token_with_anothers_session(
    app: Application, client: FlaskClient, session: Session, tokens: Tokens
) -> None:
    stranger = person(session)
    session.commit()
    with app.app_context():
        mixed = make_tokens(stranger.id, uuid.UUID(claims_of(tokens.access)["sid"]))
    must_be_refused(as_bearer(client, mixed.access))


def test_a_token_in_the_address(client: FlaskClient, tokens: Tokens) -> None:
    answer = client.get("/api/v1/me", query_string={"jwt": tokens.access})
    assert answer.status_code in {401, 422}


# CSRF


def csrf_of(client: Browser, kind: str = "access") -> str:
    cookie = client.get_cookie(f"csrf_{kind}_token")
    assert cookie is not None
    return cookie.value


def sent(client: FlaskClient, proof: str | None) -> TestResponse:
    """A change as another site's page would send it, with what proof it has."""
    headers = {} if proof is None else {"X-CSRF-TOKEN": proof}
    # Browser adds the right proof by itself: an empty one keeps it from that.
    path, body = CHANGE
    return FlaskClient.open(client, path, method="PATCH", json=body, headers=headers)


def test_csrf_missing_wrong_or_of_another_session(app: Application, karen: Person) -> None:
    client, other = signed_in(app, karen), signed_in(app, karen)
    for proof in (None, "", "wrong", csrf_of(other), csrf_of(client, "refresh")):
        must_be_refused(sent(client, proof), "csrf", 403)
    assert sent(client, csrf_of(client)).status_code == 200


@pytest.mark.parametrize("path", ["/auth/refresh", "/auth/logout", "/auth/logout-everywhere"])
def test_csrf_of_the_session_itself(app: Application, karen: Person, path: str) -> None:
    client = signed_in(app, karen)
    must_be_refused(FlaskClient.open(client, f"/api/v1{path}", method="POST"), "csrf", 403)
    assert client.get("/api/v1/me").status_code == 200


def test_a_form_of_another_site_signs_nobody_in(client: FlaskClient, karen: Person) -> None:
    body = json.dumps({"email": karen.email, "password": PASSWORD})
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = client.post("/api/v1/auth/login", data=body, content_type=kind)
        assert answer.status_code in {400, 415, 422}
        assert "Set-Cookie" not in answer.headers


def test_a_program_needs_no_proof(client: FlaskClient, tokens: Tokens) -> None:
    path, body = CHANGE
    bearer = {"Authorization": f"Bearer {tokens.access}"}
    assert client.patch(path, json=body, headers=bearer).status_code == 200


# Cookies


@pytest.mark.usefixtures("karen")
def test_cookies_are_out_of_reach(app: Application) -> None:
    written = login(browser(app)).headers.getlist("Set-Cookie")
    cookies = {line.partition("=")[0]: line.split("; ")[1:] for line in written}
    assert set(cookies) == {
        *("samspil_access", "csrf_access_token", "samspil_refresh", "csrf_refresh_token")
    }
    for name, flags in cookies.items():
        assert {"SameSite=Strict", "Secure"} <= set(flags), name
        assert ("HttpOnly" in flags) == name.startswith("samspil_"), name
        assert not any(flag.startswith("Domain=") for flag in flags), name
    assert "Path=/api" in cookies["samspil_access"]
    assert "Path=/api/v1/auth" in cookies["samspil_refresh"]
    assert "Path=/" in cookies["csrf_access_token"]
    assert "Path=/" in cookies["csrf_refresh_token"]


def test_cookies_are_taken_away(app: Application, karen: Person) -> None:
    client = signed_in(app, karen)
    assert client.post("/api/v1/auth/logout").status_code == 204
    assert client._cookies == {}


@pytest.mark.usefixtures("karen")
def test_session_fixation(app: Application, session: Session) -> None:
    attacker = person(session)
    session.commit()
    planted = signed_in(app, attacker)
    before = set(session.scalars(select(LoginSession.id)))
    assert login(planted).status_code == 200
    assert planted.get("/api/v1/me").json["email"] == EMAIL
    (family,) = set(session.scalars(select(LoginSession.id))) - before
    cookie = planted.get_cookie("samspil_access", path="/api")
    assert cookie is not None
    assert claims_of(cookie.value)["sid"] == str(family)


def test_signing_in_ends_the_session_that_the_browser_had(
    app: Application, client: FlaskClient, session: Session, karen: Person
) -> None:
    browsers = signed_in(app, karen)
    before = browsers.get_cookie("samspil_access", path="/api")
    assert before is not None
    assert login(browsers).status_code == 200
    assert browsers.get("/api/v1/me").status_code == 200
    must_be_refused(as_bearer(client, before.value))
    assert set(session.scalars(select(LoginSession.end_reason))) == {"replaced", None}


def test_a_session_ends_after_half_a_year_however_often_it_is_renewed(
    app: Application, karen: Person
) -> None:
    client, day = signed_in(app, karen), timedelta(days=1)
    for number in range(0, 180, 20):
        with time_machine.travel(NOW + number * day, tick=False):
            assert client.post("/api/v1/auth/refresh").status_code == 200
    with time_machine.travel(NOW + 180 * day + SUMMER, tick=False):
        must_be_refused(client.post("/api/v1/auth/refresh"))


def test_a_session_that_is_not_used_ends_after_a_month(app: Application, karen: Person) -> None:
    client = signed_in(app, karen)
    with time_machine.travel(NOW + timedelta(days=30) + SUMMER, tick=False):
        must_be_refused(client.post("/api/v1/auth/refresh"))


@pytest.mark.usefixtures("karen")
def test_what_a_browser_invents_is_no_session(app: Application) -> None:
    client = browser(app)
    for name in ("session", "samspil_access", "samspil_refresh", "csrf_access_token"):
        client.set_cookie(name, "0" * 32, path="/api")
    assert login(client).status_code == 200
    must_be_refused(browser(app).get("/api/v1/me"))


# Refresh tokens


def refresh(client: FlaskClient, written: str) -> TestResponse:
    return client.post("/api/v1/auth/refresh", headers={"Authorization": f"Bearer {written}"})


def refresh_from(client: FlaskClient, written: str, agent: str) -> TestResponse:
    headers = {"Authorization": f"Bearer {written}", "User-Agent": agent}
    return client.post("/api/v1/auth/refresh", headers=headers)


def ended(session: Session) -> str | None:
    return session.scalars(select(LoginSession.end_reason)).one()


def test_a_refresh_token_used_again_ends_the_family(
    client: FlaskClient, session: Session, tokens: Tokens
) -> None:
    renewed = refresh(client, tokens.refresh).json
    with time_machine.travel(NOW + LOST_ANSWER + timedelta(seconds=1), tick=False):
        must_be_refused(refresh(client, tokens.refresh))
        must_be_refused(refresh(client, renewed["refresh_token"]))
        must_be_refused(as_bearer(client, renewed["access_token"]))
    assert ended(session) == "reused"
    assert "end-reused" in set(session.scalars(select(AuditEntry.action)))


def test_an_answer_that_got_lost_is_given_once_more_to_the_same_device(
    app: Application, client: FlaskClient, session: Session, karen: Person
) -> None:
    with app.app_context():
        phone = begin_session(session, karen.id, NOW, "Telefon")
    session.commit()
    lost = refresh_from(client, phone.refresh, "Telefon").json
    with time_machine.travel(NOW + LOST_ANSWER, tick=False):
        again = refresh_from(client, phone.refresh, "Telefon").json
        assert as_bearer(client, again["access_token"]).status_code == 200
        # Whoever took the lost answer has tokens that nobody was given: the next use ends all.
        must_be_refused(refresh_from(client, lost["refresh_token"], "Telefon"))
        must_be_refused(as_bearer(client, again["access_token"]))
    assert ended(session) == "reused"


@pytest.mark.parametrize("agent", ["En anden", ""])
def test_another_device_is_given_no_lost_answer(
    app: Application, client: FlaskClient, session: Session, karen: Person, agent: str
) -> None:
    with app.app_context():
        phone = begin_session(session, karen.id, NOW, "Telefon")
    session.commit()
    refresh_from(client, phone.refresh, "Telefon")
    must_be_refused(refresh_from(client, phone.refresh, agent))
    assert ended(session) == "reused"


def test_of_many_uses_of_one_refresh_token_at_once_all_end(own_app: Application) -> None:
    with own_app.database.writing() as session, own_app.app_context():
        karen = person(session)
        given = begin_session(session, karen.id, NOW, "Telefon")
        session.commit()
    answers = at_once(8, lambda _: refresh_from(own_app.test_client(), given.refresh, "Telefon"))
    # One wins, one is taken for its answer got lost, and the third is a thief's.
    assert sorted(answer.status_code for answer in answers) == [200, 200, *[401] * 6]
    with own_app.database.writing() as session:
        family = session.scalars(select(LoginSession)).one()
        assert (family.ended_at, family.end_reason) == (NOW, "reused")
    for answer in answers:
        if answer.status_code == 200:
            must_be_refused(as_bearer(own_app.test_client(), answer.json["access_token"]))


def at_once(number: int, act: Callable[[int], TestResponse]) -> list[TestResponse]:
    """Do something in as many threads, each with a connection of its own."""
    answers: list[TestResponse] = []
    ready = threading.Barrier(number)

    def run(which: int) -> None:
        ready.wait()
        answers.append(act(which))

    threads = [threading.Thread(target=run, args=(which,)) for which in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


# Guessing passwords


def must_wait(answer: TestResponse, at_most: timedelta) -> int:
    must_be_refused(answer, "too-many-requests", 429)
    seconds = int(answer.headers["Retry-After"])
    assert 0 < seconds <= at_most.total_seconds()
    return seconds


@pytest.mark.usefixtures("karen")
def test_many_passwords_for_one_address(client: FlaskClient) -> None:
    limit = throttle.SIGN_IN_PAIR
    for number in range(limit.most):
        must_be_refused(login(client, password=f"gæt {number}"), "wrong-credentials")
    seconds = must_wait(login(client, password="gæt"), limit.window)
    must_wait(login(client), limit.window)  # the right one tells nothing either
    with time_machine.travel(NOW + timedelta(seconds=seconds), tick=False):
        assert login(client).status_code == 200


def test_one_password_for_many_addresses(client: FlaskClient) -> None:
    limit = throttle.SIGN_IN_NETWORK
    tries = [login(client, email=f"nr-{number}@demo.example") for number in range(limit.most + 5)]
    assert [t.status_code for t in tries] == [401] * limit.most + [429] * 5
    must_wait(tries[-1], limit.window)
    assert login(client, of="198.51.100.7").status_code == 401  # others are not shut out


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1%eth0", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_network_is_counted_not_one_of_its_addresses(address: str | None, network: str) -> None:
    assert network_of(address) == network


def test_changing_ones_own_address_in_a_network_does_not_help(client: FlaskClient) -> None:
    for number in range(throttle.SIGN_IN_NETWORK.most):
        login(client, email=f"nr-{number}@demo.example", of=f"2001:db8::{number + 1:x}")
    answer = login(client, email="en-til@demo.example", of="2001:db8::ffff:1")
    must_wait(answer, throttle.SIGN_IN_NETWORK.window)


def test_a_header_that_claims_another_address_is_not_believed(client: FlaskClient) -> None:
    for number in range(throttle.SIGN_IN_NETWORK.most + 1):
        answer = client.post(
            "/api/v1/auth/login",
            json={"email": f"nr-{number}@demo.example", "password": "gæt"},
            headers={"X-Forwarded-For": f"203.0.113.{number}", "Forwarded": f"for=10.0.0.{number}"},
        )
    must_wait(answer, throttle.SIGN_IN_NETWORK.window)


@pytest.mark.usefixtures("karen")
def test_nobody_is_shut_out_where_they_are_known(app: Application) -> None:
    home, limit = "192.0.2.10", throttle.SIGN_IN_ADDRESS
    assert login(browser(app), of=home).status_code == 200
    attacker = app.test_client()
    for number in range(limit.most + 1):
        last = login(attacker, password="gæt", of=f"198.51.100.{number + 1}")
    must_wait(last, limit.window)
    assert login(browser(app), of=home).status_code == 200
    # In a new place they wait, or sign in by a link, which no attack on the password ends.
    must_wait(login(browser(app), of="203.0.113.5"), limit.window)
    client = browser(app)
    assert client.post("/api/v1/auth/link", json={"email": EMAIL}).status_code == 202
    secret = {"token": token(newest(app, EMAIL, "sign-in"))}
    assert client.post("/api/v1/links/use", json=secret).json["signed_in"] is True


def ask_for_link(client: FlaskClient, *, of: str, email: str = EMAIL) -> TestResponse:
    return client.post("/api/v1/auth/link", json={"email": email}, environ_base={"REMOTE_ADDR": of})


@pytest.mark.usefixtures("karen")
def test_whoever_uses_up_the_links_leaves_one_that_works(app: Application) -> None:
    client = browser(app)
    answers = [ask_for_link(client, of="192.0.2.9") for _ in range(7)]
    most = throttle.SIGN_IN_MAIL.most + throttle.SIGN_IN_MAIL_MORE.most
    assert [a.status_code for a in answers] == [202] * most + [429] * (7 - most)
    seconds = must_wait(answers[-1], throttle.SIGN_IN_MAIL.window)
    secret = {"token": token(newest(app, EMAIL, "sign-in"))}
    with time_machine.travel(NOW + timedelta(seconds=seconds - 1), tick=False):
        assert client.post("/api/v1/links/use", json=secret).status_code == 200
    with time_machine.travel(NOW + timedelta(seconds=seconds), tick=False):
        assert ask_for_link(client, of="192.0.2.9").status_code == 202


@pytest.mark.usefixtures("karen")
def test_no_crowd_shuts_the_way_in_by_mail(app: Application) -> None:
    """Strangers use up what is counted of the address, the network and everyone; she asks next."""
    strangers, her = app.test_client(), "198.51.100.200"
    with app.database.writing.begin() as session:
        need_id = need(session).id
    guest = {"name": "Spøgefugl", "email": EMAIL}
    for number in range(throttle.UNSOLICITED_HOUR.most + 1):
        answer = strangers.post(
            f"/api/v1/needs/{need_id}/signups/guest",
            json=guest,
            environ_base={"REMOTE_ADDR": f"203.0.113.{number}"},
        )
    must_wait(answer, timedelta(hours=1))
    for number in range(throttle.MAIL_NETWORK.most):
        ask_for_link(strangers, of=her, email=f"nr-{number}@demo.example")
        register = {"email": f"nr-{number}@demo.example", "name": "N", "password": PASSWORD}
        strangers.post(
            "/api/v1/auth/register",
            json=register | {"name": "1"},
            environ_base={"REMOTE_ADDR": her},
        )
    for number in range(throttle.SIGN_IN_ADDRESS.most + 1):
        login(strangers, password="gæt", of=f"203.0.113.{number}")
    must_wait(login(strangers, of=her), throttle.SIGN_IN_ADDRESS.window)
    # Nor do addresses of her mailbox that nobody has.
    for number in range(30):
        ask_for_link(strangers, of=f"203.0.113.{number}", email=EMAIL.replace("@", f"+{number}@"))
    client = browser(app)
    assert ask_for_link(client, of=her).status_code == 202
    secret = {"token": token(newest(app, EMAIL, "sign-in"))}
    assert client.post("/api/v1/links/use", json=secret).json["signed_in"] is True
    # From now on she is no stranger here: what others cause does not count against her.
    assert login(browser(app), of="127.0.0.1").status_code == 200
    assert ask_for_link(client, of="127.0.0.1").status_code == 202


def test_no_crowd_keeps_anybody_from_registering(app: Application) -> None:
    strangers = app.test_client()
    with app.database.writing.begin() as session:
        need_id = need(session).id
    for number in range(throttle.UNSOLICITED_DAY.most + 1):
        with time_machine.travel(NOW + timedelta(hours=number), tick=False):
            last = strangers.post(
                f"/api/v1/needs/{need_id}/signups/guest",
                json={"name": "Spøgefugl", "email": EMAIL},
                environ_base={"REMOTE_ADDR": f"203.0.113.{number}"},
            )
    must_wait(last, timedelta(days=1))
    own = {"email": EMAIL, "name": "Karen", "password": PASSWORD}
    assert browser(app).post("/api/v1/auth/register", json=own).status_code == 202
    newest(app, EMAIL, "verify")


@pytest.mark.usefixtures("karen")
def test_no_mailbox_gets_more_than_a_few_dozen_mails_in_a_day(app: Application) -> None:
    """Every stranger asks from a network of their own, at every half hour of a day."""
    client, local = app.test_client(), EMAIL.partition("@")[0]
    with app.database.writing.begin() as session:
        need_id = need(session).id
        for number in range(4):
            person(session, email=f"{local}+{number}@demo.example")
    sent = 0
    for half_hour in range(48):
        with time_machine.travel(NOW + timedelta(minutes=30 * half_hour), tick=False):
            for number, tag in enumerate(("", "+0", "+1", "+2", "+3")):
                to = f"{local}{tag}@demo.example"
                here = {"environ_base": {"REMOTE_ADDR": f"203.0.{half_hour}.{number}"}}
                for path, body in (
                    ("/auth/link", {"email": to}),
                    (f"/needs/{need_id}/signups/guest", {"email": to, "name": "Spøgefugl"}),
                    ("/auth/register", {"email": to, "name": "Spøgefugl", "password": PASSWORD}),
                ):
                    answer = client.post(f"/api/v1{path}", json=body, **here)
                    assert answer.status_code in {202, 429}
                    sent += answer.status_code == 202
    always = 24 * throttle.SIGN_IN_MAIL.most + throttle.REGISTERED.most
    more = (
        throttle.SIGN_IN_MAIL_MORE.most
        + throttle.SIGN_IN_MAIL_TAGGED.most
        + throttle.UNSOLICITED_DAY.most
    )
    assert sent == always + more == 47


@pytest.mark.usefixtures("karen")
def test_ones_own_success_takes_back_no_guess_at_others(client: FlaskClient) -> None:
    limit = throttle.SIGN_IN_NETWORK
    for number in range(limit.most):
        login(client, email=f"nr-{number}@demo.example")
        if number % 5 == 0:
            assert login(client).status_code == 200
    must_wait(login(client, email="en-til@demo.example"), limit.window)


@pytest.mark.usefixtures("karen")
def test_many_people_of_one_network_sign_in(client: FlaskClient) -> None:
    for _ in range(throttle.SIGN_IN_NETWORK.most + 5):
        assert login(client).status_code == 200


def test_counts_hold_over_processes_and_under_a_crowd(own_app: Application) -> None:
    other = create_app(own_app.settings)
    apps = [own_app, other]
    try:
        answers = at_once(
            16, lambda which: login(apps[which % 2].test_client(), email="ingen@demo.example")
        )
    finally:
        other.database.engine.dispose()
    most = throttle.SIGN_IN_PAIR.most
    assert sorted(a.status_code for a in answers) == [401] * most + [429] * (16 - most)


def test_counts_stand_when_the_request_fails(own_app: Application) -> None:
    client = own_app.test_client()
    assert login(client).status_code == 401
    weak = {"email": EMAIL, "name": "Karen", "password": "1234567890"}
    assert client.post("/api/v1/auth/register", json=weak).status_code == 422
    with own_app.database.writing() as session:
        assert session.scalars(select(Throttle.count)).all() == [1] * (4 + 4)


@pytest.mark.usefixtures("karen")
def test_counts_hold_no_address_and_no_network(client: FlaskClient, session: Session) -> None:
    login(client, of="192.0.2.77")
    kept_rows = session.execute(text("SELECT encode(key, 'escape'), key::text FROM throttles"))
    written = str(kept_rows.all())
    assert len(written) > 100
    assert "192.0.2" not in written
    assert "karen" not in written


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/me/password", {"current": "gæt på den", "new": "en ny og bedre en"}),
        ("/me/email", {"password": "gæt på den", "email": "ny@demo.example"}),
    ],
)
def test_guessing_the_password_from_an_open_screen(
    own_app: Application, kept: str, path: str, body: dict[str, str]
) -> None:
    with own_app.database.writing.begin() as session:
        karen = person(session, password_hash=kept)
    client = signed_in(own_app, karen)
    send = client.patch if path == "/me/password" else client.post
    for number in range(throttle.PASSWORD.most):
        own = {"email": f"ny-{number}@demo.example"} if "email" in body else {}
        assert send(f"/api/v1{path}", json=body | own).status_code == 422
    must_wait(send(f"/api/v1{path}", json=body), throttle.PASSWORD.window)


# Whether an address has an account

ADDRESSED = {
    "/auth/login": {"password": "gæt på den her"},
    "/auth/register": {"name": "Nogen", "password": "gæt på den her"},
    "/auth/link": {},
    "/auth/forgot": {},
}


@pytest.mark.usefixtures("karen")
@pytest.mark.parametrize("path", ADDRESSED)
def test_no_answer_tells_whether_an_address_has_an_account(client: FlaskClient, path: str) -> None:
    def answer(email: str) -> tuple[int, bytes, list[tuple[str, str]]]:
        got = client.post(f"/api/v1{path}", json=ADDRESSED[path] | {"email": email})
        told = [
            (name, re.sub("(?<=samspil_device=)[^;]+", "…", value))
            for name, value in sorted(got.headers)
        ]
        return got.status_code, got.data, told

    assert answer(EMAIL) == answer("ingen@demo.example")


@pytest.mark.usefixtures("karen")
def test_no_mail_goes_to_who_has_no_account(app: Application) -> None:
    client = browser(app)
    for path in ("/auth/link", "/auth/forgot"):
        client.post(f"/api/v1{path}", json={"email": "ingen@demo.example"})
    assert mails(app, "ingen@demo.example") == []
    with app.database.writing() as session:
        assert session.scalar(select(func.count()).select_from(Link)) == 0


# A hash costs fifty times what tells two medians apart, a letter three times.
TRIES = {"/auth/login": 40, "/auth/register": 40, "/auth/link": 200, "/auth/forgot": 200}
KNOWN = 40


@pytest.fixture
def crowd(own_app: Application, kept: str) -> Application:
    """An application in which known-0 to known-39 have accounts."""
    with own_app.database.writing.begin() as session:
        for number in range(KNOWN):
            person(session, email=f"known-{number}@demo.example", password_hash=kept)
    return own_app


@pytest.mark.parametrize("path", ADDRESSED)
def test_no_work_tells_whether_an_address_has_an_account(
    crowd: Application, path: str, statements: Recorder
) -> None:
    """Of either kind the same is asked of the database, and as much work is done beside that.

    Each kind is first in every other turn, on real connections and committed. The work is that of
    the processor, which nothing else on the machine adds to: a hash takes some 50 ms of it and a
    letter some 3 where all else takes 6.
    """
    client = crowd.test_client()
    worked: dict[str, list[float]] = {"known": [], "unknown": []}
    asked: dict[str, list[list[str]]] = {"known": [], "unknown": []}
    for number in range(TRIES[path]):
        for kind in sorted(worked, reverse=number % 2 == 1):
            body = ADDRESSED[path] | {"email": f"{kind}-{number % KNOWN}@demo.example"}
            with (
                time_machine.travel(NOW + timedelta(hours=number), tick=False),
                statements(crowd.database.engine) as sent,
            ):
                began = time.thread_time()
                answer = client.post(
                    f"/api/v1{path}",
                    json=body,
                    environ_base={"REMOTE_ADDR": f"192.0.2.{number % 250}"},
                )
                worked[kind].append(time.thread_time() - began)
            asked[kind].append(sent)
            assert answer.status_code in {202, 401}
    assert asked["known"] == asked["unknown"]
    medians = {kind: statistics.median(times) for kind, times in worked.items()}
    more, less = max(medians.values()), min(medians.values())
    assert more - less < max(0.001, 0.2 * less), medians


# Somebody takes your address before you do


def test_an_account_made_with_your_address_before_you_is_yours(
    app: Application, session: Session
) -> None:
    attacker, owner = browser(app), browser(app)
    theirs = {"email": EMAIL, "name": "Angriber", "password": "angriberens kode"}
    attacker.post("/api/v1/auth/register", json=theirs)
    assert login(attacker, password=theirs["password"]).status_code == 200
    assert newest(app, EMAIL, "verify")
    own = {"email": EMAIL, "name": "Karen", "password": PASSWORD}
    assert owner.post("/api/v1/auth/register", json=own).status_code == 202
    secret = token(newest(app, EMAIL, "verify"))
    used = owner.post("/api/v1/links/use", json={"token": secret})
    assert used.json["signed_in"] is True
    must_be_refused(attacker.get("/api/v1/me"))
    must_be_refused(login(attacker, password=theirs["password"]), "wrong-credentials")
    assert login(owner).status_code == 200
    assert session.scalar(select(func.count()).select_from(Person)) == 1


def test_confirming_by_a_link_to_sign_in_ends_what_a_stranger_set(
    app: Application, session: Session, karen: Person
) -> None:
    karen.verified_at = None
    session.commit()
    attacker, owner = signed_in(app, karen), browser(app)
    owner.post("/api/v1/auth/link", json={"email": EMAIL})
    secret = {"token": token(newest(app, EMAIL, "sign-in"))}
    assert list(owner.post("/api/v1/links/use", json=secret).json["errors"]) == ["name"]
    used = owner.post("/api/v1/links/use", json=secret | {"name": "Den rigtige Karen"})
    assert used.json["signed_in"] is True
    assert owner.get("/api/v1/me").json["name"] == "Den rigtige Karen"
    must_be_refused(attacker.get("/api/v1/me"))
    must_be_refused(login(attacker), "wrong-credentials")


# Links


@pytest.mark.usefixtures("karen")
def test_a_link_in_a_mail_leads_nowhere_but_to_us(app: Application) -> None:
    client = browser(app)
    evil = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    client.post("/api/v1/auth/link", json={"email": EMAIL}, headers=evil)
    assert re.fullmatch(r"/bekraeft/[\w-]{43}", newest(app, EMAIL, "sign-in").link or "")
    for name in ("next", "redirect", "return_to", "url", "continue"):
        for given in ({"json": {"email": EMAIL, name: "https://evil.example"}},):
            answer = client.post("/api/v1/auth/link", **given)
            assert list(answer.json["errors"]) == [name]
        answer = client.post(f"/api/v1/auth/link?{name}=//evil.example", json={"email": EMAIL})
        assert list(answer.json["errors"]) == [name]


def test_what_is_left_of_an_old_session_keeps_nobody_from_a_mailed_link(
    app: Application, karen: Person
) -> None:
    """Scripts cannot take the access token away, and have lost the proof that goes with it."""
    client = signed_in(app, karen)
    client.post("/api/v1/auth/link", json={"email": EMAIL})
    secret = {"token": token(newest(app, EMAIL, "sign-in"))}
    client.delete_cookie("csrf_access_token")
    assert client.post("/api/v1/links/look", json=secret).status_code == 200
    assert client.post("/api/v1/links/use", json=secret).json["signed_in"] is True
    assert client.get("/api/v1/me").status_code == 200


def test_a_refused_renewal_leaves_nothing_of_the_session(
    app: Application, session: Session, karen: Person
) -> None:
    client = signed_in(app, karen)
    session.scalars(select(LoginSession)).one().ended_at = NOW
    session.commit()
    must_be_refused(client.post("/api/v1/auth/refresh"))
    assert client._cookies == {}


@pytest.mark.usefixtures("karen")
def test_opening_a_link_does_nothing(app: Application, session: Session) -> None:
    client = browser(app)
    client.post("/api/v1/auth/forgot", json={"email": EMAIL})
    secret = token(newest(app, EMAIL, "reset"))
    before = session.scalar(select(func.count()).select_from(AuditEntry))
    for _ in range(3):
        client.get(f"/bekraeft/{secret}")
        looked = client.post("/api/v1/links/look", json={"token": secret})
        assert looked.status_code == 200
        assert "Set-Cookie" not in looked.headers
    assert session.scalar(select(func.count()).select_from(AuditEntry)) == before
    assert client.get("/api/v1/links/use").status_code in {404, 405}


def test_a_link_is_kept_as_its_hash(app: Application, session: Session, karen: Person) -> None:
    browser(app).post("/api/v1/auth/link", json={"email": karen.email})
    secret = token(newest(app, EMAIL, "sign-in"))
    assert len(base64.urlsafe_b64decode(secret + "=")) == 32
    kept_row = session.execute(text("SELECT links::text FROM links")).scalar_one()
    assert secret not in kept_row
    assert secret.encode().hex() not in kept_row


def test_of_many_uses_of_one_link_at_once_one_signs_in(own_app: Application, kept: str) -> None:
    with own_app.database.writing.begin() as session:
        person(session, email=EMAIL, password_hash=kept)
    own_app.test_client().post("/api/v1/auth/link", json={"email": EMAIL})
    body = {"token": token(newest(own_app, EMAIL, "sign-in"))}
    answers = at_once(8, lambda _: own_app.test_client().post("/api/v1/links/use", json=body))
    assert sorted(answer.status_code for answer in answers) == [200, *[404] * 7]
    with own_app.database.writing() as session:
        assert session.scalar(select(func.count()).select_from(LoginSession)) == 1


# Mass assignment

TAKEN = {
    "role": "administrator",
    "verified": True,
    "verified_at": "2027-01-01T00:00:00Z",
    "id": NOBODY,
    "areas": ["associations"],
    "administrator": True,
    "password_hash": "x",
    "guardian_consented_at": "2027-01-01T00:00:00Z",
    "demo": False,
}


@pytest.mark.parametrize("field", TAKEN)
def test_mass_assignment(app: Application, session: Session, karen: Person, field: str) -> None:
    client, before = signed_in(app, karen), session.scalars(select(Person)).one().updated_at
    own = {"email": "ny@demo.example", "name": "Ny", "password": PASSWORD}
    tries = [
        client.post("/api/v1/auth/register", json=own | {field: TAKEN[field]}),
        client.post("/api/v1/auth/login", json={"email": EMAIL, "password": PASSWORD, field: 1}),
        client.post("/api/v1/links/use", json={"token": "x", field: TAKEN[field]}),
        client.patch("/api/v1/me", json={field: TAKEN[field]}),
        client.put("/api/v1/me/profile", json={field: TAKEN[field]}),
        client.patch("/api/v1/me/password", json={"current": "x", "new": PASSWORD, field: 1}),
    ]
    for answer in tries:
        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
    session.expire_all()
    assert session.scalars(select(Person)).one().updated_at == before
