"""What is one's own: name, profile, consents, and a guardian's yes below 15."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from inbox import mails, newest, token
from sqlalchemy import select
from sqlalchemy.orm import Session

from conftest import Recorder
from databases import NOW
from factories.people import Browser, browser, person, signed_in
from samspil.core.http import Application
from samspil.people.models import OptionalConsent, Person, Profile

PROFILE = {
    "home": {"place": "tikoeb"},
    "about": "Jeg kan lide heste",
    "interests": ["animals", "sport"],
    "skills": ["Førstehjælp"],
    "languages": ["da", "en"],
    "availability": ["tue-evening", "sat-morning"],
    "available_from": "2027-03-10",
    "available_until": "2027-06-01",
    "max_distance_m": 8000,
    "birth_year": 1980,
}
EMPTY = {
    **{"home": None, "about": "", "interests": [], "skills": [], "languages": []},
    **{"availability": [], "available_from": None, "available_until": None},
    **{"max_distance_m": None, "birth_year": None},
}
GUARDIAN = "mor@demo.example"


@pytest.fixture
def karen(session: Session) -> Person:
    made = person(session, name="Karen", email="karen@demo.example")
    session.commit()
    return made


@pytest.fixture
def client(app: Application, karen: Person) -> Browser:
    return signed_in(app, karen)


def put(client: FlaskClient, status: int = 200, **changed: Any) -> Any:
    answer = client.put("/api/v1/me/profile", json=PROFILE | changed)
    assert answer.status_code == status, answer.json
    return answer.json


def test_me_is_all_that_a_screen_needs(client: Browser, karen: Person) -> None:
    answer = client.get("/api/v1/me")
    assert answer.headers["Cache-Control"] == "private, no-store"
    document = answer.json
    (here,) = document.pop("sessions")
    assert here["current"] is True
    assert document == {
        "id": str(karen.id),
        "name": "Karen",
        "email": "karen@demo.example",
        "verified": True,
        "language": "da",
        "has_password": False,
        "administrator": False,
        "areas": [],
        "under_15_waiting": False,
        "guardian": None,
        "associations": [],
        "consents": [],
        "demo": False,
    }


def test_who_acts_is_found_in_one_statement(
    app: Application, client: Browser, statements: Recorder
) -> None:
    with statements(app.database.engine) as sent:
        assert client.put("/api/v1/me/consents/nothing").status_code == 404
    assert len(sent) == 1


def test_name_and_language_are_changed(client: Browser) -> None:
    changed = client.patch("/api/v1/me", json={"name": "Karen T.", "language": "en"})
    assert (changed.json["name"], changed.json["language"]) == ("Karen T.", "en")
    kept = client.patch("/api/v1/me", json={"language": "da"}).json
    assert (kept["name"], kept["language"]) == ("Karen T.", "da")


# The profile


def test_a_profile_is_empty_until_it_is_written_and_then_as_it_was_written(
    client: Browser,
) -> None:
    first = client.get("/api/v1/me/profile")
    assert first.json == EMPTY
    assert first.headers["ETag"]
    home = {
        "place": {"slug": "tikoeb", "name": "Tikøb"},
        "position": {"type": "Point", "coordinates": pytest.approx([12.4531, 56.0206], abs=0.01)},
    }
    assert put(client) == PROFILE | {"home": home}
    assert client.get("/api/v1/me/profile").json == PROFILE | {"home": home}
    assert client.put("/api/v1/me/profile", json={}).json == EMPTY


def test_a_position_is_rounded_to_about_a_hundred_metres(client: Browser, session: Session) -> None:
    shown = put(client, home={"lat": 56.0360123, "lon": 12.6135987})
    assert shown["home"]["place"] is None
    assert shown["home"]["position"]["coordinates"] == pytest.approx([12.614, 56.036], abs=1e-6)
    kept = session.scalars(select(Profile.home)).one()
    assert kept["coordinates"] == pytest.approx([12.614, 56.036], abs=1e-6)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"home": {"place": "atlantis"}}, "home.place"),
        ({"home": {"lat": 56.0}}, "home"),
        ({"home": {"place": "tikoeb", "lat": 56.0, "lon": 12.0}}, "home"),
        ({"home": {"lat": 48.0, "lon": 2.0}}, "home.lat"),
        ({"interests": ["animals", "alt"]}, "interests.1"),
        ({"languages": ["dansk"]}, "languages.0"),
        ({"availability": ["tue-night"]}, "availability.0"),
        ({"available_until": "2027-03-09"}, "available_until"),
        ({"available_from": "10-03-2027"}, "available_from"),
        ({"max_distance_m": 100}, "max_distance_m"),
        ({"birth_year": 1850}, "birth_year"),
        ({"person_id": "0192"}, "person_id"),
    ],
)
def test_a_wrong_field_is_named(client: Browser, changed: dict[str, Any], field: str) -> None:
    assert field in put(client, 422, **changed)["errors"]


def test_a_profile_that_was_changed_elsewhere_is_not_written_over(client: Browser) -> None:
    read = client.get("/api/v1/me/profile").headers["ETag"]
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        put(client)
        again = client.put("/api/v1/me/profile", json=PROFILE, headers={"If-Match": read})
        assert again.status_code == 412
        now = client.get("/api/v1/me/profile").headers["ETag"]
        again = client.put("/api/v1/me/profile", json=PROFILE, headers={"If-Match": now})
        assert again.status_code == 200


# Consents


def test_consent_is_off_given_taken_back_and_given_anew(client: Browser, session: Session) -> None:
    path = "/api/v1/me/consents/news_by_mail"
    for _ in range(2):
        assert client.put(path).status_code == 204
    assert [c["purpose"] for c in client.get("/api/v1/me").json["consents"]] == ["news_by_mail"]
    for _ in range(2):
        assert client.delete(path).status_code == 204
    assert client.get("/api/v1/me").json["consents"] == []
    assert client.put(path).status_code == 204
    kept = session.scalars(select(OptionalConsent).order_by(OptionalConsent.id)).all()
    assert [one.withdrawn_at is None for one in kept] == [False, True]
    assert client.delete("/api/v1/me/consents/everything").status_code == 404


# Below 15


@pytest.mark.parametrize(("year", "too_young"), [(2012, True), (2020, True), (2011, False)])
def test_whoever_may_be_under_15_names_a_guardian(
    app: Application, client: Browser, year: int, too_young: bool
) -> None:
    if too_young:
        assert list(put(client, 422, birth_year=year)["errors"]) == ["guardian_email"]
        assert client.get("/api/v1/me").json["under_15_waiting"] is False
        put(client, birth_year=year, guardian_email=GUARDIAN)
    else:
        put(client, birth_year=year)
    assert client.get("/api/v1/me").json["under_15_waiting"] is too_young
    assert len(mails(app, GUARDIAN)) == too_young


def test_a_child_waits_until_the_guardian_says_yes(app: Application, karen: Person) -> None:
    client = browser(app)
    child = {"email": "barn@demo.example", "name": "Liva", "password": "enhjørninger i regn"}
    client.post("/api/v1/auth/register", json=child | {"guardian_email": GUARDIAN})
    confirm = token(newest(app, child["email"], "verify"))
    assert mails(app, GUARDIAN) == []  # nothing is sent in the name of who may be another
    assert client.post("/api/v1/links/use", json={"token": confirm}).json["signed_in"]
    asked = newest(app, GUARDIAN, "guardian")
    assert client.get("/api/v1/me").json["under_15_waiting"] is True
    refused = client.post("/api/v1/associations", json={})
    assert (refused.status_code, refused.json["type"]) == (403, "/problems/guardian-missing")

    at_home = browser(app)
    secret = {"token": token(asked)}
    shown = at_home.post("/api/v1/links/look", json=secret).json
    assert shown == {
        "purpose": "guardian",
        "email": "m•••@demo.example",
        "name": "Liva",
        "needs": [],
    }
    assert at_home.post("/api/v1/links/use", json=secret).json["signed_in"] is False
    assert client.get("/api/v1/me").json["under_15_waiting"] is False
    assert client.post("/api/v1/associations", json={}).status_code == 422
    assert mails(app, child["email"])[-1].kind == "people.guardian-said-yes"
    assert karen.guardian_email is None


def test_another_guardian_ends_the_question_to_the_first(app: Application, client: Browser) -> None:
    client.patch("/api/v1/me", json={"guardian_email": GUARDIAN})
    first = token(newest(app, GUARDIAN, "guardian"))
    client.patch("/api/v1/me", json={"guardian_email": "far@demo.example"})
    second = token(newest(app, "far@demo.example", "guardian"))
    use = "/api/v1/links/use"
    assert browser(app).post(use, json={"token": first}).status_code == 404
    assert browser(app).post(use, json={"token": second}).status_code == 200
    # Nobody else can be named after that: the yes would be another's.
    client.patch("/api/v1/me", json={"guardian_email": GUARDIAN})
    assert len(mails(app, GUARDIAN)) == 1


def test_a_guardian_is_asked_though_the_letter_was_sent_twice(app: Application) -> None:
    client = browser(app)
    child = {"email": "barn@demo.example", "name": "Liva", "password": "enhjørninger i regn"}
    client.post("/api/v1/auth/register", json=child | {"guardian_email": GUARDIAN})
    mails(app, child["email"])
    client.post("/api/v1/auth/login", json={k: child[k] for k in ("email", "password")})
    assert client.patch("/api/v1/me", json={"name": "Liva Test"}).status_code == 200
    assert client.post("/api/v1/me/verification").status_code == 202
    confirm = {"token": token(newest(app, child["email"], "verify"))}
    assert client.post("/api/v1/links/use", json=confirm).json["signed_in"]
    newest(app, GUARDIAN, "guardian")
    me = client.get("/api/v1/me").json
    assert (me["under_15_waiting"], me["name"]) == (True, "Liva Test")


def test_a_guardian_takes_the_yes_back_and_gives_it_again(
    app: Application, client: Browser, karen: Person
) -> None:
    client.patch("/api/v1/me", json={"guardian_email": GUARDIAN})
    use = "/api/v1/links/use"
    home = browser(app)
    home.post(use, json={"token": token(newest(app, GUARDIAN, "guardian"))})
    assert client.get("/api/v1/me").json["guardian"] == {
        "email": "m•••@demo.example",
        "consented": True,
    }
    back = {"token": token(newest(app, GUARDIAN, "guardian-receipt"))}
    assert home.post("/api/v1/links/look", json=back).json["name"] == "Karen"
    assert home.post(use, json=back).json == {"purpose": "guardian-withdraw", "signed_in": False}
    newest(app, karen.email or "", "guardian-took-back")
    assert client.get("/api/v1/me").json["under_15_waiting"] is True
    assert client.post("/api/v1/associations", json={}).status_code == 403
    assert home.post(use, json=back).status_code == 404
    client.patch("/api/v1/me", json={"guardian_email": GUARDIAN})
    home.post(use, json={"token": token(newest(app, GUARDIAN, "guardian"))})
    assert client.get("/api/v1/me").json["under_15_waiting"] is False


def test_a_guardian_is_taken_away_by_who_is_old_enough(app: Application, client: Browser) -> None:
    client.patch("/api/v1/me", json={"guardian_email": GUARDIAN})
    first = token(newest(app, GUARDIAN, "guardian"))
    away = {"guardian_email": None}
    refused = client.patch("/api/v1/me", json=away)
    assert (refused.status_code, refused.json["rule"]) == (409, "guardian-needed")
    put(client, birth_year=2015, guardian_email=GUARDIAN)
    assert client.patch("/api/v1/me", json=away).status_code == 409
    put(client, birth_year=1990)  # mistyped before: a child waiting for a guardian may correct it
    assert client.patch("/api/v1/me", json=away).json["guardian"] is None
    assert browser(app).post("/api/v1/links/use", json={"token": first}).status_code == 404
