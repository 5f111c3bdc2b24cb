"""Mails of what is new: whom they reach, when, what of, and how they are ended."""

import dataclasses
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from at_once import at_once
from databases import BASE, NOW, Server
from factories.associations import association
from factories.needs import need, weekly
from factories.people import person, signed_in
from factories.places import HORNBAEK
from factories.searches import saved_search
from factories.signups import signup
from post import Post, opened
from reading import API
from samspil.app import create_app
from samspil.core import jobs
from samspil.core.http import Application
from samspil.core.mail import Mail, SuppressedAddress
from samspil.core.mail.outbox import fingerprint
from samspil.core.time import COPENHAGEN
from samspil.following import alerts, searches
from samspil.following.models import Alert, SavedSearch
from samspil.needs.models import Need
from samspil.people.models import Person

A_DAY = timedelta(days=1)
# The test happens on a Monday at ten; the first mails go on Tuesday.
TUESDAY = datetime(2027, 3, 2, 7, 0, tzinfo=COPENHAGEN)
NEXT_MONDAY = TUESDAY + 6 * A_DAY
JOBS = "DELETE FROM procrastinate_jobs WHERE task_name = 'searches.tell' RETURNING args"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def karen(session: Session) -> Person:
    return person(session, name="Karen", email="karen@demo.example")


def at(app: Application, moment: datetime) -> None:
    """What the workers do in an hour."""
    work = jobs.Work(app.settings, app.database, last_try=False)
    with time_machine.travel(moment, tick=False):
        alerts.morning(work)
        with app.database.writing.begin() as session:
            waiting = session.execute(text(JOBS)).scalars().all()
        for arguments in waiting:
            alerts.mail_news(work, **arguments)


def mails(app: Application) -> list[Mail]:
    """What waits to be sent, oldest first."""
    with app.database.writing() as session:
        return list(session.scalars(select(Mail).order_by(Mail.created_at, Mail.id)))


def listed(mail: Mail) -> list[str]:
    return [entry["title"] for entry in mail.listed or []]


def published(session: Session, moment: datetime, title: str, **values: Any) -> Need:
    """A need that is published at a moment, which may be to come."""
    made = need(session, title=title, **values)
    made.published_at, made.open_until = moment, moment + 100 * A_DAY
    session.flush()
    return made


def token_of(mail: Mail) -> str:
    found = re.fullmatch(r"/api/v1/unsubscribe/([\w-]{43})", mail.unsubscribe or "")
    assert found is not None
    return found[1]


def frequencies(session: Session) -> dict[str, str]:
    found = session.scalars(select(SavedSearch).execution_options(populate_existing=True)).all()
    return {search.name: search.frequency for search in found}


# When


@pytest.mark.parametrize(
    ("seven", "weekly"),
    [
        (datetime(2027, 3, 27, 6, 0, tzinfo=UTC), False),
        (datetime(2027, 3, 28, 5, 0, tzinfo=UTC), False),  # the change to summer time
        (datetime(2027, 3, 29, 5, 0, tzinfo=UTC), True),
        (datetime(2027, 10, 30, 5, 0, tzinfo=UTC), False),
        (datetime(2027, 10, 31, 6, 0, tzinfo=UTC), False),  # and back
        (datetime(2027, 11, 1, 6, 0, tzinfo=UTC), True),
    ],
)
def test_the_morning_begins_at_seven_on_a_danish_clock(seven: datetime, weekly: bool) -> None:
    morning = searches.morning_of(seven)
    assert morning is not None
    assert morning.until == seven - timedelta(minutes=15)
    assert ("weekly" in morning.frequencies) == weekly
    assert searches.morning_of(seven - timedelta(minutes=1)) is None
    assert searches.morning_of(seven + timedelta(hours=3)) is None
    assert searches.morning_of(seven + timedelta(minutes=179)) == morning


def test_the_job_runs_at_seven_all_year() -> None:
    """Its hours are those of UTC, which are others in summer."""
    runs = [
        p
        for p in jobs.app.periodic_registry.periodic_tasks.values()
        if p.task.name == "searches.morning"
    ]
    assert [run.cron for run in runs] == ["0 5-8 * * *"]


