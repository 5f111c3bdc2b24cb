"""Everybody who has helped an association."""

import csv
import io
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association, takes_part
from factories.hours import hours
from factories.needs import need
from factories.people import Browser, person, signed_in
from factories.signups import signup
from reading import API, get, pages
from samspil.associations.models import Association
from samspil.core import time
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.privacy import Someone, erase
from samspil.people.models import Person
from samspil.signups.models import ChildCheck

LIST = "/associations/klubben/volunteers"
A_DAY = timedelta(days=1)


@pytest.fixture
def klub(session: Session) -> Association:
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def hanne(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs the association."""
    who = person(session, name="Hanne")
    takes_part(session, who, klub)
    return signed_in(app, who)


@pytest.fixture
def karen(session: Session, klub: Association) -> Person:
    """Who came twice, and gave two hours and a half."""
    who = person(session, name="Karen", email="karen@demo.example")
    for days in (3, 9):
        done = need(session, of=klub)
        signup(session, who, done, status="attended", changed_at=NOW - days * A_DAY)
    hours(session, who, klub, minutes=150, status="confirmed")
    hours(session, who, klub, minutes=45)
    session.add(
        ChildCheck(association_id=klub.id, person_id=who.id, status="in_order", day=NOW.date())
    )
    session.flush()
    return who


def test_who_came_is_listed_with_what_they_gave_who_came_last_first(
    hanne: Browser, session: Session, klub: Association, karen: Person
) -> None:
    for name, status in (("Bo", "attended"), ("Nej", "declined"), ("Senere", "accepted")):
        signup(session, person(session, name=name), need(session, of=klub), status=status)
    signup(session, person(session, name="Anden"), need(session), status="attended")
    listed = [item for page in pages(hanne, LIST, limit=1) for item in page]
    assert [(one["name"], one["times"], one["minutes"]) for one in listed] == [
        ("Bo", 1, 0),
        ("Karen", 2, 150),
    ]
    assert (listed[1]["email"], listed[1]["check_status"]) == ("karen@demo.example", "in_order")
    assert listed[1]["id"] == str(karen.id)
    assert [one["name"] for one in get(hanne, LIST, q="KAR")["items"]] == ["Karen"]


def test_the_table_has_no_formulas(hanne: Browser, session: Session, karen: Person) -> None:
    karen.name = "=HYPERLINK(1)"
    session.commit()
    answer = hanne.get(f"{API}{LIST}.csv")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[1][0] == "'=HYPERLINK(1)"
    assert rows[1][1:] == ["karen@demo.example", "2", "2,5", rows[1][4], "I orden"]


def test_that_the_table_was_taken_is_noted(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        klub = association(session, slug="klubben")
        boss = person(session)
        takes_part(session, boss, klub)
    assert signed_in(own_app, boss).get(f"{API}{LIST}.csv").status_code == 200
    with own_app.database.writing() as session:
        noted = select(AuditEntry).where(AuditEntry.action == "export-contacts")
        [entry] = session.scalars(noted)
        assert (entry.kind, entry.object_id) == ("association", str(klub.id))


def test_who_is_erased_is_listed_no_more(hanne: Browser, session: Session, karen: Person) -> None:
    assert karen.email is not None
    erase(session, Someone(karen.id, karen.email, karen.name), time.now())
    session.commit()
    assert get(hanne, LIST)["items"] == []


def test_addresses_are_for_those_who_run_it_and_not_for_staff(
    app: Application, session: Session, klub: Association
) -> None:
    staff = person(session, areas=["associations"])
    member = person(session)
    takes_part(session, member, klub, role="member")
    for who in (staff, member):
        for path in (LIST, f"{LIST}.csv"):
            assert signed_in(app, who).get(f"{API}{path}").status_code == 403
