"""The shapes of the demonstration's mailbox."""

from __future__ import annotations

from marshmallow import fields

from samspil.core.fields import Schema, Text


class MailsQuery(Schema):
    """Whose mails."""

    to = Text(longest=254, load_default=None, metadata={"description": "Only those to this one"})


class MailOut(Schema):
    """A mail in a list."""

    id = fields.UUID(required=True)
    to = fields.String(required=True)
    subject = fields.String(required=True)
    sent_at = fields.AwareDateTime(required=True)


class MailsOut(Schema):
    """The newest hundred, newest first."""

    items = fields.List(fields.Nested(MailOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class WholeMailOut(MailOut):
    """A mail with what it says, in both forms."""

    text = fields.String(required=True)
    html = fields.String(required=True)