def test_what_is_new_is_told_the_next_morning_and_only_then(
    app: Application, session: Session, karen: Person
) -> None:
    published(session, NOW - A_DAY, "Gammelt")
    saved_search(session, karen)
    published(session, NOW + timedelta(hours=1), "Hundelufter", towns=["helsingoer"])
    session.commit()
    at(app, TUESDAY - timedelta(hours=1))
    assert mails(app) == []
    at(app, TUESDAY)
    [mail] = mails(app)
    assert (mail.to_address, listed(mail)) == ("karen@demo.example", ["Hundelufter"])
    assert mail.person_id == karen.id
    at(app, TUESDAY + A_DAY)
    assert len(mails(app)) == 1


def test_nothing_new_is_no_mail(app: Application, session: Session, karen: Person) -> None:
    saved_search(session, karen)
    published(session, NOW + timedelta(hours=1), "Langt væk", towns=["tikoeb"])
    session.execute(update(SavedSearch).values(filters={"place": "helsingoer", "radius_m": 1000}))
    session.commit()
    at(app, TUESDAY)
    assert mails(app) == []


def test_a_morning_that_was_missed_is_made_up_for_and_tells_no_more(
    app: Application, session: Session, karen: Person
) -> None:
    saved_search(session, karen)
    published(session, TUESDAY - timedelta(hours=2), "I tide")
    published(session, TUESDAY + timedelta(minutes=30), "For sent")
    session.commit()
    at(app, TUESDAY + timedelta(hours=2))
    at(app, TUESDAY + timedelta(hours=3))
    assert [listed(mail) for mail in mails(app)] == [["I tide"]]
    at(app, TUESDAY + A_DAY)
    assert [listed(mail) for mail in mails(app)] == [["I tide"], ["For sent"]]


def test_weekly_news_come_on_mondays(app: Application, session: Session, karen: Person) -> None:
    saved_search(session, karen, frequency="weekly")
    published(session, NOW + timedelta(hours=1), "Ny")
    session.commit()
    for days in range(6):
        at(app, TUESDAY + days * A_DAY)
    assert mails(app) == []
    at(app, NEXT_MONDAY)
    assert [listed(mail) for mail in mails(app)] == [["Ny"]]


def test_there_is_one_mail_a_day_for_all_of_somebody_s_searches(
    app: Application, session: Session, karen: Person
) -> None:
    for name in ("Nær mig", "Også nær mig"):
        saved_search(session, karen, name=name)
    saved_search(session, karen, name="Fra sofaen", filters={"remote": "only"}, frequency="weekly")
    saved_search(session, karen, name="Aldrig", frequency="never")
    for title in ("Fælles", "Også fælles"):
        published(session, NEXT_MONDAY - timedelta(hours=3), title)
    published(session, NEXT_MONDAY - timedelta(hours=3), "Hjemmefra", remote=True)
    session.commit()
    at(app, NEXT_MONDAY)
    at(app, NEXT_MONDAY + timedelta(hours=1))
    [mail] = mails(app)
    assert sorted(listed(mail)) == ["Fælles", "Hjemmefra", "Også fælles"]
    assert mail.said is not None
    assert mail.said["news"] == "3 nye opgaver"
    assert mail.said["searches"] == "»Nær mig«, »Også nær mig« og »Fra sofaen«"


def test_two_workers_write_one_mail(own_app: Application) -> None:
    with own_app.database.writing.begin() as session:
        karen = person(session)
        saved_search(session, karen)
        published(session, NOW + timedelta(hours=1), "Ny")
        who = str(karen.id)
    work = jobs.Work(own_app.settings, own_app.database, last_try=False)
    with time_machine.travel(TUESDAY, tick=False):
        at_once(*[lambda: alerts.mail_news(work, who)] * 4)
    assert len(mails(own_app)) == 1


# Whom


@pytest.mark.parametrize(
    "values",
    [
        {"verified": False},
        {"guardian_email": "mor@demo.example"},
    ],
)
def test_who_may_not_be_written_to_is_not(
    app: Application, session: Session, values: dict[str, Any]
) -> None:
    saved_search(session, person(session, **values))
    published(session, NOW + timedelta(hours=1), "Ny")
    session.commit()
    at(app, TUESDAY)
    assert mails(app) == []


def test_an_address_whose_mails_come_back_gets_no_more(
    app: Application, session: Session, karen: Person
) -> None:
    saved_search(session, karen)
    published(session, NOW + timedelta(hours=1), "Ny")
    session.add(SuppressedAddress(fingerprint=fingerprint("karen@demo.example"), reason="bounced"))
    session.commit()
    at(app, TUESDAY)
    assert mails(app) == []


