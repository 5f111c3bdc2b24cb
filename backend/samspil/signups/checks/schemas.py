"""The shapes of child-protection certificates' status."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from samspil.core import time
from samspil.core.fields import Choice, Schema
from samspil.signups.checks import rules
from samspil.signups.checks.models import CHECK_STATES


class ChildCheckIn(Schema):
    """How far the association is."""

    status = Choice(CHECK_STATES, required=True)


class ChildCheckOut(Schema):
    """A certificate's status; the certificate itself is kept nowhere."""

    needed = fields.Boolean(
        required=True, metadata={"description": "The law asks for one before this person begins."}
    )
    status = fields.String(required=True, metadata={"enum": list(CHECK_STATES)})
    day = fields.Date(
        required=True, allow_none=True, metadata={"description": "When it became so."}
    )


class DeskChildCheckOut(ChildCheckOut):
    """The same for the association."""

    by = fields.String(
        required=True, allow_none=True, metadata={"description": "Who noted it, if still here."}
    )


def child_check_document(row: Any) -> dict[str, Any]:
    """ChildCheckOut, from a row of `signups.queries.shown`."""
    return {
        "needed": rules.is_needed(row.children_under_15, row.birth_year, time.now()),
        "status": row.check_status or "none",
        "day": row.check_day,
    }
