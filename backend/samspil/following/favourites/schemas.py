"""The shapes of favourites."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import Schema, fields

from samspil.associations.schemas import AssociationItemOut, association_item
from samspil.core.time import local
from samspil.needs.schemas import NeedItemOut, need_item

KINDS: Final = ("need", "association")


class FavouriteOut(Schema):
    """Something that somebody likes: of the two things, the one of its kind."""

    kind = fields.String(required=True, metadata={"enum": list(KINDS)})
    added_at = fields.AwareDateTime(required=True)
    need = fields.Nested(NeedItemOut, required=True, allow_none=True)
    association = fields.Nested(AssociationItemOut, required=True, allow_none=True)


class FavouritesOut(Schema):
    """What somebody likes, newest first; always whole."""

    items = fields.List(fields.Nested(FavouriteOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


def liked_need(row: Any) -> dict[str, Any]:
    """FavouriteOut, from a row of `queries.needs_of`."""
    # The lists have left it out by now; who likes it shall not think it open.
    over = row.over and row.status == "published"
    need = need_item(row) | ({"status": "closed"} if over else {})
    return _liked("need", row) | {"need": need, "association": None}


def liked_association(row: Any) -> dict[str, Any]:
    """FavouriteOut, from a row of `queries.associations_of`."""
    return _liked("association", row) | {"need": None, "association": association_item(row)}


def _liked(kind: str, row: Any) -> dict[str, Any]:
    return {"kind": kind, "added_at": local(row.added_at)}
