"""A person's shifts in their own calendar, under an address that nobody can guess."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import structlog
import time_machine
from flask.testing import FlaskClient
from icalendar import Calendar, Event
from sqlalchemy import event, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from databases import NOW
from factories.associations import takes_part
from factories.needs import need, shift, weekly
from factories.people import person, signed_in
from factories.signups import shifts_of, signup
from reading import API, get
from samspil.core.audit import AuditEntry
from samspil.core.http import Application
from samspil.core.privacy import Someone, erase
from samspil.core.throttle import Limit
from samspil.core.time import COPENHAGEN
from samspil.following import ical, routes
from samspil.following.models import CalendarFeed
from samspil.following.routes import MADE
from samspil.needs.models import Need, Shift
from samspil.people.models import Person

TUESDAY = datetime(2027, 3, 9, 19, 0, tzinfo=COPENHAGEN)


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, name="Karen")


@pytest.fixture
def rota(session: Session) -> Need:
    return need(
        session,
        title="Træner, U10",
        address="Rønnebær Allé 1",
        positions=[(56.0361, 12.5920)],
        shifts=[shift(TUESDAY)],
    )


def subscribe(app: Application, who: Person) -> str:
    """The path of somebody's calendar."""
    made = signed_in(app, who).post(f"{API}/me/calendar")
    assert made.status_code == 201
    return urlsplit(made.json["url"]).path


def events(client: FlaskClient, path: str) -> list[Event]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "text/calendar"
    return list(Calendar.from_ical(answer.data).walk("VEVENT"))  # type: ignore[arg-type]


def test_a_shift_stands_in_it_with_time_place_and_page(
    app: Application, session: Session, karen: Person, rota: Need, client: FlaskClient
) -> None:
    mine = signup(session, karen, rota, shifts_of(session, rota)[0])
    session.commit()
    [shown] = events(client, subscribe(app, karen))
    assert shown["uid"] == f"{mine.id}@samspil.example"
    assert shown["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert (shown.decoded("dtstart"), shown.decoded("dtend")) == (
        TUESDAY,
        TUESDAY + timedelta(hours=2),
    )
    assert (shown["summary"], shown["status"]) == ("Træner, U10", "CONFIRMED")
    assert shown["location"] == "Rønnebær Allé 1, Helsingør"
    assert shown["geo"].to_ical() == "56.0361;12.592"
    assert shown["url"] == f"https://samspil.example/opgaver/{rota.id}"
    assert f"https://samspil.example/mig/tilmeldinger/{mine.id}" in shown["description"]


def test_a_town_that_the_address_names_is_not_said_twice(
    app: Application, session: Session, karen: Person, rota: Need, client: FlaskClient
) -> None:
    rota.address = "Klubhusvej 2, 3000 Helsingør"
    signup(session, karen, rota, shifts_of(session, rota)[0])
    session.commit()
    [shown] = events(client, subscribe(app, karen))
    assert shown["location"] == "Klubhusvej 2, 3000 Helsingør"


def test_it_tells_calendars_its_name_and_when_to_come_again(
    app: Application, karen: Person, session: Session, client: FlaskClient
) -> None:
    session.commit()
    body = client.get(subscribe(app, karen)).text
    for line in (
        "METHOD:PUBLISH",
        "NAME:Mine vagter på Samspil",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "BEGIN:VTIMEZONE",
    ):
        assert f"{line}\r\n" in body


