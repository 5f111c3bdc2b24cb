"""What every "near me" search shares: one statement that pages through rows, nearest first.

A search finds ids and sort keys in an inner query that stops after one page, and dresses only
those rows in an outer one.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add
from typing import Any, Final

from orjson import Fragment
from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    Subquery,
    TableValuedAlias,
    Text,
    Uuid,
    and_,
    cast,
    column,
    false,
    func,
    literal,
    null,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute, Session

from samspil.core import geo
from samspil.core.db import PLANNED_FOR_ITS_VALUES, AnySelect
from samspil.core.errors import Invalid
from samspil.core.prepared import as_parameters, given, rows_of
from samspil.search import paging
from samspil.search.paging import Page, read_distance, read_id
from samspil.search.words import look_up

DANISH: Final = "da-x-icu"

ID: Final = Uuid()
PLACED: Final = 0
REMOTE: Final = 1


@dataclass(frozen=True, slots=True)
class Searched:
    """A table that can be searched: which rows anybody may see, and where they lie."""

    id: InstrumentedAttribute[uuid.UUID]
    positions: InstrumentedAttribute[Any]
    visible: Sequence[ColumnElement[bool]]


def nearest(
    table: Searched,
    origin: geo.Origin,
    radius_m: int,
    conditions: Sequence[ColumnElement[bool]],
    page: Page,
    *,
    placed: bool = True,
    remote: bool = False,
) -> Subquery:
    """(id, phase, distance) of a page: rows with a point inside the radius, nearest first.

    Then, when asked for, those without any position. `distance` is in plane metres, as the index
    sorts it, and None for remote rows.
    """
    phase, distance, last = after_nearest(page) or (PLACED, None, None)
    # Without conditions one plan is right for all values, and PostgreSQL keeps it once it knows how
    # long a page is. With them a plan has to know the values, and the length stays one of them.
    rows: Any = given("rows", page.limit + 1, Integer()) if conditions else page.limit + 1
    parts: list[AnySelect] = []
    if placed and phase == PLACED:
        plane = origin.plane_distance(table.positions)
        near = (
            select(table.id.label("id"), literal(PLACED).label("phase"), plane.label("distance"))
            .where(*table.visible, origin.within(table.positions, radius_m), *conditions)
            # The index gives rows by distance alone, so that ids settle ties outside: asked for
            # both at once, PostgreSQL would sort all that lies inside the radius.
            .order_by(plane)
            .fetch(rows, with_ties=True)
        )
        if last is not None:
            before = tuple_(given("after_distance", distance), given("after_id", last))
            near = near.where(tuple_(plane, table.id) > before)
        settled = near.subquery()
        parts.append(select(settled).order_by(settled.c.distance, settled.c.id).limit(rows))
    if remote:
        far = (
            select(
                table.id.label("id"),
                literal(REMOTE).label("phase"),
                null().cast(Float).label("distance"),
            )
            .where(*table.visible, table.positions.is_(None), *conditions)
            .order_by(table.id)
            .limit(rows)
        )
        if phase == REMOTE and last is not None:
            far = far.where(table.id > given("after_id", last))
        parts.append(far)
    if not parts:  # the cursor lies past the placed rows, and no others were asked for
        nothing = (literal(PLACED).label("phase"), null().cast(Float).label("distance"))
        parts.append(select(table.id.label("id"), *nothing).where(false()))
    if len(parts) == 1:
        return parts[0].subquery("hit")
    both = union_all(*(select(part.subquery()) for part in parts)).subquery()
    return (
        select(both).order_by(both.c.phase, both.c.distance, both.c.id).limit(rows).subquery("hit")
    )


def after_nearest(page: Page) -> tuple[int, float | None, uuid.UUID] | None:
    """The sort key of `nearest` that a page begins after: phase, distance, id."""
    last = page.after(_read_phase, _read_distance_or_none, read_id)
    if last is None:
        return None
    phase, distance, row_id = last
    if (phase == PLACED) != (distance is not None):
        raise Invalid.field("cursor", "field.cursor")
    return phase, distance, row_id


def given_nearest(page: Page) -> dict[str, Any]:
    """The values that `nearest` is given for a page."""
    values: dict[str, Any] = {"rows": page.limit + 1}
    if (last := after_nearest(page)) is not None:
        phase, distance, row_id = last
        values |= {"after_id": row_id} | ({"after_distance": distance} if phase == PLACED else {})
    return values


def nearest_key(row: Any) -> tuple[int, float | None, str]:
    """The sort key of a row of `nearest`."""
    return row.phase, row.distance, row.id.hex


def count(
    table: Searched,
    near: tuple[geo.Origin, int] | None,
    conditions: Sequence[ColumnElement[bool]],
    *,
    placed: bool = True,
    remote: bool = False,
) -> Select[int]:
    """How many rows the whole result has.

    What is near and what is remote are counted apart: asked for both at once, PostgreSQL would
    compare each row with the box around the search a second time.
    """

    def counted(**reach: bool) -> Select[int]:
        where = located(table, near, **reach)
        return select(func.count()).where(*table.visible, where, *conditions)

    if not (near and placed and remote):
        return counted(placed=placed, remote=remote)
    parts = (counted(placed=True), counted(placed=False, remote=True))
    return select(add(*(part.scalar_subquery() for part in parts)))


def located(
    table: Searched,
    near: tuple[geo.Origin, int] | None,
    *,
    placed: bool = True,
    remote: bool = False,
) -> ColumnElement[bool]:
    """Whether a row lies where the search looks; without a start that is everywhere."""
    somewhere: list[ColumnElement[bool]] = []
    if placed and near is None:
        somewhere.append(table.positions.is_not(None))
    elif placed and near is not None:
        origin, radius_m = near
        somewhere.append(origin.within(table.positions, radius_m))
    if remote:
        somewhere.append(table.positions.is_(None))
    return or_(false(), *somewhere)


def after_next_first(starts: Any, newest: Any, row_id: Any, last: Sequence[Any]) -> Any:
    """Whether a row comes after `last`: as_of, start, newest, id; next date first, then newest."""
    _, last_starts, last_newest, last_id = last
    newer_first = or_(newest < last_newest, and_(newest == last_newest, row_id > last_id))
    if last_starts is None:
        return and_(starts.is_(None), newer_first)
    return or_(starts > last_starts, starts.is_(None), and_(starts == last_starts, newer_first))


def metres(origin: geo.Origin | None, hit: Subquery | None) -> ColumnElement[Any]:
    """A hit's distance in whole metres on the ground, or None."""
    if origin is None or hit is None:
        return null().cast(Float).label("distance_m")
    return func.round(origin.metres_to(hit.c.distance)).label("distance_m")


