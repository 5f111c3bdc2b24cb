"""Reports and who decides on them; who works with what."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from inbox import mails, token
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories.associations import association
from factories.people import administrator, browser, person, signed_in, staff
from factories.premises import premises
from samspil.cli import main
from samspil.core.auth import Actor
from samspil.core.http import Application
from samspil.moderation import services
from samspil.moderation.services import ModeratedKind, Report, Summary
from samspil.people import staffing
from samspil.people.models import Person
from samspil.premises.models import Premises

REASON = {"reason": "Det er ikke et rigtigt hus"}


def _find(session: Session, which: str) -> uuid.UUID | None:
    return session.scalar(select(Premises.id).where(Premises.slug == which))


def _describe(session: Session, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Summary]:
    found = session.scalars(select(Premises).where(Premises.id.in_(ids)))
    return {one.id: Summary(one.name, f"/lokaler/{one.slug}") for one in found}


def _hide(
    session: Session, _actor: Actor, object_id: uuid.UUID, reason: str, _now: datetime
) -> None:
    session.get_one(Premises, object_id).summary = f"Skjult: {reason}"


def _show(session: Session, _actor: Actor, object_id: uuid.UUID, _now: datetime) -> None:
    session.get_one(Premises, object_id).summary = ""


@pytest.fixture(autouse=True)
def _a_kind() -> Iterator[None]:
    """Houses can be reported, as a domain's own kinds can."""
    ModeratedKind("house", "premises", _find, _describe, _hide, _show).install()
    yield
    services.forget("house")


@pytest.fixture
def house(session: Session) -> Premises:
    made = premises(session, slug="huset", name="Huset")
    session.commit()
    return made


def report(client: FlaskClient, **changed: Any) -> int:
    body = {"kind": "house", "slug": "huset"} | REASON | changed
    return client.post("/api/v1/reports", json=body).status_code


@pytest.mark.usefixtures("house")
def test_anybody_reports_and_staff_of_the_area_see_it(app: Application, session: Session) -> None:
    karen = person(session, name="Karen")
    mine, others = staff(session, "premises"), staff(session, "volunteering")
    session.commit()
    assert report(browser(app)) == 202
    assert report(signed_in(app, karen)) == 202
    listed = signed_in(app, mine).get("/api/v1/staff/reports").json
    assert listed["next_cursor"] is None
    assert [(one["object"], one["reporter"]) for one in listed["items"]] == [
        ({"title": "Huset", "url": "/lokaler/huset", "text": None}, None),
        ({"title": "Huset", "url": "/lokaler/huset", "text": None}, {"name": "Karen"}),
    ]
    assert signed_in(app, others).get("/api/v1/staff/reports").json["items"] == []
    first = signed_in(app, mine).get("/api/v1/staff/reports?limit=1").json
    rest = signed_in(app, mine).get(
        "/api/v1/staff/reports", query_string={"limit": 1, "cursor": first["next_cursor"]}
    )
    assert [*first["items"], *rest.json["items"]] == listed["items"]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"slug": "et-andet"}, 404),
        ({"kind": "person"}, 422),
        ({"reason": "  "}, 422),
        ({"id": str(uuid.uuid4())}, 422),
        ({"status": "upheld"}, 422),
    ],
)
def test_a_report_is_of_something_public_with_a_reason(
    app: Application, changed: dict[str, Any], status: int
) -> None:
    assert report(browser(app), **changed) == status


def test_upholding_hides_and_decides_all_reports_of_the_same(
    app: Application, session: Session, house: Premises
) -> None:
    mine, others = staff(session, "premises"), staff(session, "associations")
    session.commit()
    for _ in range(2):
        report(browser(app))
    first, second = session.scalars(select(Report.id).order_by(Report.id))
    uphold = f"/api/v1/staff/reports/{first}/uphold"
    decision = {"decision": "Huset findes ikke"}
    assert signed_in(app, others).post(uphold, json=decision).status_code == 403
    assert signed_in(app, mine).post(uphold, json={"decision": ""}).status_code == 422
    done = signed_in(app, mine).post(uphold, json=decision)
    assert (done.status_code, done.json["status"]) == (200, "upheld")
    session.refresh(house)
    assert house.summary == "Skjult: Huset findes ikke"
    again = f"/api/v1/staff/reports/{second}/dismiss"
    assert signed_in(app, mine).post(again, json=decision).status_code == 409
    missing = f"/api/v1/staff/reports/{uuid.uuid4()}/dismiss"
    assert signed_in(app, mine).post(missing, json=decision).status_code == 404


