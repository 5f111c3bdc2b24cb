"""What suits me? For anyone, from a profile on the phone, and for an account's own."""

from __future__ import annotations

from typing import Any

from flask import Response

from samspil.core import time
from samspil.core.http import Access, Blueprint, actor, open_to, private_answer, session
from samspil.core.http.application import application
from samspil.matching.effects import effects_today
from samspil.matching.schemas import (
    EffectsOut,
    MatchesOut,
    MatchesQuery,
    MatchIn,
    effects_document,
    matches_document,
    volunteer_of,
)
from samspil.matching.services import best_matches
from samspil.matching.volunteers import origin_of_profile, volunteer_of_profile
from samspil.people.profiles import of_person
from samspil.places.queries import must_exist, origin_of_search

blp = Blueprint("matching", __name__, description="Which needs suit a volunteer, and why")


@blp.post("/matches")
@blp.arguments(MatchIn(), required=False)
@blp.response(200, MatchesOut)
@open_to(Access.ANYONE)
def match_profile(args: dict[str, Any]) -> Response:
    """The needs that suit a profile best; nothing of it is stored."""
    origin, now = origin_of_search(args), time.now()
    # A read in spite of its method: without a transaction there is nothing to commit.
    with application().database.session(writes=False) as reading:
        found = best_matches(reading, volunteer_of(args), origin, args["limit"], now)
        if "place" in args and not any(one.row.distance_m is not None for one in found):
            must_exist(reading, args["place"])
    return private_answer(matches_document(found))


@blp.get("/me/matches")
@blp.query(MatchesQuery)
@blp.response(200, MatchesOut)
@open_to(Access.SIGNED_IN)
def match_me(args: dict[str, Any]) -> Response:
    """The needs that suit one's own profile best."""
    row = session().execute(of_person(actor().id)).first()
    profile = None if row is None else row[0]
    volunteer, origin = volunteer_of_profile(profile), origin_of_profile(profile)
    found = best_matches(session(), volunteer, origin, args["limit"], time.now())
    return private_answer(matches_document(found))


@blp.get("/staff/matching")
@blp.response(200, EffectsOut)
@open_to(Access.STAFF)
def show_weights() -> Response:
    """The weights by which needs are ranked, and what each does to today's lists."""
    return private_answer(effects_document(effects_today(session(), time.now())))
