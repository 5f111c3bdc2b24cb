"""Routes for places, addresses and the outline of the municipality."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import Response
from orjson import Fragment

from samspil.core.errors import NotFound
from samspil.core.http import Access, Blueprint, answer, open_to, session, settings
from samspil.places import queries
from samspil.places.addresses import find_addresses
from samspil.places.models import Place
from samspil.places.schemas import (
    AddressesOut,
    AddressesQuery,
    OutlineOut,
    PlaceOut,
    PlacesOut,
    PlacesQuery,
    address_item,
    place_item,
)

blp = Blueprint("places", __name__, description="Towns, villages, quarters; the municipality")

A_DAY = 86_400


@blp.get("/places")
@blp.query(PlacesQuery)
@blp.response(200, PlacesOut)
@open_to(Access.ANYONE)
def list_places(args: dict[str, Any]) -> Response:
    """Places by spelling, by distance, or all by name."""
    origin = queries.origin_of_search(args)
    rows: Iterable[Any]
    if args.get("q"):
        rows = session().execute(queries.spelled_like(args["q"]).limit(args["limit"]))
    elif origin is not None:
        rows = session().execute(queries.nearest_to(origin).limit(args["limit"]))
    else:
        rows = session().execute(queries.by_name().limit(args["limit"]))
    return answer({"items": [_item(*row) for row in rows], "next_cursor": None}, max_age=300)


@blp.get("/places/<slug:slug>")
@blp.response(200, PlaceOut)
@open_to(Access.ANYONE)
def get_place(slug: str) -> Response:
    """One place."""
    place = session().scalar(queries.by_slug(slug))
    if place is None:
        raise NotFound
    return answer(_item(place), max_age=300)


@blp.get("/addresses")
@blp.query(AddressesQuery)
@blp.response(200, AddressesOut)
@open_to(Access.ANYONE)
def list_addresses(args: dict[str, Any]) -> Response:
    """Addresses that begin as typed; empty where no address service is to be had."""
    found = find_addresses(session(), settings(), args["q"], args["limit"])
    response = answer({"items": [address_item(one) for one in found], "next_cursor": None})
    # An address that somebody looks up is nobody else's business, a cache's neither.
    response.headers["Cache-Control"] = "no-store"
    return response


@blp.get("/outline")
@blp.response(200, OutlineOut)
@open_to(Access.ANYONE)
def get_outline() -> Response:
    """The municipality's outline, for drawing."""
    row = session().execute(queries.municipality()).first()
    if row is None:
        raise NotFound
    return answer(
        {
            "type": "Feature",
            "geometry": Fragment(row.drawing),
            "properties": {"code": row.code, "name": row.name},
        },
        max_age=A_DAY,
    )


def _item(place: Place, distance: float | None = None) -> dict[str, Any]:
    return place_item(place) | {"distance_m": None if distance is None else round(distance)}
