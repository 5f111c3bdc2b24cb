"""Saved searches, favourites and calendars: the manifest of the domain."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from samspil.associations.services import Merged
from samspil.core.domain import Domain, on
from samspil.following import alerts, favourites, messages, models, privacy, routes


@on(Merged)
def move_favourites(session: Session, event: Merged) -> None:
    """Who liked an association that stands twice likes the one that stays."""
    favourites.move(session, event.source_id, event.target_id)


FOLLOWING: Final = Domain(
    name="following",
    models=(models.CalendarFeed, models.Favourite, models.SavedSearch, models.Alert),
    texts=(messages.TEXTS,),
    mails=(messages.NEWS,),
    tasks=(alerts.morning, alerts.mail_news),
    kept=privacy.KEPT,
    handlers=(move_favourites,),
    blueprints=(routes.calendar_blp, routes.favourite_blp, routes.blp),
)
