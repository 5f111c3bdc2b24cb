"""The shapes of interests."""

from __future__ import annotations

from marshmallow import fields

from samspil.core.fields import Schema


class InterestOut(Schema):
    """An interest and its name in the reader's language."""

    slug = fields.String(required=True)
    label = fields.String(required=True)


class InterestsOut(Schema):
    """All interests."""

    items = fields.List(fields.Nested(InterestOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
