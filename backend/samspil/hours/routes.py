"""Hours given: written down by either side, and confirmed by the association."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, Final

from flask import Response

from samspil.associations.access import look_at_desk, must
from samspil.core import throttle, time
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    answers_retries,
    must_match,
    open_to,
    private_answer,
    session,
    settings,
    visitor,
)
from samspil.core.throttle import Limit
from samspil.core.time import local
from samspil.hours import answers, entering, queries, services
from samspil.hours.models import HoursEntry
from samspil.hours.schemas import (
    ConfirmedManyOut,
    ConfirmIn,
    ConfirmManyIn,
    DeclineIn,
    DeskHoursEntryOut,
    DeskHoursIn,
    DeskHoursOut,
    DeskHoursQuery,
    HoursChangeIn,
    HoursOut,
    MyHoursIn,
    MyHoursOut,
    MyHoursQuery,
    desk_hours_document,
    helped_document,
    hours_document,
    months_document,
    sums_document,
)
from samspil.search import paging
from samspil.search.near import Page

# Far more than anybody has to write down; a rota's worth for an association.
ENTERED: Final = Limit("hours.person", 300, timedelta(hours=1))

blp = Blueprint("hours", __name__, description="Hours given, and their confirmation")


@blp.get("/me/hours")
@blp.query(MyHoursQuery)
@blp.response(200, MyHoursOut)
@open_to(Access.SIGNED_IN)
def list_my_hours(args: dict[str, Any]) -> Response:
    """One's own hours of a year, month by month, and what one may enter."""
    me, hours_a_month = actor().id, settings().volunteer_hours_a_month
    year = args.get("year", local(time.now()).year)
    entries = session().execute(queries.of_person(me, year)).all()
    sums = session().execute(queries.by_month(me, year)).all()
    helped = session().execute(queries.helped(me)).all()
    needs = session().execute(queries.needs_helped(me)).all()
    return private_answer(
        {
            "year": year,
            "years": [int(one) for one in session().scalars(queries.years(me))],
            "items": [hours_document(row) for row in entries],
            "months": months_document(sums, hours_a_month),
            "sums": sums_document(sums),
            "hours_a_month": hours_a_month or None,
            "associations": helped_document(helped, needs),
        }
    )


@blp.post("/me/hours")
@blp.arguments(MyHoursIn)
@blp.response(201, HoursOut)
@answers_retries
@open_to(Access.VERIFIED)
def enter_my_hours(given: dict[str, Any]) -> Response:
    """Write down hours that one has given; the association confirms them."""
    throttle.count(visitor(), (ENTERED, str(actor().id)))
    return _mine(services.enter(session(), actor(), given, time.now()), 201)


@blp.patch("/hours/<uuid:entry_id>")
@blp.arguments(HoursChangeIn)
@blp.response(200, HoursOut)
@open_to(Access.VERIFIED)
def change_hours(given: dict[str, Any], entry_id: uuid.UUID) -> Response:
    """Put an entry right: one's own while it waits; the association, until it is declined."""
    entry = answers.to_change(session(), actor(), entry_id)
    must_match(entry.updated_at)
    return _mine(answers.change(session(), actor(), entry, given, time.now()))


@blp.delete("/hours/<uuid:entry_id>")
@blp.response(204)
@open_to(Access.VERIFIED)
def remove_hours(entry_id: uuid.UUID) -> Response:
    """Take back what one has entered, while it waits."""
    services.remove(session(), actor(), entry_id)
    return Response(status=204)


@blp.post("/hours/<uuid:entry_id>/confirm")
@blp.arguments(ConfirmIn)
@blp.response(200, DeskHoursEntryOut)
@open_to(Access.VERIFIED)
def confirm_hours(given: dict[str, Any], entry_id: uuid.UUID) -> Response:
    """Confirm somebody's hours, also after a no."""
    minutes = given.get("minutes")
    return _desk(answers.confirm(session(), actor(), entry_id, minutes, time.now()))


@blp.post("/hours/<uuid:entry_id>/decline")
@blp.arguments(DeclineIn)
@blp.response(200, DeskHoursEntryOut)
@open_to(Access.VERIFIED)
def decline_hours(given: dict[str, Any], entry_id: uuid.UUID) -> Response:
    """Say no to somebody's hours, also after a yes, and tell them why by mail."""
    return _desk(answers.decline(session(), actor(), entry_id, given["reason"], time.now()))


@blp.get("/associations/<slug:slug>/hours")
@blp.query(DeskHoursQuery)
@blp.response(200, DeskHoursOut)
@open_to(Access.SIGNED_IN)
def list_hours(args: dict[str, Any], slug: str) -> Response:
    """What an association has been given, latest entered first."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    association_id, year = opened.association.id, local(time.now()).year
    page = Page(args | {"of": slug}, args["limit"], args.get("cursor"), with_total=False)
    rows = session().execute(queries.of_association(association_id, args.get("status"), page)).all()
    sums = session().execute(queries.sums(association_id, year)).one()
    shown, cursor = paging.page(rows, page.limit, page.search, queries.key)
    return private_answer(
        {
            "items": [desk_hours_document(row, actor().id) for row in shown],
            "next_cursor": cursor,
            "sums": {"waiting": sums.waiting, "year": year, "confirmed": sums.confirmed},
        }
    )


@blp.post("/associations/<slug:slug>/hours")
@blp.arguments(DeskHoursIn)
@blp.response(201, DeskHoursEntryOut)
@answers_retries
@open_to(Access.VERIFIED)
def enter_hours(given: dict[str, Any], slug: str) -> Response:
    """Enter the hours of somebody who had a place; but for one's own, that confirms them."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    throttle.count(visitor(), (ENTERED, str(actor().id)))
    return _desk(entering.enter(session(), actor(), opened, given, time.now()), 201)


@blp.post("/associations/<slug:slug>/hours/confirm")
@blp.arguments(ConfirmManyIn)
@blp.response(200, ConfirmedManyOut)
@open_to(Access.VERIFIED)
def confirm_many(given: dict[str, Any], slug: str) -> Response:
    """Confirm many entries as they were seen; what has changed since is left."""
    opened = look_at_desk(session(), actor(), slug)
    must(opened.standing.runs_it)
    done, left = answers.confirm_all(session(), actor(), opened, given["entries"], time.now())
    return private_answer({"confirmed": done, "left": left})


def _mine(entry: HoursEntry, status: int = 200) -> Response:
    row = session().execute(queries.one(entry.id)).one()
    return private_answer(hours_document(row), status, edition=entry.updated_at)


def _desk(entry: HoursEntry, status: int = 200) -> Response:
    row = session().execute(queries.with_people().where(HoursEntry.id == entry.id)).one()
    document = desk_hours_document(row, actor().id)
    return private_answer(document, status, edition=entry.updated_at)
