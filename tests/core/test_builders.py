"""A builder made from a schema says what marshmallow's own dump of the same shape would."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, ClassVar

import orjson
import pytest
from marshmallow import Schema, fields

from samspil.core.builders import Inside, Sources, builder

MOMENT = datetime(2026, 7, 1, 15, tzinfo=UTC)
SHOWN = "2026-07-01T17:00:00+02:00"


class PeriodOut(Schema):
    """Nested twice: in a list, and behind a prefix."""

    starts_at = fields.AwareDateTime()


class ThingOut(Schema):
    """One field of every kind that is read in its own way."""

    read: ClassVar[Sources] = {
        "kind": "sort",
        "from_": "from_day",
        "next": Inside("next_", if_any="next_starts_at"),
        "double": lambda row: 2 * row.count,
    }

    id = fields.UUID()
    kind = fields.String()
    count = fields.Integer()
    double = fields.Integer()
    hours = fields.Float(allow_none=True)
    from_ = fields.Date(data_key="from")
    next = fields.Nested(PeriodOut, allow_none=True)
    shifts = fields.List(fields.Nested(PeriodOut))


def row(**others: Any) -> SimpleNamespace:
    """What a query might give."""
    shift = SimpleNamespace(starts_at=MOMENT)
    values = {"id": uuid.UUID(int=7), "sort": "tool", "count": 3, "hours": Decimal("2.50")}
    values |= {"from_day": date(2026, 7, 1), "next_starts_at": MOMENT, "shifts": [shift, shift]}
    return SimpleNamespace(**values | others)


def test_every_value_is_read_where_it_lies_and_shown_as_its_type() -> None:
    document = orjson.loads(orjson.dumps(builder(ThingOut)(row())))
    assert document == {
        "id": "00000000-0000-0000-0000-000000000007",
        "kind": "tool",
        "count": 3,
        "double": 6,
        "hours": 2.5,
        "from": "2026-07-01",
        "next": {"starts_at": SHOWN},
        "shifts": [{"starts_at": SHOWN}, {"starts_at": SHOWN}],
    }
    assert list(document) == [field.data_key or n for n, field in ThingOut().fields.items()]
    assert ThingOut().validate(document) == {}


def test_what_is_not_there_is_none() -> None:
    document = builder(ThingOut)(row(hours=None, next_starts_at=None, shifts=[]))
    assert (document["hours"], document["next"], document["shifts"]) == (None, None, [])


def test_what_somebody_else_adds_is_left_out_and_not_looked_for() -> None:
    build = builder(ThingOut, but={"kind", "shifts"})
    assert build(SimpleNamespace(**{**vars(row()), "shifts": None})).keys() == {
        *("id", "count", "double", "hours", "from", "next")
    }


def test_a_row_without_an_attribute_is_an_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="count"):
        builder(ThingOut)(SimpleNamespace(id=1, sort="tool"))
