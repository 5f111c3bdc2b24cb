"""Loads the demonstration: fictional people, associations, premises, needs, dated from today."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from samspil.associations.models import Association
from samspil.associations.services import add_association
from samspil.core.time import WEEKDAYS, at_local, first_weekday_after, local
from samspil.demo.helping import add_accounts, add_volunteers, add_waiting
from samspil.needs.services import publish_need
from samspil.places.models import Place
from samspil.premises.services import add_premises

DATA: Final = Path(__file__).parent / "data"
APPROVED_FOR: Final = timedelta(days=2 * 365)

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """How much was loaded."""

    associations: int
    premises: int
    needs: int
    accounts: int
    volunteers: int


def load_demonstration(session: Session, now: datetime) -> LoadResult | None:
    """Load everything; None, and nothing changed, where there are associations already."""
    if session.scalar(select(exists(select(Association.id)))):
        return None
    places = {place.slug: place for place in session.scalars(select(Place))}
    today = local(now).date()
    associations = {
        row["slug"]: _add_association(session, row, places, now, today)
        for row in _rows("associations")
    }
    premises = list(_rows("premises"))
    for row in premises:
        _add_premises(session, row, places)
    needs = list(_rows("needs"))
    for row in needs:
        _add_need(session, row, associations[row["association"]], places, now)
    accounts = add_accounts(session, associations, places, now)
    waiting = [add_waiting(session, associations, places, now)]
    volunteers = add_volunteers(session, places, now)
    return LoadResult(
        len(associations) + len(waiting), len(premises), len(needs), accounts, volunteers
    )


def _rows(kind: str) -> Iterator[Row]:
    for file in sorted(DATA.glob(f"*_{kind}.json")):
        yield from json.loads(file.read_text(encoding="utf-8"))


def _some(row: Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _point(pair: list[float] | None) -> tuple[float, float] | None:
    return None if pair is None else (pair[0], pair[1])


def _add_association(
    session: Session, row: Row, places: Mapping[str, Place], now: datetime, today: date
) -> Association:
    values = _some(
        row,
        *("slug", "kind", "name", "summary", "purpose", "lang", "cvr", "interests", "address"),
        *("contact", "website", "languages", "step_free", "reply_days"),
    )
    if row["verified"]:
        values["verified_at"] = now
    if row["approved"]:
        values |= {"approved_from": today, "approved_until": today + APPROVED_FOR}
    towns = [places[slug] for slug in row["towns"]]
    return add_association(session, values | {"demo": True}, towns, _point(row["position"]))


def _add_premises(session: Session, row: Row, places: Mapping[str, Place]) -> None:
    values = _some(
        row,
        *("slug", "name", "operator", "summary", "description", "lang", "address", "features"),
        *("contact", "parking", "transport", "house_rules"),
    )
    spaces = [
        _some(space, "name", "capacity", "area_m2", "floor", "activities")
        | _some(space, "features", "equipment", "parts")
        for space in row["spaces"]
    ]
    hours = [
        (weekday, line["opens"], line["closes"])
        for line in row["opening_hours"]
        for weekday in line["weekdays"]
    ]
    add_premises(
        session,
        values | {"demo": True},
        places[row["town"]],
        _point(row["position"]),
        spaces,
        hours,
    )


def _add_need(
    session: Session, row: Row, association: Association, places: Mapping[str, Place], now: datetime
) -> None:
    today = local(now).date()
    when, place, days = row["when"], row["place"], row["deadline_in_days"]
    values = _some(
        row,
        *("title", "summary", "description", "tasks", "benefits", "requirements", "skills"),
        *("languages", "interests", "helps", "lang", "address", "wanted", "taken"),
        *("minimum_age", "children_under_15", "step_free", "public_transport"),
        *("intake", "takes_whole", "contact"),
    ) | {
        "commitment": when["kind"],
        "pattern": when.get("pattern", []),
        "hours_per_week": when.get("hours_per_week"),
        "deadline": None if days is None else today + timedelta(days=days),
        "published_at": now - timedelta(days=row["published_days_ago"]),
        "demo": True,
    }
    publish_need(
        session,
        association,
        values,
        [places[slug] for slug in place.get("towns", [])],
        [(lat, lon) for lat, lon in place.get("positions", [])],
        _shifts(row.get("shifts", []), today),
        now,
    )


def _shifts(rows: Sequence[Row], today: date) -> list[dict[str, Any]]:
    """A need's shifts, counted in weeks from that of the first: a weekend stays together."""
    if not rows:
        return []
    first = first_weekday_after(today, rows[0]["weekday"])
    monday = first - timedelta(days=first.weekday())
    return [_shift(row, monday) for row in rows]


def _shift(shift: Row, monday: date) -> dict[str, Any]:
    day = monday + timedelta(days=WEEKDAYS.index(shift["weekday"]), weeks=shift["week"] - 1)
    return {
        "starts_at": at_local(day, time.fromisoformat(shift["starts"])),
        "ends_at": at_local(day, time.fromisoformat(shift["ends"])),
        "capacity": shift["capacity"],
        "taken": shift["taken"],
        "minimum_crew": shift.get("minimum_crew"),
    }
