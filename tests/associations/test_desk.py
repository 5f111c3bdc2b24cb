"""From registering an association to everybody finding it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories.associations import association, takes_part
from factories.people import Browser, person, signed_in, staff
from reading import API, get, titles
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.people.models import Person

REGISTRATION = {
    "kind": "association",
    "name": "Løb for Hyggens Skyld",
    "summary": "Vi løber langsomt, sammen",
    "purpose": "Alle kan **være med**.",
    "cvr": "DK 12 34 56 74",
    "interests": ["sport"],
    "towns": ["hornbaek", "helsingoer"],
    "contact": {"name": "Formanden", "email": "Formand@demo.example", "phone": "49280000"},
    "website": "www.loeb.example",
    "languages": ["da", "en"],
}


def register(browser: Browser, **changed: Any) -> Any:
    response = browser.post(f"{API}/associations", json=REGISTRATION | changed)
    assert response.status_code == 201, response.text
    return response.json


@pytest.fixture
def anna(session: Session) -> Person:
    """Somebody who wants to register an association."""
    return person(session, name="Anna Bestyrer", email="anna@demo.example")


@pytest.fixture
def karl(session: Session) -> Person:
    """A municipal employee in charge of associations."""
    return staff(session, "associations", name="Karl Kommune", email="karl@demo.example")


def mails(session: Session) -> list[tuple[str, str]]:
    return [(m.kind, m.to_address) for m in session.scalars(select(Mail).order_by(Mail.id))]


def test_it_is_registered_verified_and_found(
    app: Application, session: Session, client: FlaskClient, anna: Person, karl: Person
) -> None:
    hers, his = signed_in(app, anna), signed_in(app, karl)
    desk = register(hers)
    assert desk["slug"] == "loeb-for-hyggens-skyld"
    assert desk["status"] == "pending"
    assert desk["role"] == "manager"
    assert desk["cvr"] == "12345674"
    assert desk["website"] == "https://www.loeb.example"
    assert desk["contact"] == {
        "name": "Formanden",
        "email": "formand@demo.example",
        "phone": "49 28 00 00",
    }
    assert [place["slug"] for place in desk["places"]] == ["hornbaek", "helsingoer"]
    assert desk["position_accuracy"] == "town"
    assert desk["may"]["edit"]
    assert not desk["may"]["verify"]
    assert [(m["name"], m["role"], m["email"]) for m in desk["members"]] == [
        ("Anna Bestyrer", "manager", "anna@demo.example")
    ]
    assert mails(session) == [("associations.registered", "karl@demo.example")]

    assert titles(client, "/associations") == set()
    assert client.get(f"{API}/associations/{desk['slug']}").status_code == 404
    assert his.get(f"{API}/staff/associations?status=pending").json["items"][0]["managers"] == 1

    verified = his.post(f"{API}/staff/associations/{desk['slug']}/verify")
    assert verified.status_code == 200, verified.text
    assert verified.json["status"] == "public"
    assert verified.json["role"] is None
    public = get(client, f"/associations/{desk['slug']}")
    assert public["verified"] is True
    assert public["pictures"] == []
    assert titles(client, "/associations", q="hygge", place="hornbaek") == {REGISTRATION["name"]}
    assert ("associations.verified", "anna@demo.example") in mails(session)
    again = his.post(f"{API}/staff/associations/{desk['slug']}/verify")
    assert again.status_code == 409
    actions = session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)).all()
    assert actions == ["register", "verify"]


def test_two_of_one_name_have_two_addresses(app: Application, anna: Person) -> None:
    hers = signed_in(app, anna)
    assert [register(hers)["slug"] for _ in range(3)] == [
        "loeb-for-hyggens-skyld",
        "loeb-for-hyggens-skyld-2",
        "loeb-for-hyggens-skyld-3",
    ]


def test_a_desk_is_not_there_for_strangers(
    app: Application, session: Session, client: FlaskClient, anna: Person
) -> None:
    desk = register(signed_in(app, anna))
    stranger = signed_in(app, person(session))
    elsewhere = signed_in(app, staff(session, "premises"))
    path = f"{API}/associations/{desk['slug']}/desk"
    assert client.get(path).status_code == 401
    assert stranger.get(path).status_code == 404
    assert elsewhere.get(path).status_code == 404


def test_nobody_registers_more_than_a_few_before_they_are_verified(
    app: Application, anna: Person, karl: Person
) -> None:
    hers, his = signed_in(app, anna), signed_in(app, karl)
    slugs = [register(hers, name=f"Forening {number}")["slug"] for number in range(5)]
    sixth = hers.post(f"{API}/associations", json=REGISTRATION)
    assert sixth.status_code == 409
    assert sixth.json["type"] == "/problems/too-many-waiting"
    his.post(f"{API}/staff/associations/{slugs[0]}/verify")
    register(hers)


def test_an_id_of_the_senders_own_is_kept_and_never_taken_twice(
    app: Application, session: Session, anna: Person
) -> None:
    own = "01890a5d-ac96-774b-bcce-b302099a8057"
    assert register(signed_in(app, anna), id=own)["id"] == own
    again = signed_in(app, person(session)).post(
        f"{API}/associations", json=REGISTRATION | {"id": own}
    )
    assert again.status_code == 409


def test_who_has_not_confirmed_an_address_registers_nothing(
    app: Application, session: Session
) -> None:
    unconfirmed = signed_in(app, person(session, verified=False))
    refused = unconfirmed.post(f"{API}/associations", json=REGISTRATION)
    assert (refused.status_code, refused.json["type"]) == (403, "/problems/email-not-verified")


def test_one_that_is_declined_stays_with_those_who_run_it(
    app: Application, session: Session, client: FlaskClient, anna: Person, karl: Person
) -> None:
    hers, his = signed_in(app, anna), signed_in(app, karl)
    slug = register(hers)["slug"]
    declined = his.post(f"{API}/staff/associations/{slug}/decline", json={"reason": "Findes ikke"})
    assert (declined.status_code, declined.json["status"]) == (200, "hidden")
    assert hers.get(f"{API}/associations/{slug}/desk").json["hidden_reason"] == "Findes ikke"
    assert client.get(f"{API}/associations/{slug}").status_code == 404
    assert his.get(f"{API}/staff/associations?status=pending").json["items"] == []
    assert mails(session)[-1] == ("associations.declined", "anna@demo.example")
    shown = his.post(f"{API}/staff/associations/{slug}/show")
    assert shown.json["status"] == "public"


def test_an_approval_has_a_period_and_can_end(
    app: Application, session: Session, client: FlaskClient, anna: Person, karl: Person
) -> None:
    hers, his = signed_in(app, anna), signed_in(app, karl)
    slug = register(hers)["slug"]
    path = f"{API}/staff/associations/{slug}"
    period = {"from": "2027-01-01", "until": "2027-12-31"}
    assert his.post(f"{path}/approve", json=period).status_code == 409
    his.post(f"{path}/verify")
    approved = his.post(f"{path}/approve", json=period)
    assert (approved.json["approved_from"], approved.json["approved_until"]) == (
        "2027-01-01",
        "2027-12-31",
    )
    assert get(client, f"/associations/{slug}")["approved"] is True
    assert ("associations.approved", "anna@demo.example") in mails(session)
    his.post(f"{path}/approve", json={"from": None, "until": None})
    assert get(client, f"/associations/{slug}")["approved"] is False


@pytest.mark.parametrize(
    ("period", "field"),
    [
        ({"from": "2027-01-02", "until": "2027-01-01"}, "until"),
        ({"from": None, "until": "2027-01-01"}, "until"),
        ({"from": "2027-01-01"}, "until"),
        ({"from": "1. januar 2027", "until": "2027-01-01"}, "from"),
        ({"from": "2027-02-30", "until": "2027-03-01"}, "from"),
    ],
)
def test_a_wrong_period_is_named(
    app: Application, anna: Person, karl: Person, period: Any, field: str
) -> None:
    slug = register(signed_in(app, anna))["slug"]
    wrong = signed_in(app, karl).post(f"{API}/staff/associations/{slug}/approve", json=period)
    assert wrong.status_code == 422
    assert set(wrong.json["errors"]) == {field}


def test_staff_see_what_waits_oldest_first_and_page_by_page(
    app: Application, session: Session, anna: Person, karl: Person
) -> None:
    names = [f"Forening {number}" for number in range(5)]
    for number, name in enumerate(names):
        made = association(session, name=name, status="pending")
        made.created_at = datetime(2027, 1, 1 + number, tzinfo=UTC)
        if number:
            takes_part(session, anna, made)
    session.flush()
    his = signed_in(app, karl)
    path, seen, cursor = f"{API}/staff/associations?status=pending&limit=2", [], ""
    while True:
        page = his.get(path + cursor).json
        seen += [item["name"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == names
    alone = his.get(f"{API}/staff/associations?without_manager=true").json["items"]
    assert [item["name"] for item in alone] == ["Forening 0"]
    found = his.get(f"{API}/staff/associations", query_string={"q": "ening 3"}).json["items"]
    assert [item["name"] for item in found] == ["Forening 3"]
