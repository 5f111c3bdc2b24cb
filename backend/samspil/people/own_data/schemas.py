"""The shapes of what is kept of people, and of its end."""

from __future__ import annotations

from marshmallow import fields

from samspil.core.fields import Schema, Text


class ErasureIn(Schema):
    """The wish to have one's account erased."""

    password = Text(
        longest=200,
        load_default=None,
        allow_none=True,
        metadata={"description": "Of an account that has one"},
    )


class ControllerOut(Schema):
    """Who answers for what is kept."""

    name = fields.String(required=True)


class KeptOut(Schema):
    """One kind of thing that is kept."""

    what = fields.String(required=True)
    why = fields.String(required=True)
    basis = fields.String(required=True, metadata={"description": "The legal basis"})
    until = fields.String(required=True, metadata={"description": "How long"})


class PrivacyOut(Schema):
    """What is kept of people, why and how long."""

    controller = fields.Nested(ControllerOut, required=True)
    processor = fields.String(
        required=True, metadata={"description": "Who runs the service for the controller"}
    )
    rows = fields.List(fields.Nested(KeptOut), required=True)
