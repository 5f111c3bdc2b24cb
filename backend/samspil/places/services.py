"""Loading places from geodata/, until an authority's file is imported; the authority's name."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from samspil.core import geo
from samspil.core.errors import Unavailable
from samspil.core.text import fold, slugify
from samspil.places.models import MUNICIPALITY, PLACE, Area, ImportedLayer, Place
from samspil.places.queries import drawing_of


def authority(session: Session, named: str | None) -> str:
    """Whose installation this is: as the settings name it, or after its municipality.

    Raises:
        Unavailable: the geography is not loaded yet.
    """
    name = session.scalar(select(Area.name).where(Area.layer == MUNICIPALITY))
    if named is None and name is None:
        raise Unavailable
    return named or f"{name} Kommune"


def load_places(session: Session, file: Path) -> int:
    """Load localities from a CSV with name, kind, postcode, lat, lon, other_names (| between).

    A place that stands there already, by its slug, is brought up to date; once places have been
    imported, they stay as they are. Returns how many there are.
    """
    if _is_imported(session, PLACE):
        return session.scalar(select(func.count(Place.id))) or 0
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [_place(row) for row in csv.DictReader(lines)]
    statement = insert(Place)
    changed = {
        column: statement.excluded[column]
        for column in ("name", "kind", "postcode", "position", "spellings")
    }
    session.execute(statement.on_conflict_do_update(index_elements=["slug"], set_=changed), rows)
    return len(rows)


def _place(row: dict[str, str]) -> dict[str, Any]:
    names = [row["name"], *filter(None, row["other_names"].split("|"))]
    return {
        "slug": slugify(row["name"]),
        "name": row["name"],
        "kind": row["kind"],
        "postcode": row["postcode"],
        "position": geo.point(float(row["lat"]), float(row["lon"])),
        "spellings": [fold(name) for name in names],
    }


def load_municipality(session: Session, file: Path) -> str:
    """Load the municipality from a GeoJSON Feature with `code` and `name`; returns its name.

    Once its boundary has been imported, that one stays.
    """
    if _is_imported(session, MUNICIPALITY):
        return session.scalars(select(Area.name).where(Area.layer == MUNICIPALITY)).one()
    feature = orjson.loads(file.read_bytes())
    session.execute(delete(Area).where(Area.layer == MUNICIPALITY))
    outline = bindparam(None, feature["geometry"], Area.outline.type)
    area = Area(
        layer=MUNICIPALITY,
        code=feature["properties"]["code"],
        name=feature["properties"]["name"],
        outline=outline,
        drawing=drawing_of(outline),
    )
    session.add(area)
    session.flush()  # a wrong geometry is an error of this file, not of what comes after
    return area.name


def _is_imported(session: Session, layer: str) -> bool:
    return session.get(ImportedLayer, layer) is not None
