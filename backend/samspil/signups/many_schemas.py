"""The shapes of one answer to many."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from samspil.core.fields import Choice, Id, Many, Schema, Text
from samspil.signups.many import ACTS, MOST_AT_ONCE, Outcome
from samspil.signups.models import SIGNUP_STATES
from samspil.signups.schemas import LONGEST_MESSAGE, AnswerIn


class ManyAnswersIn(AnswerIn):
    """One answer to many."""

    act = Choice(tuple(ACTS), required=True)
    signups = Many(Id(), most=MOST_AT_ONCE, required=True)
    waiting_message = Text(
        longest=LONGEST_MESSAGE,
        load_default="",
        metadata={"description": "To those of them who are put on the waiting list."},
    )


class OutcomeProblemOut(Schema):
    """Why nothing was done for one of them, as the answer to one alone says it."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    detail = fields.String(required=True)


class OutcomeOut(Schema):
    """What became of one of them."""

    id = fields.UUID(required=True)
    status = fields.String(
        required=True, allow_none=True, metadata={"enum": [*SIGNUP_STATES, None]}
    )
    problem = fields.Nested(OutcomeProblemOut, required=True, allow_none=True)


class ManyAnsweredOut(Schema):
    """An outcome for each, in the order asked."""

    outcomes = fields.List(fields.Nested(OutcomeOut), required=True)


def outcome_document(outcome: Outcome) -> dict[str, Any]:
    """OutcomeOut."""
    wrong = None if outcome.problem is None else outcome.problem.document()
    return {
        "id": outcome.id,
        "status": outcome.status,
        "problem": wrong and {name: wrong[name] for name in ("type", "title", "detail")},
    }
