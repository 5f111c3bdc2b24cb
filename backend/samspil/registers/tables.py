"""Tables in files: the CSV that spreadsheets and registers export, read row by row, and ours.

What comes out of Danish offices differs in every way that CSV leaves open: semicolon or comma,
UTF-8 or Windows-1252, decimals with a comma. All of it is found out from the file. Only one row
is in memory at a time, and a broken row never takes its neighbours with it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final, Literal, Self

from samspil.core.text import fold, hides, visible

MOST_BYTES: Final = 100_000_000
MOST_RECORD_BYTES: Final = 100_000
MOST_RECORD_LINES: Final = 400
MOST_COLUMNS: Final = 200
DELIMITERS: Final = (";", ",", "\t")
BLOCK: Final = 1 << 20

Encoding = Literal["utf-8", "cp1252"]

# What other kinds of file begin with, and what to do about each.
_OTHER_FILES: Final = (
    (b"PK\x03\x04", "an Excel workbook or another zipped file; save it as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook; save it as CSV"),
    (b"SQLite format 3", "a SQLite or GeoPackage file; export it as CSV"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzipped file; unpack it first"),
    (b"\xff\xfe", "UTF-16; save it as CSV UTF-8"),
    (b"\xfe\xff", "UTF-16; save it as CSV UTF-8"),
)
_NOT_UTF8: Final = re.compile("[\udc80-\udcff]+")
_BEYOND_ASCII: Final = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]+")
# UTF-8 that was taken for Windows-1252 and saved again: "TikÃ¸b".
_TWICE_ENCODED: Final = re.compile("Ã[\x80-\xbf†˜…¦¸¥©‰]|â€[™œ\x9d“”]")
# Controls and private use.
_CONTROLS: Final = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ue000-\\uf8ff]"
)
# The mark by which Excel knows UTF-8.
MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
# A spreadsheet takes for a formula what begins with one of these, in full width and small too,
# whatever blank, quote or unseen character goes before it. What begins with a tab or a line break
# is cleaned of it first. And a cell begins after a separator as well: whoever opens a table of
# commas where lists are separated by semicolons gets other cells than were written.
_SIGNS: Final = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"


class TableError(Exception):
    """The file cannot be read as the table that is wanted; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: where it begins in the file, and its cells by column, or why it has none."""

    line: int
    cells: Mapping[str, str]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What the columns of a table are called.

    Attributes:
        names: each column's own name by every folded spelling that is understood.
        needed: the names that must be there.
    """

    names: Mapping[str, str]
    needed: Sequence[str]


class Table:
    """A CSV file, open for reading its records once.

    Raises:
        TableError: it is not a file, is too large, is of another kind, or lacks a column.
    """

    def __init__(self, file: Path, header: Header) -> None:
        _check(file)
        self.encoding = _encoding(file)
        self._source = file.open("rb")
        try:
            self._lines = _Lines(self._source, self.encoding)
            self.delimiter, self.columns, self.unknown = _read_header(self._lines, header)
        except BaseException:
            self._source.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._source.close()

    def __iter__(self) -> Iterator[Record]:
        """Every row that has a filled cell, in the order of the file."""
        for line, cells, reason in _records(self._lines, self.delimiter):
            if reason:
                yield Record(line, {}, (reason,))
            elif any(cell.strip() for cell in cells):
                yield self._record(line, cells)

    def _record(self, line: int, cells: Sequence[str]) -> Record:
        wanted = len(self.columns)
        if len(cells) != wanted and any(cell.strip() for cell in cells[wanted:]):
            return Record(line, {}, (f"{len(cells)} cells, but {wanted} columns",))
        if len(cells) < wanted:
            return Record(line, {}, (f"only {len(cells)} of {wanted} cells: is it cut off?",))
        named = {
            name: cell.strip()
            for name, cell in zip(self.columns, cells, strict=False)
            if name is not None
        }
        faults = tuple(
            f"{name}: {fault}" for name, cell in named.items() if (fault := _fault(cell))
        )
        return Record(line, {} if faults else {n: _read(c) for n, c in named.items()}, faults)


