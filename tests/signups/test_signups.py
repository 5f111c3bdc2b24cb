"""Signing up for needs and shifts: places, the waiting list, offers, and who may see what."""

import dataclasses
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need, shift
from factories.people import Browser, browser, person, signed_in
from factories.signups import shifts_of, signup
from people.inbox import token
from reading import API, get
from samspil.associations.models import Association
from samspil.core import jobs, throttle
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.privacy import Someone, data_of, erase, retire
from samspil.needs.models import Need
from samspil.people.models import Link, Person, Profile
from samspil.signups import rules, tasks
from samspil.signups.models import Signup

A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
TASKS = {
    "volunteering.expire-offer": tasks.expire_offer,
    "volunteering.answer-guest": tasks.answer_guest,
    "volunteering.count-open-needs": tasks.count_needs,
}


@pytest.fixture
def klub(session: Session) -> Association:
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def hanne(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs the association."""
    who = person(session, name="Hanne", email="hanne@demo.example")
    takes_part(session, who, klub)
    return signed_in(app, who)


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, name="Karen", email="karen@demo.example")


@pytest.fixture
def hers(app: Application, karen: Person) -> Browser:
    return signed_in(app, karen)


def another(app: Application, session: Session, **values: Any) -> Browser:
    return signed_in(app, person(session, **values))


def ask(client: Browser, path: str, status: int, headers: Any = None, **sent: Any) -> Any:
    answer = client.post(f"{API}{path}", json=sent, headers=headers)
    assert answer.status_code == status, answer.json
    return answer.json


def sign_up(client: Browser, wanted: Need | uuid.UUID, status: int = 201, **sent: Any) -> Any:
    need_id = wanted.id if isinstance(wanted, Need) else wanted
    return ask(client, f"/needs/{need_id}/signups", status, **sent)


def problem(document: Mapping[str, Any]) -> str:
    return str(document["type"]).removeprefix("/problems/")


def mine(client: Browser) -> list[Any]:
    items: list[Any] = get(client, "/me/signups")["items"]
    return items


def mails(session: Session, to: str) -> list[str]:
    found = session.scalars(select(Mail).where(Mail.to_address == to).order_by(Mail.id))
    return [mail.kind.removeprefix("volunteering.") for mail in found]


def mail(session: Session, to: str, kind: str) -> Mail:
    wanted = (Mail.to_address == to, Mail.kind == f"volunteering.{kind}")
    return session.scalars(select(Mail).where(*wanted).order_by(Mail.id.desc())).first()  # type: ignore[return-value]


def do_jobs(app: Application, until: datetime = NOW) -> int:
    """Do the jobs of sign-ups that are due; returns how many there were."""
    due = text(
        "DELETE FROM procrastinate_jobs WHERE task_name LIKE 'volunteering.%'"
        " AND coalesce(scheduled_at, '-infinity') <= :until RETURNING task_name, args"
    )
    with app.database.writing.begin() as session:
        waiting = session.execute(due, {"until": until}).all()
    for name, arguments in waiting:
        TASKS[name](jobs.Work(app.settings, app.database, last_try=False), **arguments)
    return len(waiting)


def fresh(session: Session, wanted: Need) -> Need:
    session.refresh(wanted)
    return wanted


# Places


def test_a_place_is_taken_at_once_and_a_full_need_has_a_waiting_list(
    app: Application, session: Session, hers: Browser, klub: Association, hanne: Browser
) -> None:
    wanted = need(session, of=klub, wanted=1, title="Bagedag")
    del hanne
    done = sign_up(hers, wanted, message="Jeg har en kage med")
    assert done["status"] == "accepted"
    assert done["position_in_line"] is None
    assert done["need"]["title"] == "Bagedag"
    assert done["need"]["association"] == {"slug": "klubben", "name": "Klubben"}
    assert done["shift"] is None
    assert (fresh(session, wanted).taken, wanted.status) == (1, "filled")
    assert do_jobs(app) == 1
    assert fresh(session, wanted).association.open_needs == 0
    late = another(app, session, email="sent@demo.example")
    waiting = sign_up(late, wanted)
    assert (waiting["status"], waiting["position_in_line"]) == ("waitlisted", 1)
    [listed] = mine(late)  # it tells more: where, and whom to ask
    assert listed | waiting == listed
    assert mails(session, "karen@demo.example") == ["signup-accepted"]
    assert mails(session, "sent@demo.example") == ["signup-waitlisted"]
    assert mails(session, "hanne@demo.example") == ["signup-new"]
    assert mail(session, "hanne@demo.example", "signup-new").said == {
        "person": "Karen",
        "message": "Jeg har en kage med",
        "what": "»Bagedag«",
        "association": "Klubben",
    }


def test_the_places_left_follow_in_the_need_and_the_list(session: Session, hers: Browser) -> None:
    plain = need(session, wanted=3)
    sign_up(hers, plain)
    assert get(hers, f"/needs/{plain.id}")["missing"] == 2
    rota = need(session, shifts=[shift(NOW + A_DAY, capacity=2)], takes_whole=False)
    [evening] = shifts_of(session, rota)
    ask(hers, f"/shifts/{evening.id}/signups", 201)
    session.expire_all()
    seen = get(hers, f"/needs/{rota.id}")
    assert (seen["shifts"][0]["places_left"], seen["wanted"], seen["missing"]) == (1, 2, 1)
    assert rota.status == "published"


def test_a_need_of_shifts_is_full_when_all_that_come_are(
    app: Application, session: Session, hers: Browser
) -> None:
    once = [shift(NOW + A_DAY, capacity=1), shift(NOW + A_WEEK, capacity=1)]
    rota = need(session, shifts=once, wanted=9, takes_whole=False)
    first, second = shifts_of(session, rota)
    ask(hers, f"/shifts/{first.id}/signups", 201)
    assert (fresh(session, rota).status, rota.wanted, rota.taken) == ("published", 2, 1)
    taken = ask(hers, f"/shifts/{second.id}/signups", 201)
    assert (fresh(session, rota).status, rota.taken) == ("filled", 2)
    ask(hers, f"/signups/{taken['id']}/withdraw", 200)
    assert (fresh(session, rota).status, rota.taken) == ("published", 1)
    # What is over wants nobody any more.
    with time_machine.travel(NOW + 2 * A_DAY, tick=False):
        tasks.count_shifts(jobs.Work(app.settings, app.database, last_try=False))
    assert (fresh(session, rota).wanted, rota.taken) == (1, 0)


def test_a_need_that_takes_people_for_the_whole_counts_those(
    session: Session, hers: Browser
) -> None:
    both = need(session, shifts=[shift(NOW + A_DAY, capacity=1)], wanted=3, takes_whole=True)
    [evening] = shifts_of(session, both)
    ask(hers, f"/shifts/{evening.id}/signups", 201)
    assert (fresh(session, both).wanted, both.taken) == (3, 0)


def test_signing_up_is_no_edit_of_the_need(session: Session, hers: Browser) -> None:
    wanted = need(session)
    before = wanted.updated_at
    sign_up(hers, wanted)
    assert fresh(session, wanted).updated_at == before


def test_one_person_has_one_open_sign_up(session: Session, hers: Browser) -> None:
    wanted = need(session)
    first = sign_up(hers, wanted)
    refused = sign_up(hers, wanted, 409)
    assert (problem(refused), refused["signup"]) == ("already-signed-up", first["id"])
    ask(hers, f"/signups/{first['id']}/withdraw", 200)
    again = sign_up(hers, wanted)
    assert (again["status"], fresh(session, wanted).taken) == ("accepted", 1)


@pytest.mark.parametrize(
    ("values", "status", "name"),
    [
        ({"status": "paused"}, 409, "need-closed"),
        ({"status": "closed"}, 409, "need-closed"),
        ({"open_until": NOW - A_DAY}, 409, "need-closed"),
        ({"status": "draft"}, 404, "not-found"),
    ],
)
def test_only_an_open_need_takes_people(
    session: Session, hers: Browser, values: Any, status: int, name: str
) -> None:
    wanted = need(session, **values)
    assert problem(sign_up(hers, wanted, status)) == name
    guest = {"name": "Gæsten", "email": "gaest@demo.example"}
    refused = ask(hers, f"/needs/{wanted.id}/signups/guest", status, **guest)
    assert problem(refused) == name


def test_what_is_hidden_or_never_was_is_not_there(session: Session, hers: Browser) -> None:
    hidden = need(session, of=association(session, status="hidden", hidden_reason="Reklame"))
    sign_up(hers, hidden, 404)
    sign_up(hers, uuid.uuid4(), 404)
    ask(hers, f"/shifts/{uuid.uuid4()}/signups", 404)


def test_a_need_with_shifts_asks_for_one_unless_it_takes_people_for_the_whole(
    session: Session, hers: Browser
) -> None:
    coming = [shift(NOW + A_DAY)]
    refused = sign_up(hers, need(session, shifts=coming, takes_whole=False), 409)
    assert (problem(refused), refused["rule"]) == ("rule-broken", "choose-shift")
    whole = need(session, shifts=coming, takes_whole=True)
    assert sign_up(hers, whole)["shift"] is None


def test_a_shift_that_has_begun_takes_nobody(session: Session, hers: Browser) -> None:
    begun = [shift(NOW - timedelta(hours=1)), shift(NOW + A_DAY)]
    first, _ = shifts_of(session, need(session, shifts=begun))
    assert problem(ask(hers, f"/shifts/{first.id}/signups", 409)) == "need-closed"


@pytest.mark.parametrize(
    ("born", "rule"),
    [(None, "birth-year"), (NOW.year - 17, "minimum-age"), (NOW.year - 18, None)],
)
def test_a_minimum_age_is_kept_as_far_as_a_year_can_tell(
    session: Session, hers: Browser, karen: Person, born: int | None, rule: str | None
) -> None:
    wanted = need(session, minimum_age=18)
    session.add(Profile(person_id=karen.id, birth_year=born))
    session.flush()
    answered = sign_up(hers, wanted, 201 if rule is None else 409)
    assert answered.get("rule") == rule
    # What one says in the sign-up counts only where the profile says nothing.
    told = sign_up(hers, wanted, 201 if born is None else 409, birth_year=1950)
    assert told["type" if born else "status"]


def test_overlapping_shifts_are_listed_and_need_a_yes(session: Session, hers: Browser) -> None:
    evening = NOW + A_DAY
    one = need(session, title="Kor", shifts=[shift(evening)])
    two = need(session, title="Dans", shifts=[shift(evening + timedelta(hours=1))])
    after = need(session, shifts=[shift(evening + timedelta(hours=3))])
    [first], [second], [third] = (shifts_of(session, of) for of in (one, two, after))
    held = ask(hers, f"/shifts/{first.id}/signups", 201)
    refused = ask(hers, f"/shifts/{second.id}/signups", 409)
    assert problem(refused) == "overlap"
    [listed] = refused["shifts"]
    assert (listed["id"], listed["signup"]) == (str(first.id), held["id"])
    assert listed["need"] == {"id": str(one.id), "title": "Kor"}
    ask(hers, f"/shifts/{second.id}/signups", 201, accept_overlap=True)
    # One ends when the next begins: that is no overlap.
    assert ask(hers, f"/shifts/{third.id}/signups", 201)["status"] == "accepted"


# Retries


def test_a_client_s_id_makes_one_and_belongs_to_one(
    app: Application, session: Session, hers: Browser
) -> None:
    wanted, own_id = need(session), str(uuid.uuid4())
    first = sign_up(hers, wanted, id=own_id)
    assert first["id"] == own_id
    assert sign_up(hers, wanted, id=own_id) == first
    assert problem(sign_up(hers, need(session), 409, id=own_id)) == "conflict"
    assert problem(sign_up(another(app, session), wanted, 409, id=own_id)) == "conflict"


# Withdrawing and offers


@pytest.fixture
def full(app: Application, session: Session, klub: Association, hers: Browser) -> Need:
    """A need whose only place is Karen's, and two who wait for it."""
    wanted = need(session, of=klub, wanted=1, title="Bagedag")
    sign_up(hers, wanted)
    for name in ("Bo", "Carl"):
        sign_up(another(app, session, name=name, email=f"{name.lower()}@demo.example"), wanted)
    return wanted


def as_(app: Application, session: Session, name: str) -> Browser:
    return signed_in(app, session.scalars(select(Person).where(Person.name == name)).one())


def withdraw(client: Browser) -> Any:
    return ask(client, f"/signups/{mine(client)[0]['id']}/withdraw", 200)


def test_a_place_that_falls_free_is_offered_to_the_first_who_waits(
    app: Application, session: Session, hers: Browser, hanne: Browser, full: Need
) -> None:
    del hanne
    assert withdraw(hers)["status"] == "withdrawn"
    withdraw(hers)  # a second time changes nothing
    bo, carl = as_(app, session, "Bo"), as_(app, session, "Carl")
    [offered], [waiting] = mine(bo), mine(carl)
    assert datetime.fromisoformat(offered["offered_until"]) == NOW + A_DAY
    assert (waiting["offered_until"], waiting["position_in_line"]) == (None, 2)
    assert (fresh(session, full).taken, full.status) == (1, "filled")
    # The place is held for him: who comes now waits behind Carl.
    late = sign_up(another(app, session), full)
    assert (late["status"], late["position_in_line"]) == ("waitlisted", 3)
    assert ask(bo, f"/signups/{offered['id']}/take", 200)["status"] == "accepted"
    assert problem(ask(carl, f"/signups/{waiting['id']}/take", 409)) == "offer-gone"
    assert mine(carl)[0]["position_in_line"] == 1
    assert fresh(session, full).taken == 1
    assert mails(session, "bo@demo.example") == [
        *("signup-waitlisted", "signup-offered", "signup-accepted"),
    ]
    assert mails(session, "hanne@demo.example")[-2:] == ["signup-withdrawn", "signup-new"]


def test_an_offer_that_nobody_answers_goes_on_to_the_next(
    app: Application, session: Session, hers: Browser, full: Need
) -> None:
    withdraw(hers)
    assert do_jobs(app, NOW + A_DAY - timedelta(seconds=1)) == 1  # the count of open needs
    later = NOW + A_DAY + timedelta(seconds=1)
    with time_machine.travel(later, tick=False):
        bo, carl = as_(app, session, "Bo"), as_(app, session, "Carl")
        offer = mine(bo)[0]["id"]
        assert problem(ask(bo, f"/signups/{offer}/take", 409)) == "offer-gone"
        assert do_jobs(app, later) == 1
        session.expire_all()
        assert mine(bo)[0]["status"] == "withdrawn"
        assert mine(carl)[0]["offered_until"] is not None
        assert fresh(session, full).taken == 1
        assert mails(session, "bo@demo.example")[-1] == "signup-passed-on"
    last = later + A_DAY
    with time_machine.travel(last, tick=False):
        do_jobs(app, last)
        session.expire_all()
        assert (fresh(session, full).taken, full.status) == (0, "published")
        do_jobs(app, last)
        session.expire_all()
        assert full.association.open_needs == 1


def test_a_job_that_runs_twice_or_late_passes_nothing_on_twice(
    app: Application, session: Session, hers: Browser, full: Need
) -> None:
    withdraw(hers)
    bo = as_(app, session, "Bo")
    offer = mine(bo)[0]["id"]
    ask(bo, f"/signups/{offer}/take", 200)
    work = jobs.Work(app.settings, app.database, last_try=False)
    with time_machine.travel(NOW + 2 * A_DAY, tick=False):
        tasks.expire_offer(work, offer)
        tasks.expire_offer(work, str(uuid.uuid4()))
    session.expire_all()
    statuses = session.scalars(select(Signup.status).order_by(Signup.number)).all()
    assert (fresh(session, full).taken, statuses) == (1, ["withdrawn", "accepted", "waitlisted"])


def test_an_offer_s_mail_shows_first_and_takes_the_place_once(
    app: Application, session: Session, hers: Browser, full: Need
) -> None:
    withdraw(hers)
    secret = token(mail(session, "bo@demo.example", "signup-offered"))
    anybody = browser(app)
    shown = ask(anybody, "/links/look", 200, token=secret)
    assert (shown["purpose"], shown["name"], shown["shift"]) == ("offer", "Bo", None)
    assert shown["need"] == {"id": str(full.id), "title": "Bagedag"}
    assert datetime.fromisoformat(shown["until"]) == NOW + A_DAY
    used = ask(anybody, "/links/use", 200, token=secret)
    assert (used["signed_in"], used["signup"]["status"]) == (False, "accepted")
    ask(anybody, "/links/use", 404, token=secret)


def test_an_offer_s_link_ends_with_the_offer(
    app: Application, session: Session, hers: Browser, full: Need
) -> None:
    withdraw(hers)
    secret = token(mail(session, "bo@demo.example", "signup-offered"))
    withdraw(as_(app, session, "Bo"))
    for act in ("look", "use"):
        ask(browser(app), f"/links/{act}", 404, token=secret)
    assert mine(as_(app, session, "Carl"))[0]["offered_until"] is not None
    assert fresh(session, full).taken == 1


def test_nothing_is_offered_once_it_has_begun(
    app: Application, session: Session, hers: Browser
) -> None:
    rota = need(session, shifts=[shift(NOW + A_DAY, capacity=1)])
    [evening] = shifts_of(session, rota)
    first = ask(hers, f"/shifts/{evening.id}/signups", 201)
    late = another(app, session, name="Dorte")
    ask(late, f"/shifts/{evening.id}/signups", 201)
    with time_machine.travel(NOW + A_DAY, tick=False):
        again = as_(app, session, "Karen")
        ask(again, f"/signups/{first['id']}/withdraw", 200)
        assert mine(as_(app, session, "Dorte"))[0]["offered_until"] is None
    session.refresh(evening)
    assert evening.taken == 0


def test_an_offer_leaves_time_for_another_one() -> None:
    assert rules.offered_until(NOW, None) == NOW + A_DAY
    assert rules.offered_until(NOW, NOW + A_WEEK) == NOW + A_DAY
    assert rules.offered_until(NOW, NOW + timedelta(hours=4)) == NOW + timedelta(hours=2)


# The association answers


@pytest.fixture
def reviewed(session: Session, klub: Association) -> Need:
    return need(session, of=klub, wanted=1, intake="reviewed", title="Besøgsven")


def test_an_association_says_yes_or_no_with_a_friendly_word(
    app: Application, session: Session, hers: Browser, hanne: Browser, reviewed: Need
) -> None:
    applied = sign_up(hers, reviewed, message="Jeg er god til kort")
    assert (applied["status"], fresh(session, reviewed).taken) == ("applied", 0)
    yes = ask(hanne, f"/signups/{applied['id']}/accept", 200, message="Dejligt!")
    assert (yes["status"], yes["person"]["email"]) == ("accepted", "karen@demo.example")
    assert (fresh(session, reviewed).taken, reviewed.status) == (1, "filled")
    ask(hanne, f"/signups/{applied['id']}/accept", 200)  # a second time changes nothing
    said = mail(session, "karen@demo.example", "signup-answered").said
    assert said is not None
    assert said["message"] == "Dejligt!"
    # A yes where no place is left is one on the waiting list; what one waits for cannot be given.
    bo = another(app, session, name="Bo", email="bo@demo.example")
    second = sign_up(bo, reviewed)
    assert ask(hanne, f"/signups/{second['id']}/accept", 200)["position_in_line"] == 1
    refused = ask(hanne, f"/signups/{second['id']}/accept", 409)
    assert problem(refused) == "no-place-left"
    # A no after a yes gives the place on.
    assert ask(hanne, f"/signups/{applied['id']}/decline", 200)["status"] == "declined"
    assert mine(bo)[0]["offered_until"] is not None
    assert mails(session, "karen@demo.example") == [
        *("signup-applied", "signup-answered", "signup-declined"),
    ]
    ask(hanne, f"/signups/{applied['id']}/accept", 409)
    ask(hers, f"/signups/{applied['id']}/withdraw", 409)
    assert ask(hanne, f"/signups/{second['id']}/accept", 200)["status"] == "accepted"
    assert fresh(session, reviewed).taken == 1


def test_the_address_is_for_the_accepted_only(
    hers: Browser, hanne: Browser, reviewed: Need
) -> None:
    made = sign_up(hers, reviewed, message="Hej")
    listed = f"/associations/klubben/signups?need={reviewed.id}"
    [item] = get(hanne, listed)["items"]
    assert item["person"] == {"name": "Karen", "email": None}
    assert (item["message"], item["answered_at"]) == ("Hej", None)
    ask(hanne, f"/signups/{made['id']}/accept", 200)
    [item] = get(hanne, f"{listed}&status=accepted")["items"]
    assert item["person"]["email"] == "karen@demo.example"
    assert item["answered_at"] is not None
    assert get(hanne, f"{listed}&status=applied")["items"] == []
    ask(hanne, f"/signups/{made['id']}/decline", 200)
    assert get(hanne, listed)["items"][0]["person"]["email"] is None


def test_the_desk_s_list_goes_on_page_by_page(
    session: Session, hanne: Browser, klub: Association
) -> None:
    wanted = need(session, of=klub, wanted=10)
    made = [str(signup(session, person(session), wanted).id) for _ in range(5)]
    seen, cursor = [], ""
    while True:
        page = get(hanne, f"/associations/klubben/signups?limit=2{cursor}")
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert sorted(seen) == sorted(made)
    assert len(seen) == 5


def test_who_came_is_noted_once_it_has_begun(
    app: Application, session: Session, hers: Browser, hanne: Browser, klub: Association
) -> None:
    rota = need(session, of=klub, shifts=[shift(NOW + A_DAY, capacity=1)])
    [evening] = shifts_of(session, rota)
    made = ask(hers, f"/shifts/{evening.id}/signups", 201)
    waits = ask(another(app, session), f"/shifts/{evening.id}/signups", 201)
    refused = ask(hanne, f"/signups/{made['id']}/attended", 409)
    assert (problem(refused), refused["rule"]) == ("rule-broken", "not-begun")
    with time_machine.travel(NOW + A_DAY, tick=False):
        hanne = as_(app, session, "Hanne")
        for status in ("attended", "absent", "attended"):
            assert ask(hanne, f"/signups/{made['id']}/{status}", 200)["status"] == status
        ask(hanne, f"/signups/{waits['id']}/attended", 409)
    session.refresh(evening)
    assert evening.taken == 1


def test_nobody_else_reaches_a_sign_up(
    app: Application, session: Session, hers: Browser, hanne: Browser, reviewed: Need
) -> None:
    """Not strangers, not other associations' managers; members know of it but may not."""
    made = sign_up(hers, reviewed)["id"]
    other, member = person(session), person(session)
    takes_part(session, other, association(session))
    takes_part(session, member, reviewed.association, "member")
    stranger = another(app, session)
    for who, status in (
        (stranger, 404),
        (signed_in(app, other), 404),
        (signed_in(app, member), 403),
    ):
        for verb in ("accept", "decline", "attended", "absent"):
            ask(who, f"/signups/{made}/{verb}", status)
        for verb in ("withdraw", "take"):
            ask(who, f"/signups/{made}/{verb}", 404)
        assert who.get(f"{API}/associations/klubben/signups").status_code == status
        assert mine(who) == []
    ask(hanne, f"/signups/{made}/withdraw", 404)
    ask(hers, f"/signups/{made}/accept", 404)
    # Another association's list does not show it, also when it is asked for by its need.
    theirs = session.scalars(select(Association.slug).where(Association.slug != "klubben")).first()
    shown = get(signed_in(app, other), f"/associations/{theirs}/signups?need={reviewed.id}")
    assert shown["items"] == []
    assert mine(hers)[0]["status"] == "applied"


def test_every_change_is_in_the_audit_log_without_a_word_of_it(
    session: Session, hers: Browser, hanne: Browser, reviewed: Need
) -> None:
    made = sign_up(hers, reviewed, message="Hemmelig besked")["id"]
    ask(hanne, f"/signups/{made}/accept", 200, message="Svaret")
    ask(hers, f"/signups/{made}/withdraw", 200)
    entries = session.scalars(
        select(AuditEntry).where(AuditEntry.object_id == made).order_by(AuditEntry.id)
    ).all()
    assert [entry.action for entry in entries] == ["sign-up", "accept", "withdraw"]
    assert "besked" not in str([entry.facts for entry in entries])


# Guests


GUEST = {"name": "Gæst Hansen", "email": "gaest@demo.example", "message": "Jeg kan bage"}


def guest(app: Application, wanted: Need, status: int = 202, **sent: Any) -> Any:
    return ask(browser(app), f"/needs/{wanted.id}/signups/guest", status, **GUEST | sent)


def test_a_guest_holds_no_place_before_the_mail_is_answered(
    app: Application, session: Session, klub: Association
) -> None:
    wanted = need(session, of=klub, wanted=1, title="Bagedag")
    assert guest(app, wanted) == {}
    assert do_jobs(app) == 1
    assert fresh(session, wanted).taken == 0
    assert session.scalars(select(Person).where(Person.email == GUEST["email"])).all() == []
    secret = token(mail(session, GUEST["email"], "signup-guest"))
    shown = ask(browser(app), "/links/look", 200, token=secret)
    assert (shown["purpose"], shown["name"]) == ("guest-signup", "Gæst Hansen")
    assert shown["need"]["title"] == "Bagedag"
    assert fresh(session, wanted).taken == 0  # a mail scanner has looked
    used = ask(browser(app), "/links/use", 200, token=secret)
    assert (used["signed_in"], used["signup"]["status"]) == (False, "accepted")
    assert fresh(session, wanted).taken == 1
    known = session.scalars(select(Person).where(Person.email == GUEST["email"])).one()
    assert (known.name, known.password_hash) == ("Gæst Hansen", None)
    assert known.verified_at is not None
    ask(browser(app), "/links/use", 404, token=secret)


def test_whoever_signs_in_with_the_guest_s_address_has_the_sign_up(
    app: Application, session: Session
) -> None:
    wanted = need(session)
    guest(app, wanted)
    do_jobs(app)
    ask(browser(app), "/links/use", 200, token=token(mail(session, GUEST["email"], "signup-guest")))
    known = session.scalars(select(Person).where(Person.email == GUEST["email"])).one()
    assert mine(signed_in(app, known))[0]["need"]["id"] == str(wanted.id)


def test_a_guest_s_answer_does_not_tell_whether_the_address_is_known(
    app: Application, session: Session, karen: Person, hers: Browser
) -> None:
    wanted = need(session, shifts=[shift(NOW + A_DAY)], takes_whole=False)
    other = need(session, title="Kor", shifts=[shift(NOW + A_DAY)])
    [evening], [same_time] = shifts_of(session, wanted), shifts_of(session, other)
    ask(hers, f"/shifts/{same_time.id}/signups", 201)
    for email in (karen.email, GUEST["email"]):
        assert guest(app, wanted, shift=str(evening.id), email=email) == {}
    do_jobs(app)
    # The mailbox's owner is shown what else they have then; the button is their yes.
    secret = token(mail(session, "karen@demo.example", "signup-guest"))
    shown = ask(browser(app), "/links/look", 200, token=secret)
    assert [one["need"]["title"] for one in shown["overlaps"]] == ["Kor"]
    used = ask(browser(app), "/links/use", 200, token=secret)
    assert used["shift"]["id"] == str(evening.id)
    assert len(mine(hers)) == 2
    assert session.scalars(select(Person.name).where(Person.id == karen.id)).one() == "Karen"


def test_a_guest_s_newest_mail_is_the_one_that_counts(app: Application, session: Session) -> None:
    wanted = need(session)
    guest(app, wanted)
    do_jobs(app)
    first = token(mail(session, GUEST["email"], "signup-guest"))
    guest(app, wanted)
    do_jobs(app)
    ask(browser(app), "/links/use", 404, token=first)
    assert session.scalars(select(func.count()).select_from(Link)).one() == 1


def test_a_guest_names_a_shift_of_the_need_and_is_old_enough(
    app: Application, session: Session
) -> None:
    rota = need(session, shifts=[shift(NOW + A_DAY)], takes_whole=False)
    assert guest(app, rota, 409)["rule"] == "choose-shift"
    assert "shift" in guest(app, rota, 422, shift=str(uuid.uuid4()))["errors"]
    grown = need(session, minimum_age=18)
    assert guest(app, grown, 409)["rule"] == "birth-year"
    assert guest(app, grown, 409, birth_year=NOW.year - 10)["rule"] == "minimum-age"
    guest(app, grown, birth_year=1980, email="en-anden@demo.example")


def test_a_guest_who_comes_too_late_waits(
    app: Application, session: Session, hers: Browser
) -> None:
    wanted = need(session, wanted=1)
    guest(app, wanted)
    do_jobs(app)
    sign_up(hers, wanted)
    secret = token(mail(session, GUEST["email"], "signup-guest"))
    used = ask(browser(app), "/links/use", 200, token=secret)
    assert used["signup"]["status"] == "waitlisted"
    assert used["signup"]["position_in_line"] == 1


def test_guests_cannot_have_mails_sent_without_end(app: Application, session: Session) -> None:
    wanted = need(session)
    for _ in range(4):
        guest(app, wanted)
    guest(app, wanted, 429)


def test_guests_who_say_yes_where_they_asked_leave_room_for_others_there(
    app: Application, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = dataclasses.replace(throttle.MAIL_NETWORK, most=2)
    monkeypatch.setattr(throttle, "MAIL_NETWORK", few)
    wanted = need(session)
    for number in range(4):
        email = f"elev-{number}@demo.example"
        guest(app, wanted, email=email)
        do_jobs(app)
        secret = token(mail(session, email, "signup-guest"))
        # A no shows nothing.
        ask(browser(app), "/links/use", 200, token=secret, refuse=number == 3)
    guest(app, wanted, email="en-til@demo.example")
    guest(app, wanted, 429, email="for-mange@demo.example")


# Privacy


def someone(who: Person) -> Someone:
    return Someone(who.id, str(who.email), who.name)


def test_erasing_gives_the_places_on_and_leaves_only_that_somebody_was_there(
    app: Application, session: Session, hers: Browser, karen: Person, hanne: Browser, full: Need
) -> None:
    del hanne
    past = need(session, of=full.association)
    came = signup(session, karen, past, status="attended", message="Hej")
    turned_down = signup(session, karen, need(session), status="declined")
    exported = data_of(session, someone(karen))["signups"]["rows"]
    assert {row["status"] for row in exported} == {"accepted", "attended", "declined"}
    erase(session, someone(karen), NOW)
    session.expire_all()
    assert fresh(session, full).taken == 1
    assert mine(as_(app, session, "Bo"))[0]["offered_until"] is not None
    assert (came.person_id, came.message, past.taken) == (None, "", 1)
    assert session.get(Signup, turned_down.id) is None
    assert session.scalars(select(Signup).where(Signup.person_id == karen.id)).all() == []
    said = mail(session, "hanne@demo.example", "signup-withdrawn").said
    assert said is not None
    assert said["person"] == "En frivillig"
    del hers


def test_what_came_to_nothing_is_forgotten_after_a_year(session: Session, karen: Person) -> None:
    wanted = need(session)
    old = {"changed_at": NOW - timedelta(days=366)}
    gone = signup(session, karen, wanted, status="withdrawn", **old)
    kept = signup(session, karen, wanted, status="attended", **old)
    new = signup(session, karen, need(session), status="declined")
    assert retire(session, NOW)["signups"] == 1
    left = session.scalars(select(Signup.id)).all()
    assert set(left) == {kept.id, new.id}
    assert gone.id not in left