@pytest.mark.parametrize(
    ("values", "status", "title"),
    [
        ({"status": "accepted"}, "CONFIRMED", "Hjælp til"),
        ({"status": "applied"}, "TENTATIVE", "Maybe: Hjælp til"),
        ({"status": "waitlisted"}, "TENTATIVE", "Maybe: Hjælp til"),
        ({"offered": True}, "TENTATIVE", "Maybe: Hjælp til"),
        ({"status": "withdrawn"}, "CANCELLED", "Cancelled: Hjælp til"),
        ({"status": "declined"}, "CANCELLED", "Cancelled: Hjælp til"),
    ],
)
def test_each_state_of_a_sign_up_is_one_that_calendars_know_in_the_persons_language(
    values: dict[str, Any],
    status: str,
    title: str,
    app: Application,
    session: Session,
    client: FlaskClient,
) -> None:
    ben = person(session, language="en")
    helped = need(session, shifts=[shift(TUESDAY)])
    signup(session, ben, helped, shifts_of(session, helped)[0], **values)
    session.commit()
    [shown] = events(client, subscribe(app, ben))
    assert (shown["status"], shown["summary"]) == (status, title)


def test_what_has_ended_stands_there_for_sixty_days(
    app: Application, session: Session, karen: Person, client: FlaskClient
) -> None:
    helped = need(session, shifts=[shift(TUESDAY + timedelta(days=100))])
    one = shifts_of(session, helped)[0]
    for days in (59, 61):
        changed = NOW - timedelta(days=days)
        signup(session, karen, helped, one, status="withdrawn", changed_at=changed)
    session.commit()
    assert len(events(client, subscribe(app, karen))) == 1


def test_a_moved_and_then_cancelled_shift_keeps_its_uid_and_its_sequence_grows(
    app: Application, session: Session, karen: Person, rota: Need, client: FlaskClient
) -> None:
    one = shifts_of(session, rota)[0]
    signup(session, karen, rota, one)
    rota.updated_at = NOW
    one.changed_at = NOW
    manager = person(session)
    takes_part(session, manager, rota.association)
    session.commit()
    path, desk = subscribe(app, karen), signed_in(app, manager)
    seen = events(client, path)
    later = TUESDAY + timedelta(days=1)
    body = {"starts_at": later.isoformat(), "ends_at": (later + timedelta(hours=2)).isoformat()}
    for minutes, ask in (
        (1, lambda: desk.patch(f"{API}/shifts/{one.id}", json=body)),
        (2, lambda: desk.post(f"{API}/shifts/{one.id}/cancel", json={})),
    ):
        with time_machine.travel(NOW + timedelta(minutes=minutes), tick=False):
            assert ask().status_code == 200
            seen += events(client, path)
    assert len({shown["uid"] for shown in seen}) == 1
    sequences = [shown["sequence"] for shown in seen]
    assert [s - sequences[0] for s in sequences] == [0, 60, 120]
    assert [shown.decoded("dtstart") for shown in seen] == [TUESDAY, later, later]
    assert [shown["status"] for shown in seen] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert seen[-1].decoded("last-modified") == (NOW + timedelta(minutes=2)).astimezone(UTC)


def test_a_weekly_task_comes_again_at_the_same_time_over_the_change_to_summer_time(
    app: Application, session: Session, karen: Person, client: FlaskClient
) -> None:
    helped = need(
        session, pattern=[weekly("tue", "19:00", "21:00"), weekly("fri", "23:00", "01:00")]
    )
    mine = signup(session, karen, helped)
    session.commit()
    tuesday, friday = events(client, subscribe(app, karen))
    assert tuesday["rrule"].to_ical() == b"FREQ=WEEKLY"
    assert tuesday.decoded("dtstart") == datetime(2027, 3, 2, 19, tzinfo=COPENHAGEN)
    assert friday.decoded("dtend") == datetime(2027, 3, 6, 1, tzinfo=COPENHAGEN)
    assert tuesday["uid"] == f"{mine.id}-tue-1900@samspil.example"
    assert tuesday["dtstart"].params["TZID"] == "Europe/Copenhagen"


def test_a_weekly_task_ends_with_its_last_day(
    app: Application, session: Session, karen: Person, client: FlaskClient
) -> None:
    until = datetime(2027, 4, 6, tzinfo=COPENHAGEN).date()
    signup(session, karen, need(session, pattern=[weekly("tue", "19:00")], until_day=until))
    session.commit()
    [shown] = events(client, subscribe(app, karen))
    assert shown["rrule"]["UNTIL"] == [datetime(2027, 4, 6, 21, 59, 59, tzinfo=UTC)]


