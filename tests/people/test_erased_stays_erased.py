"""Erased is erased: whatever was under way for somebody at that moment leaves nothing of them."""

import dataclasses
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from sqlalchemy import select

from at_once import at_once
from databases import BASE, NOW, Server, app_on
from factories import world as made
from factories.associations import association, takes_part
from factories.needs import need, shift
from factories.people import browser, person, signed_in
from factories.places import HELSINGOER
from factories.searches import saved_search
from factories.signups import shifts_of, signup
from factories.volunteers import agreed, told
from factories.world import PASSWORD, PASSWORD_HASH, World
from racing import erase_now, left, then_erased, while_erased
from samspil.core import jobs
from samspil.core.http import Application
from samspil.core.http.application import READS
from samspil.core.privacy import Someone
from samspil.core.time import COPENHAGEN
from samspil.following import (
    alerts,
)
from samspil.people import links
from samspil.people.accounts import answer_reset, answer_sign_in
from samspil.people.models import Link, Person
from samspil.signups import (
    tasks,
    threads,
)
from samspil.signups.models import ASSOCIATION
from test_access import ROWS, Row

API = "/api/v1"
NEW_PASSWORD = "endnu en lang adgangskode"
BOTH_ORDERS = pytest.mark.parametrize("race", [while_erased, then_erased])
Race = Callable[[Application, Someone, Callable[[], Any]], Any]


@pytest.fixture(scope="module")
def shared_app(server: Server, frontend: Path) -> Iterator[Application]:
    """An application with real commits for this module: each test has people of its own."""
    application = app_on(server, BASE, frontend)
    yield application
    application.database.engine.dispose()
    server.drop(application.database.engine.url.database or "")


@pytest.fixture
def racing(shared_app: Application, now: datetime) -> Application:  # noqa: ARG001  # it stands still
    """The same, at the tests' moment."""
    return shared_app


def someone(who: Person) -> Someone:
    return Someone(who.id, str(who.email), who.name)


# Whoever acts


def writer(operation: str) -> str | None:
    """Somebody signed in whom a writing operation lets in, for what it does to their own rows."""
    row, method = ROWS[operation], operation.partition(" ")[0]
    if method in READS or "/auth/" in operation or "/links/" in operation:
        return None
    likely = ("volunteer", "manager", "other", "staff", "administrator")
    return next((who for who in likely if row.answer(who) == row.let_in), None)


WRITING = [operation for operation in ROWS if writer(operation)]


def world_of(app: Application, row: Row) -> World:
    with app.database.writing() as session:
        return made.world(app, session, has_picture="{picture}" in row.path)


@BOTH_ORDERS
@pytest.mark.parametrize("operation", WRITING)
def test_who_is_erased_while_they_write_has_written_nothing(
    operation: str, race: Race, racing: Application
) -> None:
    """Every route that writes, by somebody it lets in."""
    row = ROWS[operation]
    world, who = world_of(racing, row), str(writer(operation))
    client = world.clients[who]
    me = client.get(f"{API}/me").json
    gone = Someone(uuid.UUID(me["id"]), me["email"], me["name"])
    method = operation.partition(" ")[0]

    def write() -> int:
        path = row.path.format_map(world.names)
        with client.open(path, method=method, **row.sent(world.names)) as answer:
            return int(answer.status_code)

    status = race(racing, gone, write)
    assert status < 500
    if race is then_erased:
        assert status == row.let_in
    assert left(racing, gone) == {}


# Whoever is written about, by others


ABOUT = {
    "volunteer": ("{signup}", "{offered}", "{hours}", "{message}"),
    "second": ("{claim}", "{shift}", "{second}"),
}


def written_about(operation: str) -> tuple[str, str] | None:
    """Who is written about by an operation, and who writes: somebody else."""
    row, method = ROWS[operation], operation.partition(" ")[0]
    said = f"{row.path} {row.body}"
    about = next((who for who, names in ABOUT.items() if any(n in said for n in names)), None)
    likely = ("manager", "staff", "administrator")
    by = next((who for who in likely if row.answer(who) == row.let_in), None)
    return None if method in READS or about is None or by is None else (about, by)


