"""Find a need, and know it."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.associations.queries import one as one_association
from samspil.core import geo, time
from samspil.core.errors import NotFound
from samspil.core.http import Access, Blueprint, answer, open_to, session
from samspil.needs import queries
from samspil.needs.facets import facets
from samspil.needs.queries import Filters
from samspil.needs.schemas import (
    FacetsOut,
    FacetsQuery,
    NeedOut,
    NeedsOut,
    NeedsQuery,
    facets_document,
    need_document,
    need_item,
)
from samspil.places.queries import must_be_known, must_exist, origin_of_search
from samspil.search.paging import Page

blp = Blueprint("volunteering", __name__, description="What associations need hands for")


@blp.get("/needs")
@blp.query(NeedsQuery)
@blp.response(200, NeedsOut)
@open_to(Access.ANYONE)
def list_needs(args: dict[str, Any]) -> Response:
    """Needs nearest first; without a position the next date first, then the newest."""
    page, now = Page.of(args), time.now()
    filters = Filters.of(args, now)
    origin = origin_of_search(args)
    if origin is None:
        found = queries.next_first(filters, page, now)
    else:
        radius_m = args.get("radius_m", geo.DEFAULT_RADIUS_M)
        found = queries.near(origin, radius_m, filters, page, now)
    document = found.document(session(), page, need_item)
    must_be_known(session(), args, document["items"])
    return answer(document)


@blp.get("/needs/facets")
@blp.query(FacetsQuery)
@blp.response(200, FacetsOut)
@open_to(Access.ANYONE)
def count_needs(args: dict[str, Any]) -> Response:
    """How many needs each value of a filter would give."""
    origin = origin_of_search(args)
    near = None if origin is None else (origin, args.get("radius_m", geo.DEFAULT_RADIUS_M))
    now = time.now()
    rows = session().execute(facets(near, Filters.of(args, now), now)).all()
    document = facets_document(rows)
    if "place" in args and not any(f["count"] for f in document["remote"] if f["value"] == "false"):
        must_exist(session(), args["place"])
    return answer(document)


@blp.get("/needs/<uuid:need_id>")
@blp.response(200, NeedOut)
@open_to(Access.ANYONE)
def get_need(need_id: uuid.UUID) -> Response:
    """One need with its coming shifts."""
    now = time.now()
    row = session().execute(queries.one(need_id, now)).first()
    if row is None:
        raise NotFound
    today = time.local(now).date()
    association = session().execute(one_association(row.association_slug, today)).first()
    if association is None:  # hidden since
        raise NotFound
    shifts = session().scalars(queries.coming_shifts(need_id, now)).all()
    return answer(need_document(row, association, shifts))
