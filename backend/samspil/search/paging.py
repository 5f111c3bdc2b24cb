"""Keyset paging: a page begins after the last row of the page before, wherever rows have come.

A cursor is opaque to clients: the last row's sort key and a fingerprint of the search it belongs
to. It carries nothing a client did not already have.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import Integer, and_, literal, or_, tuple_
from sqlalchemy.orm import Session

from samspil.core.db import AnySelect
from samspil.core.errors import Invalid
from samspil.core.fields import Schema, Text, Whole

DEFAULT_LIMIT: Final = 20
MOST_LIMIT: Final = 100
MOST_MISFIT: Final = 1_000
_NOT_THE_SEARCH: Final = frozenset({"cursor", "limit", "with_total"})


class ListQuery(Schema):
    """Which part of a list."""

    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)
    cursor = Text(longest=500)


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a result is asked for."""

    search: Mapping[str, Any]
    limit: int
    cursor: str | None
    with_total: bool = False

    @classmethod
    def of(cls, args: Mapping[str, Any], **more: str) -> Page:
        """From a list's parsed parameters, and what else tells the list from others."""
        return cls(
            {**args, **more}, args["limit"], args.get("cursor"), args.get("with_total", False)
        )

    def after(self, *readers: Any) -> list[Any] | None:
        """The sort key that this page begins after; see `decode`."""
        return decode(self.search, self.cursor, readers)


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows sorted by one column, and by id where that is equal: pages are cut from them.

    What fits words better can come before that.

    Attributes:
        rows: the whole list, without an order.
        by: the column.
        id: the id.
        descending: from the last to the first.
        read: makes a value of the column from a cursor, or raises ValueError.
        misfit: how badly a row fits, a small integer; rows are sorted by it first.
    """

    rows: AnySelect
    by: Any
    id: Any
    descending: bool = False
    read: Callable[[Any], Any] | None = None
    misfit: Any = None

    def of(self, page: Page) -> AnySelect:
        """The statement of a page, and of one row more."""
        key = tuple_(self.by, self.id)
        columns = (self.by.desc(), self.id.desc()) if self.descending else (self.by, self.id)
        misfit = literal(0, Integer()) if self.misfit is None else self.misfit
        rows = self.rows.add_columns(
            misfit.label("page_misfit"), self.by.label("page_by"), self.id.label("page_id")
        )
        if (last := page.after(read_misfit, self.read or read_moment, read_id)) is not None:
            unfit, *others = last
            later = key < tuple_(*others) if self.descending else key > tuple_(*others)
            if self.misfit is not None:
                later = or_(misfit > unfit, and_(misfit == unfit, later))
            rows = rows.where(later)
        if self.misfit is not None:
            rows = rows.order_by(misfit)
        return rows.order_by(*columns).limit(page.limit + 1)


def newest_first(rows: AnySelect, by: Any, id_: Any) -> Listing:
    """Rows by a moment, the last one first."""
    return Listing(rows, by, id_, descending=True)


def document(
    session: Session, listing: Listing, page: Page, item: Callable[[Any], dict[str, Any]]
) -> dict[str, Any]:
    """A page of a list as clients get it: `items`, and `next_cursor` where there are more.

    Args:
        session: reads the rows.
        listing: the list.
        page: which part.
        item: makes a row's document.
    """
    shown, next_cursor = rows_of(session, listing, page)
    return {"items": [item(row) for row in shown], "next_cursor": next_cursor}


def rows_of(session: Session, listing: Listing, page: Page) -> tuple[Sequence[Any], str | None]:
    """A page's rows and the next cursor, for documents that are made of all rows together."""
    return cut(session.execute(listing.of(page)).all(), page.limit, page.search, _key)


def _key(row: Any) -> tuple[int, Any, str]:
    by = row.page_by
    return row.page_misfit, by.isoformat() if isinstance(by, datetime) else by, row.page_id.hex


def fingerprint(search: Mapping[str, Any]) -> str:
    """Tells searches apart: the parameters without paging's own."""
    relevant = {k: v for k, v in search.items() if k not in _NOT_THE_SEARCH}
    canonical = orjson.dumps(relevant, option=orjson.OPT_SORT_KEYS, default=str)
    return hashlib.blake2b(canonical, digest_size=6).hexdigest()


def encode(search: Mapping[str, Any], key: Sequence[Any]) -> str:
    """The cursor that begins after the row with this sort key."""
    document = orjson.dumps([fingerprint(search), *key])
    return base64.urlsafe_b64encode(document).rstrip(b"=").decode()


def decode(
    search: Mapping[str, Any], cursor: str | None, readers: Sequence[Callable[[Any], Any]]
) -> list[Any] | None:
    """The sort key in a cursor; None without one.

    Args:
        search: the parameters that came with the cursor.
        cursor: as `encode` made it.
        readers: make each part of the sort key from its JSON value, or raise ValueError.

    Raises:
        Invalid: the cursor is not one of ours, or belongs to another search.
    """
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        belongs_to, *key = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if belongs_to != fingerprint(search):
            raise ValueError("a cursor of another search")
        return [read(value) for read, value in zip(readers, key, strict=True)]
    except (ValueError, TypeError, OverflowError, binascii.Error) as error:
        raise Invalid.field("cursor", "field.cursor") from error


def read_distance(value: Any) -> float:
    """A distance in metres from a cursor."""
    distance = float(value)
    if not 0 <= distance < 1e7:  # noqa: PLR2004  # further than Denmark is wide: not ours
        raise ValueError(value)
    return distance


def read_text(value: Any) -> str:
    """A text of a sort key from a cursor."""
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError(value)
    return value


def read_misfit(value: Any) -> int:
    """How badly a row fits, from a cursor."""
    if type(value) is not int or not 0 <= value <= MOST_MISFIT:
        raise ValueError(value)
    return value


def read_moment(value: Any) -> datetime:
    """An aware moment from a cursor."""
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None or not 2000 <= moment.year <= 2100:  # noqa: PLR2004  # not ours
        raise ValueError(value)
    return moment


def read_moment_or_none(value: Any) -> datetime | None:
    """An aware moment, or none, from a cursor."""
    return None if value is None else read_moment(value)


def read_id(value: Any) -> uuid.UUID:
    """An id from a cursor."""
    return uuid.UUID(hex=str(value))


def cut(
    rows: Sequence[Any], limit: int, search: Mapping[str, Any], key: Any
) -> tuple[Sequence[Any], str | None]:
    """Cut `limit` + 1 rows to a page and the cursor of the next.

    Args:
        rows: as many as came, at most `limit` + 1.
        limit: how many a page has.
        search: the parameters of the search.
        key: gives a row's sort key.
    """
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], encode(search, key(rows[limit - 1]))