@BOTH_ORDERS
@pytest.mark.parametrize("operation", [one for one in ROWS if written_about(one)])
def test_of_who_is_erased_while_others_write_about_them_nothing_is_written(
    operation: str, race: Race, racing: Application
) -> None:
    """Every route that has to do with somebody else than who asks."""
    row = ROWS[operation]
    world = world_of(racing, row)
    about, by = written_about(operation) or ("", "")
    with racing.database.writing() as session:
        theirs = world.names["second"] if about == "second" else None
        if theirs is None:
            theirs = world.clients[about].get(f"{API}/me").json["id"]
        gone = someone(session.get_one(Person, uuid.UUID(theirs)))
    client, method = world.clients[by], operation.partition(" ")[0]

    def write() -> int:
        path = row.path.format_map(world.names)
        with client.open(path, method=method, **row.sent(world.names)) as answer:
            return int(answer.status_code)

    status = race(racing, gone, write)
    assert status < 500
    if race is then_erased:
        assert status == row.let_in
    assert left(racing, gone) == {}


@dataclasses.dataclass(frozen=True)
class Karen:
    """Somebody with a password, a sign-up that waits for its answer, and a profile."""

    who: Person
    gone: Someone
    signup: uuid.UUID
    need: uuid.UUID
    shift: uuid.UUID
    manager: Any


def karen_of(app: Application) -> Karen:
    with app.database.writing.begin() as session:
        mark = uuid.uuid4().hex[:8]
        who = person(
            session,
            name=f"Karen {mark}",
            email=f"karen.{mark}@demo.example",
            password_hash=PASSWORD_HASH,
        )
        told(session, who, HELSINGOER, birth_year=1980, interests=["animals"])
        session.add(agreed(who))
        of, manager = association(session), person(session)
        takes_part(session, manager, of)
        wanted = need(session, of=of, intake="reviewed", interests=["animals"])
        soon = [shift(NOW + timedelta(days=3))]
        rota = need(session, of=of, shifts=soon, interests=["animals"], positions=[HELSINGOER])
        waiting = signup(session, who, wanted, status="applied")
        [evening] = shifts_of(session, rota)
    hers = signed_in(app, manager)
    return Karen(who, someone(who), waiting.id, rota.id, evening.id, hers)


@BOTH_ORDERS
@pytest.mark.parametrize("answer", ["accept", "decline"])
def test_an_answers_words_to_somebody_erased_are_not_kept(
    answer: str, race: Race, racing: Application
) -> None:
    karen = karen_of(racing)
    sent = {"message": f"Kære {karen.gone.name}"}
    path = f"{API}/signups/{karen.signup}/{answer}"
    told_of = race(racing, karen.gone, lambda: karen.manager.post(path, json=sent))
    assert told_of.status_code == (404 if race is while_erased else 200)
    assert left(racing, karen.gone) == {}


@BOTH_ORDERS
def test_nobody_is_asked_who_is_erased_at_that_moment(race: Race, racing: Application) -> None:
    karen = karen_of(racing)
    path = f"{API}/needs/{karen.need}"
    found = karen.manager.get(f"{path}/volunteers").json["items"]
    assert found
    asked = {"volunteers": [one["id"] for one in found], "message": "Har du tid?"}
    answer = race(racing, karen.gone, lambda: karen.manager.post(f"{path}/ask", json=asked))
    assert answer.status_code == 200
    assert left(racing, karen.gone) == {}


