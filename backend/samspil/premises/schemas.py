"""The schemas of premises and their spaces."""

from __future__ import annotations

from datetime import timedelta
from operator import attrgetter
from typing import Any, ClassVar

from marshmallow import ValidationError, fields, validates_schema
from orjson import Fragment

from samspil.associations.models import LANGUAGES
from samspil.associations.schemas import ContactOut, LocatedOut, contact
from samspil.core.builders import Sources, builder
from samspil.core.fields import Choice, Many, Moment, Schema, Text, Whole
from samspil.core.language import text
from samspil.core.text import markdown
from samspil.core.time import WEEKDAYS
from samspil.places.schemas import NearQuery
from samspil.premises.models import ACTIVITIES, FEATURES
from samspil.search.results import FoundOut, ResultsOut

MOST_PERSONS = 100_000


class PremisesQuery(NearQuery):
    """A search for premises with a space that fits."""

    q = Text(longest=100)
    starts_at = Moment(metadata={"description": "Open from here"})
    ends_at = Moment(metadata={"description": "to here, on one day"})
    persons = Whole(1, MOST_PERSONS)
    activity = Many(Choice(ACTIVITIES))
    feature = Many(Choice(FEATURES), metadata={"description": "All of them"})

    @validates_schema
    def _period(self, data: dict[str, Any], **_: Any) -> None:
        starts, ends = data.get("starts_at"), data.get("ends_at")
        if (starts is None) != (ends is None):
            missing = "starts_at" if starts is None else "ends_at"
            raise ValidationError(text("field.period-both"), missing)
        if starts is None or ends is None:
            return
        if ends <= starts:
            raise ValidationError(text("field.period-order"), "ends_at")
        if ends - starts > timedelta(days=1):
            raise ValidationError(text("field.period-length"), "ends_at")


class SpaceItemOut(Schema):
    """A space in a list."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    capacity = fields.Integer(required=True, metadata={"description": "Persons"})
    area_m2 = fields.Integer(required=True, allow_none=True)
    floor = fields.String(required=True, allow_none=True)
    activities = fields.List(fields.String(metadata={"enum": list(ACTIVITIES)}), required=True)
    features = fields.List(fields.String(metadata={"enum": list(FEATURES)}), required=True)


class SpaceOut(SpaceItemOut):
    """A space."""

    read: ClassVar[Sources] = {"parts": lambda space: [part.name for part in space.parts]}

    equipment = fields.List(fields.String(), required=True)
    parts = fields.List(fields.String(), required=True)


class PremisesItemOut(LocatedOut):
    """Premises in a list, with the spaces that fit the search."""

    read: ClassVar[Sources] = LocatedOut.read | {"spaces": lambda row: Fragment(row.spaces)}

    id = fields.UUID(required=True)
    slug = fields.String(required=True)
    name = fields.String(required=True)
    operator = fields.String(required=True)
    summary = fields.String(required=True)
    lang = fields.String(required=True, metadata={"enum": list(LANGUAGES)})
    address = fields.String(required=True, allow_none=True)
    features = fields.List(fields.String(metadata={"enum": list(FEATURES)}), required=True)
    spaces = fields.List(fields.Nested(SpaceItemOut), required=True)
    demo = fields.Boolean(required=True)


class OpeningHoursOut(Schema):
    """When premises are open on a weekday, on a local clock."""

    read: ClassVar[Sources] = {
        "weekday": lambda hours: WEEKDAYS[hours.weekday],
        "opens": lambda hours: f"{hours.opens:%H:%M}",
        "closes": lambda hours: f"{hours.closes:%H:%M}",
    }

    weekday = fields.String(required=True, metadata={"enum": list(WEEKDAYS)})
    opens = fields.String(required=True, metadata={"example": "08:00"})
    closes = fields.String(required=True, metadata={"example": "22:00"})


class PremisesOut(PremisesItemOut):
    """Premises."""

    read: ClassVar[Sources] = LocatedOut.read | {
        "description_html": lambda row: markdown(row.Premises.description),
        "contact": lambda row: contact(row.Premises.contact),
        "updated_at": attrgetter("Premises.updated_at"),
        **{
            name: f"Premises.{name}"
            for name in ("parking", "transport", "house_rules", "spaces", "opening_hours")
        },
    }

    description_html = fields.String(required=True)
    contact = fields.Nested(ContactOut, required=True)
    parking = fields.String(required=True, allow_none=True)
    transport = fields.String(required=True, allow_none=True)
    house_rules = fields.List(fields.String(), required=True)
    spaces = fields.List(fields.Nested(SpaceOut), required=True)
    opening_hours = fields.List(fields.Nested(OpeningHoursOut), required=True)
    updated_at = fields.AwareDateTime(required=True)


class FoundPremisesOut(PremisesItemOut, FoundOut):
    """Premises in a list that words may have been searched in."""


class PremisesListOut(ResultsOut):
    """A page of premises."""

    items = fields.List(fields.Nested(FoundPremisesOut), required=True)


# From a row of a search, and from the row of `queries.one`.
premises_item = builder(PremisesItemOut)
premises_document = builder(PremisesOut)
