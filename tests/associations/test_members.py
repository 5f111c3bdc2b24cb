"""Who takes part, as what, and how it ends."""

import uuid

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from at_once import at_once
from factories.associations import association, takes_part
from factories.people import person, signed_in, staff
from reading import API
from samspil.associations.members import leave_all
from samspil.associations.models import Association, Membership
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.mail import Mail
from samspil.people.models import Person

MEMBERS = f"{API}/associations/klubben/members"


@pytest.fixture
def klub(session: Session) -> Association:
    """A public association."""
    return association(session, slug="klubben", name="Klubben")


@pytest.fixture
def manager(session: Session, klub: Association) -> Person:
    """Who runs it."""
    made = person(session, name="Mona Manager")
    takes_part(session, made, klub)
    return made


@pytest.fixture
def member(session: Session, klub: Association) -> Person:
    """Who takes part."""
    made = person(session, name="Mads Medlem")
    takes_part(session, made, klub, "member")
    return made


@pytest.fixture
def karl(session: Session) -> Person:
    """Staff in charge."""
    return staff(session, "associations", email="karl@demo.example", language="en")


def roles(session: Session) -> dict[uuid.UUID, str]:
    session.expire_all()
    rows = session.execute(select(Membership.person_id, Membership.role))
    return {person_id: role for person_id, role in rows}  # noqa: C416  # rows are no pairs


def mailed(session: Session) -> list[tuple[str, str | None, str]]:
    rows = session.scalars(select(Mail).order_by(Mail.id))
    return [(mail.kind, mail.to_address, mail.language) for mail in rows]


def test_a_member_becomes_a_manager_and_back(
    app: Application, session: Session, manager: Person, member: Person
) -> None:
    hers = signed_in(app, manager)
    for role in ("manager", "member"):
        changed = hers.patch(f"{MEMBERS}/{member.id}", json={"role": role})
        assert changed.status_code == 204, changed.text
        assert roles(session)[member.id] == role
    entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "change-role"))
    assert [entry.facts["person"] for entry in entries] == [str(member.id)] * 2


def test_a_member_sees_who_takes_part_but_neither_addresses_nor_invitations(
    app: Application, manager: Person, member: Person
) -> None:
    invited = {"email": "ny@demo.example", "role": "member"}
    hers, his = signed_in(app, manager), signed_in(app, member)
    assert hers.post(f"{API}/associations/klubben/invitations", json=invited).status_code == 201
    desk = f"{API}/associations/klubben/desk"
    full, seen = hers.get(desk), his.get(desk)
    for address in (manager.email, member.email, invited["email"]):
        assert address in full.text
        assert address not in seen.text
    assert [one["name"] for one in seen.json["members"]] == ["Mona Manager", "Mads Medlem"]


def test_a_member_changes_nobody_but_may_leave(
    app: Application, session: Session, manager: Person, member: Person
) -> None:
    his = signed_in(app, member)
    assert his.patch(f"{MEMBERS}/{member.id}", json={"role": "manager"}).status_code == 403
    assert his.delete(f"{MEMBERS}/{manager.id}").status_code == 403
    assert his.delete(f"{MEMBERS}/{member.id}").status_code == 204
    assert roles(session) == {manager.id: "manager"}
    assert his.delete(f"{MEMBERS}/{member.id}").status_code == 404


def test_a_manager_removes_a_member(
    app: Application, session: Session, manager: Person, member: Person
) -> None:
    hers = signed_in(app, manager)
    assert hers.delete(f"{MEMBERS}/{member.id}").status_code == 204
    assert roles(session) == {manager.id: "manager"}
    assert hers.delete(f"{MEMBERS}/{uuid.uuid4()}").status_code == 404
    assert mailed(session) == []


@pytest.mark.usefixtures("member", "karl")
@pytest.mark.parametrize("how", ["leaving", "stepping down", "erased"])
def test_staff_are_told_when_the_last_manager_goes(
    app: Application, session: Session, manager: Person, karl: Person, how: str
) -> None:
    hers = signed_in(app, manager)
    if how == "leaving":
        assert hers.delete(f"{MEMBERS}/{manager.id}").status_code == 204
    elif how == "stepping down":
        path = f"{MEMBERS}/{manager.id}"
        assert hers.patch(path, json={"role": "member"}).status_code == 204
    else:
        leave_all(session, manager.id)
    assert mailed(session) == [("associations.without-manager", "karl@demo.example", "en")]
    listed = signed_in(app, karl).get(f"{API}/staff/associations?without_manager=true").json
    assert [item["slug"] for item in listed["items"]] == ["klubben"]


@pytest.mark.usefixtures("karl")
def test_nobody_is_told_while_another_stays(
    app: Application, session: Session, klub: Association, manager: Person
) -> None:
    takes_part(session, person(session), klub)
    signed_in(app, manager).delete(f"{MEMBERS}/{manager.id}")
    assert mailed(session) == []


def test_without_anybody_in_charge_the_administrators_are_told(
    app: Application, session: Session, manager: Person
) -> None:
    person(session, administrator=True, email="admin@demo.example")
    staff(session, "premises", email="hal@demo.example")
    signed_in(app, manager).delete(f"{MEMBERS}/{manager.id}")
    assert [(kind, to) for kind, to, _ in mailed(session)] == [
        ("associations.without-manager", "admin@demo.example")
    ]


def test_two_managers_who_step_each_other_down_at_once_leave_one(own_app: Application) -> None:
    """Each time one of both is first, and the other is told no."""
    with own_app.database.writing.begin() as session:
        made = association(session, slug="klubben")
        both = [person(session), person(session)]
        for one in both:
            takes_part(session, one, made)
    browsers = [signed_in(own_app, one) for one in both]
    for _ in range(15):
        answers = at_once(
            lambda: browsers[0].patch(f"{MEMBERS}/{both[1].id}", json={"role": "member"}),
            lambda: browsers[1].patch(f"{MEMBERS}/{both[0].id}", json={"role": "member"}),
        )
        assert sorted(answer.status_code for answer in answers) == [204, 403]
        with own_app.database.writing.begin() as session:
            left = session.scalars(select(Membership)).all()
            assert sorted(one.role for one in left) == ["manager", "member"]
            for one in left:
                one.role = "manager"
