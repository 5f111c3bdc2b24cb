"""Which features?"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, DateTime, cast, func, literal, null, select, true, union_all

from samspil.core import geo
from samspil.core.db import AnySelect
from samspil.ogc.collection import Collection
from samspil.ogc.crs import Crs
from samspil.ogc.parameters import Asked


def page(collection: Collection, asked: Asked, now: datetime) -> AnySelect:
    """A page of features and one more, in the order of their ids.

    Every row carries `matched`, the number of all; there is always a row, whose `id` is None when
    the page is empty. `geometry` is GeoJSON text in the system asked for.
    """
    table = collection.table(now)
    chosen = [*table.visible, *collection.conditions(asked.filters)]
    if asked.box is not None:
        chosen.append(asked.box.holds(table.positions))
    if asked.interval is not None and collection.period is not None:
        chosen.append(collection.period.meets(asked.interval, now))
    matched = select(func.count(table.id).label("matched")).where(*chosen).subquery("matched")
    rows = _with_geometry(collection, asked.crs, now).where(*chosen)
    if asked.after is not None:
        rows = rows.where(table.id > asked.after)
    features = rows.order_by(table.id).limit(asked.limit + 1).subquery("features")
    return (
        select(matched.c.matched, features)
        .select_from(matched.outerjoin(features, true()))
        .order_by(features.c.id)
    )


def one(collection: Collection, feature: uuid.UUID, crs: Crs, now: datetime) -> AnySelect:
    """The feature with this id, if it is public."""
    table = collection.table(now)
    return _with_geometry(collection, crs, now).where(*table.visible, table.id == feature)


def _with_geometry(collection: Collection, crs: Crs, now: datetime) -> AnySelect:
    geometry = crs.geojson(collection.table(now).positions).label("geometry")
    return collection.rows(now).add_columns(geometry)


def extents(collections: Sequence[Collection], now: datetime) -> AnySelect:
    """(id, west, south, east, north, begins, ends) of each collection; None where nothing is."""
    return select(union_all(*(_extent(collection, now) for collection in collections)).subquery())


def _extent(collection: Collection, now: datetime) -> AnySelect:
    table = collection.table(now)
    extent = func.ST_Extent(geo.to_wgs84(table.positions))
    box = select(extent.label("box")).where(*table.visible).subquery()
    edges = zip(geo.EDGES, (func.ST_XMin, func.ST_YMin, func.ST_XMax, func.ST_YMax), strict=True)
    columns: list[ColumnElement[Any]] = [
        literal(collection.id).label("id"),
        *(cast(edge(box.c.box), geo.Degrees).label(name) for name, edge in edges),
    ]
    if collection.period is None:
        nothing = cast(null(), DateTime(timezone=True))
        return select(*columns, nothing.label("begins"), nothing.label("ends"))
    period = collection.period.extent(now).subquery()
    return select(*columns, period.c.begins, period.c.ends).select_from(box.join(period, true()))
