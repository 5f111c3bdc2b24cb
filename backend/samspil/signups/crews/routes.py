"""What an association does with those who have a place."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.core import time
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    open_to,
    private_answer,
    session,
    visitor,
)
from samspil.signups.crews import contacts, services
from samspil.signups.crews.schemas import RemindedOut, ReminderIn

CSV = {"content_type": "text/csv", "description": "A table for a spreadsheet"}

blp = Blueprint("crews", __name__, description="Those who have a place")


@blp.post("/shifts/<uuid:shift_id>/remind")
@blp.arguments(ReminderIn)
@blp.response(200, RemindedOut)
@open_to(Access.VERIFIED)
def remind_crew(given: dict[str, Any], shift_id: uuid.UUID) -> Response:
    """Remind all who are to come to a shift, once a day."""
    reminded = services.remind(session(), actor(), shift_id, given["message"], time.now())
    return private_answer({"reminded": reminded})


@blp.get("/shifts/<uuid:shift_id>/contacts.csv")
@blp.response(200, **CSV)
@open_to(Access.VERIFIED)
def get_shift_contacts(shift_id: uuid.UUID) -> Response:
    """Names and addresses of those with a place in a shift."""
    # A read has no transaction to write in: that addresses were taken is noted in one of its own.
    with visitor().database.writing.begin() as noting:
        return _file(contacts.of_shift(noting, actor(), shift_id))


@blp.get("/needs/<uuid:need_id>/contacts.csv")
@blp.response(200, **CSV)
@open_to(Access.VERIFIED)
def get_need_contacts(need_id: uuid.UUID) -> Response:
    """Names and addresses of those with a place at a need."""
    with visitor().database.writing.begin() as noting:
        return _file(contacts.of_need(noting, actor(), need_id))


def _file(table: str) -> Response:
    response = Response(table, mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="kontakter.csv"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
