"""The shapes of messages."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from samspil.core.fields import Id, Schema, Text, Whole
from samspil.core.language import text
from samspil.core.time import local
from samspil.search.paging import MOST_LIMIT
from samspil.signups.models import LONGEST_TEXT, OCCASIONS, SIDES


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
    """MessageOut, from a row of `queries.messages`."""
    message = row.Message
    return {
        "id": message.id,
        "side": message.side,
        "sender": row.sender,
        "occasion": message.occasion,
        "text": None if message.hidden_reason else message.text,
        "sent_at": local(message.sent_at),
    }
