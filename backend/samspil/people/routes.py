"""What people can take an interest in."""

from __future__ import annotations

from flask import Response

from samspil.core.http import Access, Blueprint, answer, open_to, session
from samspil.people import queries
from samspil.people.schemas import InterestsOut

blp = Blueprint("people", __name__, description="Interests")


@blp.get("/interests")
@blp.response(200, InterestsOut)
@open_to(Access.ANYONE)
def list_interests() -> Response:
    """All interests, in the reader's language."""
    items = [{"slug": s, "label": label} for s, label in session().execute(queries.interests())]
    return answer({"items": items, "next_cursor": None}, max_age=300)
