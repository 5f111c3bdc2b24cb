"""What is kept of people: read of by everybody, taken along and erased by each."""

import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from inbox import newest, token
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from databases import NOW
from factories.people import Browser, browser, person, signed_in
from samspil.core.http import Application
from samspil.core.privacy import retire
from samspil.people.models import Person
from samspil.people.rules import hashed

EMAIL = "karen@demo.example"
PASSWORD = "en lang og god adgangskode"


@pytest.fixture
def karen(session: Session) -> Person:
    made = person(session, name="Karen Kvist", email=EMAIL, password_hash=hashed(PASSWORD))
    session.commit()
    return made


@pytest.fixture
def client(app: Application, karen: Person) -> Browser:
    return signed_in(app, karen)


def test_everybody_can_read_what_is_kept_why_and_how_long(app: Application) -> None:
    read = {
        language: browser(app).get("/api/v1/privacy", headers={"Accept-Language": language}).json
        for language in ("da", "en")
    }
    assert read["da"]["controller"] == {"name": "Helsingør Kommune"}
    assert "dataansvarlig" in read["da"]["processor"]
    assert "controller" in read["en"]["processor"]
    for said in read.values():
        assert len(said["rows"]) > 10
        assert len({tuple(row.values()) for row in said["rows"]}) == len(said["rows"])
        assert all(row.keys() == {"what", "why", "basis", "until"} for row in said["rows"])
    assert read["da"]["rows"] != read["en"]["rows"]


def gathered(client: Browser) -> dict[str, Any]:
    answer = client.get("/api/v1/me/export")
    assert answer.mimetype == "application/zip"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="samspil-2027-03-01.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert "README.txt" in archive.namelist()
        found: dict[str, Any] = json.loads(archive.read("data.json"))["kept"]
        return found


def test_a_person_can_take_along_what_is_kept_of_them(client: Browser, karen: Person) -> None:
    client.put("/api/v1/me/profile", json={"about": "Jeg kan lide heste"})
    kept = gathered(client)
    assert [row["email"] for row in kept["people"]["rows"]] == [EMAIL]
    assert [row["about"] for row in kept["profiles"]["rows"]] == ["Jeg kan lide heste"]
    assert PASSWORD not in json.dumps(kept)
    assert karen.password_hash not in json.dumps(kept)


def test_gathering_is_limited_for_it_takes_a_while(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        made = person(session)
    client = signed_in(own_app, made)
    answers = [client.get("/api/v1/me/export") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0


def ask(client: Browser, **body: Any) -> Any:
    return client.delete("/api/v1/me", json=body)


def test_who_finds_an_open_screen_cannot_have_the_account_erased(client: Browser) -> None:
    for wrong in ({}, {"password": None}, {"password": "gættet adgangskode"}):
        answer = ask(client, **wrong)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["password"])


def test_an_account_is_erased_by_the_button_behind_a_mailed_link(
    app: Application, client: Browser, session: Session, karen: Person
) -> None:
    assert ask(client, password=PASSWORD).status_code == 202
    assert client.get("/api/v1/me").status_code == 200
    link = {"token": token(newest(app, EMAIL, "erase"))}
    looked = client.post("/api/v1/links/look", json=link)
    assert looked.json == {
        "purpose": "erase",
        "email": "k•••@demo.example",
        "name": "Karen Kvist",
        "needs": [],
    }
    assert client.get("/api/v1/me").status_code == 200

    used = client.post("/api/v1/links/use", json=link)
    assert used.json == {"purpose": "erase", "signed_in": False}
    assert client.get_cookie("samspil_access", path="/api") is None
    assert client.get("/api/v1/me").status_code == 401
    session.expire_all()
    left = session.get_one(Person, karen.id)
    assert (left.email, left.name, left.password_hash) == (None, "", None)
    assert client.post("/api/v1/links/use", json=link).status_code == 404
    again = {"email": EMAIL, "password": PASSWORD}
    assert browser(app).post("/api/v1/auth/login", json=again).status_code == 401


def test_who_has_no_password_needs_none_to_ask(app: Application, session: Session) -> None:
    made = person(session, email="uden@demo.example")
    session.commit()
    assert ask(signed_in(app, made)).status_code == 202
    assert newest(app, "uden@demo.example", "erase")


def test_a_link_sent_to_an_address_one_no_longer_has_erases_nothing(
    app: Application, client: Browser, session: Session, karen: Person
) -> None:
    ask(client, password=PASSWORD)
    link = {"token": token(newest(app, EMAIL, "erase"))}
    karen.email = "ny@demo.example"
    session.commit()
    assert client.post("/api/v1/links/use", json=link).status_code == 404
    assert client.get("/api/v1/me").status_code == 200


def test_an_account_that_nobody_confirms_is_deleted_after_a_month(
    app: Application, session: Session, karen: Person
) -> None:
    unconfirmed = person(session, verified=False, created_at=NOW)
    session.commit()
    signed_in(app, unconfirmed).put("/api/v1/me/profile", json={"about": "Hej"})
    for days, left in ((29, 2), (31, 1)):
        retire(session, NOW + timedelta(days=days))
        assert session.scalar(select(func.count(Person.id))) == left
    assert session.get_one(Person, karen.id).name == "Karen Kvist"
