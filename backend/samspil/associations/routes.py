"""HTTP: search for associations, see one and its pictures."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response, redirect, request, url_for

from samspil.associations import pictures, queries
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
from samspil.core.files import DiskFiles
from samspil.core.http import (
    Access,
    Blueprint,
    actor_or_none,
    answer,
    open_to,
    session,
    settings,
)
from samspil.core.pictures import MEDIA_TYPE, WIDTHS, stored_variant
from samspil.places.queries import must_be_known, origin_of_search
from samspil.search.paging import Page

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
@blp.alt_response(308, description="It has another address now")
@open_to(Access.ANYONE)
def get_association(slug: str) -> Response:
    """One association."""
    today = time.local(time.now()).date()
    row = session().execute(queries.one(slug, today)).first()
    if row is None:
        return _moved(slug)
    return answer(association_document(row))


def _moved(slug: str) -> Response:
    """Where the association is now that once had this slug.

    Raises:
        NotFound: nowhere that anybody may see.
    """
    present = session().scalar(queries.present_slug(slug).where(queries.PUBLIC))
    if present is None:
        raise NotFound
    response = redirect(url_for(".get_association", slug=present), 308)
    # Not for ever, as it else would be: it may get its old address back.
    response.headers["Cache-Control"] = "public, max-age=30"
    return response  # type: ignore[return-value]


@blp.get(
    "/pictures/<uuid:picture_id>/<int:width>.webp",
    parameters=[
        {"in": "path", "name": "width", "schema": {"type": "integer", "enum": list(WIDTHS)}}
    ],
)
@blp.response(200, content_type="image/webp")
@open_to(Access.ANYONE)
def get_picture(picture_id: uuid.UUID, width: int) -> Response:
    """A picture of an association that the reader may see, in one of its widths."""
    public = session().scalar(pictures.visible(picture_id, None))
    if public is None:
        public = session().scalar(pictures.visible(picture_id, actor_or_none()))
    content = stored_variant(DiskFiles(settings().files_dir), picture_id, width)
    if public is None or content is None:
        raise NotFound
    response = Response(content, mimetype=MEDIA_TYPE)
    # Asked again each time: it may be hidden or taken away at any moment.
    response.headers["Cache-Control"] = "no-cache" if public else "private, no-cache"
    response.set_etag(f"{picture_id.hex}-{width}")
    response.make_conditional(request)
    return response
