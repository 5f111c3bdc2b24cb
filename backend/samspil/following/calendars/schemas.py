"""The shapes of calendars' addresses."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from samspil.core.fields import Schema
from samspil.core.time import local
from samspil.following.calendars.models import CalendarFeed


class CalendarOut(Schema):
    """The address of one's calendar; whoever has it reads the calendar."""

    url = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Only when it is made: no one can show it again."},
    )
    made_at = fields.AwareDateTime(
        required=True, allow_none=True, metadata={"description": "null: there is no address"}
    )
    fetched_on = fields.Date(
        required=True,
        allow_none=True,
        metadata={"description": "The last day on which a calendar fetched it"},
    )


def calendar_document(feed: CalendarFeed | None, url: str | None = None) -> dict[str, Any]:
    """CalendarOut."""
    return {
        "url": url,
        "made_at": None if feed is None else local(feed.made_at),
        "fetched_on": None if feed is None else feed.fetched_on,
    }