def test_dismissing_lets_it_stand(app: Application, session: Session, house: Premises) -> None:
    mine = staff(session, "premises")
    session.commit()
    report(browser(app))
    one = session.scalars(select(Report)).one()
    path = f"/api/v1/staff/reports/{one.id}/dismiss"
    done = signed_in(app, mine).post(path, json={"decision": "Huset findes"})
    assert done.json["status"] == "dismissed"
    session.refresh(house)
    assert house.summary == "Kort om huset"
    closed = signed_in(app, mine).get("/api/v1/staff/reports?status=dismissed").json
    assert closed["items"] == [done.json]


# Who works with what


def test_an_administrator_finds_people_and_puts_them_in_charge(
    app: Application, session: Session
) -> None:
    boss = administrator(session, name="Chefen")
    clerk = person(session, name="Åse 100%", email="aase@demo.example")
    person(session, name="Bo", email="bo@demo.example")
    session.commit()
    client, hers = signed_in(app, boss), signed_in(app, clerk)
    for q in ("åse", "AASE@", "100%"):
        found = client.get("/api/v1/staff/people", query_string={"q": q}).json["items"]
        assert [one["name"] for one in found] == ["Åse 100%"], q
    assert client.get("/api/v1/staff/people?q=aa").status_code == 422
    assert client.get("/api/v1/staff/people", query_string={"q": "%%%"}).json["items"] == []
    path = f"/api/v1/staff/people/{clerk.id}/areas"
    assert hers.put(path, json={"areas": ["premises"]}).status_code == 403
    assert hers.get("/api/v1/staff/reports").status_code == 403
    done = client.put(path, json={"areas": ["volunteering", "premises"]})
    assert done.json["areas"] == ["premises", "volunteering"]
    assert hers.get("/api/v1/me").status_code == 401  # she signs in anew to use it
    hers = signed_in(app, clerk)
    assert hers.get("/api/v1/staff/reports").status_code == 200
    assert client.put(path, json={"areas": ["premises", "volunteering"]}).status_code == 200
    assert hers.get("/api/v1/me").status_code == 200  # nothing has changed
    assert client.put(path, json={"areas": []}).json["areas"] == []
    assert hers.get("/api/v1/staff/reports").status_code == 401
    assert signed_in(app, clerk).get("/api/v1/staff/reports").status_code == 403
    assert client.put(path, json={"areas": ["everything"]}).status_code == 422
    missing = f"/api/v1/staff/people/{uuid.uuid4()}/areas"
    assert client.put(missing, json={"areas": []}).status_code == 404