def csv_text(
    rows: Iterable[Sequence[str | float | None]],
    *,
    delimiter: str = ";",
    decimal: str = ".",
    mark: bool = True,
) -> str:
    """Rows as CSV. Numbers stay numbers; a text becomes a cell as `escape` makes it.

    Args:
        rows: the headings first; None is an empty cell.
        delimiter: between cells; Danish spreadsheets take semicolons.
        decimal: the sign in a number with decimals.
        mark: whether Excel is to know that it is UTF-8.
    """
    lines = io.StringIO(newline="")
    if mark:
        lines.write(MARK)
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([[_cell(value, decimal) for value in row] for row in rows])
    return lines.getvalue()


def _cell(value: str | float | None, decimal: str) -> str:
    if isinstance(value, str):
        return escape(value)
    return "" if value is None else str(value).replace(".", decimal)


def escape(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula; `unescape` gives it back.

    >>> escape("=1+1"), escape("'+45"), escape("a;=1"), escape("O'Hara")
    ("'=1+1", "''+45", "a;'=1", "O'Hara")
    """
    return _formula("").sub("'", text)


def unescape(text: str) -> str:
    """The text that `escape` made a cell of."""
    return _formula("'").sub("", text)


@cache
def _formula(escaped: str) -> re.Pattern[str]:
    """Where a formula would begin, behind what it is escaped with."""
    unseen = "".join(c for c in map(chr, range(0x10000)) if hides(c))
    formula = rf"[\s'\"`\u2018-\u201f{unseen}]*[{_SIGNS}]"
    return re.compile(rf"\A{escaped}(?={formula}|'*[\t\r\n])|(?<=[;,\t]){escaped}(?={formula})")


def _read(cell: str) -> str:
    """A cell's text as people's own texts are kept, too: see `visible`."""
    return unescape(unicodedata.normalize("NFC", visible(cell)).strip())


def _fault(cell: str) -> str | None:
    """What is wrong with a cell's characters."""
    if _NOT_UTF8.search(cell):
        return "holds bytes that are not UTF-8, as the rest of the file is"
    if "\0" in cell:
        return "holds a NUL byte"
    if _CONTROLS.search(cell):
        return "holds control characters"
    if "\N{REPLACEMENT CHARACTER}" in cell:
        return "holds characters that were lost in an earlier export"
    if twice := _TWICE_ENCODED.search(cell):
        return f"was encoded twice ({twice[0]!r} was one letter once)"
    return None


def _check(file: Path) -> None:
    if not file.exists():
        raise TableError(f"{file}: there is no such file")
    if not file.is_file():
        raise TableError(f"{file}: not a file")
    size = file.stat().st_size
    if size == 0:
        raise TableError(f"{file}: the file is empty")
    if size > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise TableError(
            f"{file}: {size // 1_000_000} MB, and a register has at most {most} MB; split it"
        )
    with file.open("rb") as source:
        start = source.read(16)
    for magic, kind in _OTHER_FILES:
        if start.startswith(magic):
            raise TableError(f"{file}: this is {kind}")


def _encoding(file: Path) -> Encoding:
    """UTF-8 unless most of what is beyond ASCII speaks against it.

    A UTF-8 file with a broken row stays one, so that only that row is refused.
    """
    good = bad = 0
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    with file.open("rb") as source:
        while block := source.read(BLOCK):
            text = decoder.decode(block)
            if not text.isascii():
                good += len(_BEYOND_ASCII.findall(text))
                bad += len(_NOT_UTF8.findall(text))
    bad += len(_NOT_UTF8.findall(decoder.decode(b"", final=True)))
    return "utf-8" if good >= bad else "cp1252"


class _RecordError(Exception):
    """A row that cannot be read."""


class _Lines:
    """The file's lines, each with its number; those of a broken record can be put back."""

    def __init__(self, source: BinaryIO, encoding: Encoding) -> None:
        self._source = source
        self._encoding = encoding
        self._waiting: deque[tuple[int, bytes | None]] = deque()
        self._record: list[tuple[int, bytes | None]] = []
        self._bytes = 0
        self._number = 0

    @property
    def first(self) -> int:
        """The number of the record's first line."""
        return self._record[0][0] if self._record else self._number + 1

    @property
    def several(self) -> bool:
        """Whether the record goes on beyond its first line."""
        return len(self._record) > 1

    def begin(self) -> None:
        """Start a new record."""
        self._record.clear()
        self._bytes = 0

    def put_back(self) -> None:
        """Give the record's lines again, but for its first."""
        self._waiting.extendleft(reversed(self._record[1:]))
        self.begin()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        number, line = self._waiting.popleft() if self._waiting else self._read()
        self._record.append((number, line))
        if line is None:
            raise _RecordError(f"longer than {MOST_RECORD_BYTES // 1000} kB")
        self._bytes += len(line)
        if self._bytes > MOST_RECORD_BYTES or len(self._record) > MOST_RECORD_LINES:
            raise _RecordError("a quotation mark is opened and not closed")
        if self._encoding == "utf-8":
            return line.decode("utf-8", "surrogateescape")
        text = line.decode("cp1252", "surrogateescape")
        if not _NOT_UTF8.search(text):
            return text
        # The five bytes that Windows-1252 leaves open become control characters, refused later.
        return "".join(chr(ord(c) - 0xDC00) if "\udc80" <= c <= "\udcff" else c for c in text)

    def _read(self) -> tuple[int, bytes | None]:
        line = self._source.readline(MOST_RECORD_BYTES + 1)
        if not line:
            raise StopIteration
        self._number += 1
        if self._number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) <= MOST_RECORD_BYTES:
            return self._number, line
        while line and not line.endswith(b"\n"):
            line = self._source.readline(BLOCK)
        return self._number, None


