"""Schemas of reports, and of whom an administrator puts in charge of what."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from samspil.core.auth import AREAS
from samspil.core.builders import builder
from samspil.core.fields import Choice, Id, Line, Many, Schema, Slug, Text, Whole
from samspil.core.language import text
from samspil.moderation.services import REPORT_STATES, Report, Summary
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


class ReportsOut(Schema):
    """A page of reports."""

    items = fields.List(fields.Nested(ReportOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


person_item = builder(StaffPersonOut)
_report_item = builder(ReportOut, but={"object", "reporter"})
_summary = builder(ReportedOut)


def report_item(report: Report, reporter: str | None, what: Summary) -> dict[str, Any]:
    """ReportOut."""
    return _report_item(report) | {
        "object": _summary(what),
        "reporter": {"name": reporter} if reporter else None,
    }
