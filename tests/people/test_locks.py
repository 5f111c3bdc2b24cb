"""The law of `locked` sees who writes for somebody without having locked them."""

import pytest
from flask import g
from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from factories.people import person
from locked import broken
from samspil.core import time
from samspil.core.errors import NotFound, NotSignedIn
from samspil.core.http import Application
from samspil.people.locks import lock_people, lock_person
from samspil.people.models import OptionalConsent, Person


def agree(session: Session, who: Person, *others: Person) -> None:
    given = {"purpose": "news_by_mail", "given_at": time.now()}
    session.execute(
        insert(OptionalConsent).values([given | {"person_id": one.id} for one in (who, *others)])
    )


def test_a_request_that_writes_for_somebody_it_has_not_locked_is_seen(
    app: Application, session: Session
) -> None:
    karen, other = person(session), person(session)
    with app.test_request_context():
        agree(session, karen)
        assert broken() == ["insert optional_consents.person_id"]
        session.execute(delete(OptionalConsent))
        assert broken() == ["delete optional_consents"]
        lock_person(session, karen.id)
        agree(session, karen)
        session.execute(delete(OptionalConsent))
        assert broken() == []
        agree(session, karen, other)
        assert broken() == ["insert optional_consents.person_id"]


def test_what_a_test_prepares_is_no_request(app: Application, session: Session) -> None:
    assert app
    agree(session, person(session))
    assert broken() == []


def test_people_are_locked_in_the_order_of_their_ids(app: Application, session: Session) -> None:
    people = [person(session) for _ in range(3)]
    first, second, third = sorted(one.id for one in people)
    for actor, others in ((third, [second, None, first]), (first, [third, second])):
        with app.test_request_context():
            lock_people(session, actor, *others)
            assert g.turns == [f"person {one}" for one in (first, second, third)]


def test_who_acts_and_who_is_written_about_are_refused_each_in_their_way(
    app: Application, session: Session
) -> None:
    assert app
    karen, gone = person(session), person(session)
    gone.email, gone.erased_at = None, time.now()
    session.flush()
    with pytest.raises(NotSignedIn):
        lock_people(session, gone.id, karen.id)
    with pytest.raises(NotFound):
        lock_people(session, karen.id, gone.id)
