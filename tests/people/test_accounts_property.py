"""Two people, an operator, and whatever order of steps: who opens what, against a small model.

The model knows one account, that of `OWN`, the owner's address. Whoever has not proved the present
address, or has lost the password, opens nothing of it: no session, no calendar, no link, no power.
`--hypothesis-profile=large` tries many more orders.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from inbox import do_jobs
from sqlalchemy import select, text
from werkzeug.test import TestResponse

from factories.people import Browser, browser
from profiles import is_large, tries
from samspil.core import time
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.people import staffing
from samspil.people.models import Person

TRIED = settings(
    max_examples=tries(8, 200),
    stateful_step_count=tries(30, 50),
    deadline=None,
    derandomize=not is_large(),
    database=None,
    suppress_health_check=list(HealthCheck),
)

WHO = st.sampled_from(["owner", "thief"])
ALL_PASSWORDS = ["en hest der spiser", "fire ord i træk", "tyvens egen kode"]
PASSWORDS = st.sampled_from(ALL_PASSWORDS)
PICK = st.integers(0, 1_000)


@dataclass
class Actor:
    """Somebody with mailboxes and browsers, and all the secrets that they were ever handed."""

    mailboxes: list[str]
    browsers: list[Browser] = field(default_factory=list)
    calendars: list[str] = field(default_factory=list)


@dataclass
class Account:
    """What should be true of the account now.

    Attributes:
        address: its present one; None while there is no account.
        proved: whether somebody has shown that it is theirs.
        password: what opens it.
        sessions: browsers that are signed in to it.
        calendars: addresses of its calendar that work.
        asked: addresses to which a change stands, by whoever asked.
        olds: former addresses that may take it back.
        powers: whether it is an administrator's.
    """

    address: str | None = None
    proved: bool = False
    password: str | None = None
    sessions: set[int] = field(default_factory=set)
    calendars: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    olds: list[str] = field(default_factory=list)
    powers: bool = False

    def all_ends(self, *, but: int | None = None) -> None:
        """What another password, signing out everywhere, a proof and powers have in common."""
        self.sessions &= {but} if but is not None else set()
        self.calendars.clear()
        self.asked.clear()


class Accounts(RuleBasedStateMachine):
    """Steps that people take, and what each may lead to."""

    app: Application

    @initialize(start=st.sampled_from(["nobody", "unproved", "proved", "proved", "proved"]))
    def begin(self, start: str) -> None:
        mark = uuid.uuid4().hex[:10]
        self.own = f"ejer-{mark}@demo.example"
        self.actors = {
            "owner": Actor([self.own, f"ejer-ny-{mark}@demo.example"]),
            "thief": Actor([f"tyv-{mark}@demo.example"]),
        }
        self.account = Account()
        if start != "nobody":
            self.registers_the_owners_address("owner", ALL_PASSWORDS[0])
        if start == "proved":
            self.presses_the_newest_mails_button("owner", ALL_PASSWORDS[0])

    # What people ask

    @rule(who=WHO, password=PASSWORDS)
    def registers_the_owners_address(self, who: str, password: str) -> None:
        if self.account.address not in {None, self.own}:
            return  # it would be another account than the one this is about
        body = {"email": self.own, "name": who.title(), "password": password}
        assert self.ask(browser(self.app), "POST", "/auth/register", **body).status_code == 202
        if self.account.address is None and self.exists(self.own):
            self.account = Account(address=self.own, password=password)

    @rule(who=WHO, password=st.one_of(st.none(), PASSWORDS))
    def signs_in(self, who: str, password: str | None) -> None:
        """With a password they guess, or with the right one: a thief has looked."""
        password = password or self.account.password
        if self.account.address is None or password is None:
            return
        opened = browser(self.app)
        body = {"email": self.account.address, "password": password}
        answer = self.ask(opened, "POST", "/auth/login", **body)
        fits = password == self.account.password
        assert answer.status_code == (200 if fits else 401)
        if fits:
            self.opens(who, opened)

    @rule(who=WHO, forgotten=st.booleans())
    def asks_for_a_way_in(self, who: str, forgotten: bool) -> None:
        del who  # anybody may, and it goes to the address
        path = "/auth/forgot" if forgotten else "/auth/link"
        for email in (self.own, self.account.address or self.own):
            answer = self.ask(browser(self.app), "POST", path, email=email)
            assert answer.status_code == 202

    @rule(who=WHO, box=PICK, pick=PICK)
    def asks_for_another_address(self, who: str, box: int, pick: int) -> None:
        used = self.a_browser(who, pick)
        if used is None or self.account.password is None:
            return
        boxes = self.actors[who].mailboxes
        to = boxes[box % len(boxes)]
        body = {"email": to, "password": self.account.password}
        answer = self.ask(used, "POST", "/me/email", **body)
        may = id(used) in self.account.sessions and self.account.proved
        assert (answer.status_code == 202) is may, answer.json
        if may:
            self.account.asked.add(to)

    @rule(who=WHO, box=PICK, pick=PICK, password=PASSWORDS)
    def changes_the_address(self, who: str, box: int, pick: int, password: str) -> None:
        self.asks_for_another_address(who, box, pick)
        self.presses_the_newest_mails_button(who, password)

    @precondition(lambda self: self.account.proved and self.account.password is not None)
    @rule(password=PASSWORDS)
    def a_thief_takes_the_account(self, password: str) -> None:
        """As far as who knows the password gets: all the way, until the owner takes it back."""
        self.signs_in("thief", None)
        self.changes_the_address("thief", 0, len(self.actors["thief"].browsers) - 1, password)

    @precondition(lambda self: self.account.olds != [])
    @rule(password=PASSWORDS)
    def the_owner_takes_it_back(self, password: str) -> None:
        sent = [one for one in self.letters("owner") if one.kind == "people.email-changed"]
        for mail in sent[-1:]:
            self.press("owner", mail, password)

    @rule(password=PASSWORDS, forgotten=st.booleans())
    def comes_in_by_mail(self, password: str, forgotten: bool) -> None:
        self.asks_for_a_way_in("owner", forgotten)
        for who in self.actors:
            self.presses_the_newest_mails_button(who, password)

    @rule(who=WHO, pick=PICK)
    def makes_a_calendar(self, who: str, pick: int) -> None:
        used = self.a_browser(who, pick)
        if used is None:
            return
        answer = self.ask(used, "POST", "/me/calendar")
        may = id(used) in self.account.sessions and self.account.proved
        assert (answer.status_code == 201) is may
        if may:
            url = answer.json["url"].partition("samspil.example")[2]
            self.actors[who].calendars.append(url)
            self.account.calendars = {url}

    @rule(who=WHO, pick=PICK, new=PASSWORDS)
    def chooses_another_password(self, who: str, pick: int, new: str) -> None:
        used = self.a_browser(who, pick)
        if used is None or self.account.password is None:
            return
        body = {"current": self.account.password, "new": new}
        answer = self.ask(used, "PATCH", "/me/password", **body)
        may = id(used) in self.account.sessions and self.account.proved
        assert (answer.status_code == 204) is may
        if may:
            self.account.password = new
            self.account.all_ends(but=id(used))

    @rule(who=WHO, pick=PICK)
    def signs_out_everywhere(self, who: str, pick: int) -> None:
        used = self.a_browser(who, pick)
        if used is None:
            return
        answer = self.ask(used, "POST", "/auth/logout-everywhere")
        may = id(used) in self.account.sessions
        assert (answer.status_code == 204) is may
        if may:
            self.account.all_ends()

    @rule(who=WHO, pick=PICK)
    def asks_to_be_erased(self, who: str, pick: int) -> None:
        used = self.a_browser(who, pick)
        if used is not None:
            body = {} if self.account.password is None else {"password": self.account.password}
            answer = self.ask(used, "DELETE", "/me", **body)
            assert answer.status_code in {202, 401, 403, 409}

    @rule()
    def the_operator_appoints(self) -> None:
        """The address that the owner first had, as the operator knows them."""
        with self.app.database.writing.begin() as session:
            at_once = staffing.appoint(session, self.own, None, time.now())
        if at_once and self.account.address == self.own and not self.account.powers:
            self.account.powers = True
            self.account.all_ends()
            self.account.olds.clear()

    @precondition(lambda self: self.account.powers)
    @rule()
    def the_operator_takes_the_power_back(self) -> None:
        if self.account.address is None:
            return
        with self.app.database.writing.begin() as session:
            staffing.revoke_administrator(session, self.account.address, time.now())
        self.account.powers = False
        self.account.all_ends()
        self.account.olds.clear()

    # What their mailboxes hold

    @rule(who=WHO, pick=PICK, password=PASSWORDS)
    def presses_a_mails_button(self, who: str, pick: int, password: str) -> None:
        """Any that was ever sent to them, old ones too, with a name and a password."""
        letters = self.letters(who)
        if letters:
            self.press(who, letters[pick % len(letters)], password)

    @rule(who=WHO, password=PASSWORDS)
    def presses_the_newest_mails_button(self, who: str, password: str) -> None:
        letters = self.letters(who)
        if letters:
            self.press(who, letters[-1], password)

    def press(self, who: str, mail: Mail, password: str) -> None:
        secret, to = (mail.link or "").rpartition("/")[2], mail.to_address or ""
        appointed = mail.kind == "people.administrator"
        if appointed and self.account.address not in {None, self.own}:
            return  # the same
        used, before = browser(self.app), self.account
        body = {"token": secret, "name": who.title(), "password": password}
        answer = self.ask(used, "POST", "/links/use", **body)
        assert answer.status_code in {200, 404, 422}, answer.json
        if answer.status_code != 200:
            return
        purpose = answer.json["purpose"]
        handle: dict[str, Callable[[str, str, TestResponse], None]] = {
            "verify": self.proves,
            "sign-in": self.proves,
            "reset": self.resets,
            "administrator": self.accepts,
            "change-email": self.moves,
            "undo-email": self.takes_back,
            "erase": self.erases,
        }
        handle[purpose](to, password, answer)
        if answer.json["signed_in"]:
            assert self.account.address == to, (purpose, before)
            self.opens(who, used)

    def proves(self, to: str, password: str, answer: TestResponse) -> None:
        assert to == self.account.address
        if not self.account.proved:
            self.account.all_ends()
            self.account.proved = True
            verified = answer.json["purpose"] == "verify"
            self.account.password = password if verified else None

    def resets(self, to: str, password: str, answer: TestResponse) -> None:
        self.proves(to, password, answer)
        self.account.password = password
        self.account.all_ends()

    def accepts(self, to: str, password: str, answer: TestResponse) -> None:
        del answer
        assert to == self.own
        if self.account.address != to:
            self.account = Account(address=to)
        if not self.account.proved:
            self.account.proved, self.account.password = True, password
        if not self.account.powers:
            self.account.powers = True
            self.account.all_ends()
            self.account.olds.clear()

    def moves(self, to: str, password: str, answer: TestResponse) -> None:
        del password, answer
        assert to in self.account.asked
        assert self.account.proved
        self.account.olds.append(self.account.address or "")
        self.account.address = to
        self.account.asked.clear()

    def takes_back(self, to: str, password: str, answer: TestResponse) -> None:
        del answer
        assert to in self.account.olds
        self.account.olds = self.account.olds[: self.account.olds.index(to)]
        self.account.address, self.account.password = to, password
        self.account.all_ends()

    def erases(self, to: str, password: str, answer: TestResponse) -> None:
        del password, answer
        assert to == self.account.address
        assert not self.account.olds
        self.account = Account()

    # What holds after every step

    @invariant()
    def nobody_opens_what_has_ended(self) -> None:
        for actor in self.actors.values():
            for used in actor.browsers:
                answer = used.get("/api/v1/me")
                assert (answer.status_code == 200) is (id(used) in self.account.sessions)
            for url in actor.calendars:
                assert (used_by_anybody(self.app, url) == 200) is (url in self.account.calendars)

    @invariant()
    def the_account_is_as_the_model_says(self) -> None:
        if self.account.address is None:
            return
        with self.app.database.writing() as session:
            kept = session.scalars(select(Person).where(Person.email == self.account.address)).one()
        assert (kept.verified_at is not None) is self.account.proved
        assert kept.administrator is self.account.powers
        assert (kept.password_hash is not None) is (self.account.password is not None)
        assert self.account.proved or not self.account.powers

    # How they ask

    def ask(self, used: Browser, method: str, path: str, **body: Any) -> TestResponse:
        with self.app.database.writing.begin() as session:  # what is counted is tried elsewhere
            session.execute(text("DELETE FROM throttles"))
        answer = used.open(f"/api/v1{path}", method=method, json=body)
        assert answer.status_code < 500
        return answer

    def opens(self, who: str, used: Browser) -> None:
        self.actors[who].browsers.append(used)
        self.account.sessions.add(id(used))

    def a_browser(self, who: str, pick: int) -> Browser | None:
        mine = self.actors[who].browsers
        return mine[pick % len(mine)] if mine else None

    def exists(self, email: str) -> bool:
        with self.app.database.writing() as session:
            return session.scalar(select(Person.id).where(Person.email == email)) is not None

    def letters(self, who: str) -> list[Mail]:
        do_jobs(self.app)
        boxes = self.actors[who].mailboxes
        found = select(Mail).where(Mail.to_address.in_(boxes), Mail.link.startswith("/bekraeft/"))
        with self.app.database.writing() as session:
            return list(session.scalars(found.order_by(Mail.id)))


def used_by_anybody(app: Application, url: str) -> int:
    return browser(app).get(url).status_code


def test_whoever_has_not_proved_the_address_or_lost_the_password_opens_nothing(
    own_app: Application,
) -> None:
    class OnThisDatabase(Accounts):
        app = own_app

    run_state_machine_as_test(OnThisDatabase, settings=TRIED)
