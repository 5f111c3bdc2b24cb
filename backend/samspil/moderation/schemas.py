"""Schemas of reports, and of whom an administrator puts in charge of what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from samspil.core.auth import AREAS
from samspil.core.builders import builder
from samspil.core.fields import Choice, Id, Line, Many, Schema, Slug, Text, Whole
from samspil.core.language import text
from samspil.core.time import local
from samspil.moderation.services import REPORT_STATES, Summary
from samspil.people.models import Person
from samspil.people.staffing import Grant
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT


class PagedQuery(Schema):
    """A page of a list."""

    cursor = Line(longest=400)
    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)


class PeopleQuery(PagedQuery):
    """Whom an administrator looks for."""

    q = Line(longest=100, required=True, metadata={"minLength": 3})

    @validates_schema
    def _long_enough(self, data: dict[str, Any], **_: Any) -> None:
        if len(data["q"]) < 3:  # noqa: PLR2004  # nobody needs to leaf through everybody
            raise ValidationError(text("field.three-characters"), "q")


class StaffPersonOut(Schema):
    """Somebody, as an administrator sees them."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    email = fields.String(required=True)
    areas = fields.List(fields.String(), required=True)
    administrator = fields.Boolean(required=True)


class StaffPeopleOut(Schema):
    """A page of people."""

    items = fields.List(fields.Nested(StaffPersonOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class PowerOut(Schema):
    """Something that somebody may do as a municipal employee, and how they came by it."""

    power = fields.String(required=True, metadata={"enum": [*AREAS, "administrator"]})
    since = fields.AwareDateTime(
        required=True, allow_none=True, metadata={"description": "None: from before the log"}
    )
    by = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "None: a command, or somebody who is no longer here"},
    )


class EmployeeOut(Schema):
    """Somebody who works for the municipality, as their colleagues see them."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    powers = fields.List(fields.Nested(PowerOut), required=True)


class EmployeesOut(Schema):
    """A page of those who work for the municipality."""

    items = fields.List(fields.Nested(EmployeeOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class AreasIn(Schema):
    """What somebody is in charge of from now on."""

    areas = Many(Choice(AREAS), required=True)


class ReportIn(Schema):
    """What should not stand as it does, and why."""

    kind = Line(longest=40, required=True)
    id = Id()
    slug = Slug()
    reason = Text(longest=2_000, required=True, metadata={"minLength": 1})

    @validates_schema
    def _one_of_both(self, data: dict[str, Any], **_: Any) -> None:
        if ("id" in data) == ("slug" in data):
            raise ValidationError(text("field.id-or-slug"), "id")
        if not data["reason"]:
            raise ValidationError(text("field.required"), "reason")


class ReportsQuery(PagedQuery):
    """Which reports."""

    status = Choice(REPORT_STATES, load_default="open")


class DecisionIn(Schema):
    """Why, in words that the author is told."""

    decision = Text(longest=2_000, required=True, metadata={"minLength": 1})

    @validates_schema
    def _given(self, data: dict[str, Any], **_: Any) -> None:
        if not data["decision"]:
            raise ValidationError(text("field.required"), "decision")


class ReportedOut(Schema):
    """What was reported; `url` is its page's path."""

    title = fields.String(required=True)
    url = fields.String(required=True)
    text = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "What was said, where no page of staff's shows it"},
    )


class ReporterOut(Schema):
    """Who reported it."""

    name = fields.String(required=True)


class ReportOut(Schema):
    """A report."""

    id = fields.UUID(required=True)
    kind = fields.String(required=True)
    object = fields.Nested(ReportedOut, required=True)
    reason = fields.String(required=True)
    reporter = fields.Nested(ReporterOut, required=True, allow_none=True)
    created_at = fields.DateTime(required=True)
    status = fields.String(required=True)
    decision = fields.String(required=True, allow_none=True)
    decided_at = fields.AwareDateTime(required=True, allow_none=True)
    decided_by = fields.String(
        required=True, allow_none=True, metadata={"description": "Who decided, if still here"}
    )


class ReportsOut(Schema):
    """A page of reports."""

    items = fields.List(fields.Nested(ReportOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


person_item = builder(StaffPersonOut)


def employee_item(person: Person, granted: Mapping[str, Grant]) -> dict[str, Any]:
    """EmployeeOut."""
    held = [*person.areas, *(["administrator"] if person.administrator else [])]
    powers = [
        {
            "power": one,
            "since": local(granted[one].since) if one in granted else None,
            "by": granted[one].by if one in granted else None,
        }
        for one in held
    ]
    return {"id": person.id, "name": person.name, "powers": powers}


_report_item = builder(ReportOut, but={"object", "reporter", "decided_by"})
_summary = builder(ReportedOut)


def report_item(row: Any, what: Summary) -> dict[str, Any]:
    """ReportOut, from a row of `services.report_rows`."""
    return _report_item(row.Report) | {
        "object": _summary(what),
        "reporter": {"name": row.reporter} if row.reporter else None,
        "decided_by": row.decided_by,
    }
