"""Changing what an association says, and being found by it."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association, takes_part
from factories.needs import need
from factories.people import Browser, person, signed_in, staff
from factories.places import HORNBAEK
from reading import API, get, titles
from samspil.associations.models import Association
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.privacy import Someone, data_of, erase


@pytest.fixture
def klub(session: Session) -> Association:
    """A public association."""
    return association(session, slug="klubben", name="Klubben", interests=["sport"])


@pytest.fixture
def manager(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs it."""
    somebody = person(session, name="Mona Manager")
    takes_part(session, somebody, klub)
    return signed_in(app, somebody)


def patch(browser: Browser, slug: str = "klubben", /, **changes: Any) -> Any:
    response = browser.patch(f"{API}/associations/{slug}", json=changes)
    assert response.status_code == 200, response.text
    return response.json


def test_all_that_can_be_written_can_be_changed(manager: Browser, client: FlaskClient) -> None:
    changes = {
        "kind": "network",
        "name": "Netværket",
        "summary": "Kort",
        "purpose": "**Nyt** formål",
        "lang": "en",
        "cvr": "12345674",
        "interests": ["nature", "food"],
        "towns": ["tikoeb", "hornbaek"],
        "address": "Torvet 1",
        "position": {"lat": HORNBAEK[0], "lon": HORNBAEK[1]},
        "contact": {"email": "nyt@demo.example"},
        "website": "http://netvaerk.example/os",
        "languages": ["en"],
        "step_free": True,
    }
    desk = patch(manager, **changes)
    public = get(client, "/associations/klubben")
    for document in (desk, public):
        assert document["purpose_html"] == "<p><strong>Nyt</strong> formål</p>\n"
        assert [place["slug"] for place in document["places"]] == ["tikoeb", "hornbaek"]
        assert document["position_accuracy"] == "exact"
        assert document["contact"] == {"name": None, "email": "nyt@demo.example", "phone": None}
        plain = ("kind", "name", "summary", "lang", "cvr", "interests", "address", "website")
        for field in (*plain, "languages", "step_free"):
            assert document[field] == changes[field], field
    assert desk["purpose"] == changes["purpose"]


def test_what_is_not_sent_stays_and_null_takes_away(manager: Browser) -> None:
    patch(manager, address="Torvet 1", cvr="12345674", step_free=False)
    desk = patch(manager, summary="Andet")
    assert (desk["address"], desk["cvr"], desk["step_free"]) == ("Torvet 1", "12345674", False)
    desk = patch(manager, address=None, cvr=None, step_free=None, website=None, position=None)
    assert (desk["address"], desk["cvr"], desk["step_free"]) == (None, None, None)


def test_it_stands_at_its_towns_unless_its_own_place_is_given(manager: Browser) -> None:
    at_town = patch(manager, address="Hjemme hos formanden 7")
    assert at_town["position_accuracy"] == "town"
    own = patch(manager, position={"lat": HORNBAEK[0], "lon": HORNBAEK[1]})
    assert own["position_accuracy"] == "exact"
    stays = patch(manager, towns=["tikoeb"])
    assert stays["positions"] == own["positions"]
    back = patch(manager, position=None)
    assert back["position_accuracy"] == "town"


def test_a_new_name_is_found_and_its_needs_by_it(
    session: Session, klub: Association, manager: Browser, client: FlaskClient
) -> None:
    need(session, of=klub, title="Bag kage")
    need(session, of=association(session, name="Den Anden"), title="Hent træ")
    assert titles(client, q="klubben") == {"Bag kage"}
    patch(manager, name="Kvædeløget")
    assert titles(client, "/associations", q="kvædeløget") == {"Kvædeløget"}
    assert titles(client, q="kvædeløg") == {"Bag kage"}
    assert titles(client, q="klubben") == set()
    assert titles(client, q="kage") == {"Bag kage"}


def test_the_old_address_leads_to_the_new_one(
    session: Session, klub: Association, manager: Browser, client: FlaskClient
) -> None:
    assert patch(manager, slug="den-nye")["slug"] == "den-nye"
    moved = client.get(f"{API}/associations/klubben")
    assert moved.status_code == 308
    assert moved.headers["Location"] == f"{API}/associations/den-nye"
    assert moved.headers["Cache-Control"] == "public, max-age=30"
    desk = manager.get(f"{API}/associations/klubben/desk")
    assert desk.status_code == 308
    assert desk.headers["Location"] == f"{API}/associations/den-nye/desk"
    stranger = client.get("/foreninger/klubben")
    assert stranger.status_code == 308
    assert stranger.headers["Location"] == "/foreninger/den-nye"
    # Back again: no circle.
    patch(manager, "den-nye", slug="klubben")
    assert client.get(f"{API}/associations/klubben").status_code == 200
    assert client.get(f"{API}/associations/den-nye").status_code == 308
    # Nobody else may take what leads here.
    other = association(session, slug="en-anden")
    somebody = person(session)
    takes_part(session, somebody, other)
    taken = signed_in_as(manager, somebody).patch(
        f"{API}/associations/en-anden", json={"slug": "den-nye"}
    )
    assert taken.status_code == 422
    assert set(taken.json["errors"]) == {"slug"}
    assert klub.slug is not None


def signed_in_as(browser: Browser, who: Any) -> Browser:
    return signed_in(browser.application, who)  # type: ignore[arg-type]


