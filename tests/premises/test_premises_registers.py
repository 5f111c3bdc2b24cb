"""Premises and spaces from a municipality's register."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from databases import NOW
from register_files import Importing, kinds, reasons
from samspil.premises.models import Premises, Space
from samspil.premises.registers import PremisesRegister

HALL = {
    "id": "H-1",
    "navn": "Tikøb Hallen",
    "drives af": "Kommunen",
    "by": "Tikøb",
    "adresse": "Hallevej 1",
    "breddegrad": "56,0211",
    "længdegrad": "12,4529",
    "tilgængelighed": "trinfri adgang|handicaptoilet",
    "åbningstider": "man-fre 16-22|lør 9:00-14:00",
    "e-mail": "booking@kommunen.example",
    "lokale": "Hal 1",
    "personer": "1.200",
    "areal": "800",
    "egnet til": "boldspil|Badminton",
    "udstyr": "Net|Måltavle, stor",
    "dele": "Nord|Syd",
}
HALF = {"id": "H-1", "lokale": "Hal 1 nord", "personer": "400", "dele": "Nord"}


@pytest.fixture
def bring(session: Session, tmp_path: Path) -> Importing:
    return Importing(session, tmp_path, lambda s: PremisesRegister(s, "kommunen", NOW))


def shown(client: FlaskClient, slug: str = "tikoeb-hallen") -> dict[str, Any]:
    answer = client.get(f"/api/v1/premises/{slug}")
    assert answer.status_code == 200
    return dict(answer.json)


def test_rows_of_one_id_become_a_building_with_its_spaces(
    bring: Importing, client: FlaskClient
) -> None:
    assert kinds(bring(HALL, HALF)) == ["new"]
    found = shown(client)
    assert found["operator"] == "Kommunen"
    assert found["position_accuracy"] == "exact"
    assert found["features"] == ["step_free", "accessible_toilet"]
    assert found["contact"]["email"] == "booking@kommunen.example"
    assert [(s["name"], s["capacity"], s["parts"]) for s in found["spaces"]] == [
        ("Hal 1", 1200, ["Nord", "Syd"]),
        ("Hal 1 nord", 400, ["Nord"]),
    ]
    assert found["spaces"][0]["equipment"] == ["Net", "Måltavle, stor"]
    assert found["opening_hours"][0] == {"weekday": "mon", "opens": "16:00", "closes": "22:00"}
    assert len(found["opening_hours"]) == 6
    wide = client.get("/api/v1/premises?place=tikoeb&persons=1000&activity=badminton").json
    assert [item["slug"] for item in wide["items"]] == ["tikoeb-hallen"]


def test_a_second_run_changes_nothing(bring: Importing) -> None:
    bring(HALL, HALF)
    [again] = bring(HALL, HALF)
    assert (again.kind, again.kept) == ("unchanged", ())


def test_spaces_are_changed_added_and_never_dropped(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    bring(HALL, HALF)
    ids = set(session.scalars(select(Space.id)))
    changed = HALL | {"personer": "900", "dele": "Nord|Midt|Syd", "åbningstider": "man 8-16"}
    [outcome] = bring(changed, {"id": "H-1", "lokale": "Cafeen", "personer": "40"})
    assert outcome.kind == "changed"
    assert {"opening_hours", "spaces/Hal 1/capacity", "spaces/Hal 1/parts"} <= set(outcome.changed)
    assert "spaces/Hal 1 nord/capacity" in outcome.kept
    found = shown(client)
    assert [(s["name"], s["capacity"], s["parts"]) for s in found["spaces"]] == [
        ("Hal 1", 900, ["Midt", "Nord", "Syd"]),
        ("Hal 1 nord", 400, ["Nord"]),
        ("Cafeen", 40, ["Cafeen"]),
    ]
    assert found["opening_hours"] == [{"weekday": "mon", "opens": "08:00", "closes": "16:00"}]
    assert ids < set(session.scalars(select(Space.id)))


def test_what_people_edited_in_a_space_stays(bring: Importing, session: Session) -> None:
    bring(HALL, HALF)
    session.scalars(select(Space).where(Space.name == "Hal 1")).one().capacity = 1000
    session.flush()
    [outcome] = bring(HALL | {"personer": "900", "areal": "810"}, HALF)
    assert outcome.changed == ("spaces/Hal 1/area_m2",)
    assert outcome.kept == ("spaces/Hal 1/capacity",)
    [forced] = bring(HALL | {"personer": "900", "areal": "810"}, HALF, force=True)
    assert forced.changed == ("spaces/Hal 1/capacity",)


def test_a_space_that_people_removed_does_not_come_back(bring: Importing, session: Session) -> None:
    bring(HALL, HALF)
    session.delete(session.scalars(select(Space).where(Space.name == "Hal 1 nord")).one())
    session.flush()
    [outcome] = bring(HALL, HALF)
    assert outcome.kind == "unchanged"
    assert "spaces/Hal 1 nord/capacity" in outcome.kept
    assert session.scalars(select(Space.name)).all() == ["Hal 1"]


def test_a_faulty_row_holds_back_its_building_alone(bring: Importing, session: Session) -> None:
    other = HALL | {"id": "H-2", "navn": "Nyrup Hus", "by": "Nyrup"}
    outcomes = bring(HALL, HALF | {"personer": "mange"}, other)
    assert kinds(outcomes) == ["refused", "new"]
    assert reasons(outcomes[0]) == "3: capacity: 'mange' is not a whole number"
    assert session.scalars(select(Premises.name)).all() == ["Nyrup Hus"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"navn": "Noget andet"}, "name: reads otherwise in line 2"),
        ({"lokale": "Hal 1"}, "stands twice in the same premises"),
        ({"lokale": ""}, "space_name: must be filled"),
        ({"personer": ""}, "capacity: must be filled for a space"),
    ],
)
def test_what_does_not_fit_the_building_is_told(
    bring: Importing, row: dict[str, str], reason: str
) -> None:
    [outcome] = bring(HALL, HALF | row)
    assert reason in reasons(outcome)


def test_rows_of_a_building_that_do_not_stand_together_are_refused(bring: Importing) -> None:
    other = HALL | {"id": "H-2", "navn": "Nyrup Hus"}
    outcomes = bring(HALL, other, HALL | HALF)
    assert kinds(outcomes) == ["new", "new", "refused"]
    assert reasons(outcomes[2]) == "4: external_id: 'H-1' stands in line 2 already"


def test_premises_stand_in_one_town(bring: Importing) -> None:
    assert "one town" in reasons(bring.one(HALL | {"by": "Tikøb|Nyrup"}))
