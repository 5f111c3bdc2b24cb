"""Volunteers who are asked: nameless, by mail, once about a need, and never too often."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from at_once import at_once
from factories.associations import association, takes_part
from factories.needs import need
from factories.people import Browser, person, signed_in
from factories.places import HELSINGOER
from factories.signups import signup
from factories.volunteers import may_be_asked
from reading import API
from samspil.associations.models import Association
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.privacy import Someone, data_of, erase, retire
from samspil.matching import asking
from samspil.matching.asking import Question
from samspil.needs.models import Need
from samspil.people.models import OptionalConsent, Person

A_KILOMETRE_AWAY = (56.045, 12.61)


@pytest.fixture
def alfa(session: Session) -> Association:
    return association(session, name="Dyrevennerne")


@pytest.fixture
def manager(app: Application, session: Session, alfa: Association) -> Browser:
    who = person(session)
    takes_part(session, who, alfa)
    return signed_in(app, who)


def animals(session: Session, of: Association, **values: Any) -> Need:
    return need(
        session, of=of, title="Luft hunde", interests=["animals"], positions=[HELSINGOER], **values
    )


def listed(manager: Browser, wanted: Need) -> list[dict[str, Any]]:
    response = manager.get(f"{API}/needs/{wanted.id}/volunteers")
    assert response.status_code == 200
    items: list[dict[str, Any]] = response.json["items"]
    return items


def ask(manager: Browser, wanted: Need, ids: Sequence[str], message: str = "Har du tid?") -> Any:
    body = {"volunteers": list(ids), "message": message}
    return manager.post(f"{API}/needs/{wanted.id}/ask", json=body)


def mails(session: Session) -> list[Mail]:
    return list(session.scalars(select(Mail).order_by(Mail.to_address)))


def says_yes(session: Session, who: Person) -> bool:
    standing = select(OptionalConsent.id).where(
        OptionalConsent.person_id == who.id, OptionalConsent.withdrawn_at.is_(None)
    )
    return session.scalars(standing).first() is not None


def test_who_may_be_asked_is_told_by_nothing(
    session: Session, alfa: Association, manager: Browser
) -> None:
    wanted, other = animals(session, alfa), animals(session, alfa)
    who = may_be_asked(
        session,
        A_KILOMETRE_AWAY,
        person_values={"name": "Karen Hemmelig"},
        interests=["animals"],
        skills=["hunde, jeg har selv passet Kongens"],
    )
    session.commit()
    [item] = listed(manager, wanted)
    assert item["asked_at"] is None
    why = {reason["kind"]: reason for reason in item["reasons"]}
    assert why["interest"]["label"] == "Dyr"
    assert why["distance"]["metres"] % 1000 == 0
    assert why.get("skill", {"kind": "skill"}) == {"kind": "skill"}
    told = str(item)
    assert not any(said in told for said in (str(who.id), "Karen", "Kongens"))
    assert listed(manager, other)[0]["id"] != item["id"]


def test_who_is_asked_gets_a_mail_and_stays_unknown(
    session: Session, alfa: Association, manager: Browser
) -> None:
    wanted = animals(session, alfa)
    who = may_be_asked(session, interests=["animals"])
    session.commit()
    [item] = listed(manager, wanted)
    answer = ask(manager, wanted, [item["id"]], "Vi mangler dig på torsdag.")
    assert answer.json == {"asked": 1, "left_out": 0}
    [mail] = mails(session)
    assert (mail.to_address, mail.person_id) == (who.email, who.id)
    assert (mail.kind, mail.link) == ("volunteering.asked", f"/opgaver/{wanted.id}")
    assert mail.said == {
        "association": "Dyrevennerne",
        "title": "Luft hunde",
        "message": "Vi mangler dig på torsdag.",
    }
    assert listed(manager, wanted)[0]["asked_at"] is not None
    entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "ask")).one()
    assert entry.facts == {"count": 1}


def test_nobody_is_asked_twice_about_a_need(
    session: Session, alfa: Association, manager: Browser
) -> None:
    wanted = animals(session, alfa)
    may_be_asked(session)
    session.commit()
    [item] = listed(manager, wanted)
    ask(manager, wanted, [item["id"]])
    again = ask(manager, wanted, [item["id"], str(uuid.uuid4())])
    assert again.json == {"asked": 0, "left_out": 2}
    assert len(mails(session)) == 1


def test_nobody_is_asked_more_than_a_few_times_a_week(
    session: Session, alfa: Association, manager: Browser, now: datetime
) -> None:
    who = may_be_asked(session)
    needs = [animals(session, alfa) for _ in range(asking.MOST_A_WEEK + 1)]
    session.commit()
    for wanted in needs[:-1]:
        assert ask(manager, wanted, [listed(manager, wanted)[0]["id"]]).json["asked"] == 1
    assert listed(manager, needs[-1]) == []
    assert listed(manager, needs[0]) != []  # those one has asked stay to be seen
    for asked in session.scalars(select(Question).where(Question.person_id == who.id)):
        asked.asked_at = now - asking.A_WEEK - timedelta(hours=1)
    session.commit()
    assert len(listed(manager, needs[-1])) == 1


def test_who_has_signed_up_needs_no_question(
    session: Session, alfa: Association, manager: Browser
) -> None:
    wanted = animals(session, alfa)
    signup(session, may_be_asked(session), wanted)
    session.commit()
    assert listed(manager, wanted) == []


def test_a_need_that_nobody_can_find_asks_nobody(
    session: Session, alfa: Association, manager: Browser
) -> None:
    wanted = animals(session, alfa, status="paused")
    may_be_asked(session)
    session.commit()
    assert listed(manager, wanted) == []
    assert ask(manager, wanted, [str(uuid.uuid4())]).status_code == 409


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"volunteers": [], "message": "Hej"}, "volunteers"),
        ({"volunteers": ["her"], "message": "Hej"}, "volunteers"),
        ({"volunteers": [str(uuid.uuid4())] * 21, "message": "Hej"}, "volunteers"),
        ({"volunteers": [str(uuid.uuid4())], "message": " "}, "message"),
        ({"volunteers": [str(uuid.uuid4())], "message": "To\nlinjer"}, "message"),
    ],
)
def test_what_is_wrong_is_named(
    session: Session, alfa: Association, manager: Browser, body: dict[str, Any], field: str
) -> None:
    wanted = animals(session, alfa)
    session.commit()
    response = manager.post(f"{API}/needs/{wanted.id}/ask", json=body)
    assert response.status_code == 422
    assert [name.split(".")[0] for name in response.json["errors"]] == [field]


def test_the_mails_link_ends_being_asked_at_all(
    app: Application, session: Session, alfa: Association, manager: Browser
) -> None:
    wanted, next_one = animals(session, alfa), animals(session, alfa)
    who = may_be_asked(session)
    session.commit()
    ask(manager, wanted, [listed(manager, wanted)[0]["id"]])
    path = mails(session)[0].unsubscribe
    assert path is not None
    assert app.test_client().get(path).status_code == 303
    assert says_yes(session, who)
    for link in ("/api/v1/unsubscribe/gaettet", path, path):
        sent = app.test_client().post(link, data={"List-Unsubscribe": "One-Click"})
        assert sent.json == {}
    assert not says_yes(session, who)
    assert listed(manager, next_one) == []


def test_two_who_ask_at_once_write_one_mail(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        of = association(session)
        wanted, managers = animals(session, of), [person(session), person(session)]
        for who in managers:
            takes_part(session, who, of)
        may_be_asked(session)
    browsers = [signed_in(own_app, who) for who in managers]
    ids = [item["id"] for item in listed(browsers[0], wanted)]
    answers = at_once(*[lambda b=b: ask(b, wanted, ids) for b in browsers])
    assert sorted(answer.json["asked"] for answer in answers) == [0, 1]
    with own_app.database.writing() as session:
        assert len(mails(session)) == 1


def test_being_asked_is_exported_erased_and_forgotten(
    session: Session, alfa: Association, manager: Browser, now: datetime
) -> None:
    wanted = animals(session, alfa)
    who = may_be_asked(session)
    session.commit()
    ask(manager, wanted, [listed(manager, wanted)[0]["id"]])
    someone = Someone(who.id, who.email or "", who.name)
    [row] = data_of(session, someone)["asked"]["rows"]
    assert row["need_id"] == wanted.id
    erase(session, someone, now)
    assert session.scalars(select(Question)).all() == []


def test_what_was_asked_long_ago_is_forgotten(session: Session, now: datetime) -> None:
    who, wanted = person(session), need(session)
    session.add(
        Question(
            need_id=wanted.id, person_id=who.id, token_hash=b"x", asked_at=now - timedelta(days=366)
        )
    )
    session.flush()
    assert retire(session, now)["asked"] == 1
