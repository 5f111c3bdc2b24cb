"""What somebody was handed for one thing, and tries for another: no account is taken over by it.

Everything here goes over HTTP to two processes of the real server, as two people's browsers do.
"""

import threading
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import requests
from inbox import mails, newest, token
from sqlalchemy import select, text

from at_once import at_once
from databases import BASE, Server
from factories.people import person
from samspil.core import time
from samspil.core.db import advisory_lock
from samspil.core.http import Application
from samspil.following.models import CalendarFeed
from samspil.local import processes
from samspil.people import links, rules, staffing
from samspil.people.models import Link, LoginSession, Person
from serving import Served, served

PASSWORD = "en hest der spiser æbler"
THEIRS = "den fremmedes egen kode"
NEW = "en ny og meget bedre en"


@pytest.fixture(scope="module")
def site(server: Server, frontend: Path) -> Iterator[Served]:
    with served(server, BASE, frontend) as running:
        yield running


@pytest.fixture(scope="module")
def kept() -> str:
    return rules.hashed(PASSWORD)


@pytest.fixture(autouse=True)
def _unhurried(site: Served) -> None:
    """Nobody waits here for what is counted: that is tried elsewhere."""
    with site.app.database.writing.begin() as session:
        session.execute(text("DELETE FROM throttles"))


