"""Reports from anybody, and what staff and administrators decide."""

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
    PeopleQuery,
    ReportIn,
    ReportOut,
    ReportsOut,
    ReportsQuery,
    StaffPeopleOut,
    StaffPersonOut,
    person_item,
    report_item,
)
from samspil.moderation.services import Report
from samspil.people import staffing
from samspil.people.auth.schemas import NothingOut
from samspil.people.models import Person
from samspil.search import paging

blp = Blueprint("reports", __name__, description="Reports, and who works with what")


@blp.post("/reports")
@blp.arguments(ReportIn)
@blp.response(202, NothingOut)
@open_to(Access.ANYONE)
def report(given: dict[str, Any]) -> Response:
    """Say that something should not stand as it does."""
    who = actor_or_none()
    throttle.report(visitor())
    which = str(given.get("id") or given["slug"])
    services.report(session(), who, given["kind"], which, given["reason"], time.now())
    return private_answer({}, 202)


@blp.get("/staff/reports")
@blp.query(ReportsQuery)
@blp.response(200, ReportsOut)
@open_to(Access.STAFF)
def list_reports(args: dict[str, Any]) -> Response:
    """Reports of what one is in charge of, oldest first."""
    after = paging.decode(args, args.get("cursor"), (paging.read_moment, paging.read_id))
    found = services.listed(actor(), args["status"], after, args["limit"])
    rows = session().execute(found).all()
    rows, cursor = paging.cut(
        rows, args["limit"], args, lambda row: (row.Report.created_at, str(row.Report.id))
    )
    what = services.described(session(), [row.Report for row in rows])
    items = [
        report_item(row.Report, row.name, what[row.Report.kind, row.Report.object_id])
        for row in rows
    ]
    return private_answer({"items": items, "next_cursor": cursor})


@blp.post("/staff/reports/<uuid:report_id>/uphold")
@blp.arguments(DecisionIn)
@blp.response(200, ReportOut)
@open_to(Access.STAFF)
def uphold_report(given: dict[str, Any], report_id: uuid.UUID) -> Response:
    """Hide what was reported, with the reason its author is told."""
    return _decided(services.uphold(session(), actor(), report_id, given["decision"], time.now()))


@blp.post("/staff/reports/<uuid:report_id>/dismiss")
@blp.arguments(DecisionIn)
@blp.response(200, ReportOut)
@open_to(Access.STAFF)
def dismiss_report(given: dict[str, Any], report_id: uuid.UUID) -> Response:
    """Let it stand."""
    return _decided(services.dismiss(session(), actor(), report_id, given["decision"], time.now()))


@blp.get("/staff/people")
@blp.query(PeopleQuery)
@blp.response(200, StaffPeopleOut)
@open_to(Access.ADMINISTRATOR)
def list_people(args: dict[str, Any]) -> Response:
    """People by a part of their name or address."""
    after = paging.decode(args, args.get("cursor"), (str, paging.read_id))
    people = session().scalars(staffing.found(args["q"], after, args["limit"])).all()
    page, cursor = paging.cut(
        people, args["limit"], args, lambda person: (person.name, str(person.id))
    )
    items = [person_item(person) for person in page]
    return private_answer({"items": items, "next_cursor": cursor})


@blp.put("/staff/people/<uuid:person_id>/areas")
@blp.arguments(AreasIn)
@blp.response(200, StaffPersonOut)
@open_to(Access.ADMINISTRATOR)
def put_in_charge(given: dict[str, Any], person_id: uuid.UUID) -> Response:
    """Put somebody in charge of areas, at once."""
    person = staffing.put_in_charge(session(), actor().id, person_id, given["areas"])
    return private_answer(person_item(person))


def _decided(one: Report) -> Response:
    what = services.described(session(), [one])
    reporter = None if one.reporter_id is None else session().get_one(Person, one.reporter_id).name
    return private_answer(report_item(one, reporter, what[one.kind, one.object_id]))
