"""What is not open is nowhere."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factories.associations import association
from factories.needs import need, shift
from reading import everything, get
from samspil.needs.services import count_open_needs

ALL_OF_IT = "7.9,54.4,15.3,57.9"


def seen_anywhere(client: FlaskClient) -> bool:
    """Whether any list, count, map or facet shows a need."""
    facets = get(client, "/needs/facets")
    return any(
        (
            everything(client, "/needs"),
            everything(client, "/needs", place="helsingoer"),
            everything(client, "/needs", remote="only"),
            everything(client, "/needs", q="hjælp"),
            everything(client, "/needs", association="ejeren"),
            everything(client, "/discover", kind="need"),
            everything(client, "/discover", kind="need", place="helsingoer"),
            get(client, "/needs", with_total="true")["total"],
            get(client, "/discover", kind="need", with_total="true")["total"],
            get(client, "/map", bbox=ALL_OF_IT, kind="need")["features"],
            [line for lines in facets.values() for line in lines if line["count"]],
            get(client, "/associations/ejeren")["open_needs"],
        )
    )


@pytest.fixture
def owner(session: Session) -> Any:
    """Whose need it is."""
    return association(session, slug="ejeren")


@pytest.mark.parametrize("remote", [False, True], ids=["at a place", "from home"])
@pytest.mark.parametrize("status", ["draft", "paused", "filled", "closed"])
def test_a_need_that_is_not_published_is_nowhere(
    client: FlaskClient, session: Session, owner: Any, now: datetime, status: str, remote: bool
) -> None:
    made = need(session, of=owner, interests=["sport"], remote=remote)
    count_open_needs(session, now)
    session.commit()
    assert seen_anywhere(client)
    made.status = status
    session.flush()  # the count is taken by the database
    count_open_needs(session, now)
    session.commit()
    assert not seen_anywhere(client)


@pytest.mark.parametrize(
    "ended",
    [
        {"published_at": timedelta(days=-181)},
        {"deadline": date(2027, 2, 28)},
        {"commitment": "once", "shifts": [timedelta(hours=-3)]},
    ],
    ids=["expired", "deadline", "last shift"],
)
def test_a_need_that_has_ended_is_nowhere(
    client: FlaskClient, session: Session, owner: Any, now: datetime, ended: dict[str, Any]
) -> None:
    values = dict(ended)
    if "published_at" in values:
        values["published_at"] = now + values["published_at"]
    values["shifts"] = [shift(now + start) for start in values.get("shifts", [])]
    need(session, of=owner, interests=["sport"], **values)
    count_open_needs(session, now)
    session.commit()
    assert not seen_anywhere(client)


def test_the_day_of_the_deadline_is_a_day_to_sign_up(
    client: FlaskClient, session: Session, owner: Any, now: datetime
) -> None:
    need(session, of=owner, interests=["sport"], deadline=now.date())
    count_open_needs(session, now)
    session.commit()
    assert seen_anywhere(client)


def test_a_recurring_need_stays_when_its_dated_shifts_are_over(
    client: FlaskClient, session: Session, owner: Any, now: datetime
) -> None:
    need(session, of=owner, commitment="ongoing", shifts=[shift(now - timedelta(days=9))])
    session.commit()
    [item] = get(client, "/needs")["items"]
    assert item["when"]["next"] is None


def test_a_draft_has_no_address(client: FlaskClient, session: Session, owner: Any) -> None:
    draft = need(session, of=owner, status="draft")
    session.commit()
    assert client.get(f"/api/v1/needs/{draft.id}").status_code == 404
    assert client.get(f"/opgaver/{draft.id}").status_code == 404


@pytest.mark.parametrize("status", ["paused", "filled", "closed"])
def test_a_shared_link_says_how_it_went(
    client: FlaskClient, session: Session, owner: Any, status: str
) -> None:
    made = need(session, of=owner, status=status)
    session.commit()
    assert get(client, f"/needs/{made.id}")["status"] == status


def test_counting_open_needs_does_not_touch_when_an_association_was_edited(
    client: FlaskClient, session: Session, owner: Any, now: datetime
) -> None:
    session.commit()
    before = get(client, "/associations/ejeren")
    need(session, of=owner)
    count_open_needs(session, now)
    session.commit()
    after = get(client, "/associations/ejeren")
    assert after == before | {"open_needs": 1}


def test_a_need_whose_time_is_over_says_so_to_who_kept_its_link(
    client: FlaskClient, session: Session, now: datetime
) -> None:
    kept = need(session, open_until=now - timedelta(seconds=1))
    open_still = need(session, open_until=now + timedelta(days=1))

    assert get(client, f"/needs/{kept.id}")["status"] == "closed"
    assert get(client, f"/needs/{open_still.id}")["status"] == "published"


def test_a_need_tells_of_its_dates_and_of_the_first_with_a_free_place(
    client: FlaskClient, session: Session, owner: Any, now: datetime
) -> None:
    def saturday(weeks: int, taken: int) -> dict[str, Any]:
        return shift(now + timedelta(weeks=weeks), taken=taken)

    passed = saturday(-1, 0)
    called_off = saturday(4, 0) | {"cancelled_at": now}
    shifts = [passed, saturday(1, 4), saturday(2, 4), saturday(3, 1), called_off]
    need(session, of=owner, title="næste er fuld", shifts=shifts)
    need(session, of=owner, title="næste har plads", shifts=[saturday(1, 3), saturday(2, 0)])
    need(session, of=owner, title="alle er fulde", shifts=[saturday(1, 4), saturday(2, 4)])
    need(session, of=owner, title="uden dato")
    session.commit()

    def told(when: dict[str, Any]) -> tuple[int, int | None, tuple[int, int] | None]:
        next_, free = when["next"], when["free"]
        weeks = free and (datetime.fromisoformat(free["starts_at"]) - now).days // 7
        return when["dates"], next_ and next_["places_left"], free and (weeks, free["places_left"])

    expected = {
        "næste er fuld": (3, 0, (3, 3)),
        "næste har plads": (2, 1, None),
        "alle er fulde": (2, 0, None),
        "uden dato": (0, None, None),
    }
    for where in ({}, {"place": "helsingoer"}):
        listed = get(client, "/needs", **where)["items"]
        assert {item["title"]: told(item["when"]) for item in listed} == expected
    for item in listed:
        assert told(get(client, f"/needs/{item['id']}")["when"]) == expected[item["title"]]
