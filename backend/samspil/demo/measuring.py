"""Needs by the million, for measuring: the demonstration's, spread as people live in Denmark.

Positions fall around towns by their population, most close to the centre and a quarter in the
country around. The same size and seed give the same positions.
"""

from __future__ import annotations

import csv
import json
import math
import random
import statistics
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.core.db import new_id
from samspil.demo.load import DATA
from samspil.matching import matches, queries, rules
from samspil.matching.rules import Candidate, Volunteer
from samspil.matching.schemas import MatchIn, volunteer_of
from samspil.needs import queries as needs
from samspil.needs.models import Need
from samspil.needs.queries import Filters
from samspil.needs.schemas import need_item
from samspil.places.queries import origin_of, origin_of_search
from samspil.search.paging import MOST_LIMIT, Page

SEED: Final = 3000
METRES_A_DEGREE: Final = 111_320
# A town of a hundred thousand has half its people within three kilometres.
SPREAD_M_A_ROOT_OF_THOUSAND: Final = 250
COUNTRY_SHARE: Final = 0.25
COUNTRY_SPREAD_M: Final = 15_000

_COPIED: Final = (
    "association_id, title, summary, description, lang, tasks, benefits, requirements, skills,"
    " languages, interests, helps, commitment, pattern, slots, hours_per_week, from_day,"
    " until_day, address, wanted, taken, minimum_age, children_under_15, step_free,"
    " public_transport, intake, takes_whole, contact, deadline, status, published_at, open_until,"
    " demo, search"
)


@dataclass(frozen=True, slots=True)
class Town:
    """Where people live."""

    lat: float
    lon: float
    thousands: int


def load_scale(connection: Connection, towns_file: Path, wanted: int) -> int:
    """Fill the table of needs up to `wanted` with copies of the demonstration's placed needs.

    Args:
        connection: the owner's; indexes are dropped and made again around the copying.
        towns_file: name, lat, lon, thousands of people.
        wanted: how many needs there shall be in all.

    Returns how many were added.
    """
    connection.execute(text("SET statement_timeout = 0"))
    present = connection.scalar(text("SELECT count(*) FROM needs")) or 0
    added = max(0, wanted - present)
    templates = (
        connection.execute(
            text("SELECT id FROM needs WHERE positions IS NOT NULL AND demo ORDER BY id LIMIT 500")
        )
        .scalars()
        .all()
    )
    if not templates:
        raise ValueError("the demonstration data must be there first")
    if not added:
        return 0
    connection.execute(
        text("CREATE TEMP TABLE copied (id uuid, template uuid, lon float8, lat float8)")
    )
    rng = random.Random(SEED + present)  # noqa: S311  # positions, not secrets
    cursor = connection.connection.cursor()
    with cursor.copy("COPY copied FROM STDIN") as copy:
        for lat, lon in positions(rng, read_towns(towns_file), added):
            copy.write_row((new_id(), rng.choice(templates), lon, lat))
    indexes = connection.execute(
        text(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'needs'"
            " AND indexname NOT LIKE 'pk_%'"
        )
    ).all()
    for name, _ in indexes:
        connection.execute(text(f'DROP INDEX "{name}"'))
    connection.execute(
        text(
            f"INSERT INTO needs (id, positions, position_accuracy, {_COPIED})"  # noqa: S608
            " SELECT copied.id, ST_Multi(ST_Transform(ST_SetSRID("
            " ST_MakePoint(copied.lon, copied.lat), 4326), 25832)), 'exact',"
            f" {', '.join('needs.' + name.strip() for name in _COPIED.split(','))}"
            " FROM copied JOIN needs ON needs.id = copied.template"
        )
    )
    connection.execute(
        text(
            "INSERT INTO need_places (need_id, place_id, rank)"
            " SELECT copied.id, place_id, rank FROM copied"
            " JOIN need_places ON need_id = copied.template"
        )
    )
    connection.execute(
        text(
            "INSERT INTO shifts (id, need_id, starts_at, ends_at, capacity, taken, minimum_crew)"
            " SELECT gen_random_uuid(), copied.id, starts_at, ends_at, capacity, taken,"
            " minimum_crew FROM copied JOIN shifts ON need_id = copied.template"
        )
    )
    connection.execute(text("SET maintenance_work_mem = '1GB'"))
    for _, definition in indexes:
        connection.execute(text(definition))
    connection.execute(text("DROP TABLE copied"))
    connection.commit()
    connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))
    return added


def read_towns(file: Path) -> list[Town]:
    """Towns with their people in thousands."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Town(float(row["lat"]), float(row["lon"]), int(row["thousands"]))
            for row in csv.DictReader(lines)
        ]


def positions(rng: random.Random, towns: list[Town], number: int) -> Iterator[tuple[float, float]]:
    """(lat, lon) of where people live."""
    weights = list(accumulate(town.thousands for town in towns))
    for _ in range(number):
        (town,) = rng.choices(towns, cum_weights=weights)
        spread = (
            COUNTRY_SPREAD_M
            if rng.random() < COUNTRY_SHARE
            else SPREAD_M_A_ROOT_OF_THOUSAND * town.thousands**0.5
        )
        north, east = rng.gauss(0, spread), rng.gauss(0, spread)
        # A degree of longitude is 0.56 of one of latitude this far north.
        yield (town.lat + north / METRES_A_DEGREE, town.lon + east / (METRES_A_DEGREE * 0.56))


# How well matches are ordered: hand-made people, and what a sensible person would show them.
#
# Each case is a fictional person's profile and the demonstration's needs that somebody would
# recommend to them, graded 3 (this one), 2 (good), 1 (possible); whatever is not named is 0. The
# cases were written before any weight was tried. A weight may be tuned on every other case
# alone: the rest is held out and shows whether the tuning holds for others.

SHOWN: Final = 10
UNBOUNDED: Final = queries.Bounds(walked=1_000_000, from_home=1_000_000, spare=1_000_000)

Grades = Mapping[uuid.UUID, int]
Order = Callable[[Candidate], Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A person and the grades of the needs that suit them."""

    who: str
    volunteer: Volunteer
    origin: geo.Origin | None
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Quality:
    """NDCG@10 of a person's matches, and of the same needs in two plain orders."""

    who: str
    held_out: bool
    match: float
    distance_only: float
    newest_first: float


