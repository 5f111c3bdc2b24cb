"""The shapes of what is done with a crew."""

from __future__ import annotations

from marshmallow import fields

from samspil.core.fields import Schema, Text
from samspil.signups.schemas import LONGEST_MESSAGE


class ReminderIn(Schema):
    """A few words with a reminder."""

    message = Text(longest=LONGEST_MESSAGE, load_default="")


class RemindedOut(Schema):
    """How many have been reminded."""

    reminded = fields.Integer(required=True)
