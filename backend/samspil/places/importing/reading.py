"""A file's features, whatever it is made of. What it is, its first bytes say, not its name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy

from samspil.places.importing.features import Refused, Table
from samspil.places.importing.geopackage import read_geopackage
from samspil.places.importing.json_features import read_json

DEFAULT_MOST_BYTES: Final = 100_000_000
_SQLITE: Final = b"SQLite format 3\0"
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_HEAD: Final = 1024


# A coordinate that is no number is found and named later; until then it is no news.
@numpy.errstate(invalid="ignore")
def read(file: Path, most_bytes: int = DEFAULT_MOST_BYTES) -> list[Table]:
    """The tables of a GeoJSON, DAWA JSON or GeoPackage file.

    Raises:
        Refused: it is too large, none of these, damaged, or made to fill the memory.
    """
    try:
        head = _head(file, most_bytes)
        if head.startswith(_SQLITE):
            return read_geopackage(file)
        _must_be_json(file, head)
        with file.open("rb") as opened:
            opened.seek(len(_UTF8_MARK) if head.startswith(_UTF8_MARK) else 0)
            return [read_json(opened)]
    except OSError as error:
        raise Refused(f"cannot be read ({error.strerror})") from error


def _head(file: Path, most_bytes: int) -> bytes:
    if file.is_dir():
        raise Refused("is a folder")
    if not file.exists():
        raise Refused("does not exist")
    if not file.is_file():
        raise Refused("is not an ordinary file")
    size = file.stat().st_size
    if size == 0:
        raise Refused("is empty")
    if size > most_bytes:
        raise Refused(
            f"is {size / 1e6:,.0f} MB, and at most {most_bytes / 1e6:,.0f} MB are read; "
            "if that is right, allow more with --max-mb"
        )
    with file.open("rb") as opened:
        return opened.read(_HEAD)


def _must_be_json(file: Path, head: bytes) -> None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head:
        raise Refused("is not UTF-8 (it looks like UTF-16 or a binary file)")
    if file.suffix.lower() == ".gpkg":
        raise Refused("is not a GeoPackage, whatever its name says")
    if head.startswith(b"PK"):
        raise Refused("is a ZIP archive; unpack it first")
    if not head.removeprefix(_UTF8_MARK).lstrip().startswith((b"{", b"[")):
        raise Refused("is neither GeoJSON, DAWA's JSON nor a GeoPackage")


# What is said of a file that cannot be imported.
