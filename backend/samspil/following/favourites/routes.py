"""What one likes: needs and associations to find again."""

from __future__ import annotations

import uuid

from flask import Response

from samspil.core import time
from samspil.core.http import Access, Blueprint, actor, open_to, private_answer, session
from samspil.following.favourites import queries, services
from samspil.following.favourites.schemas import FavouritesOut, liked_association, liked_need

blp = Blueprint("favourites", __name__, description="What people want to find again")


@blp.get("/me/favourites")
@blp.response(200, FavouritesOut)
@open_to(Access.SIGNED_IN)
def list_favourites() -> Response:
    """What one likes, newest first; what is not public any more is left out."""
    now = time.now()
    today = time.local(now).date()
    items = [
        *map(liked_need, session().execute(queries.needs_of(actor().id, now))),
        *map(liked_association, session().execute(queries.associations_of(actor().id, today))),
    ]
    items.sort(key=lambda item: item["added_at"], reverse=True)
    return private_answer({"items": items, "next_cursor": None})


@blp.put("/me/favourites/need/<uuid:need_id>")
@blp.response(204)
@open_to(Access.CONFIRMED)
def like_need(need_id: uuid.UUID) -> Response:
    """Keep a need."""
    services.like_need(session(), actor(), need_id, time.now())
    return Response(status=204)


@blp.delete("/me/favourites/need/<uuid:need_id>")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def drop_need(need_id: uuid.UUID) -> Response:
    """Keep a need no more."""
    services.drop_need(session(), actor(), need_id)
    return Response(status=204)


@blp.put("/me/favourites/association/<slug:slug>")
@blp.response(204)
@open_to(Access.CONFIRMED)
def like_association(slug: str) -> Response:
    """Keep an association."""
    services.like_association(session(), actor(), slug, time.now())
    return Response(status=204)


@blp.delete("/me/favourites/association/<slug:slug>")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def drop_association(slug: str) -> Response:
    """Keep an association no more."""
    services.drop_association(session(), actor(), slug)
    return Response(status=204)
