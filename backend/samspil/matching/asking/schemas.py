"""The shapes of asking volunteers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from marshmallow import ValidationError, fields, validates

from samspil.core.fields import Id, Line, Many, Schema
from samspil.core.language import text
from samspil.core.mail.letters import LONGEST_VALUE
from samspil.matching.asking.rules import MOST_SHOWN
from samspil.matching.asking.services import Nameless
from samspil.matching.schemas import ReasonOut

MESSAGE: Final = LONGEST_VALUE


class NamelessOut(Schema):
    """Somebody who may be asked; who it is, is told by nothing here."""

    id = fields.UUID(required=True, metadata={"description": "Of use for this need alone"})
    score = fields.Float(required=True, metadata={"minimum": 0, "maximum": 1})
    reasons = fields.List(
        fields.Nested(ReasonOut),
        required=True,
        metadata={"description": "What counts most comes first; distances are whole kilometres"},
    )
    asked_at = fields.AwareDateTime(required=True, allow_none=True)


class VolunteersOut(Schema):
    """The volunteers whom a need suits best and who have said that they may be asked."""

    items = fields.List(fields.Nested(NamelessOut), required=True)
    next_cursor = fields.Constant(None, required=True)


class AskIn(Schema):
    """Whom to ask, by the ids that the list gave, and what to write to them."""

    volunteers = Many(Id(), most=MOST_SHOWN, required=True)
    message = Line(longest=MESSAGE, required=True)

    @validates("volunteers")
    def _somebody(self, value: list[Any], **_: Any) -> None:
        if not value:
            raise ValidationError(text("field.null"))


class AskedOut(Schema):
    """How many were written to; the others were asked before, or are left in peace for now."""

    asked = fields.Integer(required=True)
    left_out = fields.Integer(required=True)


def volunteers_document(found: Sequence[Nameless], names: dict[str, str]) -> dict[str, Any]:
    """VolunteersOut; `names` words the interests."""
    return {"items": [_item(one, names) for one in found], "next_cursor": None}


def _item(one: Nameless, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "score": round(one.score, 2),
        "reasons": [
            {**why, "label": names.get(why["slug"], why["slug"])} if "slug" in why else dict(why)
            for why in one.reasons
        ],
        "asked_at": one.asked_at,
    }
