"""The shapes of one's own sign-ups."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from marshmallow import fields
from orjson import Fragment

from samspil.associations.models import LANGUAGES
from samspil.associations.schemas import ContactOut, contact
from samspil.core.audit import AuditEntry
from samspil.core.fields import Id, Schema, YesNo
from samspil.core.time import local
from samspil.places.schemas import PlaceRefOut, PointOut
from samspil.search.near import fragment
from samspil.signups import rules
from samspil.signups.own.queries import STEPS
from samspil.signups.schemas import SignupOut, SignupsQuery, signup_document


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
    """OwnSignupOut, from a row of `queries.of_person`."""
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
