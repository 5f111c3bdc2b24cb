"""What suits me? For anyone, from a profile on the phone, and for an account's own."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from flask import Response

from samspil.core import throttle, time
from samspil.core.errors import must, must_still
from samspil.core.http import Access, Blueprint, actor, open_to, private_answer, session, visitor
from samspil.core.http.application import application
from samspil.core.throttle import Limit
from samspil.matching import asking
from samspil.matching.matches import (
    best_matches,
    effects_today,
    origin_of_profile,
    volunteer_of_profile,
)
from samspil.matching.schemas import (
    AskedOut,
    AskIn,
    EffectsOut,
    MatchesOut,
    MatchesQuery,
    MatchIn,
    VolunteersOut,
    effects_document,
    matches_document,
    volunteer_of,
    volunteers_document,
)
from samspil.organising.access import ReadableNeed, look_at_need
from samspil.people.profiles import interests, profile_of
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
    row = session().execute(profile_of(actor().id)).first()
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


# Asking volunteers whether they would help with a need.

ASKED = Limit("asking.person", 30, timedelta(hours=1))

asking_blp = Blueprint("asking", __name__, description="Asking volunteers who want to be asked")


@asking_blp.get("/needs/<uuid:need_id>/volunteers")
@asking_blp.response(200, VolunteersOut)
@open_to(Access.SIGNED_IN)
def list_volunteers(need_id: uuid.UUID) -> Response:
    """Those who want to be asked and whom the need suits best; nameless until they sign up."""
    opened = _open(need_id)
    now = time.now()
    found = asking.may_be_asked(session(), actor(), opened.need, visitor().secret, now)
    names = {row[0]: row[1] for row in session().execute(interests())}
    return private_answer(volunteers_document(found, names))


@asking_blp.post("/needs/<uuid:need_id>/ask")
@asking_blp.arguments(AskIn())
@asking_blp.response(200, AskedOut)
@open_to(Access.VERIFIED)
def ask_volunteers(body: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Write to some of them through the platform: once about a need, and never too often."""
    throttle.count(visitor(), (ASKED, str(actor().id)))
    opened = _open(need_id)
    now = time.now()
    must_still(session().scalar(asking.is_open(need_id, now)) is not None)
    found = asking.may_be_asked(session(), actor(), opened.need, visitor().secret, now)
    chosen = frozenset(body["volunteers"])
    asked = asking.ask(session(), actor(), opened.need, found, chosen, body["message"], now)
    return private_answer({"asked": asked, "left_out": len(chosen) - asked})


def _open(need_id: uuid.UUID) -> ReadableNeed:
    opened = look_at_need(session(), actor(), need_id)
    must(opened.standing.runs_it)
    return opened
