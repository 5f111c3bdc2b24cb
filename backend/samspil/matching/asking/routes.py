"""Asking volunteers whether they would help with a need."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from flask import Response

from samspil.associations.access import must, must_still
from samspil.core import throttle, time
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    open_to,
    private_answer,
    session,
    visitor,
)
from samspil.core.throttle import Limit
from samspil.matching.asking import queries, services
from samspil.matching.asking.schemas import AskedOut, AskIn, VolunteersOut, volunteers_document
from samspil.organising.access import OpenedNeed, look_at_need
from samspil.people.queries import interests

ASKED = Limit("asking.person", 30, timedelta(hours=1))

blp = Blueprint("asking", __name__, description="Asking volunteers who want to be asked")


@blp.get("/needs/<uuid:need_id>/volunteers")
@blp.response(200, VolunteersOut)
@open_to(Access.SIGNED_IN)
def list_volunteers(need_id: uuid.UUID) -> Response:
    """Those who want to be asked and whom the need suits best; nameless until they sign up."""
    opened = _open(need_id)
    now = time.now()
    found = services.may_be_asked(session(), actor(), opened.need, visitor().secret, now)
    names = {row[0]: row[1] for row in session().execute(interests())}
    return private_answer(volunteers_document(found, names))


@blp.post("/needs/<uuid:need_id>/ask")
@blp.arguments(AskIn())
@blp.response(200, AskedOut)
@open_to(Access.VERIFIED)
def ask_volunteers(body: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Write to some of them through the platform: once about a need, and never too often."""
    throttle.count(visitor(), (ASKED, str(actor().id)))
    opened = _open(need_id)
    now = time.now()
    must_still(session().scalar(queries.is_open(need_id, now)) is not None)
    found = services.may_be_asked(session(), actor(), opened.need, visitor().secret, now)
    chosen = frozenset(body["volunteers"])
    asked = services.ask(session(), actor(), opened.need, found, chosen, body["message"], now)
    return private_answer({"asked": asked, "left_out": len(chosen) - asked})


def _open(need_id: uuid.UUID) -> OpenedNeed:
    opened = look_at_need(session(), actor(), need_id)
    must(opened.standing.runs_it)
    return opened