def test_who_has_signed_up_for_the_whole_has_all_its_shifts(
    app: Application, session: Session, karen: Person, client: FlaskClient
) -> None:
    week = timedelta(days=7)
    helped = need(session, shifts=[shift(TUESDAY), shift(TUESDAY + week)], pattern=[])
    signup(session, karen, helped)
    session.commit()
    shown = events(client, subscribe(app, karen))
    assert {one.decoded("dtstart") for one in shown} == {TUESDAY, TUESDAY + week}
    assert len({one["uid"] for one in shown}) == 2


def offsets(year: int) -> list[tuple[datetime, timedelta]]:
    """When the clock changes in Copenhagen in a year, and to which offset."""
    day, found = datetime(year, 1, 1, tzinfo=UTC), []
    while day.year == year:
        after = day + timedelta(hours=1)
        if day.astimezone(COPENHAGEN).utcoffset() != after.astimezone(COPENHAGEN).utcoffset():
            found.append((after, after.astimezone(COPENHAGEN).utcoffset() or timedelta()))
        day = after
    return found


@pytest.mark.parametrize("year", [1996, 2027, 2038, 2099])
def test_the_zone_that_is_sent_along_changes_when_denmark_does(year: int) -> None:
    [zone] = Calendar.from_ical(ical.to_bytes([])).walk("VTIMEZONE")
    sent = zone.to_tz(lookup_tzid=False)
    for moment, offset in offsets(year):
        clock = moment.astimezone(COPENHAGEN).replace(tzinfo=None)
        for hours in (-4, 4):
            at = clock + timedelta(hours=hours)
            assert sent.utcoffset(at) == at.replace(tzinfo=COPENHAGEN).utcoffset()
        assert offset in {timedelta(hours=1), timedelta(hours=2)}


# The address


def test_the_address_is_shown_once_and_kept_as_a_hash_alone(
    app: Application, session: Session, karen: Person
) -> None:
    session.commit()
    browser = signed_in(app, karen)
    assert browser.get(f"{API}/me/calendar").json["made_at"] is None
    made = browser.post(f"{API}/me/calendar").json
    secret = re.fullmatch(r"https://samspil.example/api/v1/calendars/(.{43})\.ics", made["url"])
    assert secret is not None
    shown = browser.get(f"{API}/me/calendar").json
    assert (shown["url"], shown["made_at"]) == (None, made["made_at"])
    kept = session.scalars(select(CalendarFeed)).one()
    assert secret[1].encode() not in kept.secret


def test_replaced_revoked_and_never_made_are_the_same_to_who_asks(
    app: Application, session: Session, karen: Person, client: FlaskClient
) -> None:
    session.commit()
    browser = signed_in(app, karen)
    replaced, revoked = subscribe(app, karen), subscribe(app, karen)
    assert browser.delete(f"{API}/me/calendar").status_code == 204
    guessed = f"{API}/calendars/{'a' * 43}.ics"
    answers = [client.get(path) for path in (replaced, revoked, guessed)]
    assert {(a.status_code, a.data) for a in answers} == {(404, answers[0].data)}
    assert browser.delete(f"{API}/me/calendar").status_code == 204
    done = session.scalars(select(AuditEntry.action).where(AuditEntry.kind == "calendar"))
    assert list(done) == ["make", "make", "revoke"]


def test_unknown_and_revoked_cost_the_same_statements(
    app: Application, session: Session, karen: Person, client: FlaskClient, statements: Any
) -> None:
    session.commit()
    revoked = subscribe(app, karen)
    signed_in(app, karen).delete(f"{API}/me/calendar")
    sent = []
    for path in (revoked, f"{API}/calendars/{'a' * 43}.ics"):
        with statements(session.get_bind().engine) as seen:
            client.get(path)
        sent.append(seen)
    assert sent[0] == sent[1] != []


