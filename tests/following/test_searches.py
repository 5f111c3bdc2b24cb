"""Saved searches: keeping, changing and letting them go."""

import uuid
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factories.people import Browser, person, signed_in
from factories.places import HORNBAEK
from factories.searches import saved_search
from reading import API, get
from samspil.core import time
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.privacy import Someone, data_of, erase
from samspil.following.models import SavedSearch
from samspil.following.searches import MOST_SEARCHES
from samspil.people.models import Person

MINE = f"{API}/me/searches"
ANIMALS = {
    "name": "Dyr i Hornbæk",
    "filters": {"place": "hornbaek", "radius_m": 5000, "interest": ["dyr"], "weekday": ["tue"]},
}


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, name="Karen", email="karen@demo.example")


@pytest.fixture
def hers(app: Application, karen: Person) -> Browser:
    return signed_in(app, karen)


def kept(session: Session) -> list[SavedSearch]:
    return list(session.scalars(select(SavedSearch)))


def test_a_search_is_kept_as_it_was_asked_for(hers: Browser) -> None:
    made = hers.post(MINE, json=ANIMALS)
    assert made.status_code == 201
    assert made.headers["ETag"]
    [item] = get(hers, "/me/searches")["items"]
    assert item == made.json
    assert item["name"] == "Dyr i Hornbæk"
    assert item["filters"] == ANIMALS["filters"] | {"remote": "include"}
    assert item["place"] == {"slug": "hornbaek", "name": "Hornbæk"}
    assert item["frequency"] == "daily"


def test_a_position_is_kept_to_about_a_hundred_metres(hers: Browser, session: Session) -> None:
    lat, lon = HORNBAEK
    given = {"lat": lat + 0.000_123, "lon": lon - 0.000_123}
    assert hers.post(MINE, json={"name": "Nær mig", "filters": given}).status_code == 201
    [search] = kept(session)
    assert (search.filters["lat"], search.filters["lon"]) == (round(lat, 3), round(lon, 3))


@pytest.mark.parametrize(
    ("filters", "field"),
    [
        ({"place": "intetsted"}, "filters.place"),
        ({"lat": 56.0}, "filters.lon"),
        ({"place": "hornbaek", "lat": 56.0, "lon": 12.5}, "filters.place"),
        ({"radius_m": 1000}, "filters.radius_m"),
        ({"weekday": ["tirsdag"]}, "filters.weekday.0"),
        ({"limit": 20}, "filters.limit"),
    ],
)
def test_filters_are_those_of_the_search_for_needs(
    hers: Browser, session: Session, filters: dict[str, Any], field: str
) -> None:
    refused = hers.post(MINE, json={"name": "Forkert", "filters": filters})
    assert refused.status_code == 422
    assert list(refused.json["errors"]) == [field]
    assert kept(session) == []


def test_a_phone_that_sends_a_search_twice_keeps_one(hers: Browser, session: Session) -> None:
    sent = ANIMALS | {"id": str(uuid.uuid4())}
    assert [hers.post(MINE, json=sent).json["id"] for _ in range(2)] == [sent["id"]] * 2
    assert len(kept(session)) == 1


def test_another_s_id_is_refused(session: Session, hers: Browser) -> None:
    theirs = saved_search(session, person(session))
    session.commit()
    assert hers.post(MINE, json=ANIMALS | {"id": str(theirs.id)}).status_code == 409


def test_nobody_keeps_more_searches_than_they_can_look_after(
    hers: Browser, session: Session, karen: Person
) -> None:
    for _ in range(MOST_SEARCHES - 1):
        saved_search(session, karen)
    session.commit()
    assert hers.post(MINE, json=ANIMALS).status_code == 201
    refused = hers.post(MINE, json=ANIMALS)
    assert (refused.status_code, refused.json["rule"]) == (409, "most-searches")


def test_what_is_left_out_of_an_edit_stays(hers: Browser) -> None:
    made = hers.post(MINE, json=ANIMALS)
    address = f"{MINE}/{made.json['id']}"
    edited = hers.patch(address, json={"frequency": "weekly"}).json
    assert edited["frequency"] == "weekly"
    assert edited["filters"] == made.json["filters"]
    edited = hers.patch(address, json={"name": "Hunde", "filters": {"q": "hund"}}).json
    assert (edited["name"], edited["frequency"], edited["place"]) == ("Hunde", "weekly", None)
    assert edited["filters"] == {"q": "hund", "remote": "include"}


def test_an_edit_on_top_of_another_is_refused(hers: Browser) -> None:
    made = hers.post(MINE, json=ANIMALS)
    address, edition = f"{MINE}/{made.json['id']}", {"If-Match": made.headers["ETag"]}
    assert hers.patch(address, json={"name": "Ny"}, headers=edition).status_code == 200
    stale = hers.patch(address, json={"name": "Nyere"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412


def test_a_search_that_is_let_go_is_gone_and_can_be_kept_again(
    hers: Browser, session: Session
) -> None:
    sent = ANIMALS | {"id": str(uuid.uuid4())}
    hers.post(MINE, json=sent)
    assert hers.delete(f"{MINE}/{sent['id']}").status_code == 204
    assert hers.delete(f"{MINE}/{sent['id']}").status_code == 404
    assert hers.post(MINE, json=sent).status_code == 201
    actions = list(
        session.scalars(select(AuditEntry.action).where(AuditEntry.kind == "saved-search"))
    )
    assert sorted(actions) == ["delete", "save", "save"]


def test_searches_are_exported_and_erased_with_their_person(
    session: Session, karen: Person
) -> None:
    saved_search(session, karen, name="Hunde")
    someone = Someone(karen.id, "karen@demo.example", "Karen")
    assert [row["name"] for row in data_of(session, someone)["saved_searches"]["rows"]] == ["Hunde"]
    erase(session, someone, time.now())
    assert kept(session) == []
