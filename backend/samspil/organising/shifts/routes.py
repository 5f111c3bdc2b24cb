"""A need's shifts, as its association plans them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import timedelta
from typing import Any, Final

from flask import Response

from samspil.core import throttle, time
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    answers_retries,
    edition_tag,
    must_match,
    open_to,
    private_answer,
    session,
    visitor,
)
from samspil.core.throttle import Limit
from samspil.organising.shifts import queries, services
from samspil.organising.shifts.schemas import (
    CancelIn,
    DeskShiftOut,
    RotaOut,
    RotaQuery,
    ShiftChangesIn,
    ShiftIn,
    WeeklyIn,
    WeeklyOut,
    shift_document,
    weekly_document,
)
from samspil.search import paging
from samspil.search.near import Page

# Each change may write to everybody who has signed up.
PLANNED: Final = Limit("shifts.person", 600, timedelta(hours=1))

blp = Blueprint("shifts", __name__, description="The dated slots of needs")


@blp.get("/needs/<uuid:need_id>/shifts")
@blp.query(RotaQuery)
@blp.response(200, RotaOut)
@open_to(Access.SIGNED_IN)
def get_rota(args: dict[str, Any], need_id: uuid.UUID) -> Response:
    """A need's shifts and who has signed up for each, for those who run the association."""
    services.look_at_rota(session(), actor(), need_id)
    search = {"of": str(need_id), "past": args["past"]}
    page = Page(search, args["limit"], args.get("cursor"), with_total=False)
    rows = session().execute(queries.rota(need_id, args["past"], page, time.now())).all()
    shown, cursor = paging.page(rows, page.limit, page.search, queries.rota_key)
    return private_answer({"items": _documents(shown), "next_cursor": cursor})


@blp.post("/needs/<uuid:need_id>/shifts")
@blp.arguments(ShiftIn)
@blp.response(201, DeskShiftOut)
@answers_retries
@open_to(Access.VERIFIED)
def add_shift(values: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Add a shift to a need."""
    _count()
    made = services.add(session(), actor(), need_id, values, time.now())
    return _shown(made.id, 201)


@blp.post("/needs/<uuid:need_id>/shifts/weekly")
@blp.arguments(WeeklyIn)
@blp.response(200, WeeklyOut)
@answers_retries
@open_to(Access.VERIFIED)
def add_weekly_shifts(values: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Add a shift every week; with `dry_run` see the dates only."""
    _count()
    dates, made = services.add_weekly(session(), actor(), need_id, values, time.now())
    return private_answer(weekly_document(dates, made))


@blp.patch("/shifts/<uuid:shift_id>")
@blp.arguments(ShiftChangesIn)
@blp.response(200, DeskShiftOut)
@open_to(Access.VERIFIED)
def edit_shift(values: dict[str, Any], shift_id: uuid.UUID) -> Response:
    """Change a shift; who has signed up is told of another time."""
    _count()
    at = services.plan_shift(session(), actor(), shift_id)
    must_match(services.edition(at))
    services.edit(session(), actor(), at, values, time.now())
    return _shown(shift_id)


@blp.post("/shifts/<uuid:shift_id>/cancel")
@blp.arguments(CancelIn)
@blp.response(200, DeskShiftOut)
@open_to(Access.VERIFIED)
def cancel_shift(values: dict[str, Any], shift_id: uuid.UUID) -> Response:
    """Cancel a shift; who has signed up is told."""
    _count()
    at = services.plan_shift(session(), actor(), shift_id)
    services.cancel(session(), actor(), at, values["message"], time.now())
    return _shown(shift_id)


@blp.delete("/shifts/<uuid:shift_id>")
@blp.response(204)
@open_to(Access.VERIFIED)
def remove_shift(shift_id: uuid.UUID) -> Response:
    """Delete a shift that nobody has signed up for."""
    at = services.plan_shift(session(), actor(), shift_id)
    services.remove(session(), actor(), at, time.now())
    return Response(status=204)


def _count() -> None:
    throttle.count(visitor(), (PLANNED, str(actor().id)))


def _shown(shift_id: uuid.UUID, status: int = 200) -> Response:
    row = session().execute(queries.one(shift_id)).one()
    [document] = _documents([row])
    return private_answer(document, status, edition=row.Shift.changed_at)


def _documents(rows: Any) -> list[dict[str, Any]]:
    crews: dict[uuid.UUID, list[Any]] = defaultdict(list)
    for one in session().execute(queries.crew([row.Shift.id for row in rows])):
        crews[one.shift_id].append(one)
    return [
        shift_document(row, crews[row.Shift.id], edition_tag(row.Shift.changed_at)) for row in rows
    ]
