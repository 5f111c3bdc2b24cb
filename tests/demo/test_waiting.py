"""What waits for the demonstration's employee."""

from datetime import datetime
from typing import Any

import pytest
from flask.testing import FlaskClient

from samspil.core.http import Application
from samspil.demo.helping import CLAIMED, EMPLOYEE, PASSWORD, REPORTED


@pytest.fixture
def employee(demo_app: Application, now: datetime) -> Any:  # noqa: ARG001  # the clock stands still
    """What the employee reads, signed in for as long as the test lasts."""
    body = {"email": EMPLOYEE, "password": PASSWORD, "tokens": True}
    client = demo_app.test_client(use_cookies=False)
    token = client.post("/api/v1/auth/login", json=body).json["access_token"]
    bearer = {"Authorization": f"Bearer {token}"}
    yield lambda path: client.get(f"/api/v1/staff/{path}", headers=bearer).json
    client.post("/api/v1/auth/logout", headers=bearer)


def test_there_is_one_of_each(employee: Any) -> None:
    overview = employee("overview")
    assert (overview["pending"], overview["claims"], overview["reports"]) == (1, 1, 1)
    [claim] = employee("claims")["items"]
    assert claim["association"]["slug"] == CLAIMED
    [report] = employee("reports?status=open")["items"]
    assert report["object"]["url"] == f"/foreninger/{REPORTED}"


def test_what_was_registered_is_seen_by_staff_alone(employee: Any, demo: FlaskClient) -> None:
    [pending] = employee("associations?status=pending")["items"]
    assert pending["managers"] == 1
    assert demo.get(f"/api/v1/associations/{pending['slug']}").status_code == 404
