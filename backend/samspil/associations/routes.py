"""Find and know an association."""

from __future__ import annotations

from typing import Any

from flask import Response

from samspil.associations import queries
from samspil.associations.queries import Filters
from samspil.associations.schemas import (
    AssociationOut,
    AssociationsOut,
    AssociationsQuery,
    association_document,
    association_item,
)
from samspil.core import geo, time
from samspil.core.errors import NotFound
from samspil.core.http import Access, Blueprint, answer, open_to, session
from samspil.core.search import Page
from samspil.places.queries import must_be_known, origin_of_search

blp = Blueprint("associations", __name__, description="Associations, networks, initiatives")


@blp.get("/associations")
@blp.query(AssociationsQuery)
@blp.response(200, AssociationsOut)
@open_to(Access.ANYONE)
def list_associations(args: dict[str, Any]) -> Response:
    """Associations nearest first, or by name without a position."""
    page = Page.of(args)
    filters = Filters(args.get("q"), args.get("interest", ()), args.get("kind", ()))
    today = time.local(time.now()).date()
    origin = origin_of_search(args)
    if origin is None:
        found = queries.by_name(filters, page, today)
    else:
        radius_m = args.get("radius_m", geo.DEFAULT_RADIUS_M)
        found = queries.near(origin, radius_m, filters, page, today)
    document = found.document(session(), page, association_item)
    must_be_known(session(), args, document["items"])
    return answer(document)


@blp.get("/associations/<slug:slug>")
@blp.response(200, AssociationOut)
@open_to(Access.ANYONE)
def get_association(slug: str) -> Response:
    """One association."""
    row = session().execute(queries.one(slug, time.local(time.now()).date())).first()
    if row is None:
        raise NotFound
    return answer(association_document(row))
