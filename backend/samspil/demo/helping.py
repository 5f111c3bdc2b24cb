"""The demonstration's volunteers, and what they have signed up for.

Every place that a need says is held is held by somebody: the desks show who comes. The board's
account has applicants to answer and a day behind it; the volunteer's has something of each kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any, Final

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association, Claim, Membership
from samspil.associations.services import add_association
from samspil.core.auth import AREAS
from samspil.core.db import new_id
from samspil.core.text import slugify
from samspil.core.time import at_local, local
from samspil.hours.entries import follow_attendance
from samspil.hours.models import HoursEntry
from samspil.moderation.services import Report
from samspil.needs.models import Need, Shift
from samspil.people import rules
from samspil.people.models import OptionalConsent, Person, Profile
from samspil.places.models import Place
from samspil.signups.models import VOLUNTEER as VOLUNTEER_SIDE
from samspil.signups.models import Message, Signup

VOLUNTEERS: Final = Path(__file__).parent / "data" / "volunteers.json"
BY_THE_HALL: Final = "Bag boller og sælg kaffe til børnestævnet"
TRAINER: Final = "Bliv fodboldtræner for U8-drengene"
HOMEWORK: Final = "Lektiehjælper i dansk og matematik"
LAST_TIME: Final = timedelta(weeks=6)
OFFERS: Final = (
    "Jeg har selv spillet i 20 år og vil gerne give noget videre. Tirsdage passer mig bedst.",
    "Min søn går på holdet, så jeg er der alligevel. Jeg har ikke prøvet at træne før.",
)
HER_OFFER: Final = "Jeg har læst matematik og kan komme om tirsdagen efter klokken 15."


def add_volunteers(session: Session, places: Mapping[str, Place], now: datetime) -> int:
    """Add the volunteers and their sign-ups, when needs and accounts are there.

    Returns how many people were added.
    """
    people = [_add_person(session, row, places, now) for row in _rows()]
    session.flush()  # sign-ups name them
    signe = session.scalars(select(Person).where(Person.email == VOLUNTEER)).one()
    signups = [
        signup
        for need, shifts in _needs(session)
        for signup in _who_comes(need, shifts, people, signe, now)
    ]
    for title, wanted in (
        (TRAINER, list(zip(people, OFFERS, strict=False))),
        (HOMEWORK, [(signe, HER_OFFER)]),
    ):
        need = _need(session, title)
        signups += [
            _signup(need, None, one, need.taken + number, now - timedelta(hours=20 * number))
            | {"status": "applied", "message": message}
            for number, (one, message) in enumerate(wanted, 1)
        ]
    session.execute(insert(Signup), signups)
    session.execute(insert(Message), list(_opening_words(signups)))
    _add_last_time(session, [*people[:4], signe])
    return len(people)


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(VOLUNTEERS.read_text(encoding="utf-8"))
    return rows


def _add_person(
    session: Session, row: Mapping[str, Any], places: Mapping[str, Place], now: datetime
) -> Person:
    person = Person(
        id=new_id(),
        email=f"{slugify(row['name'])}@demo.example",
        name=row["name"],
        language="da",
        verified_at=now,
        areas=[],
        demo=True,
    )
    session.add(person)
    session.flush()  # what is told of them names them
    home = places[row["town"]]
    told = {
        name: row[name]
        for name in ("interests", "skills", "languages", "availability", "max_distance_m")
    }
    session.add(
        Profile(
            person_id=person.id,
            home_place_id=home.id,
            home=home.position,
            birth_year=row["birth_year"],
            **told,
        )
    )
    if row["asked"]:
        session.add(
            OptionalConsent(
                id=new_id(), person_id=person.id, purpose="asked_for_needs", given_at=now
            )
        )
    return person


def _needs(session: Session) -> Iterator[tuple[Need, list[Shift]]]:
    shifts: dict[Any, list[Shift]] = {}
    for shift in session.scalars(select(Shift).order_by(Shift.starts_at, Shift.id)):
        shifts.setdefault(shift.need_id, []).append(shift)
    for need in session.scalars(select(Need).where(Need.demo).order_by(Need.title, Need.id)):
        yield need, shifts.get(need.id, [])


def _need(session: Session, title: str) -> Need:
    return session.scalars(select(Need).where(Need.demo, Need.title == title)).one()


def _who_comes(
    need: Need, shifts: Sequence[Shift], people: Sequence[Person], signe: Person, now: datetime
) -> Iterator[dict[str, Any]]:
    """A sign-up for each place that is held."""
    # Each need begins with somebody else.
    first_one = len(need.title) % len(people)
    others = cycle([*people[first_one:], *people[:first_one]])
    since = need.published_at or now
    for shift in shifts:
        for number in range(1, shift.taken + 1):
            hers = need.title == BY_THE_HALL and number == 1 and shift is shifts[1]
            yield _signup(need, shift, signe if hers else next(others), number, since)
    whole = need.taken if need.takes_whole or not shifts else 0
    for number in range(1, whole + 1):
        yield _signup(need, None, next(others), number, since)


def _signup(
    need: Need, shift: Shift | None, person: Person, number: int, at: datetime
) -> dict[str, Any]:
    """A row of somebody who has been accepted."""
    return {
        "id": new_id(),
        "need_id": need.id,
        "shift_id": None if shift is None else shift.id,
        "person_id": person.id,
        "number": number,
        "status": "accepted",
        "message": "",
        "created_at": at,
        "changed_at": at,
    }


def _opening_words(signups: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """What was written with a sign-up begins its thread."""
    for signup in signups:
        if signup["message"]:
            yield {
                "id": new_id(),
                "signup_id": signup["id"],
                "side": VOLUNTEER_SIDE,
                "sender_id": signup["person_id"],
                "occasion": "sign-up",
                "text": signup["message"],
                "sent_at": signup["created_at"],
            }


def _add_last_time(session: Session, crew: Sequence[Person]) -> None:
    """A day that is over, with one who did not come and the others' hours."""
    need = _need(session, BY_THE_HALL)
    coming = session.scalars(
        select(Shift).where(Shift.need_id == need.id).order_by(Shift.starts_at)
    ).first()
    if coming is None:
        return
    past = Shift(
        id=new_id(),
        need_id=need.id,
        starts_at=_weeks_before(coming.starts_at),
        ends_at=_weeks_before(coming.ends_at),
        capacity=8,
        taken=len(crew),
    )
    session.add(past)
    session.flush()  # sign-ups name it
    rows = [
        _signup(need, past, one, number, past.starts_at - timedelta(days=9))
        | {"status": "absent" if number == 1 else "attended", "changed_at": past.ends_at}
        for number, one in enumerate(crew, 1)
    ]
    session.execute(insert(Signup), rows)
    board = session.scalars(select(Person.id).where(Person.email == BOARD)).one()
    for row in rows[1:]:
        follow_attendance(session, row["id"], came=True, by=board, now=past.ends_at)
    session.add(
        HoursEntry(
            association_id=need.association_id,
            need_id=need.id,
            person_id=crew[-1].id,
            day=local(past.starts_at).date() - timedelta(days=1),
            minutes=90,
            note="Bagte boller til stævnet derhjemme.",
            entered_by="volunteer",
            status="waiting",
        )
    )


