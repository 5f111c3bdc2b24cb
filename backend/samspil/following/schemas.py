"""The shapes of saved searches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from marshmallow import Schema as PlainSchema
from marshmallow import fields

from samspil.associations.schemas import AssociationItemOut, association_item
from samspil.core.fields import Choice, Id, Line, Nested, Schema
from samspil.core.time import local
from samspil.following.models import FREQUENCIES, CalendarFeed, SavedSearch
from samspil.needs.models import COMMITMENTS
from samspil.needs.rules import SOON
from samspil.needs.schemas import NeedItemOut, NeedsQuery, need_item
from samspil.places.schemas import PlaceRefOut

LONGEST_NAME: Final = 80
CHOSEN_BY_CLIENT: Final = "Chosen by the client; the same one twice makes one."


class SearchFilters(NeedsQuery):
    """A search for needs, without its paging. A position is kept to about 100 m."""

    class Meta(NeedsQuery.Meta):
        """marshmallow's options."""

        exclude = ("cursor", "limit", "with_total")


class SearchIn(Schema):
    """A search to save."""

    id = Id(metadata={"description": CHOSEN_BY_CLIENT})
    name = Line(longest=LONGEST_NAME, required=True)
    filters = Nested(SearchFilters, required=True)
    frequency = Choice(FREQUENCIES, load_default="daily")


class SearchEditIn(Schema):
    """What to change of a saved search; what is left out stays."""

    name = Line(longest=LONGEST_NAME)
    filters = Nested(SearchFilters)
    frequency = Choice(FREQUENCIES)


class SearchFiltersOut(PlainSchema):
    """A search for needs, as its parameters: what it does not ask for is left out."""

    q = fields.String()
    interest = fields.List(fields.String())
    weekday = fields.List(fields.String())
    part_of_day = fields.List(fields.String())
    commitment = fields.List(fields.String(metadata={"enum": list(COMMITMENTS)}))
    remote = fields.String(metadata={"enum": ["include", "only", "exclude"]})
    association = fields.String()
    step_free = fields.Boolean()
    soon = fields.String(metadata={"enum": list(SOON)})
    place = fields.String()
    lat = fields.Float()
    lon = fields.Float()
    radius_m = fields.Integer()


class SearchOut(PlainSchema):
    """A saved search."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    filters = Nested(SearchFiltersOut, required=True)
    place = fields.Nested(PlaceRefOut, required=True, allow_none=True)
    frequency = fields.String(required=True, metadata={"enum": list(FREQUENCIES)})
    created_at = fields.AwareDateTime(required=True)
    updated_at = fields.AwareDateTime(required=True)


class SearchesOut(PlainSchema):
    """Somebody's saved searches, newest first; always whole."""

    items = fields.List(fields.Nested(SearchOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class UnsubscribeIn(Schema):
    """What mail programs send (RFC 8058), and our own page too."""

    one_click = Choice(("One-Click",), required=True, data_key="List-Unsubscribe")


def search_document(saved: SavedSearch, towns: Mapping[str, str]) -> dict[str, Any]:
    """SearchOut; `towns` are names by slugs."""
    slug = saved.filters.get("place", "")
    return {
        "id": saved.id,
        "name": saved.name,
        "filters": saved.filters,
        "place": {"slug": slug, "name": towns[slug]} if slug in towns else None,
        "frequency": saved.frequency,
        "created_at": local(saved.created_at),
        "updated_at": local(saved.updated_at),
    }


# The shapes of favourites.

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


# The shapes of calendars' addresses.


class CalendarOut(Schema):
    """The address of one's calendar; whoever has it reads the calendar."""

    url = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Only when it is made: no one can show it again."},
    )
    made_at = fields.AwareDateTime(
        required=True, allow_none=True, metadata={"description": "null: there is no address"}
    )
    fetched_on = fields.Date(
        required=True,
        allow_none=True,
        metadata={"description": "The last day on which a calendar fetched it"},
    )


def calendar_document(feed: CalendarFeed | None, url: str | None = None) -> dict[str, Any]:
    """CalendarOut."""
    return {
        "url": url,
        "made_at": None if feed is None else local(feed.made_at),
        "fetched_on": None if feed is None else feed.fetched_on,
    }