def test_what_one_has_signed_up_for_and_what_nobody_may_see_is_no_news(
    app: Application, session: Session, karen: Person
) -> None:
    saved_search(session, karen)
    soon = NOW + timedelta(hours=1)
    signup(session, karen, published(session, soon, "Allerede med"))
    published(session, soon, "Kladde", status="draft")
    published(
        session, soon, "Skjult", of=association(session, status="hidden", hidden_reason="Reklame")
    )
    published(session, soon, "Lukket", status="closed")
    session.commit()
    at(app, TUESDAY)
    assert mails(app) == []


# What


def test_the_mail_names_ten_the_nearest_first_and_says_that_there_are_more(
    app: Application, session: Session, karen: Person
) -> None:
    lat, lon = HORNBAEK
    saved_search(session, karen, name="Hornbæk", filters={"place": "hornbaek"})
    for number in range(12):
        published(
            session,
            NOW + timedelta(hours=1),
            f"Opgave {number}",
            positions=[(lat - 0.003 * (number + 1), lon)],
        )
    session.commit()
    at(app, TUESDAY)
    [mail] = mails(app)
    assert listed(mail) == [f"Opgave {number}" for number in range(10)]
    assert mail.said is not None
    assert mail.said["news"] == "Mere end 10 nye opgaver"
    assert [entry["about"].rpartition(" · ")[2] for entry in mail.listed or []][:4] == [
        "350 m",
        "650 m",
        "1 km",
        "1,3 km",
    ]
    at(app, TUESDAY + A_DAY)
    assert len(mails(app)) == 1  # what did not fit is on the page


def test_a_search_with_every_filter_finds_what_fits_all_of_them(
    app: Application, session: Session, karen: Person
) -> None:
    lat, lon = HORNBAEK
    klub, soon = association(session, slug="klubben"), NOW + timedelta(hours=1)
    filters = {
        **{"lat": lat, "lon": lon, "radius_m": 2000, "q": "hund", "interest": ["animals"]},
        **{"weekday": ["tue"], "part_of_day": ["evening"], "commitment": ["recurring"]},
        **{"remote": "exclude", "step_free": True, "association": "klubben"},
    }
    saved_search(session, karen, filters=filters)
    fitting: dict[str, Any] = {
        **{"of": klub, "towns": ["hornbaek"], "positions": [HORNBAEK], "interests": ["animals"]},
        **{"pattern": [weekly("tue", "19:00")], "step_free": True},
    }
    published(session, soon, "Hundeluftere", **fitting)
    published(session, soon, "Kattepassere", **fitting)
    for other in ({"step_free": False}, {"pattern": []}, {"interests": []}, {"of": None}):
        published(session, soon, "Hundeluftere, der ikke passer", **fitting | other)
    session.commit()
    at(app, TUESDAY)
    assert [listed(mail) for mail in mails(app)] == [["Hundeluftere"]]


def test_the_mail_speaks_its_reader_s_language(app: Application, session: Session) -> None:
    reader = person(session, language="en")
    saved_search(session, reader, name="From home", filters={"remote": "only"})
    published(session, NOW + timedelta(hours=1), "Ny", remote=True)
    session.commit()
    at(app, TUESDAY)
    [mail] = mails(app)
    assert mail.said is not None
    assert mail.said["news"] == "1 new task"
    assert (mail.listed or [])[0]["about"].endswith(" · from home")


# The end of it


@pytest.fixture
def told(app: Application, session: Session, karen: Person) -> str:
    """The secret of a mail about one search of two."""
    saved_search(session, karen, name="Nyt i")
    saved_search(session, karen, name="Intet nyt", filters={"place": "tikoeb", "radius_m": 10})
    published(session, NOW + timedelta(hours=1), "Ny")
    session.commit()
    at(app, TUESDAY)
    [mail] = mails(app)
    return token_of(mail)


def one_click(app: Application, token: str) -> Any:
    """What a mail provider sends: no cookie, no proof."""
    answer = app.test_client(use_cookies=False).post(f"{API}/unsubscribe/{token}", data=ONE_CLICK)
    return answer.status_code, answer.json


def test_one_click_ends_what_the_mail_was_about(
    app: Application, session: Session, told: str
) -> None:
    assert one_click(app, told) == (200, {})
    assert frequencies(session) == {"Nyt i": "never", "Intet nyt": "daily"}
    published(session, TUESDAY, "Nyere")
    session.commit()
    at(app, TUESDAY + A_DAY)
    assert len(mails(app)) == 1