def _records(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str], str | None]]:
    """(first line, cells, what is wrong) of every record that is left."""
    reader = _reader(lines, delimiter)
    while True:
        lines.begin()
        reason = None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _RecordError as error:
            cells, reason = [], str(error)
        except csv.Error as error:
            cells, reason = [], _worded(error, several=lines.several)
        yield lines.first, cells, reason
        if reason:
            lines.put_back()
            reader = _reader(lines, delimiter)


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter, strict=True)


def _worded(error: csv.Error, *, several: bool) -> str:
    if "expected after" in str(error) and not several:
        return "a quotation mark inside quotation marks must be doubled"
    if "new-line" in str(error):
        return "holds a bare carriage return: save the file with Windows or Unix line ends"
    return "a quotation mark is opened and not closed"


def _read_header(lines: _Lines, header: Header) -> tuple[str, list[str | None], list[str]]:
    """(delimiter, each column's name or None, the headings that say nothing to us)."""
    lines.begin()
    try:
        first = next(lines)
    except StopIteration:
        raise TableError("the file is empty") from None
    except _RecordError:
        raise TableError("line 1: no line of column names; is this a CSV file?") from None
    if first.startswith("sep="):  # Excel's own note on the delimiter
        first = next(lines, "")
    if "\r" in first.rstrip("\r\n"):
        raise TableError("line 1: bare carriage returns; save the file with Windows line ends")
    tried = [_headings(first, delimiter, header) for delimiter in DELIMITERS]
    delimiter, headings, names = max(tried, key=lambda found: _known(found[2]))
    if len(headings) > MOST_COLUMNS:
        raise TableError(f"line 1: more than {MOST_COLUMNS} columns; is this a CSV file?")
    missing = [name for name in header.needed if name not in names]
    if not _known(names) or missing:
        shown = ", ".join(h[:40] for h in headings[:12])
        lacking = ", ".join(missing or header.needed)
        raise TableError(f"line 1: column {lacking} is missing; found: {printable(shown)}")
    twice = sorted({name for name in names if name is not None and names.count(name) > 1})
    if twice:
        raise TableError(f"line 1: column {', '.join(twice)} stands there twice")
    unknown = [h for h, name in zip(headings, names, strict=True) if name is None and h.strip()]
    return delimiter, names, unknown


def _headings(line: str, delimiter: str, header: Header) -> tuple[str, list[str], list[str | None]]:
    try:
        headings = next(_reader([line], delimiter), [])
    except csv.Error:
        headings = []
    return delimiter, headings, [header.names.get(fold(heading)) for heading in headings]


def _known(names: Iterable[str | None]) -> int:
    return sum(name is not None for name in names)


def printable(text: str) -> str:
    """A text out of a file, fit for a terminal: one line, nothing that steers it."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
