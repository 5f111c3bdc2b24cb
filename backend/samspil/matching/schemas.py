"""The shapes of matches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import orjson
from marshmallow import ValidationError, fields, validates, validates_schema

from samspil.associations.schemas import language_code
from samspil.core import geo
from samspil.core.fields import Choice, Day, Id, Line, Many, Schema, Slug, Text, Whole, YesNo
from samspil.core.language import text
from samspil.core.mail.kinds import LONGEST_VALUE
from samspil.matching.asking import MOST_SHOWN, AnonymousVolunteer
from samspil.matching.matches import Effects, ExplainedMatch
from samspil.matching.rules import WEIGHTS, Reason, Volunteer
from samspil.needs.models import COMMITMENTS
from samspil.needs.schemas import NeedItemOut, need_item
from samspil.people.models import HALF_DAYS
from samspil.places.schemas import PositionQuery
from samspil.search.paging import DEFAULT_LIMIT, MOST_LIMIT

NEAREST_LIMIT_M: Final = 500
YEARS: Final = (1900, 2100)
REASON_KINDS: Final = (
    *("distance", "remote", "availability", "any_time", "interest", "skill", "commitment"),
    *("step_free", "hands", "fresh", "reply", "language"),
)


class MatchesQuery(Schema):
    """How many matches: the best are all there is, so there are no further pages."""

    limit = Whole(
        1,
        MOST_LIMIT,
        load_default=DEFAULT_LIMIT,
        metadata={"description": "The best so many; there is no further page"},
    )


class MatchIn(PositionQuery, MatchesQuery):
    """A volunteer's profile as a phone keeps it; nothing of it is stored or logged."""

    place = Slug(metadata={"description": "Home as a place's slug, instead of a position"})
    max_distance_m = Whole(NEAREST_LIMIT_M, geo.MOST_RADIUS_M, allow_none=True)
    interests = Many(Slug())
    skills = Many(Text(longest=100))
    languages = Many(language_code())
    availability = Many(Choice(HALF_DAYS), most=len(HALF_DAYS))
    available_from = Day(allow_none=True)
    available_until = Day(allow_none=True)
    birth_year = Whole(*YEARS, allow_none=True)
    commitment = Many(Choice(COMMITMENTS))
    step_free = YesNo(load_default=False)

    @validates_schema
    def _one_home(self, data: dict[str, Any], **_: Any) -> None:
        if "place" in data and ("lat" in data or "lon" in data):
            raise ValidationError(text("field.place-or-position"), "place")

    @validates_schema
    def _days_in_order(self, data: dict[str, Any], **_: Any) -> None:
        first, last = data.get("available_from"), data.get("available_until")
        if first is not None and last is not None and last < first:
            raise ValidationError(text("field.match.days"), "available_until")


class ReasonOut(Schema):
    """Why a need suits; which facts there are depends on the kind."""

    kind = fields.String(required=True, metadata={"enum": list(REASON_KINDS)})
    metres = fields.Integer()
    half_days = fields.List(fields.String(metadata={"enum": list(HALF_DAYS)}))
    slug = fields.String()
    label = fields.String()
    skill = fields.String(metadata={"description": "In the volunteer's own words"})
    commitment = fields.String(metadata={"enum": list(COMMITMENTS)})
    missing = fields.Integer(metadata={"description": "Hands still missing"})
    days = fields.Integer(
        metadata={"description": "Since it was published, or until an answer usually comes"}
    )
    language = fields.String()


class MatchOut(NeedItemOut):
    """A need that suits, how well, and why."""

    score = fields.Float(required=True, metadata={"minimum": 0, "maximum": 1})
    reasons = fields.List(
        fields.Nested(ReasonOut),
        required=True,
        metadata={"description": "What counts most comes first"},
    )


class MatchesOut(Schema):
    """The needs that suit best, best first."""

    items = fields.List(fields.Nested(MatchOut), required=True)
    next_cursor = fields.Constant(None, required=True)


class EffectOut(Schema):
    """A weight and what it does to today's lists."""

    kind = fields.String(required=True, metadata={"enum": list(WEIGHTS)})
    label = fields.String(required=True)
    weight = fields.Float(required=True)
    share = fields.Float(
        required=True, metadata={"description": "Of the scores of the first ten, from 0 to 1"}
    )
    changed = fields.Float(
        required=True, metadata={"description": "How many of the first ten change without it"}
    )


class EffectsOut(Schema):
    """All weights, heaviest first."""

    items = fields.List(fields.Nested(EffectOut), required=True)
    next_cursor = fields.Constant(None, required=True)
    lists = fields.Integer(
        required=True,
        metadata={"description": "How many lists of fictional volunteers it was measured on"},
    )


def volunteer_of(args: dict[str, Any]) -> Volunteer:
    """The profile that was sent."""
    return Volunteer(
        located="place" in args or "lat" in args,
        max_distance_m=args.get("max_distance_m") or geo.DEFAULT_RADIUS_M,
        interests=frozenset(args.get("interests", ())),
        skills=tuple(args.get("skills", ())),
        languages=frozenset(args.get("languages", ())),
        availability=frozenset(args.get("availability", ())),
        available_from=args.get("available_from"),
        available_until=args.get("available_until"),
        birth_year=args.get("birth_year"),
        commitments=frozenset(args.get("commitment", ())),
        step_free=args["step_free"],
    )


def matches_document(found: Sequence[ExplainedMatch]) -> dict[str, Any]:
    """MatchesOut, from what is shown."""
    names = orjson.loads(found[0].row.interest_names) if found else {}
    return {"items": [_match_item(one, names) for one in found], "next_cursor": None}


def _match_item(shown: ExplainedMatch, names: Mapping[str, str]) -> dict[str, Any]:
    return need_item(shown.row) | {
        "score": round(shown.score, 4),
        "reasons": [_named(reason, names) for reason in shown.reasons],
    }


def effects_document(found: Effects) -> dict[str, Any]:
    """EffectsOut."""
    items = [
        {
            "kind": effect.kind,
            "label": text(f"match.{effect.kind}"),
            "weight": effect.weight,
            "share": round(effect.share, 3),
            "changed": round(effect.changed, 1),
        }
        for effect in found.effects
    ]
    return {"items": items, "next_cursor": None, "lists": found.lists}


def _named(reason: Reason, names: Mapping[str, str]) -> dict[str, Any]:
    if reason["kind"] != "interest":
        return dict(reason)
    return {**reason, "label": names.get(reason["slug"], reason["slug"])}


# The shapes of asking volunteers.

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


def volunteers_document(
    found: Sequence[AnonymousVolunteer], names: dict[str, str]
) -> dict[str, Any]:
    """VolunteersOut; `names` words the interests."""
    return {"items": [_item(one, names) for one in found], "next_cursor": None}


def _item(one: AnonymousVolunteer, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "score": round(one.score, 2),
        "reasons": [
            {**why, "label": names.get(why["slug"], why["slug"])} if "slug" in why else dict(why)
            for why in one.reasons
        ],
        "asked_at": one.asked_at,
    }
