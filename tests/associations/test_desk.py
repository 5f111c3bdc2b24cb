"""From registering an association to everybody finding it."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

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


def test_two_of_one_name_have_two_addresses(
    app: Application, session: Session, anna: Person
) -> None:
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
