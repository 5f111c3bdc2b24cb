"""What becomes of an association or a need that somebody has reported."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories.associations import association, takes_part
from factories.needs import need
from factories.people import Browser, person, signed_in, staff
from reading import API, get, titles
from samspil.associations.models import Association
from samspil.core.audit import Change
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.moderation.services import Report
from samspil.needs.models import Need
from samspil.needs.services import count_open_needs


@pytest.fixture
def klub(session: Session, now: Any) -> Association:
    """A public association with two needs, and somebody who runs it."""
    made = association(session, slug="klubben", name="Klubben")
    takes_part(session, person(session, email="mona@demo.example"), made)
    need(session, of=made, title="Bag kage")
    need(session, of=made, title="Hent træ")
    count_open_needs(session, now)
    return made


@pytest.fixture
def worker(app: Application, session: Session) -> Browser:
    """Staff in charge of all."""
    return signed_in(app, staff(session))


def report(client: FlaskClient, **what: str) -> int:
    sent = what | {"reason": "Det er reklame"}
    return client.post(f"{API}/reports", json=sent).status_code


def uphold(worker: Browser) -> Any:
    [item] = worker.get(f"{API}/staff/reports?status=open").json["items"]
    path = f"{API}/staff/reports/{item['id']}/uphold"
    answer = worker.post(path, json={"decision": "Uden for formålet"})
    assert answer.status_code == 200, answer.text
    return item


def told(session: Session) -> list[tuple[str, str | None]]:
    return [(mail.kind, mail.to_address) for mail in session.scalars(select(Mail))]


@pytest.mark.parametrize("by", ["slug", "id"])
def test_an_association_is_hidden_and_told_why(
    session: Session, client: FlaskClient, klub: Association, worker: Browser, by: str
) -> None:
    which = {by: klub.slug if by == "slug" else str(klub.id)}
    assert report(client, kind="association", **which) == 202
    item = uphold(worker)
    assert item["object"] == {"title": "Klubben", "url": "/foreninger/klubben", "text": None}
    assert titles(client, "/associations") == set()
    assert titles(client) == set()
    desk = worker.get(f"{API}/associations/klubben/desk").json
    assert (desk["status"], desk["hidden_reason"]) == ("hidden", "Uden for formålet")
    assert told(session) == [("associations.hidden", "mona@demo.example")]


def test_a_need_is_hidden_alone_and_stays_so_when_its_association_comes_back(
    session: Session, client: FlaskClient, klub: Association, worker: Browser
) -> None:
    reported = session.scalars(select(Need).where(Need.title == "Bag kage")).one()
    assert report(client, kind="need", id=str(reported.id)) == 202
    item = uphold(worker)
    page = f"/opgaver/{reported.id}"
    assert item["object"] == {"title": "Bag kage", "url": page, "text": None}
    assert titles(client) == {"Hent træ"}
    assert client.get(f"{API}/needs/{reported.id}").status_code == 404
    assert get(client, "/associations/klubben")["open_needs"] == 1
    assert told(session) == [("volunteering.need-hidden", "mona@demo.example")]
    remembered = session.scalars(select(Change).where(Change.kind == "need")).one()
    assert remembered.fields == {"hidden_reason": [None, "Uden for formålet"]}
    path = f"{API}/staff/associations/{klub.slug}"
    worker.post(f"{path}/hide", json={"reason": "Pause"})
    worker.post(f"{path}/show")
    assert titles(client) == {"Hent træ"}
    assert report(client, kind="need", id=str(reported.id)) == 404


def test_what_is_hidden_already_is_hidden_once(
    session: Session, client: FlaskClient, klub: Association, worker: Browser
) -> None:
    assert report(client, kind="association", slug="klubben") == 202
    worker.post(f"{API}/staff/associations/{klub.slug}/hide", json={"reason": "Først"})
    uphold(worker)
    assert session.scalars(select(Report.status)).all() == ["upheld"]
    desk = worker.get(f"{API}/associations/klubben/desk").json
    assert desk["hidden_reason"] == "Først"


@pytest.mark.parametrize(
    "what",
    [
        {"kind": "association", "slug": "findes-ikke"},
        {"kind": "association", "id": "01890a5d-ac96-774b-bcce-b302099a8057"},
        {"kind": "need", "id": "01890a5d-ac96-774b-bcce-b302099a8057"},
        {"kind": "need", "slug": "klubben"},
        {"kind": "association", "slug": "venter"},
    ],
)
@pytest.mark.usefixtures("klub")
def test_what_nobody_sees_cannot_be_reported(
    session: Session, client: FlaskClient, what: dict[str, str]
) -> None:
    association(session, slug="venter", status="pending")
    assert report(client, **what) == 404
