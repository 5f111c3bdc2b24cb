"""The demonstration's accounts."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from samspil.core.auth import AREAS
from samspil.core.http import Application
from samspil.demo.helping import BOARD, EMPLOYEE, PASSWORD, RUN_BY_BOARD, VOLUNTEER
from samspil.people import rules
from samspil.people.models import Interest, Person, Profile


@pytest.mark.parametrize("email", [VOLUNTEER, BOARD, EMPLOYEE])
def test_each_account_has_the_password_that_the_readme_names(
    demo_session: Session, email: str
) -> None:
    person = demo_session.scalars(select(Person).where(Person.email == email)).one()
    assert rules.fits(PASSWORD, person.password_hash)
    assert person.verified_at is not None
    assert person.demo


def test_the_volunteer_has_told_all_there_is_to_tell(demo_session: Session) -> None:
    hers = select(Profile).join(Person).where(Person.email == VOLUNTEER)
    profile = demo_session.scalars(hers).one()
    empty = [c.name for c in Profile.__table__.columns if not getattr(profile, c.name)]
    assert empty == []
    assert set(profile.interests) <= set(demo_session.scalars(select(Interest.slug)))


def test_one_signs_in_and_sees_the_associations_one_runs(
    demo_app: Application, demo: FlaskClient
) -> None:
    with demo_app.test_client(use_cookies=False) as client:
        body = {"email": BOARD, "password": PASSWORD, "tokens": True}
        tokens = client.post("/api/v1/auth/login", json=body).json
        bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
        mine = client.get("/api/v1/me", headers=bearer).json
        client.post("/api/v1/auth/logout", headers=bearer)
    assert mine["demo"] is True
    assert {(one["slug"], one["role"]) for one in mine["associations"]} == {
        (slug, "manager") for slug in RUN_BY_BOARD
    }
    assert demo.get("/api/v1/me").status_code == 401


def test_the_employee_works_with_everything(demo_session: Session) -> None:
    person = demo_session.scalars(select(Person).where(Person.email == EMPLOYEE)).one()
    assert person.areas == list(AREAS)
    assert not person.administrator
