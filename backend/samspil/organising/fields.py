"""Fields that only what people write about needs has."""

from __future__ import annotations

from datetime import time
from typing import Any, Final, NamedTuple

from marshmallow import ValidationError, post_load, validates_schema

from samspil.associations.desk.schemas import PositionIn
from samspil.associations.fields import PlainLine
from samspil.core.fields import Choice, Clock, Schema
from samspil.core.geo import LatLon
from samspil.core.language import Message, text
from samspil.core.time import WEEKDAYS

LONGEST_TITLE: Final = 100


class NeedTitle(PlainLine):
    """What a task is called."""

    default_error_messages = {  # noqa: RUF012  # marshmallow's own way to declare messages
        "linkable": Message("field.need.title")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=LONGEST_TITLE, **options)


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
    def _as_weekly(self, data: dict[str, Any], **_: Any) -> Weekly:
        return Weekly(data["weekday"], _shown(data["starts"]), _shown(data["ends"]))


class PointIn(PositionIn):
    """A position in Denmark, as (lat, lon)."""

    @post_load
    def _as_point(self, data: dict[str, float], **_: Any) -> LatLon:
        return data["lat"], data["lon"]


def _shown(clock: time) -> str:
    return f"{clock:%H:%M}"
