"""An association's needs and their shifts: write, publish, pause, close and plan them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import timedelta
from typing import Any, Final

from flask import Response, url_for

from samspil.associations import queries as associations
from samspil.associations.access import look_at_desk
from samspil.core import throttle, time
from samspil.core.errors import must
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    answers_retries,
    must_match,
    open_to,
    private_answer,
    session,
    version_tag,
    visitor,
)
from samspil.core.throttle import Limit
from samspil.needs import queries as needs
from samspil.needs.schemas import need_document
from samspil.organising import moderation, queries, rules, shifts, states, writing
from samspil.organising.access import ReadableNeed, WritableNeed, look_at_need, open_need
from samspil.organising.schemas import (
    DeskNeedOut,
    DeskNeedsOut,
    DeskNeedsQuery,
    DuplicateIn,
    DuplicateOut,
    NeedIn,
    NewNeedIn,
    counts_document,
    desk_document,
    desk_item,
    moved_document,
)
from samspil.organising.shift_schemas import (
    CancelIn,
    CopyWeekIn,
    CopyWeekOut,
    DeskShiftOut,
    RotaOut,
    RotaQuery,
    ShiftChangesIn,
    ShiftIn,
    WeeklyIn,
    WeeklyOut,
    WeekOut,
    WeekQuery,
    copied_document,
    shift_document,
    week_document,
    weekly_document,
)
from samspil.people.history import HistoryOut, change_document
from samspil.search import paging
from samspil.search.paging import ListQuery, Page

NEEDS_LIMIT: Final = Limit("need.person", 60, timedelta(hours=1))

blp = Blueprint("needs-desk", __name__, description="Writing of what an association needs")


@blp.get("/associations/<slug:slug>/desk/needs")
@blp.query(DeskNeedsQuery)
@blp.response(200, DeskNeedsOut)
@open_to(Access.SIGNED_IN)
def list_own_needs(args: dict[str, Any], slug: str) -> Response:
    """An association's needs in any state, what was changed last first."""
    now = time.now()
    today = time.local(now).date()
    association = look_at_desk(session(), actor(), slug).association

    def item(row: Any) -> dict[str, Any]:
        return desk_item(row, len(writing.missing_of_row(row, association, today)))

    needs_of = queries.of_association(association.id, args.get("status"), now)
    listed = paging.document(session(), needs_of, Page.of(args, of=slug), item)
    counts = counts_document(session().execute(queries.counts(association.id)).all())
    return private_answer({**listed, "counts": counts})


@blp.post("/associations/<slug:slug>/needs")
@blp.arguments(NewNeedIn())
@blp.response(201, DeskNeedOut)
@open_to(Access.VERIFIED)
def write_need(values: dict[str, Any], slug: str) -> Response:
    """Begin a need as a draft; a title is enough."""
    throttle.count(visitor(), (NEEDS_LIMIT, str(actor().id)))
    return _created(writing.create(session(), actor(), slug, values).id)


@blp.get("/needs/<uuid:need_id>/desk")
@blp.response(200, DeskNeedOut)
@open_to(Access.SIGNED_IN)
def get_own_need(need_id: uuid.UUID) -> Response:
    """A need as it is written, what it lacks, and how others will see it."""
    return _answer(look_at_need(session(), actor(), need_id))


