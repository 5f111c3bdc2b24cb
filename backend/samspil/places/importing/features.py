"""What an importer reads: the features of a file, and why one is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from shapely.geometry.base import BaseGeometry

_LONGEST_NAME: Final = 60

MOST_FEATURES: Final = 200_000


class Refused(Exception):  # noqa: N818  # a verdict on a file, not a fault of ours
    """A file, or a feature of it, is not taken; the text is one line that names it and says why."""

    def __init__(self, reason: str, feature: str | None = None) -> None:
        self.reason = reason
        self.feature = feature
        super().__init__(reason)

    def about(self, file: Path, table: str | None = None) -> str:
        """The line for the person at the terminal."""
        where = [shown(file.name), table and shown(table), self.feature]
        return f"{', '.join(part for part in where if part)}: {self.reason}"


def shown(text: str) -> str:
    """A text from a file, short and without anything that could move the cursor."""
    plain = "".join(c if c.isprintable() else "?" for c in text[: _LONGEST_NAME + 1])
    return plain if len(text) <= _LONGEST_NAME else f"{plain[:_LONGEST_NAME]}…"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of a file, as it stands there.

    `shape` is as yet unchecked, in the coordinates of the file; None where the file gives none, or
    one that cannot be read: then `fault` says why.
    `properties` are flat: {"postnummer.nr": "3000"}, names in lower case.
    """

    number: int
    properties: Mapping[str, Any]
    shape: BaseGeometry | None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The features of a file, or of one table of a file that has several.

    `srid` is the grid that the file names, or None when it names none.
    """

    name: str | None
    features: list[Feature]
    srid: int | None