class Browser(requests.Session):
    """Somebody's browser, which sends its CSRF proof as our pages do."""

    def __init__(self, site: Served) -> None:
        super().__init__()
        self.site = site

    def ask(self, method: str, path: str, **body: Any) -> requests.Response:
        kind = "refresh" if path == "/auth/refresh" else "access"
        proof = self.cookies.get(f"csrf_{kind}_token")
        return self.request(
            method,
            f"{self.site.address}/api/v1{path}",
            json=body if method != "GET" else None,
            headers={} if proof is None else {"X-CSRF-TOKEN": proof},
            timeout=60,
        )

    def post(self, path: str, status: int = 200, **body: Any) -> Any:  # type: ignore[override]
        answer = self.ask("POST", path, **body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    def use(self, secret: str, status: int = 200, **more: Any) -> Any:
        return self.post("/links/use", status, token=secret, **more)

    def me(self) -> Any:
        answer = self.ask("GET", "/me")
        return answer.json() if answer.ok else None


@pytest.fixture
def browser(site: Served) -> Callable[..., Browser]:
    """A new browser, in which somebody signs in if an address is given."""

    def open_one(email: str | None = None, password: str = PASSWORD) -> Browser:
        opened = Browser(site)
        if email is not None:
            opened.post("/auth/login", email=email, password=password)
        return opened

    return open_one


def address(name: str) -> str:
    return f"{name}-{uuid.uuid4().hex[:8]}@demo.example"


@pytest.fixture
def karen(site: Served, kept: str) -> str:
    """The address of somebody with a proved account."""
    email = address("karen")
    with site.app.database.writing.begin() as session:
        person(session, email=email, name="Karen", password_hash=kept)
    return email


def appoint(app: Application, email: str) -> bool:
    """What the operator does on the command line."""
    with app.database.writing.begin() as session:
        return staffing.appoint(session, email, None, time.now())


def kept_of(app: Application, email: str) -> Person | None:
    with app.database.writing() as session:
        return session.scalars(select(Person).where(Person.email == email)).one_or_none()


def forgotten(site: Served, owner: Browser, email: str, **more: Any) -> None:
    """Choose another password by a mailed link."""
    owner.post("/auth/forgot", 202, email=email)
    owner.use(token(newest(site.app, email, "reset")), password=NEW, **more)


def registered_by_a_stranger(browser: Callable[..., Browser], email: str) -> Browser:
    """A stranger's browser, in which they are signed in to an account with another's address."""
    stranger = browser()
    stranger.post("/auth/register", 202, email=email, name="Spøgefugl", password=THEIRS)
    stranger.post("/auth/login", email=email, password=THEIRS)
    return stranger


def as_it_was_before(app: Application, email: str, other: str) -> tuple[str, str]:
    """What an unproved account could make in an earlier version: a calendar, and a link."""
    with app.database.writing.begin() as session:
        owner = session.scalars(select(Person).where(Person.email == email)).one()
        feed = "an-old-secret-of-" + email
        made = {"secret": links._hash(feed), "made_at": time.now()}
        session.add(CalendarFeed(person_id=owner.id, **made))
        a_day = timedelta(days=1)
        return feed, links.make(session, "change-email", owner.id, other, {"from": email}, a_day)


# What an account without a proved address can make


def test_an_unproved_account_makes_next_to_nothing(browser: Callable[..., Browser]) -> None:
    stranger = registered_by_a_stranger(browser, address("nabo"))
    for method, path, body in (
        ("POST", "/me/email", {"email": address("tyv"), "password": THEIRS}),
        ("POST", "/me/calendar", {}),
        ("PATCH", "/me/password", {"current": THEIRS, "new": NEW}),
        ("PUT", "/me/profile", {"about": "Hej"}),
        ("PUT", "/me/consents/news_by_mail", {}),
        ("PUT", f"/me/favourites/need/{uuid.uuid4()}", {}),
        ("PATCH", "/me", {"guardian_email": address("mor")}),
    ):
        answer = stranger.ask(method, path, **body)
        assert (answer.status_code, answer.json()["type"]) == (
            403,
            "/problems/email-not-verified",
        ), path
    assert stranger.ask("PATCH", "/me", name="Et andet navn").status_code == 200


# A stranger's account, and an administrator's


def test_nobody_becomes_an_administrator_by_having_taken_the_address_first(
    site: Served, browser: Callable[..., Browser]
) -> None:
    chief, thief = address("chef"), address("tyv")
    stranger = registered_by_a_stranger(browser, chief)
    assert stranger.ask("POST", "/me/email", email=thief, password=THEIRS).status_code == 403
    feed, change = as_it_was_before(site.app, chief, thief)
    newest(site.app, chief, "verify")
    assert not appoint(site.app, chief)
    mail = newest(site.app, chief, "administrator")
    before = kept_of(site.app, chief)
    assert before is not None
    assert not before.administrator
    browser().use(change, 404)
    owner = browser()
    owner.use(token(mail), name="Chefen", password=PASSWORD)
    assert (owner.me()["administrator"], owner.me()["name"]) == (True, "Chefen")
    assert stranger.me() is None
    browser().use(change, 404)
    browser().post("/auth/login", 401, email=chief, password=THEIRS)
    assert browser().ask("GET", f"/calendars/{feed}.ics").status_code == 404
    assert kept_of(site.app, thief) is None


def test_an_appointment_ends_what_was_handed_out_before(
    site: Served, browser: Callable[..., Browser], karen: str
) -> None:
    thief, owner = browser(karen), browser(karen)
    thief.post("/me/email", 202, email=(to := address("tyv")), password=PASSWORD)
    change = token(newest(site.app, to, "change-email"))
    owner.post("/auth/link", 202, email=karen)
    way_in = token(newest(site.app, karen, "sign-in"))
    assert appoint(site.app, karen)
    assert thief.me() is None
    for secret in (change, way_in):
        browser().use(secret, 404)
    assert browser(karen).me()["administrator"] is True


# Who knows a password


def test_a_change_of_address_dies_with_the_password_it_was_asked_with(
    site: Served, browser: Callable[..., Browser], karen: str
) -> None:
    thief, owner = browser(karen), browser()
    thief.post("/me/email", 202, email=(to := address("tyv")), password=PASSWORD)
    assert newest(site.app, karen, "email-wanted")
    change = token(newest(site.app, to, "change-email"))
    forgotten(site, owner, karen)
    owner.post("/auth/logout-everywhere", 204)
    browser().post("/links/look", 404, token=change)
    browser().use(change, 404)
    assert thief.me() is None
    browser().post("/auth/login", 401, email=karen, password=PASSWORD)
    assert browser(karen, NEW).me()["email"] == karen


def test_a_change_of_address_that_still_waits_for_its_job_dies_too(
    site: Served, browser: Callable[..., Browser], karen: str
) -> None:
    thief = browser(karen)
    thief.post("/me/email", 202, email=(to := address("tyv")), password=PASSWORD)
    browser(karen).post("/auth/logout-everywhere", 204)
    assert mails(site.app, to) == []


def test_a_change_of_address_and_a_new_password_at_the_same_moment(
    site: Served, browser: Callable[..., Browser], kept: str
) -> None:
    """Whichever comes first, the owner of the old address ends up with the account."""
    outcomes = set()
    for _ in range(6):
        email, to = address("karen"), address("tyv")
        with site.app.database.writing.begin() as session:
            person(session, email=email, name="Karen", password_hash=kept)
            session.execute(text("DELETE FROM throttles"))
        thief, owner = browser(email), browser()
        thief.post("/me/email", 202, email=to, password=PASSWORD)
        change = token(newest(site.app, to, "change-email"))
        owner.post("/auth/forgot", 202, email=email)
        reset = token(newest(site.app, email, "reset"))
        changed, chosen = at_once(
            partial(thief.ask, "POST", "/links/use", token=change),
            partial(owner.ask, "POST", "/links/use", token=reset, password=NEW),
        )
        outcomes.add((changed.status_code, chosen.status_code))
        if changed.ok:
            assert chosen.status_code == 404
            owner.use(token(newest(site.app, email, "email-changed")), password=NEW)
        assert thief.me() is None
        assert owner.me()["email"] == email
        browser().post("/auth/login", 401, email=to, password=PASSWORD)
        assert browser(email, NEW).me() is not None
    assert outcomes <= {(200, 404), (404, 200)}


def test_a_changed_address_is_taken_back_from_the_old_one_whatever_came_after(
    site: Served, browser: Callable[..., Browser], karen: str
) -> None:
    thief, first, second = browser(karen), address("tyv"), address("tyvens-anden")
    thief.post("/me/email", 202, email=first, password=PASSWORD)
    browser().use(token(newest(site.app, first, "change-email")))
    undo = token(newest(site.app, karen, "email-changed"))
    # All that the thief can think of: another password, another address, out everywhere.
    assert thief.ask("PATCH", "/me/password", current=PASSWORD, new=THEIRS).status_code == 204
    thief.post("/me/email", 202, email=second, password=THEIRS)
    browser().use(token(newest(site.app, second, "change-email")))
    theirs = token(newest(site.app, first, "email-changed"))
    refused = thief.ask("DELETE", "/me", password=THEIRS)
    assert (refused.status_code, refused.json()["rule"]) == (409, "address-just-changed")
    browser().post("/auth/register", 202, email=karen, name="Spøgefugl", password=THEIRS)
    thief.post("/auth/logout-everywhere", 204)
    thief.post("/auth/login", email=second, password=THEIRS)
    owner = browser()
    looked = owner.post("/links/look", token=undo)
    assert (looked["purpose"], looked["needs"]) == ("undo-email", ["password"])
    assert looked["new_email"] == links.masked(first)
    owner.use(undo, 422)
    assert owner.use(undo, password=NEW)["signed_in"] is True
    assert (owner.me()["email"], owner.me()["name"]) == (karen, "Karen")
    assert thief.me() is None
    browser().use(theirs, 404)
    browser().use(undo, 404, password=NEW)
    for email in (first, second):
        browser().post("/auth/login", 401, email=email, password=THEIRS)


def test_an_address_that_a_stranger_has_registered_is_free_for_who_proves_it(
    site: Served, browser: Callable[..., Browser], karen: str
) -> None:
    wanted = address("ny")
    stranger = registered_by_a_stranger(browser, wanted)
    owner = browser(karen)
    owner.post("/me/email", 202, email=wanted, password=PASSWORD)
    browser().use(token(newest(site.app, wanted, "change-email")))
    assert owner.me()["email"] == wanted
    assert stranger.me() is None
    browser().post("/auth/login", 401, email=wanted, password=THEIRS)


# A neighbour's address


@pytest.mark.parametrize("way", ["sign-in", "reset", "letter"])
def test_the_first_proof_leaves_nothing_of_a_stranger(
    site: Served, browser: Callable[..., Browser], way: str
) -> None:
    neighbour, thief = address("nabo"), address("tyv")
    stranger = registered_by_a_stranger(browser, neighbour)
    letter = token(newest(site.app, neighbour, "verify"))
    feed, change = as_it_was_before(site.app, neighbour, thief)
    owner = browser()
    own = {"name": "Naboen selv"}
    if way == "letter":
        secret, own = letter, own | {"password": NEW}
    else:
        owner.post({"sign-in": "/auth/link", "reset": "/auth/forgot"}[way], 202, email=neighbour)
        secret = token(newest(site.app, neighbour, way))
        own |= {"password": NEW} if way == "reset" else {}
    assert "Spøgefugl" not in str(mails(site.app, neighbour)[-1].said) or way == "letter"
    assert set(owner.post("/links/look", token=secret)["needs"]) == own.keys()
    assert set(owner.use(secret, 422)["errors"]) == own.keys()
    assert owner.use(secret, **own)["signed_in"] is True
    assert owner.me()["name"] == "Naboen selv"
    assert stranger.me() is None
    assert stranger.ask("POST", "/auth/refresh").status_code == 401
    browser().post("/auth/login", 401, email=neighbour, password=THEIRS)
    browser().use(change, 404)
    assert browser().ask("GET", f"/calendars/{feed}.ics").status_code == 404


def test_who_registered_here_confirms_with_one_tap_and_elsewhere_with_their_password(
    site: Served, browser: Callable[..., Browser]
) -> None:
    for elsewhere in (False, True):
        email, phone = address("karen"), browser()
        phone.post("/auth/register", 202, email=email, name="Karen", password=PASSWORD)
        secret = token(newest(site.app, email, "verify"))
        used_in = browser() if elsewhere else phone
        needs = ["name", "password"] if elsewhere else []
        assert used_in.post("/links/look", token=secret)["needs"] == needs
        used_in.use(secret, **({"password": PASSWORD} if elsewhere else {}))
        assert used_in.me()["name"] == "Karen"
        assert browser(email).me() is not None


# A calendar's address


@pytest.mark.parametrize(
    ("way", "ends"),
    [
        ("change", True),
        ("reset", True),
        ("everywhere", True),
        ("everywhere but calendars", False),
        ("another address", False),
    ],
)
def test_a_calendars_address_ends_with_what_else_opens_the_account(
    site: Served, browser: Callable[..., Browser], karen: str, way: str, ends: bool
) -> None:
    owner = browser(karen)
    path = owner.post("/me/calendar", 201)["url"].partition("/api/v1")[2]
    assert browser().ask("GET", path).status_code == 200
    if way == "change":
        owner.ask("PATCH", "/me/password", current=PASSWORD, new=NEW)
    elif way == "reset":
        forgotten(site, browser(), karen)
    elif way == "another address":
        owner.post("/me/email", 202, email=(to := address("ny")), password=PASSWORD)
        browser().use(token(newest(site.app, to, "change-email")))
    else:
        owner.post("/auth/logout-everywhere", 204, calendars=way == "everywhere")
        assert owner.me() is None
    assert browser().ask("GET", path).status_code == (404 if ends else 200)


# What is under way while everything ends


def under_way(site: Served, email: str, *asked: Callable[[], requests.Response]) -> list[int]:
    """The statuses of requests that all wait for a person's lock, in the order they came."""
    answers: list[int] = [0] * len(asked)

    def run(number: int) -> None:
        answers[number] = asked[number]().status_code

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(asked))]
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with site.app.database.writing.begin() as session:
        owner = session.scalars(select(Person.id).where(Person.email == email)).one()
        advisory_lock(session, "person", owner)
        with site.app.database.engine.connect() as looking:
            for number, thread in enumerate(threads):
                thread.start()

                def waits(so_many: int = number + 1) -> bool:
                    looking.rollback()
                    return looking.scalar(waiting) >= so_many

                assert processes.wait_until(waits, 30)
    for thread in threads:
        thread.join()
    return answers


