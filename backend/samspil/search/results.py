"""What a search answers: a page of rows, how they are sorted, and where words were found."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from marshmallow import fields
from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from samspil.core import geo
from samspil.core.db import PLANNED_FOR_ITS_VALUES, AnySelect
from samspil.core.fields import Schema
from samspil.core.prepared import as_parameters, rows_of
from samspil.search import paging
from samspil.search.near import (
    DANISH,
    Searched,
    count,
    metres,
    misfit_of,
    near_order,
    nearest,
    nearest_key,
    nearest_point,
)
from samspil.search.paging import Page, read_id, read_misfit, read_text
from samspil.search.words import Meant, found_in, look_up, told

# What settles the order of a list. With words it is how well they fit, then one of the others.
ORDERS: Final = ("nearest", "soonest", "name", "fit")
# Where words can be found, by what the reader sees of a row.
FOUND_IN: Final = (
    "title",
    "association",
    "address",
    "interest",
    "place",
    "space",
    "summary",
    "text",
)
Texts = Callable[[Any], Mapping[str, str | None]]


class FoundOut(Schema):
    """What a list says of an item that was found by words."""

    found_in = fields.List(
        fields.String(metadata={"enum": list(FOUND_IN)}),
        metadata={
            "description": "With `q`: which of its texts hold the words, the best of them for each;"
            " `text` is all that a list does not show"
        },
    )


class ResultsOut(Schema):
    """A page of what was found."""

    next_cursor = fields.String(required=True, allow_none=True)
    order = fields.String(
        required=True,
        metadata={
            "enum": list(ORDERS),
            "description": "By distance, next date or name; with `q` by fit, then by one of these",
        },
    )
    total = fields.Integer(metadata={"description": "With `with_total`"})


@dataclass(frozen=True, slots=True)
class Search:
    """A page's statement, and how its rows are read.

    With a `shape`, the statement is built once for all searches that differ in `given` alone. The
    words of a `query` are looked up before it runs; see `words`.

    Attributes:
        rows: the statement of a page, and of one row more.
        key: gives a row's sort key.
        total: the statement that counts the whole result.
        order: what settles the order of rows; with words it settles what fits equally.
        texts: gives the texts of a row that a list shows, by the names of `found_in`.
        shape: tells the statement from all that are not the same text.
        given: its values.
        query: the words that people typed.
    """

    rows: Callable[[], AnySelect]
    key: Callable[[Any], Sequence[Any]]
    total: Callable[[], Select[int]]
    order: str
    texts: Texts
    shape: Hashable = None
    given: Mapping[str, Any] = field(default_factory=dict)
    query: str | None = None

    def document(
        self, session: Session, page: Page, item: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """The list as clients get it, from one statement; one more looks its words up."""
        meant = look_up(session, self.query)
        values = {**self.given, **told(meant)}

        def statement() -> AnySelect:
            if not page.with_total:
                return self.rows()
            return self.rows().add_columns(self.total().scalar_subquery().label("total"))

        rows = self._run(session, page.with_total, values, statement)
        shown, next_cursor = paging.cut(rows, page.limit, page.search, self.key)
        document: dict[str, Any] = {
            "items": [self._item(row, meant, item) for row in shown],
            "next_cursor": next_cursor,
            "order": "fit" if meant else self.order,
        }
        if page.with_total:
            # An empty first page says it itself; only an emptied later one must ask again.
            if not rows and page.cursor is not None:
                [(total,)] = self._run(session, "total", values, self.total)
            else:
                total = rows[0].total if rows else 0
            document["total"] = total
        return document

    def _item(
        self, row: Any, meant: Sequence[Meant], item: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        return item(row) | {"found_in": found_in(meant, self.texts(row))} if meant else item(row)

    def _run(
        self,
        session: Session,
        part: Hashable,
        told: Mapping[str, Any],
        statement: Callable[[], AnySelect],
    ) -> Sequence[Any]:
        """A statement's rows; one that looks for words is planned for them."""
        for_words = bool(self.query)
        if self.shape is not None:
            shape = (self.shape, part)
            return rows_of(session, shape, told, statement, planned_for_its_values=for_words)
        options = PLANNED_FOR_ITS_VALUES if for_words else {}
        return session.execute(statement(), as_parameters(told), execution_options=options).all()


def near(
    table: Searched,
    shown: Sequence[Any],
    origin: geo.Origin,
    radius_m: int,
    conditions: Sequence[ColumnElement[bool]],
    page: Page,
    query: str | None,
    texts: Texts,
) -> Search:
    """Rows inside the radius with the columns `shown`, nearest first."""
    hit = nearest(table, origin, radius_m, conditions, page, query=query)
    order = near_order(hit)
    rows = (
        select(
            *shown,
            nearest_point(origin, table.positions).label("position"),
            metres(origin, hit),
            *(key for key in order if key is not hit.c.id),
        )
        .join(hit, hit.c.id == table.id)
        .order_by(*order)
    )
    return Search(
        lambda: rows,
        nearest_key,
        lambda: count(table, (origin, radius_m), conditions),
        "nearest",
        texts,
        query=query,
    )


def by_name(
    table: Searched,
    name: InstrumentedAttribute[str],
    shown: Sequence[Any],
    conditions: Sequence[ColumnElement[bool]],
    page: Page,
    query: str | None,
    texts: Texts,
) -> Search:
    """Rows with the columns `shown`, as in a directory: sorted as Danes do."""
    unfit = misfit_of(table, query)
    order = (unfit, name.collate(DANISH), table.id)
    rows = (
        select(
            *shown,
            nearest_point(None, table.positions).label("position"),
            metres(None, None),
            unfit.label("misfit"),
        )
        .where(*table.visible, *conditions)
        .order_by(*order)
        .limit(page.limit + 1)
    )
    if (last := page.after(read_misfit, read_text, read_id)) is not None:
        rows = rows.where(tuple_(*order) > tuple_(*last))
    return Search(
        lambda: rows,
        lambda row: (row.misfit, row.name, row.id.hex),
        lambda: count(table, None, conditions, remote=True),
        "name",
        texts,
        query=query,
    )
