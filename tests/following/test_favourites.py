"""Favourites: what somebody likes, and what becomes of it when it goes."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need
from factories.people import Browser, person, signed_in, staff
from reading import API, get
from samspil.core import time
from samspil.core.http import Application
from samspil.core.privacy import Someone, erase
from samspil.following import favourites
from samspil.following.models import Favourite
from samspil.people.models import Person

MINE = f"{API}/me/favourites"


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, email="karen@demo.example")


@pytest.fixture
def hers(app: Application, karen: Person) -> Browser:
    return signed_in(app, karen)


def listed(browser: Browser) -> list[tuple[str, Any]]:
    items = get(browser, "/me/favourites")["items"]
    return [
        (item["kind"], item["need"]["title"] if item["need"] else item["association"]["slug"])
        for item in items
    ]


def test_what_one_likes_is_listed_once_until_one_does_no_more(
    hers: Browser, session: Session
) -> None:
    klub, dogs = association(session, slug="klubben"), need(session, title="Hunde")
    session.commit()
    for path in (f"{MINE}/need/{dogs.id}", f"{MINE}/association/{klub.slug}"):
        assert [hers.put(path).status_code for _ in range(2)] == [204, 204]
    assert sorted(listed(hers)) == [("association", "klubben"), ("need", "Hunde")]
    assert hers.delete(f"{MINE}/need/{dogs.id}").status_code == 204
    assert hers.delete(f"{MINE}/need/{dogs.id}").status_code == 404
    assert hers.delete(f"{MINE}/association/{klub.slug}").status_code == 204
    assert listed(hers) == []


def test_what_is_over_says_so_and_what_is_not_public_is_left_out(
    hers: Browser, session: Session
) -> None:
    klub = association(session)
    over, paused, hidden = (need(session, of=klub, title=t) for t in ("Forbi", "Pause", "Væk"))
    session.commit()
    for one in (over, paused, hidden):
        hers.put(f"{MINE}/need/{one.id}")
    hers.put(f"{MINE}/association/{klub.slug}")
    over.open_until = time.now() - timedelta(days=1)
    paused.status, hidden.shown = "paused", False
    klub.status, klub.hidden_reason = "hidden", "Reklame"
    session.commit()
    items = get(hers, "/me/favourites")["items"]
    assert {item["need"]["title"]: item["need"]["status"] for item in items} == {
        "Forbi": "closed",
        "Pause": "paused",
    }


def test_who_liked_an_association_that_stands_twice_likes_the_one_that_stays(
    app: Application, hers: Browser, session: Session, karen: Person
) -> None:
    source, target = association(session), association(session, slug="den-ene")
    both, boss = person(session), staff(session)
    session.add_all(
        Favourite(person_id=who.id, association_id=one.id, created_at=time.now())
        for who, one in ((karen, source), (both, source), (both, target))
    )
    session.commit()
    merged = signed_in(app, boss).post(
        f"{API}/staff/associations/{source.slug}/merge", json={"into": target.slug}
    )
    assert merged.status_code == 200
    assert listed(hers) == [("association", "den-ene")]
    assert session.scalars(select(func.count()).select_from(Favourite)).one() == 2


def test_nobody_likes_more_than_a_list_can_show(
    hers: Browser, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(favourites, "MOST", 1)
    first, second = need(session), need(session)
    session.commit()
    assert hers.put(f"{MINE}/need/{first.id}").status_code == 204
    refused = hers.put(f"{MINE}/need/{second.id}")
    assert (refused.status_code, refused.json["rule"]) == (409, "most-favourites")
    assert hers.put(f"{MINE}/need/{first.id}").status_code == 204
    assert len(listed(hers)) == 1


def test_favourites_are_erased_with_their_person(
    hers: Browser, session: Session, karen: Person
) -> None:
    dogs = need(session)
    session.commit()
    hers.put(f"{MINE}/need/{dogs.id}")
    erase(session, Someone(karen.id, "karen@demo.example", "Karen"), time.now())
    assert session.scalars(select(Favourite)).all() == []
