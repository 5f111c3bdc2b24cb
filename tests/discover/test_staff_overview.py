"""The staff's desk: how much waits."""

from flask.testing import FlaskClient
from sqlalchemy import delete
from sqlalchemy.orm import Session

from factories.associations import association
from factories.people import person, signed_in, staff
from samspil.associations.models import Claim, Membership
from samspil.core import time
from samspil.core.http import Application
from samspil.moderation.services import Report


def test_the_desk_counts_what_waits(app: Application, session: Session) -> None:
    someone, run = person(session), association(session)
    nobodys = association(session)
    association(session, status="pending")
    association(session, status="hidden", hidden_reason="Reklame")
    now = time.now()
    session.add_all(
        [
            Membership(association_id=run.id, person_id=someone.id, role="manager", since=now),
            Membership(association_id=nobodys.id, person_id=someone.id, role="member", since=now),
            Claim(association_id=nobodys.id, person_id=someone.id, message="Min", created_at=now),
            Report(kind="association", object_id=run.id, reason="Reklame", created_at=now),
        ]
    )
    employee = staff(session, "premises")
    session.commit()
    desk = signed_in(app, employee)
    assert overview(desk) == {
        "pending": 1,
        "claims": 1,
        "reports": 1,
        "without_manager": 1,
        "suggestions": 0,
    }
    session.execute(delete(Membership))
    session.commit()
    assert overview(desk)["without_manager"] == 2


def overview(client: FlaskClient) -> dict[str, int]:
    answered = client.get("/api/v1/staff/overview")
    assert answered.status_code == 200
    assert answered.headers["Cache-Control"] == "private, no-store"
    found: dict[str, int] = answered.json
    return found
