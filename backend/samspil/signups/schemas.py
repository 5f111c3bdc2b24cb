"""The shapes of sign-ups."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any, Final

from marshmallow import ValidationError, fields, validates_schema
from orjson import Fragment

from samspil.associations.models import LANGUAGES
from samspil.associations.schemas import ContactOut, contact
from samspil.core import time
from samspil.core.audit import AuditEntry
from samspil.core.fields import Choice, Email, Id, Many, Schema, Text, Whole, YesNo
from samspil.core.language import text
from samspil.core.time import local
from samspil.people.rules import PersonName
from samspil.places.schemas import PlaceRefOut, PointOut
from samspil.search.near import fragment
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT
from samspil.signups import child_checks, rules
from samspil.signups.models import CHECK_STATES, LONGEST_TEXT, OCCASIONS, SIDES, SIGNUP_STATES
from samspil.signups.queries import GROUPS, SORTS, STEPS

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
    """ChildCheckOut, from a row of `signups.queries.signup_rows`."""
    return {
        "needed": child_checks.is_needed(row.children_under_15, row.birth_year, time.now()),
        "status": row.check_status or "none",
        "day": row.check_day,
    }


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
    """SignupOut, from a row of `queries.signup_rows`."""
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


# The shapes of one's own sign-ups.


class OwnSignupsQuery(SignupsQuery):
    """A page of one's own sign-ups."""

    need = Id()
    over = YesNo(
        metadata={"description": "Only what came to nothing or is past; or only what is not."}
    )


class OwnSignupOut(SignupOut):
    """A sign-up, with what one needs to be there."""

    lang = fields.String(
        required=True, metadata={"enum": list(LANGUAGES), "description": "Of the need's title."}
    )
    address = fields.String(required=True, allow_none=True)
    places = fields.List(fields.Nested(PlaceRefOut), required=True)
    position = fields.Nested(PointOut, required=True, allow_none=True)
    position_accuracy = fields.String(
        required=True, allow_none=True, metadata={"enum": ["exact", "town", None]}
    )
    contact = fields.Nested(
        ContactOut,
        required=True,
        allow_none=True,
        metadata={"description": "Whom to ask, once one has a place."},
    )
    reply_days = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "How soon the association answers, as a rule."},
    )


