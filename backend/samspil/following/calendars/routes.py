"""Shifts in people's own calendars."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, Final

from flask import Response, request

from samspil.core import throttle, time
from samspil.core.errors import NotFound
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    open_to,
    private_answer,
    session,
    settings,
    visitor,
)
from samspil.core.http.answers import conditional
from samspil.core.throttle import Limit
from samspil.following.calendars import ical, services
from samspil.following.calendars.events import Site
from samspil.following.calendars.models import CalendarFeed
from samspil.following.calendars.schemas import CalendarOut, calendar_document

_HOUR: Final = timedelta(hours=1)
MADE: Final = Limit("calendar.person", 20, _HOUR)
FETCHED: Final = Limit("calendar.fetched", 240, _HOUR)
# Calendars in the cloud fetch for many people from one network, also addresses that are revoked.
MISSED: Final = Limit("calendar.missed", 600, _HOUR)
_AS_ICALENDAR: Final[dict[str, Any]] = {
    "content_type": ical.MEDIA_TYPE,
    "schema": {"type": "string"},
}

blp = Blueprint("calendars", __name__, description="Shifts in one's own calendar")


@blp.get("/me/calendar")
@blp.response(200, CalendarOut)
@open_to(Access.SIGNED_IN)
def get_my_calendar() -> Response:
    """Whether there is an address for one's calendar, and whether it is used."""
    return private_answer(calendar_document(session().get(CalendarFeed, actor().id)))


@blp.post("/me/calendar")
@blp.response(201, CalendarOut)
@open_to(Access.CONFIRMED)
def make_my_calendar() -> Response:
    """Make an address for one's calendar; one made before leads nowhere from then on."""
    throttle.count(visitor(), (MADE, str(actor().id)))
    secret = services.make(session(), actor(), time.now())
    made = session().get_one(CalendarFeed, actor().id, populate_existing=True)
    url = Site(settings().public_url).page(f"/api/v1/calendars/{secret}.ics")
    return private_answer(calendar_document(made, url), 201)


@blp.delete("/me/calendar")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def revoke_my_calendar() -> Response:
    """Let the address lead nowhere from now on."""
    services.revoke(session(), actor().id)
    return Response(status=204)


@blp.get("/calendars/<string(maxlength=100):secret>.ics")
@blp.response(200, **_AS_ICALENDAR)
@open_to(Access.ANYONE)
def get_calendar(secret: str) -> Response:
    """A person's calendar, for whoever has its address; for calendars to subscribe to."""
    now = time.now()
    try:
        with visitor().database.writing.begin() as writing:  # it notes the day, a read notes none
            person = services.fetch(writing, secret, now)
    except NotFound:
        throttle.count(visitor(), (MISSED, visitor().network))
        raise
    throttle.count(visitor(), (FETCHED, str(person.id)))
    body = services.calendar_of(session(), person, Site(settings().public_url), now)
    return _calendar(body, "private, no-store", "samspil.ics")


@blp.get("/shifts/<uuid:shift_id>.ics")
@blp.response(200, **_AS_ICALENDAR)
@open_to(Access.ANYONE)
def get_shift_calendar(shift_id: uuid.UUID) -> Response:
    """A shift, to add to one's calendar."""
    body = services.calendar_of_shift(session(), shift_id, Site(settings().public_url))
    return _calendar(body, "public, max-age=300", "vagt.ics")


def _calendar(body: bytes, cache: str, name: str) -> Response:
    response = conditional(body, ical.MEDIA_TYPE)
    response.headers["Cache-Control"] = cache
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.make_conditional(request)
    return response
