"""Fields that only what people write about needs has."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from marshmallow import ValidationError, post_load, validates_schema

from samspil.associations.desk.schemas import PositionIn
from samspil.associations.fields import PlainLine
from samspil.core.fields import Choice, Schema, Text
from samspil.core.geo import LatLon
from samspil.core.language import Message, text
from samspil.core.time import WEEKDAYS
from samspil.volunteering.desk import texts  # noqa: F401  # what the errors say

LONGEST_TITLE: Final = 100
CLOCK: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]"


class NeedTitle(PlainLine):
    """What a task is called."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "linkable": Message("field.need.title")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=LONGEST_TITLE, **options)


class Clock(Text):
    """A time on a local clock: hours and minutes."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "clock": Message("field.need.clock")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=5, **options)
        self.metadata = {**self.metadata, "pattern": f"^{CLOCK}$", "example": "19:00"}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        clock = super()._deserialize(value, attr, data, **kwargs)
        if not re.fullmatch(CLOCK, clock, re.ASCII):
            raise self.make_error("clock")
        return clock


class Weekly(NamedTuple):
    """A weekday with times on a local clock."""

    weekday: str
    starts: str
    ends: str


class PatternIn(Schema):
    """A weekday with times on a local clock; what ends before it starts ends the day after."""

    weekday = Choice(WEEKDAYS, required=True)
    starts = Clock(required=True)
    ends = Clock(required=True)

    @validates_schema
    def _lasts(self, data: dict[str, Any], **_: Any) -> None:
        if data.get("starts") == data.get("ends"):
            raise ValidationError(text("field.need.clock-same"), "ends")

    @post_load
    def _as_weekly(self, data: dict[str, str], **_: Any) -> Weekly:
        return Weekly(**data)


class PointIn(PositionIn):
    """A position in Denmark, as (lat, lon)."""

    @post_load
    def _as_point(self, data: dict[str, float], **_: Any) -> LatLon:
        return data["lat"], data["lon"]
