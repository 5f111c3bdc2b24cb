"""The shapes of sign-ups as an association sees them."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from samspil.core.fields import Choice, Id, Many, Schema, Text, YesNo
from samspil.core.time import local
from samspil.signups import rules
from samspil.signups.checks.schemas import DeskChildCheckOut
from samspil.signups.desk.queries import GROUPS
from samspil.signups.models import SIGNUP_STATES
from samspil.signups.schemas import LONGEST_MESSAGE, SignupOut, SignupsQuery, signup_document


class AnswerIn(Schema):
    """A friendly word with an answer; it goes by mail, and stands in the thread."""

    message = Text(longest=LONGEST_MESSAGE, load_default="")


class AttendedIn(Schema):
    """That somebody came."""

    without_check = YesNo(
        load_default=False,
        metadata={"description": "A yes to a child protection certificate that is not in order."},
    )


class DeskSignupsQuery(SignupsQuery):
    """Which of an association's sign-ups; in a group's own order, else newest first."""

    need = Id()
    shift = Id()
    status = Many(Choice(SIGNUP_STATES), load_default=[])
    group = Choice(tuple(GROUPS))


class VolunteerOut(Schema):
    """Who offers to help; the address once accepted."""

    name = fields.String(required=True)
    email = fields.String(required=True, allow_none=True)


class DeskSignupOut(SignupOut):
    """A sign-up as the association sees it."""

    person = fields.Nested(VolunteerOut, required=True, allow_none=True)
    answered_at = fields.AwareDateTime(required=True, allow_none=True)
    child_check = fields.Nested(DeskChildCheckOut, required=True)


class GroupCountsOut(Schema):
    """How many there are in each group, whichever is asked for."""

    unanswered = fields.Integer(required=True)
    coming = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    past = fields.Integer(required=True)


class DeskSignupsOut(Schema):
    """A page of an association's sign-ups."""

    items = fields.List(fields.Nested(DeskSignupOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    counts = fields.Nested(GroupCountsOut, required=True)


def desk_signup_document(row: Any) -> dict[str, Any]:
    """DeskSignupOut, from a row of `desk.queries`."""
    signup = row.Signup
    reached = row.person_email if signup.status in rules.HOLDING else None
    nobody = row.person_name is None
    document = signup_document(row)
    document["child_check"]["by"] = row.check_by
    return document | {
        "person": None if nobody else {"name": row.person_name, "email": reached},
        "answered_at": signup.answered_at and local(signup.answered_at),
        "unread": row.unread_by_association,
    }
