"""Saved searches, and the links that end their mails."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote

import flask
from flask import Response, request

from samspil.core import throttle, time
from samspil.core.errors import NotFound
from samspil.core.http import (
    Access,
    Blueprint,
    actor,
    must_match,
    open_to,
    private_answer,
    session,
    settings,
    visitor,
)
from samspil.core.http.answers import conditional
from samspil.core.throttle import Limit
from samspil.following import alerts, calendars, favourites, ical, searches
from samspil.following.ical import Site
from samspil.following.models import CalendarFeed, SavedSearch
from samspil.following.schemas import (
    CalendarOut,
    FavouritesOut,
    SearchEditIn,
    SearchesOut,
    SearchIn,
    SearchOut,
    UnsubscribeIn,
    calendar_document,
    liked_association,
    liked_need,
    search_document,
)
from samspil.matching import asking
from samspil.people.schemas import NothingOut

blp = Blueprint("searches", __name__, description="Searches that people keep and are told of")


@blp.get("/me/searches")
@blp.response(200, SearchesOut)
@open_to(Access.SIGNED_IN)
def list_searches() -> Response:
    """One's own saved searches, newest first."""
    found = session().scalars(searches.of_person(actor().id)).all()
    towns = searches.towns_of(session(), found)
    items = [search_document(saved, towns) for saved in found]
    return private_answer({"items": items, "next_cursor": None})


@blp.post("/me/searches")
@blp.arguments(SearchIn)
@blp.response(201, SearchOut)
@open_to(Access.VERIFIED)
def save_search(body: dict[str, Any]) -> Response:
    """Save a search; mails tell what is published from now on."""
    return _answer(searches.save(session(), actor(), body, time.now()), 201)


@blp.patch("/me/searches/<uuid:search_id>")
@blp.arguments(SearchEditIn)
@blp.response(200, SearchOut)
@open_to(Access.VERIFIED)
def change_search(body: dict[str, Any], search_id: uuid.UUID) -> Response:
    """Another name, other filters, or more or fewer mails."""
    saved = searches.lock_own(session(), actor(), search_id)
    must_match(saved.updated_at)
    searches.change(session(), actor(), saved, body, time.now())
    return _answer(saved)


@blp.delete("/me/searches/<uuid:search_id>")
@blp.response(204)
@open_to(Access.SIGNED_IN)
def delete_search(search_id: uuid.UUID) -> Response:
    """Forget a saved search."""
    searches.delete(session(), actor(), searches.lock_own(session(), actor(), search_id))
    return Response(status=204)


@blp.get("/unsubscribe/<string(maxlength=100):token>")
@blp.response(303)
@open_to(Access.ANYONE)
def show_unsubscribe(token: str) -> Response:
    """The page that asks: mail programs open links by themselves."""
    response = flask.redirect(f"/afmeld/{quote(token, safe='')}", 303)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response  # type: ignore[return-value]


@blp.post("/unsubscribe/<string(maxlength=100):token>")
@blp.arguments(UnsubscribeIn, location="form")
@blp.response(200, NothingOut)
@open_to(Access.ANYONE)
def unsubscribe(_: dict[str, Any], token: str) -> Response:
    """End the mails that a mail's link ends; a link that is none is answered the same."""
    alerts.unsubscribe(session(), token)
    asking.stop(session(), token, time.now())
    return private_answer({})


def _answer(saved: SavedSearch, status: int = 200) -> Response:
    towns = searches.towns_of(session(), [saved])
    return private_answer(search_document(saved, towns), status, version=saved.updated_at)


# What one likes: needs and associations to find again.

favourite_blp = Blueprint("favourites", __name__, description="What people want to find again")


@favourite_blp.get("/me/favourites")
@favourite_blp.response(200, FavouritesOut)
@open_to(Access.SIGNED_IN)
def list_favourites() -> Response:
    """What one likes, newest first; what is not public any more is left out."""
    now = time.now()
    today = time.local(now).date()
    items = [
        *map(liked_need, session().execute(favourites.needs_of(actor().id, now))),
        *map(liked_association, session().execute(favourites.associations_of(actor().id, today))),
    ]
    items.sort(key=lambda item: item["added_at"], reverse=True)
    return private_answer({"items": items, "next_cursor": None})