def _weeks_before(moment: datetime) -> datetime:
    """The same hour on a Danish clock, some weeks ago."""
    clock = local(moment)
    return at_local(clock.date() - LAST_TIME, clock.time())


# What waits for the demonstration's employee: a registration, a claim and a report.

CLAIMED: Final = "skakklubben-taarnet"
REPORTED: Final = "boderne-kystgruppe"


def add_waiting(
    session: Session,
    associations: Mapping[str, Association],
    places: Mapping[str, Place],
    now: datetime,
) -> Association:
    """Add what waits; returns the association that has been registered."""
    bente = Person(
        id=new_id(),
        email="bente@demo.example",
        name="Bente Begynder",
        language="da",
        verified_at=now,
        areas=[],
        demo=True,
    )
    session.add(bente)
    session.flush()  # what waits names her
    registered = add_association(
        session,
        {
            "slug": "strikkeklubben-ret-og-vrang",
            "kind": "association",
            "name": "Strikkeklubben Ret og Vrang",
            "summary": "Vi strikker sammen og lærer fra os, hver anden torsdag aften.",
            "purpose": "Alle kan være med, **også dem, der aldrig har holdt en pind**.\n\n"
            "Vi mødes på biblioteket og strikker huer og sokker til dem, der mangler.",
            "lang": "da",
            "interests": ["crafts", "neighbourhood"],
            "contact": {"name": "Formanden", "email": "formand@demo.example", "phone": None},
            "languages": ["da"],
            "step_free": True,
            "status": "pending",
            "demo": True,
        },
        [places["hornbaek"]],
        None,
    )
    session.add_all(
        [
            Membership(
                association_id=registered.id,
                person_id=bente.id,
                role="manager",
                since=now - timedelta(days=2),
            ),
            Claim(
                association_id=associations[CLAIMED].id,
                person_id=bente.id,
                message="Jeg blev valgt til formand på generalforsamlingen i sidste måned. "
                "Referatet ligger hos kassereren.",
                created_at=now - timedelta(days=1),
            ),
            Report(
                kind="association",
                object_id=associations[REPORTED].id,
                reason="Gruppen holdt op sidste år. Ingen svarer på mails.",
                created_at=now - timedelta(hours=5),
            ),
        ]
    )
    return registered


# The demonstration's accounts: a volunteer, somebody of a board, a municipal employee.

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
