"""What every "near me" search shares: one statement that pages through rows, nearest first.

A search finds ids and sort keys in an inner query that stops after one page, and dresses only
those rows in an outer one. With words, what fits best comes first, and nearness settles what fits
equally.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
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
from sqlalchemy.orm import InstrumentedAttribute

from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.core.errors import Invalid
from samspil.core.prepared import given
from samspil.core.text import terms
from samspil.search.paging import (
    Page,
    read_distance,
    read_id,
    read_misfit,
    read_moment,
    read_moment_or_none,
)
from samspil.search.words import misfit

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
    words: InstrumentedAttribute[Any]


def nearest(
    table: Searched,
    origin: geo.Origin,
    radius_m: int,
    conditions: Sequence[ColumnElement[bool]],
    page: Page,
    *,
    placed: bool = True,
    remote: bool = False,
    query: str | None = None,
) -> Subquery:
    """(id, phase, distance) of a page: rows with a point inside the radius, nearest first.

    Then, when asked for, those without any position. `distance` is in plane metres, as the index
    sorts it, and None for remote rows. With words in the `query` it is `best_fitting`.
    """
    if (unfit := misfit(table.words, query)) is not None:
        reach = {"placed": placed, "remote": remote}
        return best_fitting(table, origin, radius_m, conditions, page, unfit, **reach)
    _, phase, distance, last = after_nearest(page) or (0, PLACED, None, None)
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


def best_fitting(
    table: Searched,
    origin: geo.Origin,
    radius_m: int,
    conditions: Sequence[ColumnElement[bool]],
    page: Page,
    unfit: ColumnElement[int],
    *,
    placed: bool,
    remote: bool,
) -> Subquery:
    """(id, misfit, phase, distance) of a page of what holds the words, best fit first.

    What fits equally is sorted as by `nearest`. Every row that fits has to be looked at.
    """
    parts: list[AnySelect] = []
    plane = origin.plane_distance(table.positions)
    nowhere = null().cast(Float)
    for wanted, phase, distance, where in (
        (placed, PLACED, plane, origin.within(table.positions, radius_m)),
        (remote, REMOTE, nowhere, table.positions.is_(None)),
    ):
        if not wanted:
            continue
        rows = select(
            table.id.label("id"),
            unfit.label("misfit"),
            literal(phase).label("phase"),
            distance.label("distance"),
        ).where(*table.visible, where, *conditions)
        if (last := after_nearest(page)) is not None:
            at = tuple_(unfit, literal(phase), func.coalesce(distance, 0), table.id)
            rows = rows.where(at > tuple_(*(given(*value) for value in _after(last).items())))
        order: list[Any] = [column("misfit"), column("distance"), column("id")]
        parts.append(rows.order_by(*order).limit(given("rows", page.limit + 1, Integer())))
    hits = union_all(*(select(part.subquery()) for part in parts)).subquery()
    return select(hits).order_by(*near_order(hits)).limit(page.limit + 1).subquery("hit")


def near_order(hit: Any) -> list[ColumnElement[Any]]:
    """The order of the rows of `nearest`."""
    names = ("misfit", "phase", "distance", "id")
    return [hit.c[name] for name in names if name in hit.c]


def after_nearest(page: Page) -> tuple[int, int, float | None, uuid.UUID] | None:
    """The sort key of `nearest` that a page begins after: misfit, phase, distance, id."""
    last = page.after(read_misfit, _read_phase, _read_distance_or_none, read_id)
    if last is None:
        return None
    unfit, phase, distance, row_id = last
    if (phase == PLACED) != (distance is not None):
        raise Invalid.field("cursor", "field.cursor")
    return unfit, phase, distance, row_id


def given_nearest(page: Page, query: str | None) -> dict[str, Any]:
    """The values that `nearest` is given for a page."""
    values: dict[str, Any] = {"rows": page.limit + 1}
    if (last := after_nearest(page)) is not None:
        if terms(query or ""):
            values |= _after(last)
        else:
            _, phase, distance, row_id = last
            values |= {"after_id": row_id}
            values |= {"after_distance": distance} if phase == PLACED else {}
    return values


def _after(last: tuple[int, int, float | None, uuid.UUID]) -> dict[str, Any]:
    unfit, phase, distance, row_id = last
    return {
        "after_misfit": unfit,
        "after_phase": phase,
        "after_distance": distance or 0.0,
        "after_id": row_id,
    }


def nearest_key(row: Any) -> tuple[int, int, float | None, str]:
    """The sort key of a row of `nearest`."""
    return getattr(row, "misfit", 0), row.phase, row.distance, row.id.hex


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


def after_next_first(page: Page) -> list[Any] | None:
    """The sort key that a page of next dates begins after: as_of, misfit, start, newest, id."""
    return page.after(read_moment, read_misfit, read_moment_or_none, read_moment, read_id)


def next_first(unfit: Any, starts: Any, newest: Any, row_id: Any) -> tuple[Any, ...]:
    """Best fit first, then the next date, then the newest."""
    return unfit, starts.asc().nulls_last(), newest.desc(), row_id


def comes_after(unfit: Any, starts: Any, newest: Any, row_id: Any, last: Sequence[Any]) -> Any:
    """Whether a row comes after `last`, see `after_next_first`, in the order of `next_first`."""
    _, last_unfit, last_starts, last_newest, last_id = last
    newer_first = or_(newest < last_newest, and_(newest == last_newest, row_id > last_id))
    if last_starts is None:
        later = and_(starts.is_(None), newer_first)
    else:
        same_start = and_(starts == last_starts, newer_first)
        later = or_(starts > last_starts, starts.is_(None), same_start)
    return or_(unfit > last_unfit, and_(unfit == last_unfit, later))


def next_first_key(as_of: datetime, row: Any, starts: datetime | None, newest: datetime) -> Any:
    """The sort key of a row of `next_first`."""
    starts_at = starts and starts.isoformat()
    return as_of.isoformat(), row.misfit, starts_at, newest.isoformat(), row.id.hex


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


def misfit_of(table: Searched, query: str | None) -> ColumnElement[int]:
    """How badly a row fits a query; equally well where no word is asked for."""
    unfit = misfit(table.words, query)
    return literal(0, Integer()) if unfit is None else unfit


def _read_phase(value: Any) -> int:
    if value not in (PLACED, REMOTE):
        raise ValueError(value)
    return int(value)


def _read_distance_or_none(value: Any) -> float | None:
    return None if value is None else read_distance(value)