@favourite_blp.put("/me/favourites/need/<uuid:need_id>")
@favourite_blp.response(204)
@open_to(Access.CONFIRMED)
def like_need(need_id: uuid.UUID) -> Response:
    """Keep a need."""
    favourites.like_need(session(), actor(), need_id, time.now())
    return Response(status=204)


@favourite_blp.delete("/me/favourites/need/<uuid:need_id>")
@favourite_blp.response(204)
@open_to(Access.SIGNED_IN)
def drop_need(need_id: uuid.UUID) -> Response:
    """Keep a need no more."""
    favourites.drop_need(session(), actor(), need_id)
    return Response(status=204)


@favourite_blp.put("/me/favourites/association/<slug:slug>")
@favourite_blp.response(204)
@open_to(Access.CONFIRMED)
def like_association(slug: str) -> Response:
    """Keep an association."""
    favourites.like_association(session(), actor(), slug, time.now())
    return Response(status=204)


@favourite_blp.delete("/me/favourites/association/<slug:slug>")
@favourite_blp.response(204)
@open_to(Access.SIGNED_IN)
def drop_association(slug: str) -> Response:
    """Keep an association no more."""
    favourites.drop_association(session(), actor(), slug)
    return Response(status=204)


# Shifts in people's own calendars.

_HOUR: Final = timedelta(hours=1)
MADE: Final = Limit("calendar.person", 20, _HOUR)
FETCHED: Final = Limit("calendar.fetched", 240, _HOUR)
# Calendars in the cloud fetch for many people from one network, also addresses that are revoked.
MISSED: Final = Limit("calendar.missed", 600, _HOUR)
_AS_ICALENDAR: Final[dict[str, Any]] = {
    "content_type": ical.MEDIA_TYPE,
    "schema": {"type": "string"},
}

calendar_blp = Blueprint("calendars", __name__, description="Shifts in one's own calendar")


@calendar_blp.get("/me/calendar")
@calendar_blp.response(200, CalendarOut)
@open_to(Access.SIGNED_IN)
def get_my_calendar() -> Response:
    """Whether there is an address for one's calendar, and whether it is used."""
    return private_answer(calendar_document(session().get(CalendarFeed, actor().id)))


@calendar_blp.post("/me/calendar")
@calendar_blp.response(201, CalendarOut)
@open_to(Access.CONFIRMED)
def make_my_calendar() -> Response:
    """Make an address for one's calendar; one made before leads nowhere from then on."""
    throttle.count(visitor(), (MADE, str(actor().id)))
    secret = calendars.make(session(), actor(), time.now())
    made = session().get_one(CalendarFeed, actor().id, populate_existing=True)
    url = Site(settings().public_url).page(f"/api/v1/calendars/{secret}.ics")
    return private_answer(calendar_document(made, url), 201)


@calendar_blp.delete("/me/calendar")
@calendar_blp.response(204)
@open_to(Access.SIGNED_IN)
def revoke_my_calendar() -> Response:
    """Let the address lead nowhere from now on."""
    calendars.revoke(session(), actor().id)
    return Response(status=204)


@calendar_blp.get("/calendars/<string(maxlength=100):secret>.ics")
@calendar_blp.response(200, **_AS_ICALENDAR)
@open_to(Access.ANYONE)
def get_calendar(secret: str) -> Response:
    """A person's calendar, for whoever has its address; for calendars to subscribe to."""
    now = time.now()
    try:
        with visitor().database.writing.begin() as writing:  # it notes the day, a read notes none
            person = calendars.fetch(writing, secret, now)
    except NotFound:
        throttle.count(visitor(), (MISSED, visitor().network))
        raise
    throttle.count(visitor(), (FETCHED, str(person.id)))
    body = calendars.calendar_of(session(), person, Site(settings().public_url), now)
    return _calendar(body, "private, no-store", "samspil.ics")


@calendar_blp.get("/shifts/<uuid:shift_id>.ics")
@calendar_blp.response(200, **_AS_ICALENDAR)
@open_to(Access.ANYONE)
def get_shift_calendar(shift_id: uuid.UUID) -> Response:
    """A shift, to add to one's calendar."""
    body = calendars.calendar_of_shift(session(), shift_id, Site(settings().public_url))
    return _calendar(body, "public, max-age=300", "vagt.ics")


def _calendar(body: bytes, cache: str, name: str) -> Response:
    response = conditional(body, ical.MEDIA_TYPE)
    response.headers["Cache-Control"] = cache
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.make_conditional(request)
    return response
