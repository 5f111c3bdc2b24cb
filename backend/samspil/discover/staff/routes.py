"""What waits for staff."""

from __future__ import annotations

from flask import Response

from samspil.core.http import Access, Blueprint, open_to, private_answer, session
from samspil.discover.staff import queries
from samspil.discover.staff.schemas import OverviewOut

blp = Blueprint("staff-overview", __name__, description="The staff's desk")


@blp.get("/staff/overview")
@blp.response(200, OverviewOut)
@open_to(Access.STAFF)
def overview() -> Response:
    """How much waits, whoever is in charge of it."""
    return private_answer(dict(session().execute(queries.waiting()).one()._mapping))