class OwnSignupsOut(Schema):
    """A page of one's own sign-ups, newest first."""

    items = fields.List(fields.Nested(OwnSignupOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class StepOut(Schema):
    """One thing that happened to a sign-up."""

    at = fields.AwareDateTime(required=True)
    what = fields.String(required=True, metadata={"enum": list(STEPS)})
    by_me = fields.Boolean(required=True)
    status = fields.String(
        required=True, allow_none=True, metadata={"description": "What a new sign-up became."}
    )


class OwnSignupHistoryOut(OwnSignupOut):
    """A sign-up and how it came to be what it is."""

    history = fields.List(fields.Nested(StepOut), required=True)


def own_signup_document(row: Any) -> dict[str, Any]:
    """OwnSignupOut, from a row of `queries.own_signups`."""
    has_a_place = row.Signup.status in rules.HOLDING
    return signup_document(row) | {
        "lang": row.need_lang,
        "address": row.address,
        "places": Fragment(row.places),
        "position": fragment(row.position),
        "position_accuracy": row.position_accuracy,
        "contact": contact(row.need_contact or row.association_contact) if has_a_place else None,
        "reply_days": row.reply_days,
    }


def history_document(steps: Sequence[AuditEntry], person_id: uuid.UUID) -> list[dict[str, Any]]:
    """A list of StepOut, told to who signed up."""
    return [
        {
            "at": local(step.at),
            "what": step.action,
            "by_me": step.actor_id == person_id,
            "status": step.facts.get("status"),
        }
        for step in steps
    ]


# The shapes of sign-ups as an association sees them.


class AnswerIn(Schema):
    """A friendly word with an answer; it goes by mail, and stands in the thread."""

    message = Text(longest=LONGEST_MESSAGE, load_default="")


class AcceptIn(AnswerIn):
    """A yes, and what is said where no place is left for it."""

    waiting_message = Text(
        longest=LONGEST_MESSAGE,
        load_default="",
        metadata={"description": "Sent instead to somebody who is put on the waiting list."},
    )
    may_wait = YesNo(
        load_default=True,
        metadata={"description": "Put them on the waiting list where no place is left; else 409."},
    )


class AttendedIn(Schema):
    """That somebody came."""

    without_check = YesNo(
        load_default=False,
        metadata={"description": "A yes to a child protection certificate that is not in order."},
    )


class DeskSignupsQuery(SignupsQuery):
    """Which of an association's sign-ups; in a group's own order, else newest first."""

    q = Text(longest=100, metadata={"description": "In names, messages and titles of needs"})
    sort = Choice(tuple(SORTS), metadata={"description": "Else a group's own order"})

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
    places_left = fields.Integer(
        required=True, metadata={"description": "Of the shift, or of the need as a whole."}
    )
    child_check = fields.Nested(DeskChildCheckOut, required=True)
    helped_before = fields.Integer(
        required=True, metadata={"description": "How often they have come to the association"}
    )


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
    """DeskSignupOut, from a row of `queries.desk_signups`."""
    signup = row.Signup
    reached = row.person_email if signup.status in rules.HOLDING else None
    nobody = row.person_name is None
    document = signup_document(row)
    document["child_check"]["by"] = row.check_by
    return document | {
        "person": None if nobody else {"name": row.person_name, "email": reached},
        "answered_at": signup.answered_at and local(signup.answered_at),
        "unread": row.unread_by_association,
        "places_left": row.places_left,
        "helped_before": row.helped_before,
    }


# The shapes of what is done with a crew.


class ReminderIn(Schema):
    """A few words with a reminder."""

    message = Text(longest=LONGEST_MESSAGE, load_default="")


class RemindedOut(Schema):
    """How many have been reminded."""

    reminded = fields.Integer(required=True)


# The shapes of messages.


class MessagesQuery(Schema):
    """Which part of a thread."""

    limit = Whole(1, MOST_LIMIT, load_default=50)
    cursor = Text(longest=500)


class MessageIn(Schema):
    """What somebody writes."""

    id = Id(metadata={"description": "Chosen by the client; the same one twice makes one."})
    text = Text(longest=LONGEST_TEXT, required=True, metadata={"minLength": 1})

    @validates_schema
    def _something(self, data: dict[str, Any], **_: Any) -> None:
        if not data["text"]:
            raise ValidationError(text("field.required"), "text")


class ReadIn(Schema):
    """How far somebody has read."""

    last = Id(required=True, metadata={"description": "The newest message that was seen"})


class MessageOut(Schema):
    """A message; one that staff have hidden has no text."""

    id = fields.UUID(required=True)
    side = fields.String(required=True, metadata={"enum": list(SIDES)})
    sender = fields.String(required=True, metadata={"description": "Who wrote it"})
    occasion = fields.String(
        required=True,
        allow_none=True,
        metadata={"enum": [*OCCASIONS, None], "description": "What was done with these words"},
    )
    text = fields.String(required=True, allow_none=True)
    sent_at = fields.AwareDateTime(required=True)


class ThreadOut(Schema):
    """A page of a thread, newest first."""

    items = fields.List(fields.Nested(MessageOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    side = fields.String(
        required=True, metadata={"enum": list(SIDES), "description": "The reader's"}
    )
    closed = fields.Boolean(required=True, metadata={"description": "Nothing more can be written"})


def message_document(row: Any) -> dict[str, Any]:
    """MessageOut, from a row of `threads.messages_of`."""
    message = row.Message
    return {
        "id": message.id,
        "side": message.side,
        "sender": row.sender,
        "occasion": message.occasion,
        "text": None if message.hidden_reason else message.text,
        "sent_at": local(message.sent_at),
    }
