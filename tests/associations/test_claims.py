"""Somebody says that they run an association; staff decide."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from at_once import at_once
from factories.associations import association, takes_part
from factories.people import Browser, person, signed_in, staff
from reading import API
from samspil.associations.models import Association, Claim, Membership
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.people.models import Person

CLAIMS = f"{API}/associations/klubben/claims"
WAITING = f"{API}/staff/claims"


@pytest.fixture
def klub(session: Session) -> Association:
    """A public association that nobody here runs."""
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def karen(session: Session) -> Person:
    """Who says that she runs it."""
    return person(session, name="Karen", email="karen@demo.example")


@pytest.fixture
def worker(app: Application, session: Session) -> Browser:
    """Staff in charge of associations."""
    return signed_in(app, staff(session, "associations", email="karl@demo.example"))


def claims(browser: Browser, message: str = "Jeg er formand") -> Any:
    return browser.post(CLAIMS, json={"message": message})


def mailed(session: Session) -> list[tuple[str, str | None]]:
    return [(mail.kind, mail.to_address) for mail in session.scalars(select(Mail))]


@pytest.mark.usefixtures("klub")
def test_one_that_is_accepted_makes_a_manager(
    app: Application, session: Session, karen: Person, worker: Browser
) -> None:
    hers = signed_in(app, karen)
    assert claims(hers).status_code == 201
    assert claims(hers).status_code == 409
    [waiting] = worker.get(WAITING).json["items"]
    assert waiting["association"] == {"slug": "klubben", "name": "Klubben"}
    assert (waiting["person"]["name"], waiting["message"]) == ("Karen", "Jeg er formand")
    assert worker.post(f"{WAITING}/{waiting['id']}/accept").status_code == 204
    assert worker.post(f"{WAITING}/{waiting['id']}/accept").status_code == 409
    assert worker.get(WAITING).json["items"] == []
    assert hers.get(f"{API}/associations/klubben/desk").json["role"] == "manager"
    assert claims(hers).status_code == 409
    assert mailed(session) == [
        ("associations.claimed", "karl@demo.example"),
        ("associations.claim-accepted", "karen@demo.example"),
    ]


@pytest.mark.usefixtures("klub")
def test_one_that_is_declined_is_told_why_and_may_come_again(
    app: Application, session: Session, karen: Person, worker: Browser
) -> None:
    hers = signed_in(app, karen)
    made = claims(hers).json
    path = f"{WAITING}/{made['id']}/decline"
    assert worker.post(path, json={}).status_code == 422
    assert worker.post(path, json={"reason": "Det er en anden"}).status_code == 204
    assert session.scalars(select(Membership)).all() == []
    assert session.scalars(select(Claim.status)).all() == ["declined"]
    assert mailed(session)[-1] == ("associations.claim-declined", "karen@demo.example")
    assert claims(hers).status_code == 201


def test_a_member_who_claims_it_becomes_a_manager(
    app: Application, session: Session, klub: Association, karen: Person, worker: Browser
) -> None:
    takes_part(session, karen, klub, "member")
    made = claims(signed_in(app, karen)).json
    assert worker.post(f"{WAITING}/{made['id']}/accept").status_code == 204
    session.expire_all()
    assert session.scalars(select(Membership.role)).all() == ["manager"]


@pytest.mark.parametrize("status", ["pending", "hidden"])
def test_what_is_not_public_is_not_there_to_be_claimed(
    app: Application, session: Session, karen: Person, status: str
) -> None:
    reason = "Nej" if status == "hidden" else None
    association(session, slug="klubben", status=status, hidden_reason=reason)
    assert claims(signed_in(app, karen)).status_code == 404


@pytest.mark.parametrize("message", ["", "   ", "x" * 1001, None, 7])
@pytest.mark.usefixtures("klub")
def test_a_claim_says_something(app: Application, karen: Person, message: Any) -> None:
    wrong = claims(signed_in(app, karen), message)
    assert wrong.status_code == 422
    assert set(wrong.json["errors"]) == {"message"}


def test_nobody_claims_one_after_the_other(
    app: Application, session: Session, karen: Person
) -> None:
    hers = signed_in(app, karen)
    codes = []
    for number in range(6):
        association(session, slug=f"nummer-{number}")
        path = f"{API}/associations/nummer-{number}/claims"
        codes.append(hers.post(path, json={"message": "Også min"}).status_code)
    assert codes == [201] * 5 + [409]


def test_of_many_claims_at_once_no_more_pass_than_one_after_the_other(
    own_app: Application,
) -> None:
    with own_app.database.writing.begin() as session:
        for number in range(14):
            association(session, slug=f"nummer-{number}")
        somebody = person(session)
    hers = [signed_in(own_app, somebody) for _ in range(14)]
    answers = at_once(
        *[
            lambda n=n: hers[n].post(
                f"{API}/associations/nummer-{n}/claims", json={"message": "Også min"}
            )
            for n in range(14)
        ]
    )
    assert sorted(answer.status_code for answer in answers) == [201] * 5 + [409] * 9
    with own_app.database.writing() as session:
        assert len(session.scalars(select(Claim)).all()) == 5
