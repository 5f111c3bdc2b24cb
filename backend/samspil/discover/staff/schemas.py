"""The shape of the staff's desk."""

from __future__ import annotations

from marshmallow import fields

from samspil.core.fields import Schema


class OverviewOut(Schema):
    """How many of each kind wait for staff."""

    pending = fields.Integer(
        required=True, metadata={"description": "Registered associations to be verified"}
    )
    claims = fields.Integer(
        required=True, metadata={"description": "People who say they run an association"}
    )
    reports = fields.Integer(required=True, metadata={"description": "Reports of something public"})
    without_manager = fields.Integer(
        required=True, metadata={"description": "Public associations that nobody here runs"}
    )
    suggestions = fields.Integer(
        required=True, metadata={"description": "Things on the open map that may belong here"}
    )