BASELINES: Final[Mapping[str, Order]] = {
    "distance_only": lambda need: (need.metres is None, need.metres, need.id),
    "newest_first": lambda need: (-need.published_at.timestamp(), need.id),
}


def read_cases(file: Path) -> list[Case]:
    """The people of a file, in its order."""
    schema = MatchIn()
    found = []
    for row in json.loads(file.read_text(encoding="utf-8")):
        args = schema.load(row["profile"])
        grades = {line["need"]: int(line["grade"]) for line in row["needs"]}
        found.append(Case(row["who"], volunteer_of(args), origin_of_search(args), grades))
    return found


def measure(session: Session, cases: Sequence[Case], now: datetime) -> list[Quality]:
    """Every person's quality on the demonstration, which the session must hold."""
    ids = _ids_by_key(session)
    return [
        _measured(session, case, {ids[key]: grade for key, grade in case.grades.items()}, n, now)
        for n, case in enumerate(cases)
    ]


def _ids_by_key(session: Session) -> dict[str, uuid.UUID]:
    """The ids of the demonstration's needs by the keys that its files know them by."""
    by_title = {
        row["title"]: row["key"]
        for file in DATA.glob("*_needs.json")
        for row in json.loads(file.read_text(encoding="utf-8"))
    }
    rows = session.execute(select(Need.id, Need.title).where(Need.demo)).all()
    return {by_title[row.title]: row.id for row in rows if row.title in by_title}


def _measured(session: Session, case: Case, grades: Grades, n: int, now: datetime) -> Quality:
    found = matches.ranked_matches(session, case.volunteer, case.origin, SHOWN, now)
    passing = let_in(session, case.volunteer, case.origin, now)
    plain = {
        name: ndcg([need.id for need in sorted(passing, key=order)], grades)
        for name, order in BASELINES.items()
    }
    return Quality(case.who, n % 2 == 1, ndcg([m.need.id for m in found], grades), **plain)


def let_in(
    session: Session, volunteer: Volunteer, origin: geo.Origin | None, now: datetime
) -> list[Candidate]:
    """All needs that pass the gates, without any bound: what the plain orders sort, too."""
    asked = queries.candidates(volunteer, origin, SHOWN, now, UNBOUNDED)
    seen = queries.candidates_of(asked.rows(session))
    return [need for need in seen if rules.closed_gate(volunteer, need, now) is None]


def ndcg(ranking: Sequence[uuid.UUID], grades: Grades) -> float:
    """Normalised discounted cumulative gain of the first ten; 1 is the order people would give."""
    ideal = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(need, 0) for need in ranking]) / ideal if ideal else 1.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(n + 2) for n, grade in enumerate(grades[:SHOWN]))


def mean(found: Sequence[Quality | QueryQuality], of: str) -> float:
    """The mean of one figure."""
    return statistics.fmean(getattr(quality, of) for quality in found)


# How well a search for words is sorted: hand-made queries, and the needs a person would expect.
#
# Each is a query typed somewhere, with the demonstration's needs graded as above. They were
# written before the order was; every other one is held out.

SEARCHED_M: Final = 20_000


@dataclass(frozen=True, slots=True)
class QueryCase:
    """Words, where they are typed, and the grades of the needs that answer them."""

    q: str
    place: str
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QueryQuality:
    """NDCG@10 of a search's order, and of the same needs nearest first."""

    q: str
    held_out: bool
    fit: float
    nearest: float


def read_queries(file: Path) -> list[QueryCase]:
    """The queries of a file, in its order."""
    return [
        QueryCase(row["q"], row["place"], {line["need"]: line["grade"] for line in row["needs"]})
        for row in json.loads(file.read_text(encoding="utf-8"))
    ]


def measure_queries(
    session: Session, cases: Sequence[QueryCase], now: datetime
) -> list[QueryQuality]:
    """Every query's quality on the demonstration, which the session must hold."""
    ids = _ids_by_key(session)
    found = []
    for n, case in enumerate(cases):
        grades = {ids[key]: grade for key, grade in case.grades.items()}
        items = searched(session, case, now)
        plain = sorted(items, key=lambda item: (item["remote"], item["distance_m"] or 0))
        fit, nearest = (ndcg([one["id"] for one in order], grades) for order in (items, plain))
        found.append(QueryQuality(case.q, n % 2 == 1, fit, nearest))
    return found


def searched(session: Session, case: QueryCase, now: datetime) -> list[dict[str, Any]]:
    """All that a query finds, as the list shows it."""
    items: list[dict[str, Any]] = []
    cursor: str | None = None
    while True:
        page = Page({"q": case.q}, MOST_LIMIT, cursor)
        search = needs.near(origin_of(case.place), SEARCHED_M, Filters(q=case.q), page, now)
        document = search.document(session, page, need_item)
        items += document["items"]
        cursor = document["next_cursor"]
        if cursor is None:
            return items