def test_looking_at_the_link_ends_nothing(session: Session, client: FlaskClient, told: str) -> None:
    looked = client.get(f"{API}/unsubscribe/{told}")
    assert (looked.status_code, looked.headers["Location"]) == (303, f"/afmeld/{told}")
    assert "no-store" in looked.headers["Cache-Control"]
    page = client.get(looked.headers["Location"])
    assert page.status_code == 200
    assert told not in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert set(frequencies(session).values()) == {"daily"}


@pytest.mark.parametrize("body", [{}, {"List-Unsubscribe": "No"}, {"other": "One-Click"}])
def test_without_the_agreed_words_nothing_is_ended(
    app: Application, session: Session, told: str, body: dict[str, str]
) -> None:
    refused = app.test_client().post(f"{API}/unsubscribe/{told}", data=body)
    assert refused.status_code == 422
    assert set(frequencies(session).values()) == {"daily"}


def test_a_form_in_parts_is_understood_too(app: Application, session: Session, told: str) -> None:
    sent = app.test_client().post(
        f"{API}/unsubscribe/{told}", data=ONE_CLICK, content_type="multipart/form-data"
    )
    assert sent.status_code == 200
    assert frequencies(session)["Nyt i"] == "never"


def test_a_guessed_and_a_used_link_are_answered_like_a_good_one(
    app: Application, session: Session, told: str
) -> None:
    good, used = one_click(app, told), one_click(app, told)
    assert good == used == one_click(app, "x" * 43) == one_click(app, "æ")
    assert frequencies(session)["Intet nyt"] == "daily"


def test_told_of_again_a_search_is_not_ended_by_an_older_mail(
    app: Application, session: Session, karen: Person, told: str
) -> None:
    one_click(app, told)
    found = session.scalars(select(SavedSearch).where(SavedSearch.name == "Nyt i")).one()
    published(session, NOW + timedelta(hours=2), "Mens der var pause")
    session.commit()
    with time_machine.travel(TUESDAY + timedelta(minutes=5), tick=False):
        address, daily = f"{API}/me/searches/{found.id}", {"frequency": "daily"}
        assert signed_in(app, karen).patch(address, json=daily).status_code == 200
    one_click(app, told)
    assert frequencies(session)["Nyt i"] == "daily"
    at(app, TUESDAY + A_DAY)
    assert len(mails(app)) == 1  # the pause brings no news afterwards


def test_a_link_to_a_search_that_is_gone_ends_nothing(
    app: Application, session: Session, told: str
) -> None:
    session.execute(text("DELETE FROM saved_searches WHERE name = 'Nyt i'"))
    session.commit()
    assert one_click(app, told) == (200, {})
    assert frequencies(session) == {"Intet nyt": "daily"}


def test_only_a_hash_of_the_link_s_secret_is_kept(session: Session, told: str) -> None:
    [alert] = session.scalars(select(Alert))
    assert told.encode() not in alert.token_hash
    assert alert.day == date(2027, 3, 2)


# Through a real server of mail


@pytest.fixture
def post(server: Server, tmp_path: Path, now: datetime) -> Iterator[Post]:  # noqa: ARG001
    name = server.clone(BASE)
    with opened(server.settings(name), tmp_path) as post:
        yield post
    server.drop(name)


def test_a_mail_program_can_end_the_mails_by_the_headers_alone(post: Post) -> None:
    with post.database.writing.begin() as session:
        who = person(session, email="anna@post.example")
        saved_search(session, who)
        published(session, NOW + timedelta(hours=1), "Rød grød & fløde")
    app = create_app(dataclasses.replace(post.settings, secret_key="s" * 40), post.database)
    at(app, TUESDAY)
    [mail] = mails(app)
    post.deliver(mail)
    [received] = post.smtp.received
    assert received["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = received["List-Unsubscribe"].strip("<>")
    assert address.startswith("https://samspil.example/api/v1/unsubscribe/")
    assert received["Subject"] == "1 ny opgave: »Nær mig«"
    body = received.get_body(("plain",))
    shown = received.get_body(("html",))
    assert body is not None
    assert shown is not None
    [page] = re.findall(r"https://samspil\.example/opgaver/[0-9a-f-]{36}", body.get_content())
    assert "Rød grød & fløde\r\n" in body.get_content()
    assert f'href="{page}"' in shown.get_content()
    assert "Rød grød &amp; fløde" in shown.get_content()
    path = address.removeprefix("https://samspil.example")
    sent = app.test_client(use_cookies=False).post(path, data=ONE_CLICK)
    assert sent.status_code == 200
    assert post.sql("SELECT frequency FROM saved_searches") == [("never",)]
    assert post.row(mail).listed is None
