"""Routes for reports: from anybody, and the decisions of staff; who works with what."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Response

from samspil.core import throttle, time
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    actor_or_none,
    open_to,
    private_answer,
    session,
    visitor,
)
from samspil.moderation import services
from samspil.moderation.schemas import (
    AreasIn,
    DecisionIn,
    EmployeesOut,
    PagedQuery,
    PeopleQuery,
    ReportIn,
    ReportOut,
    ReportsOut,
    ReportsQuery,
    StaffPeopleOut,
    StaffPersonOut,
    employee_item,
    person_item,
    report_item,
)
from samspil.moderation.services import Report
from samspil.people import staffing
from samspil.people.schemas import NothingOut
from samspil.search import paging

blp = Blueprint("reports", __name__, description="Reports, and who works with what")


@blp.post("/reports")
@blp.arguments(ReportIn)
@blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def report(body: dict[str, Any]) -> Response:
    """Say that something should not stand as it does."""
    who = actor_or_none()
    throttle.report(visitor())
    which = str(body.get("id") or body["slug"])
    services.report(session(), who, body["kind"], which, body["reason"], time.now())
    return private_answer({}, 202)


@blp.get("/staff/reports")
@blp.query(ReportsQuery)
@blp.response(200, ReportsOut)
@open_to(Access.STAFF)
def list_reports(args: dict[str, Any]) -> Response:
    """Reports of what one is in charge of, oldest first."""
    listing = services.reports(actor(), args["status"])
    rows, cursor = paging.rows_of(session(), listing, paging.Page.of(args))
    what = services.summaries(session(), [row.Report for row in rows])
    items = [report_item(row, what[row.Report.id]) for row in rows]
    return private_answer({"items": items, "next_cursor": cursor})


@blp.post("/staff/reports/<uuid:report_id>/uphold")
@blp.arguments(DecisionIn)
@blp.response(200, ReportOut)
@open_to(Access.STAFF)
def uphold_report(body: dict[str, Any], report_id: uuid.UUID) -> Response:
    """Hide what was reported, with the reason its author is told."""
    return _report(services.uphold(session(), actor(), report_id, body["decision"], time.now()))


@blp.post("/staff/reports/<uuid:report_id>/dismiss")
@blp.arguments(DecisionIn)
@blp.response(200, ReportOut)
@open_to(Access.STAFF)
def dismiss_report(body: dict[str, Any], report_id: uuid.UUID) -> Response:
    """Let it stand."""
    return _report(services.dismiss(session(), actor(), report_id, body["decision"], time.now()))


@blp.post("/staff/reports/<uuid:report_id>/reopen")
@blp.response(200, ReportOut)
@open_to(Access.STAFF)
def reopen_report(report_id: uuid.UUID) -> Response:
    """Take a decision back; what it hid is seen again."""
    return _report(services.reopen(session(), actor(), report_id, time.now()))


@blp.get("/staff/people")
@blp.query(PeopleQuery)
@blp.response(200, StaffPeopleOut)
@open_to(Access.ADMINISTRATOR)
def list_people(args: dict[str, Any]) -> Response:
    """People by a part of their name or address."""
    page = paging.Page.of(args)
    document = paging.document(
        session(), staffing.people_like(args["q"]), page, lambda row: person_item(row.Person)
    )
    return private_answer(document)


@blp.get("/staff/powers")
@blp.query(PagedQuery)
@blp.response(200, EmployeesOut)
@open_to(Access.STAFF)
def list_powers(args: dict[str, Any]) -> Response:
    """Who works for the municipality, with what, since when, and who said so."""
    rows, cursor = paging.rows_of(session(), staffing.employees(), paging.Page.of(args))
    people = [row.Person for row in rows]
    granted = staffing.grants(session(), [one.id for one in people])
    items = [employee_item(one, granted[one.id]) for one in people]
    return private_answer({"items": items, "next_cursor": cursor})


@blp.put("/staff/people/<uuid:person_id>/areas")
@blp.arguments(AreasIn)
@blp.response(200, StaffPersonOut)
@open_to(Access.ADMINISTRATOR)
def put_in_charge(body: dict[str, Any], person_id: uuid.UUID) -> Response:
    """Put somebody in charge of areas, at once."""
    person = staffing.put_in_charge(session(), actor().id, person_id, body["areas"])
    return private_answer(person_item(person))


def _report(one: Report) -> Response:
    what = services.summaries(session(), [one])[one.id]
    row = session().execute(services.report_rows().where(Report.id == one.id)).one()
    return private_answer(report_item(row, what))
