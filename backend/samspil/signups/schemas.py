"""The shapes of sign-ups."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import fields

from samspil.core.fields import Email, Id, Schema, Text, Whole, YesNo
from samspil.core.time import local
from samspil.people.fields import PersonName
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT
from samspil.signups.checks.schemas import ChildCheckOut, child_check_document
from samspil.signups.models import SIGNUP_STATES

LONGEST_MESSAGE: Final = 1_000
BIRTH_YEAR = {"description": "Where the need has a minimum age; it is compared and not kept."}


class SignupIn(Schema):
    """An offer to help."""

    id = Id(metadata={"description": "Chosen by the client; the same one twice makes one."})
    message = Text(longest=LONGEST_MESSAGE, load_default="")
    accept_overlap = YesNo(
        load_default=False, metadata={"description": "A yes to other shifts at the same time."}
    )
    birth_year = Whole(1900, 2100, load_default=None, allow_none=True, metadata=BIRTH_YEAR)


class GuestSignupIn(Schema):
    """An offer to help of somebody without an account."""

    name = PersonName(required=True)
    email = Email(required=True)
    message = Text(longest=LONGEST_MESSAGE, load_default="")
    shift = Id(load_default=None, allow_none=True)
    birth_year = Whole(1900, 2100, load_default=None, allow_none=True, metadata=BIRTH_YEAR)


class SignupsQuery(Schema):
    """A page of sign-ups."""

    limit = Whole(1, MOST_LIMIT, load_default=DEFAULT_LIMIT)
    cursor = Text(longest=500)


class SignupAssociationOut(Schema):
    """Whose need it is."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class SignupNeedOut(Schema):
    """What one signs up for."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    association = fields.Nested(SignupAssociationOut, required=True)


class SignupShiftOut(Schema):
    """When."""

    id = fields.UUID(required=True)
    starts_at = fields.AwareDateTime(required=True)
    ends_at = fields.AwareDateTime(required=True)
    cancelled_at = fields.AwareDateTime(required=True, allow_none=True)


class SignupOut(Schema):
    """A sign-up."""

    id = fields.UUID(required=True)
    status = fields.String(required=True, metadata={"enum": list(SIGNUP_STATES)})
    position_in_line = fields.Integer(
        required=True, allow_none=True, metadata={"description": "On the waiting list, from 1."}
    )
    offered_until = fields.AwareDateTime(
        required=True, allow_none=True, metadata={"description": "A place is held until then."}
    )
    message = fields.String(required=True)
    unread = fields.Integer(
        required=True, metadata={"description": "Messages that the reader's side has not read."}
    )
    child_check = fields.Nested(ChildCheckOut, required=True)
    need = fields.Nested(SignupNeedOut, required=True)
    shift = fields.Nested(SignupShiftOut, required=True, allow_none=True)
    created_at = fields.AwareDateTime(required=True)
    changed_at = fields.AwareDateTime(required=True)


def signup_document(row: Any) -> dict[str, Any]:
    """SignupOut, from a row of `queries.shown`."""
    signup, shift = row.Signup, row.Shift
    return {
        "id": signup.id,
        "status": signup.status,
        "position_in_line": row.position_in_line,
        "offered_until": signup.offered_until and local(signup.offered_until),
        "message": signup.message,
        "unread": row.unread,
        "child_check": child_check_document(row),
        "need": {
            "id": row.need_id,
            "title": row.need_title,
            "association": {"slug": row.association_slug, "name": row.association_name},
        },
        "shift": None
        if shift is None
        else {
            "id": shift.id,
            "starts_at": local(shift.starts_at),
            "ends_at": local(shift.ends_at),
            "cancelled_at": shift.cancelled_at and local(shift.cancelled_at),
        },
        "created_at": local(signup.created_at),
        "changed_at": local(signup.changed_at),
    }
