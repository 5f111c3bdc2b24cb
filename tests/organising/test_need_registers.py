"""Needs from a list."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association
from factories.people import person
from factories.signups import shifts_of, signup
from register_files import Importing, kinds, reasons
from samspil.associations.models import Association
from samspil.associations.registers import Associations
from samspil.needs.models import Need, Shift
from samspil.organising.registers import Needs

READING = {
    "id": "O-1",
    "forening": "laesekredsen",
    "titel": "Læs højt",
    "resumé": "Læs højt for børn en time",
    "beskrivelse": "Vi mødes på **biblioteket**.",
    "hvornår": "fast",
    "ugeplan": "tir 17:00-18:30|tor 9-10",
    "timer om ugen": "1,5",
    "interesser": "Kultur og museum",
    "by": "Hornbæk",
    "antal": "4",
    "børn under 15": "ja",
    "opgaver": "Vælge bøger, gode|Læse",
}
FAIR = {
    "id": "O-2",
    "forening": "laesekredsen",
    "titel": "Hjælp på bogmarkedet",
    "hvornår": "enkelt gang",
    "vagter": "06-03-2027 10:00-12:00 x4 (min 2)|07-03-2027 10:00-12:00",
    "antal": "6",
    "by": "3100",
}


@pytest.fixture
def bring(session: Session, now: datetime, tmp_path: Path) -> Importing:
    association(session, slug="laesekredsen", name="Læsekredsen")
    session.flush()
    return Importing(session, tmp_path, lambda s: Needs(s, "kommunen", now))


def only(session: Session) -> Need:
    return session.scalars(select(Need)).one()


def shown(client: FlaskClient, need: Need) -> dict[str, Any]:
    return dict(client.get(f"/api/v1/needs/{need.id}").json)


def test_a_weekly_need_goes_in_and_is_found(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    assert kinds(bring(READING)) == ["new"]
    found = shown(client, only(session))
    assert found["when"]["kind"] == "recurring"
    assert found["when"]["weekdays"] == ["tue", "thu"]
    assert found["when"]["hours_per_week"] == 1.5
    assert found["tasks"] == ["Vælge bøger, gode", "Læse"]
    assert found["children_under_15"]
    assert found["status"] == "published"
    assert found["position_accuracy"] == "town"
    near = "/api/v1/needs?place=hornbaek&q=bibliotek&weekday=tue&part_of_day=evening"
    assert [item["title"] for item in client.get(near).json["items"]] == ["Læs højt"]


def test_a_need_of_one_day_has_its_shifts(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    bring(FAIR)
    shifts = shown(client, only(session))["shifts"]
    assert [(s["capacity"], s["minimum_crew"]) for s in shifts] == [(4, 2), (6, None)]
    assert datetime.fromisoformat(shifts[0]["starts_at"]).isoformat() == "2027-03-06T10:00:00+01:00"


def test_a_second_run_changes_nothing(bring: Importing) -> None:
    bring(READING, FAIR)
    again = bring(READING, FAIR)
    assert kinds(again) == ["unchanged", "unchanged"]
    assert [outcome.kept for outcome in again] == [(), ()]


def test_shifts_follow_the_register_but_for_those_that_people_signed_up_for(
    bring: Importing, session: Session
) -> None:
    bring(FAIR)
    moved = FAIR | {"vagter": "06-03-2027 10:00-12:00 x5 (min 2)|08-03-2027 10:00-12:00"}
    assert bring.one(moved).kind == "changed"
    days = session.execute(select(Shift.starts_at, Shift.capacity).order_by(Shift.starts_at)).all()
    assert [(day.day, capacity) for day, capacity in days] == [(6, 5), (8, 6)]
    need = only(session)
    assert need.open_until is not None
    assert need.open_until.day == 8

    first = session.scalars(select(Shift).order_by(Shift.starts_at)).first()
    assert first is not None
    first.taken = 3
    session.flush()
    outcome = bring.one(FAIR | {"vagter": "08-03-2027 10:00-12:00"})
    assert outcome.kind == "refused"
    assert "3 have signed up; it cannot be dropped" in reasons(outcome)
    fewer = bring.one(moved | {"vagter": moved["vagter"].replace("x5", "x2")})
    assert "3 have signed up already" in reasons(fewer)


def test_a_dropped_shift_that_somebody_has_left_is_cancelled_and_stays_so(
    bring: Importing, session: Session
) -> None:
    bring(FAIR)
    [one, _] = shifts_of(session, only(session))
    signup(session, person(session), only(session), one, status="withdrawn")
    fewer = FAIR | {"vagter": "07-03-2027 10:00-12:00"}
    assert [bring.one(fewer).kind for _ in range(2)] == ["changed", "unchanged"]
    [dropped, *rest] = shifts_of(session, only(session))
    assert (dropped.cancelled_at, [r.cancelled_at for r in rest]) == (NOW, [None])
    assert only(session).slots == ["sun-morning"]


def test_what_people_edited_stays_and_a_paused_need_stays_paused(
    bring: Importing, session: Session
) -> None:
    bring(READING)
    need = only(session)
    need.title, need.status = "Læs højt, tak", "paused"
    session.flush()
    outcome = bring.one(READING | {"titel": "Noget nyt", "antal": "5"})
    assert (outcome.changed, outcome.kept) == (("wanted",), ("title",))
    assert (only(session).title, only(session).status) == ("Læs højt, tak", "paused")


def test_an_association_goes_by_its_external_id_in_the_same_source(
    bring: Importing, session: Session, tmp_path: Path
) -> None:
    associations = Importing(session, tmp_path, lambda s: Associations(s, "kommunen", NOW))
    associations({"id": "F-1", "navn": "Koret", "by": "Nyrup", "e-mail": "kor@koret.example"})
    assert bring.one(READING | {"forening": "F-1"}).kind == "refused"  # nobody to ask
    associations({"id": "F-1", "navn": "Koret", "by": "Nyrup", "e-mail": "info@koret.example"})
    assert bring.one(READING | {"forening": "F-1"}).kind == "new"
    assert only(session).association.name == "Koret"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"forening": "ukendt"}, "association: there is no 'ukendt' here"),
        ({"hvornår": "enkelt gang"}, "shifts: must be filled"),
        ({"hvornår": "når det passer"}, "weekly: is for a commitment that is recurring"),
        ({"by": ""}, "a town or a postcode"),
        ({"hjemmefra": "ja"}, "a need done from home has no place"),
        ({"krav": "a|b|c|d"}, "4 given, at most 3"),
        ({"fra": "02-01-2027", "til": "01-01-2027"}, "until_day: is before from_day"),
        ({"vagter": "06-03-2027 10-12 (min 9)"}, "the minimum is more than there is room for"),
        ({"antal": "0"}, "wanted: 0 is not from 1"),
        ({"titel": "x" * 101}, "title: 101 characters"),
    ],
)
def test_a_faulty_row_is_refused_with_its_reason(
    bring: Importing, row: dict[str, str], reason: str
) -> None:
    assert reason in reasons(bring.one(READING | row))


def test_a_need_from_home_has_no_place(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    bring(READING | {"by": "", "hjemmefra": "ja"})
    assert shown(client, only(session))["remote"]


def test_a_private_address_is_not_shown(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    home = {"adresse": "Hjemmevej 3", "breddegrad": "56,09", "længdegrad": "12,46"}
    outcome = bring.one(READING | home)
    assert outcome.entry.values.left_out == ("address, position: public_premises is not ja",)
    found = shown(client, only(session))
    assert (found["address"], found["position_accuracy"]) == (None, "town")
    assert bring.one(READING | home | {"offentligt sted": "ja"}).changed == ("address", "position")


def test_a_need_of_what_was_merged_is_the_others(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    other = association(session, slug="rigtig", name="Den rigtige")
    first = session.scalars(select(Association).where(Association.slug == "laesekredsen")).one()
    first.status, first.merged_into_id = "merged", other.id
    session.flush()
    assert kinds(bring(READING)) == ["new"]
    assert shown(client, only(session))["association"]["slug"] == "rigtig"


def test_a_need_of_what_is_not_public_is_nowhere(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    first = session.scalars(select(Association).where(Association.slug == "laesekredsen")).one()
    first.status = "pending"
    session.flush()
    assert kinds(bring(READING)) == ["new"]
    assert not only(session).shown
    assert client.get("/api/v1/needs").json["items"] == []
