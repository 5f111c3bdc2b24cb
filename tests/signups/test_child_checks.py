"""Child-protection certificates: a status, never a document; and the yearly declaration."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need
from factories.people import Browser, person, signed_in, staff
from factories.signups import signup
from reading import API, get
from samspil.associations.models import Association
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.privacy import Someone, erase, retire
from samspil.people.models import Person, Profile
from samspil.signups import child_checks
from samspil.signups.models import ChildCheck, Signup

A_MINUTE = timedelta(minutes=1)
A_DAY = timedelta(days=1)


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
def coach(session: Session, klub: Association, karen: Person) -> Signup:
    """A place with children, which has begun."""
    return signup(session, karen, need(session, of=klub, children_under_15=True))


def send(client: Browser, path: str, expected: int, **sent: Any) -> Any:
    answer = client.post(f"{API}{path}", json=sent)
    assert answer.status_code == expected, answer.json
    return answer.json


def note(client: Browser, about: Signup, word: str, expected: int = 200) -> Any:
    answer = client.put(f"{API}/signups/{about.id}/child-check", json={"status": word})
    assert answer.status_code == expected, answer.json
    return answer.json


def checks(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(ChildCheck)).one()


@pytest.mark.parametrize(
    ("born", "needed"), [(None, True), (NOW.year - 14, False), (NOW.year - 15, True)]
)
def test_a_certificate_is_needed_from_15_years_and_of_who_has_not_said(
    born: int | None, needed: bool
) -> None:
    assert child_checks.is_needed(True, born, NOW) == needed
    assert not child_checks.is_needed(False, born, NOW)


def test_the_association_notes_and_the_volunteer_sees_how_far_it_is(
    app: Application, session: Session, hanne: Browser, coach: Signup, karen: Person
) -> None:
    hers = signed_in(app, karen)
    [own] = get(hers, "/me/signups")["items"]
    assert own["child_check"] == {"needed": True, "status": "none", "day": None}
    today = NOW.date().isoformat()
    shown = note(hanne, coach, "asked")["child_check"]
    assert shown == {"needed": True, "status": "asked", "day": today, "by": "Hanne"}
    with time_machine.travel(NOW + A_DAY, tick=False):
        later = signed_in(app, session.get_one(Person, person_named(session, "Hanne")))
        assert note(later, coach, "asked")["child_check"]["day"] == today
        tomorrow = (NOW + A_DAY).date().isoformat()
        assert note(later, coach, "in_order")["child_check"]["day"] == tomorrow
    [own] = get(hers, "/me/signups")["items"]
    assert own["child_check"] == {"needed": True, "status": "in_order", "day": tomorrow}
    note(hanne, coach, "none")
    assert get(hanne, f"/signups/{coach.id}/desk")["child_check"]["status"] == "none"


def test_it_holds_for_all_needs_of_the_association_and_for_no_other(
    hanne: Browser, coach: Signup, karen: Person, session: Session, klub: Association
) -> None:
    again = signup(session, karen, need(session, of=klub, children_under_15=True))
    elsewhere = association(session)
    boss = person(session)
    takes_part(session, boss, elsewhere)
    other = signup(session, karen, need(session, of=elsewhere, children_under_15=True))
    note(hanne, coach, "in_order")
    assert get(hanne, f"/signups/{again.id}/desk")["child_check"]["status"] == "in_order"
    theirs = session.get(ChildCheck, (elsewhere.id, karen.id))
    assert theirs is None
    assert other.need_id != coach.need_id


def test_nothing_is_kept_of_whom_none_is_needed(
    hanne: Browser, coach: Signup, karen: Person, session: Session, klub: Association
) -> None:
    baker = signup(session, karen, need(session, of=klub))
    assert note(hanne, baker, "asked", 409)["rule"] == "child-check-unneeded"
    session.add(Profile(person_id=karen.id, birth_year=NOW.year - 14))
    session.flush()
    note(hanne, coach, "in_order", 409)
    assert checks(session) == 0


def test_who_came_without_it_is_noted_only_knowingly(
    hanne: Browser, coach: Signup, session: Session
) -> None:
    path = f"/signups/{coach.id}/attended"
    assert send(hanne, path, 409)["rule"] == "child-check"
    assert send(hanne, f"/signups/{coach.id}/absent", 200)["status"] == "absent"
    assert send(hanne, path, 200, without_check=True)["status"] == "attended"
    [noted] = session.scalars(select(AuditEntry).where(AuditEntry.action == "attended"))
    assert noted.facts == {"without_check": True}
    send(hanne, f"/signups/{coach.id}/absent", 200)
    note(hanne, coach, "in_order")
    assert send(hanne, path, 200)["status"] == "attended"


def test_it_is_forgotten_with_the_account_and_a_year_after_the_last_help(
    hanne: Browser, coach: Signup, karen: Person, session: Session
) -> None:
    note(hanne, coach, "in_order")
    coach.status, coach.changed_at = "attended", NOW - 364 * A_DAY
    session.flush()
    retire(session, NOW)
    assert checks(session) == 1
    retire(session, NOW + 2 * A_DAY)
    assert checks(session) == 0
    note(hanne, coach, "in_order")
    erase(session, Someone(karen.id, "karen@demo.example", "Karen"), NOW)
    assert checks(session) == 0


def test_a_merged_associations_notes_and_declarations_follow_it(
    app: Application, hanne: Browser, coach: Signup, karen: Person, session: Session
) -> None:
    note(hanne, coach, "in_order")
    send(hanne, "/associations/klubben/declaration", 200, year=NOW.year)
    target = association(session, slug="det-hele")
    clerk = signed_in(app, staff(session))
    send(clerk, "/staff/associations/klubben/merge", 200, into="det-hele")
    assert session.get(ChildCheck, (target.id, karen.id), populate_existing=True) is not None
    assert get(hanne, "/associations/det-hele/desk")["declaration"]["by"] == "Hanne"


def test_a_manager_declares_once_a_year_and_staff_see_who_has(
    app: Application, hanne: Browser, session: Session
) -> None:
    due = {"year": NOW.year, "made_at": None, "by": None}
    assert get(hanne, "/associations/klubben/desk")["declaration"] == due
    clerk = signed_in(app, staff(session))
    [before] = get(clerk, "/staff/associations")["items"]
    assert not before["declared"]
    path = "/associations/klubben/declaration"
    send(clerk, path, 403, year=NOW.year)
    assert "year" in send(hanne, path, 422, year=NOW.year - 1)["errors"]
    made = send(hanne, path, 200, year=NOW.year)["declaration"]
    assert (made["by"], made["made_at"]) == ("Hanne", "2027-03-01T10:00:00+01:00")
    with time_machine.travel(NOW + A_MINUTE, tick=False):
        assert send(hanne, path, 200, year=NOW.year)["declaration"] == made, "once is enough"
    [after] = get(clerk, "/staff/associations")["items"]
    assert after["declared"]
    new_year = NOW.replace(year=NOW.year + 1, month=1, day=1)
    with time_machine.travel(new_year, tick=False):
        again = signed_in(app, session.get_one(Person, person_named(session, "Hanne")))
        shown = get(again, "/associations/klubben/desk")["declaration"]
        assert shown == {"year": NOW.year + 1, "made_at": None, "by": None}


def person_named(session: Session, name: str) -> Any:
    return session.scalars(select(Person.id).where(Person.name == name)).one()