def test_whoever_runs_an_association_can_be_erased_while_others_write_to_them(
    racing: Application,
) -> None:
    """The volunteer's sign-up stands; the mail to the manager ends before it begins."""
    karen = karen_of(racing)
    mine = karen.manager.get(f"{API}/me").json
    manager = Someone(uuid.UUID(mine["id"]), mine["email"], mine["name"])
    hers = signed_in(racing, karen.who)
    path = f"{API}/shifts/{karen.shift}/signups"
    signed_up = while_erased(racing, manager, lambda: hers.post(path, json={}))
    assert signed_up.status_code == 201
    assert left(racing, manager) == {}


# What opens an account


def press(app: Application, token: str, **given: Any) -> int:
    sent = {"token": token, **given}
    return int(browser(app).post(f"{API}/links/use", json=sent).status_code)


def link(app: Application, karen: Karen, purpose: str, **data: Any) -> str:
    with app.database.writing.begin() as session:
        soon = timedelta(hours=1)
        return links.make(session, purpose, karen.who.id, karen.gone.email, data, soon)


@BOTH_ORDERS
def test_no_session_begins_for_somebody_erased(race: Race, racing: Application) -> None:
    karen = karen_of(racing)
    sent = {"email": karen.gone.email, "password": PASSWORD}
    answer = race(racing, karen.gone, lambda: browser(racing).post(f"{API}/auth/login", json=sent))
    assert answer.status_code < 500
    assert left(racing, karen.gone) == {}


@BOTH_ORDERS
@pytest.mark.parametrize(
    ("purpose", "given"), [("sign-in", {}), ("reset", {"password": NEW_PASSWORD})]
)
def test_no_link_opens_an_account_again(
    purpose: str, given: dict[str, str], race: Race, racing: Application
) -> None:
    karen = karen_of(racing)
    token = link(racing, karen, purpose)
    status = race(racing, karen.gone, lambda: press(racing, token, **given))
    assert status < 500
    assert left(racing, karen.gone) == {}


@BOTH_ORDERS
@pytest.mark.parametrize("path", ["/auth/link", "/auth/forgot"])
def test_no_link_is_mailed_to_somebody_erased(path: str, race: Race, racing: Application) -> None:
    """The job that finds out whose address it is, under way."""
    karen = karen_of(racing)
    asked = {"email": karen.gone.email}
    assert browser(racing).post(f"{API}{path}", json=asked).status_code == 202

    def do_the_job() -> None:
        with racing.database.writing.begin() as session:
            waiting = select(Link.id).where(Link.email == karen.gone.email)
            link_id = str(session.scalars(waiting).one())
        answered = answer_sign_in if path == "/auth/link" else answer_reset
        answered(work(racing), link_id)

    race(racing, karen.gone, do_the_job)
    assert left(racing, karen.gone) == {}


# What happens later


def work(app: Application) -> jobs.Work:
    return jobs.Work(app.settings, app.database, last_try=False)


@BOTH_ORDERS
def test_nobody_erased_is_told_of_news_in_their_searches(race: Race, racing: Application) -> None:
    karen, other = karen_of(racing), karen_of(racing)
    with racing.database.writing.begin() as session:
        for one in (karen, other):
            begun = NOW - timedelta(days=2)
            saved_search(session, one.who, name=one.gone.name, told_until=begun)
        need(session, title="Ny opgave")
    seven = datetime(2027, 3, 2, 7, 5, tzinfo=COPENHAGEN)
    with time_machine.travel(seven, tick=False):
        race(racing, karen.gone, lambda: alerts.mail_news(work(racing), str(karen.gone.id)))
        alerts.mail_news(work(racing), str(other.gone.id))
    assert left(racing, karen.gone) == {}
    assert left(racing, other.gone)["mails"] == 1


@BOTH_ORDERS
def test_nobody_is_told_of_messages_by_somebody_erased(race: Race, racing: Application) -> None:
    karen = karen_of(racing)
    hers = signed_in(racing, karen.who)
    written = hers.post(f"{API}/signups/{karen.signup}/messages", json={"text": "Hej"})
    assert written.status_code == 201
    which = str(karen.signup), ASSOCIATION
    race(racing, karen.gone, lambda: threads.mail_unread(work(racing), *which))
    assert left(racing, karen.gone) == {}