def nearest_point(origin: geo.Origin | None, positions: Any) -> ColumnElement[str]:
    """The one of a row's points that lies nearest to the search, else the first, as GeoJSON."""
    if origin is None:
        return geo.as_geojson(func.ST_GeometryN(positions, 1))
    return geo.as_geojson(func.ST_ClosestPoint(positions, origin.point))


def words(name: str, values: Sequence[str]) -> ColumnElement[Any]:
    """An array of words as one parameter, so that any number of them is the same statement."""
    return cast(given(name, list(values), ARRAY(Text)), ARRAY(Text))


def elements(values: Any, name: str) -> TableValuedAlias:
    """An array's elements as rows with the one column `value`, beside the row they belong to."""
    return func.unnest(values).table_valued(column("value", Text)).render_derived(name)


def fragment(text: str | None) -> Fragment | None:
    """JSON that the database wrote, for passing on unread."""
    return None if text is None else Fragment(text)


def whole(number: float | None) -> int | None:
    """A count or distance as an integer."""
    return None if number is None else int(number)


@dataclass(frozen=True, slots=True)
class Search:
    """A page's statement, and how its rows are read.

    With a `shape`, the statement is built once for all searches that differ in `given` alone. The
    words of a `query` are looked up before it runs; see `words`.
    """

    rows: Callable[[], AnySelect]
    key: Callable[[Any], Sequence[Any]]
    total: Callable[[], Select[int]]
    shape: Hashable = None
    given: Mapping[str, Any] = field(default_factory=dict)
    query: str | None = None

    def document(
        self, session: Session, page: Page, item: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """The list as clients get it, from one statement; one more looks its words up."""
        told = {**self.given, **look_up(session, self.query)}

        def statement() -> AnySelect:
            if not page.with_total:
                return self.rows()
            return self.rows().add_columns(self.total().scalar_subquery().label("total"))

        rows = self._run(session, page.with_total, told, statement)
        shown, next_cursor = paging.cut(rows, page.limit, page.search, self.key)
        document: dict[str, Any] = {
            "items": [item(row) for row in shown],
            "next_cursor": next_cursor,
        }
        if page.with_total:
            # An empty first page says it itself; only an emptied later one must ask again.
            if not rows and page.cursor is not None:
                [(total,)] = self._run(session, "total", told, self.total)
            else:
                total = rows[0].total if rows else 0
            document["total"] = total
        return document

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
) -> Search:
    """Rows inside the radius with the columns `shown`, nearest first."""
    hit = nearest(table, origin, radius_m, conditions, page)
    rows = (
        select(
            *shown,
            nearest_point(origin, table.positions).label("position"),
            metres(origin, hit),
            hit.c.phase,
            hit.c.distance,
        )
        .join(hit, hit.c.id == table.id)
        .order_by(hit.c.phase, hit.c.distance, hit.c.id)
    )
    return Search(
        lambda: rows, nearest_key, lambda: count(table, (origin, radius_m), conditions), query=query
    )


def by_name(
    table: Searched,
    name: InstrumentedAttribute[str],
    shown: Sequence[Any],
    conditions: Sequence[ColumnElement[bool]],
    page: Page,
    query: str | None,
) -> Search:
    """Rows with the columns `shown`, as in a directory: sorted as Danes do."""
    sorted_by = name.collate(DANISH)
    rows = (
        select(*shown, nearest_point(None, table.positions).label("position"), metres(None, None))
        .where(*table.visible, *conditions)
        .order_by(sorted_by, table.id)
        .limit(page.limit + 1)
    )
    if (last := page.after(read_text, read_id)) is not None:
        rows = rows.where(tuple_(sorted_by, table.id) > tuple_(last[0], last[1]))
    return Search(
        lambda: rows,
        lambda row: (row.name, row.id.hex),
        lambda: count(table, None, conditions, remote=True),
        query=query,
    )


def read_text(value: Any) -> str:
    """A text of a sort key from a cursor."""
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError(value)
    return value


def _read_phase(value: Any) -> int:
    if value not in (PLACED, REMOTE):
        raise ValueError(value)
    return int(value)


def _read_distance_or_none(value: Any) -> float | None:
    return None if value is None else read_distance(value)