def test_people_are_listed_page_by_page(app: Application, session: Session) -> None:
    boss = administrator(session)
    for name in ("Anne", "Anna", "Hanna"):
        person(session, name=f"{name} Testesen")
    session.commit()
    client, names, cursor = signed_in(app, boss), [], None
    while True:
        search = {"q": "testesen", "limit": 1} | ({"cursor": cursor} if cursor else {})
        page = client.get("/api/v1/staff/people", query_string=search).json
        names += [one["name"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert names == ["Anna Testesen", "Anne Testesen", "Hanna Testesen"]


def test_a_name_that_is_typed_comes_before_what_only_holds_it(
    app: Application, session: Session
) -> None:
    """The name itself, then its beginning, a word's beginning, inside; the address last."""
    boss, worker = administrator(session, name="Chefen"), staff(session, name="Vagten")
    person(session, name="Aage", email="kira@demo.example")
    for name in ("Akirana", "Zoe Kira", "Kira Zoe", "Kira"):
        person(session, name=name)
        association(session, name=name)
    association(session, name="Aage", summary="Kiras venner")
    session.commit()
    by_fit = ["Kira", "Kira Zoe", "Zoe Kira", "Akirana", "Aage"]
    for client, path in (
        (signed_in(app, boss), "/api/v1/staff/people"),
        (signed_in(app, worker), "/api/v1/staff/associations"),
    ):
        names: list[str] = []
        cursor: dict[str, str] = {}
        while True:
            page = client.get(path, query_string={"q": "kira", "limit": 2} | cursor).json
            names += [one["name"] for one in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = {"cursor": page["next_cursor"]}
        assert names == by_fit, path


def test_nobody_is_put_in_charge_who_has_not_proved_the_address(
    app: Application, session: Session
) -> None:
    boss, stranger = administrator(session), person(session, verified=False)
    session.commit()
    path = f"/api/v1/staff/people/{stranger.id}/areas"
    refused = signed_in(app, boss).put(path, json={"areas": ["premises"]})
    assert (refused.status_code, refused.json["rule"]) == (409, "address-not-proved")


def test_the_first_administrator_is_invited(
    app: Application, session: Session, now: datetime
) -> None:
    assert not staffing.appoint(session, "chef@demo.example", "Chefen", now)
    session.commit()
    client = browser(app)
    [mail] = mails(app, "chef@demo.example")
    secret = token(mail)
    looked = client.post("/api/v1/links/look", json={"token": secret}).json
    assert (looked["purpose"], looked["needs"]) == ("administrator", ["name", "password"])
    missing = client.post("/api/v1/links/use", json={"token": secret})
    assert set(missing.json["errors"]) == {"name", "password"}
    chosen = {"token": secret, "name": "Chefen", "password": "en hest der spiser æbler"}
    assert client.post("/api/v1/links/use", json=chosen).json["signed_in"] is True
    assert client.get("/api/v1/staff/people?q=chef").status_code == 200


def test_an_appointment_is_taken_back_before_it_is_accepted(
    app: Application, session: Session, now: datetime
) -> None:
    staffing.appoint(session, "chef@demo.example", None, now)
    session.commit()
    [mail] = mails(app, "chef@demo.example")
    staffing.revoke_administrator(session, "chef@demo.example", now)
    session.commit()
    chosen = {"token": token(mail), "name": "Chefen", "password": "en hest der spiser æbler"}
    assert browser(app).post("/api/v1/links/use", json=chosen).status_code == 404


def test_the_command_line_makes_administrators_and_staff(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        person(session, email="bo@demo.example")
    environment = {"SAMSPIL_DATABASE_URL": own_app.settings.database_url}

    def run(*arguments: str) -> str:
        return CliRunner().invoke(main, arguments, env=environment).output

    assert run("administrator", "BO@demo.example") == "bo@demo.example: administrator\n"
    assert run("areas", "bo@demo.example", "premises").endswith(": in charge of premises\n")
    with own_app.database.writing() as session:
        bo = session.scalars(select(Person)).one()
        assert (bo.administrator, bo.areas) == (True, ["premises"])
    assert "no longer" in run("administrator", "bo@demo.example", "--revoke")
    assert "invited by mail" in run("administrator", "ny@demo.example", "--name", "Ny")
    assert "nobody has that address" in run("areas", "ingen@demo.example")
    assert "no mail address" in run("administrator", "bo")


def test_the_command_line_signs_somebody_out(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        bo, other = person(session, email="bo@demo.example"), person(session)
    theirs, others = signed_in(own_app, bo), signed_in(own_app, other)
    environment = {"SAMSPIL_DATABASE_URL": own_app.settings.database_url}

    def run(email: str) -> str:
        return CliRunner().invoke(main, ("sign-out", email), env=environment).output

    assert run("BO@demo.example") == "bo@demo.example: signed out everywhere\n"
    assert theirs.get("/api/v1/me").status_code == 401
    assert theirs.post("/api/v1/auth/refresh").status_code == 401
    assert others.get("/api/v1/me").status_code == 200
    assert "nobody has that address" in run("ingen@demo.example")


# What can be taken back, and who may do what


@pytest.mark.usefixtures("house")
def test_a_closed_report_says_who_decided_what_and_is_reopened(
    app: Application, session: Session, house: Premises
) -> None:
    mine, others = staff(session, "premises", name="Mette"), staff(session, "associations")
    session.commit()
    for _ in range(2):
        report(browser(app))
    first, second = session.scalars(select(Report.id).order_by(Report.id))
    client, path = signed_in(app, mine), f"/api/v1/staff/reports/{first}"
    client.post(f"{path}/uphold", json={"decision": "Huset findes ikke"})
    [closed, _] = client.get("/api/v1/staff/reports?status=upheld").json["items"]
    assert (closed["decision"], closed["decided_by"]) == ("Huset findes ikke", "Mette")
    assert closed["decided_at"] is not None
    assert signed_in(app, others).post(f"{path}/reopen").status_code == 403
    opened = client.post(f"{path}/reopen")
    assert (opened.status_code, opened.json["status"]) == (200, "open")
    assert (opened.json["decided_by"], opened.json["decided_at"]) == (None, None)
    session.refresh(house)
    assert house.summary == ""  # it is seen again
    found = client.get("/api/v1/staff/reports").json["items"]
    assert {one["id"] for one in found} == {str(first), str(second)}
    assert client.post(f"{path}/reopen").json["status"] == "open"  # a retry changes nothing
    client.post(f"{path}/dismiss", json={"decision": "Huset findes"})
    assert client.post(f"{path}/reopen").json["status"] == "open"
    assert len(client.get("/api/v1/staff/reports").json["items"]) == 2


def test_who_gains_a_power_is_told_and_so_are_the_other_administrators(
    app: Application, session: Session
) -> None:
    boss = administrator(session, name="Chefen", email="chef@demo.example")
    administrator(session, name="Den anden", email="anden@demo.example")
    clerk = person(session, name="Åse", email="aase@demo.example")
    session.commit()
    client, path = signed_in(app, boss), f"/api/v1/staff/people/{clerk.id}/areas"
    client.put(path, json={"areas": ["premises", "associations"]})
    [told] = mails(app, "aase@demo.example")
    assert told.said == {"name": "Åse", "by": "Chefen", "powers": "foreninger, lokaler"}
    [heard] = mails(app, "anden@demo.example")
    assert heard.said == told.said | {"email": "aase@demo.example"}
    assert mails(app, "chef@demo.example") == []
    client.put(path, json={"areas": ["premises"]})  # less is nothing to be warned of
    assert len(mails(app, "anden@demo.example")) == 1


def test_staff_see_who_has_which_powers_since_when_and_by_whom(
    app: Application, session: Session, now: datetime
) -> None:
    boss = administrator(session, name="Chefen")
    clerk = person(session, name="Åse", email="aase@demo.example")
    person(session, name="Ingen")
    session.commit()
    client, path = signed_in(app, boss), f"/api/v1/staff/people/{clerk.id}/areas"
    for areas in (["premises"], ["premises", "volunteering"], ["volunteering"]):
        client.put(path, json={"areas": areas})
    staffing.appoint(session, "aase@demo.example", None, now)
    session.commit()
    seen = signed_in(app, clerk).get("/api/v1/staff/powers").json["items"]
    assert [one["name"] for one in seen] == ["Chefen", "Åse"]
    # Nobody noted how the first one came by it.
    assert seen[0]["powers"] == [{"power": "administrator", "since": None, "by": None}]
    first, second = seen[1]["powers"]
    assert (first["power"], first["by"]) == ("volunteering", "Chefen")
    assert first["since"] is not None
    assert (second["power"], second["by"]) == ("administrator", None)
    assert signed_in(app, person(session)).get("/api/v1/staff/powers").status_code == 403