def test_no_key_is_made_by_a_request_whose_session_ends_meanwhile(
    site: Served, browser: Callable[..., Browser], karen: str
) -> None:
    thief, owner = browser(karen), browser(karen)
    answers = under_way(
        site,
        karen,
        lambda: owner.ask("POST", "/auth/logout-everywhere"),
        lambda: thief.ask("POST", "/me/calendar"),
    )
    assert answers == [204, 401]
    with site.app.database.writing() as session:
        left = select(CalendarFeed).join(Person, Person.id == CalendarFeed.person_id)
        assert session.scalars(left.where(Person.email == karen)).all() == []


def test_an_old_password_that_is_being_compared_signs_nobody_in(
    site: Served, browser: Callable[..., Browser], karen: str
) -> None:
    owner, thief = browser(), browser()
    owner.post("/auth/forgot", 202, email=karen)
    reset = token(newest(site.app, karen, "reset"))
    answers = under_way(
        site,
        karen,
        lambda: owner.ask("POST", "/links/use", token=reset, password=NEW),
        lambda: thief.ask("POST", "/auth/login", email=karen, password=PASSWORD),
    )
    assert answers == [200, 401]
    with site.app.database.writing() as session:
        mine = select(LoginSession.ended_at).join(Person).where(Person.email == karen)
        assert session.scalars(mine).all() == [None]  # the owner's


def test_links_of_an_address_lead_nowhere_once_the_account_has_another(
    site: Served, browser: Callable[..., Browser], karen: str
) -> None:
    owner, to = browser(karen), address("ny")
    owner.post("/auth/link", 202, email=karen)
    way_in = token(newest(site.app, karen, "sign-in"))
    owner.post("/me/email", 202, email=to, password=PASSWORD)
    browser().use(token(newest(site.app, to, "change-email")))
    browser().use(way_in, 404)
    with site.app.database.writing() as session:
        left = session.scalars(select(Link.purpose).where(Link.email.in_([karen, to]))).all()
    assert left == ["undo-email"]
