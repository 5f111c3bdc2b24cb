"""Features as a table: CSV for programs, or as a Danish spreadsheet opens it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal

import orjson
from orjson import Fragment

from samspil.core.http.answers import json_of
from samspil.discover.ogc.collection import Collection
from samspil.discover.ogc.crs import Crs

Separator = Literal["comma", "semicolon"]

# What a spreadsheet takes for the beginning of a formula, also in full width.
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


def table(
    collection: Collection, features: Sequence[Mapping[str, Any]], crs: Crs, separator: Separator
) -> bytes:
    """A line for each feature: id, its first position in the system's order, facts, all positions.

    With `semicolon` come decimal commas and a byte order mark, without which Excel reads neither
    figures nor æ, ø and å. Text that a spreadsheet would run as a formula gets an apostrophe.
    """
    names = [shown.name for shown in collection.shows]
    danish = separator == "semicolon"
    lines = io.StringIO(newline="")
    if danish:
        lines.write(_MARK)
    writer = csv.writer(lines, delimiter=";" if danish else ",")
    writer.writerow(["id", *crs.axes, *names, "wkt"])
    for feature in features:
        points = points_of(feature["geometry"])
        first = points[0] if points else [None, None]
        facts = [feature["properties"][name] for name in names]
        cells = [feature["id"], *first, *facts]
        writer.writerow([*(_cell(cell, danish) for cell in cells), _wkt(points)])
    return lines.getvalue().encode()


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


def _cell(value: Any, danish: bool) -> str:
    if isinstance(value, str | list):
        return harmless(value if isinstance(value, str) else ", ".join(value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and danish:
        return str(value).replace(".", ",")
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def harmless(text: str) -> str:
    """Text that no spreadsheet runs as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
