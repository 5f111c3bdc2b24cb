"""What suits me? For anyone, from a profile on the phone, and for an account's own."""

from __future__ import annotations

from typing import Any

from flask import Response

from samspil.core import time
from samspil.core.http import Access, Blueprint, open_to, private_answer, session
from samspil.places.queries import must_exist, origin_of_search
from samspil.volunteering.matching import services
from samspil.volunteering.matching.schemas import (
    MatchesOut,
    MatchIn,
    matches_document,
    volunteer_of,
)

blp = Blueprint("matching", __name__, description="Which needs suit a volunteer, and why")


@blp.post("/matches")
@blp.arguments(MatchIn())
@blp.response(200, MatchesOut)
@open_to(Access.ANYONE)
def match_profile(args: dict[str, Any]) -> Response:
    """The needs that suit a profile best; nothing of it is stored."""
    volunteer, now = volunteer_of(args), time.now()
    found = services.best_matches(session(), volunteer, origin_of_search(args), args["limit"], now)
    if "place" in args and not any(one.row.distance_m is not None for one in found):
        must_exist(session(), args["place"])
    return private_answer(matches_document(found))
