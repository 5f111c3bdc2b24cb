"""The shapes of needs."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, ClassVar

from marshmallow import fields

from samspil.associations.models import LANGUAGES
from samspil.associations.schemas import (
    AssociationItemOut,
    AssociationRefOut,
    ContactOut,
    LocatedOut,
    association_item,
    contact,
)
from samspil.core.builders import Inside, Sources, builder
from samspil.core.fields import Choice, Many, Schema, Slug, Text, YesNo
from samspil.core.language import text
from samspil.core.text import markdown
from samspil.core.time import PARTS_OF_DAY, WEEKDAYS
from samspil.needs.models import COMMITMENTS, INTAKES, STATUSES, Need, Shift
from samspil.needs.rules import SOON
from samspil.places.schemas import NearQuery
from samspil.search.results import FoundOut, ResultsOut


class NeedFiltersQuery(Schema):
    """What a need must be."""

    q = Text(longest=100)
    interest = Many(Slug())
    weekday = Many(Choice(WEEKDAYS))
    part_of_day = Many(Choice(PARTS_OF_DAY))
    commitment = Many(Choice(COMMITMENTS))
    association = Slug()
    step_free = YesNo()
    soon = Choice(
        SOON,
        metadata={
            "description": "On a date in the rest of today from 17, of the coming weekend, of this"
            " week; or weekly on one of these days"
        },
    )


class RemoteQuery(Schema):
    """Whether needs done from home count."""

    remote = Choice(("include", "only", "exclude"), load_default="include")


class NeedsQuery(NearQuery, NeedFiltersQuery, RemoteQuery):
    """A search for needs."""


class FacetsQuery(NeedsQuery):
    """The same search, for its counts."""

    class Meta(NeedsQuery.Meta):
        """marshmallow's options."""

        exclude = ("cursor", "limit", "with_total")


class PatternOut(Schema):
    """A weekday with times on a local clock."""

    weekday = fields.String(required=True, metadata={"enum": list(WEEKDAYS)})
    starts = fields.String(required=True, metadata={"example": "17:00"})
    ends = fields.String(required=True, metadata={"example": "18:30"})


class PeriodOut(Schema):
    """From a moment to another."""

    starts_at = fields.AwareDateTime(required=True)
    ends_at = fields.AwareDateTime(required=True)


class DateOut(PeriodOut):
    """A date, and how many places are left on it."""

    places_left = fields.Integer(required=True)


class WhenOut(Schema):
    """When a need is on."""

    read: ClassVar[Sources] = {
        "kind": "commitment",
        "pattern": attrgetter("pattern"),  # it is kept as it is shown
        "weekdays": lambda row: _in_order(WEEKDAYS, row.slots, 0),
        "parts_of_day": lambda row: _in_order(PARTS_OF_DAY, row.slots, 2),
        "from_": "from_day",
        "until": "until_day",
        "next": Inside("next_", if_any="next_starts_at"),
        "free": Inside("free_", if_any="free_starts_at"),
    }

    kind = fields.String(required=True, metadata={"enum": list(COMMITMENTS)})
    pattern = fields.List(fields.Nested(PatternOut), required=True)
    weekdays = fields.List(fields.String(metadata={"enum": list(WEEKDAYS)}), required=True)
    parts_of_day = fields.List(fields.String(metadata={"enum": list(PARTS_OF_DAY)}), required=True)
    hours_per_week = fields.Float(required=True, allow_none=True)
    from_ = fields.Date(required=True, allow_none=True, data_key="from")
    until = fields.Date(required=True, allow_none=True)
    dates = fields.Integer(required=True, metadata={"description": "How many are to come"})
    next = fields.Nested(DateOut, required=True, allow_none=True)
    free = fields.Nested(
        DateOut,
        required=True,
        allow_none=True,
        metadata={"description": "The first with a place left, where the next has none"},
    )


class NeedItemOut(LocatedOut):
    """A need in a list."""

    read: ClassVar[Sources] = LocatedOut.read | {
        "association": Inside("association_"),
        "when": Inside(),
        "remote": lambda row: row.positions is None,
    }

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    summary = fields.String(required=True)
    lang = fields.String(required=True, metadata={"enum": list(LANGUAGES)})
    association = fields.Nested(AssociationRefOut, required=True)
    interests = fields.List(fields.String(), required=True)
    when = fields.Nested(WhenOut, required=True)
    remote = fields.Boolean(required=True)
    wanted = fields.Integer(required=True)
    missing = fields.Integer(required=True, metadata={"description": "Hands still missing"})
    status = fields.String(required=True, metadata={"enum": list(STATUSES)})
    demo = fields.Boolean(required=True)


