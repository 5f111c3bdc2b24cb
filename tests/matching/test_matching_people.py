"""Matches of people with accounts: their own, those a need may ask, and what staff are shown."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.needs import need
from factories.people import person, signed_in, staff
from factories.places import HELSINGOER, HORNBAEK, TIKOEB
from factories.volunteers import agreed, may_be_asked, told
from reading import get
from samspil.core.http import Application
from samspil.matching.matches import SAMPLES, volunteers_for
from samspil.matching.rules import WEIGHTS


def test_my_matches_are_those_of_my_profile(app: Application, session: Session) -> None:
    who = person(session)
    told(
        session,
        who,
        HORNBAEK,
        interests=["animals"],
        availability=["tue-evening"],
        skills=["fodbold"],
        languages=["da"],
        max_distance_m=20_000,
        birth_year=1980,
    )
    need(session, title="Kat i pleje", interests=["animals"], towns=["tikoeb"])
    need(session, title="Fodboldtræner", interests=["sport"], towns=["helsingoer"])
    session.commit()
    mine = get(signed_in(app, who), "/me/matches")
    sent = {
        "lat": HORNBAEK[0],
        "lon": HORNBAEK[1],
        "interests": ["animals"],
        "availability": ["tue-evening"],
        "skills": ["fodbold"],
        "languages": ["da"],
        "max_distance_m": 20_000,
        "birth_year": 1980,
    }
    assert app.test_client().post("/api/v1/matches", json=sent).json == mine
    assert [item["title"] for item in mine["items"]] == ["Kat i pleje", "Fodboldtræner"]


def test_who_has_told_nothing_is_shown_needs_all_the_same(
    app: Application, session: Session
) -> None:
    who = person(session)
    need(session)
    session.commit()
    response = signed_in(app, who).get("/api/v1/me/matches?limit=5")
    assert len(response.json["items"]) == 1
    assert response.headers["Cache-Control"] == "private, no-store"


def test_only_who_is_signed_in_has_matches_of_their_own(client: FlaskClient) -> None:
    assert client.get("/api/v1/me/matches").status_code == 401


def test_the_best_fit_is_asked_first(session: Session, now: datetime) -> None:
    made = need(session, interests=["animals"], positions=[HELSINGOER])
    likes_it_but_lives_further = may_be_asked(session, (56.02, 12.58), interests=["animals"])
    lives_here = may_be_asked(session, interests=["board"])
    told_little = may_be_asked(session)
    found = volunteers_for(session, made.id, now)
    assert [fit.person_id for fit in found] == [
        likes_it_but_lives_further.id,
        *sorted([lives_here.id, told_little.id]),
    ]
    assert all(0 <= fit.score <= 1 for fit in found)
    kinds = {reason["kind"] for reason in found[0].reasons}
    assert {"distance", "interest"} <= kinds


@pytest.mark.parametrize(
    ("values", "need_values"),
    [
        ({"home": TIKOEB, "max_distance_m": 5000}, {}),
        ({"home": None}, {}),
        ({"birth_year": 2012}, {"minimum_age": 18}),
        ({"languages": ["en"]}, {"languages": ["da"]}),
        ({"person_values": {"verified": False}}, {}),
        ({"person_values": {"guardian_email": "mor@post.example"}}, {}),
    ],
)
def test_whom_a_gate_shuts_out_is_never_asked(
    session: Session, now: datetime, values: dict[str, Any], need_values: dict[str, Any]
) -> None:
    made = need(session, positions=[HELSINGOER], **need_values)
    may_be_asked(session, **values)
    assert volunteers_for(session, made.id, now) == []


def test_only_a_standing_yes_to_just_this_counts(session: Session, now: datetime) -> None:
    made = need(session, positions=[HELSINGOER])
    silent, other_yes, taken_back = (person(session) for _ in range(3))
    for who in (silent, other_yes, taken_back):
        told(session, who, HELSINGOER)
    session.add(agreed(other_yes, "news_by_mail"))
    session.add(agreed(taken_back, withdrawn_at=now - timedelta(days=1)))
    session.flush()
    assert volunteers_for(session, made.id, now) == []
    again = person(session)
    told(session, again, HELSINGOER)
    session.add_all([agreed(again, withdrawn_at=now - timedelta(days=1)), agreed(again)])
    session.flush()
    assert [fit.person_id for fit in volunteers_for(session, made.id, now)] == [again.id]


def test_a_need_from_home_asks_wherever_people_live(session: Session, now: datetime) -> None:
    made = need(session, remote=True)
    asked = {may_be_asked(session, home).id for home in (HELSINGOER, None)}
    assert {fit.person_id for fit in volunteers_for(session, made.id, now)} == asked


def test_a_need_that_is_not_open_asks_nobody(session: Session, now: datetime) -> None:
    made = need(session, status="closed")
    may_be_asked(session)
    assert volunteers_for(session, made.id, now) == []


def test_who_may_be_asked_comes_without_contact_data(session: Session, now: datetime) -> None:
    made = need(session, positions=[HELSINGOER])
    who = may_be_asked(
        session, person_values={"name": "Hemmelig", "email": "hemmelig@post.example"}
    )
    [fit] = volunteers_for(session, made.id, now)
    assert fit.person_id == who.id
    assert "emmelig" not in repr(fit)


def test_staff_see_every_weight_and_what_it_does(app: Application, session: Session) -> None:
    for interest in ("sport", "culture", "care", "food", "board", "nature"):
        for place in ("helsingoer", "hornbaek", "espergaerde"):
            need(session, interests=[interest], towns=[place])
            need(session, interests=["animals"], towns=[place])
    session.commit()
    browser = signed_in(app, staff(session, "volunteering"))
    document = get(browser, "/staff/matching")
    assert {item["kind"]: item["weight"] for item in document["items"]} == dict(WEIGHTS)
    assert len(SAMPLES) < document["lists"] <= 4 * len(SAMPLES)
    assert all(item["label"] for item in document["items"])
    assert sum(item["share"] for item in document["items"]) == pytest.approx(1, abs=0.01)
    moves = {item["kind"]: item["changed"] for item in document["items"]}
    assert moves["interest"] > 0
    assert all(0 <= changed <= 10 for changed in moves.values())


def test_the_weights_are_for_staff_and_there_also_without_needs(
    app: Application, session: Session
) -> None:
    anyone, employee = person(session), staff(session, "premises")
    session.commit()
    assert app.test_client().get("/api/v1/staff/matching").status_code == 401
    assert signed_in(app, anyone).get("/api/v1/staff/matching").status_code == 403
    document = get(signed_in(app, employee), "/staff/matching")
    assert document["lists"] == 0
    assert len(document["items"]) == len(WEIGHTS)
