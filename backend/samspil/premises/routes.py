"""HTTP: search for premises, and see one."""

from __future__ import annotations

from typing import Any

from flask import Response

from samspil.core import geo
from samspil.core.errors import NotFound
from samspil.core.http import Access, Blueprint, answer, open_to, session
from samspil.places.queries import must_be_known, origin_of_search
from samspil.premises import queries
from samspil.premises.queries import Filters
from samspil.premises.schemas import (
    PremisesListOut,
    PremisesOut,
    PremisesQuery,
    premises_document,
    premises_item,
)
from samspil.search.paging import Page

blp = Blueprint("premises", __name__, description="Municipal premises and their spaces")


@blp.get("/premises")
@blp.query(PremisesQuery)
@blp.response(200, PremisesListOut)
@open_to(Access.ANYONE)
def list_premises(args: dict[str, Any]) -> Response:
    """Premises with a space that fits, nearest first, or by name without a position."""
    page, filters = Page.of(args), Filters.of(args)
    origin = origin_of_search(args)
    if origin is None:
        found = queries.by_name(filters, page)
    else:
        radius_m = args.get("radius_m", geo.DEFAULT_RADIUS_M)
        found = queries.near(origin, radius_m, filters, page)
    document = found.document(session(), page, premises_item)
    must_be_known(session(), args, document["items"])
    return answer(document)


@blp.get("/premises/<slug:slug>")
@blp.response(200, PremisesOut)
@open_to(Access.ANYONE)
def get_premises(slug: str) -> Response:
    """One building or ground with all its spaces."""
    row = session().execute(queries.one(slug)).first()
    if row is None:
        raise NotFound
    return answer(premises_document(row))
