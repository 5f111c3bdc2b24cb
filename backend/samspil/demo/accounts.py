"""The demonstration's accounts: a volunteer, somebody of a board, a municipal employee."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.models import Association, Membership
from samspil.core.auth import AREAS
from samspil.core.db import new_id
from samspil.core.time import local
from samspil.people import rules
from samspil.people.models import Person, Profile
from samspil.places.models import Place

PASSWORD: Final = "samspil-demo"  # noqa: S105  # it stands in the README, and opens nothing real

VOLUNTEER: Final = "frivillig@demo.example"

BOARD: Final = "forening@demo.example"

EMPLOYEE: Final = "medarbejder@demo.example"

# What the board's account runs: an approved club, and one that is not.
RUN_BY_BOARD: Final = ("boldklubben-sundet", "lektiecafeen-tavlen")


def add_accounts(
    session: Session,
    associations: Mapping[str, Association],
    places: Mapping[str, Place],
    now: datetime,
) -> int:
    """Add the three accounts, confirmed; returns how many."""
    volunteer = _person(VOLUNTEER, "Signe Frivillig", now)
    board = _person(BOARD, "Frede Forening", now)
    employee = _person(EMPLOYEE, "Mette Medarbejder", now)
    employee.areas = list(AREAS)
    session.add_all([volunteer, board, employee])
    session.flush()  # their profile and memberships name them
    session.add(_profile(volunteer, places["helsingoer"], now))
    for slug in RUN_BY_BOARD:
        session.add(
            Membership(
                association_id=associations[slug].id,
                person_id=board.id,
                role="manager",
                since=now - timedelta(days=400),
            )
        )
    return 3


def _person(email: str, name: str, now: datetime) -> Person:
    return Person(
        id=new_id(),
        email=email,
        name=name,
        password_hash=rules.hashed(PASSWORD),
        language="da",
        verified_at=now,
        areas=[],
        demo=True,
    )


def _profile(volunteer: Person, home: Place, now: datetime) -> Profile:
    today = local(now).date()
    return Profile(
        person_id=volunteer.id,
        home_place_id=home.id,
        home=home.position,
        about="Jeg er lige flyttet hertil og vil gerne lære folk at kende, mens jeg gør nytte.",
        interests=["nature", "events", "animals", "food"],
        skills=["Førstehjælp", "Kørekort", "Bager gerne kage til mange"],
        languages=["da", "en", "de"],
        availability=["tue-evening", "wed-evening", "sat-morning", "sat-afternoon"],
        available_from=today,
        available_until=today + timedelta(days=300),
        max_distance_m=8_000,
        birth_year=1993,
    )
