"""Inviting somebody by mail, and what becomes of it."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from at_once import at_once
from factories.associations import association, takes_part
from factories.people import Browser, browser, person, signed_in, staff
from reading import API
from samspil.associations.models import Association, Invitation, Membership
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.core.throttle import Throttle
from samspil.people.models import Person

INVITATIONS = f"{API}/associations/klubben/invitations"
NEW = {"name": "Nanna Ny", "password": "en lang og god kode"}


@pytest.fixture
def klub(session: Session) -> Association:
    """A public association."""
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def manager(app: Application, session: Session, klub: Association) -> Browser:
    """Who runs it."""
    somebody = person(session, name="Mona")
    takes_part(session, somebody, klub)
    return signed_in(app, somebody)


def invite(by: Browser, email: str = "ny@demo.example", role: str = "member") -> Any:
    return by.post(INVITATIONS, json={"email": email, "role": role})


def tokens(session: Session) -> list[str]:
    """The links in the mails, oldest first."""
    mails = session.scalars(
        select(Mail).where(Mail.kind == "associations.invitation").order_by(Mail.id)
    )
    return [str(mail.link).removeprefix("/bekraeft/") for mail in mails]


def look(client: FlaskClient, token: str) -> Any:
    return client.post(f"{API}/links/look", json={"token": token})


def use(client: FlaskClient, token: str, **given: str) -> Any:
    return client.post(f"{API}/links/use", json={"token": token, **given})


def taking_part(session: Session) -> set[tuple[str, str]]:
    session.expire_all()
    rows = session.execute(
        select(Person.name, Membership.role).join(Person, Person.id == Membership.person_id)
    )
    return {(name, role) for name, role in rows}


def test_somebody_without_an_account_gets_one_and_takes_part(
    app: Application, session: Session, client: FlaskClient, manager: Browser
) -> None:
    made = invite(manager, "Ny@Demo.example", "manager")
    assert made.status_code == 201, made.text
    assert (made.json["email"], made.json["role"]) == ("ny@demo.example", "manager")
    desk = manager.get(f"{API}/associations/klubben/desk").json
    assert desk["invitations"] == [made.json]
    [token] = tokens(session)
    shown = look(client, token).json
    assert shown["purpose"] == "invitation"
    assert shown["association"] == {"slug": "klubben", "name": "Klubben"}
    assert shown["role"] == "manager"
    assert "ny@" not in shown["email"]

    newcomer = browser(app)
    missing = use(newcomer, token)
    assert missing.status_code == 422
    assert set(missing.json["errors"]) == {"name", "password"}
    done = use(newcomer, token, **NEW)
    assert done.status_code == 200, done.text
    assert done.json["signed_in"] is True
    assert done.json["association"] == {"slug": "klubben", "name": "Klubben"}
    assert newcomer.get(f"{API}/associations/klubben/desk").json["role"] == "manager"
    assert taking_part(session) == {("Mona", "manager"), ("Nanna Ny", "manager")}
    assert manager.get(f"{API}/associations/klubben/desk").json["invitations"] == []
    assert use(client, token, **NEW).status_code == 404


def test_who_has_an_account_takes_part_but_is_not_signed_in_by_it(
    app: Application, session: Session, manager: Browser
) -> None:
    """The mail lies there for long, and people hand it on: it opens no account."""
    person(session, name="Otto", email="otto@demo.example")
    invite(manager, "otto@demo.example")
    opened = browser(app)
    done = use(opened, tokens(session)[0])
    assert (done.status_code, done.json["signed_in"]) == (200, False)
    assert opened.get_cookie("samspil_access", path="/api") is None
    assert ("Otto", "member") in taking_part(session)


def test_an_account_that_nobody_confirmed_is_its_owners_from_then_on(
    app: Application, session: Session, manager: Browser
) -> None:
    """Whoever registered the address before its owner has neither password nor session left."""
    squatted = person(session, email="ny@demo.example", verified=False, password_hash="$x")
    squatter = signed_in(app, squatted)
    assert squatter.get(f"{API}/me").status_code == 200
    invite(manager)
    assert use(browser(app), tokens(session)[0], **NEW).status_code == 200
    session.expire_all()
    assert squatted.verified_at is not None
    assert squatted.password_hash != "$x"
    assert squatter.get(f"{API}/me").status_code == 401


def test_a_second_mail_ends_the_first(
    session: Session, client: FlaskClient, manager: Browser
) -> None:
    first = invite(manager).json
    second = invite(manager, role="manager").json
    assert (first["id"], second["role"]) == (second["id"], "manager")
    old, new = tokens(session)
    assert look(client, old).status_code == 404
    assert look(client, new).json["role"] == "manager"


def test_two_associations_invite_the_same_address(
    app: Application, session: Session, client: FlaskClient, manager: Browser
) -> None:
    other = association(session, slug="en-anden")
    runs_it = person(session)
    takes_part(session, runs_it, other)
    invite(manager)
    signed_in(app, runs_it).post(
        f"{API}/associations/en-anden/invitations",
        json={"email": "ny@demo.example", "role": "member"},
    )
    slugs = [look(client, token).json["association"]["slug"] for token in tokens(session)]
    assert slugs == ["klubben", "en-anden"]


def test_one_that_is_withdrawn_leads_nowhere(
    session: Session, client: FlaskClient, manager: Browser
) -> None:
    made = invite(manager).json
    assert manager.delete(f"{INVITATIONS}/{made['id']}").status_code == 204
    assert manager.delete(f"{INVITATIONS}/{made['id']}").status_code == 404
    [token] = tokens(session)
    assert look(client, token).json["type"] == "/problems/link-gone"
    assert use(client, token, **NEW).status_code == 404
    assert session.scalars(select(Person).where(Person.email == "ny@demo.example")).all() == []


def test_one_to_what_is_hidden_leads_nowhere_until_it_is_shown(
    app: Application, session: Session, client: FlaskClient, manager: Browser
) -> None:
    invite(manager)
    worker = signed_in(app, staff(session, "associations"))
    path = f"{API}/staff/associations/klubben"
    worker.post(f"{path}/hide", json={"reason": "Spam"})
    [token] = tokens(session)
    assert look(client, token).status_code == 404
    assert use(client, token, **NEW).status_code == 404
    worker.post(f"{path}/show")
    assert use(client, token, **NEW).status_code == 200


def test_one_to_what_was_merged_leads_to_the_other(
    app: Application, session: Session, client: FlaskClient, manager: Browser
) -> None:
    association(session, slug="rigtig", name="Den rigtige")
    invite(manager)
    worker = signed_in(app, staff(session, "associations"))
    worker.post(f"{API}/staff/associations/klubben/merge", json={"into": "rigtig"})
    [token] = tokens(session)
    assert look(client, token).json["association"]["slug"] == "rigtig"
    assert use(client, token, **NEW).json["association"]["slug"] == "rigtig"


def test_nobody_is_invited_in_the_name_of_what_staff_do_not_know(
    app: Application, session: Session
) -> None:
    waiting = association(session, slug="klubben", status="pending")
    somebody = person(session)
    takes_part(session, somebody, waiting)
    refused = invite(signed_in(app, somebody))
    assert (refused.status_code, refused.json["type"]) == (409, "/problems/not-public")
    assert tokens(session) == []


def test_who_takes_part_already_is_not_invited(
    session: Session, klub: Association, manager: Browser
) -> None:
    takes_part(session, person(session, email="otto@demo.example"), klub, "member")
    refused = invite(manager, "otto@demo.example")
    assert refused.status_code == 422
    assert set(refused.json["errors"]) == {"email"}


def test_who_becomes_a_member_otherwise_keeps_the_higher_role(
    session: Session, klub: Association, client: FlaskClient, manager: Browser
) -> None:
    otto = person(session, name="Otto", email="otto@demo.example")
    invite(manager, "otto@demo.example", "member")
    takes_part(session, otto, klub, "manager")
    assert use(client, tokens(session)[0]).status_code == 200
    assert ("Otto", "manager") in taking_part(session)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"email", "role"}),
        ({"email": "ny", "role": "member"}, {"email"}),
        ({"email": "a@b.example\nBcc: c@d.example", "role": "member"}, {"email"}),
        ({"email": "ny@demo.example", "role": "owner"}, {"role"}),
        ({"email": "ny@demo.example", "role": "member", "id": "x"}, {"id"}),
    ],
)
def test_a_wrong_invitation_is_named(manager: Browser, body: Any, fields: set[str]) -> None:
    wrong = manager.post(INVITATIONS, json=body)
    assert wrong.status_code == 422
    assert set(wrong.json["errors"]) == fields


def test_they_are_not_sent_without_end(own_app: Application) -> None:
    """So many may wait for an answer; and so often may one try, whatever comes of it."""
    with own_app.database.writing.begin() as session:
        made = association(session, slug="klubben")
        somebody = person(session)
        takes_part(session, somebody, made)
    hers = signed_in(own_app, somebody)
    codes = [invite(hers, f"ny-{number}@demo.example").status_code for number in range(61)]
    assert codes == [201] * 50 + [409] * 10 + [429]


def test_two_presses_and_a_new_mail_at_once_make_one_member(own_app: Application) -> None:
    """Whatever comes first: no deadlock, no double, and nobody is left halfway."""
    with own_app.database.writing.begin() as session:
        made = association(session, slug="klubben")
        somebody = person(session)
        takes_part(session, somebody, made)
        otto = person(session, email="otto@demo.example")
    hers = signed_in(own_app, somebody)
    for _ in range(6):
        assert invite(hers, "otto@demo.example").status_code == 201
        with own_app.database.session(writes=False) as reading:
            token = tokens(reading)[-1]
        answers = at_once(
            lambda token=token: use(browser(own_app), token),
            lambda token=token: use(browser(own_app), token),
            lambda: invite(hers, "otto@demo.example"),
        )
        assert {answer.status_code for answer in answers[:2]} <= {200, 404}
        assert answers[2].status_code in {201, 422}
        with own_app.database.writing.begin() as session:
            session.execute(delete(Throttle))  # nobody is invited so often in an hour
            mine = session.get(Membership, (made.id, otto.id))
            if mine is not None:
                session.delete(mine)
            else:
                assert session.scalars(select(Invitation)).one().email == "otto@demo.example"
