"""What is left of people erased is looked for all the same; what nobody confirms goes whole."""

import hashlib
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import select

from databases import NOW, Server
from factories.associations import association
from factories.hours import certificate
from factories.people import person
from racing import erase_now, left
from samspil.associations.models import Association
from samspil.core import audit, jobs
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.privacy import Someone
from samspil.core.privacy.export import retire_what_is_past
from samspil.following.models import CalendarFeed
from samspil.local.cluster import SUPERUSER
from samspil.people import erasure
from samspil.people.models import Person


def someone(who: Person) -> Someone:
    return Someone(who.id, str(who.email), who.name)


def one(app: Application) -> Someone:
    with app.database.writing.begin() as session:
        return someone(person(session))


def work(app: Application) -> jobs.Work:
    return jobs.Work(app.settings, app.database, last_try=False)


def unguarded(server: Server, app: Application, statement: str) -> None:
    """Run a statement as somebody can whom no trigger stops."""
    with psycopg.connect(
        host=str(server.cluster.socket_folder),
        user=SUPERUSER,
        dbname=app.database.engine.url.database,
    ) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(statement.encode())


def test_what_a_mistake_has_left_goes_the_next_night_and_is_told_of(
    server: Server, own_app: Application
) -> None:
    karen = one(own_app)
    erase_now(own_app, karen)
    erasure.erase_leftovers(work(own_app))  # nothing, and nothing is said
    unguarded(
        server,
        own_app,
        "INSERT INTO optional_consents (id, person_id, purpose, given_at)"
        f" SELECT gen_random_uuid(), '{karen.id}', purpose, now()"
        " FROM unnest(ARRAY['news_by_mail', 'shown_as_member']) AS purpose",
    )
    assert left(own_app, karen) == {"optional_consents": 2}
    with pytest.raises(erasure.SomethingWasLeft, match=r"^optional_consents: 2$"):
        erasure.erase_leftovers(work(own_app))
    assert left(own_app, karen) == {}
    erasure.erase_leftovers(work(own_app))


def test_looking_again_touches_nobody_else(server: Server, own_app: Application) -> None:
    """The address of somebody erased is not known any more: it must not match what is empty."""
    karen, other = one(own_app), one(own_app)
    with own_app.database.writing.begin() as session:
        nobody = {"name": None, "email": "", "phone": None}
        of = association(session, contact=nobody)
        audit.record_change(session, "association", of.id, None, {"name": ""}, {"name": "Ny"})
        session.add(Mail(kind="x", language="da", fingerprint="", to_address="", said={"a": ""}))
    erase_now(own_app, karen)
    unguarded(
        server,
        own_app,
        "INSERT INTO optional_consents (id, person_id, purpose, given_at)"
        f" VALUES (gen_random_uuid(), '{karen.id}', 'news_by_mail', now())",
    )
    before = left(own_app, other)
    with pytest.raises(erasure.SomethingWasLeft):
        erasure.erase_leftovers(work(own_app))
    assert left(own_app, other) == before
    with own_app.database.writing() as session:
        assert session.get_one(Association, of.id).contact == nobody
        assert session.scalars(select(audit.Change.fields)).all() == [{"name": ["", "Ny"]}]
        assert session.scalars(select(Mail.said)).all() == [{"a": ""}]


def test_accounts_that_nobody_confirms_go_with_all_that_they_have(own_app: Application) -> None:
    """Also with what would keep the database from deleting their row."""
    long_ago = NOW - timedelta(days=31)
    with own_app.database.writing.begin() as session:
        stale = [person(session, verified=False, created_at=long_ago) for _ in range(3)]
        kept = [
            person(session, verified=False, created_at=NOW - timedelta(days=29)),
            person(session, created_at=long_ago),
        ]
        for who in stale:
            session.add(
                CalendarFeed(
                    person_id=who.id, secret=hashlib.sha256(who.id.bytes).digest(), made_at=NOW
                )
            )
            certificate(session, who)
    retire_what_is_past(work(own_app))
    with own_app.database.writing() as session:
        assert set(session.scalars(select(Person.id))) == {who.id for who in kept}
    assert [left(own_app, someone(who)) for who in stale] == [{}, {}, {}]
