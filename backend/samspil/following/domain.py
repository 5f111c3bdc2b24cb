"""Saved searches, favourites and calendars: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from samspil.core.domain import Domain
from samspil.following.calendars import models as calendars_models
from samspil.following.calendars import privacy as calendars_privacy
from samspil.following.calendars import routes as calendars_routes
from samspil.following.calendars import texts as calendars_texts
from samspil.following.favourites import handlers as favourites_handlers
from samspil.following.favourites import models as favourites_models
from samspil.following.favourites import privacy as favourites_privacy
from samspil.following.favourites import routes as favourites_routes
from samspil.following.favourites import texts as favourites_texts
from samspil.following.searches import letters as searches_letters
from samspil.following.searches import models as searches_models
from samspil.following.searches import privacy as searches_privacy
from samspil.following.searches import routes as searches_routes
from samspil.following.searches import tasks as searches_tasks
from samspil.following.searches import texts as searches_texts

FOLLOWING: Final = Domain(
    name="following",
    models=(
        calendars_models.CalendarFeed,
        favourites_models.Favourite,
        searches_models.SavedSearch,
        searches_models.Alert,
    ),
    texts=(
        calendars_texts.CALENDAR_TEXTS,
        favourites_texts.FAVOURITE_TEXTS,
        searches_texts.SEARCH_TEXTS,
    ),
    mails=(*searches_letters.SEARCH_MAILS,),
    tasks=(
        searches_tasks.morning,
        searches_tasks.tell,
    ),
    kept=(
        *calendars_privacy.CALENDAR_KEPT,
        *favourites_privacy.FAVOURITE_KEPT,
        *searches_privacy.SEARCH_KEPT,
    ),
    handlers=(favourites_handlers.move_favourites,),
    blueprints=(
        calendars_routes.blp,
        favourites_routes.blp,
        searches_routes.blp,
    ),
)
