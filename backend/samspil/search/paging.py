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
from datetime import datetime
from typing import Any, Final

import orjson

from samspil.core.errors import Invalid

DEFAULT_LIMIT: Final = 20
MOST_LIMIT: Final = 100
_NOT_THE_SEARCH: Final = frozenset({"cursor", "limit", "with_total"})


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


def page(
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
