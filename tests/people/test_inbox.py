"""The inbox: what waits for somebody in all that they run or are in charge of."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association, takes_part
from factories.hours import hours
from factories.needs import need, shift
from factories.people import Browser, person, signed_in
from factories.signups import shifts_of, signup
from reading import get
from samspil.core import inbox
from samspil.core.http import Application
from samspil.core.inbox import MOST_ENTRIES, InboxKind
from samspil.people.models import Person
from samspil.signups.models import ShiftReminder

A_DAY = timedelta(days=1)


@pytest.fixture
def hanne(session: Session) -> Person:
    return person(session, name="Hanne", email="hanne@demo.example")


def waiting(client: Browser, *kinds: str) -> list[Any]:
    document = get(client, "/me/inbox")
    assert document["total"] == sum(one["count"] for one in document["items"])
    return [one for one in document["items"] if one["kind"] in kinds]


def test_who_runs_several_associations_sees_what_waits_in_each_longest_first(
    app: Application, session: Session, hanne: Person
) -> None:
    baking = association(session, slug="bagerne", name="Bagerne")
    singing = association(session, slug="sangerne", name="Sangerne")
    other = association(session)
    takes_part(session, hanne, baking)
    takes_part(session, hanne, singing)
    takes_part(session, hanne, other, role="member")
    at = {one: need(session, of=one, title=f"Hos {one.name}") for one in (baking, singing, other)}
    for days, of in ((1, baking), (9, singing), (2, other)):
        values = {"status": "applied", "created_at": NOW - days * A_DAY}
        signup(session, person(session, name=f"{days} dage"), at[of], **values)
    for n in range(MOST_ENTRIES):
        signup(session, person(session, name=f"Nr. {n}"), at[baking], status="applied")
    first, second = waiting(signed_in(app, hanne), "signups.unanswered")
    assert (first["association"]["slug"], first["count"]) == ("sangerne", 1)
    assert [entry["title"] for entry in first["entries"]] == ["9 dage"]
    assert (second["association"]["name"], second["count"]) == ("Bagerne", 1 + MOST_ENTRIES)
    assert [entry["title"] for entry in second["entries"]] == ["1 dage", "Nr. 0", "Nr. 1"]
    assert second["entries"][0] | {"id": ""} == {
        **{"id": "", "title": "1 dage", "about": "Hos Bagerne", "at": None, "number": None},
        "direct": True,
    }


def test_who_must_be_looked_at_before_a_yes_is_told_apart(
    app: Application, session: Session, hanne: Person
) -> None:
    klub = association(session)
    takes_part(session, hanne, klub)
    full = need(session, of=klub, wanted=1)
    signup(session, person(session), full)
    signup(session, person(session), full, status="applied")
    [found] = waiting(signed_in(app, hanne), "signups.unanswered")
    assert [entry["direct"] for entry in found["entries"]] == [False]


def test_hours_wait_for_another_than_who_gave_them(
    app: Application, session: Session, hanne: Person
) -> None:
    klub = association(session)
    takes_part(session, hanne, klub)
    entry = hours(session, person(session, name="Bo"), klub, minutes=90)
    hours(session, hanne, klub)
    hours(session, person(session), klub, status="confirmed")
    [found] = waiting(signed_in(app, hanne), "hours.waiting")
    [told] = found["entries"]
    assert (found["count"], told["id"], told["title"]) == (1, str(entry.id), "Bo")
    assert told["number"] == 90


def test_coming_shifts_that_lack_people_or_a_reminder(
    app: Application, session: Session, hanne: Person
) -> None:
    klub = association(session)
    takes_part(session, hanne, klub)
    shifts = [
        shift(NOW + A_DAY, capacity=4, minimum_crew=1),
        shift(NOW + 9 * A_DAY, capacity=4, minimum_crew=2),
        shift(NOW + 99 * A_DAY, capacity=4),
    ]
    rota = need(session, of=klub, title="Bagedag", shifts=shifts)
    tomorrow, later, _ = shifts_of(session, rota)
    signup(session, person(session), rota, tomorrow)
    client = signed_in(app, hanne)
    [short] = waiting(client, "shifts.short")
    assert [(e["id"], e["number"]) for e in short["entries"]] == [(str(later.id), 2)]
    [crew] = waiting(client, "shifts.remind")
    assert [(e["id"], e["number"]) for e in crew["entries"]] == [(str(tomorrow.id), 1)]
    session.add(ShiftReminder(shift_id=tomorrow.id, day=NOW.date()))
    later.cancelled_at = NOW
    session.flush()
    assert waiting(client, "shifts.short", "shifts.remind") == []


def test_staff_see_what_waits_in_their_areas_and_nobody_else_does(
    app: Application, session: Session, hanne: Person
) -> None:
    association(session, status="pending")
    association(session, approved_until=NOW.date() + 5 * A_DAY)
    staff = person(session, areas=["associations"])
    kinds = {one["kind"]: one["count"] for one in get(signed_in(app, staff), "/me/inbox")["items"]}
    assert kinds == {"associations.pending": 1, "associations.ending": 1}
    assert get(signed_in(app, hanne), "/me/inbox") == {"items": [], "total": 0}
    volunteering = person(session, areas=["volunteering"])
    assert get(signed_in(app, volunteering), "/me/inbox")["items"] == []


@pytest.mark.usefixtures("app")
def test_two_domains_cannot_have_a_kind_of_one_name() -> None:
    assert "hours.waiting" in inbox.kinds()
    with pytest.raises(ValueError, match="two kinds"):
        InboxKind("hours.waiting", lambda *_: ()).install()
