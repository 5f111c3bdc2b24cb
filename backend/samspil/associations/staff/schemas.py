"""The shapes of the staff's desk for associations."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from samspil.associations.models import STATES
from samspil.associations.schemas import AssociationRefOut
from samspil.core.fields import Choice, Day, Line, Schema, Slug, Text, Whole, YesNo
from samspil.core.language import text
from samspil.core.time import local
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT

# As long as a mail takes it.
LONGEST_REASON = 300


class QueueQuery(Schema):
    """Which associations, and which part of them."""

    status = Choice(("pending", "public", "hidden"))
    without_manager = YesNo()
    q = Text(longest=100)
    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)
    cursor = Text(longest=500)


class ClaimsQuery(Schema):
    """Which part of the claims."""

    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)
    cursor = Text(longest=500)


class NothingIn(Schema):
    """Nothing is needed."""


class ReasonIn(Schema):
    """Why, in words that are told to whom it concerns."""

    reason = Line(longest=LONGEST_REASON, required=True)


class ApprovalIn(Schema):
    """The first and the last day of an approval; without both there is none any more."""

    first = Day(required=True, allow_none=True, data_key="from")
    last = Day(required=True, allow_none=True, data_key="until")

    @validates_schema
    def _period(self, data: dict[str, Any], **_: Any) -> None:
        first, last = data.get("first"), data.get("last")
        if (first is None) != (last is None) or (first and last and last < first):
            raise ValidationError(text("field.association.period"), "until")


class MergeIn(Schema):
    """The association that stays."""

    into = Slug(required=True)


class QueuedOut(AssociationRefOut):
    """An association in the staff's list."""

    status = fields.String(required=True, metadata={"enum": list(STATES)})
    created_at = fields.AwareDateTime(required=True)
    summary = fields.String(required=True)
    managers = fields.Integer(required=True, metadata={"description": "How many run it"})
    verified = fields.Boolean(required=True)
    approved_until = fields.Date(required=True, allow_none=True)
    declared = fields.Boolean(
        required=True,
        metadata={"description": "That it obtains child protection certificates, this year"},
    )


class QueueOut(Schema):
    """A page of associations, oldest first."""

    items = fields.List(fields.Nested(QueuedOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class NamedOut(Schema):
    """An association, named."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class ClaimantOut(Schema):
    """Who says that they run an association."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    email = fields.String(required=True, allow_none=True)


class ClaimOut(Schema):
    """A claim that waits."""

    id = fields.UUID(required=True)
    association = fields.Nested(NamedOut, required=True)
    person = fields.Nested(ClaimantOut, required=True)
    message = fields.String(required=True)
    created_at = fields.AwareDateTime(required=True)


class ClaimsOut(Schema):
    """A page of claims, oldest first."""

    items = fields.List(fields.Nested(ClaimOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


def queued(row: Any) -> dict[str, Any]:
    """QueuedOut, from a row of `staff.queries.associations`."""
    return {
        "slug": row.slug,
        "name": row.name,
        "kind": row.kind,
        "status": row.status,
        "created_at": local(row.created_at),
        "summary": row.summary,
        "managers": row.managers,
        "verified": row.verified,
        "approved_until": row.approved_until,
        "declared": row.declared,
    }


def claim_document(row: Any) -> dict[str, Any]:
    """ClaimOut, from a row of `staff.queries.claims`."""
    return {
        "id": row.id,
        "association": {"slug": row.slug, "name": row.association_name},
        "person": {"id": row.person_id, "name": row.person_name, "email": row.email},
        "message": row.message,
        "created_at": local(row.created_at),
    }
