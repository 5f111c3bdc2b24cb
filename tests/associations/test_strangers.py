"""Nobody reaches a thing of one association through another, or by guessing what it is called."""

import io
import uuid
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factories.associations import association, takes_part
from factories.people import Browser, person, signed_in, staff
from factories.pictures import jpeg
from reading import API
from samspil.associations.models import (
    Association,
    AssociationPicture,
    Claim,
    Invitation,
    Membership,
)
from samspil.core import time
from samspil.core.audit import AuditEntry, Change
from samspil.core.http import Application

SOMETHING = uuid.UUID("01890a5d-ac96-774b-bcce-b302099a8057")


@pytest.fixture(params=["public", "pending", "hidden"])
def theirs(request: pytest.FixtureRequest, session: Session) -> dict[str, Any]:
    """An association in each state, with one of all it can have."""
    reason = "Nej" if request.param == "hidden" else None
    made = association(session, slug="deres", status=request.param, hidden_reason=reason)
    member, now = person(session), time.now()
    takes_part(session, person(session), made)
    takes_part(session, member, made, "member")
    picture = AssociationPicture(
        association_id=made.id, rank=0, alt="Os", width=9, height=9, created_at=now
    )
    invitation = Invitation(
        association_id=made.id, email="a@b.example", role="member", created_at=now, expires_at=now
    )
    claim = Claim(
        association_id=made.id, person_id=person(session).id, message="Min", created_at=now
    )
    session.add_all([picture, invitation, claim])
    session.flush()
    return {
        "slug": "deres",
        "member": member.id,
        "picture": picture.id,
        "invitation": invitation.id,
        "claim": claim.id,
    }


def form() -> dict[str, Any]:
    return {
        "data": {"file": (io.BytesIO(jpeg()), "os.jpg"), "alt": "Os"},
        "content_type": "multipart/form-data",
    }


def at_the_desk(slug: str, of: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """All that a desk can do, at one association with the things of one (perhaps another)."""
    path = f"{API}/associations/{slug}"
    return [
        ("GET", f"{path}/desk", {}),
        ("GET", f"{path}/history", {}),
        ("PATCH", path, {"json": {"name": "Min nu"}}),
        ("PATCH", f"{path}/members/{of['member']}", {"json": {"role": "manager"}}),
        ("DELETE", f"{path}/members/{of['member']}", {}),
        ("POST", f"{path}/invitations", {"json": {"email": "x@y.example", "role": "manager"}}),
        ("DELETE", f"{path}/invitations/{of['invitation']}", {}),
        ("POST", f"{path}/pictures", form()),
        ("PATCH", f"{path}/pictures/{of['picture']}", {"json": {"alt": "Mit"}}),
        ("DELETE", f"{path}/pictures/{of['picture']}", {}),
    ]


def by_staff(of: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """All that staff can do."""
    path = f"{API}/staff/associations/{of['slug']}"
    reason = {"json": {"reason": "Derfor"}}
    period = {"json": {"from": "2027-01-01", "until": "2027-12-31"}}
    claim = f"{API}/staff/claims/{of['claim']}"
    return [
        ("GET", f"{API}/staff/associations", {}),
        ("GET", f"{API}/staff/claims", {}),
        ("POST", f"{path}/verify", {"json": {}}),
        ("POST", f"{path}/decline", reason),
        ("POST", f"{path}/approve", period),
        ("POST", f"{path}/hide", reason),
        ("POST", f"{path}/show", {"json": {}}),
        ("POST", f"{path}/merge", {"json": {"into": "min"}}),
        ("POST", f"{claim}/accept", {"json": {}}),
        ("POST", f"{claim}/decline", reason),
    ]


def everything_kept(session: Session) -> Any:
    """What there is, so that it can be seen to stay as it was."""
    session.expire_all()
    tables = (Association, Membership, Invitation, AssociationPicture, Claim, AuditEntry, Change)
    counts = [session.scalar(select(func.count()).select_from(table)) for table in tables]
    names = session.execute(select(Association.name, Association.status)).all()
    roles = session.execute(select(Membership.person_id, Membership.role)).all()
    alts = session.scalars(select(AssociationPicture.alt)).all()
    return counts, sorted(names), sorted(roles), alts


@pytest.fixture
def neighbour(app: Application, session: Session) -> Browser:
    """Who runs another association."""
    somebody = person(session)
    takes_part(session, somebody, association(session, slug="min"))
    return signed_in(app, somebody)


@pytest.mark.parametrize("who", ["volunteer", "neighbour", "staff of another area"])
def test_a_desk_of_others_is_not_there(
    app: Application, session: Session, theirs: dict[str, Any], neighbour: Browser, who: str
) -> None:
    browser = {
        "volunteer": lambda: signed_in(app, person(session)),
        "neighbour": lambda: neighbour,
        "staff of another area": lambda: signed_in(app, staff(session, "premises")),
    }[who]()
    before = everything_kept(session)
    nowhere = {**theirs, "slug": "findes-ikke"}
    there = at_the_desk(theirs["slug"], theirs)
    not_there = at_the_desk("findes-ikke", nowhere)
    for (method, path, sent), (_, other, again) in zip(there, not_there, strict=True):
        answer = browser.open(path, method=method, **sent)
        unknown = browser.open(other, method=method, **again)
        assert answer.status_code == unknown.status_code == 404, (method, path)
        assert answer.json == unknown.json
    assert everything_kept(session) == before


def test_the_things_of_one_are_not_reached_through_another(
    session: Session, theirs: dict[str, Any], neighbour: Browser
) -> None:
    before = everything_kept(session)
    for method, path, sent in at_the_desk("min", theirs):
        if any(str(theirs[part]) in path for part in ("member", "picture", "invitation")):
            assert neighbour.open(path, method=method, **sent).status_code == 404, (method, path)
    assert everything_kept(session) == before


def test_only_staff_in_charge_decide(
    app: Application, session: Session, theirs: dict[str, Any], neighbour: Browser
) -> None:
    before = everything_kept(session)
    runs_it = session.scalars(select(Membership).where(Membership.role == "manager")).all()
    managers = [one.person_id for one in runs_it]
    people = [person(session), staff(session, "premises", "volunteering")]
    browsers = [neighbour, *(signed_in(app, one) for one in people)]
    for browser in browsers:
        for method, path, sent in by_staff(theirs):
            assert browser.open(path, method=method, **sent).status_code == 403, (method, path)
    assert everything_kept(session) == before
    assert len(managers) == 2


def test_a_member_may_look_and_leave_and_nothing_else(
    app: Application, session: Session, theirs: dict[str, Any]
) -> None:
    made = session.scalars(select(Association).where(Association.slug == "deres")).one()
    somebody = person(session)
    takes_part(session, somebody, made, "member")
    browser = signed_in(app, somebody)
    before = everything_kept(session)
    for method, path, sent in at_the_desk("deres", theirs):
        expected = 200 if path.endswith("/desk") else 403
        assert browser.open(path, method=method, **sent).status_code == expected, (method, path)
    assert everything_kept(session) == before
