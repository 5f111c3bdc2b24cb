"""Associations, networks and initiatives."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.associations import association
from reading import everything, get, titles


@pytest.fixture
def three(session: Session) -> None:
    """One of each kind."""
    association(session, name="Løbeklubben", kind="association", interests=["sport"])
    association(session, name="Havenet", kind="network", interests=["nature", "food"])
    association(session, name="Legegaden", kind="initiative", interests=["neighbourhood"])
    session.commit()


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, {"Løbeklubben", "Havenet", "Legegaden"}),
        ({"kind": "network"}, {"Havenet"}),
        ({"kind": ["network", "initiative"]}, {"Havenet", "Legegaden"}),
        ({"interest": "food"}, {"Havenet"}),
        ({"interest": ["sport", "food"]}, {"Løbeklubben", "Havenet"}),
        ({"interest": ["sport", "food"], "kind": "association"}, {"Løbeklubben"}),
        ({"q": "haver", "kind": "initiative"}, set()),
        ({"q": "lobeklub"}, {"Løbeklubben"}),
    ],
)
@pytest.mark.parametrize("where", [{}, {"place": "helsingoer"}], ids=["anywhere", "near"])
@pytest.mark.usefixtures("three")
def test_filters_narrow(
    client: FlaskClient, where: dict[str, str], chosen: dict[str, Any], expected: set[str]
) -> None:
    assert titles(client, "/associations", **chosen, **where) == expected


def test_they_stand_in_danish_order_without_a_position(
    client: FlaskClient, session: Session
) -> None:
    for name in ("Åben Dør", "Æbleklubben", "Øens Venner", "Aktiv", "aftenhold", "Zoo", "Aase"):
        association(session, name=name)
    session.commit()
    listed = [item["name"] for item in everything(client, "/associations")]
    assert listed == ["aftenhold", "Aktiv", "Zoo", "Æbleklubben", "Øens Venner", "Åben Dør", "Aase"]


@pytest.mark.parametrize(
    ("period", "approved"),
    [
        ((None, None), False),
        ((0, 0), True),
        ((-10, -1), False),
        ((1, 10), False),
        ((-10, 10), True),
        ((-10, None), False),
    ],
)
def test_an_approval_holds_from_its_first_day_to_its_last(
    client: FlaskClient,
    session: Session,
    now: Any,
    period: tuple[int | None, int | None],
    approved: bool,
) -> None:
    today: date = now.date()
    first, last = (None if day is None else today + timedelta(days=day) for day in period)
    association(session, slug="klubben", approved_from=first, approved_until=last)
    session.commit()
    assert get(client, "/associations/klubben")["approved"] is approved
    assert get(client, "/associations")["items"][0]["approved"] is approved


def test_the_purpose_is_markdown_made_safe(client: FlaskClient, session: Session) -> None:
    association(
        session,
        slug="klubben",
        purpose="Vi **vil**\n\n<img src=x onerror=alert(1)> [her](javascript:alert(1)) "
        "[der](https://example.org)\n![billede](https://example.org/spor.gif)",
    )
    session.commit()
    html = get(client, "/associations/klubben")["purpose_html"]
    assert "<strong>vil</strong>" in html
    assert "<img" not in html
    assert "javascript:" not in html.replace("(javascript:", "")
    assert 'href="https://example.org"' in html
    assert 'rel="noopener noreferrer nofollow ugc"' in html


def test_an_association_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    assert client.get("/api/v1/associations/findes-ikke").status_code == 404