@blp.patch("/needs/<uuid:need_id>")
@blp.arguments(NeedIn())
@blp.response(200, DeskNeedOut)
@open_to(Access.VERIFIED)
def edit_need(values: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Change what an association says of a need."""
    opened = _open(need_id, "edit")
    writing.edit(session(), actor(), opened, values, time.now())
    return _answer(opened)


@blp.delete("/needs/<uuid:need_id>")
@blp.response(204)
@open_to(Access.VERIFIED)
def delete_need(need_id: uuid.UUID) -> Response:
    """Delete a draft."""
    states.remove(session(), actor(), _open(need_id, "delete"))
    return Response(status=204)


@blp.post("/needs/<uuid:need_id>/publish")
@blp.response(200, DeskNeedOut)
@open_to(Access.VERIFIED)
def publish_need(need_id: uuid.UUID) -> Response:
    """Publish a need, or renew one that is published; refused with what it lacks."""
    opened = _open(need_id, "publish")
    states.publish(session(), actor(), opened, time.now())
    return _answer(opened)


@blp.post("/needs/<uuid:need_id>/pause")
@blp.response(200, DeskNeedOut)
@open_to(Access.VERIFIED)
def pause_need(need_id: uuid.UUID) -> Response:
    """Take a need out of the lists for a while."""
    opened = _open(need_id, "pause")
    states.pause(session(), actor(), opened, time.now())
    return _answer(opened)


@blp.post("/needs/<uuid:need_id>/close")
@blp.response(200, DeskNeedOut)
@open_to(Access.VERIFIED)
def close_need(need_id: uuid.UUID) -> Response:
    """End a need; who waits for an answer or a place is told, who has a place keeps it."""
    opened = _open(need_id, "close")
    states.close(session(), actor(), opened, time.now())
    return _answer(opened)


@blp.post("/needs/<uuid:need_id>/duplicate")
@blp.arguments(DuplicateIn())
@blp.response(201, DuplicateOut)
@open_to(Access.VERIFIED)
def duplicate_need(values: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Write a need anew as a draft for another season, without its shifts."""
    throttle.count(visitor(), (NEEDS_LIMIT, str(actor().id)))
    opened = _open(need_id, "duplicate")
    copy, new_days = states.duplicate(session(), actor(), opened, values, time.now())
    return _created(copy.id, {"moved": moved_document(new_days)})


@blp.get("/needs/<uuid:need_id>/history")
@blp.query(ListQuery)
@blp.response(200, HistoryOut)
@open_to(Access.SIGNED_IN)
def get_need_history(args: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Who changed what, newest first."""
    must(look_at_need(session(), actor(), need_id).standing.runs_it)
    changes = queries.need_history(need_id, time.now())
    page = Page.of(args, of=str(need_id))
    return private_answer(paging.document(session(), changes, page, change_document))


@blp.post("/staff/needs/<uuid:need_id>/show")
@blp.response(204)
@open_to(Access.STAFF)
def show_need(need_id: uuid.UUID) -> Response:
    """Let everybody see again a need that staff have hidden."""
    moderation.show(session(), actor(), need_id, time.now())
    return Response(status=204)


def _open(need_id: uuid.UUID, what: str) -> WritableNeed:
    opened = open_need(session(), actor(), need_id, what)
    must_match(opened.need.updated_at)
    return opened


def _created(need_id: uuid.UUID, beside: dict[str, Any] | None = None) -> Response:
    response = _answer(look_at_need(session(), actor(), need_id), 201, beside)
    response.headers["Location"] = url_for("needs-desk.get_own_need", need_id=need_id)
    return response


def _answer(
    opened: ReadableNeed, status: int = 200, beside: dict[str, Any] | None = None
) -> Response:
    now, need = time.now(), opened.need
    row = session().execute(needs.in_any_state(need.id, now)).one()
    slug, today = opened.association.slug, time.local(now).date()
    association = session().execute(associations.in_any_state(slug, today)).one()
    coming = session().scalars(needs.coming_shifts(need.id, now)).all()
    preview = need_document(row, association, coming)
    if need.status == "draft":
        preview |= {"status": "published", "published_at": time.local(now)}
    document = desk_document(
        need,
        row,
        writing.missing(session(), need, opened.association, now),
        rules.may(opened.standing, need),
        preview,
        wanted_by_shifts=shifts.wanted_by_shifts(session(), need, now),
    )
    return private_answer(document | (beside or {}), status, version=need.updated_at)


# Each change may write to everybody who has signed up.
SHIFTS_LIMIT: Final = Limit("shifts.person", 600, timedelta(hours=1))

shift_blp = Blueprint("shifts", __name__, description="The dated slots of needs")


@shift_blp.get("/needs/<uuid:need_id>/shifts")
@shift_blp.query(RotaQuery)
@shift_blp.response(200, RotaOut)
@open_to(Access.SIGNED_IN)
def get_rota(args: dict[str, Any], need_id: uuid.UUID) -> Response:
    """A need's shifts and who has signed up for each, for those who run the association."""
    shifts.must_plan(session(), actor(), need_id)
    rota = queries.rota(need_id, args["past"], time.now())
    page = Page.of(args, of=str(need_id))
    listed = paging.document(session(), rota, page, lambda row: row)
    return private_answer({**listed, "items": _shift_documents(listed["items"])})


@shift_blp.post("/needs/<uuid:need_id>/shifts")
@shift_blp.arguments(ShiftIn)
@shift_blp.response(201, DeskShiftOut)
@open_to(Access.VERIFIED)
def add_shift(values: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Add a shift to a need."""
    throttle.count(visitor(), (SHIFTS_LIMIT, str(actor().id)))
    shift = shifts.add(session(), actor(), need_id, values, time.now())
    return _shift(shift.id, 201)


@shift_blp.post("/needs/<uuid:need_id>/shifts/weekly")
@shift_blp.arguments(WeeklyIn)
@shift_blp.response(200, WeeklyOut)
@answers_retries
@open_to(Access.VERIFIED)
def add_weekly_shifts(values: dict[str, Any], need_id: uuid.UUID) -> Response:
    """Add a shift every week; with `dry_run` see the dates only."""
    throttle.count(visitor(), (SHIFTS_LIMIT, str(actor().id)))
    dates, added = shifts.add_weekly(session(), actor(), need_id, values, time.now())
    return private_answer(weekly_document(dates, added))


@shift_blp.get("/associations/<slug:slug>/desk/shifts")
@shift_blp.query(WeekQuery)
@shift_blp.response(200, WeekOut)
@open_to(Access.SIGNED_IN)
def get_week(args: dict[str, Any], slug: str) -> Response:
    """The shifts of all an association's needs in one week, for those who run it."""
    desk = look_at_desk(session(), actor(), slug)
    must(desk.standing.runs_it)
    week = rules.week_of(args.get("day") or time.local(time.now()).date())
    page = Page.of(args, of=slug, week=week.day.isoformat())
    rows, cursor = paging.rows_of(session(), queries.of_week(desk.association.id, week), page)
    pairs = zip(rows, _shift_documents(rows), strict=True)
    items = [week_document(row, shift) for row, shift in pairs]
    return private_answer({"monday": week.day, "items": items, "next_cursor": cursor})


@shift_blp.post("/associations/<slug:slug>/desk/shifts/copy")
@shift_blp.arguments(CopyWeekIn)
@shift_blp.response(200, CopyWeekOut)
@open_to(Access.VERIFIED)
def copy_week(values: dict[str, Any], slug: str) -> Response:
    """Plan one week's shifts anew in another; with `dry_run` see the dates only."""
    throttle.count(visitor(), (SHIFTS_LIMIT, str(actor().id)))
    copies, added = shifts.copy_week(session(), actor(), slug, values, time.now())
    return private_answer(copied_document(copies, added))


@shift_blp.patch("/shifts/<uuid:shift_id>")
@shift_blp.arguments(ShiftChangesIn)
@shift_blp.response(200, DeskShiftOut)
@open_to(Access.VERIFIED)
def edit_shift(values: dict[str, Any], shift_id: uuid.UUID) -> Response:
    """Change a shift; who has signed up is told of another time."""
    throttle.count(visitor(), (SHIFTS_LIMIT, str(actor().id)))
    at = shifts.lock_shift(session(), actor(), shift_id)
    must_match(shifts.version(at))
    shifts.edit(session(), actor(), at, values, time.now())
    return _shift(shift_id)


@shift_blp.post("/shifts/<uuid:shift_id>/cancel")
@shift_blp.arguments(CancelIn)
@shift_blp.response(200, DeskShiftOut)
@open_to(Access.VERIFIED)
def cancel_shift(values: dict[str, Any], shift_id: uuid.UUID) -> Response:
    """Cancel a shift; who has signed up is told."""
    throttle.count(visitor(), (SHIFTS_LIMIT, str(actor().id)))
    at = shifts.lock_shift(session(), actor(), shift_id)
    shifts.cancel(session(), actor(), at, values["message"], time.now())
    return _shift(shift_id)


@shift_blp.delete("/shifts/<uuid:shift_id>")
@shift_blp.response(204)
@open_to(Access.VERIFIED)
def remove_shift(shift_id: uuid.UUID) -> Response:
    """Delete a shift that nobody has signed up for."""
    at = shifts.lock_shift(session(), actor(), shift_id)
    shifts.remove(session(), actor(), at, time.now())
    return Response(status=204)


def _shift(shift_id: uuid.UUID, status: int = 200) -> Response:
    row = session().execute(queries.shift_of_rota(shift_id)).one()
    [document] = _shift_documents([row])
    return private_answer(document, status, version=row.Shift.changed_at)


def _shift_documents(rows: Any) -> list[dict[str, Any]]:
    crews: dict[uuid.UUID, list[Any]] = defaultdict(list)
    for one in session().execute(queries.crew([row.Shift.id for row in rows])):
        crews[one.shift_id].append(one)
    return [
        shift_document(row, crews[row.Shift.id], version_tag(row.Shift.changed_at)) for row in rows
    ]