@BOTH_ORDERS
def test_an_offer_that_ends_tells_nobody_erased(race: Race, racing: Application) -> None:
    """The job is at the need's turn, as erasing is."""
    karen = karen_of(racing)
    with racing.database.writing.begin() as session:
        wanted = need(session)
        over = {"offered": True, "offered_until": NOW}
        ends = signup(session, karen.who, wanted, **over).id
    race(racing, karen.gone, lambda: tasks.expire_offer(work(racing), str(ends)))
    assert left(racing, karen.gone) == {}


@BOTH_ORDERS
def test_a_place_that_falls_free_is_offered_to_nobody_erased(
    race: Race, racing: Application
) -> None:
    karen = karen_of(racing)
    with racing.database.writing.begin() as session:
        wanted, other = need(session, wanted=1), person(session)
        theirs = signup(session, other, wanted).id
        signup(session, karen.who, wanted, status="waitlisted")
    others = signed_in(racing, other)
    path = f"{API}/signups/{theirs}/withdraw"
    assert race(racing, karen.gone, lambda: others.post(path)).status_code == 200
    assert left(racing, karen.gone) == {}


# Many at once

CROWD = 14


def test_of_a_crowd_that_writes_while_it_is_erased_nothing_is_left(own_app: Application) -> None:
    """Each person's writers run while they are erased, and two answer each other's sign-ups."""
    crowd = [karen_of(own_app) for _ in range(CROWD)]
    statuses: list[int] = []
    calls: list[Callable[[], Any]] = []
    for number, karen in enumerate(crowd):
        other = crowd[number - 1]
        writers = [signed_in(own_app, karen.who) for _ in range(4)]

        def write(writers: list[Any] = writers, karen: Karen = karen, other: Karen = other) -> None:
            said = {"message": f"Kære {karen.gone.name}"}
            search = {"name": karen.gone.name, "filters": {}, "frequency": "daily"}
            for one, (method, path, sent) in zip(
                [*writers, karen.manager],
                [
                    ("PUT", f"/me/favourites/need/{other.need}", {}),
                    ("POST", "/me/searches", search),
                    ("POST", f"/shifts/{other.shift}/signups", said),
                    ("PUT", "/me/profile", {"about": f"{karen.gone.name}, {karen.gone.email}"}),
                    ("POST", f"/signups/{karen.signup}/accept", said),
                ],
                strict=True,
            ):
                answer = one.open(f"{API}{path}", method=method, json=sent)
                statuses.append(answer.status_code)

        calls += [write, write, lambda karen=karen: erase_now(own_app, karen.gone)]
    at_once(*calls)
    assert len(statuses) == CROWD * 10
    assert [status for status in statuses if status >= 500] == []
    assert [found for karen in crowd if (found := left(own_app, karen.gone))] == []


def test_managers_who_answer_each_other_while_both_are_erased_do_not_wait_for_ever(
    own_app: Application,
) -> None:
    with own_app.database.writing.begin() as session:
        pair = [person(session) for _ in range(2)]
        runs = [association(session), association(session)]
        asked = []
        for who, of, other in zip(pair, runs, reversed(pair), strict=True):
            takes_part(session, who, of)
            wanted = need(session, of=of, intake="reviewed")
            asked.append(signup(session, other, wanted, status="applied").id)
    clients = [signed_in(own_app, who) for who in pair]
    statuses = []

    def answer(number: int) -> None:
        path = f"{API}/signups/{asked[number]}/accept"
        statuses.append(clients[number].post(path, json={}).status_code)

    at_once(
        *(lambda n=number: answer(n) for number in (0, 1)),
        *(lambda who=who: erase_now(own_app, someone(who)) for who in pair),
    )
    assert all(status < 500 for status in statuses)
    assert [left(own_app, someone(who)) for who in pair] == [{}, {}]