class FoundNeedOut(NeedItemOut, FoundOut):
    """A need in a list that words may have been searched in."""


class NeedsOut(ResultsOut):
    """A page of needs."""

    items = fields.List(fields.Nested(FoundNeedOut), required=True)


class ShiftOut(PeriodOut):
    """A dated slot."""

    read: ClassVar[Sources] = {"places_left": lambda shift: shift.capacity - shift.taken}

    id = fields.UUID(required=True)
    capacity = fields.Integer(required=True)
    places_left = fields.Integer(required=True)
    minimum_crew = fields.Integer(required=True, allow_none=True)


class NeedOut(NeedItemOut):
    """A need."""

    read: ClassVar[Sources] = {"description_html": lambda need: markdown(need.description)}

    association = fields.Nested(AssociationItemOut, required=True)
    description_html = fields.String(required=True)
    tasks = fields.List(fields.String(), required=True)
    benefits = fields.List(fields.String(), required=True)
    requirements = fields.List(fields.String(), required=True)
    skills = fields.List(fields.String(), required=True)
    languages = fields.List(fields.String(), required=True)
    minimum_age = fields.Integer(required=True, allow_none=True)
    helps = fields.String(required=True, allow_none=True)
    children_under_15 = fields.Boolean(required=True)
    step_free = fields.Boolean(required=True, allow_none=True)
    public_transport = fields.String(required=True, allow_none=True)
    address = fields.String(required=True, allow_none=True)
    intake = fields.String(required=True, metadata={"enum": list(INTAKES)})
    takes_whole = fields.Boolean(required=True)
    deadline = fields.Date(required=True, allow_none=True)
    contact = fields.Nested(ContactOut, required=True)
    shifts = fields.List(fields.Nested(ShiftOut), required=True)
    published_at = fields.AwareDateTime(required=True)
    updated_at = fields.AwareDateTime(required=True)


class FacetValueOut(Schema):
    """How many needs a value would give."""

    value = fields.String(required=True)
    label = fields.String(required=True)
    count = fields.Integer(required=True)


class FacetsOut(Schema):
    """Counts over the whole result, each facet without its own filter."""

    interest = fields.List(fields.Nested(FacetValueOut), required=True)
    weekday = fields.List(fields.Nested(FacetValueOut), required=True)
    part_of_day = fields.List(fields.Nested(FacetValueOut), required=True)
    commitment = fields.List(fields.Nested(FacetValueOut), required=True)
    remote = fields.List(fields.Nested(FacetValueOut), required=True)


def _in_order(words: Sequence[str], slots: Sequence[str], part: int) -> list[str]:
    """The slots' weekdays (part 0) or parts of the day (part 2), as a calendar has them."""
    there = {slot.partition("-")[part] for slot in slots}
    return [word for word in words if word in there]


need_item = builder(NeedItemOut)
_shift = builder(ShiftOut)
# What a need itself holds beside an item of a list.
_of_need = builder(NeedOut, but={*NeedItemOut().fields, "contact", "shifts"})


FIXED_VALUES = {
    "weekday": WEEKDAYS,
    "part_of_day": PARTS_OF_DAY,
    "commitment": COMMITMENTS,
    "remote": ("true", "false"),
}


def facets_document(rows: Sequence[Any]) -> dict[str, Any]:
    """FacetsOut, from the rows of `facets`; values that nothing has count 0."""
    counts: dict[str, dict[str, int]] = {facet: {} for facet in ("interest", *FIXED_VALUES)}
    labels: dict[str, str] = {}
    for row in rows:
        counts[row.facet][row.value] = counts[row.facet].get(row.value, 0) + row.count
        if row.label is not None:
            labels[row.value] = row.label
    words = {"interest": labels} | {
        facet: {value: text(f"{facet}.{value}") for value in values}
        for facet, values in FIXED_VALUES.items()
    }
    return {
        facet: [
            {"value": value, "label": label, "count": counts[facet].get(value, 0)}
            for value, label in words[facet].items()
        ]
        for facet in counts
    }


def need_document(row: Any, association: Any, shifts: Sequence[Shift]) -> dict[str, Any]:
    """NeedOut, from the rows of `queries.one`, its association and its coming shifts."""
    need: Need = row.Need
    return (
        need_item(row)
        | _of_need(need)
        | {
            # The lists have left it out by now; who kept the link shall not think it open.
            "status": "closed" if row.over and need.status == "published" else need.status,
            "association": association_item(association),
            "contact": contact(need.contact or association.Association.contact),
            "shifts": [_shift(shift) for shift in shifts],
        }
    )