def test_the_old_address_of_what_is_not_public_tells_nothing(
    app: Application, session: Session, client: FlaskClient
) -> None:
    hidden = association(session, slug="skjult", status="hidden", hidden_reason="Nej")
    somebody = person(session)
    takes_part(session, somebody, hidden)
    patch(signed_in(app, somebody), "skjult", slug="stadig-skjult")
    for path in ("skjult", "stadig-skjult"):
        assert client.get(f"{API}/associations/{path}").status_code == 404
        assert client.get(f"/foreninger/{path}").status_code == 404
        stranger = signed_in(app, person(session)).get(f"{API}/associations/{path}/desk")
        assert stranger.status_code == 404


def test_each_saving_is_remembered(app: Application, session: Session, manager: Browser) -> None:
    patch(manager, name="Den nye", towns=["hornbaek"], contact={"phone": "49 28 00 00"})
    patch(manager, name="Den nye")
    worker = signed_in(app, staff(session, "associations", name="Karl"))
    worker.post(f"{API}/staff/associations/klubben/hide", json={"reason": "Spam"})
    first, second = manager.get(f"{API}/associations/klubben/history").json["items"]
    if "status" in second["fields"]:  # both happened at the moment when the clock stands still
        first, second = second, first
    assert first["by"] == {"name": "Karl"}
    assert first["fields"] == {
        "status": ["public", "hidden"],
        "hidden_reason": [None, "Spam"],
    }
    assert second["by"] == {"name": "Mona Manager"}
    assert second["fields"]["name"] == ["Klubben", "Den nye"]
    assert second["fields"]["towns"] == [["helsingoer"], ["hornbaek"]]
    assert set(second["fields"]) == {"name", "towns", "contact"}
    edits = session.scalars(select(AuditEntry).where(AuditEntry.action == "edit")).all()
    assert [edit.facts for edit in edits] == [{"fields": ["contact", "name", "towns"]}]


def test_the_history_comes_in_pages(manager: Browser) -> None:
    for number in range(5):
        patch(manager, summary=f"Nummer {number}")
    path, seen = f"{API}/associations/klubben/history?limit=2", []
    cursor = ""
    while True:
        page = manager.get(path + cursor).json
        seen += [item["fields"]["summary"][1] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert sorted(seen) == [f"Nummer {number}" for number in range(5)]
    assert len(seen) == 5


def test_members_read_the_desk_but_do_not_write(
    app: Application, session: Session, klub: Association
) -> None:
    somebody = person(session)
    takes_part(session, somebody, klub, "member")
    member = signed_in(app, somebody)
    desk = member.get(f"{API}/associations/klubben/desk").json
    assert desk["role"] == "member"
    assert not desk["may"]["edit"]
    assert desk["may"]["leave"]
    assert "invitations" not in desk
    assert all("email" not in listed for listed in desk["members"])
    refused = member.patch(f"{API}/associations/klubben", json={"name": "Mit"})
    assert refused.status_code == 403
    assert member.get(f"{API}/associations/klubben/history").status_code == 403


def test_staff_in_charge_may_write(app: Application, session: Session, klub: Association) -> None:
    worker = signed_in(app, staff(session, "associations"))
    assert patch(worker, klub.slug, summary="Rettet")["summary"] == "Rettet"


def test_who_edits_what_has_changed_meanwhile_is_told(
    own_app: Application,
) -> None:
    with own_app.database.writing.begin() as session:
        kept = association(session, slug="klubben")
        somebody = person(session)
        takes_part(session, somebody, kept)
    browser = signed_in(own_app, somebody)
    path = f"{API}/associations/klubben"
    first = browser.get(f"{path}/desk")
    tag = first.headers["ETag"]
    saved = browser.patch(path, json={"summary": "Mit"}, headers={"If-Match": tag})
    assert saved.status_code == 200
    stale = browser.patch(path, json={"summary": "Dit"}, headers={"If-Match": tag})
    assert stale.status_code == 412
    assert stale.json["type"] == "/problems/stale"
    again = browser.patch(
        path, json={"summary": "Dit"}, headers={"If-Match": saved.headers["ETag"]}
    )
    assert again.status_code == 200
    assert browser.patch(path, json={"summary": "Uden"}).status_code == 200


def test_the_history_tells_of_members_pictures_invitations_and_the_declaration(
    session: Session, klub: Association, manager: Browser
) -> None:
    ny = person(session, name="Ny", email="ny@demo.example")
    takes_part(session, ny, klub, "member")
    path = f"{API}/associations/klubben"
    manager.post(f"{path}/declaration", json={"year": NOW.year})
    manager.post(f"{path}/invitations", json={"email": "en@demo.example", "role": "member"})
    manager.patch(f"{path}/members/{ny.id}", json={"role": "manager"})
    manager.delete(f"{path}/members/{ny.id}")
    items = manager.get(f"{path}/history").json["items"]
    told = {one["action"]: (one["person"], one["facts"]) for one in items}
    assert told == {
        "remove-member": ("Ny", {"role": "manager"}),
        "change-role": ("Ny", {"role": "manager"}),
        "invite": (None, {"role": "member"}),
        "declare": (None, {"year": NOW.year}),
    }
    assert all(one["fields"] == {} and one["by"] for one in items)
    assert "en@demo.example" not in str(items)
    mine = Someone(ny.id, "ny@demo.example", "Ny")
    assert {row["action"] for row in data_of(session, mine)["audit_log"]["rows"]} >= {
        "change-role",
        "remove-member",
    }
    erase(session, mine, NOW)
    session.expire_all()
    assert "Ny" not in str(manager.get(f"{path}/history").json["items"])
