"""Needs by the million, for measuring: the demonstration's, spread as people live in Denmark.

Positions fall around towns by their population, most close to the centre and a quarter in the
country around. The same size and seed give the same positions.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, text

from samspil.core.db import new_id

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
        yield (
            town.lat + north / METRES_A_DEGREE,
            town.lon + east / (METRES_A_DEGREE * 0.56),
        )
