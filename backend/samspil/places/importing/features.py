"""What every kind of file is read into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from shapely.geometry.base import BaseGeometry

MOST_FEATURES: Final = 200_000


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