def test_who_is_erased_has_no_calendar(
    app: Application, session: Session, karen: Person, client: FlaskClient
) -> None:
    session.commit()
    path = subscribe(app, karen)
    erase(session, Someone(karen.id, karen.email or "", karen.name), NOW)
    session.commit()
    assert client.get(path).status_code == 404


def test_it_is_read_again_only_when_it_has_changed(
    app: Application, session: Session, karen: Person, rota: Need, client: FlaskClient
) -> None:
    signup(session, karen, rota, shifts_of(session, rota)[0])
    session.commit()
    path = subscribe(app, karen)
    first = client.get(path)
    assert first.headers["Cache-Control"] == "private, no-store"
    read = {"If-None-Match": first.headers["ETag"]}
    assert client.get(path, headers=read).status_code == 304
    rota.title = "Målmandstræner"
    session.commit()
    assert client.get(path, headers=read).status_code == 200


def test_nobody_makes_addresses_without_end(
    app: Application, session: Session, karen: Person
) -> None:
    session.commit()
    browser = signed_in(app, karen)
    answers = [browser.post(f"{API}/me/calendar").status_code for _ in range(MADE.most + 1)]
    assert answers == [201] * MADE.most + [429]


def test_who_fetches_or_guesses_too_often_must_wait(
    app: Application,
    session: Session,
    karen: Person,
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.commit()
    hour = timedelta(hours=1)
    monkeypatch.setattr(routes, "FETCHED", Limit("calendar.fetched", 2, hour))
    monkeypatch.setattr(routes, "MISSED", Limit("calendar.missed", 2, hour))
    guessed = f"{API}/calendars/{'a' * 43}.ics"
    for path, usual in ((subscribe(app, karen), 200), (guessed, 404)):
        assert [client.get(path).status_code for _ in range(3)] == [usual, usual, 429]


def test_one_sees_on_which_day_it_was_last_fetched(
    app: Application, session: Session, karen: Person, client: FlaskClient
) -> None:
    session.commit()
    path, browser = subscribe(app, karen), signed_in(app, karen)
    assert get(browser, "/me/calendar")["fetched_on"] is None
    client.get(path)
    assert get(browser, "/me/calendar")["fetched_on"] == "2027-03-01"


def test_a_fault_is_logged_without_the_address(
    app: Application, session: Session, karen: Person, client: FlaskClient
) -> None:
    session.commit()
    path = subscribe(app, karen)
    engine = session.get_bind().engine

    def fail(*_: Any) -> None:
        raise RuntimeError

    event.listen(engine, "before_cursor_execute", fail)
    try:
        with structlog.testing.capture_logs() as logged:
            answer: TestResponse = client.get(path)
    finally:
        event.remove(engine, "before_cursor_execute", fail)
    assert (answer.status_code, len(logged)) == (500, 1)
    assert path.rpartition("/")[2].removesuffix(".ics") not in str(logged)


# A shift by itself


def test_a_shift_can_be_added_by_anybody_who_sees_its_need(
    session: Session, rota: Need, client: FlaskClient
) -> None:
    [one] = shifts_of(session, rota)
    session.commit()
    answer = client.get(f"{API}/shifts/{one.id}.ics")
    [shown] = events(client, f"{API}/shifts/{one.id}.ics")
    assert "METHOD:PUBLISH" in answer.text
    assert (shown["uid"], shown["status"]) == (f"{one.id}@samspil.example", "CONFIRMED")
    again = client.get(
        f"{API}/shifts/{one.id}.ics", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize("values", [{"status": "draft"}, {"shown": False}])
def test_a_shift_of_a_need_that_nobody_may_see_is_not_there(
    values: dict[str, Any], session: Session, rota: Need, client: FlaskClient
) -> None:
    [one] = shifts_of(session, rota)
    for name, value in values.items():
        setattr(rota, name, value)
    session.commit()
    assert client.get(f"{API}/shifts/{one.id}.ics").status_code == 404
    assert session.get(Shift, one.id) is not None
