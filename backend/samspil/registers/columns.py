"""The columns of a register: what they are called, what belongs in them, a file to start from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samspil.core.text import fold
from samspil.registers import cells, tables
from samspil.registers.cells import CellError
from samspil.registers.tables import Header, Record

LONGEST_ID: Final = 100
SUMMARY: Final = 160

# Fields by name, as JSON keeps them.
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a register.

    Attributes:
        name: its English heading, and the field's name.
        danish: its Danish heading.
        note: what belongs in it.
        read: makes a value of a filled cell; raises CellError.
        empty: the value of an empty cell.
        needed: whether it must be there and filled.
        example: what the template shows.
        others: more headings that are understood.
    """

    name: str
    danish: str
    note: str
    read: Callable[[str], Any]
    empty: Any = None
    needed: bool = False
    example: str = ""
    others: tuple[str, ...] = ()

    def value(self, cell: str) -> Any:
        """The cell's value; CellError says why there is none."""
        if cell:
            return self.read(cell)
        if self.needed:
            raise CellError("must be filled")
        return self.empty


EXTERNAL_ID: Final = Column(
    "external_id",
    "eksternt id",
    "The row's id in the register; never changes",
    cells.line_of_text(LONGEST_ID),
    needed=True,
    example="F-1001",
    others=("id", "nummer", "nr", "løbenummer"),
)
LANG: Final = Column(
    "lang",
    "tekstens sprog",
    "The language the texts are written in: da or en",
    cells.choice({"da": ("dansk",), "en": ("engelsk", "english")}),
    empty="da",
)
SUMMARY_COLUMN: Final = Column(
    "summary",
    "resumé",
    f"At most {SUMMARY} characters",
    cells.line_of_text(SUMMARY),
    empty="",
    example="Kort om det",
    others=("resume", "kort tekst"),
)
LANGUAGES_COLUMN: Final = Column(
    "languages",
    "sprog",
    "Languages spoken: dansk|engelsk",
    cells.many(cells.language),
    empty=[],
    example="dansk",
)


def read_cells(columns: Sequence[Column], record: Record) -> tuple[Fields, list[str]]:
    """(values, everything that is wrong) of a row."""
    values: Fields = {}
    reasons = list(record.reasons)
    for column in columns:
        if column.name not in record.cells:
            continue
        try:
            values[column.name] = column.value(record.cells[column.name])
        except CellError as error:
            reasons.append(f"{column.name}: {error}")
    return values, reasons


def header(columns: Sequence[Column]) -> Header:
    """What the columns' headings may be."""
    names = {
        fold(heading): column.name
        for column in columns
        for heading in (column.name, column.danish, *column.others)
    }
    return Header(names, [column.name for column in columns if column.needed])


def template(columns: Sequence[Column], examples: Mapping[str, str]) -> str:
    """A file to start from: Danish headings and a row that shows how to fill them.

    Args:
        columns: the register's.
        examples: what to show instead of a column's own example, by its name.
    """
    example = [examples.get(column.name, column.example) for column in columns]
    return tables.csv_text([[column.danish for column in columns], example])


def markdown_table(columns: Sequence[Column]) -> str:
    """The columns as a Markdown table."""
    rows = [
        (column.name, column.danish, "yes" if column.needed else "", column.note, column.example)
        for column in columns
    ]
    lines = [("column", "kolonne", "needed", "what", "example"), ("---",) * 5, *rows]
    cells_of = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells_of)


def iso_date(text: str | None) -> date | None:
    """A date of a register's fields."""
    return None if text is None else date.fromisoformat(text)
