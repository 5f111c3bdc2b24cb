"""Features as a table: CSV for programs, or as a Danish spreadsheet opens it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

import orjson
from orjson import Fragment

from samspil.core.http.answers import json_of
from samspil.ogc.collection import Collection
from samspil.ogc.crs import Crs
from samspil.registers.tables import written

Separator = Literal["comma", "semicolon"]


def table(
    collection: Collection, features: Sequence[Mapping[str, Any]], crs: Crs, separator: Separator
) -> bytes:
    """A line for each feature: id, its first position in the system's order, facts, all positions.

    With `semicolon` come decimal commas and a byte order mark, without which Excel reads neither
    figures nor æ, ø and å.
    """
    names = [shown.name for shown in collection.shows]
    danish = separator == "semicolon"
    rows: list[list[str | float | None]] = [["id", *crs.axes, *names, "wkt"]]
    for feature in features:
        points = points_of(feature["geometry"])
        first = points[0] if points else [None, None]
        facts = [_plain(feature["properties"][name]) for name in names]
        rows.append([feature["id"], *first, *facts, _wkt(points)])
    if not danish:
        return written(rows, delimiter=",", mark=False).encode()
    return written(rows, decimal=",").encode()


def points_of(geometry: Fragment | None) -> list[list[float]]:
    """The points of a feature's MultiPoint."""
    if geometry is None:
        return []
    points: list[list[float]] = orjson.loads(json_of(geometry))["coordinates"]
    return points


def _wkt(points: Sequence[Sequence[float]]) -> str:
    if not points:
        return ""
    return f"MULTIPOINT({', '.join(f'({x} {y})' for x, y in points)})"


def _plain(value: Any) -> str | float | None:
    """A fact as a cell holds it."""
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    fact: str | float | None = value
    return fact
