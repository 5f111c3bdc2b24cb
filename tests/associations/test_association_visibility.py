"""What is not public is nowhere, and neither is what belongs to it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.associations import association, takes_part
from factories.needs import need
from factories.people import Browser, person, signed_in, staff
from factories.places import HORNBAEK
from reading import API, everything, get
from samspil.associations.models import Association
from samspil.core.http import Application
from samspil.needs.models import Need
from samspil.needs.services import count_open_needs

ALL_OF_IT = "7.9,54.4,15.3,57.9"
OGC = "/api/ogc/collections"


def seen(client: FlaskClient, kind: str) -> dict[str, int]:
    """How often each place shows it."""
    plural = {"association": "associations", "need": "needs"}[kind]
    facets = get(client, "/needs/facets")
    features = client.get(f"{OGC}/{plural}/items").json
    table = client.get(f"{OGC}/{plural}/items?f=csv").text
    found = {
        "list": len(everything(client, f"/{plural}")),
        "near": len(everything(client, f"/{plural}", place="hornbaek")),
        "words": len(everything(client, f"/{plural}", q="klubben")),
        "total": get(client, f"/{plural}", with_total="true")["total"],
        "discover": len(everything(client, "/discover", kind=kind)),
        "discover near": len(everything(client, "/discover", kind=kind, place="hornbaek")),
        "discover total": get(client, "/discover", kind=kind, with_total="true")["total"],
        "map": len(get(client, "/map", bbox=ALL_OF_IT, kind=kind)["features"]),
        "ogc": features["numberMatched"],
        "csv": len(table.splitlines()) - 1,
    }
    if kind == "need":
        found["facets"] = sum(line["count"] for line in facets["remote"])
        found["of"] = len(everything(client, "/needs", association="klubben"))
    return found


@pytest.fixture
def klub(session: Session) -> Association:
    """A public association with an open need, a paused one and one that staff have hidden."""
    made = association(
        session, slug="klubben", name="Klubben", position=HORNBAEK, towns=("hornbaek",)
    )
    need(session, of=made, title="Åben", positions=[HORNBAEK])
    need(session, of=made, title="Holder pause", status="paused")
    hidden = need(session, of=made, title="Skjult for sig")
    hidden.hidden_reason, hidden.shown = "Uden for formålet", False
    session.flush()
    count_open_needs(session, made.created_at)
    return made


@pytest.fixture
def worker(app: Application, session: Session) -> Browser:
    """Staff in charge of associations."""
    return signed_in(app, staff(session, "associations"))


Decide = Callable[..., Any]


@pytest.fixture
def decide(worker: Browser) -> Decide:
    """Staff decide on the association."""

    def post(action: str, **body: Any) -> Any:
        response = worker.post(f"{API}/staff/associations/klubben/{action}", json=body)
        assert response.status_code == 200, response.text
        return response.json

    return post


@pytest.mark.usefixtures("klub")
def test_what_is_hidden_is_nowhere_and_comes_back_as_it_was(
    client: FlaskClient, session: Session, decide: Decide
) -> None:
    before = {kind: seen(client, kind) for kind in ("association", "need")}
    assert all(count == 1 for counts in before.values() for count in counts.values()), before
    need_id = everything(client, "/needs")[0]["id"]
    pages = ("/foreninger/klubben", f"/opgaver/{need_id}")
    items = (f"{API}/associations/klubben", f"{API}/needs/{need_id}")
    single = (*items, f"{OGC}/needs/items/{need_id}")
    states = _states(session)

    assert decide("hide", reason="Spam")["open_needs"] == 0
    after = {kind: seen(client, kind) for kind in ("association", "need")}
    assert all(count == 0 for counts in after.values() for count in counts.values()), after
    for path in (*pages, *single):
        assert client.get(path).status_code == 404, path

    assert decide("show")["open_needs"] == 1
    assert {kind: seen(client, kind) for kind in ("association", "need")} == before
    for path in (*pages, *single):
        assert client.get(path).status_code == 200, path
    assert _states(session) == states


def _states(session: Session) -> list[Any]:
    session.expire_all()
    columns = (Need.title, Need.status, Need.shown, Need.hidden_reason, Need.updated_at)
    return sorted(session.query(*columns).all())


def test_one_that_waits_is_nowhere_and_its_needs_come_with_it(
    client: FlaskClient, session: Session, decide: Decide
) -> None:
    waiting = association(session, slug="klubben", name="Klubben", status="pending")
    need(session, of=waiting, title="Skrevet imens")
    for kind in ("association", "need"):
        assert set(seen(client, kind).values()) == {0}
    assert decide("verify")["open_needs"] == 1
    assert seen(client, "need")["list"] == 1


def test_those_who_take_part_see_its_desk_while_it_is_hidden(
    app: Application, session: Session, klub: Association, decide: Decide
) -> None:
    manager, member = person(session), person(session)
    takes_part(session, manager, klub)
    takes_part(session, member, klub, "member")
    decide("hide", reason="Spam")
    for who in (manager, member):
        desk = signed_in(app, who).get(f"{API}/associations/klubben/desk")
        assert desk.json["hidden_reason"] == "Spam"
    stranger = signed_in(app, person(session)).get(f"{API}/associations/klubben/desk")
    assert stranger.status_code == 404


@pytest.mark.parametrize(
    ("status", "action", "answer"),
    [
        ("public", "decline", 409),
        ("public", "show", 409),
        ("pending", "hide", 409),
        ("pending", "show", 409),
        ("hidden", "verify", 409),
        ("hidden", "decline", 409),
        ("hidden", "hide", 409),
        ("public", "verify", 200),
    ],
)
def test_each_decision_fits_one_state(
    session: Session, worker: Browser, status: str, action: str, answer: int
) -> None:
    reason = "Nej" if status == "hidden" else None
    association(session, slug="klubben", status=status, hidden_reason=reason)
    body = {"reason": "Derfor"} if action in {"hide", "decline"} else {}
    response = worker.post(f"{API}/staff/associations/klubben/{action}", json=body)
    assert response.status_code == answer, response.text
